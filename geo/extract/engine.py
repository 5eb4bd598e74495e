"""The reading of articles: by syntax where a parser is installed, by the grammar alone where none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.claims import ClaimWriter
from geo.extract.grammar.engine import GrammarReader
from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.trees.parser import spacy_parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.extract.told import Told, Way
    from geo.records import Article, Claim, Mention
    from geo.regions import Region

_TOGETHER = 80_000
"""Characters of the articles that are read together: more take more memory and save no time."""


class Reader:
    """Reads claims from articles about one region; nothing of one article stays for the next."""

    def __init__(self, region: Region, *, grammar_only: bool = False, filtered: bool = True) -> None:
        """``grammar_only`` reads without a parser, as it must where none is installed.

        Without ``filtered``, sentences that hold no trigger are read too: to the same end, and longer.
        """
        parser = None if grammar_only else spacy_parser()
        self.has_parser = parser is not None
        self._way: Way = (
            SyntaxReader(region, parser, filtered=filtered) if parser else GrammarReader(region, filtered=filtered)
        )
        self._writer = ClaimWriter(region)

    def read(self, article: Article, mentions: Sequence[Mention]) -> list[Claim]:
        """The claims of an article, in the order of its text, each once.

        Parameters
        ----------
        article
            The article; its publication date anchors dates without a year.
        mentions
            Its toponyms (:func:`geo.places.mentions.find_mentions`).
        """
        return self._writer.write(article, self.tell(article, mentions))

    def read_all(self, articles: Iterable[tuple[Article, Sequence[Mention]]]) -> Iterator[list[Claim]]:
        """The claims of each article with its toponyms, as :meth:`read` gives them, in less time.

        A parser takes the sentences of several articles together; what is read of one depends on no other.
        """
        for together in _chunks(articles):
            read = iter(self._way.read_together([pair for pair in together if _is_readable(pair[0])]))
            for article, _ in together:
                yield self._writer.write(article, next(read)) if _is_readable(article) else []

    def trace(self, article: Article, mentions: Sequence[Mention]) -> list[tuple[Claim, Told]]:
        """The same claims, each with the reading that it was written from: for whoever asks why."""
        return self._writer.trace(article, self.tell(article, mentions))

    def tell(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What the article tells, before it is written down as claims: with the words that decided.

        An article in another language tells nothing that could be read: the lexicons are English.
        """
        if not _is_readable(article):
            return []
        return self._way.read(article, mentions)


def _is_readable(article: Article) -> bool:
    return article.language in (None, "en")


def _chunks(articles: Iterable[tuple[Article, Sequence[Mention]]]) -> Iterator[list[tuple[Article, Sequence[Mention]]]]:
    """Articles in order, so many together that a parser has its fill of them."""
    together: list[tuple[Article, Sequence[Mention]]] = []
    length = 0
    for article, mentions in articles:
        together.append((article, mentions))
        length += len(article.text)
        if length >= _TOGETHER:
            yield together
            together, length = [], 0
    if together:
        yield together


def extract_claims(article: Article, mentions: Sequence[Mention], region: Region) -> list[Claim]:
    """The claims of one article; for many, make one :class:`Reader`."""
    return Reader(region).read(article, mentions)
