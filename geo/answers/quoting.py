"""Quotes of claims for a terminal: the sentence, who said it when, and what an analyst has decided about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.areas import area_around
from geo.corrections.telling import decided, told

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from geo.records import LocatedClaim
    from geo.regions import Region


def quoted(found: Sequence[LocatedClaim], limit: int, region: Region) -> list[str]:
    """Quotes of claims, at most so many; of more, their number."""
    lines = [quote_of(item, region) for item in found[:limit]]
    more = len(found) - limit
    return lines + ([f"and {more} more {'quote' if more == 1 else 'quotes'}"] if more > 0 else [])


def quote_of(item: LocatedClaim, region: Region) -> str:
    """A claim's sentence with outlet and day of publication, or with the analyst whose own statement it is."""
    claim = item.claim
    said = " ".join((item.source or "source not named").split())
    by = f"{said}, {item.published or 'undated'}"
    decision = told(claim, region)
    if claim.review and claim.is_own:
        by, decision = f"{decided(claim.review)}, no report", ""
    told_so = f"; {decision}" if decision else ""
    return f"“{' '.join(claim.evidence.split())}” - {by} [{claim.id}]{told_so}"


def rejected_about(place: str, claims: Iterable[LocatedClaim], region: Region) -> list[LocatedClaim]:
    """The claims about a place (by id) that an analyst rejected."""
    rejected = [item for item in claims if item.claim.is_rejected]
    cells = _cells_of(place, region) if rejected else set()
    return [item for item in rejected if _is_about(item, place, cells)]


def decided_about(
    place: str, claims: Sequence[LocatedClaim], region: Region, *, cited: Container[str]
) -> list[LocatedClaim]:
    """The claims about a place that an analyst decided on: those that are cited, and those that were rejected."""
    rejected = rejected_about(place, claims, region)
    return [item for item in claims if item.claim.review and item.claim.id in cited] + rejected


def _cells_of(ident: str, region: Region) -> set[str]:
    """The cells of an area or a group, or of the district around a point."""
    group, place = region.group(ident), region.place(ident)
    areas = [*map(region.area, group.areas)] if group else [region.area(place.area or "") if place else None]
    areas += [region.area(ident), area_around(place, region) if place else None]
    return {cell for area in areas if area for cell in area.cells}


def _is_about(item: LocatedClaim, ident: str, cells: set[str]) -> bool:
    return any(place.place == ident or not cells.isdisjoint(place.cells) for place in item.places)
