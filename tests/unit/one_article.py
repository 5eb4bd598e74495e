"""An article of a few words, and what is read in it, for tests of the reading."""

from __future__ import annotations

import hashlib
from functools import cache

from geo.extract.engine import Reader
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region


def one_article(text: str, *, published: str | None, source: str | None = None) -> Article:
    """An article with this text and day of publication."""
    return Article(
        id="a",
        source=source,
        title=None,
        url=None,
        published=published,
        published_basis="metadata" if published else "unknown",
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def claims_of(text: str, *, published: str | None) -> list[Claim]:
    """The claims of an article with this text, about Karabakh."""
    reader, finder = _tools()
    article = one_article(text, published=published)
    return reader.read(article, finder.find(article))


@cache
def _tools() -> tuple[Reader, MentionFinder]:
    region = open_region("karabakh")
    return Reader(region), MentionFinder(region)
