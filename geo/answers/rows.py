"""Answers as rows of a table: columns first, one row for each part, period or change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING

from geo.answers.finding import title_of
from geo.answers.states import State, parts_on, states_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from geo.answers.asking import Answer
    from geo.answers.chart import Chart
    from geo.answers.differences import Difference
    from geo.answers.histories import History
    from geo.figures import Totals

Row = dict[str, object]

_STATE = tuple(field.name for field in fields(State))


ANSWER_COLUMNS = ("place", "on", "part", "km2", *_STATE, "cells")
DAY_COLUMNS = ("area", "name", "km2", *_STATE, "cells")
PLACE_COLUMNS = ("place", "name", *_STATE, "cells")
HISTORY_COLUMNS = ("place", "part", "km2", "start", "end", *_STATE, "cells")
_BEFORE = ("controller", "others", "status")
DIFFERENCE_COLUMNS = ("from", "to", "area", "name", "km2", *(f"{name}_before" for name in _BEFORE), *_STATE, "cells")
TOTALS_COLUMNS = ("start", "end", "controller", "status", "low_km2", "high_km2")


def answer_rows(answer: Answer) -> list[Row]:
    """One row for each part of the place, or one for all of it; ``km2`` is there where the parts differ."""
    where: Row = {"place": answer.place, "on": answer.on}
    if not answer.parts:
        return [where | {"part": None, "km2": None} | _state(answer) | {"cells": None}]
    return [
        where | {"part": number, "km2": part.km2} | _state(part) | {"cells": part.cells}
        for number, part in enumerate(answer.parts, start=1)
    ]


def day_rows(day: date, chart: Chart) -> list[Row]:
    """One row for each district and state on a day, by district as the region orders them, the largest first."""
    by_district: defaultdict[str, list[str]] = defaultdict(list)
    for cell in chart.region.cells:
        by_district[cell.district].append(cell.id)
    return [
        {"area": district, "name": title_of(district, chart.region), "km2": part.km2}
        | _state(part)
        | {"cells": part.cells}
        for district, cells in by_district.items()
        for part in parts_on(day, chart, cells=cells)
    ]


def place_rows(day: date, chart: Chart) -> list[Row]:
    """One row for each point that has a state of its own on a day, by place."""
    points = chart.point_places
    states = states_on(day, chart, cells=frozenset(points.values()))
    return [
        {"place": place, "name": title_of(place, chart.region)} | _state(states[ident]) | {"cells": (ident,)}
        for place, ident in sorted(points.items())
        if ident in states
    ]


def history_rows(history: History) -> list[Row]:
    """One row for each period of each part, the parts numbered from 1, the largest first."""
    return [
        {"place": history.place, "part": number, "km2": strand.km2, "start": period.start, "end": period.end}
        | _state(period)
        | {"cells": strand.cells}
        for number, strand in enumerate(history.strands, start=1)
        for period in strand.periods
    ]


def difference_rows(found: Difference) -> list[Row]:
    """One row for each change, of points after those of cells; the state of the later day is told in full."""
    return [
        {"from": found.first, "to": found.last, "area": change.area, "name": change.name, "km2": change.km2}
        | {f"{name}_before": getattr(change.before, name) for name in _BEFORE}
        | _state(change.after)
        | {"cells": change.cells}
        for change in (*found.changes, *found.places)
    ]


def totals_rows(periods: Iterable[Totals]) -> list[Row]:
    """One row for each side and period, and for each status that leaves cells open; ``low_km2`` adds up to the region.

    What is open has no controller, and its low and high figures are its km².
    """
    rows: list[Row] = []
    for period in periods:
        when: Row = {"start": period.start, "end": period.end}
        rows += [
            when | {"controller": held.controller, "status": "held", "low_km2": held.low_km2, "high_km2": held.high_km2}
            for held in period.held
        ]
        rows += [
            when | {"controller": None, "status": found.status, "low_km2": found.km2, "high_km2": found.km2}
            for found in period.open
        ]
    return rows


def _state(state: object) -> Row:
    return {name: getattr(state, name) for name in _STATE}
