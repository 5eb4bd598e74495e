"""Looks names up among a region's places, whatever their spelling, and ranks namesakes.

How well a place fits is a product: how well its name fits, times a sum of what else speaks for it. Each weight is
larger than all that follow it together, so that namesakes are told apart by the kind that the words say, then by the
parent or country that they name, then by whether they lie in the region, and last by the kind that such a name mostly
means (``kinds.toml``). No network, no geometry; nothing but the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from geo.names import fold, join_words, spellings
from geo.places.kinds import Kinds, load_kinds
from geo.places.queries import read_query
from geo.records import Candidate, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.regions import Region

KIND_WEIGHT, HINT_WEIGHT, MEMBER_WEIGHT, LIKELY_WEIGHT = 8 / 15, 4 / 15, 2 / 15, 1 / 15
AS_WRITTEN, RESPELLED, JOINED = 1.0, 0.95, 0.9
"""How well a name fits: spelled as on record (but for case, marks, hyphens), as English respells it, spaced apart."""

KIND_STEP = 0.25
"""What each further kind that a kind word may mean loses against the one before it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    place: Place
    fit: float
    above: frozenset[str]
    member: bool


class PlaceIndex:
    """A region's places by all their names.

    Parameters
    ----------
    region
        Its places are indexed; its areas say which of them lie in the region.
    kinds
        The words for kinds of places; by default those of the package.
    """

    def __init__(self, region: Region, *, kinds: Kinds | None = None) -> None:
        self.kinds = kinds or load_kinds()
        self.places: dict[str, Place] = {place.id: place for place in region.places}
        self._areas = frozenset(area.id for area in region.areas)
        self._above: dict[str, frozenset[str]] = {place.id: self._ids_above(place) for place in region.places}
        self._entries = self._file(region.places)

    def lookup(
        self,
        name: str,
        *,
        limit: int = 10,
        kind: str | None = None,
        country: str | None = None,
        parent: str | None = None,
        beside: Sequence[str] = (),
    ) -> list[Candidate]:
        """Places that the name may stand for, the best first, with scores from 0 to 1.

        A kind word in the name (``Kalbajar district``, ``village of Talish``) counts as ``kind``, unless a place has it
        in its name (``Lachin corridor``). Hints only rank: a place that fits none of them still comes, last.

        Parameters
        ----------
        name
            One place's name; :meth:`lookup_phrase` reads lists and ``Talish, Tartar district``.
        limit
            The most candidates to give.
        kind
            A word for a kind (``district``, ``towns``) or a kind of the gazetteer.
        country, parent
            Name or id of what the place lies in.
        beside
            The other names of a list. Where one of them is called a district, or can be nothing else, so is this name:
            what changes hands together is of one kind.
        """
        entries, word = self._find(fold(name))
        wanted = kind or word
        kinds = self.kinds.meant_by(wanted) if wanted else None
        likely = self.kinds.among_districts if beside and self._is_district_list(beside) else self.kinds.alone
        hints = [self._ids_named(hint) for hint in (parent, country) if hint]
        scored = [(self._score(entry, kinds, hints, likely), entry.place.id) for entry in entries]
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        return [Candidate(place=place, score=round(score, 4)) for score, place in scored[:limit]]

    def lookup_phrase(
        self, text: str, *, limit: int = 10, kind: str | None = None, country: str | None = None
    ) -> list[list[Candidate]]:
        """Candidates for each name of a phrase: ``the Kalbajar, Lachin and Agdam districts``, ``Talish, Tartar``.

        A head in the plural is shared by the names of its list; what follows a comma elsewhere is what the first name
        lies in. A phrase that is a name as a whole stays one.
        """
        if self._entries.get(fold(text)):
            return [self.lookup(text, limit=limit, kind=kind, country=country)]
        names = read_query(text, self.kinds)
        return [
            self.lookup(
                query.name,
                limit=limit,
                kind=kind or query.kind,
                parent=query.parent,
                country=country or query.country,
                beside=[other.name for other in names if other is not query],
            )
            for query in names
        ]

    def best(
        self,
        name: str,
        *,
        kind: str | None = None,
        country: str | None = None,
        parent: str | None = None,
        beside: Sequence[str] = (),
    ) -> Place | None:
        """The place that :meth:`lookup` ranks first, or None where the region has none of that name."""
        found = self.lookup(name, limit=1, kind=kind, country=country, parent=parent, beside=beside)
        return self.places[found[0].place] if found else None

    def suggest(self, name: str, *, limit: int = 3) -> list[str]:
        """Names on record that look like ``name``, for ``Did you mean ...?``; the likest first."""
        keys = get_close_matches(self.kinds.split(fold(name))[0], self._entries, n=4 * limit, cutoff=0.7)
        places = (self.best(key) for key in keys)
        return list(dict.fromkeys(place.name for place in places if place))[:limit]

    def above(self, place: Place) -> frozenset[str]:
        """Ids of the places and areas that the place lies in, as on record, with the area that is its own."""
        return self._above[place.id]

    def _find(self, key: str) -> tuple[Sequence[_Entry], str | None]:
        """What is filed under a folded name, with the kind word that had to be taken off it."""
        found = self._entries.get(key) or self._entries.get(self.kinds.bare(key))
        if found:
            return found, None
        bare, word = self.kinds.split(key)
        return self._entries.get(bare) or self._entries.get(join_words(bare)) or (), word

    def _score(
        self, entry: _Entry, kinds: Sequence[str] | None, hints: list[frozenset[str]], likely: dict[str, float]
    ) -> float:
        kind = entry.place.kind
        kind_fit = 1.0
        if kinds is not None:
            kind_fit = max(0.0, 1 - KIND_STEP * kinds.index(kind)) if kind in kinds else 0.0
        hint_fit = sum(not entry.above.isdisjoint(ids) for ids in hints) / len(hints) if hints else 1.0
        other = HINT_WEIGHT * hint_fit + MEMBER_WEIGHT * entry.member + LIKELY_WEIGHT * likely.get(kind, 0.0)
        return entry.fit * (KIND_WEIGHT * kind_fit + other)

    def _is_district_list(self, names: Iterable[str]) -> bool:
        for name in names:
            entries, word = self._find(fold(name))
            if word and self.kinds.meant_by(word)[0] == "district":
                return True
            if entries and all(entry.place.kind == "district" for entry in entries):
                return True
        return False

    def _ids_named(self, hint: str) -> frozenset[str]:
        ids = {hint}
        for entry in self._find(fold(hint))[0]:
            ids.add(entry.place.id)
            if entry.place.area:
                ids.add(entry.place.area)
        return frozenset(ids)

    def _ids_above(self, place: Place) -> frozenset[str]:
        ids: set[str] = {place.area} if place.area else set()
        parent = place.parent
        while parent and parent not in ids:
            ids.add(parent)
            above = self.places.get(parent)
            parent = above.parent if above else None
        return frozenset(ids)

    def _file(self, places: Iterable[Place]) -> dict[str, tuple[_Entry, ...]]:
        filed: dict[str, dict[str, _Entry]] = {}
        for place in places:
            above = self._above[place.id]
            for key, fit in self._keys(place).items():
                filed.setdefault(key, {})[place.id] = _Entry(place, fit, above, not above.isdisjoint(self._areas))
        return {key: tuple(entries.values()) for key, entries in filed.items()}

    def _keys(self, place: Place) -> dict[str, float]:
        """The folded names of a place, each with how well it fits at best."""
        keys: dict[str, float] = {}
        names = [(place.name, None), *((name.text, name.lang) for name in place.names)]
        for text, lang in names:
            first, *others = spellings(text, lang=lang) or ("",)
            for key, fit in ((first, AS_WRITTEN), *((other, RESPELLED) for other in others)):
                bare, word = self.kinds.split(key)
                if word and place.kind in self.kinds.drop_word and place.kind in self.kinds.meant_by(word):
                    keys[bare] = max(fit, keys.get(bare, 0.0))
                keys[key] = max(fit, keys.get(key, 0.0))
        for key, fit in list(keys.items()):
            keys.setdefault(join_words(key), fit * JOINED)
        keys.pop("", None)
        return keys
