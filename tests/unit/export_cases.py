"""Records that the tests of the exports share: one claim of one article about cells of the small region."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.export import Content, atlas_of
from geo.places.geocode import geocode_mentions
from geo.records import Article, Claim, ClaimPlace, ControlInterval, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.export import Atlas
    from geo.regions import Region

ARTICLE = Article(
    id="a.txt",
    source="Some Agency",
    title="A title",
    url="https://example.org/a",
    published="2021-01-18",
    published_basis="metadata",
    language="en",
    text="Agdam was handed over.",
    sha256="0" * 64,
)
CLAIM = Claim(
    id="c1",
    article="a.txt",
    start=0,
    end=22,
    evidence="Agdam was handed over.",
    kind="handover",
    places=(ClaimPlace(text="Agdam", start=0, end=5, name="Agdam", place="agdam", extent="whole"),),
    gained_by="azerbaijan",
    lost_by="armenia",
    actor=None,
    when="2020-11-10/2021-01-18",
    when_basis="context",
    stance="asserted",
    claimant=None,
    confidence=0.9,
    extractor="test",
)
HELD = ControlInterval(
    cell="agdam.held",
    controller="azerbaijan",
    others=(),
    status="held",
    basis="stated",
    support="single",
    start="2021-01-19",
    end=None,
    start_edtf="2020-11-10/2021-01-18",
    end_edtf=None,
    last_reported="2021-01-18",
    rule="Handed over, as one outlet reports.",
    claims=("c1",),
)
AGDAM = ("agdam", "agdam.held", "agdam.held.corridor")
UNREADABLE = replace(CLAIM, id="c2", evidence="Quote \x00\ud800 =1+1 </p><b>&\x0b\u2028\r\nnext", places=(), when=None)


def everywhere(*cells: str) -> list[ControlInterval]:
    return [replace(HELD, cell=cell) for cell in cells]


def content(
    region: Region,
    *,
    intervals: Iterable[ControlInterval] = tuple(everywhere(*AGDAM)),
    claims: Iterable[Claim] = (CLAIM, replace(CLAIM, id="c0", places=())),
    articles: Iterable[Article] = (ARTICLE,),
) -> Content:
    mentions = [
        Mention(article="a.txt", start=0, end=5, text="Agdam", role="place", place=place, score=1.0)
        for place in ("agdam", "hill")
    ]
    return Content(
        region=region,
        articles=tuple(articles),
        claims=tuple(claims),
        intervals=tuple(intervals),
        places=tuple(geocode_mentions(mentions, region)),
        points=(replace(HELD, cell="place:agdam"),),
        colours={"azerbaijan": "#d6ac49"},
    )


def varied(region: Region) -> Atlas:
    """Layers with open ends, absent values, a row of two parts, and texts that no reader likes."""
    intervals = [
        HELD,
        replace(
            HELD, cell="agdam", claims=("c2", "c1"), controller=None, status="unknown", start=None, end="2020-11-10"
        ),
        replace(HELD, cell="lachin", end="2021-01-20", others=("armenia",), status="contested", rule="=rule"),
        replace(HELD, cell="lachin.held", claims=(), support=None, basis="baseline", last_reported=None),
    ]
    return atlas_of(content(region, intervals=intervals, claims=(CLAIM, UNREADABLE)))


def empty(region: Region) -> Atlas:
    return atlas_of(Content(region=region, articles=(), claims=(), intervals=(), places=()))


def said_by(atlas: Atlas) -> dict[str, list[dict[str, object]]]:
    """What the layers say, as JSON has it."""
    return {layer.name: [json.loads(json.dumps(row.properties)) for row in layer.rows] for layer in atlas.layers}
