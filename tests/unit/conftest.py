"""A hand-made region of six square cells, for tests that need geometry but no real border.

Two districts side by side, each 1 degree wide, and each cut into a northern and a southern half at 39.5 N; the eastern
one has a corridor cut from its southern half. Towns stand where a test needs them: ``lachin`` lies in the polygon of
its neighbour, as the real one does on generalised borders.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.records import Name, Place
from geo.regions import Area, Cell, Party, Region

if TYPE_CHECKING:
    import geopandas as gpd

SQUARES = {
    "lachin": (46.0, 39.5, 47.0, 40.0),
    "lachin.held": (46.0, 39.0, 47.0, 39.5),
    "agdam": (47.0, 39.5, 48.0, 40.0),
    "agdam.held": (47.0, 39.0, 47.6, 39.5),
    "agdam.held.corridor": (47.6, 39.0, 48.0, 39.5),
    "kalbajar.held": (46.0, 40.0, 47.0, 40.5),
}


class SmallRegion(Region):
    """The region, with its cells' geometry in memory."""

    def cell_frame(self) -> gpd.GeoDataFrame:
        import geopandas as gpd
        from shapely.geometry import box

        cells = sorted(SQUARES)
        return gpd.GeoDataFrame({"cell": cells}, geometry=[box(*SQUARES[cell]) for cell in cells], crs="EPSG:4326")


def area(ident: str, name: str, kind: str, cells: tuple[str, ...], **names: str) -> Area:
    return Area(
        id=ident,
        name=name,
        names=tuple(names.items()),
        kind=kind,
        cells=cells,
        transfer_cells=cells,
        schematic=kind == "corridor",
        source="made up for the test",
    )


def place(
    ident: str,
    name: str,
    kind: str,
    point: tuple[float, float] | None = None,
    *,
    parent: str | None = None,
    area: str | None = None,
    **names: str,
) -> Place:
    return Place(
        id=ident,
        name=name,
        names=tuple(Name(lang=lang, text=text) for lang, text in names.items()),
        kind=kind,
        lat=point[1] if point else None,
        lon=point[0] if point else None,
        precision_km=1.0 if point else None,
        parent=parent,
        area=area,
        source="made up for the test",
    )


PLACES = (
    place("azerbaijan", "Azerbaijan", "country", (47.5, 40.5), az="Azərbaycan"),
    place("armenia", "Armenia", "country", (45.0, 40.0), hy="Հայաստան"),
    place("karabakh", "Karabakh", "region", (46.9, 39.8), az="Qarabağ", ru="Карабах"),
    place("nagorno-karabakh", "Nagorno-Karabakh", "region", (46.9, 39.8), ru="Нагорный Карабах"),
    place("lachin-district", "Lachin District", "district", (46.5, 39.5), parent="azerbaijan", area="lachin-district"),
    place("lachin", "Lachin", "town", (47.1, 39.6), parent="lachin-district", az="Laçın", hy="Բերձոր"),
    place("lachin-corridor", "Lachin corridor", "corridor", (47.8, 39.2), area="lachin-corridor"),
    place("agdam-district", "Agdam District", "district", (47.5, 39.5), parent="azerbaijan", area="agdam-district"),
    place("agdam", "Agdam", "town", (47.3, 39.6), parent="agdam-district", az="Ağdam"),
    place(
        "kalbajar-district",
        "Kalbajar District",
        "district",
        (46.5, 40.2),
        parent="azerbaijan",
        area="kalbajar-district",
        az="Kəlbəcər rayonu",
    ),
    place("kalbajar", "Kalbajar", "town", (46.5, 40.25), parent="kalbajar-district", az="Kəlbəcər", hy="Քարվաճառ"),
    place("khankendi", "Khankendi", "city", (46.7, 39.8), az="Xankəndi", hy="Ստեփանակերտ", en="Step'anakert"),
    place("talish-agdam", "Talish", "village", (47.5, 39.7), parent="agdam-district"),
    place("talish-lachin", "Talish", "village", (46.2, 39.7), parent="lachin-district"),
    place("talish-armenia", "Talish", "village", (44.9, 40.4), parent="armenia"),
    place("border-village", "Border", "village", (46.01, 39.2), parent="armenia"),
    place("hill", "Hill 1234", "mountain"),
)

PARTIES = tuple(
    Party(
        id=ident,
        name=name,
        side=side,
        words=(name,),
        adjectives=(),
        presence_only=presence_only,
        source="made up for the test",
    )
    for ident, name, side, presence_only in (
        ("azerbaijan", "Azerbaijan", "azerbaijan", False),
        ("armenia", "Armenian side", "armenia", False),
        ("russian-peacekeepers", "Russian peacekeepers", "russia", True),
    )
)


@pytest.fixture(scope="session")
def small_region() -> SmallRegion:
    """The region, which is frozen, once for all tests."""
    return SmallRegion(
        id="small",
        name="Small",
        folder=Path("small"),
        start="1991-01-01",
        baseline=None,
        cells=tuple(
            Cell(
                id=cell, district=f"{cell.split('.')[0]}-district", layers=tuple(cell.split(".")[1:]), km2=100.0 + rank
            )
            for rank, cell in enumerate(sorted(SQUARES))
        ),
        areas=(
            area("kalbajar-district", "Kalbajar", "district", ("kalbajar.held",), az="Kəlbəcər", hy="Քարվաճառ"),
            area("lachin-district", "Lachin", "district", ("lachin", "lachin.held"), az="Laçın"),
            area("agdam-district", "Agdam", "district", ("agdam", "agdam.held", "agdam.held.corridor"), az="Ağdam"),
            area("lachin-corridor", "Lachin corridor", "corridor", ("agdam.held.corridor",)),
            area("held", "Held area", "held", ("agdam.held", "agdam.held.corridor", "kalbajar.held", "lachin.held")),
        ),
        groups=(),
        places=PLACES,
        parties=PARTIES,
        outlets=(),
        limits=(),
        anaphors=(),
    )
