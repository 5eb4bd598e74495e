"""Reads the articles of a gold file anew, as the program reads any article, so that what it finds can be scored.

A gold file holds articles as ``geo build`` takes them, so outlet and date are those it gives; what it leaves out is
looked for in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.articles import InputProblem, read_stream
from geo.errors import InputError, MissingInputError
from geo.evaluate.gold import Statement
from geo.extract import Reader
from geo.files import show
from geo.places.mentions import MentionFinder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from geo.records import Article
    from geo.regions import Region


def read_gold_articles(path: Path, *, region: Region) -> list[Article]:
    """The articles of a gold file.

    Raises
    ------
    MissingInputError, InputError
        Where there is no such file, or one of its articles cannot be read: figures of the rest would mislead.
    """
    problems: list[InputProblem] = []
    try:
        with path.open("rb") as stream:
            articles = read_stream(stream, name=show(path), region=region, on_problem=problems.append)
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Check the path; geo evaluate --help has examples.") from error
    except OSError as error:
        raise InputError(f"Cannot read {show(path)}: {error.strerror or type(error).__name__}.") from error
    if problems:
        raise InputError(f"{problems[0]}. Mend it: figures of the other articles alone would mislead.")
    return articles


def read_statements(articles: Iterable[Article], *, region: Region, grammar_only: bool = False) -> list[Statement]:
    """What the program finds in articles."""
    finder, reader = MentionFinder(region), Reader(region, grammar_only=grammar_only)
    return [Statement.of(claim) for article in articles for claim in reader.read(article, finder.find(article))]
