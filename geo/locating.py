"""Claims meet cells: which cells a claim is about, and what of it cannot be placed or dated.

A name in a report is an area, a group of areas, a point or a line. Only areas and groups are cells. What is too small
to be a cell stays a point over them, and what cannot be drawn is listed with the reason, so that nothing is guessed and
nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.areas import LINE_KIND
from geo.collector import collector_paused
from geo.corrections.telling import rejection
from geo.errors import DateError, RecordError
from geo.placing import Atlas
from geo.records import CONTROL_KINDS, LocatedClaim, UnplacedClaim
from geo.told_days import told_span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import Article, Claim
    from geo.regions import Region

LISTED_KINDS = CONTROL_KINDS | {"deployment"}
"""Kinds that say where somebody is: these are listed where no place is named. Other kinds are dated events."""

UNDATED = "cannot be dated"
"""How the reason begins by which a claim is listed that has a place and no date."""


@collector_paused()
def locate(
    claims: Iterable[Claim], articles: Iterable[Article], region: Region
) -> tuple[list[LocatedClaim], list[UnplacedClaim]]:
    """Give each claim the cells it is about, and list what cannot be placed or dated.

    Every claim comes back located, in the order given; one that cannot be placed has no cells, and the timeline still
    reads it (a gain whose places are not named puts others in doubt). Rules for the cells:

    - An area that changes hands, or that a side with a limit holds, is its ``transfer_cells``; a side that has a limit
      reaches no further than that. What one side lost to an unnamed taker is what the other side then held, so the
      other side's limit applies.
    - ``part of`` an area, as a side with a limit hands it over or holds it, is what lies inside the limit, where the
      limit cuts off a part of the area that is no other area's; what another side is said to hold of it is the rest.
      Any other ``part of`` is listed.
    - What a report takes out of an area or a group (``except Lachin``) is not among its cells, where it is an area
      itself; where it is a point or not known, the rest is ``part of`` the area.
    - A group is its areas. A town or village is a point, and no cell takes its colour; but the bare name of a
      district's seat stands for the district, where it is told who controls it (:mod:`geo.seats`).

    Raises
    ------
    RecordError
        Where a claim's article is not among ``articles``.
    """
    by_id = {article.id: article for article in articles}
    atlas = Atlas.of(region)
    located: list[LocatedClaim] = []
    unplaced: list[UnplacedClaim] = []
    for claim in claims:
        article = by_id.get(claim.article)
        if article is None:
            raise RecordError(f"Claim {claim.id!r} is of article {claim.article!r}, which is not there. Give it too.")
        places = tuple(found for place in claim.places for found in atlas.cells_of(claim, place, article.text))
        item = LocatedClaim(claim=claim, places=places, source=article.source, published=article.published)
        located.append(item)
        unplaced += [
            UnplacedClaim(claim=claim, text=text, reason=reason, source=article.source, published=article.published)
            for text, reason in (_failures(item, region) if not claim.is_rejected else _rejection(claim))
        ]
    return located, unplaced


def _rejection(claim: Claim) -> Iterable[tuple[None, str]]:
    """A rejected claim is listed as a whole, with who rejected it and why."""
    return [(None, rejection(claim.review))] if claim.review else []


def _failures(item: LocatedClaim, region: Region) -> Iterable[tuple[str | None, str]]:
    """What of a claim cannot be placed or dated: the words, or None for the whole claim, and the reason."""
    claim = item.claim
    if claim.kind not in LISTED_KINDS:
        return
    if not claim.places:
        yield None, "no place is named"
    for place in item.places:
        if place.reason and not _is_point(place.place, region):
            yield place.text, place.reason
    for party in (claim.gained_by, claim.lost_by):
        if party and region.party(party) is None:
            yield party, f"the region does not know the party {party!r}"
    if claim.kind == "hold" and (not claim.actor or region.party(claim.actor) is None):
        yield claim.actor, f"the region does not know the party {claim.actor!r}" if claim.actor else "no party is named"
    try:
        told_span(claim, item.published)
    except DateError as error:
        if claim.stance not in ("planned", "hypothetical"):
            yield None, f"{UNDATED}: {error}"


def _is_point(place_id: str | None, region: Region) -> bool:
    place = region.place(place_id or "")
    return place is not None and place.area is None and place.lat is not None and place.kind != LINE_KIND
