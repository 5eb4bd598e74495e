"""Answers: who held what, when, as far as the reports go, and the sentences that say so.

A name is found (:mod:`.finding`), a chart of what is known (:mod:`.chart`, :mod:`.states`) is asked for a day
(:mod:`.asking`), a history (:mod:`.histories`) or a difference (:mod:`.differences`); these are told in words
(:mod:`.telling`, :mod:`.narrating`) or given as rows (:mod:`.rows`).
"""

from __future__ import annotations

from geo.answers.asking import Answer, as_object, ask, who
from geo.answers.chart import Chart
from geo.answers.differences import Change, Difference, difference
from geo.answers.finding import Target, find_place
from geo.answers.histories import History, Period, Strand, history
from geo.answers.narrating import tell_difference, tell_history, tell_totals
from geo.answers.rows import (
    ANSWER_COLUMNS,
    DAY_COLUMNS,
    DIFFERENCE_COLUMNS,
    HISTORY_COLUMNS,
    PLACE_COLUMNS,
    TOTALS_COLUMNS,
    answer_rows,
    day_rows,
    difference_rows,
    history_rows,
    place_rows,
    totals_rows,
)
from geo.answers.states import Part, State, states_on
from geo.answers.telling import explain

__all__ = [
    "ANSWER_COLUMNS",
    "DAY_COLUMNS",
    "DIFFERENCE_COLUMNS",
    "HISTORY_COLUMNS",
    "PLACE_COLUMNS",
    "TOTALS_COLUMNS",
    "Answer",
    "Change",
    "Chart",
    "Difference",
    "History",
    "Part",
    "Period",
    "State",
    "Strand",
    "Target",
    "answer_rows",
    "as_object",
    "ask",
    "day_rows",
    "difference",
    "difference_rows",
    "explain",
    "find_place",
    "history",
    "history_rows",
    "place_rows",
    "states_on",
    "tell_difference",
    "tell_history",
    "tell_totals",
    "totals_rows",
    "who",
]
