"""The region's own gazetteer: the places that its reports turn on are found and lie where they lie."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from geo.places.gazetteer import Gazetteer, distance_km
from geo.places.geocode import geocode_mentions
from geo.places.mentions import MentionFinder
from geo.records import Article, Mention
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
        ("Gazakh district", ["gazakh-district"]),
        ("city of Gabriel", ["jabrayil"]),
        ("Gabriel district", ["jabrayil-district"]),
        ("Agavno", ["zabukh"]),
        ("Aghavno", ["zabukh"]),
        ("Chinarli", ["vang-khojavend"]),
        ("Madagiz", ["sugovushan"]),
        ("Mets Tagher", ["boyuk-taglar"]),
        ("Baghanis Ayrum", ["baghanis-ayrim"]),
        ("Kirants", ["kirants"]),
        ("Gizilhajili", ["gizilhajili"]),
        ("Lala Tapa", ["lele-tepe"]),
        ("Khudaferin reservoir", ["khudaferin-reservoir"]),
        ("Zangezur corridor", ["zangezur-corridor"]),
        ("Հադրութ", ["hadrut"]),
        ("Зангезурский коридор", ["zangezur-corridor"]),
        ("Memmedbeyli", ["mammadbayli"]),
        ("Məmmədbəyli", ["mammadbayli"]),
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


@pytest.mark.parametrize(
    ("typed", "within", "place"),
    [
        ("Agdam", None, "agdam"),
        ("Agdam", "tovuz-district", "agdam-tovuz"),
        ("Agdam, Tovuz", None, "agdam-tovuz"),
        ("Martuni", None, "khojavend"),
        ("Martuni", "armenia", "martuni-gegharkunik"),
        ("Martuni", "gegharkunik", "martuni-gegharkunik"),
        ("Martuni region", None, "martuni-district"),
        ("Vardenis", None, "vardenis"),
        ("Vardenis", "aragatsotn", "vardenis-aragatsotn"),
        ("Çinarlı", None, "vang-khojavend"),
        ("Çinarlı", "armenia", "chinari"),
        ("Chinari", None, "chinari"),
        ("Fuzuli", None, "fuzuli"),
        ("Kirovabad", None, "ganja"),
        ("Kirovakan", None, "vanadzor"),
        ("Garadaghly", None, "garadaghli-khojavend"),
        ("Garadaghli", "fuzuli-district", "garadaghli-fuzuli"),
        ("Getashen", None, "getashen"),
        ("Kemerli", None, "kamarli-gazakh"),
        ("Sofulu", None, "sofulu-jabrayil"),
        ("Sofulu", "gazakh-district", "sofulu-gazakh"),
        ("Mughanli", "zangilan-district", "mughanli-zangilan"),
        ("Mughanli", "qubadli-district", "mughanli-qubadli"),
        ("Hakari", "zangilan-district", "hakari-zangilan"),
        ("Hakari river", None, "hakari"),
        ("Hakari bridge", None, "hakari-bridge"),
        ("Julfa", "iran", "julfa-iran"),
        ("Julfa", "nakhchivan", "julfa"),
    ],
)
def test_namesakes_are_told_apart_by_what_they_lie_in(
    gazetteer: Gazetteer, typed: str, within: str | None, place: str
) -> None:
    found = gazetteer.lookup(typed, parent=within) if within else gazetteer.index.lookup_phrase(typed)[0]
    assert found[0].place == place


def test_a_place_without_a_point_is_found_with_its_district_and_has_no_location(gazetteer: Gazetteer) -> None:
    raband = gazetteer.index.best("Raband")
    assert raband is not None
    assert (raband.parent, raband.lat, raband.precision_km) == ("zangilan-district", None, None)
    assert gazetteer.geocode("Raband") is None


UNPLACED = {"several cities", "nearly 300 settlements and villages", "some of the districts"}
"""What gold counts and does not name: no source could place them."""

GOLD = {
    "Agali": "aghali",
    "Agavno": "zabukh",
    "Agdam": "agdam agdam-district",
    "Agdam District": "agdam-district",
    "Aghdam": "agdam agdam-district",
    "Armenia": "armenia",
    "Artsakh": "nagorno-karabakh",
    "Ashagi Askipara": "ashaghi-askipara",
    "Azerbaijan": "azerbaijan",
    "Baganis Ayrim": "baghanis-ayrim",
    "Baku": "baku",
    "Berdzor": "lachin",
    "Brussels": "brussels",
    "Chinarli": "vang-khojavend",
    "Fuzuli": "fuzuli fuzuli-district",
    "Gazakh": "gazakh-district",
    "Gizilkhajili": "gizilhajili",
    "Govshudlu": "govshudlu",
    "Gubadli": "qubadli qubadli-district",
    "Hadrut": "hadrut",
    "Hakari": "hakari-zangilan",
    "Havali": "havali",
    "Heyrimli": "kheyrimli",
    "Jabrayil": "jabrayil jabrayil-district",
    "Kalbajar": "kalbajar kalbajar-district",
    "Kalbajar District": "kalbajar-district",
    "Karabakh": "nagorno-karabakh",
    "Karvachar": "kalbajar kalbajar-district",
    "Khankendi": "khankendi",
    "Khanlig": "khanlig",
    "Khojavend": "khojavend khojavend-district",
    "Kirants": "kirants",
    "Lachin": "lachin lachin-district",
    "Lachin Corridor": "lachin-corridor",
    "Lachin District": "lachin-district",
    "Lachin corridor": "lachin-corridor",
    "Lachyn corridor": "lachin-corridor",
    "Mammadbayli": "mammadbayli",
    "Martakert": "martakert-district",
    "Martuni": "martuni-district",
    "Moscow": "moscow",
    "Mughanli": "mughanli-zangilan",
    "Nagorno Karabakh": "nagorno-karabakh",
    "Nagorno-Karabakh": "nagorno-karabakh",
    "Padar": "padar",
    "Raband": "raband",
    "Russia": "russia",
    "Sharifan": "sharifan",
    "Shusha": "shusha",
    "Shushi": "shusha shusha-district",
    "Sofulu": "sofulu-jabrayil",
    "Stepanakert": "khankendi",
    "Sus": "sus",
    "The Republic of Armenia": "armenia",
    "Vang": "vang-khojavend",
    "Yenikand": "yenikand-zangilan",
    "Yerevan": "yerevan",
    "Zabukh": "zabukh",
    "Zangilan": "zangilan zangilan-district",
    "Zarnali": "zarnali",
    "contact line": "contact-line",
    "enclave": "nagorno-karabakh",
    "mountainous enclave": "nagorno-karabakh",
    "seven adjacent regions": "seven-districts",
    "seven adjacent territories": "seven-districts",
    "seven surrounding districts": "seven-districts",
    "the Republic of Azerbaijan": "azerbaijan",
    "the enclave": "nagorno-karabakh",
}
"""Each place string of gold and what it stands for; a town and its district where the reports name both."""


def test_every_place_that_gold_names_is_found_and_the_rest_is_listed(
    karabakh: Region, gazetteer: Gazetteer, shared: Path
) -> None:
    finder = MentionFinder(karabakh, index=gazetteer.index)
    words = {word: group.id for group in karabakh.groups for word in group.words} | dict(karabakh.anaphors)
    seen, wrong = set(), []
    for name in ("news.jsonl", "seeds.jsonl"):
        for line in (shared / "gold" / name).read_text("utf-8").splitlines():
            report = json.loads(line)
            mentions = finder.find(article_of(report))
            for text in sorted(places_named(report) - UNPLACED):
                seen.add(text)
                found = (
                    {m.place for m in mentions if m.text == text}
                    or {m.place for m in mentions if text in m.text}
                    or {place for place in (words.get(text), words.get(f"the {text}")) if place}
                    or {candidate.place for candidate in gazetteer.lookup(text, limit=1)}
                )
                if not found <= set(GOLD.get(text, "").split()):
                    wrong.append((report["id"], text, found))
    assert wrong == [], "each place string of gold stands for the place that is listed"
    assert seen == set(GOLD), "what is listed is what gold names"


def places_named(report: dict[str, Any]) -> set[str]:
    """The place strings of a report's claims, and of its mentions that are no demonyms."""
    claims = [*report["claims"], *(report.get("optional") or ())]
    named = {place["text"] for claim in claims for place in claim["places"]}
    return named | {m["text"] for m in report.get("mentions") or () if m["role"] in ("literal", "metonym")}


def article_of(report: dict[str, Any]) -> Article:
    return Article(
        id=report["id"],
        source=None,
        title=None,
        url=None,
        published=None,
        published_basis="unknown",
        language="en",
        text=report["text"],
        sha256="",
    )


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
