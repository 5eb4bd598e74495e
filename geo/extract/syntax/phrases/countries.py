"""``Most of the country``: shares of a state that goes by its noun, and which state an article means by it.

States are no ground that an article's towns are among; they are told apart here: by what is said to be ``in Sudan``, by
``Sudan's north`` and ``the Sudanese capital``. The one told of most often is the country; of two, the later one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree
    from geo.records import Extent

_WHERE = frozenset({"in", "inside", "across", "throughout", "within", "of", "around"})
_WHOLE = frozenset({"whole", "entire"})
_HALF = frozenset({"half"})
_ALL = frozenset({"all"})
_LANDSCAPE = frozenset({"between", "around", "beyond", "behind", "round"})
"""Words behind a country that is open land: ``most of the country between``."""
_OFTEN = 2
"""How many more times than any later one a state must be told of to be meant before it."""


def share_of_country(tree: NounTree, head: int) -> PlaceRef | None:
    """The share of a land without a name that a noun tells: ``most of the country``, ``half the country``."""
    lists, words = tree.lexicon.lists, tree.parse.words
    lemma = words[head].lemma
    if lemma in lists["countries"]:
        before = {words[c].lower for c in tree.parse.deps(head, "predet", "amod", "det", "quantmod")}
        if not _is_the(tree, head) or not before & (_WHOLE | _HALF | _ALL):
            return None
        first, _ = tree.span(head, core=True)
        first = min((c for c in tree.parse.deps(head, "predet", "quantmod") if c < head), default=first)
        extent: Extent = "part" if before & _HALF or tree.falls_short(head) else "whole"
        return tree.place(first, head + 1, kind=lemma, extent=extent, anaphor=True)
    whole = lemma in lists["whole_nouns"]
    if not whole and lemma not in lists["scope_nouns"]:
        return None
    for land in _lands_behind(tree, head):
        first, _ = tree.span(head, core=True)
        share = tree.place(first, max(land, head) + 1, kind=words[land].lemma, extent="part", anaphor=True)
        return replace(share, extent="whole") if whole and not tree.falls_short(head) else share
    return None


def _lands_behind(tree: NounTree, head: int) -> list[int]:
    """The country of which a noun is a share: behind ``of``, or before it as its owner."""
    words, lists = tree.parse.words, tree.lexicon.lists
    nouns = [noun for link in tree.parse.deps(head, "prep") if words[link].lower == "of"
             for noun in tree.parse.deps(link, "pobj")]  # fmt: skip
    owned = [head, *(noun for noun in nouns if words[noun].lemma in lists["bare_land"])]
    nouns += [owner for noun in owned for owner in tree.parse.deps(noun, "poss")]
    return [noun for noun in nouns if words[noun].lemma in lists["countries"] and _is_the(tree, noun)]


def _is_the(tree: NounTree, noun: int) -> bool:
    """Whether a country is one told of, and no more is said of it than that."""
    if tree.parse.words[min(noun + 1, len(tree.parse.words) - 1)].lower in _LANDSCAPE:
        return False
    before = tree.determiners(noun)
    named = any(at in tree.names for at in tree.parse.deps(noun, "compound", "appos", "nmod"))
    return "the" in before and tree.parse.words[noun].tag == "NN" and not named and not tree.has_of(noun)


@dataclass(slots=True)
class ToldCountries:
    """The states of which an article tells that something is in them, with the sentences that do."""

    told: dict[str, list[int]] = field(default_factory=dict)
    refs: dict[str, PlaceRef] = field(default_factory=dict)

    def note(self, tree: NounTree, head: int, name: Name, sentence: int) -> None:
        """Remember a state where its name says where something is."""
        if not name.known_party or not _says_where(tree, head, name):
            return
        states = {one.id for one in tree.world.parties(name.text) if one.kind == "state"}
        state = states.pop() if len(states) == 1 else ""
        if state not in tree.world.states:
            return
        self.told.setdefault(state, []).append(sentence)
        said = tree.world.states[state].names[0]
        self.refs.setdefault(state, replace(tree.ref(name), place=None, name=said))

    def meant(self, ref: PlaceRef) -> tuple[PlaceRef, ...]:
        """A share with the country that it is one of; nothing where none was told of."""
        if not self.told:
            return ()
        last = max(self.told, key=lambda state: self.told[state][-1])
        often = max(self.told, key=lambda state: len(self.told[state]))
        state = often if len(self.told[often]) >= len(self.told[last]) + _OFTEN else last
        return (replace(ref, anaphor=False, name=self.refs[state].name),)


def _says_where(tree: NounTree, head: int, name: Name) -> bool:
    """``In Sudan``, ``Sudan's north``, ``the Sudanese capital``."""
    words = tree.parse.words
    word = words[head]
    over = words[word.head]
    forms = {one.form for one in tree.world.parties(name.text)}
    if word.dep == "pobj" and "name" in forms:
        noun = words[over.head]
        return over.lower in _WHERE and (over.lower != "of" or _is_of_land(tree, noun.at))
    if word.dep in ("poss", "amod", "compound") and forms & {"name", "adjective"}:
        return _is_of_land(tree, over.at)
    return False


def _is_of_land(tree: NounTree, noun: int) -> bool:
    lemma, lists = tree.parse.words[noun].lemma, tree.lexicon.lists
    land = tree.place_class(tree.place_noun(noun)) in ("settlement", "area")
    return land or lemma in lists["affairs_of_state"] or lemma in lists["scope_nouns"] | lists["whole_nouns"]
