"""``geo evaluate``: how well reports are read, against claims made by hand."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.cli.options import PIPE, REGION, GrammarOnly, Region
from geo.cli.reporting import ConsoleReporter, count
from geo.cli.speaking import say
from geo.cli.writing import put

if TYPE_CHECKING:
    from geo.evaluate import Score, Statement

NAME = "evaluate"
EXAMPLES = (
    "geo evaluate gold.jsonl",
    "geo evaluate gold.jsonl --grammar",
    "geo evaluate gold.jsonl --claims output/claims.jsonl --errors",
)


class Form(StrEnum):
    """How the figures are printed."""

    TABLE = "table"
    JSON = "json"


def run(
    gold: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD",
            show_default=False,
            help="Articles with the claims to be found, .jsonl files: id, text, published, source, claims, optional.",
        ),
    ],
    *,
    claims: Annotated[
        Path | None,
        typer.Option("--claims", "-c", metavar="FILE", help="Score these claims; by default gold's texts are read."),
    ] = None,
    region: Region = REGION,
    grammar: GrammarOnly = False,
    aside: Annotated[
        bool | None,
        typer.Option(
            "--aside/--no-aside",
            show_default=False,
            help='Score only the rows that were put aside ("aside": true), or only the others.',
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, spurious or wrong.")] = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="For people, or one JSON object.")] = Form.TABLE,
) -> None:
    """Measure how well reports are read.

    Scores claims against those that people found: facts (place, direction, side), their stance, dates and extents.
    """
    from geo.evaluate import read_claims, read_gold, score

    reporter = ConsoleReporter()
    wanted = [article for article in read_gold(*gold) if aside in (None, article.aside)]
    known = {article.id for article in wanted}
    found = read_claims(claims) if claims else _read_anew(gold, region, reporter, only=known, grammar=grammar)
    strangers = sum(claim.article not in known for claim in found)
    if strangers and aside is None:
        reporter.warn(f"{count(strangers, 'claim')} not counted: the gold file has no article of that id.")
    _print(score(wanted, found), errors=errors, form=form)


def _read_anew(
    gold: list[Path], region: str, reporter: ConsoleReporter, *, only: set[str], grammar: bool
) -> list[Statement]:
    from geo.evaluate.reading import read_gold_articles, read_statements
    from geo.regions import open_region

    opened = open_region(region)
    articles = [one for path in gold for one in read_gold_articles(path, region=opened) if one.id in only]
    tracked = reporter.track(articles, stage="Reading")
    return read_statements(tracked, region=opened, grammar_only=grammar)


def _print(scored: Score, *, errors: bool, form: Form) -> None:
    from geo.evaluate import report
    from geo.jsontext import dumps

    if form is Form.JSON:
        put(PIPE, f"{dumps(report.as_object(scored, mistakes=errors), indent=2)}\n".encode())
        return
    if errors and scored.mistakes:
        say(f"{report.as_list(scored.mistakes)}\n")
    say(report.as_table(scored.figures))
