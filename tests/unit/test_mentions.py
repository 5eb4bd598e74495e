"""The region's names are found in an article, with the place that each stands for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.places.mentions import MentionFinder, find_mentions
from geo.records import Article
from geo.regions import open_region

SEVEN = "seven-districts"
PIECES = (
    *(
        "Kalbajar",
        "Lachin",
        "Agdam",
        "District",
        "districts",
        "town",
        "of",
        "the",
        "part",
        "Baku",
        "MOSCOW",
        "Azerbaijan",
    ),
    *(
        "Nagorno-Karabakh",
        "Nagorno–",
        "seven adjacent territories",
        "line of contact",
        "Kremlin",
        "Gen.",
        "General",
        "Upper",
    ),
    *(
        "Street",
        "Council",
        "in",
        "to",
        "from",
        "links",
        "road",
        "and",
        "or",
        ",",
        ".",
        "(",
        ")",
        "-",
        "'s",
        "’s",
        "\n",
        "\0",
    ),
    *(
        "\u00ad",
        "\u200b",
        "Kəlbəcər",
        "Քարվաճառ",
        "Кельбаджар",
        "Ag\u0306dam",
        "{{7*7}}",
        "</script>",
        "\u2028",
        "January",
        "11",
    ),
)


def article(text):
    return Article(
        id="a",
        source=None,
        title=None,
        url=None,
        published=None,
        published_basis="unknown",
        language="en",
        text=text,
        sha256="",
    )


@pytest.fixture(scope="module")
def finder():
    return MentionFinder(open_region("karabakh"))


@pytest.fixture(scope="module")
def places(finder):
    return lambda text: [(mention.text, mention.place) for mention in finder.find(article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Yerevan also transferred the Kalbajar, Lachin and Agdam districts to Baku.",
            {"Kalbajar": "kalbajar-district", "Lachin": "lachin-district", "Agdam": "agdam-district"},
        ),
        (
            "The Kalbajar, Lachin, and part of the Agdam District were handed over to Azerbaijan.",
            {"Kalbajar": "kalbajar-district", "Lachin": "lachin-district", "Agdam District": "agdam-district"},
        ),
        (
            "the districts of Kalbajar, Lachin and Agdam",
            {"Kalbajar": "kalbajar-district", "Lachin": "lachin-district", "Agdam": "agdam-district"},
        ),
        (
            "the Kalbajar and Lachin districts and the town of Shusha",
            {"Kalbajar": "kalbajar-district", "Lachin": "lachin-district", "Shusha": "shusha"},
        ),
        (
            "the Kalbajar and Lachin districts and Hadrut",
            {"Kalbajar": "kalbajar-district", "Lachin": "lachin-district"},
        ),
        ("the towns of Shusha and Lachin", {"Shusha": "shusha", "Lachin": "lachin"}),
        (
            "the town of Lachin and the Kalbajar district",
            {"Lachin": "lachin", "Kalbajar district": "kalbajar-district"},
        ),
        ("the cities of Shusha, Fuzuli and Jabrayil", {"Shusha": "shusha", "Fuzuli": "fuzuli", "Jabrayil": "jabrayil"}),
    ],
)
def test_a_head_is_shared_by_the_names_of_its_list(places, text, expected):
    found = dict(places(text))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the town of Lachin", [("Lachin", "lachin")]),
        ("the Lachin district", [("Lachin district", "lachin-district")]),
        ("the Lachin corridor", [("Lachin corridor", "lachin-corridor")]),
        ("the Lachin Corridor", [("Lachin Corridor", "lachin-corridor")]),
        ("over seven adjacent territories", [("seven adjacent territories", SEVEN)]),
        ("Seven adjacent districts fell", [("Seven adjacent districts", SEVEN)]),
        ("along the line of contact", [("line of contact", "contact-line")]),
        ("along the contact line", [("contact line", "contact-line")]),
        ("along the 1994 ceasefire line", [("1994 ceasefire line", "line-of-1994")]),
        ("in kalbajar and lachin", []),
        ("the Azerbaijan Soviet Socialist Republic", [("Azerbaijan Soviet Socialist Republic", "azerbaijan")]),
        (
            "the Nagorno-Karabakh Autonomous Region",
            [("Nagorno-Karabakh Autonomous Region", "nagorno-karabakh")],
        ),
        ("KALBAJAR FALLS", [("KALBAJAR", "kalbajar")]),
        ("Shusha/Shushi", [("Shusha", "shusha"), ("Shushi", "shusha")]),
        ("Upper Agdam and Nor Shusha", []),
        ("the Moscow-brokered truce, a Karabakh-wide one", []),
        ("Lachin", [("Lachin", "lachin")]),
        ("", []),
    ],
)
def test_a_name_stands_for_the_place_that_its_words_say(places, text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Nagorno-Karabakh",
        "Nagorno–Karabakh",
        "Nagorno Karabakh",
        "NAGORNO-KARABAKH",
        "Nagorny Karabakh",
        "Upper Karabakh",
        "Karabakh",
        "Artsakh",
        "Dağlıq Qarabağ",
        "Нагорный Карабах",
        "Արցախ",
    ],
)
def test_karabakh_has_many_names(places, name):
    assert places(f"fighting in {name}, it said") == [(name, "nagorno-karabakh")]


@pytest.mark.parametrize(
    "name",
    [
        "Kalbajar",
        "Kelbajar",
        "Kəlbəcər",
        "KƏLBƏCƏR",
        "Kelbecer",
        "Karvachar",
        "Քարվաճառ",
        "Кельбаджар",
        "Ke\u0301lbecer",
        "Kal\u00adbajar",
        "Kal\u200bbajar",
    ],
)
def test_a_town_is_known_in_all_scripts_and_spellings(places, name):
    assert places(f"battles in {name}.") == [(name, "kalbajar")]


def test_a_possessive_is_no_part_of_the_name(places):
    assert places("Yerevan's forces, Agdam’s ruins") == [("Yerevan", "yerevan"), ("Agdam", "agdam")]


def test_candidates_are_ranked_and_the_first_is_the_place(finder):
    (mention,) = finder.find(article("the town of Lachin"))
    assert [candidate.place for candidate in mention.candidates][:2] == ["lachin", "lachin-district"]
    assert mention.score == mention.candidates[0].score > mention.candidates[1].score


def test_one_article_needs_no_finder():
    (mention,) = find_mentions(article("fighting in Agdam"), open_region("karabakh"))
    assert (mention.article, mention.place, mention.role) == ("a", "agdam", "place")


def test_a_finder_keeps_nothing_of_one_article_for_the_next(finder):
    alone = finder.find(article("Lachin and Agdam"))
    finder.find(article("the Lachin and Agdam districts"))
    assert finder.find(article("Lachin and Agdam")) == alone


@given(text=st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.text())
def test_mentions_quote_the_text_in_order_and_never_overlap(finder, text):
    at = 0
    for mention in finder.find(article(text)):
        assert at <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.place is not None
        at = mention.end


@pytest.mark.parametrize(
    "piece",
    ["a", "(", "Lachin, ", "Lachin and ", "Nagorno-", "seven ", "the ", "in Baku and ", "MOSCOW, ", "Gen. ", "\u200b"],
)
def test_a_long_line_is_read_in_linear_time(finder, piece):
    def seconds(size):
        long = article(piece * (size // len(piece)))
        start = time.process_time()
        finder.find(long)
        return time.process_time() - start

    small = max(seconds(20_000), 0.005)
    assert seconds(160_000) < 40 * small


MUGHANLI = {
    "Mughanli in Zangilan district fell": "mughanli-zangilan",
    "the village of Mughanli in the Zangilan district": "mughanli-zangilan",
    "the village of Mughanli, Zangilan district, fell": "mughanli-zangilan",
    "Mughanli (Zangilan) fell": "mughanli-zangilan",
    "Mughanli village of Qubadli fell": "mughanli-qubadli",
    "Zangilan district's Mughanli village": "mughanli-zangilan",
    "In Fuzuli, the army took Mughanli": "mughanli-fuzuli",
    "In Fuzuli district, Mughanli and Padar villages of Zangilan district": "mughanli-zangilan",
    "Zangilan district:\nHavali\nMughanli\n": "mughanli-zangilan",
    "It took in Zangilan district:\n- Havali;\n- Mughanli;\nJabrayil district:\n- Tinli": "mughanli-zangilan",
    "Six villages, Havali, Zarnali, Mammadbayli, Sharifan and Mughanli, had been taken": "mughanli-zangilan",
}


@pytest.mark.parametrize("text", MUGHANLI)
def test_a_district_named_near_tells_villages_of_one_name_apart(places, text):
    assert (
        dict(places(text))[next(name for name in ("Mughanli village", "Mughanli") if name in dict(places(text)))]
        == (MUGHANLI[text])
    )


@pytest.mark.parametrize(
    "text",
    [
        "The army took Mughanli",
        "It took Zangilan. Later it took Mughanli.",
        "It took Lachin, and then Mughanli",
        "It took Havali, Padar, Fuzuli and Mughanli",
    ],
)
def test_a_village_of_a_name_that_several_have_stays_open_where_no_district_is_named(finder, text):
    mention = next(mention for mention in finder.find(article(text)) if mention.text == "Mughanli")
    assert mention.place is None
    assert {candidate.place for candidate in mention.candidates} >= {"mughanli-fuzuli", "mughanli-zangilan"}
    assert len({candidate.score for candidate in mention.candidates}) == 1


def test_a_namesake_outside_the_region_is_meant_where_its_district_is_named(places):
    assert dict(places("Sofulu fell"))["Sofulu"] == "sofulu-jabrayil"
    assert dict(places("Sofulu in Gazakh district"))["Sofulu"] == "sofulu-gazakh"
    assert dict(places("In the Gazakh district, Barkhudarli and Sofulu"))["Sofulu"] == "sofulu-gazakh"
