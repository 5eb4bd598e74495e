"""Reads invented news in a process of its own and prints what it took: ``python -m benchmarks.reading WAY COUNT``.

The ways are ``grammar``, ``syntax``, ``whole`` (by syntax, with every sentence parsed) and ``spacy``, the peer: the
whole pipeline of the same model over the same texts. What is timed is from texts to claims, toponyms included, in CPU
seconds of one thread, after a warm-up; loading is not.
"""

from __future__ import annotations

import json
import resource
import sys
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.news import reports
from benchmarks.processes import MAXRSS_UNIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WARM_UP = 30


def main() -> int:
    """Print articles, CPU seconds, peak bytes, and how many relevant sentences gave a claim."""
    way, count = sys.argv[1], int(sys.argv[2])
    read = _spacy() if way == "spacy" else _geo(way)
    read([report.text for report in reports(WARM_UP, seed=2)])
    told = reports(count)
    start = process_time()
    evidence = read([report.text for report in told])
    seconds = process_time() - start
    found = sum(report.relevant in quoted for report, quoted in zip(told, evidence, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
    print(json.dumps({"articles": count, "seconds": seconds, "peak_bytes": peak, "found": found}))
    return 0


def _geo(way: str) -> Callable[[Sequence[str]], list[set[str]]]:
    """Reads texts; gives the sentences of each that a claim was read from."""
    from geo.extract import Reader
    from geo.places.mentions import MentionFinder
    from geo.records import Article
    from geo.regions import open_region

    region = open_region("karabakh")
    finder = MentionFinder(region)
    reader = Reader(region, grammar_only=way == "grammar", filtered=way != "whole")

    def read(texts: Sequence[str]) -> list[set[str]]:
        articles = (
            Article(
                id=str(number), source=None, title=None, url=None, published="2025-03-10", published_basis="metadata",
                language="en", text=text, sha256="",
            )
            for number, text in enumerate(texts)
        )  # fmt: skip
        told = reader.read_all((article, finder.find(article)) for article in articles)
        return [{claim.evidence for claim in claims} for claims in told]

    return read


def _spacy() -> Callable[[Sequence[str]], list[set[str]]]:
    """The whole pipeline over texts; it reads no claims."""
    from importlib import import_module

    from geo.extract.syntax.trees.models import installed_model

    nlp = import_module(installed_model() or "en_core_web_sm").load()

    def read(texts: Sequence[str]) -> list[set[str]]:
        return [set() for _ in nlp.pipe(texts)]

    return read


if __name__ == "__main__":
    sys.exit(main())
