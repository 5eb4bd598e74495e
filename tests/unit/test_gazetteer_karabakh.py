"""The region's own gazetteer: the places that its reports turn on are found and lie where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.places.gazetteer import Gazetteer, distance_km
from geo.places.geocode import geocode_mentions
from geo.records import Mention
from geo.regions import open_region

if TYPE_CHECKING:
    from pathlib import Path

    from geo.regions import Region


@pytest.fixture(scope="module")
def karabakh(root: Path) -> Region:
    return open_region("karabakh", search=[root / "shapes"])


@pytest.fixture(scope="module")
def gazetteer(karabakh: Region) -> Gazetteer:
    return Gazetteer(karabakh)


DISTRICTS = ["kalbajar-district", "lachin-district", "agdam-district"]


@pytest.mark.parametrize(
    ("typed", "place", "point"),
    [
        ("Kalbajar", "kalbajar", (40.11, 46.04)),
        ("Lachin", "lachin", (39.64, 46.55)),
        ("Agdam", "agdam", (39.99, 46.93)),
        ("Lachin corridor", "lachin-corridor", (39.64, 46.55)),
        ("Kalbajar district", "kalbajar-district", (40.08, 46.1)),
    ],
)
def test_a_name_becomes_a_point_in_its_district(
    gazetteer: Gazetteer, typed: str, place: str, point: tuple[float, float]
) -> None:
    location = gazetteer.geocode(typed)
    assert location is not None
    assert location.raw.id == place
    assert location.raw.precision_km is not None
    off = distance_km(lat=location.latitude, lon=location.longitude, to_lat=point[0], to_lon=point[1])
    assert off < max(2.0, location.raw.precision_km)


@pytest.mark.parametrize(
    ("place", "district", "polygon"),
    [
        ("kalbajar", "kalbajar-district", "kalbajar-district"),
        ("lachin", "lachin-district", "shusha-district"),
        ("agdam", "agdam-district", "agdam-district"),
        ("lachin-corridor", "lachin-district", "shusha-district"),
        ("shusha", "shusha-district", "shusha-city"),
    ],
)
def test_a_place_lies_in_the_district_on_record(karabakh: Region, place: str, district: str, polygon: str) -> None:
    mention = Mention(article="a", start=0, end=1, text="x", role="place", place=place, score=1.0)
    (found,) = geocode_mentions([mention], karabakh)
    assert (found.district, found.district_basis, found.polygon_district) == (district, "record", polygon)
    assert found.place.source


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("the Kalbajar, Lachin and Agdam districts", DISTRICTS),
        (
            "Kalbajar, Lachin, and part of the Agdam District",
            ["kalbajar-district", "lachin-district", "agdam-district"],
        ),
        ("Karvachar", ["kalbajar"]),
        ("Քարվաճառ", ["kalbajar"]),
        ("Кельбаджар", ["kalbajar"]),
        ("Kəlbəcər rayonu", ["kalbajar-district"]),
        ("Stepanakert", ["khankendi"]),
        ("Xankəndi", ["khankendi"]),
        ("Shushi", ["shusha"]),
        ("Gubadli region", ["qubadli-district"]),
        ("Upper Karabakh", ["nagorno-karabakh"]),
        ("Nagorno-Karabakh Autonomous Region", ["nagorno-karabakh"]),
        ("Nakhchivan city", ["nakhchivan-city"]),
        ("Syunik region", ["syunik"]),
    ],
)
def test_names_of_the_news_are_found(gazetteer: Gazetteer, typed: str, places: list[str]) -> None:
    assert [candidates[0].place for candidates in gazetteer.index.lookup_phrase(typed)] == places


def test_every_name_of_every_place_finds_it(karabakh: Region, gazetteer: Gazetteer) -> None:
    lost = [
        (place.id, name)
        for place in karabakh.places
        for name in (place.name, *(name.text for name in place.names))
        if place.id not in {candidate.place for candidate in gazetteer.lookup(name)}
    ]
    assert lost == []


def test_a_village_on_the_other_side_of_the_border_lies_in_no_district(karabakh: Region) -> None:
    mention = Mention(article="a", start=0, end=1, text="K", role="place", place="kornidzor", score=1.0)
    (found,) = geocode_mentions([mention], karabakh)
    assert found.polygon_district == "lachin-district"
    assert found.district is None


def test_the_nearest_place_to_a_town_is_that_town(gazetteer: Gazetteer) -> None:
    nearest = gazetteer.reverse("39.99, 46.92")
    assert nearest is not None
    assert nearest.raw.id == "agdam"
    assert nearest.address == "Agdam, Agdam District, Azerbaijan"
