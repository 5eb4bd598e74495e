"""Puts an explanation together from a claim, its article, and the reading that gives the claim anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.corrections.applying import before_review
from geo.corrections.telling import told as decision_told
from geo.explaining.asking import article_of, find_claim, read_anew
from geo.explaining.grounds import date_told, signs_told, stance_told
from geo.explaining.passages import Passages
from geo.explaining.phrasing import table
from geo.explaining.records import Explanation, SourceTold
from geo.explaining.roles import role_name, roles_told
from geo.explaining.rules import rule_told
from geo.explaining.saying import says
from geo.extract.marking import deciding_words
from geo.timeline.sentences import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.items import Offsets
    from geo.extract.told import Told
    from geo.records import Article, Claim
    from geo.regions import Region

_GONE = (
    "The article, read anew, gives no claim of this id: it was made by hand, or by another version of the program or "
    "region. What follows is what the claim itself says."
)
_ADDED = "An analyst added this claim; the program did not read it."
_CHANGED = "The article, read anew, gives this claim in another way (see geo extract); what follows is the new reading."
_GRAMMAR = "Read by the grammar alone, without a parser: where a pronoun or a left-out party came from is not kept."


def explain(
    text: str, claims: Sequence[Claim], articles: Sequence[Article], region: Region, *, where: tuple[str, str]
) -> Explanation:
    """Why the claim whose id begins with a text says what it does.

    ``where`` names the files of the claims and of the articles, for messages.

    Raises
    ------
    UnknownClaimError
        Where no claim's id begins so, or several do.
    InputError
        Where the claim's article is not among the articles, or its text is another one.
    """
    claim = find_claim(text, claims, where=where[0])
    article = article_of(claim, articles, where=where[1])
    read = before_review(claim)
    if read is None:
        return _decided(explained(claim, None, article, region, by_grammar=False, note=_ADDED), claim, region)
    found, told, by_grammar = read_anew(read, article, region)
    note = _GONE if found is None else _CHANGED if found != read else _GRAMMAR if by_grammar else None
    return _decided(explained(found or read, told, article, region, by_grammar=by_grammar, note=note), claim, region)


def _decided(explanation: Explanation, claim: Claim, region: Region) -> Explanation:
    """The explanation of what was read, under what an analyst made of it."""
    if claim.review is None:
        return explanation
    said = says(claim, Names.of(region))
    read_as = explanation.says if claim.review.read and explanation.says != said else None
    return replace(explanation, claim=claim, says=said, decision=decision_told(claim, region), read_as=read_as)


def explained(
    claim: Claim, told: Told | None, article: Article, region: Region, *, by_grammar: bool, note: str | None = None
) -> Explanation:
    """The explanation of a claim by the reading behind it; of one without a reading, what the claim itself tells."""
    passages, names = Passages.of(article, claim), Names.of(region)
    marks = passages.marks(_marks(claim, told))
    return Explanation(
        claim=claim,
        says=says(claim, names),
        marked=passages.marked(marks),
        marks=marks,
        rule=rule_told(claim, told, passages, by_grammar=by_grammar),
        roles=tuple(roles_told(claim, told, passages, names)),
        stance=stance_told(claim, told, passages),
        date=date_told(claim, told, article, passages),
        signs=signs_told(claim, told),
        article=SourceTold(
            id=article.id,
            source=article.source,
            title=article.title,
            url=article.url,
            published=article.published,
            published_basis=article.published_basis,
        ),
        note=note,
    )


def _marks(claim: Claim, told: Told | None) -> Iterator[tuple[Offsets | None, str]]:
    """The words that decided, with what each decided."""
    roles = table("roles")
    if told is None:
        yield from (((place.start, place.end), roles["place"]) for place in claim.places)
        return
    for words, role in deciding_words(told):
        yield words, role_name("actor", claim.kind) if role == "actor" else roles[_ROLE_WORDS.get(role, role)]


_ROLE_WORDS = {"gained": "gained_by", "lost": "lost_by", "decides": "word", "reports": "report", "stance": "mark"}
"""How the words for roles call what a mark calls otherwise."""
