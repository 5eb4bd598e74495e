"""The places that an article has named, for pronouns and for ``the town``, ``that height``, ``the two districts``."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.story.likeliest import Candidate
from geo.extract.syntax.story.part_names import is_side_of_land, part_called, told_longer
from geo.extract.syntax.story.salience import salience
from geo.extract.syntax.story.told_rows import ToldPlaces, as_features, as_much, key_of, so_many_before, told_with
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.salience import Spot
    from geo.regions import Region
    from geo.world import World

_REMEMBERED = 120
_LEAD = 2
"""Sentences that say what a text is about: its heading and the first one."""
_ABOUT = ("subject", "topic")
_JUST_TOLD = 2
"""Sentences within which a town is where things without a name are."""
_SETTLEMENTS = ("settlement", "quarter")


@dataclass(slots=True)
class PlaceMemory:
    """The places of one article in the order in which it names them, and the kinds that it tells of them.

    ``at_home`` articles name a place of the region somewhere; ``dateline`` is where a report was written,
    ``lead_ends`` the end of the sentence behind it.
    """

    region: Region
    lexicon: SyntaxLexicon
    world: World
    at_home: bool = True
    dateline: PlaceRef | None = None
    lead_ends: int = 0
    rows: list[ToldPlaces] = field(default_factory=list)
    control: dict[str, int] = field(default_factory=dict)
    _kinds: dict[str, set[str]] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)
    _leads: set[str] = field(default_factory=set)
    _times: Counter[str] = field(default_factory=Counter)

    def note(
        self,
        refs: Sequence[PlaceRef],
        spot: Spot,
        *,
        link: str = "",
        held: bool = False,
        inside: bool = False,
        placed: bool = True,
    ) -> None:
        """Remember places named together; ``placed`` where nothing but a place can stand."""
        known = tuple(place for place in refs if not place.anaphor)
        if not known:
            return
        self.rows.append(ToldPlaces(refs=known, spot=spot, link=link, held=held, inside=inside))
        keys = [key_of(ref) for ref in known]
        self._times.update(keys)
        self._placed.update(key for key, ref in zip(keys, known, strict=True) if placed or not ref.guessed)
        if spot.sentence < _LEAD and not held:
            self._leads.update(keys)

    def note_control(self, refs: Iterable[PlaceRef], sentence: int) -> None:
        """Remember of which places control was told."""
        self.control.update((key_of(ref), sentence) for ref in refs)

    def is_in_question(self, ref: PlaceRef, sentence: int) -> bool:
        """Whether control of a place was told of in a sentence or just before it."""
        told = self.control.get(key_of(ref))
        return told is not None and sentence - told < _JUST_TOLD

    def tell_kind(self, ref: PlaceRef, kind: str) -> None:
        """Remember that the article calls a place a town, a district and so on."""
        self._kinds.setdefault(key_of(ref), set()).add(kind)

    def meant(self, pronoun: str, *, seen_from: Spot, number: int | None = None) -> tuple[PlaceRef, ...]:
        """The places that a pronoun stands for, so many where a ``number`` stands for them: ``all three``."""
        ranked = self._ranked(self.rows[-_REMEMBERED:], seen_from)
        if pronoun not in self.lexicon.lists["pronouns_of_many"]:
            one = self._likeliest(ranked, seen_from)
            if one and pronoun == "there" and (several := told_with(one, ranked, seen_from)):
                return several
            return (one if one and self._is_site(one) else replace(one, extent="whole"),) if one else ()
        number = 2 if pronoun == "both" else number
        for row in ranked:
            if len(row.refs) > 1 if number is None else len(row.refs) == number:
                return tuple(replace(ref, extent="whole") for ref in row.refs)
        if number is not None:
            return so_many_before(self.rows[-_REMEMBERED:], number, seen_from.sentence)
        counted = next((row for row in ranked if any(ref.counted for ref in row.refs)), None)
        return counted.refs if counted else ()

    def _ranked(self, rows: Iterable[ToldPlaces], seen_from: Spot) -> list[ToldPlaces]:
        weighed = [(weight, row) for row in rows if (weight := salience(row.spot, seen_from)) is not None]
        return [
            row
            for _, row in sorted(
                weighed, key=lambda pair: (pair[0], pair[1].spot.sentence, pair[1].spot.at), reverse=True
            )
        ]

    def _likeliest(
        self, rows: Sequence[ToldPlaces], seen_from: Spot, *, kind: str | None = None, pointed: bool = False
    ) -> PlaceRef | None:
        """The one place that stands out most of those that are of a kind; the later one of two that stand alike."""
        told = [row for row in rows if not (row.spot.role == "aside" and self._is_capital(row.refs[0]))]
        if len(told) < len(rows) and (found := self._likeliest(told, seen_from, kind=kind, pointed=pointed)):
            return found
        best: tuple[float, int, int] | None = None
        found = None
        for row in rows:
            for ref in row.refs:
                if kind is not None and not self._fits(ref, kind, sure=False, pointed=pointed):
                    continue
                key = key_of(ref)
                one = Candidate(
                    row=row,
                    ref=ref,
                    called=kind is not None and self._is_called(ref, kind),
                    named=self._is_named(ref) and not (ref.unnamed or ref.counted),
                    state=self._is_state(ref),
                    site=self._is_site(ref),
                    control=self.control.get(key),
                    lead=key in self._leads,
                    times=self._times[key],
                    shown=key in self._placed or key in self.control,
                )
                rank = (one.weight(seen_from), row.spot.sentence, row.spot.at)
                if best is None or rank >= best:
                    best, found = rank, ref
        return found

    def _is_state(self, ref: PlaceRef) -> bool:
        place = self.region.place(ref.place) if ref.place else None
        known = place is not None and place.kind == "country"
        return known or any(one.form == "name" for one in self.world.parties(ref.text))

    # nouns

    def resolve(
        self, ref: PlaceRef, *, seen_from: Spot, number: int | None, plural: bool, pointed: bool = False
    ) -> tuple[PlaceRef, ...]:
        """The places that ``the town`` or ``the two districts`` stands for; itself where the article does not tell.

        What is ``pointed`` at (``that height``) was named just before, of whatever kind the reader took it to be.
        """
        if ref.whole:
            return self._in_whole(ref, ref.whole, seen_from)
        kind = (ref.kind or "").split(" ")[-1]
        said = fold(ref.text)
        rows = [row for row in self._by_salience(seen_from) if not all(fold(one.text) in said for one in row.refs)]
        found = self._named_so(kind, rows) if not plural and not pointed else ()
        if kind == "region" and not plural:
            found = found or self._district_meant(rows, seen_from)
        if not (plural and ref.extent == "part"):  # "the southern districts" are none of those listed before
            found = found or self._of_kind(kind, rows, seen_from, plural=plural, number=number, pointed=pointed)
        if found:
            if not plural and len(found) == 1 and self._class(kind) in ("settlement", "area"):
                self.tell_kind(found[0], kind)
            return as_much(as_features(found, kind, self.lexicon.lists["called_kinds"]), ref)
        words = fold(ref.text).removeprefix("the ")
        fixed = next((place for said, place in self.region.anaphors if fold(said).removeprefix("the ") == words), None)
        if fixed and self._is_elsewhere():
            fixed = None
            found = as_much(self._last_named(rows), ref) if not plural else ()
        if not (found or fixed or plural or ref.place):
            found = self.here(ref) if ref.start < self.lead_ends and kind in self.lexicon.lists["datelined"] else ()
        if not (found or fixed or ref.place) and (not plural or kind in self.lexicon.lists["many_in_a_town"]):
            ref = self.within_town(ref, seen_from)
        return found or (replace(ref, place=fixed or ref.place, anaphor=False),)

    def here(self, ref: PlaceRef) -> tuple[PlaceRef, ...]:
        """The town where a report was written, which it calls ``this city``, in its lead ``the city``."""
        kind = (ref.kind or "").split(" ")[-1]
        nameless = not (ref.counted or ref.place or ref.name or any(map(str.isupper, ref.text)))
        if self.dateline is None or not nameless or self._class(kind) not in _SETTLEMENTS:
            return ()
        if kind == "capital" and not self._is_capital(self.dateline):
            return ()
        return as_much((self.dateline,), ref)

    def within_town(self, ref: PlaceRef, seen_from: Spot) -> PlaceRef:
        """``The airport``, ``the governor's compound``: a thing without a name is one of the town told of before."""
        kind = (ref.kind or "").split(" ")[-1]
        classes = {self._class(kind), self._class(ref.kind or "")}
        if not classes & {"site", "quarter"} and kind not in self.lexicon.lists["town_features"]:
            return ref
        near = [row for row in self._by_salience(seen_from) if seen_from.sentence - row.spot.sentence <= _JUST_TOLD]
        town = next(iter(self._of_kind("town", near, seen_from)), None)
        ref = replace(ref, called=told_longer(ref, self.rows[-_REMEMBERED:]))
        if town is None or town.counted or town.unnamed or ref.name or self._is_one_of_several(town, near):
            return ref
        return self.part_of(ref, town)

    def part_of(self, ref: PlaceRef, whole: PlaceRef) -> PlaceRef:
        """A part with the place that it is a part of."""
        name = whole.name or whole.text
        called = ref.called or part_called(ref, name, self.lexicon)
        return replace(ref, whole=None, anaphor=False, place=whole.place, name=name, called=called, extent="part")

    def _is_one_of_several(self, town: PlaceRef, rows: Sequence[ToldPlaces]) -> bool:
        """Whether a town was told of only beside others: ``took Goma and Bukavu`` does not say whose airport it is."""
        told = [row for row in rows if any(key_of(ref) == key_of(town) for ref in row.refs)]
        towns = [{key_of(ref) for ref in row.refs if self._fits(ref, "town", sure=False)} for row in told]
        return bool(towns) and all(len(named) > 1 for named in towns)

    def nearby(self, ref: PlaceRef, seen_from: Spot) -> PlaceRef:
        """``Seven nearby villages``: of the district of the town told of just before."""
        beside = set(fold(ref.text).split()) & self.lexicon.lists["neighbouring"]
        if not (ref.counted and ref.unnamed and beside):
            return ref
        near = [row for row in self.rows[-_REMEMBERED:] if seen_from.sentence - row.spot.sentence <= 1]
        town = next(iter(self._of_kind("town", near, seen_from)), None)
        place = self.region.place(town.place) if town is not None and town.place else None
        area = self.region.area(place.parent) if place and place.parent else None
        return replace(ref, place=area.id, within=area.name, name=area.name, extent="part") if area else ref

    def _is_elsewhere(self) -> bool:
        """Whether an article names places, and none of the region's."""
        return not self.at_home and any(self._is_named(ref) for row in self.rows for ref in row.refs)

    def _last_named(self, rows: Sequence[ToldPlaces]) -> tuple[PlaceRef, ...]:
        """The name that stands out most, of a place of which nothing is known: ``the enclave`` is Žepa.

        One that was called a town is no ``region``: what surrounds it has another name.
        """
        guessed = (row.refs[0] for row in reversed(rows) if len(row.refs) == 1 and row.refs[0].guessed)
        wide = (ref for ref in guessed if not any(self._class(one) in _SETTLEMENTS for one in self._kinds_of(ref)))
        return tuple(replace(ref, extent="whole") for ref in wide)[:1]

    def _in_whole(self, ref: PlaceRef, whole: PlaceRef, seen_from: Spot) -> tuple[PlaceRef, ...]:
        """A part with the place that it is a part of: ``its centre``, ``the west``; nothing where none was told of."""
        if whole.kind in ("it", "them"):
            found = self.meant(whole.kind, seen_from=seen_from)
        else:
            found = self.resolve(whole, seen_from=seen_from, number=None, plural=False)
        one = next((one for one in found if not one.counted and (one.name or self._is_named(one))), None)
        if one is None or self._is_one_of_several(one, self._by_salience(seen_from)):
            return (replace(ref, whole=None, anaphor=False),) if ref.kind else ()
        return (self.part_of(ref, one),)

    def _by_salience(self, seen_from: Spot) -> list[ToldPlaces]:
        """What was told, what is likeliest meant last; what is long out of mind comes first."""
        rows = [row for row in self.rows[-_REMEMBERED:] if not self._is_own(row, seen_from)]
        weighed = [(salience(row.spot, seen_from) or 0.0, row.spot.sentence, row.spot.at, row) for row in rows]
        return [row for *_, row in sorted(weighed, key=lambda one: one[:3])]

    def _is_own(self, row: ToldPlaces, seen_from: Spot) -> bool:
        """Whether places stand in another slot of the same verb, or later in the sentence."""
        return row.spot.sentence == seen_from.sentence and salience(row.spot, seen_from) is None

    def _named_so(self, kind: str, rows: Sequence[ToldPlaces]) -> tuple[PlaceRef, ...]:
        """The last place whose own name ends in the noun: ``the airport`` is ``Donetsk airport``."""
        for row in reversed(rows):
            for ref in reversed(row.refs):
                words = fold(ref.text).split()
                if len(words) > 1 and words[-1] == kind and (ref.place or any(char.isupper() for char in ref.text)):
                    return (ref,)
        return ()

    def _of_kind(
        self,
        kind: str,
        rows: Sequence[ToldPlaces],
        seen_from: Spot,
        *,
        plural: bool = False,
        number: int | None = None,
        pointed: bool = False,
    ) -> tuple[PlaceRef, ...]:
        if not plural:
            one = self._likeliest(rows, seen_from, kind=kind, pointed=pointed) or self._label(rows, seen_from)
            return (self._as_kind(one, kind),) if one else ()
        near = [row for row in rows if seen_from.sentence - row.spot.sentence <= 1]
        towns = self._class(kind) != "quarter"  # "the suburbs" are no towns named together
        for within, sure in ((near, True), (near, False), (rows, True), (rows, False))[pointed:]:
            for row in reversed(within) if sure or towns else ():
                fitting = tuple(ref for ref in row.refs if self._fits(ref, kind, sure=sure, pointed=pointed))
                if len(fitting) > 1 and (number is None or len(fitting) == number):
                    return fitting
        if not number:
            return ()
        flat = {key_of(ref): ref for row in rows for ref in row.refs if self._fits(ref, kind, sure=False)}
        return tuple(flat.values())[-number:] if len(flat) >= number else ()

    def _label(self, rows: Sequence[ToldPlaces], seen_from: Spot) -> PlaceRef | None:
        """The place before the colon of the same line, of which no kind is known: ``Akhalgori: the district ...``."""
        labels = (row for row in rows if row.spot.sentence == seen_from.sentence and row.is_label)
        refs = next((row.refs for row in labels), ())
        return refs[0] if len(refs) == 1 and refs[0].guessed and not self._kinds_of(refs[0]) else None

    def _is_called(self, ref: PlaceRef, kind: str) -> bool:
        return self._is_named(ref) and not ref.counted and (ref.kind or "").split(" ")[-1] == kind

    def _fits(self, ref: PlaceRef, kind: str, *, sure: bool, pointed: bool = False) -> bool:
        """Whether a place is of a kind; without ``sure`` a name of which nothing is known may be a settlement."""
        wanted = self.lexicon.basic.same_kind.get(kind, frozenset({kind}))
        if not self._is_named(ref) or kind in self.lexicon.lists["any_kind"]:
            return self._is_named(ref) and not ref.counted
        if kind == "capital":
            return self._is_capital(ref)
        kinds = self._kinds_of(ref)
        if kinds & wanted or self._parent(ref, wanted):
            return True
        if pointed and kinds:
            return any(self._class(one) == self._class(kind) for one in kinds)
        if kinds or ref.counted or sure:
            return False
        return pointed or (self._class(kind) in _SETTLEMENTS and not is_side_of_land(ref, self.lexicon))

    def _district_meant(self, rows: Sequence[ToldPlaces], seen_from: Spot) -> tuple[PlaceRef, ...]:
        """``The region`` for a district that the sentence names or the one before is about, with no region near."""
        near = [row for row in rows if seen_from.sentence - row.spot.sentence <= 1]
        on_about = seen_from.role in ("subject", "object")
        near = [
            row for row in near if row.spot.sentence == seen_from.sentence or (on_about and row.spot.role in _ABOUT)
        ]
        if not near or any(self._fits(ref, "region", sure=True) for row in near for ref in row.refs):
            return ()
        return self._of_kind("district", near, seen_from)

    def _is_named(self, ref: PlaceRef) -> bool:
        """Whether a place has a name of its own, or a number; ``Azerbaijani territory`` has neither."""
        if ref.place or ref.guessed or ref.counted:
            return True
        capitals = [word for word in ref.text.split() if word[:1].isupper()]
        return any(
            not (forms := self.world.parties(word)) or any(one.form != "adjective" for one in forms)
            for word in capitals
        )

    def _kinds_of(self, ref: PlaceRef) -> set[str]:
        place = self.region.place(ref.place) if ref.place and not ref.unnamed else None
        area = self.region.area(ref.place) if ref.place and not ref.unnamed else None
        if place and place.kind == "country":  # "the territory of Azerbaijan" makes no territory of a state
            return {place.kind}
        kinds = {place.kind} if place else {area.kind} if area else set()
        own = fold(ref.text).split()
        if len(own) > 1 and self.world.place_nouns.of(own[-1]):
            kinds.add(own[-1])
        if ref.kind:
            kinds.add(ref.kind.split(" ")[-1])
        return kinds | self._kinds.get(key_of(ref), set())

    def _is_capital(self, ref: PlaceRef) -> bool:
        return "capital" in self._kinds_of(ref) or any(one.form == "capital" for one in self.world.parties(ref.text))

    def _parent(self, ref: PlaceRef, wanted: frozenset[str]) -> str | None:
        """The area of a wanted kind that bears the place's own name: the Kalbajar district of the town of Kalbajar."""
        place = self.region.place(ref.place) if ref.place else None
        parent = self.region.area(place.parent) if place and place.parent else None
        if place is None or parent is None or parent.kind not in wanted:
            return None
        return parent.id if fold(parent.name).startswith(fold(place.name)) else None

    def _as_kind(self, ref: PlaceRef, kind: str) -> PlaceRef:
        wanted = self.lexicon.basic.same_kind.get(kind, frozenset({kind}))
        place = self.region.place(ref.place) if ref.place else None
        if place is not None and place.kind in wanted:
            return ref
        parent = self._parent(ref, wanted)
        return replace(ref, place=parent) if parent else ref

    def _is_site(self, ref: PlaceRef) -> bool:
        """Whether a place is a thing in another one: ``the airport`` of Goma is never all of it."""
        kind = (ref.kind or "").split(" ")[-1]
        return ref.name is not None and ref.extent == "part" and self._class(kind) in ("site", "feature", "quarter")

    def _class(self, kind: str) -> str:
        nouns = self.world.place_nouns.of(kind)
        return nouns[0].classes[0] if nouns else ""
