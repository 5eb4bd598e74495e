"""Maps made up for measuring the page: areas with winding borders, changes of control, events with a sentence each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import lands
from geo.records import Article, Claim, ClaimPlace, ControlInterval, LocatedClaim, LocatedPlace, Place
from geo.regions import Area, Cell, Party, Region

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    from shapely import Polygon

    from geo.records import Support

SOURCE = "made up for measuring"
FIRST = date(2005, 1, 1)
"""Later than 9 September 2001, before which TimestampedGeoJson sorts times wrongly: it compares them as texts."""

DAYS = 7000
SIDES = ("north", "south", "coast")
EVENTS_AN_ARTICLE = 4
OUTLETS = 40
SIDE_OF_AREA = 0.4
"""Degrees from edge to edge: with :data:`benchmarks.lands.STEP`, 80 corners an area, as real ones have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a map holds; ``columns`` by ``rows`` are its areas. Each change is told by one of the events."""

    columns: int
    rows: int
    changes: int
    events: int

    @property
    def areas(self) -> int:
        """How many areas there are."""
        return self.columns * self.rows


SIZES = {
    "S": Size(columns=10, rows=8, changes=60, events=200),
    "M": Size(columns=50, rows=40, changes=10_000, events=10_000),
    "L": Size(columns=100, rows=100, changes=100_000, events=100_000),
}


@dataclass(frozen=True, kw_only=True)
class Drawn(Region):
    """A region whose shapes are in memory and in no file."""

    shapes: tuple[Polygon, ...] = field(default=(), repr=False)

    def cell_frame(self) -> gpd.GeoDataFrame:
        """Its cells, as those of a region on disk."""
        import geopandas as gpd

        return gpd.GeoDataFrame({"cell": [cell.id for cell in self.cells]}, geometry=list(self.shapes), crs="EPSG:4326")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """What a page is made from. ``claims`` are the events; those before ``changes`` each begin an interval."""

    region: Drawn
    articles: Sequence[Article]
    claims: Sequence[Claim]
    located: Sequence[LocatedClaim]
    intervals: Sequence[ControlInterval]


def make_atlas(size: Size, *, seed: int = 1) -> Atlas:
    """A map of that size; the same one for the same seed."""
    draw = Random(seed)  # noqa: S311 - the same map for the same seed, and no secret
    region = _region(size, draw)
    days = sorted(draw.randrange(1, DAYS) for _ in range(size.events))
    told = [_event(number, day, draw, region) for number, day in enumerate(days)]
    articles = [_article(number, claims, draw) for number, claims in enumerate(_batches(told))]
    located = [_located(claim, articles[number // EVENTS_AN_ARTICLE]) for number, claim in enumerate(told)]
    changing = sorted(draw.sample(range(size.events), size.changes))
    return Atlas(
        region=region,
        articles=articles,
        claims=told,
        located=located,
        intervals=_intervals(region, [located[number] for number in changing], draw),
    )


def _region(size: Size, draw: Random) -> Drawn:
    shapes = lands.grid(size.columns, size.rows, size=SIDE_OF_AREA, west=10.0, south=20.0)
    names = _names(size.areas, draw)
    ids = [f"{name.lower()}-district" for name in names]
    return Drawn(
        id="made-up",
        name="A made-up land",
        folder=Path("made-up"),
        start=FIRST.isoformat(),
        baseline=None,
        cells=tuple(Cell(id=f"{name}.1", district=name, layers=(), km2=1500.0) for name in ids),
        areas=tuple(_area(ident, f"{name} District") for ident, name in zip(ids, names, strict=True)),
        groups=(),
        places=tuple(_town(name, shape, draw) for name, shape in zip(names, shapes.values(), strict=True)),
        parties=tuple(_party(side) for side in SIDES),
        outlets=(),
        limits=(),
        anaphors=(),
        shapes=tuple(shapes.values()),
    )


_SYLLABLES = (
    "ba", "ber", "dar", "do", "el", "fin", "ga", "hal", "is", "ka", "kor", "la", "len", "ma", "mir", "na", "nor", "or",
    "pa", "ra", "ros", "sal", "sha", "ta", "tor", "ul", "va", "vel", "ya", "zan",
)  # fmt: skip


def _names(count: int, draw: Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(draw.choices(_SYLLABLES, k=draw.choice((3, 3, 4)))).title()] = None
    return list(found)


def _area(ident: str, name: str) -> Area:
    cells = (f"{ident}.1",)
    return Area(
        id=ident, name=name, names=(), kind="district", cells=cells, transfer_cells=cells, schematic=False,
        source=SOURCE,
    )  # fmt: skip


def _town(name: str, shape: Polygon, draw: Random) -> Place:
    west, south, east, north = shape.bounds
    lon, lat = (low + (high - low) * draw.uniform(0.2, 0.8) for low, high in ((west, east), (south, north)))
    return Place(
        id=name.lower(), name=name, names=(), kind="town", lat=round(lat, 4), lon=round(lon, 4), precision_km=1.0,
        parent=f"{name.lower()}-district", area=None, source=SOURCE,
    )  # fmt: skip


def _party(side: str) -> Party:
    return Party(
        id=side, name=f"The {side}", side=side, words=(side,), adjectives=(), presence_only=False, source=SOURCE
    )


_HOW = (
    "{Side} took the town of {town} {day}, {who} said, after {time} of fighting",
    "{who} said that forces of {side} had entered {town} {day} and raised no flag there",
    "Units of {side} control {town}, which they entered {day}, {who} reported",
    "{day}, residents of {town} woke to patrols of {side}, {who} told reporters",
    "{town} passed to {side} {day} under an agreement of which {who} gave no details",
)
_WHO = (
    "a spokesman for the ministry", "two residents", "the head of the district's council", "an aid worker", "the army",
    "a monitor of the truce", "the mayor", "a doctor at the hospital", "local media", "the general staff",
    "a correspondent of the agency", "a teacher who had left for the capital",
)  # fmt: skip
_TIME = ("two days", "a week", "hours", "a night", "more than a month", "three weeks", "heavy shelling and days")
_MORE = (
    ".", ".", ", and roads to the north were closed.", "; the power was out until the evening.",
    ", the third time this year.", ", though that could not be verified.", "; some {number} people fled.",
    ", {number} kilometres from the line.",
)  # fmt: skip


def _event(number: int, day: int, draw: Random, region: Drawn) -> Claim:
    town = region.places[draw.randrange(len(region.places))]
    side, other = draw.sample(SIDES, 2)
    when = _when(FIRST + timedelta(days=day), draw)
    words = (draw.choice(_HOW) + draw.choice(_MORE)).format(
        Side=f"The {side}", side=f"the {side}", town=town.name, who=draw.choice(_WHO), time=draw.choice(_TIME),
        day=_said(FIRST + timedelta(days=day)), number=draw.randrange(20, 900),
    )  # fmt: skip
    stance = draw.choice(("asserted", "asserted", "asserted", "claimed"))
    return Claim(
        id=f"{draw.getrandbits(48):012x}",
        article=f"article-{number // EVENTS_AN_ARTICLE:06d}",
        start=0,
        end=len(words),
        evidence=words[0].upper() + words[1:],
        kind="capture",
        places=(ClaimPlace(text=town.name, start=0, end=1, name=town.name, place=town.id, extent="whole"),),
        gained_by=side,
        lost_by=other if draw.random() < 0.5 else None,  # noqa: PLR2004 - of every second one it is told
        actor=None,
        when=when,
        when_basis="explicit",
        stance="claimed" if stance == "claimed" else "asserted",
        claimant=side if stance == "claimed" else None,
        confidence=1.0,
        extractor="made up",
    )


def _when(day: date, draw: Random) -> str:
    """A day, mostly; of one in ten only the week that ends with it is told."""
    return day.isoformat() if draw.random() < 0.9 else f"{day - timedelta(days=6)}/{day}"  # noqa: PLR2004


def _said(day: date) -> str:
    return f"on {day.day} {day:%B}"


def _batches(claims: Sequence[Claim]) -> list[Sequence[Claim]]:
    return [claims[i : i + EVENTS_AN_ARTICLE] for i in range(0, len(claims), EVENTS_AN_ARTICLE)]


def _article(number: int, claims: Sequence[Claim], draw: Random) -> Article:
    outlet = draw.randrange(OUTLETS)
    last = max(str(claim.when)[-10:] for claim in claims)
    published = date.fromisoformat(last) + timedelta(days=draw.choice((0, 1, 1, 2)))
    title = f"{claims[0].places[0].text} and {claims[-1].places[0].text}: what changed hands"
    return Article(
        id=claims[0].article,
        source=f"Outlet {outlet}",
        title=title,
        url=f"https://outlet-{outlet}.example/{published:%Y/%m/%d}/{number}",
        published=published.isoformat(),
        published_basis="metadata",
        language="en",
        text="",
        sha256="0",
    )


def _located(claim: Claim, article: Article) -> LocatedClaim:
    town = claim.places[0]
    cell = f"{town.place}-district.1"
    place = LocatedPlace(text=town.text, place=town.place, area=None, extent="whole", cells=(cell,), reason=None)
    return LocatedClaim(claim=claim, places=(place,), source=article.source, published=article.published)


_SUPPORT: tuple[Support, ...] = ("independent", "single", "single", "one_side")


def _intervals(region: Drawn, changes: Sequence[LocatedClaim], draw: Random) -> list[ControlInterval]:
    """Each cell's start, and then an interval from each of its changes until the next, a day later at the earliest."""
    of_cell: dict[str, dict[str, LocatedClaim | None]] = {cell.id: {FIRST.isoformat(): None} for cell in region.cells}
    for change in changes:
        days = of_cell[change.places[0].cells[0]]
        day = date.fromisoformat(str(change.claim.when)[-10:])
        while day.isoformat() in days:
            day += timedelta(days=1)
        days[day.isoformat()] = change
    found = []
    for cell, days in of_cell.items():
        starts = sorted(days)
        for start, end in zip(starts, [*starts[1:], None], strict=True):
            found.append(_interval(cell, draw, start=start, end=end, told=days[start]))
    return found


_RULES = (
    "The report gives the day.",
    "The report's own words, on the day that it tells of.",
    "Only the side that gained it says so.",
    "Two unrelated outlets tell the same.",
)


def _interval(cell: str, draw: Random, *, start: str, end: str | None, told: LocatedClaim | None) -> ControlInterval:
    support = draw.choice(_SUPPORT)
    return ControlInterval(
        cell=cell,
        controller=told.claim.gained_by if told else draw.choice(SIDES),
        others=(),
        status="held",
        basis="stated" if told else "baseline",
        support=support if told else None,
        start=start,
        end=end,
        start_edtf=start,
        end_edtf=end,
        last_reported=told.published if told else None,
        rule=draw.choice(_RULES) if told else "The region's file says who held it at the start.",
        claims=(told.claim.id,) if told else (),
    )
