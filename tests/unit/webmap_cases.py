"""A hand-made region whose five cells go through every status, and short ways to make records about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.records import (
    Article,
    Claim,
    ClaimPlace,
    ControlInterval,
    LocatedClaim,
    LocatedPlace,
    Name,
    Place,
    Presence,
    UnplacedClaim,
)
from geo.regions import Area, Cell, Party, Region
from geo.webmap import render_page

if TYPE_CHECKING:
    import geopandas as gpd

SOURCE = "made for a test"
CELLS = ("one", "two", "three", "four", "five")
MIDDLES = {cell: (39.5, 45.5 + i) for i, cell in enumerate(CELLS)}
"""Latitude and longitude of the middle of each cell; the cells are squares of one degree, from west to east."""


class FiveSquares(Region):
    """The region, with its cells' geometry in memory."""

    def cell_frame(self) -> gpd.GeoDataFrame:
        import geopandas as gpd
        from shapely.geometry import box

        shapes = [box(45 + i, 39, 46 + i, 40) for i in range(len(CELLS))]
        return gpd.GeoDataFrame({"cell": list(CELLS)}, geometry=shapes, crs="EPSG:4326")


@dataclass(frozen=True, kw_only=True)
class Records:
    """What a page is made from."""

    region: Region
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    intervals: tuple[ControlInterval, ...] = ()
    points: tuple[ControlInterval, ...] = ()
    presences: tuple[Presence, ...] = ()
    unplaced: tuple[UnplacedClaim, ...] = ()
    located: tuple[LocatedClaim, ...] = ()

    def page(self, **more: Any) -> str:
        """The map's page of these records; ``more`` is what :func:`render_page` takes besides."""
        return render_page(**{name: getattr(self, name) for name in self.__dataclass_fields__}, **more)


def make_region(**changes: Any) -> Region:
    cells = tuple(Cell(id=cell, district=f"{cell}-district", layers=(), km2=100.0 + i) for i, cell in enumerate(CELLS))
    areas = tuple(
        Area(
            id=f"{cell}-district",
            name=f"{cell.title()} District",
            names=(("hy-Latn", f"{cell.title()}abad"),),
            kind="district",
            cells=(cell,),
            transfer_cells=(cell,),
            schematic=False,
            source=SOURCE,
        )
        for cell in CELLS
    )
    values = {
        "id": "squares",
        "name": "Five squares",
        "folder": Path("squares"),
        "start": "2000-01-01",
        "baseline": None,
        "cells": cells,
        "areas": areas,
        "groups": (),
        "places": (make_place("oneton", "Oneton", 39.5, 45.5),),
        "parties": (
            make_party("north"),
            make_party("south"),
            make_party("guards", side="west", presence_only=True),
        ),
        "outlets": (),
        "limits": (),
        "anaphors": (),
    }
    return FiveSquares(**{**values, **changes})


def make_party(ident: str, **changes: Any) -> Party:
    values = {"id": ident, "name": f"{ident.title()} side", "side": ident, "words": (), "adjectives": ()}
    return Party(**{**values, "presence_only": False, "source": SOURCE, **changes})


def make_place(ident: str, name: str, lat: float, lon: float) -> Place:
    return Place(
        id=ident,
        name=name,
        names=(Name(lang="hy-Latn", text=f"{name}abad"),),
        kind="town",
        lat=lat,
        lon=lon,
        precision_km=1.0,
        parent=None,
        area=None,
        source=SOURCE,
    )


def make_article(ident: str = "a1", **changes: Any) -> Article:
    values = {"id": ident, "source": "The Wire", "title": "A headline", "url": "https://example.org/a1"}
    values |= {"published": "2011-06-01", "published_basis": "metadata", "language": "en", "text": "", "sha256": "0"}
    return Article(**{**values, **changes})


def make_claim(ident: str = "c1", **changes: Any) -> Claim:
    spot = ClaimPlace(text="Oneton", start=0, end=6, name="Oneton", place="oneton", extent="whole")
    values: dict[str, Any] = {"id": ident, "article": "a1", "start": 0, "end": 10, "kind": "capture"}
    values |= {
        "evidence": f"The words of {ident}.",
        "places": (spot,),
        "gained_by": "south",
        "lost_by": "north",
        "actor": None,
        "when": "2010-05-05",
    }
    values |= {"when_basis": "explicit", "stance": "asserted", "claimant": None, "confidence": 0.9, "extractor": "test"}
    return Claim(**{**values, **changes})


def make_interval(cell: str, start: str | None, end: str | None, **changes: Any) -> ControlInterval:
    values: dict[str, Any] = {"cell": cell, "controller": None, "others": (), "status": "held", "basis": "stated"}
    values |= {"support": "single", "start": start, "end": end, "start_edtf": start, "end_edtf": end}
    values |= {"last_reported": None, "rule": f"The rule for {cell}.", "claims": ("c1",)}
    return ControlInterval(**{**values, **changes})


def make_records() -> Records:
    """Every status at the end of 2010, and one change of uncertain date on the way."""
    intervals = (
        make_interval("one", "2000-01-01", "2010-03-01", controller="north", basis="inferred"),
        make_interval("one", "2010-03-01", "2010-06-01", others=("north",), status="date_uncertain"),
        make_interval("one", "2010-06-01", None, controller="south"),
        make_interval("two", "2000-01-01", None, controller="south", support="one_side"),
        make_interval("three", "2000-01-01", None, others=("north", "south"), status="contested"),
        make_interval("four", "2000-01-01", None, controller="north", status="in_doubt"),
        make_interval("five", "2000-01-01", "2010-06-01", controller="north", basis="baseline", claims=()),
        make_interval("five", "2010-06-01", None, others=("north", "south"), status="divided"),
    )
    claims = (make_claim(), make_claim("c2", evidence="Some villages changed hands.", when=None, when_basis=None))
    spot = LocatedPlace(text="Oneton", place="oneton", area="one-district", extent="whole", cells=("one",), reason=None)
    presence = Presence(
        actor="guards",
        words="the guards",
        place=None,
        text="Two",
        cells=("two",),
        start="2010-01-01",
        end=None,
        start_edtf="2010-01",
        end_edtf=None,
        last_reported=None,
        stance="asserted",
        claims=("c1",),
    )
    unplaced = UnplacedClaim(
        claim=claims[1], text="some villages", reason="they are not named", source="The Wire", published="2011-06-01"
    )
    return Records(
        region=make_region(),
        articles=(make_article(),),
        claims=claims,
        intervals=intervals,
        presences=(presence,),
        unplaced=(unplaced,),
        located=(LocatedClaim(claim=claims[0], places=(spot,), source="The Wire", published="2011-06-01"),),
    )
