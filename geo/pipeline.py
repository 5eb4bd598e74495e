"""The way from reports to the map; the only module that knows every stage.

articles -> mentions -> claims -> located claims -> intervals and presences -> page and exports. Each stage writes its
records to the output folder, so that the next can start from there. A build whose inputs, settings, region and program
are those of the last one is not done again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from geo import manifest
from geo.files import read_records, write_bytes, write_records, write_text
from geo.manifest import Counts
from geo.records import Article, Claim, ControlInterval, LocatedClaim, Mention, Presence, UnplacedClaim
from geo.regions import Region, open_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from geo.articles import InputProblem
    from geo.export import Content

T = TypeVar("T")

PAGE = "map.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a build may be told; one object, passed in.

    ``region`` is a name or a path, as :func:`geo.regions.open_region` takes it. ``names`` is ``both`` or the tag of the
    one language in which the page shows places.
    """

    region: str = "karabakh"
    names: str = "both"


class Reporter(Protocol):
    """Whoever is told how a build goes on."""

    def track(self, items: Sequence[T], *, stage: str) -> Iterable[T]:
        """Go through the items of a stage, showing how far it is."""

    def problem(self, problem: InputProblem) -> None:
        """Take note of a file or line of the input that was left out."""

    def warn(self, message: str) -> None:
        """Take note of something that the user should know, though the build goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: the articles, their mentions and their claims."""

    articles: Sequence[Article]
    mentions: Sequence[Mention]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided: the claims on their cells, control and presence over time, and what could not be placed."""

    located: Sequence[LocatedClaim]
    unplaced: Sequence[UnplacedClaim]
    intervals: Sequence[ControlInterval]
    presences: Sequence[Presence]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """A finished build: the page and how much there is behind it. ``unchanged`` where the last one still stood."""

    page: Path
    counts: Counts
    unchanged: bool


def build(inputs: Sequence[Path], output: Path, *, settings: Settings, reporter: Reporter) -> BuildResult:
    """Read reports and write everything that the design names to ``output``.

    Raises
    ------
    MissingInputError, InputError
        Where a path does not exist, or no report could be read.
    UnknownRegionError, RegionError
        Where the region does not exist, or contradicts itself.
    OutputError
        Where a file cannot be written.
    """
    from geo.articles import read_articles

    region = open_region(settings.region)
    articles = read_articles(inputs, region=region, on_problem=reporter.problem)
    digest = manifest.digest(articles, region=region, settings=settings)
    kept = manifest.load(output, digest=digest)
    if kept:
        return BuildResult(page=output / PAGE, counts=kept, unchanged=True)
    reading = read(articles, region=region, reporter=reporter)
    write_reading(output, reading)
    decision = decide(reading, region=region)
    write_decision(output, decision)
    for name, data in exports(reading, decision, region=region).items():
        write_bytes(output / name, data)
    write_text(output / PAGE, draw(reading, decision, region=region, settings=settings))
    counts = Counts(articles=len(articles), claims=len(reading.claims), unplaced=len(decision.unplaced))
    manifest.save(output, digest=digest, counts=counts)
    return BuildResult(page=output / PAGE, counts=counts, unchanged=False)


def read(articles: Sequence[Article], *, region: Region, reporter: Reporter) -> Reading:
    """Articles to mentions and claims."""
    from geo.extract import Reader
    from geo.places.mentions import MentionFinder

    finder, reader = MentionFinder(region), Reader(region)
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for article in reporter.track(articles, stage="Reading"):
        found = finder.find(article)
        if not any(mention.role == "place" for mention in found):
            reporter.warn(f"{article.id}: names no place of the region {region.id!r}, so nothing of it is on the map.")
        mentions += found
        claims += reader.read(article, found)
    return Reading(articles=articles, mentions=mentions, claims=claims)


def decide(reading: Reading, *, region: Region) -> Decision:
    """Claims to intervals and presences."""
    from geo import areas, timeline

    located, unplaced = areas.locate(reading.claims, reading.articles, region)
    return Decision(
        located=located,
        unplaced=unplaced,
        intervals=timeline.decide(located, region),
        presences=timeline.presences(located, region),
    )


def draw(reading: Reading, decision: Decision, *, region: Region, settings: Settings) -> str:
    """Everything to the page."""
    from geo.webmap import render_page

    return render_page(
        region=region,
        articles=reading.articles,
        claims=reading.claims,
        intervals=decision.intervals,
        presences=decision.presences,
        unplaced=decision.unplaced,
        located=decision.located,
        names=settings.names,
    )


def exports(reading: Reading, decision: Decision, *, region: Region, form: str = "geojson") -> dict[str, bytes]:
    """The files of one export format, by name."""
    from geo.export import FORMATS

    return FORMATS[form].render(_content(reading, decision, region))


def write_reading(output: Path, reading: Reading) -> None:
    """Write what was read; what stood there of an earlier build is no longer its outcome."""
    manifest.forget(output)
    write_records(output / "articles.jsonl", reading.articles)
    write_records(output / "mentions.jsonl", reading.mentions)
    write_records(output / "claims.jsonl", reading.claims)


def write_decision(output: Path, decision: Decision) -> None:
    """Write what was decided."""
    manifest.forget(output)
    write_records(output / "located.jsonl", decision.located)
    write_records(output / "intervals.jsonl", decision.intervals)
    write_records(output / "presence.jsonl", decision.presences)
    write_records(output / "unplaced.jsonl", decision.unplaced)


def load_reading(output: Path) -> Reading:
    """What an earlier run read, from its files."""
    return Reading(
        articles=read_records(output / "articles.jsonl", Article),
        mentions=read_records(output / "mentions.jsonl", Mention),
        claims=read_records(output / "claims.jsonl", Claim),
    )


def load_decision(output: Path) -> Decision:
    """What an earlier run decided, from its files."""
    return Decision(
        located=read_records(output / "located.jsonl", LocatedClaim),
        unplaced=read_records(output / "unplaced.jsonl", UnplacedClaim),
        intervals=read_records(output / "intervals.jsonl", ControlInterval),
        presences=read_records(output / "presence.jsonl", Presence),
    )


def _content(reading: Reading, decision: Decision, region: Region) -> Content:
    from geo.export import Content
    from geo.places.geocode import geocode_mentions

    return Content(
        region=region,
        articles=tuple(reading.articles),
        claims=tuple(reading.claims),
        intervals=tuple(decision.intervals),
        places=tuple(geocode_mentions(reading.mentions, region)),
    )
