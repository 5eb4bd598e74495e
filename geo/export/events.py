"""``events.geojson``: what the articles report, dated, each with its quote; a feature for each claim and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.dates import bounds, day_after
from geo.export.rfc7946 import collection, feature, point
from geo.export.rows import article_of, party_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.records import Article, Claim, ClaimPlace, Place
    from geo.regions import Region


def events_geojson(claims: Iterable[Claim], *, articles: Iterable[Article], region: Region) -> str:
    """Claims as a FeatureCollection, the earliest first and those without a date last.

    A claim about several places gives a feature for each; one that names none, or only places without coordinates, has
    a null geometry. ``when`` is the EDTF date, ``start`` and ``end`` its half-open bounds in ISO days. Whether the
    thing happened, was only claimed, or is planned, is ``stance``.

    Raises
    ------
    RecordError
        When a claim's article is not there.
    """
    by_id = {article.id: article for article in articles}
    features = []
    for claim in sorted(claims, key=_order):
        article = article_of(claim, by_id)
        for number, mentioned in enumerate(claim.places or (None,), start=1):
            place = region.place(mentioned.place) if mentioned and mentioned.place else None
            properties = {
                **_claim_properties(claim, region),
                **_place_properties(mentioned, place),
                "article": article.id,
                "source": article.source,
                "title": article.title,
                "url": article.url,
                "published": article.published,
            }
            geometry = point(lon=place.lon, lat=place.lat) if place else None
            features.append(feature(f"{claim.id}.{number}", geometry=geometry, properties=properties))
    return collection(features)


def _claim_properties(claim: Claim, region: Region) -> Mapping[str, object]:
    start, end = _half_open(claim.when)
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "stance": claim.stance,
        "claimant": claim.claimant,
        "gained_by": claim.gained_by,
        "gained_by_name": party_name(claim.gained_by, region),
        "lost_by": claim.lost_by,
        "lost_by_name": party_name(claim.lost_by, region),
        "actor": claim.actor,
        "actor_name": party_name(claim.actor, region),
        "when": claim.when,
        "when_basis": claim.when_basis,
        "start": start,
        "end": end,
        "quote": claim.evidence,
        "confidence": claim.confidence,
    }


def _place_properties(mentioned: ClaimPlace | None, place: Place | None) -> Mapping[str, object]:
    return {
        "place": place.id if place else None,
        "place_name": place.name if place else mentioned.name if mentioned else None,
        "place_kind": place.kind if place else None,
        "place_text": mentioned.text if mentioned else None,
        "extent": mentioned.extent if mentioned else None,
        "precision_km": place.precision_km if place else None,
    }


def _half_open(when: str | None) -> tuple[str | None, str | None]:
    span = bounds(when)
    return (
        span.first.isoformat() if span.first else None,
        day_after(span.last).isoformat() if span.last else None,
    )


def _order(claim: Claim) -> tuple[str, str, str]:
    start, end = _half_open(claim.when)
    if start is None and end is None:
        return ("~", "~", claim.id)
    return (start or "", end or "~", claim.id)
