"""Finds dates as news English writes them, and resolves them to spans of days.

An expression keeps only what the words say: a year, a month, a day, a part of a month, a weekday, an offset from the
publication date. :func:`resolve` brings it to a :class:`geo.dates.Span` once an anchor (the day of publication) is
known, and returns None rather than guess. Left out are durations (``28 years``), days of the month alone (``the 9th``),
and numbers in an order that nobody can tell (``11/10/2020``).
"""

from geo.date_expressions.finding import find_dates
from geo.date_expressions.records import DateExpression, DateParts, Part, Shape
from geo.date_expressions.resolving import resolve

__all__ = ["DateExpression", "DateParts", "Part", "Shape", "find_dates", "resolve"]
