"""Finds dates as news English writes them, and resolves them to spans of days.

An expression keeps only what the words say, and says what it hangs on (``DateExpression.anchor``): nothing, the day
of publication, what the story told before, an event that the words behind it name, or either of publication and story.
:func:`resolve` brings it to a :class:`geo.dates.Span` once that is known, and returns None rather than guess. ``kind``
tells a date from one that only describes a noun (``attributive``: `the 2020 statement`) and from a length of time
(``duration``), which is never a date: :func:`shift` counts it from a day. Left out are numbers in an order that nobody
can tell (``11/10/2020``), movable feasts, and times of the clock.

Examples
--------
>>> from datetime import date
>>> vote, later = find_dates("The vote was on 16 March 2014. Three days later the headquarters fell.")
>>> told = resolve(vote, None)
>>> later.anchor, resolve(later, None), resolve(later, None, story=told)
('story', None, Span(first=datetime.date(2014, 3, 19), last=datetime.date(2014, 3, 19)))
"""

from geo.date_expressions.finding import days_in_names, find_dates, may_hold_dates
from geo.date_expressions.records import Anchor, DateExpression, DateParts, Kind, Length, Part, Relation, Shape, Unit
from geo.date_expressions.resolving import counted_from, reach, resolve
from geo.date_expressions.units import shift

__all__ = [
    "Anchor",
    "DateExpression",
    "DateParts",
    "Kind",
    "Length",
    "Part",
    "Relation",
    "Shape",
    "Unit",
    "counted_from",
    "days_in_names",
    "find_dates",
    "may_hold_dates",
    "reach",
    "resolve",
    "shift",
]
