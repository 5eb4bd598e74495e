"""Reads a table of who held what when: ``place, from_date, to_date, controller``; other columns are not looked at.

Days are ISO days, both inclusive. An empty ``from_date`` is the region's first day; an empty ``to_date``, or one of the
year 9999, is the last day that the table names. ``controller`` is a party's id, name or any of its words, and counts as
its side; of ``undetermined`` days nothing is asked.
"""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.answers.finding import NO_POINTS, find_place
from geo.dates import ONE_DAY, bounds_told
from geo.early_days import day_of
from geo.errors import DateError, GeoError, InputError, MissingInputError
from geo.files import show
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from geo.answers.finding import Target
    from geo.regions import Region

COLUMNS = ("place", "from_date", "to_date", "controller")
UNDETERMINED = "undetermined"
_DELIMITERS = ",;\t"
"""What parts values: spreadsheets write semicolons where a comma stands in numbers."""

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A side held a place on all days from ``first`` to ``last``, inclusive; None where that is undetermined.

    ``cells`` are those that change hands under the place's name, or its own id as a point; ``line`` is the row's in the
    table.
    """

    place: str
    cells: tuple[str, ...]
    first: date
    last: date
    side: str | None
    line: int


def read_truth(
    path: Path, region: Region, *, on_problem: Callable[[str], None], points: Mapping[str, str] = NO_POINTS
) -> list[Fact]:
    """The facts of a table, in its order; of a row that cannot be used ``on_problem`` hears the line and why.

    ``points`` are the ids under which places have intervals of their own (:func:`geo.records.points_by_place`).

    Raises
    ------
    MissingInputError, InputError
        Where there is no such file, it cannot be read, lacks a column, or has no row that can be used.
    """
    rows = _rows(path)
    reader = _Reader(region, points, last=_last_day(rows))
    facts = []
    for line, row in rows:
        try:
            facts.append(reader.fact(row, line))
        except GeoError as error:
            on_problem(f"{show(path)}, line {line}: not scored. {error}")
    if not any(fact.side for fact in facts):
        raise InputError(f"{show(path)} has no row that can be scored. Its columns are: {', '.join(COLUMNS)}.")
    return facts


def until(facts: Iterable[Fact], last: date | None) -> tuple[list[Fact], int]:
    """The facts up to the last day of reports, and how many place-days lie after it, of which a map says nothing."""
    told = list(facts)
    if last is None:
        return told, 0
    kept = [replace(fact, last=min(fact.last, last)) for fact in told if fact.first <= last]
    beyond = ((fact.last - max(fact.first, last + ONE_DAY)).days + 1 for fact in told if fact.side and fact.last > last)
    return kept, sum(beyond)


class _Reader:
    """Turns rows into facts; each place is looked up once."""

    def __init__(self, region: Region, points: Mapping[str, str], *, last: date | None) -> None:
        self._region, self._points, self._last = region, points, last
        self._start = day_of(region.start)
        self._targets: dict[str, Target] = {}
        self._sides = {fold(word): party.side for party in region.parties for word in (*party.words, *party.adjectives)}
        self._sides |= {fold(name): party.side for party in region.parties for name in (party.name, party.id)}

    def fact(self, row: Row, line: int) -> Fact:
        """The fact of one row.

        Raises
        ------
        GeoError
            Where the row cannot be used, with the reason.
        """
        target = self._target(row["place"])
        first = _first(row) or self._start
        last = _last(row) or self._last
        if last is None or last < first:
            raise InputError(f"It ends on {last}, before it begins on {first}. Write the earlier day as from_date.")
        if last < self._start:
            raise InputError(f"It ends on {last}, and the region's timeline begins on {self._start}.")
        return Fact(
            place=target.id,
            cells=target.moving,
            first=max(first, self._start),
            last=last,
            side=self._side(row["controller"]),
            line=line,
        )

    def _target(self, name: str) -> Target:
        if not name:
            raise InputError("It has no place.")
        if name not in self._targets:
            self._targets[name] = find_place(name, self._region, points=self._points)
        return self._targets[name]

    def _side(self, name: str) -> str | None:
        if fold(name) == UNDETERMINED:
            return None
        if fold(name) not in self._sides:
            known = ", ".join(sorted(set(self._sides.values())))
            raise InputError(f"No party {name!r} in region {self._region.id!r}. Write {known} or {UNDETERMINED}.")
        return self._sides[fold(name)]


def _day(text: str, column: str) -> date | None:
    try:
        return bounds_told(day_of(text).isoformat()).first if text else None
    except (ValueError, DateError) as error:
        raise InputError(f"Its {column} {text!r} is no day. Write it as 2020-11-25.") from error


def _first(row: Row) -> date | None:
    """The first day of a row; None where it is open. None begins in 9999, which stands for an open end."""
    found = _day(row["from_date"], "from_date")
    if found is not None and found.year == date.max.year:
        raise InputError(f"Its from_date {row['from_date']!r} stands for an open end. Write the first day there.")
    return found


def _last(row: Row) -> date | None:
    """The last day of a row; None where it is open."""
    found = _day(row["to_date"], "to_date")
    return None if found is None or found.year == date.max.year else found


def _last_day(rows: list[tuple[int, Row]]) -> date | None:
    """The last day that the table names."""
    days: list[date] = []
    for _, row in rows:
        with suppress(InputError):
            days += [day for day in (_first(row), _last(row)) if day]
    return max(days, default=None)


def _rows(path: Path) -> list[tuple[int, Row]]:
    """The rows with the line in which each ends."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Give a table with {', '.join(COLUMNS)}.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{show(path)} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except OSError as error:
        raise InputError(f"Cannot read {show(path)}: {error.strerror}.") from error
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(name.strip() in COLUMNS for name in header.split(mark)))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise InputError(f"{show(path)} lacks the column {missing[0]!r}. It needs: {', '.join(COLUMNS)}.")
        return [(reader.line_num, {name: (row[name] or "").strip() for name in COLUMNS}) for row in reader]
    except csv.Error as error:
        raise InputError(f"{show(path)}, line {reader.line_num}: {error}. Quote values that hold a comma.") from error
