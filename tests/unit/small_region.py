"""A small region by hand, for tests that must not depend on the data of a real one."""

from __future__ import annotations

from pathlib import Path

from geo.records import Name, Place
from geo.regions import Area, Baseline, Cell, Group, Limit, Outlet, Party, Region


def place(
    place_id: str,
    name: str,
    kind: str,
    *,
    area: str | None = None,
    parent: str | None = None,
    also: tuple[str, ...] = (),
) -> Place:
    """A place at no particular point."""
    return Place(
        id=place_id,
        name=name,
        names=tuple(Name(lang="en", text=text) for text in also),
        kind=kind,
        lat=40.0,
        lon=46.0,
        precision_km=1.0,
        parent=parent,
        area=area,
        source="test",
    )


def party(
    party_id: str,
    *,
    words: tuple[str, ...],
    adjectives: tuple[str, ...],
    side: str | None = None,
    presence_only: bool = False,
) -> Party:
    """A party of its own side, unless another is named."""
    return Party(
        id=party_id,
        name=party_id.title(),
        side=side or party_id,
        words=words,
        adjectives=adjectives,
        presence_only=presence_only,
        source="test",
    )


DISTRICTS = ("kalbajar", "lachin", "agdam", "fuzuli", "jabrayil", "qubadli", "zangilan")

REGION = Region(
    id="small",
    name="Small",
    folder=Path(),
    start="1988-01-01",
    baseline=Baseline(side="azerbaijan", start="1988-01-01", source="test"),
    cells=(
        *(Cell(id=f"{d}.held", district=f"{d}-district", layers=("held-1994",), km2=1000.0) for d in DISTRICTS),
        Cell(
            id="oblast.held",
            district="shusha-district",
            layers=("held-1994", "nagorno-karabakh-1991-oblast"),
            km2=4000.0,
        ),
        Cell(id="agdam", district="agdam-district", layers=(), km2=200.0),
    ),
    areas=(
        *(
            Area(
                id=f"{d}-district",
                name=f"{d.title()} District",
                names=(),
                kind="district",
                cells=(f"{d}.held", "agdam") if d == "agdam" else (f"{d}.held",),
                transfer_cells=(f"{d}.held",),
                schematic=False,
                source="test",
            )
            for d in DISTRICTS
        ),
        Area(
            id="nagorno-karabakh-1991-oblast",
            name="Nagorno-Karabakh",
            names=(),
            kind="oblast",
            cells=("oblast.held",),
            transfer_cells=("oblast.held",),
            schematic=False,
            source="test",
        ),
    ),
    groups=(
        Group(
            id="seven-districts",
            name="The seven districts",
            words=("seven adjacent regions", "seven adjacent territories", "seven districts around Nagorno-Karabakh"),
            areas=tuple(f"{d}-district" for d in DISTRICTS),
            source="test",
        ),
    ),
    places=(
        *(place(f"{d}-district", f"{d.title()} District", "district", area=f"{d}-district") for d in DISTRICTS),
        *(place(d, d.title(), "town", parent=f"{d}-district") for d in DISTRICTS),
        place("shusha", "Shusha", "town", also=("Shushi",)),
        place("hadrut", "Hadrut", "town"),
        place("talish", "Talish", "village"),
        place("madagiz", "Madagiz", "village"),
        place(
            "nagorno-karabakh",
            "Nagorno-Karabakh",
            "region",
            area="nagorno-karabakh-1991-oblast",
            also=("Karabakh", "Upper Karabakh", "Nagorno-Karabakh Autonomous Region"),
        ),
        place("lachin-corridor", "Lachin corridor", "corridor"),
        place("line-of-contact", "line of contact", "line", also=("contact line",)),
        place("baku", "Baku", "capital"),
        place("yerevan", "Yerevan", "capital"),
        place("moscow", "Moscow", "capital"),
        place("armenia", "Armenia", "country"),
        place("azerbaijan", "Azerbaijan", "country"),
        place("russia", "Russia", "country"),
    ),
    parties=(
        party("azerbaijan", words=("Azerbaijan", "Baku", "Ilham Aliyev", "Aliyev"), adjectives=("Azerbaijani",)),
        party("armenia", words=("Armenia", "Yerevan", "Nikol Pashinyan", "Pashinyan"), adjectives=("Armenian",)),
        party("russia", words=("Russia", "Moscow", "Vladimir Putin", "Putin", "Kremlin"), adjectives=("Russian",)),
        party(
            "russian-peacekeepers",
            words=(
                "Russian peacekeepers",
                "Russian peacemakers",
                "Russian peacekeeping troops",
                "Russian peacekeeping force",
            ),
            adjectives=(),
            side="russia",
            presence_only=True,
        ),
    ),
    outlets=(
        Outlet(id="agency-a", name="Agency A", words=("Agency A",), agency="agency-a", side=None, source="test"),
        Outlet(
            id="agency-b", name="Agency B", words=("Agency B",), agency="agency-b", side="azerbaijan", source="test"
        ),
    ),
    limits=(Limit(side="armenia", area="held-1994", source="test"),),
    anaphors=(
        ("the region", "nagorno-karabakh"),
        ("the enclave", "nagorno-karabakh"),
        ("the mountainous enclave", "nagorno-karabakh"),
    ),
)
