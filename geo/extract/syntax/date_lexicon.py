"""The words by which dates are given to events, from ``dates.toml`` and the lexicon of parsed English."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.extract.syntax.lexicon import syntax_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLexicon:
    """``links`` and ``marks`` say what a preposition makes of a date, a conjunction of a clause's time.

    ``event_nouns`` can have a date of their own; ``at_the_time`` are the phrases that take up the last date told,
    ``before_it`` those that go back behind it, ``times_of_day`` nouns that take its day for granted; ``time_marks`` are
    conjunctions that speak of time and nothing else; ``ends`` are verbs that give a war its end, ``fighting`` nouns of
    what goes on while places are taken.
    ``anniversaries`` and ``remembered_days`` are nouns of days that come again, ``remembers`` verbs over them,
    ``passing`` words between a number of years and ``since``. ``date_nouns`` are nouns of a day on which something is
    due, ``moves`` verbs that move it, each with the particles that it needs for that.
    """

    event_nouns: frozenset[str]
    time_nouns: frozenset[str]
    bases: frozenset[str]
    say: frozenset[str]
    brings_about: frozenset[str]
    at_the_time: frozenset[str]
    before_it: frozenset[str]
    times_of_day: frozenset[str]
    time_marks: frozenset[str]
    ends: frozenset[str]
    fighting: frozenset[str]
    anniversaries: frozenset[str]
    remembered_days: frozenset[str]
    remembers: frozenset[str]
    passing: frozenset[str]
    date_nouns: frozenset[str]
    moves: Mapping[str, Sequence[str]]
    ordinals: Sequence[str]
    links: Mapping[str, str]
    marks: Mapping[str, str]


@cache
def date_lexicon() -> DateLexicon:
    """The tables, read once."""
    with files("geo.extract.syntax").joinpath("dates.toml").open("rb") as file:
        tables = tomllib.load(file)
    lexicon = syntax_lexicon()
    return DateLexicon(
        event_nouns=frozenset(
            noun for noun, rows in lexicon.nouns.items() if any("governed" not in row.needs for row in rows)
        ),
        time_nouns=frozenset(tables["time_nouns"]),
        bases=frozenset(tables["bases"]),
        say=lexicon.say | lexicon.deny,
        brings_about=frozenset(verb for verb, how in lexicon.control_verbs.items() if how != "sought")
        - set(tables["meets"]),
        at_the_time=frozenset(tables["at_the_time"]),
        before_it=frozenset(tables["before_it"]),
        times_of_day=frozenset(tables["times_of_day"]),
        time_marks=frozenset(tables["time_marks"]),
        ends=frozenset(tables["ends"]),
        fighting=frozenset(tables["fighting"]),
        anniversaries=frozenset(tables["anniversaries"]),
        remembered_days=frozenset(tables["remembered_days"]),
        remembers=frozenset(tables["remembers"]),
        passing=frozenset(tables["passing"]),
        date_nouns=frozenset(tables["date_nouns"]),
        moves=tables["moves"],
        ordinals=tables["ordinals"],
        links=_by_word(tables["links"]),
        marks=_by_word(tables["marks"]),
    )


def _by_word(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, row in table.items() for word in row}
