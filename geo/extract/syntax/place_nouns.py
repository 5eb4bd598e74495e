"""Reads common nouns of place: which places ``the villages of X and Y``, ``most of X`` or ``the bridge`` name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.naming import Name
    from geo.extract.syntax.noun_tree import NounTree, Phrase
    from geo.extract.syntax.phrases import PhraseReader
    from geo.records import Extent

_MODIFIERS = ("compound", "amod", "nmod", "poss", "nn")


@dataclass(frozen=True, slots=True)
class PlaceNouns:
    """The places that common nouns of a sentence name; ``phrases`` reads what stands behind them."""

    tree: NounTree
    phrases: PhraseReader

    def apposed_kind(self, head: int, name: Name) -> str | None:
        """The kind in ``Hama, a city of a million`` or ``the town Hama``."""
        for child in (*self.tree.parse.deps(head, "appos"), *self.tree.parse.deps(head, "compound", "nmod")):
            if child >= name.last or child < name.first:
                kind = self.tree.kind_of(child)
                if kind:
                    return kind
        governor = self.tree.parse.words[head].head
        if self.tree.parse.words[head].dep == "appos" and (kind := self.tree.kind_of(governor)):
            return kind
        return None

    def of_noun(self, head: int, kind: str | None, depth: int) -> tuple[tuple[PlaceRef, ...], bool]:
        """The places that a common noun names, with its kind; and whether it is a site."""
        word = self.tree.parse.words[head]
        class_ = self.tree.place_class(kind)
        site = class_ in ("site", "feature")
        plural = word.tag == "NNS"
        counted = self.tree.is_counted(head)
        part: Extent = "part" if self.tree.says_part(head) else self.tree.extent_of(head)
        names = self._modifier_names(head)
        apposed = self.in_apposition(head)
        if apposed and (kind or counted):
            return tuple(replace(place, kind=place.kind or kind) for place in apposed), False
        if names and kind:
            if not plural or len(names) > 1 or class_ in ("area", "settlement"):
                return tuple(self._with_kind(name, head, kind, part, alone=len(names) == 1) for name in names), site
            return tuple(replace(self.tree.ref(name), extent="part", kind=None) for name in names), False
        inner = self._inner(head, depth)
        if inner:
            return self._contained(head, kind, class_, inner, counted=counted, part=part), site
        if kind is None:
            return (), False
        return (self._unnamed(head, kind, class_, counted=counted, part=part),), site

    def _modifier_names(self, head: int) -> list[Name]:
        """The names before a noun of place, in a list or alone."""
        found: list[Name] = []
        stack = list(self.tree.parse.deps(head, *_MODIFIERS))
        for child in stack:
            name = self.tree.names.get(child)
            if (
                name is not None
                and name.is_place
                and name.last <= head
                and name not in found
                and not self._is_owner(child, name)
            ):
                found.append(name)
            stack += [c for c in self.tree.parse.deps(child, "conj", "compound", "nmod", "appos") if c < head]
        return sorted(found, key=lambda name: name.first)

    def _is_owner(self, child: int, name: Name) -> bool:
        """Whether a name only says whose a place is (``Armenia's border``, ``Nagorno-Karabakh's Lachin region``)."""
        return self.tree.parse.words[child].dep == "poss" and (name.is_state or len(list(self.tree.parse.deps(self.tree.parse.words[child].head, *_MODIFIERS))) > 1)  # fmt: skip

    def _with_kind(self, name: Name, head: int, kind: str, extent: Extent, *, alone: bool) -> PlaceRef:
        last = head + 1 if alone else name.last
        guessed = name.nature == "open"
        return self.tree.place(
            name.first, last, place=name.place, kind=kind, extent=extent, guessed=False if guessed else False
        )

    def _inner(self, head: int, depth: int) -> list[tuple[str, Phrase]]:
        """The places behind a noun: ``the town of X``, ``villages in X``."""
        found = []
        for link, phrase in self.phrases.prepositional(head, depth):
            if (
                link in ("of", "in", "at", "around", "near", "along", "on", "inside", "outside", "over", "across")
                and phrase.places
            ):
                found.append((link, phrase))
        return found

    def _contained(
        self, head: int, kind: str | None, class_: str, inner: list[tuple[str, Phrase]], *, counted: bool, part: Extent
    ) -> tuple[PlaceRef, ...]:
        link = inner[0][0]
        places = tuple(place for other, phrase in inner if other == link for place in phrase.places)
        word = self.tree.parse.words[head]
        plural = word.tag == "NNS"
        lists = self.tree.lexicon.lists
        names_it = kind is not None and link == "of" and class_ in ("settlement", "area") and word.lemma not in lists["part_nouns"] - {"village", "town", "district", "settlement", "hamlet", "area", "territory"}  # fmt: skip
        if names_it and not counted and (not plural or len(places) > 1) and not self.tree.says_part(head):
            return tuple(
                replace(place, kind=kind, guessed=False, extent=part if part == "part" else place.extent)
                for place in places
            )
        if kind is not None and plural and all(place.anaphor for place in places):
            return (self._whole_words(head, kind),)
        if (
            kind is None
            and word.lemma in lists["counting_nouns"]
            and inner[0][1].plural
            and all(place.anaphor or place.counted for place in places)
        ):
            return (self._whole_words(head, places[0].kind or ""),)
        if names_it and counted and len(places) == self.tree.number(head):
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
            first, last = self.tree.span(head, core=True)
            return tuple(
                replace(
                    self.tree.place(first, head + 1, place=place.place, kind=place.kind, extent="part", counted=True),
                    within=place.text,
                )
                for place in places[:1]
            )
        return tuple(replace(place, extent="part", guessed=False) for place in places)

    def _whole_words(self, head: int, kind: str) -> PlaceRef:
        """``some of the districts``: places that are counted and not told."""
        _, last = self.tree.parse.edges(head)
        behind = [
            n for preposition in self.tree.parse.deps(head, "prep") for n in self.tree.parse.deps(preposition, "pobj")
        ]
        first, _ = self.tree.span(head, core=True)
        return self.tree.place(first, min(last, max(behind, default=head) + 1), kind=kind, extent="part", counted=True, unnamed=True)

    def _unnamed(self, head: int, kind: str, class_: str, *, counted: bool, part: Extent) -> PlaceRef:
        first, _ = self.tree.span(head, core=True)
        determined = any(self.tree.parse.words[c].lower in ("the", "this", "that", "these", "those", "both") for c in self.tree.parse.deps(head, "det", "predet"))  # fmt: skip
        return self.tree.place(first, head + 1, kind=kind, extent=part, counted=counted, anaphor=determined, unnamed=True)

    def in_apposition(self, head: int) -> tuple[PlaceRef, ...]:
        """The places named behind a noun: ``the town, Hama``, ``four villages: Talish, Sus and Madagiz``."""
        found: list[PlaceRef] = []
        for child in self.tree.parse.deps(head, "appos"):
            for at in (child, *self.phrases.conjuncts(child)):
                name = self.tree.names.get(at)
                if name is not None and name.is_place and not name.is_state:
                    found.append(self.tree.ref(name))
        if found or self.tree.parse.words[head].tag != "NNS" or head in self.tree.names:
            return tuple(found)
        return self._listed_behind(head)

    def _listed_behind(self, head: int) -> tuple[PlaceRef, ...]:
        """A list of names behind a colon, a dash or a comma, as long as the number says where there is one."""
        words = self.tree.parse.words
        at = head + 1
        end = next((n for n in range(head + 1, len(words)) if words[n].text in (":", "\u2014", "\u2013", ";")), None)
        if end is None or words[end].text == ";":
            if at >= len(words) or words[at].text not in (",", "(", "including"):
                return ()
            end = at
        found: list[PlaceRef] = []
        at = end + 1
        while at < len(words):
            name = self.tree.names.get(at)
            if name is not None and name.is_place and not name.is_state:
                found.append(self.tree.ref(name))
                at = name.last
            elif words[at].lower in (",", "and", "&", "the"):
                at += 1
            else:
                break
        number = self.tree.number(head)
        enough = len(found) == number if number else len(found) > 1 and words[end].text != ","
        return tuple(found) if enough else ()
