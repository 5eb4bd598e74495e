"""What an analyst has written in the cells of a row, as fields of a claim; what cannot be understood is a fault."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeVar, cast, get_args

from geo.areas import place_meant
from geo.corrections.table import Fault
from geo.corrections.wording import CLOSING, OPENING
from geo.csvtext import BETWEEN
from geo.dates import bounds_told
from geo.early_days import day_of
from geo.errors import DateError
from geo.names import fold
from geo.places.index import PlaceIndex
from geo.records import Extent, Kind, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.regions import Region

T = TypeVar("T", bound=str)

NOTHING = "none"
"""Stands for an empty field in a table without the column ``as_read``, where an empty cell means no change."""

_QUOTES = {OPENING: CLOSING, '"': '"', "«": "»", "„": "“"}
_DAY_OF_SPREADSHEETS = re.compile(r"(\d{1,4})[./\s-]+(\d{1,2})[./\s-]+(\d{1,4})\.?(?:[ T]\d\d?:\d\d.*)?")
_MONTH_OF_SPREADSHEETS = re.compile(r"(?:\d{1,2}[-. ])?[^\W\d_]{3,}\.?[- ]\d{2,4}")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_NAMED = 12
_MOST_NAMESAKES = 50
_EXAMPLE = "2020-11-25"
_KEPT = "with an apostrophe in front ('{}), so that the cell stays text."


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMeant:
    """A place of a cell: its id and name, or words that are no place of the region."""

    place: str | None
    name: str | None
    words: str
    extent: Extent


class Misunderstanding(Exception):  # noqa: N818 - it never leaves the package
    """A cell that cannot be understood; holds the fault."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(words)
        self.fault = Fault(column=column, words=words)


class Understanding:
    """Understands cells about one region."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._index: PlaceIndex | None = None
        parties = region.parties
        self._parties = {fold(word): party.id for party in parties for word in (*party.words, *party.adjectives)}
        self._parties |= {fold(name): party.id for party in parties for name in (party.name, party.id)}

    def kind(self, cell: str) -> Kind:
        """A kind of claim; Misunderstanding for another word, as in all that follows."""
        return _choice("kind", cell, cast("tuple[Kind, ...]", get_args(Kind)))

    def stance(self, cell: str) -> Stance:
        """A stance; an added claim is asserted where the cell is empty."""
        return _choice("stance", cell or "asserted", cast("tuple[Stance, ...]", get_args(Stance)))

    def when(self, cell: str) -> str | None:
        """A date or interval in EDTF; a day as a spreadsheet writes it is not guessed at."""
        if not cell:
            return None
        try:
            bounds_told(cell)
        except DateError as error:
            for part in (cell, *cell.split("/")):
                _refuse_day_of_spreadsheet("when", part)
            raise Misunderstanding("when", str(error)) from error
        return cell.strip()

    def party(self, column: str, cell: str) -> str | None:
        """A party by id or name; words in quotation marks are a party that the region does not know."""
        if not cell:
            return None
        words = _unquoted(cell)
        if words is not None:
            return words
        if cell in self._parties.values():
            return cell
        if fold(cell) not in self._parties:
            ids = sorted({party.id for party in self._region.parties})
            raise Misunderstanding(
                column, f"no party {cell!r} in region {self._region.id!r}. {_either(ids, cell)}, or words in “ ”."
            )
        return self._parties[fold(cell)]

    def places(self, cell: str, extents: str) -> tuple[PlaceMeant, ...]:
        """Places by id or name, with `|` between them; one extent stands for all."""
        found = [self._place(part) for part in _parts(cell)]
        said = _parts(extents) or ["whole"]
        if len(said) not in (1, len(found)):
            told = f"{len(said)} for {len(found)} places; write one for all, or one for each with | between them"
            raise Misunderstanding("extent", told)
        values = [_choice("extent", part, cast("tuple[Extent, ...]", get_args(Extent))) for part in said]
        return tuple(
            replace(place, extent=extent)
            for place, extent in zip(found, values * len(found) if len(values) == 1 else values, strict=False)
        )

    def _place(self, cell: str) -> PlaceMeant:
        words = _unquoted(cell)
        if words is not None:
            return PlaceMeant(place=None, name=None, words=words, extent="whole")
        region = self._region
        named = region.place(cell) or region.group(cell) or region.area(cell)
        if named is not None:
            return PlaceMeant(place=cell, name=named.name, words=cell, extent="whole")
        return self._by_name(cell)

    def _by_name(self, name: str) -> PlaceMeant:
        """The place that a question by this name is answered for; one of several alike must be told apart.

        Where a town and its district have one name the same is meant as by ``geo who``.
        """
        group = next((one for one in self._region.groups if fold(name) in map(fold, (one.name, *one.words))), None)
        if group is not None:
            return PlaceMeant(place=group.id, name=group.name, words=name, extent="whole")
        if self._index is None:
            self._index = PlaceIndex(self._region)
        word = self._index.kinds.split(fold(name))[1]
        candidates = self._index.lookup(name, limit=_MOST_NAMESAKES)
        found = [self._index.places[candidate.place] for candidate in candidates]
        alike = [self._index.places[one.place] for one in candidates if one.score == candidates[0].score]
        if not found:
            near = self._index.suggest(name)
            hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else " Write an id of its places.csv."
            told = f"no place {name!r} in region {self._region.id!r}.{hint} Words that are no place stand in “ ”."
            raise Misunderstanding("places", told)
        kinds = self._index.kinds.meant_by(word) if word else ()
        meant = [place for place in found if place.kind in kinds] or found
        if len([place for place in meant if place in alike]) > 1:
            ids = _few([f"{place.id} ({place.kind})" for place in meant])
            raise Misunderstanding("places", f"{name!r} is the name of several places. Write one of: {ids}.")
        place = (None if word else place_meant(meant, self._region)) or meant[0]
        return PlaceMeant(place=place.id, name=place.name, words=name, extent="whole")


def understand_day(column: str, cell: str) -> str | None:
    """An ISO day, or None where the cell is empty."""
    if not cell:
        return None
    try:
        if _ISO_DAY.fullmatch(cell):
            return day_of(cell).isoformat()
    except ValueError as error:
        raise Misunderstanding(column, f"{cell!r} is no day of the calendar.") from error
    _refuse_day_of_spreadsheet(column, cell)
    raise Misunderstanding(column, f"{cell!r} is no day. Write it as {_EXAMPLE}, {_KEPT.format(_EXAMPLE)}")


def _refuse_day_of_spreadsheet(column: str, cell: str) -> None:
    """Refuse a day such as 25.11.2020 or 11/25/2020: which number is the month is not guessed; nor is Nov-20."""
    if _MONTH_OF_SPREADSHEETS.fullmatch(cell.strip()):
        told = f"{cell!r} is a date as a spreadsheet writes it"
        raise Misunderstanding(column, f"{told}. Write 2020-11 or {_EXAMPLE}, {_KEPT.format('2020-11')}")
    match = _DAY_OF_SPREADSHEETS.fullmatch(cell.strip())
    if match is None or _ISO_DAY.fullmatch(cell.strip()):
        return
    days = _days_meant(*map(int, match.groups()))
    told = f"{cell!r} is a day as a spreadsheet writes it"
    if not days:
        raise Misunderstanding(column, f"{told}. Write it as {_EXAMPLE}, {_KEPT.format(_EXAMPLE)}")
    raise Misunderstanding(column, f"{told}. Write {' or '.join(days)}, {_KEPT.format(days[0])}")


def _days_meant(*numbers: int) -> list[str]:
    """The days that three numbers may mean, the year first or last."""
    first, middle, last = numbers
    orders = [(first, middle, last)] if first > 31 else [(last, middle, first), (last, first, middle)]  # noqa: PLR2004 - no month is longer
    days = set()
    for year, month, day in orders:
        if year > 99:  # noqa: PLR2004 - of two digits, the century is not guessed
            with suppress(ValueError):
                days.add(date(year, month, day).isoformat())
    return sorted(days)


def _choice(column: str, cell: str, choices: Sequence[T]) -> T:
    word = cell.casefold().strip()
    found = next((choice for choice in choices if choice == word), None)
    if found is None:
        told = f"{cell!r} is no {column}" if cell else "it is empty"
        raise Misunderstanding(column, f"{told}. {_either(choices, cell)}.")
    return found


def _either(choices: Sequence[str], cell: str) -> str:
    near = get_close_matches(cell.casefold(), choices, n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    return f"{hint}Write {_few(choices)}"


def _few(words: Sequence[str]) -> str:
    return ", ".join([*words[:_MOST_NAMED], *(["..."] if len(words) > _MOST_NAMED else [])])


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(BETWEEN.strip()) if part.strip()]


def _unquoted(cell: str) -> str | None:
    """The words inside quotation marks; None where there are no such marks around the cell."""
    inside = len(cell) > 1 and cell[-1] == _QUOTES.get(cell[0])
    return (cell[1:-1].strip() or None) if inside else None
