"""Claims that an analyst adds: with a quote, which is found in an article, or as a statement of the analyst's own."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from geo.corrections.changing import CONFIRMED, missing_party, place_at
from geo.corrections.quoting import passages_of
from geo.corrections.table import Fault
from geo.corrections.understanding import Misunderstanding
from geo.corrections.wording import one_line
from geo.records import Article, Claim, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.corrections.judging import Judgement
    from geo.corrections.quoting import Passage
    from geo.corrections.table import Row
    from geo.corrections.understanding import Understanding
    from geo.regions import Region

EXTRACTOR = "analyst"
"""Stands where a claim names the rule that read it."""

STATEMENT_TITLE = "An analyst's own statement"
_PREFIX = "analyst:"


class Adder:
    """Adds claims to articles."""

    def __init__(self, articles: Sequence[Article], region: Region, understanding: Understanding) -> None:
        self._articles = articles
        self._region = region
        self._understanding = understanding

    def add(self, row: Row, judgement: Judgement) -> tuple[Claim, Article | None] | list[Fault]:
        """The claim of a row, with the article of the analyst's own statement where it quotes none; or the faults."""
        said = self._said(row)
        if isinstance(said, list):
            return said
        if row["quote"]:
            found = self._passage(row)
            text, start, end, article, own = found.article.text, found.start, found.end, found.article, None
        else:
            own = _statement(judgement, said)
            text, start, end, article = own.text, 0, len(own.text), own
        meant, evidence = said.pop("meant"), text[start:end]
        claim = Claim(
            id="",
            article=article.id,
            start=start,
            end=end,
            evidence=evidence,
            places=tuple(place_at(place, evidence, start=start, region=self._region) for place in meant),
            when_basis=None,
            confidence=CONFIRMED,
            extractor=EXTRACTOR,
            review=Review(
                decision="add",
                who=judgement.who,
                why=judgement.why,
                decided_on=judgement.decided_on,
                own=own is not None,
                read=None,
            ),
            **said,
        )
        from geo.extract.claims import claim_id

        return replace(claim, id=claim_id(article.sha256, claim)), own

    def stands_in(self, row: Row, articles: Iterable[Article]) -> bool:
        """Whether the row's quote stands in one of some other articles, and in none of these."""
        if any(True for _ in passages_of(row["quote"], self._articles)):
            return False
        return any(True for _ in passages_of(row["quote"], articles))

    def _said(self, row: Row) -> dict[str, Any] | list[Fault]:
        """What the row says, as fields of a claim (``meant`` for its places), or its faults."""
        understand, said, faults = self._understanding, dict[str, Any](), list[Fault]()
        readers: dict[str, Any] = {
            "kind": lambda: understand.kind(row["kind"]),
            "meant": lambda: understand.places(row["places"], row["extent"]),
            "gained_by": lambda: understand.party("gained_by", row["gained_by"]),
            "lost_by": lambda: understand.party("lost_by", row["lost_by"]),
            "actor": lambda: understand.party("actor", row["actor"]),
            "when": lambda: understand.when(row["when"]),
            "stance": lambda: understand.stance(row["stance"]),
            "claimant": lambda: one_line(row["claimant"]) or None,
        }
        for name, read in readers.items():
            try:
                said[name] = read()
            except Misunderstanding as error:
                faults.append(error.fault)
        if not faults and (fault := missing_party(said)):
            faults.append(fault)
        if not faults and not row["quote"] and said["when"] is None:
            faults.append(Fault(column="when", words="it is empty. A statement without a quote needs its own date."))
        return faults or said

    def _passage(self, row: Row) -> Passage:
        """Where the row's quote stands; Misunderstanding where that is nowhere, or in several articles."""
        named = [article for article in self._articles if row["article"] == article.id]
        found = list(passages_of(row["quote"], named or self._articles))  # a file may have got another name
        if not found:
            where = f"in {row['article']}" if named else "in any article"
            told = (
                f"these words do not stand {where}. Copy them as they stand, or leave it empty for your own statement."
            )
            raise Misunderstanding("quote", told)
        if len(found) > 1:
            ids = ", ".join(passage.article.id for passage in found)
            raise Misunderstanding("article", f"the quote stands in several articles. Write one of: {ids}.")
        return found[0]


def _statement(judgement: Judgement, said: Mapping[str, Any]) -> Article:
    """The analyst's own words as what the claim stands in: undated, since nothing was published."""
    text = judgement.why or ""
    where = [(place.place or place.words, place.extent) for place in said["meant"]]
    key = repr((judgement.who, text, sorted({**said, "meant": where}.items())))
    return Article(
        id=f"{_PREFIX}{hashlib.sha256(key.encode()).hexdigest()[:12]}",
        source=f"{judgement.who} (analyst)",
        title=STATEMENT_TITLE,
        url=None,
        published=None,
        published_basis="unknown",
        language=None,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
