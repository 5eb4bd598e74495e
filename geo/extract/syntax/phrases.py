"""Reads noun phrases of a parsed sentence: which places they name and how much of them, or which party.

A phrase keeps every reading that it allows; the slot that it fills decides. Coordination is unfolded: ``read`` gives a
phrase for each member. What a list shares is read once: ``the Kalbajar, Lachin and Agdam districts`` are three places.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.noun_tree import NounTree, Phrase
from geo.extract.syntax.party_nouns import PartyNouns
from geo.extract.syntax.place_nouns import PlaceNouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.naming import Name
    from geo.extract.syntax.parse import Parse

__all__ = ["Phrase", "PhraseReader"]

_PRONOUN_TAGS = frozenset({"PRP", "WP", "WDT", "EX"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "both", "all", "each", "none", "there", "here", "one", "neither", "either"})  # fmt: skip
_DEEP = 6


class PhraseReader:
    """The noun phrases of one sentence."""

    def __init__(self, tree: NounTree) -> None:
        self.tree = tree
        self._places = PlaceNouns(tree, self)
        self._parties = PartyNouns(tree, self)

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

    def read(self, head: int, *, depth: int = 0) -> list[Phrase]:
        """The phrase whose head stands at a position, and the members of the list that it begins."""
        if depth > _DEEP:
            return []
        found = [self._single(head, depth=depth)]
<<<<<<< HEAD
        found += [phrase for other in self._conjuncts(head) for phrase in [self._single(other, depth=depth)]]
        return self._shared(self._counted_together(found))

    def _counted_together(self, found: list[Phrase]) -> list[Phrase]:
        """``nearly 300 settlements and villages``: one number for two nouns makes one place."""
        merged: list[Phrase] = []
        for phrase in found:
            last = merged[-1] if merged else None
            if last and _is_unnamed(last) and _is_unnamed(phrase) and self._shares_number(phrase.head):
                joined = replace(last.places[0], end=phrase.end, text=self.text[last.places[0].start - self.offset : phrase.end - self.offset])
                merged[-1] = replace(last, places=(joined,), end=phrase.end)
            else:
                merged.append(phrase)
        return merged

    def _shares_number(self, head: int) -> bool:
        return self.parse.words[head].dep == "conj" and not any(True for _ in self.parse.deps(head, "nummod", "det", "amod", "poss"))
=======
        found += [phrase for other in self.conjuncts(head) for phrase in [self._single(other, depth=depth)]]
        return self._shared(found)
>>>>>>> 4bd9af9 (Noun phrases in three rooms: what a noun says by itself, nouns of place, nouns of parties)

    def single(self, head: int) -> Phrase:
        """The phrase of one member alone."""
        return self._single(head, depth=0)

    def conjuncts(self, head: int) -> Iterator[int]:
        for child in self.tree.parse.deps(head, "conj"):
            if self.tree.parse.words[child].tag.startswith("V") and child not in self.tree.names:
                continue
            yield child
            yield from self.conjuncts(child)
        yield from self._listed(head)
        yield from self._behind_alias(head)

    def _listed(self, head: int) -> Iterator[int]:
        """Members that the parser took for an apposition: ``Kalbajar, Lachin, and part of Agdam``."""
        if head not in self.tree.names or not self.tree.names[head].is_place:
            return
        for child in self.tree.parse.deps(head, "appos"):
            enumerates = self.tree.parse.dep(child, "cc") is not None or any(
                True for _ in self.tree.parse.deps(child, "appos")
            )
            if (
                enumerates
                and child in self.tree.names
                and self.tree.names[child].is_place
                and self.tree.parse.words[self.tree.names[child].first - 1].text == ","
            ):
                yield child
                yield from self.conjuncts(child)

    def _behind_alias(self, head: int) -> Iterator[int]:
        """Members behind ``, also known as X,`` that the parser hung on X."""
        for child in self.tree.parse.deps(head, "acl", "relcl"):
            if self.tree.parse.words[child].lemma not in self.tree.lexicon.lists["naming_verbs"]:
                continue
            low, high = self.tree.parse.edges(child)
            for at in range(low, high):
                word = self.tree.parse.words[at]
                if (
                    word.dep == "conj"
                    and word.tag.startswith("NN")
                    and any(
                        self.tree.parse.words[n].text == "," and self.tree.parse.words[n + 1].lower in ("and", "as")
                        for n in range(max(low, at - 5), at)
                    )
                ):
                    yield at

    def _shared(self, found: list[Phrase]) -> list[Phrase]:
        """A kind told of the last member is told of all: ``Kalbajar and Lachin districts``."""
        kinds = [place.kind for phrase in found for place in phrase.places if place.kind]
        if not kinds or len(found) == 1:
            return found
        return [
            replace(
                phrase, places=tuple(replace(p, kind=p.kind or kinds[-1]) if p.guessed else p for p in phrase.places)
            )
            for phrase in found
        ]

    def _single(self, head: int, *, depth: int) -> Phrase:
        word = self.tree.parse.words[head]
        name = self.tree.names.get(head)
        if name is None and (
            word.tag in _PRONOUN_TAGS or (word.lower in _DEMONSTRATIVES and not self.tree.has_of(head))
        ):
            return self.tree.phrase(
                head,
                head,
                head + 1,
                pronoun=word.lower,
                plural=word.lower in ("they", "them", "both", "these", "those"),
            )
        if name is None and self._is_control(head):
            return self._control(head, depth)
        if name is not None and name.last - 1 >= head >= name.first and not self._is_kind_after(name, head):
            return self._named(head, name, depth)
        return self._noun(head, depth)

    def _is_kind_after(self, name: Name, head: int) -> bool:
        return name.nature == "adjective" and head == name.last - 1 and self.tree.parse.words[head].tag in ("NN", "NNS") and not self.tree.parse.words[head].text[0].isupper()  # fmt: skip

    def _named(self, head: int, name: Name, depth: int) -> Phrase:
        party = None
        if name.nature != "adjective" and name.party:
            known = name.known_party
            party = PartyRef(
                text=name.text,
                party=name.party if known and name.party != name.text else None,
                head="forces" if name.forces else "name",
                guessed=not known,
            )
        places: tuple[PlaceRef, ...] = ()
        if name.is_place:
            places = (self.tree.place(name.first, name.last, place=name.place, guessed=name.nature == "open"),)
            places = tuple(replace(place, extent=self.tree.extent_of(head)) for place in places)
            kind = self._places.apposed_kind(head, name)
            places = tuple(replace(place, kind=kind) for place in places)
            party = None if kind and name.nature == "open" else party
        listed = self._places.in_apposition(head) if not places else ()
        return self.tree.phrase(
            head, name.first, name.last, places=places or listed, party=party, forces=name.forces or name.nature == "people",
            is_state=name.is_state, negative=self.tree.is_negative(head),
        )  # fmt: skip

    def _is_control(self, head: int) -> bool:
        word = self.tree.parse.words[head]
        if word.lemma not in self.tree.lexicon.lists["control_nouns"] or not word.tag.startswith("NN"):
            return False
<<<<<<< HEAD
        return any(True for _ in (*self._links(head), *self.parse.deps(head, "poss", "amod", "compound", "nmod")))
=======
        return any(True for _ in self.tree.parse.deps(head, "prep", "poss", "amod", "compound", "nmod"))
>>>>>>> 4bd9af9 (Noun phrases in three rooms: what a noun says by itself, nouns of place, nouns of parties)

    def _control(self, head: int, depth: int) -> Phrase:
        governed = self.tree.parse.words[self.tree.parse.words[head].head].lower in (
            "under",
            "in",
            "into",
            "of",
            "from",
            "within",
            "to",
        )
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
        return self.tree.phrase(
            head, *self.tree.parse.edges(head), places=tuple(places), control=True, ruler=ruler, ruler_pronoun=pronoun,
            pronoun=next((p.pronoun for link, p in self.prepositional(head, depth) if p.pronoun and not governed), None),
        )  # fmt: skip

    def prepositional(self, head: int, depth: int = 0) -> Iterator[tuple[str, Phrase]]:
        """The prepositions behind a noun, each with the phrases behind it."""
<<<<<<< HEAD
        for preposition in self._links(head):
            for noun in self.parse.deps(preposition, "pobj"):
                for phrase in self.read(noun, depth=depth + 1):
                    yield self.parse.words[preposition].lower, phrase

    def _links(self, head: int) -> Iterator[int]:
        """The prepositions of a noun, with an ``of`` right behind it that the parser hung on the verb."""
        yield from self.parse.deps(head, "prep")
        behind = head + 1
        if behind < len(self.parse.words) and self.parse.words[behind].head != head:
            word = self.parse.words[behind]
            if word.dep == "prep" and word.head == self.parse.words[head].head and word.lower in ("of", "over"):
                yield behind

    def _of(self, head: int) -> bool:
        return any(self.parse.words[child].lower == "of" for child in self._links(head))

    # common nouns
=======
        for preposition in self.tree.parse.deps(head, "prep"):
            for noun in self.tree.parse.deps(preposition, "pobj"):
                for phrase in self.read(noun, depth=depth + 1):
                    yield self.tree.parse.words[preposition].lower, phrase
>>>>>>> 4bd9af9 (Noun phrases in three rooms: what a noun says by itself, nouns of place, nouns of parties)

    def _noun(self, head: int, depth: int) -> Phrase:
        word = self.tree.parse.words[head]
        kind = self.tree.place_noun(head)
        if kind or word.lemma in self.tree.lexicon.lists["part_nouns"] | self.tree.lexicon.lists["whole_nouns"]:
            places, site = self._places.of_noun(head, kind, depth)
            if places:
                owner = self._parties.owner(head)
                return self.tree.phrase(head, *self.tree.span(head), places=places, plural=word.tag == "NNS", site=site,
                                    negative=self.tree.is_negative(head), ruler=owner)  # fmt: skip
        party, forces = self._parties.of_noun(head)
        lists = self.tree.lexicon.lists
        return self.tree.phrase(
            head,
            *self.tree.span(head),
            party=party,
            forces=forces,
            negative=self.tree.is_negative(head),
            civilians=word.lemma in lists["civilians"] and not forces,
            operation=word.lemma in lists["operations"],
            plural=word.tag == "NNS",
            pronoun=self._parties.owner_pronoun(head) if party and party.bare else None,
        )
<<<<<<< HEAD

    def _place_noun(self, head: int) -> str | None:
        """The singular of a generic noun for places, or None."""
        word = self.parse.words[head]
        if not word.tag.startswith("NN"):
            return None
        found = self.world.place_noun_at((Token(word.start, word.end, word.text, word.lower),), 0)
        if found is None and head > 0:
            before = self.parse.words[head - 1]
            pair = tuple(Token(w.start, w.end, w.text, w.lower) for w in (before, word))
            found = self.world.place_noun_at(pair, 0)
            found = found if found and found.last == 2 else None  # noqa: PLR2004 - a noun of two words
        return found.values[0].singular if found else None

    def _class(self, kind: str | None) -> str:
        nouns = self.world.place_nouns.of(kind) if kind else ()
        return nouns[0].classes[0] if nouns else ""

    def _places_of(self, head: int, kind: str | None, depth: int) -> tuple[tuple[PlaceRef, ...], bool]:
        """The places that a common noun names, with its kind; and whether it is a site."""
        word = self.parse.words[head]
        class_ = self._class(kind)
        site = class_ in ("site", "feature")
        plural = word.tag == "NNS"
        counted = self._is_counted(head)
        part: Extent = "part" if self._says_part(head) else self._extent_of(head)
        names = self._modifier_names(head)
        apposed = self._listed_in_apposition(head)
        if apposed and (kind or counted):
            return tuple(replace(place, kind=place.kind or kind) for place in apposed), False
        if names and kind:
            if not plural or len(names) > 1 or class_ in ("area", "settlement"):
                return tuple(self._with_kind(name, head, kind, part, alone=len(names) == 1) for name in names), site
            return tuple(replace(self._ref(name), extent="part", kind=None) for name in names), False
        inner = self._inner(head, depth)
        if inner:
            return self._contained(head, kind, class_, inner, counted=counted, part=part), site
        if kind is None:
            return (), False
        return (self._unnamed(head, kind, class_, counted=counted, part=part),), site

    def _modifier_names(self, head: int) -> list[Name]:
        """The names before a noun of place, in a list or alone."""
        found: list[Name] = []
        stack = list(self.parse.deps(head, *_MODIFIERS))
        for child in stack:
            name = self.names.get(child)
            if name is not None and name.is_place and name.last <= head and name not in found and not self._is_owner(child, name):
                found.append(name)
            stack += [c for c in self.parse.deps(child, "conj", "compound", "nmod", "appos") if c < head]
        return sorted(found, key=lambda name: name.first)

    def _is_owner(self, child: int, name: Name) -> bool:
        """Whether a name only says whose a place is (``Armenia's border``, ``Nagorno-Karabakh's Lachin region``)."""
        return self.parse.words[child].dep == "poss" and (name.is_state or len(list(self.parse.deps(self.parse.words[child].head, *_MODIFIERS))) > 1)  # fmt: skip

    def _with_kind(self, name: Name, head: int, kind: str, extent: Extent, *, alone: bool) -> PlaceRef:
        last = head + 1 if alone else name.last
        guessed = name.nature == "open"
        return self._place(name.first, last, place=name.place, kind=kind, extent=extent, guessed=False if guessed else False)

    def _inner(self, head: int, depth: int) -> list[tuple[str, Phrase]]:
        """The places behind a noun: ``the town of X``, ``villages in X``."""
        found = []
        for link, phrase in self.prepositional(head, depth):
            if link in ("of", "in", "at", "around", "near", "along", "on", "inside", "outside", "over", "across") and phrase.places:
                found.append((link, phrase))
        return found

    def _contained(
        self, head: int, kind: str | None, class_: str, inner: list[tuple[str, Phrase]], *, counted: bool, part: Extent
    ) -> tuple[PlaceRef, ...]:
        link = inner[0][0]
        places = tuple(place for other, phrase in inner if other == link for place in phrase.places)
        word = self.parse.words[head]
        plural = word.tag == "NNS"
        lists = self.lexicon.lists
        names_it = kind is not None and link == "of" and class_ in ("settlement", "area") and word.lemma not in lists["part_nouns"] - {"village", "town", "district", "settlement", "hamlet", "area", "territory"}  # fmt: skip
        if names_it and not counted and (not plural or len(places) > 1) and not self._says_part(head):
            return tuple(replace(place, kind=kind, guessed=False, extent=part if part == "part" else place.extent) for place in places)
        if kind is not None and plural and all(place.anaphor for place in places):
            return (self._whole_words(head, kind),)
        if kind is None and word.lemma in lists["counting_nouns"] and inner[0][1].plural and all(place.anaphor or place.counted for place in places):
            return (self._whole_words(head, places[0].kind or ""),)
        if names_it and counted and len(places) == self.number(head):
            return tuple(replace(place, kind=kind, guessed=False) for place in places)
        if word.lemma in lists["whole_nouns"] and word.lemma not in ("rest",):
            return places
        if kind is None or word.lemma in ("part", "half", "most", "centre", "outskirts"):
            return tuple(replace(place, extent="part") for place in places)
        if class_ in ("site", "feature") and link in ("near", "outside", "around", "along", "across", "over"):
            return (self._unnamed(head, kind, class_, counted=counted, part=part),)
        if class_ in ("site", "feature") and link == "at":
            return tuple(replace(place, guessed=False) for place in places)
        if (counted or plural) and class_ in ("settlement", "area", "quarter"):
            first, last = self._span(head, core=True)
            return tuple(
                replace(
                    self._place(first, head + 1, place=place.place, kind=place.kind, extent="part", counted=True),
                    within=place.text,
                )
                for place in places[:1]
            )
        return tuple(replace(place, extent="part", guessed=False) for place in places)

    def _whole_words(self, head: int, kind: str) -> PlaceRef:
        """``some of the districts``: places that are counted and not told."""
        _, last = self.parse.edges(head)
        behind = [n for preposition in self.parse.deps(head, "prep") for n in self.parse.deps(preposition, "pobj")]
        first, _ = self._span(head, core=True)
        return self._place(first, min(last, max(behind, default=head) + 1), kind=kind, extent="part", counted=True, unnamed=True)

    def _unnamed(self, head: int, kind: str, class_: str, *, counted: bool, part: Extent) -> PlaceRef:
        first, _ = self._span(head, core=True)
        determined = any(self.parse.words[c].lower in ("the", "this", "that", "these", "those", "both", "its", "their") for c in self.parse.deps(head, "det", "poss", "predet"))  # fmt: skip
        anaphor = class_ in ("settlement", "area", "quarter") and (determined or not counted)
        return self._place(first, head + 1, kind=kind, extent=part, counted=counted, anaphor=anaphor and determined, unnamed=True)

    def _is_counted(self, head: int) -> bool:
        lists = self.lexicon.lists
        for child in (*self.parse.deps(head, "nummod", "amod", "det", "quantmod"),):
            word = self.parse.words[child]
            if word.dep == "nummod" or word.lower in ("several", "many", "some", "few", "dozens", "numerous", "various", "hundreds", "scores"):
                return True
        return self.parse.words[head].tag == "NNS" and not any(
            self.parse.words[c].lower in ("the", "these", "those", "both", *lists["possessives"]) for c in self.parse.deps(head, "det", "poss", "predet")
        )

    def number(self, head: int) -> int | None:
        """How many a noun says that there are, or None."""
        words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
        for child in self.parse.deps(head, "nummod"):
            lower = self.parse.words[child].lower
            if lower in words:
                return words.index(lower)
            if lower.isdigit():
                return int(lower)
        return 2 if any(self.parse.words[c].lower == "both" for c in self.parse.deps(head, "det", "predet")) else None

    def _says_part(self, head: int) -> bool:
        return any(self.parse.words[c].lower in self.lexicon.lists["part_adjectives"] for c in self.parse.deps(head, "amod") if c not in self.names)

    def _listed_in_apposition(self, head: int) -> tuple[PlaceRef, ...]:
        """The places named behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""
        found: list[PlaceRef] = []
        for child in self.parse.deps(head, "appos"):
            for at in (child, *self._conjuncts(child)):
                name = self.names.get(at)
                if name is not None and name.is_place and not name.is_state:
                    found.append(self._ref(name))
        if found or self.parse.words[head].tag != "NNS" or head in self.names:
            return tuple(found)
        return self._listed_behind(head)

    def _listed_behind(self, head: int) -> tuple[PlaceRef, ...]:
        """A list of names behind a colon, a dash or a comma, as long as the number says where there is one."""
        words = self.parse.words
        at = head + 1
        end = next((n for n in range(head + 1, len(words)) if words[n].text in (":", "\u2014", "\u2013", ";")), None)
        if end is None or words[end].text == ";":
            if at >= len(words) or words[at].text not in (",", "(", "including"):
                return ()
            end = at
        found: list[PlaceRef] = []
        at = end + 1
        while at < len(words):
            name = self.names.get(at)
            if name is not None and name.is_place and not name.is_state:
                found.append(self._ref(name))
                at = name.last
            elif words[at].lower in (",", "and", "&", "the"):
                at += 1
            else:
                break
        number = self.number(head)
        enough = len(found) == number if number else len(found) > 1 and words[end].text != ","
        return tuple(found) if enough else ()

    # parties

    def _party(self, head: int) -> tuple[PartyRef | None, bool]:
        """The party that a common noun names: ``Russian soldiers``, ``the rebels``, ``Assad's men``."""
        word = self.parse.words[head]
        flags = self._head_flags(head)
        lists = self.lexicon.lists
        owner = self.owner(head)
        operation = word.lemma in lists["operations"]
        if not flags and not operation and self._of(head) and word.lemma in lists["quantity_nouns"]:
            inner = next((p for link, p in self.prepositional(head, 1) if link == "of" and p.party), None)
            return (inner.party, inner.forces) if inner else (None, False)
        if not flags and not operation and word.lemma not in lists["bare_parties"]:
            if owner is None or word.lemma not in ("side", "leader", "leadership", "man", "state", "people", "ally", "base", "line"):
                return None, False
        forces = bool(flags & {"forces", "attackers", "defenders"}) or (operation and owner is not None) or word.lemma in lists["bare_parties"] - {"government", "regime", "opposition"}
        if operation and not flags:
            return (owner, forces) if owner else (None, False)
        first, last = self._span(head, core=True)
        if owner is None or owner.guessed:
            last = max(last, self._tail(head))
        text = _said(self.parse.words, first, last)
        possessed = any(self.parse.words[c].lower in lists["possessives"] for c in self.parse.deps(head, "poss"))
        ref = PartyRef(
            text=text,
            party=owner.party if owner else None,
            head="forces" if forces else "voices",
            bare=owner is None and possessed,
        )
        return ref, forces

    def _head_flags(self, head: int) -> frozenset[str]:
        word = self.parse.words[head]
        found = self.world.head_at((Token(word.start, word.end, word.text, word.lower),), 0)
        if found is None and head > 0:
            pair = tuple(Token(w.start, w.end, w.text, w.lower) for w in self.parse.words[head - 1 : head + 1])
            found = self.world.head_at(pair, 0)
            found = found if found and found.last == 2 else None  # noqa: PLR2004 - a noun of two words
        return frozenset(found.values[0].flags) if found else frozenset()

    def owner(self, head: int) -> PartyRef | None:
        """Whose something is: by adjective, possessive, compound, or behind ``of``, ``loyal to``, ``from``."""
        for child in self.parse.deps(head, *_MODIFIERS):
            found = self._owner_at(child)
            if found:
                return found
        for child in self.parse.deps(head, "prep", "amod", "acl"):
            word = self.parse.words[child]
            if word.lower not in ("of", "loyal", "allied", "from", "aligned", "led", "backed", "commanded"):
                continue
            for target in self._targets(child):
                for phrase in self.read(target, depth=_DEEP - 1):
                    if phrase.party and word.lower != "backed":
                        return replace(phrase.party, guessed=phrase.party.guessed)
        return None

    def _owner_at(self, child: int) -> PartyRef | None:
        name = self.names.get(child)
        word = self.parse.words[child]
        if name is not None:
            if name.party is None or (name.is_place and not name.known_party and word.dep != "poss"):
                return None
            known = name.known_party and name.party != name.text
            return PartyRef(text=name.text, party=name.party if known else None, guessed=not name.known_party)
        flags = self._head_flags(child)
        if word.lemma in self.lexicon.lists["bare_parties"] or flags & {"forces", "government", "attackers", "defenders"}:
            inner = next((found for c in self.parse.deps(child, *_MODIFIERS) if (found := self._owner_at(c))), None)
            if inner:
                return inner
            first = min((c for c in self.parse.deps(child, "amod", "compound")), default=child)
            return PartyRef(text=_said(self.parse.words, min(first, child), child + 1), head="forces")
        return None

    def _targets(self, at: int) -> Iterator[int]:
        for child in self.parse.children[at]:
            if self.parse.words[child].dep in ("pobj",):
                yield child
            elif self.parse.words[child].dep in ("prep", "agent"):
                yield from self._targets(child)

    # spans

    def _is_negative(self, head: int) -> bool:
        return any(self.parse.words[c].lower in ("no", "neither", "nor", "none") for c in self.parse.deps(head, "det", "neg", "preconj", "cc"))  # fmt: skip

    def _tail(self, head: int) -> int:
        """Behind the words that say whose men they are: ``men of the 3rd Brigade``, ``forces loyal to Haftar``."""
        for child in self.parse.deps(head, "prep", "amod", "acl"):
            if child > head and self.parse.words[child].lower in ("of", "loyal", "allied", "from", "without", "in", "led"):
                _, last = self.parse.edges(child)
                if last - head <= _LONGEST_PARTY and self.parse.words[child].lower != "in":
                    return last
        return head + 1

    def _span(self, head: int, *, core: bool = False) -> tuple[int, int]:
        """A noun with what stands before it; without the article for its core."""
        first = head
        for child in self.parse.children[head]:
            if child < head and self.parse.words[child].dep not in ("punct", "cc", "preconj", "relcl", "appos", "advcl", "mark"):
                low, _ = self.parse.edges(child)
                first = min(first, low)
        if core:
            while first < head and (self.parse.words[first].lower in ("the", "a", "an") or self.parse.words[first].dep in ("punct",)):
                first += 1
        return first, head + 1

    def _ref(self, name: Name) -> PlaceRef:
        return self._place(name.first, name.last, place=name.place, guessed=name.nature == "open")

    def _place(
        self,
        first: int,
        last: int,
        *,
        place: str | None = None,
        kind: str | None = None,
        extent: Extent = "whole",
        counted: bool = False,
        guessed: bool = False,
        anaphor: bool = False,
        unnamed: bool = False,
    ) -> PlaceRef:
        start, end = self.parse.words[first].start, self.parse.words[last - 1].end
        return PlaceRef(
            text=self.text[start - self.offset : end - self.offset],
            start=start,
            end=end,
            place=place,
            kind=kind,
            extent=extent,
            counted=counted,
            guessed=guessed,
            anaphor=anaphor,
            unnamed=unnamed,
        )

    def _phrase(self, head: int, first: int, last: int, **readings: object) -> Phrase:
        start, end = self.parse.words[first].start, self.parse.words[last - 1].end
        text = self.text[start - self.offset : end - self.offset]
        return Phrase(head=head, text=text, start=start, end=end, **readings)  # type: ignore[arg-type]


def _is_unnamed(phrase: Phrase) -> bool:
    return len(phrase.places) == 1 and phrase.places[0].unnamed and phrase.places[0].counted


def _said(words: Sequence[Word], first: int, last: int) -> str:
    """The words of a party without what counts it: ``600 Congolese soldiers`` are Congolese soldiers."""
    while first < last - 1 and (words[first].tag in ("DT", "CD", "PRP$", "RB", "IN", "JJR", "JJS", "PDT") or words[first].lower in ("some", "several", "many", "few", "hundreds", "thousands", "dozens", "more")):
        first += 1
    parts: list[str] = []
    for at in range(first, last):
        parts.append((" " if at > first and words[at].start > words[at - 1].end else "") + words[at].text)
    return "".join(parts)
=======
>>>>>>> 4bd9af9 (Noun phrases in three rooms: what a noun says by itself, nouns of place, nouns of parties)
