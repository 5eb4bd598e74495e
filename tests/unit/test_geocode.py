"""Mentions become places on the map, each in the district on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geo.errors import UnknownPlaceError
from geo.places.geocode import geocode_mentions, polygon_districts
from geo.records import Mention

if TYPE_CHECKING:
    from geo.places.geocode import GeocodedPlace
    from geo.records import Role
    from geo.regions import Region


def mention(place: str | None, *, article: str = "a.txt", text: str = "x", role: Role = "place") -> Mention:
    return Mention(article=article, start=0, end=len(text), text=text, role=role, place=place, score=1.0)


def geocoded(region: Region, *mentions: Mention) -> dict[str, GeocodedPlace]:
    return {found.place.id: found for found in geocode_mentions(mentions, region)}


def test_the_district_on_record_outranks_the_polygon(small_region: Region) -> None:
    lachin = geocoded(small_region, mention("lachin"))["lachin"]
    assert lachin.polygon_district == "agdam-district"
    assert (lachin.district, lachin.district_basis) == ("lachin-district", "record")


def test_a_place_without_a_parent_takes_the_district_of_its_polygon(small_region: Region) -> None:
    khankendi = geocoded(small_region, mention("khankendi"))["khankendi"]
    assert (khankendi.district, khankendi.district_basis) == ("lachin-district", "polygon")


def test_what_is_on_record_in_another_country_lies_in_no_district(small_region: Region) -> None:
    village = geocoded(small_region, mention("border-village"))["border-village"]
    assert village.polygon_district == "lachin-district"
    assert (village.district, village.district_basis) == (None, None)


def test_a_district_is_its_own_district(small_region: Region) -> None:
    assert geocoded(small_region, mention("agdam-district"))["agdam-district"].district == "agdam-district"


@pytest.mark.parametrize("place", ["karabakh", "lachin-corridor", "armenia", "hill"])
def test_what_spans_districts_or_lies_in_none_has_no_district(small_region: Region, place: str) -> None:
    found = geocoded(small_region, mention(place))[place]
    assert (found.district, found.district_basis, found.polygon_district) == (None, None, None)


def test_mentions_and_their_articles_are_counted(small_region: Region) -> None:
    found = geocoded(
        small_region,
        mention("agdam", article="b.txt", text="Agdam"),
        mention("agdam", article="a.txt", text="Ağdam"),
        mention("agdam", article="b.txt", text="Agdam"),
    )["agdam"]
    assert (found.mentions, found.articles, found.texts) == (3, ("a.txt", "b.txt"), ("Agdam", "Ağdam"))


def test_only_places_that_were_resolved_are_put_on_the_map(small_region: Region) -> None:
    mentions = (mention("armenia", role="actor"), mention("armenia", role="modifier"), mention(None))
    assert geocode_mentions(mentions, small_region) == []


def test_places_come_by_id_whatever_the_order_of_mentions(small_region: Region) -> None:
    mentions = [mention("lachin"), mention("agdam"), mention("kalbajar", article="b.txt"), mention("agdam")]
    assert geocode_mentions(mentions, small_region) == geocode_mentions(mentions[::-1], small_region)


def test_a_point_on_an_edge_belongs_to_one_district(small_region: Region) -> None:
    places = [place for place in small_region.places if place.id == "kalbajar-district"]
    on_edge = [type(places[0])(**{**_fields(places[0]), "lon": 47.0, "lat": 39.75})]
    assert polygon_districts(on_edge, small_region) == {"kalbajar-district": "agdam-district"}


def test_a_place_of_another_region_is_refused_by_name(small_region: Region) -> None:
    with pytest.raises(UnknownPlaceError, match="'atlantis' in region 'small'"):
        geocode_mentions([mention("atlantis")], small_region)


def _fields(place: object) -> dict[str, object]:
    return {name: getattr(place, name) for name in place.__slots__}  # type: ignore[attr-defined]
