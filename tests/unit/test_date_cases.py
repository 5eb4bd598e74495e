"""A table of dates as news writes them: what is found, and what it means on a day or beside a date told before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geo.date_expressions import find_dates, resolve
from geo.dates import When, bounds

_SIGNS = {"": "", "under": "<", "over": ">", "about": "~"}


def rows():
    lines = Path(__file__).with_name("date_cases.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def written(expression, published, story):
    """An expression as the table writes it."""
    if expression.kind == "duration":
        assert resolve(expression, published, story=story) is None
        length = expression.length
        unit = "E" if length.unit == "decade" else length.unit[0].upper()
        return f"P{length.count or '?'}{unit}{_SIGNS[length.about]}"
    span = resolve(expression, published, story=story)
    return (str(When.of(span)) if span else "-") + ("*" if expression.kind == "attributive" else "")


@pytest.mark.parametrize(("text", "published", "story", "expected"), rows())
def test_dates_of_the_table_mean_what_it_says(text, published, story, expected):
    on = date.fromisoformat(published) if published else None
    told = bounds(story) if story else None
    assert " ; ".join(written(found, on, told) for found in find_dates(text)) == expected


def test_the_table_is_large_and_tells_no_case_twice():
    assert len(rows()) >= 250
    assert len({row[:3] for row in rows()}) == len(rows())
