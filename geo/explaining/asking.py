"""Finds a claim by its id, reads its article anew, and matches the two: the reading is deterministic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.errors import InputError, UnknownClaimError
from geo.explaining.phrasing import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.told import Told
    from geo.records import Article, Claim
    from geo.regions import Region

_BRACKETS = "[]"
"""Ids stand in brackets behind the quotes of other commands, from where they are copied."""


def find_claim(text: str, claims: Sequence[Claim], *, where: str) -> Claim:
    """The claim with this id, or the one whose id begins so.

    Raises
    ------
    UnknownClaimError
        Where none or several begin so; ``where`` names the file for the message.
    """
    wanted = text.strip().strip(_BRACKETS)
    found = {claim.id: claim for claim in claims if claim.id == wanted} or {
        claim.id: claim for claim in claims if wanted and claim.id.startswith(wanted)
    }
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        hint = "Ids stand there under `id`, and in brackets behind the quotes of geo who."
        raise UnknownClaimError(f"No claim of {where} has an id that begins with {wanted!r}. {hint}")
    raise UnknownClaimError(f"{len(found)} claims of {where} begin with {wanted!r}: {listed(found)}. Give more of it.")


def article_of(claim: Claim, articles: Sequence[Article], *, where: str) -> Article:
    """The article of a claim.

    Raises
    ------
    InputError
        Where it is not there, or its text is not the one that the claim quotes.
    """
    article = next((one for one in articles if one.id == claim.article), None)
    if article is None:
        raise InputError(f"{where} has no article {claim.article!r}, of which claim {claim.id} is. Run: geo extract")
    if article.text[claim.start : claim.end] != claim.evidence:
        raise InputError(
            f"{where}: the text of {claim.article!r} is not the one that claim {claim.id} quotes. Run: geo extract"
        )
    return article


def read_anew(claim: Claim, article: Article, region: Region) -> tuple[Claim | None, Told | None, bool]:
    """What the article, read anew, gives under the claim's id, the reading behind it, and whether by the grammar alone.

    A claim that the grammar read where no parser was installed is read by the grammar again. None where no reading
    gives a claim of this id.
    """
    from geo.extract import Reader
    from geo.places.mentions import MentionFinder

    mentions = MentionFinder(region).find(article)
    reader = Reader(region)
    first: tuple[Claim | None, Told | None, bool] = (None, None, not reader.has_parser)
    for one, by_grammar in ((reader, not reader.has_parser), (Reader(region, grammar_only=True), True)):
        for found, told in one.trace(article, mentions):
            if found.id == claim.id and found.extractor == claim.extractor:
                return found, told, by_grammar
            if found.id == claim.id and first[0] is None:
                first = found, told, by_grammar
    return first
