"""The folder that a build writes: its files of records, by name, and reading them back.

Every stage restarts from these files; the pages and exports are made from them alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.files import read_records, write_records
from geo.records import Article, Claim, ControlInterval, LocatedClaim, Mention, Presence, UnplacedClaim

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ARTICLES = "articles.jsonl"
MENTIONS = "mentions.jsonl"
CLAIMS = "claims.jsonl"
LOCATED = "located.jsonl"
INTERVALS = "intervals.jsonl"
PRESENCES = "presence.jsonl"
UNPLACED = "unplaced.jsonl"
PAGE = "map.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reports say: the articles, the places that they name, and their claims."""

    articles: Sequence[Article]
    mentions: Sequence[Mention]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What follows from the claims: where they are, who held what, who was present, and what cannot be drawn."""

    located: Sequence[LocatedClaim]
    intervals: Sequence[ControlInterval]
    presences: Sequence[Presence]
    unplaced: Sequence[UnplacedClaim]


def read_reading(folder: Path) -> Reading:
    """What ``geo extract`` or ``geo build`` wrote.

    Raises
    ------
    MissingInputError, InputError, RecordError
        When a file is missing, cannot be read, or holds something else.
    """
    return Reading(
        articles=read_records(folder / ARTICLES, Article),
        mentions=read_records(folder / MENTIONS, Mention),
        claims=read_records(folder / CLAIMS, Claim),
    )


def read_course(folder: Path) -> Course:
    """What ``geo timeline`` or ``geo build`` wrote.

    Raises
    ------
    MissingInputError, InputError, RecordError
        When a file is missing, cannot be read, or holds something else.
    """
    return Course(
        located=read_records(folder / LOCATED, LocatedClaim),
        intervals=read_records(folder / INTERVALS, ControlInterval),
        presences=read_records(folder / PRESENCES, Presence),
        unplaced=read_records(folder / UNPLACED, UnplacedClaim),
    )


def write_reading(folder: Path, reading: Reading) -> None:
    """Write articles, mentions and claims, each file whole or not at all.

    Raises
    ------
    OutputError
        When a file cannot be written.
    """
    write_records(folder / ARTICLES, reading.articles)
    write_records(folder / MENTIONS, reading.mentions)
    write_records(folder / CLAIMS, reading.claims)


def write_course(folder: Path, course: Course) -> None:
    """Write located and unplaced claims, intervals and presences, each file whole or not at all.

    Raises
    ------
    OutputError
        When a file cannot be written.
    """
    write_records(folder / LOCATED, course.located)
    write_records(folder / INTERVALS, course.intervals)
    write_records(folder / PRESENCES, course.presences)
    write_records(folder / UNPLACED, course.unplaced)
