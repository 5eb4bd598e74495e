"""An analyst's decision in words, for everybody who shows a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.corrections.wording import cells_of

if TYPE_CHECKING:
    from geo.records import Claim, Review
    from geo.regions import Region

_DONE = {"accept": "confirmed", "reject": "rejected", "edit": "edited", "add": "added"}


def decided(review: Review) -> str:
    """A decision in one line: ``rejected by A. Name on 2026-11-22: the town, not the district``."""
    done = "own statement of" if review.own else f"{_DONE[review.decision]} by"
    day = f" on {review.decided_on}" if review.decided_on else ""
    why = f": {review.why}" if review.why and not review.own else ""
    return f"{done} {review.who}{day}{why}"


def changes(claim: Claim, region: Region) -> list[str]:
    """What a decision has changed, beside what was read: ``when: 2020-11-25 (read: 2020-11-10/2021-01-18)``."""
    if claim.review is None or claim.review.read is None:
        return []
    now, read = cells_of(claim, region), cells_of(claim.review.read, region)
    return [f"{name}: {now[name] or 'none'} (read: {read[name] or 'none'})" for name in now if now[name] != read[name]]


def told(claim: Claim, region: Region) -> str:
    """A claim's decision with all that it changed; empty where nobody has decided anything."""
    if claim.review is None:
        return ""
    return "; ".join([decided(claim.review), *changes(claim, region)])


def rejection(review: Review) -> str:
    """Why a rejected claim is only listed."""
    return f"an analyst's decision: {decided(review)}"
