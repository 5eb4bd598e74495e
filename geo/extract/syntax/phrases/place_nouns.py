"""Reads common nouns of place: which places ``the villages of X and Y``, ``most of X`` or ``the bridge`` name.

A noun is a scope (``half of X``: X in part), a kind that only introduces a name (``the town of X``), or a thing of its
own (``the airport at X``: these words, in X). What is a part of a place carries that place's name beside its own words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.items import PlaceRef
from geo.extract.syntax.phrases.countries import share_of_country
from geo.extract.syntax.phrases.kinded import with_kind
from geo.extract.syntax.phrases.known_places import is_told_apart, known_by, seat_of
from geo.extract.syntax.phrases.land_noun import (
    LandNoun,
    are_capital,
    end_around_it,
    end_of,
    in_part,
    is_counted_among,
    is_land,
    is_narrowed,
    is_of_unit,
    is_slight,
    owner_behind,
    points_back,
    so_many_in,
    stands_alone,
)
from geo.extract.syntax.phrases.members import named_inside
from geo.extract.syntax.phrases.name_lists import NameLists
from geo.extract.syntax.phrases.numbers import takes_up_all
from geo.extract.syntax.phrases.ways import way_between
from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree, Phrase
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.records import Extent

_MODIFIERS = ("compound", "amod", "nmod", "poss", "nn")
_INSIDE = frozenset({"of", "in", "at", "on", "inside", "within", "from"})
_SHARED = _INSIDE - {"from"}


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

    def of_name(self, head: int, name: Name) -> PlaceRef:
        """The place that a name names; ``southern Lebanon`` is Lebanon in part, by both words."""
        part = self.tree.part_before(head, name.first)
        if part is None:
            return self.tree.ref(name)
        guessed = name.nature in ("open", "person")
        return self.tree.place(part, name.last, place=name.place, guessed=guessed, name=name.text, extent="part")

    def of_noun(self, head: int, kind: str | None, depth: int) -> tuple[PlaceRef, ...]:
        """The places that a common noun names, with its kind."""
        noun = LandNoun(
            head=head,
            word=self.tree.parse.words[head],
            kind=kind,
            class_=self.tree.place_class(kind),
            plural=self.tree.parse.words[head].tag in PLURAL_TAGS,
            counted=self.tree.is_counted(head),
            extent="part" if self.tree.says_part(head) or is_narrowed(self.tree, head) else self.tree.extent_of(head),
        )
        if kind and (named := self._apposed_to(head)):
            return (named,)
        if points_back(self.tree, noun):
            return self._unnamed(noun)
        lists = NameLists(self.tree, self.phrases)
        listed = lists.in_apposition(head) if kind or noun.counted or lists.heads_a_list(head) else ()
        if listed:
            return tuple(replace(place, kind=place.kind or kind) for place in listed)
        return (
            self._owned_list(noun, depth)
            or self._named_before(noun)
            or self._named_behind(noun, depth)
            or self._unnamed(noun)
        )

    def _owned_list(self, noun: LandNoun, depth: int) -> tuple[PlaceRef, ...]:
        """``Fuzuli's villages of A, B and C``: the names behind are the places, the one before is where they lie."""
        names, owner = self._names_before(noun.head)
        around = noun.class_ == "settlement" or (noun.class_ == "quarter" and are_capital(self.tree, names))
        if names and around and not noun.plural:  # "the Idlib town of Saraqib", "the Damascus suburb of Darayya"
            town = self._named_behind(noun, depth) if self.tree.has_of(noun.head) else ()
            return town if len(town) == 1 and not town[0].unnamed and town[0].kind == noun.kind else ()
        land = noun.plural and noun.class_ in ("settlement", "area") and owner is not None
        places = self._named_behind(noun, depth) if land else ()
        return places if len(places) > 1 and all(place.place or place.kind == noun.kind for place in places) else ()

    def _apposed_to(self, head: int) -> PlaceRef | None:
        """The place that a noun only tells more of: ``Al-Qaryatayn, a town on the road to Damascus``."""
        word = self.tree.parse.words[head]
        name = self.tree.names.get(word.head) if word.dep == "appos" and word.head < head else None
        if name is None or not is_land(name) or not self.tree.determiners(head) & {"a", "an", "the"}:
            return None
        return replace(self.tree.ref(name), guessed=False)

    # names before the noun

    def _named_before(self, noun: LandNoun) -> tuple[PlaceRef, ...]:
        """``Goma airport``, ``the Kalbajar, Lachin and Agdam districts``, ``Mosul's old city``."""
        names, owner = self._names_before(noun.head)
        scope = noun.word.lemma in self.tree.lexicon.lists["scope_nouns"]
        if noun.kind is None and not scope:
            return ()
        if names and noun.kind and noun.kind.split()[-1] not in self.tree.lexicon.lists["located_parts"]:
            return tuple(with_kind(self.tree, noun, name, alone=len(names) == 1) for name in names)
        whole = names[0] if names else owner
        if whole is None:
            return ()
        ranked = whole is owner and noun.class_ == "settlement" and not noun.plural
        if noun.kind and not scope and (whole.is_state or ranked):
            return (known_by(self.tree, noun, whole, ranked=ranked),)
        if scope and noun.extent != "part":
            return (replace(self.tree.ref(whole), extent="part", guessed=False),)
        first = next((n for n in range(whole.last, noun.head) if self.tree.parse.words[n].tag != "POS"), noun.head)
        last = max(noun.head + 1, self._end_at(noun.head)) if noun.is_thing and whole is owner else noun.head + 1
        return (self._part_of(first, last, noun, replace(self.tree.ref(whole), guessed=False)),)

    def _end_at(self, head: int) -> int:
        """Behind the name of where a town's thing stands: ``Kherson's airport at Chornobaivka``."""
        links = (link for link in self.tree.links(head) if self.tree.parse.words[link].lower == "at")
        nouns = (noun for link in links for noun in self.tree.parse.deps(link, "pobj"))
        return max((name.last for noun in nouns if (name := self.tree.names.get(noun)) and name.is_place), default=0)

    def _names_before(self, head: int) -> tuple[list[Name], Name | None]:
        """The names that a noun's kind belongs to, and the one that only says whose or where it is."""
        found: list[tuple[int, Name]] = []
        stack = list(self.tree.parse.deps(head, *_MODIFIERS))
        for child in stack:
            name = self.tree.names.get(child)
            if name is not None and name.is_place and name.last <= head and name not in (one for _, one in found):
                found.append((child, name))
            stack += [c for c in self.tree.parse.deps(child, "conj", "compound", "nmod", "appos") if c < head]
        town = self.tree.place_class(self.tree.place_noun(head)) == "settlement"
        owners = [name for _, name in found if self._is_possessor(name)]
        found = [(child, name) for child, name in found if not (town and name.is_wide)]  # "the Karabakh town"
        names = sorted((name for _, name in found if name not in owners), key=lambda name: name.first)
        return names, owners[0] if owners else None

    def _is_possessor(self, name: Name) -> bool:
        words = self.tree.parse.words
        return name.last < len(words) and words[name.last].tag == "POS"

    # names behind the noun

    def _named_behind(self, noun: LandNoun, depth: int) -> tuple[PlaceRef, ...]:
        """``the town of X``, ``villages in X``, ``the bridge over X``, ``most of X``."""
        if is_told_apart(self.tree, noun):
            return ()
        links = self.tree.lexicon.lists["place_links"]
        behind = ((link, phrase) for link, phrase in self.phrases.behind(noun.head, depth) if phrase.places)
        inner = [(link, phrase) for link, phrase in behind if link in links or link.endswith(" of")]
        if not inner:
            return ()
        link = inner[0][0]
        phrases = [phrase for other, phrase in inner if other == link]
        places = tuple(place for phrase in phrases for place in phrase.places)
        told, inside = named_inside(self.tree, noun.head, places)
        found = way_between(self.tree, noun) or self._told_of(noun, link, phrases, told)
        return (*found, *inside) if found else ()

    def _told_of(
        self, noun: LandNoun, link: str, phrases: list[Phrase], places: tuple[PlaceRef, ...]
    ) -> tuple[PlaceRef, ...]:
        """What a noun makes of the places behind it."""
        lists = self.tree.lexicon.lists
        if link == "of" and noun.word.lemma in lists["whole_nouns"]:
            return places if not self.tree.falls_short(noun.head) else in_part(places)
        if noun.word.lemma in lists["scope_nouns"] | lists["whole_nouns"]:
            return self._scope(noun, link, phrases, places)
        if noun.kind is None:
            return ()
        own = seat_of(self.tree, noun, phrases[0].head) if link == "of" else None
        if link == "of" and is_of_unit(self.tree, places[0]):
            own = self._words_to(noun, phrases, counted=False)
        if own:
            return (own,)
        if link == "of" and self._introduces(noun, places):
            return tuple(place if place.anaphor else replace(place, kind=noun.kind, guessed=False) for place in places)
        return self._lying(noun, link, phrases, places)

    def _introduces(self, noun: LandNoun, places: tuple[PlaceRef, ...]) -> bool:
        """Whether "of" brings the name of what a noun is the kind of: ``the town of X``, ``the stronghold of X``."""
        lists = self.tree.lexicon.lists
        if noun.word.lemma in lists["naming_kinds"] and (not noun.plural or len(places) > 1):
            return True
        named_so = noun.word.lemma in lists["named_sites"] and not noun.plural
        if named_so and all(place.place is None for place in places):  # "the monastery of X": X is what it is called
            return True
        slight = is_slight(self.tree, noun)
        land = noun.class_ in ("settlement", "area") and not slight
        return land and not is_counted_among(noun, places, self.tree)

    def _lying(
        self, noun: LandNoun, link: str, phrases: list[Phrase], places: tuple[PlaceRef, ...]
    ) -> tuple[PlaceRef, ...]:
        """What lies in or by places: ``six villages of X``, ``the airport at X``, ``the heights around X``."""
        lists = self.tree.lexicon.lists
        counted = self._words_to(noun, phrases, counted=noun.counted)
        beside = (
            link not in _INSIDE and places[0].anaphor and noun.class_ == "feature"
        )  # "the heights west of the town"
        near = link in lists["near_links"] and not places[0].anaphor
        named = replace(counted, name=places[0].name or places[0].text if near else None)
        each = self._each(noun, places) if link in _SHARED or (near and noun.class_ != "settlement") else ()
        if is_slight(self.tree, noun):
            return in_part(places) if link in _SHARED else (named, *each)
        if noun.plural and all(place.anaphor for place in places) and not beside:
            many = self._words_to(noun, phrases, counted=True)
            return (replace(many, whole=places[0]) if len(places) == 1 and link in ("of", "in") else many,)
        if link not in _INSIDE or (noun.kind in lists["called_kinds"] and link != "of"):
            if beside:
                return (replace(counted, whole=places[0]),)
            return (named, *each) if near or not each else in_part(places)
        (first, _), last, within = self.tree.span(noun.head, core=True), end_of(self.tree, phrases[-1]), places[0]
        if link == "at" and noun.class_ in ("site", "feature") and not noun.plural:
            last = self.tree.reach(within.end)  # "the base at X, Y and Z": no one base is at three places
            others = [phrase for phrase in phrases[1:] if not self._is_of_sites(phrase.head)]
            each = tuple(ref for phrase in others for ref in phrase.places if not ref.unnamed)
        if noun.class_ not in ("settlement", "area") or not noun.plural:
            if within.whole and self.tree.determiners(phrases[0].head) & {"its", "their"}:  # "the works on its edge"
                last, within = noun.head + 1, within.whole
            return (self._part_of(first, last, noun, within), *each)
        ref = self.tree.place(first, last, place=within.place, kind=within.kind)
        return (replace(ref, extent="part", counted=True, within=within.text, name=within.text),)

    def _is_of_sites(self, head: int) -> bool:
        """``the base at A, B and C schools were closed``: the schools are of another clause."""
        return self.tree.place_class(self.tree.kind_of(head)) == "site"

    def _each(self, noun: LandNoun, places: tuple[PlaceRef, ...]) -> tuple[PlaceRef, ...]:
        """The other places that have one of the things: ``the airfields of Etzion and Eitam`` lie in both."""
        named = noun.plural and not any(place.anaphor or place.unnamed or place.counted for place in places)
        return in_part(places[1:]) if named else ()

    def _scope(
        self, noun: LandNoun, link: str, phrases: list[Phrase], places: tuple[PlaceRef, ...]
    ) -> tuple[PlaceRef, ...]:
        measured = link == "from" and noun.word.lemma in self.tree.lexicon.lists["measures"]
        if measured or link not in _INSIDE:
            if link in self.tree.lexicon.lists["near_links"] and not places[0].anaphor:
                return in_part(places)  # "a sliver around X"
            if measured or not link.endswith(" of"):
                return ()
            first = noun.head + 1 if noun.word.lemma in self.tree.lexicon.lists["whole_nouns"] else None
            return (self._words_to(noun, phrases, counted=False, first=first),)
        if phrases[0].plural and all(place.anaphor or place.counted for place in places):
            return (so_many_in(self.tree, noun, self._words_to(noun, phrases, counted=True), places),)
        located = noun.extent == "part" or noun.word.lemma in self.tree.lexicon.lists["located_parts"]
        if len(places) > 1 or not located:
            many = noun.word.lemma in self.tree.lexicon.lists["multitudes"]
            told = (one.anaphor or one.whole or one.name or not one.unnamed for one in places)
            known = (*told, not many and any(one.is_by_name for one in places))
            return in_part(places) if any(known) else ()  # "most of the east": of what, the story tells
        first, _ = self.tree.span(noun.head, core=True)
        return (self._part_of(first, end_of(self.tree, phrases[-1]), noun, places[0]),)

    def _words_to(self, noun: LandNoun, phrases: list[Phrase], *, counted: bool, first: int | None = None) -> PlaceRef:
        """A thing by all its words: ``the heights around X``, ``some of the districts``."""
        start = self.tree.span(noun.head, core=True)[0] if first is None else first
        last = end_of(self.tree, phrases[-1])
        extent: Extent = "part" if counted else "whole"
        return self.tree.place(start, last, kind=noun.kind, extent=extent, counted=counted, unnamed=True)

    def _part_of(self, first: int, last: int, noun: LandNoun, whole: PlaceRef) -> PlaceRef:
        """The words of what lies in a place, with that place's name, for the story to find where it has none here."""
        ref = self.tree.place(first, last, kind=noun.kind, extent="part", unnamed=True, counted=noun.counted)
        if whole.anaphor:
            return replace(ref, whole=whole)
        return replace(ref, place=whole.place, name=whole.name or whole.text)

    # nouns without a name

    def _unnamed(self, noun: LandNoun) -> tuple[PlaceRef, ...]:
        if noun.word.lemma in self.tree.lexicon.lists["multitudes"] and (many := self._multitude(noun)):
            return many
        first, last = self.tree.span(noun.head, core=True)
        last = max(last, end_around_it(self.tree, noun), owner_behind(self.tree, noun.head) if noun.is_thing else 0)
        lists = self.tree.lexicon.lists
        determiners = self.tree.determiners(noun.head)
        ref = self.tree.place(first, last, kind=noun.kind, extent=noun.extent, counted=noun.counted, unnamed=True)
        possessive = determiners & {"its", "their"}
        if noun.word.lemma in lists["scope_nouns"]:
            part = replace(ref, extent="part", counted=False, whole=self._whole_told(noun, possessive))
            return (part,) if determiners & lists["definite"] and stands_alone(self.tree, noun) else ()
        if noun.kind is None or determiners & lists["no_place_determiners"]:
            return ()
        if possessive and noun.class_ in ("site", "quarter"):
            return (replace(ref, extent="part", whole=self._whole_told(noun, possessive)),)
        of_land = any(self.tree.place_noun(child) for child in self.tree.parse.deps(noun.head, "poss"))
        owned = bool(possessive or of_land) and noun.class_ == "settlement" and not noun.plural  # "its second city"
        pointed = bool(determiners & lists["definite"] - lists["possessives"])
        definite = owned or pointed or self.tree.is_of_two(noun.head) or takes_up_all(self.tree, noun.head)
        if noun.is_thing and not noun.counted and last - first > len((noun.kind or "").split()):
            definite = False  # "the new terminal" is not the one that was told of
        if noun.class_ in ("settlement", "area", "quarter") and (
            not (definite or possessive or noun.plural) or (self.tree.is_other(noun.head) and not noun.counted)
        ):
            return ()
        named = self.tree.capital_at(noun.head)
        return (replace(ref, anaphor=definite and named is None, name=named, unnamed=named is None),)

    def _multitude(self, noun: LandNoun) -> tuple[PlaceRef, ...]:
        """``Dozens of villages in X``, ``a string of towns``: counted without a number."""
        inner = next((n for link in self.tree.links(noun.head) for n in self.tree.parse.deps(link, "pobj")), None)
        kind = self.tree.place_noun(inner) if inner is not None and inner not in self.tree.names else None
        if inner is None or kind is None:
            return ()
        word, class_ = self.tree.parse.words[inner], self.tree.place_class(kind)
        many = replace(noun, head=inner, word=word, kind=kind, class_=class_, plural=True, counted=True)
        first, _ = self.tree.span(noun.head, core=True)
        found = self._named_behind(many, 1) or (self.tree.place(inner, inner + 1, kind=kind),)
        last = self.tree.reach(found[0].end)
        ref = self.tree.place(first, last, kind=kind, extent=found[0].extent, counted=True, unnamed=True)
        return (replace(ref, place=found[0].place, name=found[0].name, within=found[0].within),)

    def shared_out(self, head: int) -> tuple[PlaceRef, ...]:
        """A share of a land without a name: ``five of the province's territories``, ``most of the country``."""
        share = share_of_country(self.tree, head)
        return (share,) if share else self.so_many_of(head)

    def so_many_of(self, head: int) -> tuple[PlaceRef, ...]:
        """``five of the province's six territories``, no land named: a number, and behind ``of`` what it counts."""
        word = self.tree.parse.words[head]
        if word.tag != "CD" or word.lower in ("one", "1") or not self.tree.has_of(head):
            return ()
        many = LandNoun(head=head, word=word, kind=None, class_="", plural=True, counted=True, extent="part")
        inner = next((at for link in self.tree.links(head) for at in self.tree.parse.deps(link, "pobj")), head)
        if self.tree.determiners(inner) & self.tree.lexicon.lists["possessives"]:
            return ()
        return tuple(replace(ref, extent="part") for ref in self._multitude(many))

    def _whole_told(self, noun: LandNoun, possessive: frozenset[str]) -> PlaceRef:
        """The place that ``its centre`` or ``the west`` is a part of: the one that was told of before."""
        word = "them" if "their" in possessive else "it"
        return PlaceRef(text=word, start=noun.word.start, end=noun.word.end, kind=word, anaphor=True)

    def so_many(self, head: int) -> tuple[PlaceRef, ...]:
        """The places that a number alone counts: ``seven of Jabrayil`` behind ``six villages of Fuzuli``."""
        if self.tree.parse.words[head].tag != "CD":
            return ()
        inner = next((p.places for link, p in self.phrases.prepositional(head, 1) if link in _INSIDE and p.places), ())
        if not inner:
            return ()
        ref = self.tree.place(head, head + 1, place=inner[0].place, extent="part", counted=True, name=inner[0].text)
        return (replace(ref, within=inner[0].text),)

    def among(self, head: int) -> tuple[PlaceRef, ...]:
        """So many of the places of a land: ``four of X's five towns``, ``nine of the 34 provinces of X``."""
        number = self.tree.number_said(head)
        if number is None or number < 2:  # noqa: PLR2004 - "one of X's towns" tells more of a town that is named
            return ()
        for of in self.tree.parse.deps(head, "prep"):
            for noun in self.tree.parse.deps(of, "pobj") if self.tree.parse.words[of].lower == "of" else ():
                inner = self.phrases.single(noun).places if self.tree.kind_of(noun) else ()
                land = inner[0].name or inner[0].within if inner else None
                known = bool(inner) and not inner[0].anaphor and (land or inner[0].text != inner[0].text.lower())
                if known and self.tree.place_class(self.tree.kind_of(noun)) not in ("settlement", "area"):
                    return in_part(inner[:1])  # "twelve of X's houses"
                if known and self.tree.parse.words[noun].tag in PLURAL_TAGS:
                    last = max(noun + 1, self.tree.reach(inner[0].end))
                    ref = self.tree.place(head, last, kind=inner[0].kind, extent="part", counted=True, name=land)
                    return (replace(ref, place=inner[0].place, within=land),)
        return ()
