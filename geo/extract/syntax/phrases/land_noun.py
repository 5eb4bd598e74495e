"""What a common noun of place says by itself, before the names around it are read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree, Phrase
    from geo.extract.syntax.trees.parse import Word
    from geo.records import Extent


_POINTING = frozenset({"this", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LandNoun:
    """A common noun of place with what it says by itself."""

    head: int
    word: Word
    kind: str | None
    class_: str
    plural: bool
    counted: bool
    extent: Extent

    @property
    def is_thing(self) -> bool:
        """Whether it is a thing with a spot of its own, and no land that a name is given to."""
        return self.class_ in ("site", "feature")


def end_around_it(tree: NounTree, noun: LandNoun) -> int:
    """Behind ``around it`` in ``seven villages around it``: which villages are meant, that alone tells; 0 elsewhere."""
    if noun.class_ != "settlement" or not (noun.counted or noun.plural):  # "districts around it" are of the same town
        return 0
    near = (link for link in tree.links(noun.head) if tree.parse.words[link].lower in tree.lexicon.lists["near_links"])
    behind = (at for link in near for at in tree.parse.deps(link, "pobj") if tree.parse.words[at].tag == "PRP")
    return next((at + 1 for at in behind), 0)


def is_narrowed(tree: NounTree, head: int) -> bool:
    """Whether what is told of land says how much of it is meant: ``the Kalbajar territory that they captured``."""
    words = tree.parse.words
    if words[head].lemma not in tree.lexicon.lists["bare_land"]:
        return False
    clauses = (tree.parse.edges(verb)[0] for verb in tree.parse.deps(head, "relcl", "acl") if verb > head)
    return any(words[first - 1].text != "," for first in clauses)


def stands_alone(tree: NounTree, noun: LandNoun) -> bool:
    """Whether a share without a name is one of the place told of: ``the west``, ``the rest``, ``the eastern part``."""
    lists = tree.lexicon.lists
    alone = noun.word.lemma in lists["located_parts"] | {"half", "rest", "remainder"}
    sided = noun.word.lemma in lists["sided_parts"] and tree.says_part(noun.head)
    return (alone or sided) and not tree.has_of(noun.head)


def is_of_unit(tree: NounTree, place: PlaceRef) -> bool:
    """Whether what stands behind ``of`` is a unit of an army, whose camp it is: ``the camp of Battalion 539``."""
    *before, last = place.text.lower().split()
    return last.isdigit() and bool(before) and before[-1] in tree.lexicon.lists["armed_organisations"]


def points_back(tree: NounTree, noun: LandNoun) -> bool:
    """Whether a town is the one told of, wherever it lies: ``this town in Ituri``; ``this town of Sake`` is named."""
    if noun.class_ != "settlement" or noun.plural or noun.counted:
        return False
    return bool(tree.determiners(noun.head) & _POINTING) and not tree.has_of(noun.head)


def is_counted_among(noun: LandNoun, places: tuple[PlaceRef, ...], tree: NounTree) -> bool:
    """Whether a noun counts what lies in the places behind it (``six villages of Fuzuli``) and does not name them."""
    if noun.counted:
        return len(places) != tree.number(noun.head)
    return noun.plural and len(places) == 1


def in_part(places: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
    """``Most of Goma``, ``the camps in Goma``: the same places, in part."""
    return tuple(replace(place, extent="part", guessed=False) for place in places)


def so_many_in(tree: NounTree, noun: LandNoun, many: PlaceRef, places: tuple[PlaceRef, ...]) -> PlaceRef:
    """``Dozens of villages in X``, ``some of the districts``: with the name of where they lie, if one is told."""
    inner = places[0]
    if len(places) > 1 or inner.anaphor or not (inner.name or inner.within):
        return many
    first, last = tree.span(noun.head, core=True)[0], tree.reach(inner.end)
    told = tree.place(first, last, kind=noun.kind, extent="part", counted=True, unnamed=True)
    return replace(told, place=inner.place, name=inner.name or inner.within, within=inner.within or inner.name)


def are_capital(tree: NounTree, names: Sequence[Name]) -> bool:
    """Whether one of the names is that of a capital."""
    forms = (form for name in names for form in tree.world.parties(name.text))
    return any(one.form == "capital" for one in forms)


def is_land(name: Name) -> bool:
    """Whether a name is that of ground, and of no whole state: ``Kabul, the largest city``."""
    return name.is_place and not (name.is_state and name.is_wide)


def is_slight(tree: NounTree, noun: LandNoun) -> bool:
    """Whether a noun only says where something lies: ``positions in X``, and not ``the council building in X``."""
    slight = noun.word.lemma in tree.lexicon.lists["slight_places"]
    return slight and (noun.plural or noun.class_ != "area") and not tree.is_state_house(noun.head)


def owner_behind(tree: NounTree, head: int) -> int:
    """Behind the party that a thing is told by: ``the headquarters of the 17th Division``, ``of the police``."""
    of = [link for link in tree.links(head) if tree.parse.words[link].lower == "of"]
    nouns = [noun for link in of for noun in tree.parse.deps(link, "pobj")]
    names = [tree.names.get(noun) for noun in nouns]
    behind = [one.last for one in names if one and one.nature in ("organisation", "known")]
    bodies = tree.lexicon.lists["housed_bodies"]
    common = [noun + 1 for noun in nouns if noun not in tree.names and tree.parse.words[noun].lemma in bodies]
    return max([0, *behind, *common])


def end_of(tree: NounTree, phrase: Phrase) -> int:
    """The word behind a phrase and the place that it names: ``the west of Omdurman``."""
    return tree.reach(max([phrase.end, *(place.end for place in phrase.places[:1])]))
