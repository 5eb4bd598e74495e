"""Reads noun phrases of a parsed sentence: which places they name and how much of them, or which party.

A phrase keeps every reading that it allows; the slot that it fills decides. Coordination is unfolded: ``read`` gives a
phrase for each member. What a list shares is read once: ``the Kalbajar, Lachin and Agdam districts`` are three places.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.extract.syntax.phrases import numbers
from geo.extract.syntax.phrases.control_nouns import ControlNouns
from geo.extract.syntax.phrases.members import MemberFinder
from geo.extract.syntax.phrases.name_lists import NameLists
from geo.extract.syntax.phrases.noun_tree import NounTree, Phrase
from geo.extract.syntax.phrases.party_nouns import PartyNouns
from geo.extract.syntax.phrases.place_nouns import PlaceNouns
from geo.extract.syntax.phrases.remembering import remembered
from geo.extract.syntax.phrases.ways import is_receiver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.trees.parse import Parse

__all__ = ["Phrase", "PhraseReader"]

_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "EX"})
_DEMONSTRATIVES = frozenset({
    "this", "that", "these", "those", "both", "all", "each", "none", "there", "here", "one", "neither", "either",
})  # fmt: skip
_OTHERS = frozenset({"one", "ones", "other", "others"})
_DEEP = 6


class PhraseReader:
    """The noun phrases of one sentence."""

    def __init__(self, tree: NounTree) -> None:
        self.tree = tree
        self.known: dict[Any, Any] = {}
        self._places = PlaceNouns(tree, self)
        self._lists = NameLists(tree, self)
        self._parties = PartyNouns(tree, self)
        self._control_nouns = ControlNouns(tree, self, self._parties)
        self._members = MemberFinder(tree)

    @property
    def parse(self) -> Parse:
        """The sentence's tree."""
        return self.tree.parse

    @property
    def names(self) -> Mapping[int, Name]:
        """The names of the sentence, by each position that they cover."""
        return self.tree.names

    def number(self, head: int) -> int | None:
        """How many a noun says that there are, or None."""
        return self.tree.number(head)

    def owner(self, head: int) -> PartyRef | None:
        """Whose something is."""
        return self._parties.owner(head)

    def carries_forces(self, head: int) -> bool:
        """Whether a noun is made of forces: ``trucks full of soldiers``, ``a party of 22 men of the 5th Brigade``."""
        return any(phrase.forces for phrase in self._parties.behind(head))

    @remembered
    def read(self, head: int, *, depth: int = 0) -> list[Phrase]:
        """The phrase whose head stands at a position, and the members of the list that it begins."""
        if depth > _DEEP:
            return []
        found = [self._single(head, depth=depth)]
        found += [phrase for other in self.conjuncts(head) for phrase in [self._single(other, depth=depth)]]
        owners = self._parties.co_owners(head) if found[0].party else []
        found[:1] = [replace(found[0], party=owner) for owner in owners] or found[:1]
        found = self._shared(self._counted_together(self._elliptical(found)))
        return self._less_exceptions(head, found)

    def _elliptical(self, found: list[Phrase]) -> list[Phrase]:
        """``six villages of Fuzuli, seven of Jabrayil``: the number stands for so many villages."""
        first = found[0]
        if len(found) == 1 or len(first.places) != 1 or not first.places[0].counted:
            return found
        return [first, *(replace(p, places=p.places or self._places.so_many(p.head)) for p in found[1:])]

    def _less_exceptions(self, head: int, found: list[Phrase]) -> list[Phrase]:
        """``the whole of Novara except the airport`` is Novara in part; where that has a name, which part."""
        at = self.tree.exception(head)
        if at is None or sum(len(phrase.places) for phrase in found) != 1:
            return found
        but = self._excepted(at)
        return [replace(p, places=tuple(replace(ref, extent="part", but=but) for ref in p.places)) for p in found]

    def _excepted(self, at: int) -> tuple[str, ...]:
        """The places that are taken out, if all of them have known names: ``except Lachin and Kalbajar``."""
        first = self.parse.dep(next(iter(self.parse.deps(at, "prep")), at), "pobj", "dobj")
        heads = () if first is None else (first, *self.conjuncts(first))
        named = [
            next((self.names[i] for i in (h, *self.parse.deps(h, "compound")) if i in self.names), None) for h in heads
        ]
        known = [name.place for name in named if name and name.place]
        return tuple(known) if len(known) == len(heads) else ()

    def _counted_together(self, found: list[Phrase]) -> list[Phrase]:
        """``nearly 300 settlements and villages``: one number for two nouns makes one place."""
        merged: list[Phrase] = []
        for phrase in found:
            last = merged[-1] if merged else None
            if last and _is_counted(last) and _is_bare(phrase) and self._shares_number(phrase.head):
                first = last.places[0]
                text = self.tree.text[first.start - self.tree.offset : phrase.end - self.tree.offset]
                merged[-1] = replace(last, places=(replace(first, end=phrase.end, text=text),), end=phrase.end)
            else:
                merged.append(phrase)
        heads_a_list = self.tree.text.rstrip().endswith(":")  # "the dates at which our towns were lost:"
        return [replace(phrase, places=()) if _is_bare(phrase) and not heads_a_list else phrase for phrase in merged]

    def _shares_number(self, head: int) -> bool:
        return self.parse.words[head].dep == "conj" and self.parse.dep(head, "nummod", "det", "amod", "poss") is None

    def single(self, head: int) -> Phrase:
        """The phrase of one member alone."""
        return self._single(head, depth=0)

    @remembered
    def conjuncts(self, head: int) -> list[int]:
        """The heads of the other members of the list that a noun begins."""
        return self._members.behind(head)

    def end_of(self, head: int) -> int:
        """Behind a noun and what its ``of`` brings."""
        return self._members.end(head)

    def _shared(self, found: list[Phrase]) -> list[Phrase]:
        """What one member says for all: the kind (``A and B districts``), the owner (``Iraqi police and men``)."""
        kinds = [place.kind for phrase in found for place in phrase.places if place.kind]
        if not kinds:
            return [found[0], *(self._shared_by(found[0], phrase) for phrase in found[1:])]
        if not any(place.guessed for phrase in found for place in phrase.places):
            return found
        return [
            replace(phrase, places=tuple(_of_kind(place, kinds[-1]) for place in phrase.places)) for phrase in found
        ]

    def _shared_by(self, first: Phrase, phrase: Phrase) -> Phrase:
        if phrase.party is None or first.party is None or phrase.head == first.head:
            return phrase
        return replace(phrase, party=self._parties.shared(first.head, phrase.head, phrase.party))

    @remembered
    def _single(self, head: int, *, depth: int) -> Phrase:
        word = self.parse.words[head]
        name = self.tree.names.get(head)
        if name is None and (
            word.tag in _PRONOUN_TAGS
            or (word.lower in _DEMONSTRATIVES and not self.tree.has_of(head) and not self._is_told_by_name(head))
        ):
            many = word.lower in ("they", "them", "both", "these", "those")
            negative = self.tree.is_negative(head)
            return self.tree.phrase(head, head, head + 1, pronoun=word.lower, negative=negative, plural=many)
        if numbers.takes_up(self.tree, head) and not self._lists.in_apposition(head):
            return self.tree.phrase(head, *self.tree.span(head), pronoun="these", plural=True)
        if name is None and self._is_control(head):
            return self._control(head, depth)
        if name is not None and name.last - 1 >= head >= name.first and not self._is_kind_after(name, head):
            return self._named(head, name)
        return self._noun(head, depth)

    def _is_kind_after(self, name: Name, head: int) -> bool:
        word = self.parse.words[head]
        small = word.tag in ("NN", "NNS") and not word.text[0].isupper()
        return name.nature == "adjective" and head == name.last - 1 and small

    def _named(self, head: int, name: Name) -> Phrase:
        named = name.nature != "adjective" or self._speaks(head)
        party = self._parties.of_name(head, name) if named and name.party else None
        places: tuple[PlaceRef, ...] = ()
        if name.is_place:
            places = (self._places.of_name(head, name),)
            kind = self._places.apposed_kind(head, name)
            places = tuple(replace(place, kind=kind) for place in places) if kind else places
            party = None if kind and name.nature == "open" else party
        listed = self._lists.in_apposition(head) if not places else ()
        return self.tree.phrase(
            head, name.first, name.last, places=places or listed, party=party, is_state=name.is_state,
            forces=name.forces or name.nature == "people" or self._names_forces(head, name),
            negative=self.tree.is_negative(head),
        )  # fmt: skip

    def _names_forces(self, head: int, name: Name) -> bool:
        """``Russian troops``, where a region lists that as what Russia is called."""
        return name.nature == "known" and "forces" in self.tree.head_flags(head)

    def _speaks(self, head: int) -> bool:
        """Whether an adjective says whose word something is: ``the Russian claim to have taken the town``."""
        noun = self.parse.words[self.parse.words[head].head]
        return self.parse.words[head].dep in ("amod", "compound") and noun.lemma in self.tree.lexicon.say_nouns

    def _is_control(self, head: int) -> bool:
        word = self.parse.words[head]
        lists = self.tree.lexicon.lists
        if word.lemma in lists["flags"] and self.parse.words[word.head].lower == "under":  # "is under their flag"
            return True
        if word.lemma not in lists["control_nouns"] or not word.tag.startswith("NN"):
            return False
        if word.tag == "NNS" and word.lemma not in lists["held_in_many"]:
            return False  # "the authorities", "occupations"
        if any(True for _ in (*self.tree.links(head), *self.parse.deps(head, "poss", "amod", "compound", "nmod"))):
            return True
        words, lists = self.parse.words, self.tree.lexicon.lists  # "took control in X": the verb has the preposition
        behind = words[head + 1] if word.lemma in lists["had_in"] and head + 1 < len(words) else word
        return behind.dep == "prep" and behind.head == word.head and behind.lower in lists["control_links"]

    def _control(self, head: int, depth: int) -> Phrase:
        governed = self._is_governed(head)
        places: list[PlaceRef] = []
        ruler, pronoun = self._parties.owner(head), self._parties.owner_pronoun(head)
        for link, phrase in self.prepositional(head, depth):
            if (
                link == "of"
                and phrase.party
                and not phrase.party.guessed
                and (governed or not phrase.places)
                and ruler is None
            ):
                ruler = phrase.party
            elif link == "of" and governed and ruler is None and pronoun is None and (phrase.party or phrase.pronoun):
                ruler, pronoun = phrase.party, phrase.pronoun
            elif link in self.tree.lexicon.lists["control_links"]:
                places += phrase.places
        doubtful = not governed and ruler is not None and (ruler.guessed or self._is_in_control(head))
        if doubtful and ruler and any(ref.start == ruler.at[0] for ref in places if ruler.at):
            ruler = None  # "in possession of Narva", "in control of Crimea": it is held, though it be a party's name
        if self._control_nouns.is_either(head):
            ruler = None
        if self._control_nouns.is_of_no_place(head):
            places = []
        elif not places and not governed:  # "lost its grip on the town": the verb has taken the preposition
            links = self.tree.lexicon.lists["control_links"]
            places += [ref for link, phrase in self.behind(head, depth) if link in links for ref in phrase.places]
        return self.tree.phrase(
            head, *self.parse.edges(head), places=tuple(places), control=True, ruler=ruler, ruler_pronoun=pronoun,
            co_rulers=self._control_nouns.co_rulers(head, ruler, depth) if ruler else (),
            pronoun=next((p.pronoun for _, p in self.prepositional(head, depth) if p.pronoun and not governed), None),
        )  # fmt: skip

    def _is_governed(self, head: int) -> bool:
        """Whether "of" brings the holder: ``under the control of M23``, but not ``in control of Goma``."""
        if self._is_in_control(head):
            return False
        link = self.parse.words[self.parse.words[head].head].lower
        return link in ("under", "in", "into", "of", "from", "within", "to")

    def _is_in_control(self, head: int) -> bool:
        """``in control of Goma``, without an article."""
        link, lists = self.parse.words[self.parse.words[head].head].lower, self.tree.lexicon.lists
        holding = link == "in" and self.parse.words[head].lemma in lists["holding_nouns"]
        return holding and self.parse.dep(head, "det") is None

    def prepositional(self, head: int, depth: int = 0) -> Iterator[tuple[str, Phrase]]:
        """The prepositions behind a noun, each with the phrases behind it."""
        for preposition in self.tree.links(head):
            for noun in self.parse.deps(preposition, "pobj"):
                for phrase in self.read(noun, depth=depth + 1):
                    yield self.parse.words[preposition].lower, phrase

    def _is_plural(self, head: int) -> bool:
        """Whether a noun means several places; ``parts of the town`` are one."""
        word = self.parse.words[head]
        many = word.tag == "NNS" or self.tree.is_of_two(head)
        return many and word.lemma not in self.tree.lexicon.lists["scope_nouns"]

    def behind(self, head: int, depth: int) -> Iterator[tuple[str, Phrase]]:
        """What says where a noun of place lies: its prepositions, one that the verb took from it, ``south of X``."""
        yield from self._behind_land(head, depth)
        yield from self.prepositional(head, depth)
        yield from self._told_by_verb(head, depth)
        yield from self._behind_owner(head, depth)
        words = self.parse.words
        if head + 1 >= len(words) or (words[head + 1].head == head and words[head + 1].dep == "prep"):
            return
        word = words[head + 1]
        if word.lower in self.tree.lexicon.lists["directions"]:
            for of in self.parse.deps(word.at, "prep"):
                yield from ((f"{word.lower} of", phrase) for phrase in self._objects(of, depth))
        elif word.dep != "prep" or word.head != words[head].head or is_receiver(self.tree, head, word.at):
            return
        elif words[head].dep in ("dobj", "nsubjpass", "attr"):
            yield from ((word.lower, phrase) for phrase in self._objects(word.at, depth))

    def _behind_land(self, head: int, depth: int) -> Iterator[tuple[str, Phrase]]:
        """``swathes of territory in X``: the land has no name, and what stands behind it says where it lies."""
        words, lists = self.parse.words, self.tree.lexicon.lists
        if words[head].lemma not in lists["scope_nouns"]:
            return
        links = (link for link in self.tree.links(head) if words[link].lower == "of")
        for land in (noun for link in links for noun in self.parse.deps(link, "pobj")):
            if words[land].lemma not in lists["bare_land"] or any(c in self.names for c in self.parse.children[land]):
                continue
            yield from (one for one in (self.behind(land, depth + 1) if depth < _DEEP else ()) if one[1].places)
            after = words[land + 1] if land + 1 < len(words) else words[land]
            if after.dep == "prep" and after.head == words[head].head:  # the verb has taken it
                yield from ((after.lower, phrase) for phrase in self._objects(after.at, depth))

    def _behind_owner(self, head: int, depth: int) -> Iterator[tuple[str, Phrase]]:
        """``the base of the 5th Division in X``: what stands behind whose a place is says where it lies."""
        words = self.parse.words
        for of in self.tree.links(head):
            owners = self.parse.deps(of, "pobj") if words[of].lower == "of" else ()
            for owner in owners:
                whose = self._single(owner, depth=depth + 1) if depth < _DEEP else None
                if whose is None or whose.party is None or whose.places:
                    continue
                yield from self.prepositional(owner, depth + 1)
                for link in words[owner + 1 : owner + 2]:
                    if link.dep == "prep" and link.head == words[head].head:
                        yield from ((link.lower, phrase) for phrase in self._objects(link.at, depth))

    def _told_by_verb(self, head: int, depth: int) -> Iterator[tuple[str, Phrase]]:
        """``the road linking X to Y``, ``the hills overlooking X``, ``the road that links X to Y``."""
        for verb in self.parse.deps(head, "acl", "relcl"):
            told = self._links(verb)
            if told is not None:
                nouns = [*self.parse.deps(verb, "dobj")]
                nouns += [noun for link in self.parse.deps(verb, "prep") for noun in self.parse.deps(link, "pobj")]
                yield from ((told, phrase) for noun in nouns for phrase in self.read(noun, depth=depth + 1))

    def _links(self, verb: int) -> str | None:
        """The participle by which a verb says where something lies, whether it is one or has ``that`` before it."""
        word, links = self.parse.words[verb], self.tree.lexicon.lists["place_links"]
        if word.dep == "acl":
            return word.lower if word.lower in links else None
        if self.parse.words[word.head + 1].lower not in ("that", "which") or verb != word.head + 2:
            return None
        participles = (f"{word.lemma}ing", f"{word.lemma.removesuffix('e')}ing")
        return next((one for one in participles if one in links), None)

    def _objects(self, preposition: int, depth: int) -> Iterator[Phrase]:
        for noun in self.parse.deps(preposition, "pobj"):
            yield from self.read(noun, depth=depth + 1)

    def _noun(self, head: int, depth: int) -> Phrase:
        word = self.parse.words[head]
        kind = self.tree.kind_of(head)
        lists = self.tree.lexicon.lists
        many = word.lemma in lists["multitudes"] and "the" not in self.tree.determiners(head)  # "A and B, the ring of"
        if kind or many or word.lemma in lists["scope_nouns"] | lists["whole_nouns"]:
            places = self._places.of_noun(head, kind, depth)
            if places:
                owner = self._parties.owner(head)
                return self.tree.phrase(head, *self.tree.span(head), places=places, plural=self._is_plural(head),
                                    negative=self.tree.is_negative(head), ruler=owner)  # fmt: skip
        if named := self._counted_off(head) or self._places.among(head) or self._places.shared_out(head):
            return self.tree.phrase(head, *self.tree.span(head), places=named, plural=len(named) > 1)
        party, forces = self._parties.of_noun(head)
        return self.tree.phrase(
            head,
            *self.tree.span(head),
            party=party,
            forces=forces,
            negative=self.tree.is_negative(head),
            civilians=word.lemma in lists["civilians"] and not forces,
            operation=word.lemma in lists["operations"],
            plural=word.tag == "NNS",
            amount=party is None and (word.tag == "CD" or self.parse.dep(head, "nummod") is not None),
            pronoun=self._parties.owner_pronoun(head) if party and party.bare else None,
        )

    def _is_told_by_name(self, head: int) -> bool:
        """``the remaining one, Eastern Slavonia``: it stands for nothing told before."""
        return self.parse.words[head].lower == "one" and any(at in self.names for at in self.parse.deps(head, "appos"))

    def _counted_off(self, head: int) -> tuple[PlaceRef, ...]:
        """Places named beside what numbers them: ``two of them, A and B``, ``the last of the three districts, C``."""
        word = self.parse.words[head]
        numbers = word.tag in ("CD", "DT") or word.lower in _OTHERS or word.lower in self.tree.lexicon.lists["ordinals"]
        return self._lists.in_apposition(head) if numbers and head not in self.names else ()


def _of_kind(place: PlaceRef, kind: str) -> PlaceRef:
    return replace(place, kind=place.kind or kind) if place.guessed else place


def _is_counted(phrase: Phrase) -> bool:
    return len(phrase.places) == 1 and phrase.places[0].unnamed and phrase.places[0].counted


def _is_bare(phrase: Phrase) -> bool:
    """Whether it only says a kind (``villages``), of which no place can be told; ``villages north of X`` says one."""
    if not phrase.plural or len(phrase.places) != 1:
        return False
    return phrase.places[0].is_bare and phrase.places[0].end <= phrase.end
