import pytest

from geo.records import ClaimPlace
from geo.regions import open_region
from geo.seats import district_by_its_seat


@pytest.fixture(scope="module")
def region():
    return open_region("karabakh")


def meant(text, region, *, words="Kalbajar", place="kalbajar"):
    start = text.index(words)
    named = ClaimPlace(text=words, start=start, end=start + len(words), name=None, place=place, extent="whole")
    area = district_by_its_seat(named, text, region)
    return area.id if area else None


@pytest.mark.parametrize(
    "text",
    [
        "Kalbajar was handed over.",
        "Armenian forces took Kalbajar. They entered the town of Lachin.",
        "Kalbajar fell, and towns burned.",
        "The Kalbajar district was emptied. Kalbajar was handed over a day later.",
    ],
)
def test_the_bare_name_of_a_seat_is_its_districts(text, region):
    assert meant(text, region) == "kalbajar-district"


@pytest.mark.parametrize(
    "text",
    [
        "The town of Kalbajar was taken.",
        "Kalbajar city was taken.",
        "They took Kalbajar, a small town on the Tartar river.",
        "They took the towns of Lachin and Kalbajar.",
        "Kalbajar was taken in spring. Nobody lives in the city of Kelbajar now.",
    ],
)
def test_a_word_for_a_town_anywhere_makes_the_name_the_towns(text, region):
    assert meant(text, region) is None


def test_a_word_in_place_of_the_name_counts_too(region):
    assert meant("They took the town.", region, words="the town") is None
    assert meant("They took it.", region, words="it") == "kalbajar-district"


def test_towns_that_lend_no_district_their_name_stay_towns(region):
    assert meant("They took Hadrut.", region, words="Hadrut", place="hadrut") is None
    assert meant("They took Martuni.", region, words="Martuni", place="khojavend") is None
