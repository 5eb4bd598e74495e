"""An output folder: what was read and what was decided, as the files from which a later stage starts.

What one command writes is written whole or not at all. Whoever writes one stage's files anew undoes an earlier build,
since the page and the exports that stand beside them are of other records.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.files import BUILD_MARK, read_records, record_bytes, show
from geo.filesets import write_set
from geo.known import KNOWN_MARK, mark_of
from geo.records import Article, Claim, ControlInterval, LocatedClaim, Mention, Presence, UnplacedClaim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

INTERVALS = "intervals.jsonl"
POINTS = "points.jsonl"
LOCATED = "located.jsonl"
MENTIONS = "mentions.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the articles, their mentions and their claims."""

    articles: Sequence[Article]
    mentions: Sequence[Mention]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: the claims on their cells, control and presence over time, and what could not be placed.

    ``intervals`` are those of cells, ``points`` those of places that are too small to be one.
    """

    located: Sequence[LocatedClaim]
    unplaced: Sequence[UnplacedClaim]
    intervals: Sequence[ControlInterval]
    points: Sequence[ControlInterval]
    presences: Sequence[Presence]


def write_reading(output: Path, reading: Reading, *, tables: Mapping[str, bytes] | None = None) -> None:
    """Write what was read, and where its tables of corrections stand; an earlier build is undone."""
    write_set(output, reading_files(reading) | dict(tables or {}), without=(BUILD_MARK,))


def write_decision(
    output: Path,
    decision: Decision,
    *,
    as_known_on: date | None = None,
    reading: Reading | None = None,
    tables: Mapping[str, bytes] | None = None,
) -> None:
    """Write what was decided, by reports published by a day, with a reading that was corrected; a build is undone."""
    gone = (BUILD_MARK,) if as_known_on else (BUILD_MARK, KNOWN_MARK)
    read = reading_files(reading) | dict(tables or {}) if reading else {}
    write_set(output, read | decision_files(decision, as_known_on), without=gone)


def load_reading(output: Path) -> Reading:
    """What an earlier run read, from its files."""
    return Reading(
        articles=read_records(output / "articles.jsonl", Article),
        mentions=read_records(output / MENTIONS, Mention),
        claims=read_records(output / "claims.jsonl", Claim),
    )


def load_decidable(output: Path, *, warn: Callable[[str], None]) -> Reading:
    """What an earlier run read, as far as it can be decided; ``warn`` hears what is missing.

    Control needs no mentions, and a claim without its article is left out.
    """
    if (output / MENTIONS).exists():
        reading = load_reading(output)
    else:
        warn(f"No file {show(output / MENTIONS)}: control is decided without it; the places named need: geo extract")
        articles, claims = (
            read_records(output / "articles.jsonl", Article),
            read_records(output / "claims.jsonl", Claim),
        )
        reading = Reading(articles=articles, mentions=[], claims=claims)
    known = {article.id for article in reading.articles}
    lost = Counter(claim.article for claim in reading.claims if claim.article not in known)
    for article, claims_lost in sorted(lost.items()):
        warn(f"No article {article!r} in {show(output / 'articles.jsonl')}: its claims ({claims_lost}) are left out.")
    return replace(reading, claims=[claim for claim in reading.claims if claim.article in known])


def load_decision(output: Path) -> Decision:
    """What an earlier run decided, from its files."""
    return Decision(
        located=read_records(output / LOCATED, LocatedClaim),
        unplaced=read_records(output / "unplaced.jsonl", UnplacedClaim),
        intervals=read_records(output / INTERVALS, ControlInterval),
        points=load_points(output),
        presences=read_records(output / "presence.jsonl", Presence),
    )


def load_points(output: Path) -> list[ControlInterval]:
    """The intervals of points in a folder; none in one that was written before points had any."""
    return read_records(output / POINTS, ControlInterval) if (output / POINTS).exists() else []


def load_last_report(output: Path) -> date | None:
    """The last day on which a report of a folder can have been published; None where the folder does not tell it."""
    from geo.timeline import last_report

    path = output / LOCATED
    return last_report(read_records(path, LocatedClaim)) if path.exists() else None


def reading_files(reading: Reading) -> dict[str, bytes]:
    """The files that hold what was read, by name."""
    return {
        "articles.jsonl": record_bytes(reading.articles),
        MENTIONS: record_bytes(reading.mentions),
        "claims.jsonl": record_bytes(reading.claims),
    }


def decision_files(decision: Decision, as_known_on: date | None) -> dict[str, bytes]:
    """The files that hold what was decided, by name, and for which day, where only what was known on one counts."""
    mark = {KNOWN_MARK: mark_of(as_known_on)} if as_known_on else {}
    return {
        LOCATED: record_bytes(decision.located),
        INTERVALS: record_bytes(decision.intervals),
        POINTS: record_bytes(decision.points),
        "presence.jsonl": record_bytes(decision.presences),
        "unplaced.jsonl": record_bytes(decision.unplaced),
    } | mark
