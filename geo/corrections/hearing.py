"""Hears rows one by one: each is judged, matched with its claim, and turned into what becomes of the claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.corrections.adding import Adder
from geo.corrections.changing import Changer
from geo.corrections.judging import judge
from geo.corrections.matching import Matcher
from geo.corrections.outcomes import Heard, Outcome
from geo.corrections.table import Fault
from geo.corrections.understanding import Misunderstanding, Understanding
from geo.corrections.wording import TEXT_HASH, one_line, read_as_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.corrections.judging import Judgement
    from geo.corrections.table import Row
    from geo.records import Article, Claim
    from geo.regions import Region

_FEW_LETTERS = 60


class Desk:
    """Hears rows about the claims of some articles; ``elsewhere`` are those that are not looked at in this run."""

    def __init__(
        self, articles: Sequence[Article], claims: Sequence[Claim], region: Region, elsewhere: Sequence[Article]
    ) -> None:
        understanding = Understanding(region)
        self._matcher = Matcher(claims, articles, region)
        self._changer = Changer(region, understanding)
        self._adder = Adder(articles, region, understanding)
        self._claims = {claim.id: claim for claim in claims}
        self._elsewhere = elsewhere
        self._known_elsewhere = {article.sha256 for article in elsewhere} | {article.id for article in elsewhere}

    def hear(self, row: Row) -> Heard:
        """What becomes of a row by itself."""
        judgement = judge(row)
        if judgement is None:
            return Heard(outcome=Outcome(row=row, state="undecided", claim=self._matcher.find(row)))
        try:
            if isinstance(judgement, list):
                return self._refused(row, judgement)
            return self._add(row, judgement) if judgement.verdict == "add" else self._decide(row, judgement)
        except Misunderstanding as error:
            return self._refused(row, [error.fault])

    def _decide(self, row: Row, judgement: Judgement) -> Heard:
        claim = self._matcher.find(row)
        if claim is None:
            if {read_as_read(row).get(TEXT_HASH), row["article"]} & self._known_elsewhere:
                return Heard(outcome=Outcome(row=row, state="set_aside"))
            return Heard(outcome=Outcome(row=row, state="unmatched", faults=(_unmatched(row, judgement),)))
        result = self._changer.decide(claim, row, judgement)
        if isinstance(result, list):
            return self._refused(row, result)
        return Heard(outcome=Outcome(row=row, state="applied", claim=claim), result=result)

    def _add(self, row: Row, judgement: Judgement) -> Heard:
        if row["quote"] and self._adder.stands_in(row, self._elsewhere):
            return Heard(outcome=Outcome(row=row, state="set_aside"))
        added = self._adder.add(row, judgement)
        if isinstance(added, list):
            return self._refused(row, added)
        claim, article = added
        read = self._claims.get(claim.id)
        if read is None:
            return Heard(outcome=Outcome(row=row, state="applied"), result=claim, article=article)
        outcome = Outcome(row=row, state="applied", claim=read)  # by now the program reads it too
        return Heard(outcome=outcome, result=self._changer.confirm(read, claim, judgement))

    def _refused(self, row: Row, faults: Sequence[Fault]) -> Heard:
        claim = self._matcher.find(row)
        return Heard(outcome=Outcome(row=row, state="refused", claim=claim, faults=tuple(faults)))


def _unmatched(row: Row, judgement: Judgement) -> Fault:
    quote = one_line(row["quote"])
    told = f" (“{quote[:_FEW_LETTERS]}{'…' if len(quote) > _FEW_LETTERS else ''}”)" if quote else ""
    kept = f"the decision ({judgement.verdict}, by {judgement.who}) is kept, without effect."
    return Fault(column="claim", words=f"{row['claim']!r}{told} matches no claim any more; {kept}")
