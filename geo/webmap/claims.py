"""Claims, and the reports that make them, as the page keeps them: by column, and what many have alike once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from geo import dates
from geo.corrections.telling import changes
from geo.webmap.days import day_number
from geo.webmap.evidence import marks_for
from geo.webmap.tables import LACKING, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.records import Article, Claim, ClaimPlace, LocatedClaim, Place, Review
    from geo.regions import Region

Json = dict[str, object]


def article_table(articles: Sequence[Article], outlet_of: Mapping[str, int]) -> Table:
    """What is said of each report; ``outlet_of`` are the numbers of their outlets."""
    spans = cache(_span)
    return Table.of({
        "id": [article.id for article in articles],
        "source": [article.source for article in articles],
        "title": [article.title for article in articles],
        "url": [article.url for article in articles],
        "published": [article.published for article in articles],
        "basis": [article.published_basis for article in articles],
        "span": [spans(article.published) for article in articles],
        "outlet": [outlet_of[article.id] for article in articles],
    })  # fmt: skip


def claim_table(
    claims: Sequence[Claim], *, articles: Mapping[str, int], voices: Mapping[str, str], region: Region
) -> Table:
    """What is said of each claim.

    ``articles`` are the numbers of reports by their ids, ``voices`` the sides on whose word claims stand, by theirs.
    """
    spans = cache(_span)
    places_of = _Places({place.id: place for place in region.places})
    marks: Callable[[tuple[int, ...]], object] = cache(lambda flat: list(flat) if flat else LACKING)
    return Table.of({
        "id": [claim.id for claim in claims],
        "article": [articles.get(claim.article) for claim in claims],
        "quote": [claim.evidence for claim in claims],
        "kind": [claim.kind for claim in claims],
        "places": [places_of(claim.places) for claim in claims],
        "gained": [claim.gained_by for claim in claims],
        "lost": [claim.lost_by for claim in claims],
        "actor": [claim.actor for claim in claims],
        "when": [claim.when for claim in claims],
        "span": [spans(claim.when) for claim in claims],
        "basis": [claim.when_basis for claim in claims],
        "stance": [claim.stance for claim in claims],
        "claimant": [claim.claimant for claim in claims],
        "marks": [marks(tuple(marks_for(claim))) for claim in claims],
        "voice": [voices.get(claim.id, LACKING) for claim in claims],
        "review": [_review(claim, claim.review, region) if claim.review else LACKING for claim in claims],
    })  # fmt: skip


def claim_cells(
    located: Sequence[LocatedClaim], *, claim_at: Mapping[str, int], cell_at: Mapping[str, int], total: int
) -> list[list[int]]:
    """The cells that each of so many claims is about: none of one that was rejected, or is not located."""
    listed: Callable[[tuple[str, ...]], list[int]] = cache(
        lambda cells: sorted({cell_at[cell] for cell in cells if cell in cell_at})
    )
    named: dict[int, tuple[str, ...]] = {}
    for item in located:
        number = claim_at.get(item.claim.id)
        if number is not None and not item.claim.is_rejected:
            cells = item.places[0].cells if len(item.places) == 1 else tuple(c for p in item.places for c in p.cells)
            named[number] = named[number] + cells if number in named else cells
    return [listed(named.get(number, ())) for number in range(total)]


def point_of(place: Place | None) -> list[float] | None:
    """Longitude and latitude (WGS 84), as exactly as the page needs them; None where they are not known."""
    if place is None or place.lon is None or place.lat is None:
        return None
    return [round(place.lon, 4), round(place.lat, 4)]


def called(place: ClaimPlace) -> str:
    """What a place is called apart from its sentence: its words, but the name behind ``them`` and ``the enclave``."""
    is_name = place.name is None or any(char.isupper() for char in place.text)
    return place.text if is_name else place.name or place.text


class _Places:
    """The places of claims as the page has them; what several claims have alike is one list."""

    def __init__(self, place_at: Mapping[str, Place]) -> None:
        """Begin with none; ``place_at`` are the region's by their ids."""
        self._place_at = place_at
        self._known: dict[tuple[tuple[str, str | None, str, str | None], ...], list[Json]] = {}

    def __call__(self, places: Sequence[ClaimPlace]) -> list[Json]:
        """The places of one claim."""
        key = tuple([(place.text, place.name, place.extent, place.place) for place in places])
        found = self._known.get(key)
        if found is None:
            at = self._place_at
            found = [
                {"text": called(place), "extent": place.extent, "at": point_of(at.get(place.place or ""))}
                for place in places
            ]
            self._known[key] = found
        return found


def _review(claim: Claim, review: Review, region: Region) -> Json:
    return {
        "decision": review.decision,
        "who": review.who,
        "why": review.why,
        "on": review.decided_on,
        "own": review.own,
        "changed": changes(claim, region),
    }


def _span(edtf: str | None) -> list[int | None]:
    span = dates.bounds(edtf)
    return [day_number(span.first), day_number(span.last)]
