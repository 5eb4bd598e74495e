"""The gazetteer: any spelling is found, and namesakes are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from geopy.exc import GeocoderServiceError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from hypothesis import given
from hypothesis import strategies as st

from geo.places.gazetteer import Gazetteer, distance_km
from geo.places.index import HINT_WEIGHT, KIND_WEIGHT, LIKELY_WEIGHT, MEMBER_WEIGHT, PlaceIndex
from geo.places.kinds import load_kinds
from geo.records import Place
from geo.regions import list_regions, open_region

if TYPE_CHECKING:
    from geo.regions import Region


@pytest.fixture(scope="module")
def gazetteer(small_region: Region) -> Gazetteer:
    return Gazetteer(small_region)


@pytest.fixture(scope="module")
def index(small_region: Region) -> PlaceIndex:
    return PlaceIndex(small_region)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Kəlbəcər", "kalbajar"),
        ("KALBAJAR", "kalbajar"),
        ("kelbecer", "kalbajar"),
        ("Քարվաճառ", "kalbajar"),
        ("Kalbajar district", "kalbajar-district"),
        ("the Kalbajar region", "kalbajar-district"),
        ("Kəlbəcər rayonu", "kalbajar-district"),
        ("town of Lachin", "lachin"),
        ("Lachin corridor", "lachin-corridor"),
        ("Lachin Corridor", "lachin-corridor"),
        ("LAÇIN", "lachin"),
        ("Agdam", "agdam"),
        ("Aghdam", "agdam"),
        ("Ağdam", "agdam"),
        ("Khan Kendi", "khankendi"),
        ("Stepanakert", "khankendi"),
        ("Карабах", "karabakh"),
        ("Nagorno Karabakh", "nagorno-karabakh"),
        ("nagornokarabakh", "nagorno-karabakh"),
        ("Karabakh region", "karabakh"),
    ],
)
def test_any_spelling_finds_the_place(index: PlaceIndex, typed: str, place: str) -> None:
    found = index.lookup(typed)
    assert found[0].place == place


@given(data=st.data())
def test_every_name_on_record_finds_its_place_however_spaced(index: PlaceIndex, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(list(index.places.values())))
    name = data.draw(st.sampled_from([place.name, *(name.text for name in place.names)]))
    spelled = data.draw(st.sampled_from([name, name.casefold(), name.replace(" ", "-"), f" {name} "]))
    assert place.id in {candidate.place for candidate in index.lookup(spelled)}


def test_names_of_a_list_share_its_plural_head(index: PlaceIndex) -> None:
    found = index.lookup_phrase("the Kalbajar, Lachin and Agdam districts")
    assert [candidates[0].place for candidates in found] == ["kalbajar-district", "lachin-district", "agdam-district"]


def test_a_plural_head_may_come_first(index: PlaceIndex) -> None:
    found = index.lookup_phrase("districts of Kalbajar and Agdam")
    assert [candidates[0].place for candidates in found] == ["kalbajar-district", "agdam-district"]


def test_what_changes_hands_with_a_district_is_a_district(index: PlaceIndex) -> None:
    found = index.lookup_phrase("The Kalbajar, Lachin, and part of the Agdam District")
    assert [candidates[0].place for candidates in found] == ["kalbajar-district", "lachin-district", "agdam-district"]
    assert index.lookup("Kalbajar", beside=["Lachin"])[0].place == "kalbajar"


def test_a_name_of_a_list_keeps_a_word_of_its_own(index: PlaceIndex) -> None:
    found = index.lookup_phrase("Agdam town and Kalbajar districts")
    assert [candidates[0].place for candidates in found] == ["agdam", "kalbajar-district"]


def test_namesakes_differ_by_parent_then_by_country(index: PlaceIndex) -> None:
    assert index.lookup("Talish", parent="Lachin district")[0].place == "talish-lachin"
    assert index.lookup("Talish", parent="agdam-district")[0].place == "talish-agdam"
    assert index.lookup("Talish", country="Armenia")[0].place == "talish-armenia"
    assert index.lookup_phrase("Talish, Agdam district")[0][0].place == "talish-agdam"
    assert index.lookup_phrase("Talish, Armenia")[0][0].place == "talish-armenia"


def test_namesakes_in_the_region_come_before_those_outside(index: PlaceIndex) -> None:
    assert [candidate.place for candidate in index.lookup("Talish")][-1] == "talish-armenia"


def test_the_kind_counts_for_more_than_all_hints_together(index: PlaceIndex) -> None:
    assert KIND_WEIGHT > HINT_WEIGHT + MEMBER_WEIGHT + LIKELY_WEIGHT
    assert HINT_WEIGHT > MEMBER_WEIGHT + LIKELY_WEIGHT
    assert MEMBER_WEIGHT > LIKELY_WEIGHT
    assert index.lookup("Agdam", kind="district", parent="agdam-district")[0].place == "agdam-district"


def test_a_hint_that_fits_nothing_hides_nothing(index: PlaceIndex) -> None:
    assert index.lookup("Agdam", kind="corridor", country="Armenia")[0].score < 0.5
    assert {c.place for c in index.lookup("Agdam", kind="corridor")} == {"agdam", "agdam-district"}


def test_scores_fall_and_stay_within_bounds(index: PlaceIndex) -> None:
    scores = [candidate.score for candidate in index.lookup("Talish", parent="lachin-district")]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(index.lookup("Talish", limit=2)) == 2


@given(text=st.text(), kind=st.one_of(st.none(), st.text()))
def test_no_text_breaks_a_look_up(index: PlaceIndex, text: str, kind: str | None) -> None:
    index.lookup(text, kind=kind)
    index.lookup_phrase(text)
    index.suggest(text)


def test_what_is_not_on_record_is_not_found(index: PlaceIndex, gazetteer: Gazetteer) -> None:
    assert index.lookup("Atlantis") == []
    assert index.best("Atlantis") is None
    assert gazetteer.geocode("Atlantis") is None
    assert gazetteer.geocode("") is None
    assert gazetteer.geocode("Atlantis", exactly_one=False) is None


def test_a_misspelling_is_answered_with_names_on_record(index: PlaceIndex) -> None:
    assert index.suggest("Kalbjar district")[0] == "Kalbajar"
    assert index.suggest("Xyzzy") == []


def test_a_geopy_geocoder_gives_a_location_with_the_place_as_raw(gazetteer: Gazetteer) -> None:
    assert isinstance(gazetteer, Geocoder)
    found = gazetteer.geocode("Kalbajar district")
    assert isinstance(found, Location)
    assert isinstance(found.raw, Place)
    assert (found.latitude, found.longitude) == (40.2, 46.5)
    assert found.address == "Kalbajar District, Azerbaijan"


def test_geocode_gives_all_candidates_or_the_best_of_each_name(gazetteer: Gazetteer) -> None:
    namesakes = gazetteer.geocode("Talish", exactly_one=False)
    assert namesakes is not None
    assert {location.raw.id for location in namesakes} == {"talish-agdam", "talish-lachin", "talish-armenia"}
    listed = gazetteer.geocode("Kalbajar, Lachin and Agdam districts", exactly_one=False)
    assert listed is not None
    assert [location.raw.id for location in listed] == ["kalbajar-district", "lachin-district", "agdam-district"]


def test_a_place_without_coordinates_is_looked_up_but_not_geocoded(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Hill 1234")[0].place == "hill"
    assert gazetteer.geocode("Hill 1234") is None


def test_geopys_rate_limiter_takes_it(gazetteer: Gazetteer) -> None:
    found = RateLimiter(gazetteer.geocode, min_delay_seconds=0)("Agdam")
    assert found.raw.id == "agdam"


def test_reverse_gives_the_nearest_place_that_is_a_point(gazetteer: Gazetteer) -> None:
    nearest = gazetteer.reverse("39.6, 47.29")
    assert nearest is not None
    assert nearest.raw.id == "agdam"
    district = gazetteer.reverse((39.6, 47.29), kind="district")
    assert district is not None
    assert district.raw.id == "agdam-district"
    several = gazetteer.reverse("39.6, 47.29", exactly_one=False, limit=2)
    assert several is not None
    assert [location.raw.id for location in several] == ["agdam", "lachin"]


def test_nothing_is_fetched(gazetteer: Gazetteer) -> None:
    with pytest.raises(GeocoderServiceError, match="offline"):
        gazetteer._call_geocoder("https://example.org", dict)


def test_distances_are_those_of_the_sphere() -> None:
    assert distance_km(lat=0, lon=0, to_lat=0, to_lon=1) == pytest.approx(111.195, abs=0.01)
    assert distance_km(lat=40, lon=46, to_lat=40, to_lon=46) == 0


@pytest.mark.parametrize("name", list_regions())
def test_every_kind_of_place_in_a_region_has_its_words(name):
    kinds = {place.kind for place in open_region(name).places}
    assert kinds - load_kinds().known == set(), "give it a word in geo/places/kinds.toml"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Azykh cave", "azykh-cave"),
        ("the Sotk gold mine", "soyudlu-mine"),
        ("Lake Sevan", "lake-sevan"),
        ("Norduz border crossing", "norduz"),
        ("Norduz checkpoint", "norduz"),
        ("Murov peak", "murovdag"),
        ("Zangilan airport", "zangilan-airport"),
        ("Amaras church", "amaras"),
        ("Sarsang lake", "sarsang"),
    ],
)
def test_a_word_for_a_kind_finds_places_of_it(typed, place):
    assert PlaceIndex(open_region("karabakh")).best(typed).id == place
