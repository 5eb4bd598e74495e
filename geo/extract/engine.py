"""The reading of articles: by syntax where a parser is installed, by the grammar alone where none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.claims import ClaimWriter
from geo.extract.grammar.engine import GrammarReader
from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.parser import spacy_parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.told import Told, Way
    from geo.records import Article, Claim, Mention
    from geo.regions import Region


class Reader:
    """Reads claims from articles about one region; nothing of one article stays for the next."""

    def __init__(self, region: Region, *, grammar_only: bool = False, filtered: bool = True) -> None:
        """``grammar_only`` reads without a parser, as it must where none is installed.

        Without ``filtered``, sentences that hold no trigger are read too: to the same end, and longer.
        """
        parser = None if grammar_only else spacy_parser()
        self.has_parser = parser is not None
        self._way: Way = SyntaxReader(region, parser) if parser else GrammarReader(region, filtered=filtered)
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

    def trace(self, article: Article, mentions: Sequence[Mention]) -> list[tuple[Claim, Told]]:
        """The same claims, each with the reading that it was written from: for whoever asks why."""
        return self._writer.trace(article, self.tell(article, mentions))

    def tell(self, article: Article, mentions: Sequence[Mention]) -> list[Told]:
        """What the article tells, before it is written down as claims: with the words that decided.

        An article in another language tells nothing that could be read: the lexicons are English.
        """
        if article.language not in (None, "en"):
            return []
        return self._way.read(article, mentions)


def extract_claims(article: Article, mentions: Sequence[Mention], region: Region) -> list[Claim]:
    """The claims of one article; for many, make one :class:`Reader`."""
    return Reader(region).read(article, mentions)
