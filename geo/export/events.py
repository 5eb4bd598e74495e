"""The layer ``events``: what the articles report, dated, each with its quote; a feature for each claim and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.coding import codes_of
from geo.corrections.telling import changes
from geo.dates import bounds, day_after
from geo.early_days import by_time
from geo.export.evidence import article_of
from geo.export.layers import Layer, Row
from geo.export.rfc7946 import point
from geo.export.states import party_name
from geo.export.times import MOMENTS, NO_MOMENTS, window_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.export.layers import Kind
    from geo.export.times import Window
    from geo.records import Article, Claim, ClaimPlace, Place
    from geo.regions import Region

_COLUMNS: dict[str, Kind] = {
    "claim": "text",
    "kind": "text",
    "stance": "text",
    "claimant": "text",
    "gained_by": "text",
    "gained_by_name": "text",
    "lost_by": "text",
    "lost_by_name": "text",
    "actor": "text",
    "actor_name": "text",
    "when": "text",
    "when_basis": "text",
    "start": "day",
    "end": "day",
    "quote": "text",
    "confidence": "number",
    "place": "text",
    "place_name": "text",
    "place_kind": "text",
    "place_text": "text",
    "extent": "text",
    "precision_km": "number",
    "article": "text",
    "source": "text",
    "title": "text",
    "url": "text",
    "published": "text",
    **MOMENTS,
    "decision": "text",
    "decided_by": "text",
    "decided_why": "text",
    "decided_on": "text",
    "decision_changed": "texts",
}


def events_layer(claims: Iterable[Claim], *, articles: Sequence[Article], region: Region) -> Layer:
    """Claims as rows, the earliest first and those without a date last.

    A claim about several places gives a row for each; one that names none, or only places without coordinates, has no
    geometry, and neither has one that an analyst rejected. ``when`` is the EDTF date, ``start`` and ``end`` its
    half-open bounds in ISO days, ``start_time`` and ``end_time`` the same without open ends. Whether the thing
    happened, was only claimed, or is planned, is ``stance``. ``decision`` (accept, reject, edit, add), ``decided_by``,
    ``decided_why`` and ``decided_on`` are an analyst's, ``decision_changed`` what that changed, with what was read.

    Raises
    ------
    RecordError
        When a claim's article is not there.
    """
    by_id = {article.id: article for article in articles}
    window = window_of(articles, region)
    rows = []
    for claim in sorted(claims, key=_order):
        article = article_of(claim, by_id)
        for number, mentioned in enumerate(claim.places or (None,), start=1):
            place = region.place(mentioned.place) if mentioned and mentioned.place else None
            about = _place_values(mentioned, place, region)
            values = {
                **_claim_values(claim, region),
                **about,
                "article": article.id,
                "source": article.source,
                "title": article.title,
                "url": article.url,
                "published": article.published,
                **_moments(claim, window),
                **_decision_values(claim, region),
            }
            geometry = point(lon=place.lon, lat=place.lat) if place and not claim.is_rejected else None
            title = f"{about['place_name'] or about['place_text'] or region.name}: {claim.kind} ({claim.stance})"
            rows.append(Row(id=f"{claim.id}.{number}", title=title, geometry=geometry, properties=values))
    return Layer(name="events", title="Reported events", shape="Point", columns=_COLUMNS, rows=rows)


def _claim_values(claim: Claim, region: Region) -> Mapping[str, object]:
    start, end = _half_open(claim.when)
    gainer = party_name(claim.gained_by, region)
    codes = codes_of(claim, gainer=gainer)
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "stance": claim.stance,
        "claimant": claim.claimant,
        "gained_by": claim.gained_by,
        "gained_by_name": gainer,
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
        "acled": codes.acled,
        "plover": codes.plover,
        "cameo": codes.cameo,
    }


def _place_values(mentioned: ClaimPlace | None, place: Place | None, region: Region) -> Mapping[str, object]:
    return {
        "place": place.id if place else None,
        "place_name": region.called(place) if place else mentioned.name if mentioned else None,
        "place_kind": place.kind if place else None,
        "place_text": mentioned.text if mentioned else None,
        "extent": mentioned.extent if mentioned else None,
        "precision_km": place.precision_km if place else None,
    }


def _decision_values(claim: Claim, region: Region) -> Mapping[str, object]:
    review = claim.review
    return {
        "decision": review.decision if review else None,
        "decided_by": review.who if review else None,
        "decided_why": review.why if review else None,
        "decided_on": review.decided_on if review else None,
        "decision_changed": tuple(changes(claim, region)),
    }


def _moments(claim: Claim, window: Window) -> Mapping[str, object]:
    start, end = _half_open(claim.when)
    return window.moments(start, end) if start or end else NO_MOMENTS


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
    return (by_time(start or ""), by_time(end or "~"), claim.id)
