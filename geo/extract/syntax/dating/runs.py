"""Dates that stand in one list: ``on November 20 and 25``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import Offsets
    from geo.extract.syntax.dating.calendar import DatedSentence, Timed

_BETWEEN = frozenset({",", "and", ", and", "and on", ", and on", "&"})


def run_with(here: DatedSentence, words: Offsets | None) -> list[Timed]:
    """The dates of the list in which the date at some offsets stands; none where it stands alone.

    All are said of one verb: ``took it on 3 June, and on 5 June they left`` lists nothing.
    """
    times = [one for one in here.times if one.span and one.word.expression.kind == "date"]
    runs: list[list[Timed]] = []
    for one in times:
        if runs and _goes_on(here, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if len(run) > 1 and words in [one.at for one in run]), [])


def _goes_on(here: DatedSentence, one: Timed, other: Timed) -> bool:
    between = here.text[one.at[1] - here.start : other.at[0] - here.start]
    return between.strip() in _BETWEEN and one.word.host == other.word.host
