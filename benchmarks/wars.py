"""Wars made up for measuring: a region of many cells, and as many claims about them as are asked for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from geo.records import Article, Claim, ClaimPlace, Place
from geo.regions import Area, Baseline, Cell, Outlet, Party, Region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Kind, Stance

SOURCE = "made up for measuring"
FIRST = date(2000, 1, 1)
DAYS = 7000
PER_DISTRICT = 4
PER_PROVINCE = 25
ONE_DAY = (date(2010, 5, 1), date(2010, 5, 1))

_SIDES = ("north", "south", "coast")
_OUTLETS = 40
_WIDE = 0.01
"""Of so many claims the place is a province."""
_COUNTED = 0.002
"""Of so many the place is only counted."""
_KINDS: tuple[Kind, ...] = ("capture", "capture", "capture", "handover", "loss", "withdrawal", "hold", "hold", "clash")
_STANCES: tuple[Stance, ...] = ("asserted", "asserted", "asserted", "claimed", "claimed", "denied", "planned")
_DATES = ("day", "day", "day", "day", "day", "day", "day", "month", "interval", "none")


def land(cells: int) -> Region:
    """A region of so many cells: districts of a few, provinces of many districts, a town in each district."""
    districts = [f"district-{number}" for number in range(cells // PER_DISTRICT)]
    inside = {name: tuple(f"{name}.{part}" for part in range(PER_DISTRICT)) for name in districts}
    provinces = {
        f"province-{number}": tuple(
            cell for name in districts[number * PER_PROVINCE : (number + 1) * PER_PROVINCE] for cell in inside[name]
        )
        for number in range(len(districts) // PER_PROVINCE)
    }
    areas = {**inside, **provinces}
    return Region(
        id="made-up",
        name="A made-up land",
        folder=Path("made-up"),
        start=FIRST.isoformat(),
        baseline=Baseline(side=_SIDES[0], start=FIRST.isoformat(), source=SOURCE),
        cells=tuple(Cell(id=c, district=name, layers=(), km2=25.0) for name, found in inside.items() for c in found),
        areas=tuple(_area(name, found) for name, found in areas.items()),
        groups=(),
        places=(*(_place(name, area=name) for name in areas), *(_place(f"{d}-town", parent=d) for d in districts)),
        parties=tuple(_party(side) for side in _SIDES),
        outlets=tuple(_outlet(number) for number in range(_OUTLETS)),
        limits=(),
        anaphors=(),
    )


def reports(
    region: Region, number: int, *, seed: int = 1, days: tuple[date, date] | None = None, place: str | None = None
) -> tuple[list[Claim], list[Article]]:
    """So many claims and their articles, of any time and place, or of ``days`` and of one ``place``."""
    draw = Random(seed)  # noqa: S311 - the same reports for the same seed, and no secret
    places = [place] if place else [known.id for known in region.places if not known.id.startswith("province")]
    wide = [place] if place else [known.id for known in region.places if known.id.startswith("province")]
    low, high = days or (FIRST, FIRST + timedelta(days=DAYS))
    claims, articles = [], []
    for ident in range(number):
        day = low + timedelta(days=draw.randrange((high - low).days + 1))
        published = day + timedelta(days=draw.choice((0, 0, 1, 2, 30)))
        article = f"article {ident}"
        claims.append(_claim(ident, day, draw, article=article, places=wide if draw.random() < _WIDE else places))
        articles.append(_article(article, published, draw))
    return claims, articles


def _claim(ident: int, day: date, draw: Random, *, article: str, places: Sequence[str]) -> Claim:
    kind, (one, other) = draw.choice(_KINDS), draw.sample(_SIDES, 2)
    stance = draw.choice(_STANCES)
    taken, left = kind in ("capture", "handover"), kind in ("loss", "withdrawal")
    name = draw.choice(places)
    words = f"the {one} side {kind} {name} {ident}"
    return Claim(
        id=f"{ident:08d}",
        article=article,
        start=0,
        end=len(words),
        evidence=words,
        kind=kind,
        places=(_named(name if draw.random() >= _COUNTED else None),),
        gained_by=one if taken else None,
        lost_by=other if left or (taken and draw.choice((True, False))) else None,
        actor=one if kind == "hold" else None,
        when=_when(day, draw),
        when_basis="explicit",
        stance=stance,
        claimant=draw.choice(_SIDES) if stance in ("claimed", "denied") else None,
        confidence=1.0,
        extractor="made up",
    )


def _when(day: date, draw: Random) -> str | None:
    """A day, mostly; a month, an interval, or nothing."""
    exactness = draw.choice(_DATES)
    if exactness == "none":
        return None
    if exactness == "month":
        return day.isoformat()[:7]
    return day.isoformat() if exactness == "day" else f"{day - timedelta(days=20)}/{day}"


def _named(name: str | None) -> ClaimPlace:
    text = name or "several villages"
    return ClaimPlace(text=text, start=0, end=len(text), name=name, place=name, extent="whole")


def _article(ident: str, published: date, draw: Random) -> Article:
    return Article(
        id=ident,
        source=f"outlet {draw.randrange(_OUTLETS)}",
        title=None,
        url=None,
        published=published.isoformat(),
        published_basis="metadata",
        language="en",
        text="",
        sha256="0",
    )


def _area(name: str, cells: tuple[str, ...]) -> Area:
    kind = "district" if name.startswith("district") else "region"
    return Area(id=name, name=name, names=(), kind=kind, cells=cells, transfer_cells=(), schematic=False, source=SOURCE)


def _place(name: str, *, area: str | None = None, parent: str | None = None) -> Place:
    kind = "district" if area else "town"
    return Place(
        id=name, name=name, names=(), kind=kind, lat=1.0, lon=1.0, precision_km=1.0, parent=parent, area=area,
        source=SOURCE,
    )  # fmt: skip


def _party(side: str) -> Party:
    return Party(
        id=side, name=f"The {side}", side=side, words=(side,), adjectives=(), presence_only=False, source=SOURCE
    )


def _outlet(number: int) -> Outlet:
    """Outlets of which every fifth is a side's, and every third carries the same agency."""
    side = _SIDES[number % len(_SIDES)] if number % 5 == 0 else None
    agency = "outlet 0" if number % 3 == 0 else f"outlet {number}"
    name = f"outlet {number}"
    return Outlet(id=name, name=name, words=(name,), agency=agency, side=side, source=SOURCE)
