"""Outlet, headline, language and publication date are found where the text has them, and nowhere else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from geo.articles.datelines import find_dateline
from geo.articles.decoding import decode
from geo.articles.languages import language_of
from geo.articles.outlets import source_of
from geo.articles.publication import publication_of
from geo.articles.titles import title_of
from geo.dates import bounds
from geo.errors import InputError
from geo.regions import Outlet, Region

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def region(small_region: Region) -> Region:
    outlets = tuple(
        Outlet(id=name.lower(), name=name, words=(name,), agency=name.lower(), side=None, source="made up for the test")
        for name in ("TASS", "Azertac")
    )
    return replace(small_region, outlets=outlets)


# --- datelines and outlets --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "outlet", "date"),
    [
        ("MOSCOW, January 11. /TASS/. The talks ended.", "MOSCOW", "TASS", "January 11"),
        ("MOSCOW (Sputnik) - The talks ended.", "MOSCOW", "Sputnik", None),
        ("KYIV (Post / Sputnik - 18th January, 2021) Talks.", "KYIV", "Post / Sputnik", "18th January, 2021"),
        ("BAKU, Azerbaijan, Nov. 10, 2020 (AP) — The deal.", "BAKU", "AP", "Nov. 10, 2020"),
        ("YEREVAN/BAKU, July 15 - Troops shelled each other.", "YEREVAN/BAKU", None, "July 15"),
        ("PORT SUDAN, March 27 – The leader flew in.", "PORT SUDAN", None, "March 27"),
        ("A headline\n\nBaku, 10 November (Azertac) - The deal.", "Baku", "Azertac", "10 November"),
    ],
)
def test_a_dateline_gives_place_outlet_and_day(text: str, place: str, outlet: str | None, date: str | None) -> None:
    line = find_dateline(text)
    assert line is not None
    assert (line.place, line.outlet, line.date.text if line.date else None) == (place, outlet, date)
    if line.date:
        assert text[line.date.start : line.date.end] == line.date.text


@pytest.mark.parametrize(
    "text",
    [
        "Yerevan (the capital) - and nobody else - protested.",
        "The talks, January 11 or not, were held.",
        "NATO said it would help.",
        "FIELD ASSESSMENT: SETTLEMENT IN THE TERRITORIES. Summary",
        "",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The talks ended.\n\nSource: Anadolu Agency", "Anadolu Agency"),
        ("Credit: Example Post.\nThe talks ended.", "Example Post"),
        ("The talks ended.\n\nTASS\n", "TASS"),
        ("/Azertac/\nThe talks ended.", "Azertac"),
        ("The talks ended.\n\nPutin\n", None),
        ("The talks ended.\n\nSource: https://example.org/news", None),
        ("TASS", None),
        ("STEPANAKERT (Khankendi) - The talks ended.", None),
        ("SHUSHA (Karabakh Post) - The talks ended.", "Karabakh Post"),
    ],
)
def test_the_outlet_is_the_one_credited(region: Region, text: str, source: str | None) -> None:
    assert source_of(text, find_dateline(text), region) == source


# --- headlines and languages ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Did Azerbaijan take Lachin by force?\n\nThe claim. A post says so.", "Did Azerbaijan take Lachin by force?"),
        ("\n\n  “We will not leave”: a town waits \nIt was quiet.", "“We will not leave”: a town waits"),
        ("The talks ended on Monday.\nThey were long.", None),
        ("MOSCOW (Sputnik) -\nThe talks ended.", None),
        ("Only a headline", None),
        (" date 2021-01-18 The talks ended on Monday\nThey were long.", None),
        ("Long " * 40 + "\nThe talks ended.", None),
    ],
)
def test_a_first_line_is_the_headline_where_it_reads_as_one(text: str, title: str | None) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Kalbajar, Lachin and part of the Agdam District were handed over to Azerbaijan.", "en"),
        ("Le ministère a déclaré que les troupes se sont retirées de la ville dans la nuit.", "fr"),
        ("Türkiye ve Azerbaycan için bu bir gün, olarak kutlanan bir gün ve daha fazlası.", "tr"),
        ("Президент России провел переговоры в Москве.", "ru"),
        ("Українські військові звільнили місто Херсон.", "uk"),
        ("Հայաստանի վարչապետը հայտարարեց այդ մասին:", "hy"),
        ("Lachin Kalbajar Agdam Shusha Fuzuli", None),
        ("12 11 2020", None),
        ("", None),
    ],
)
def test_a_language_is_named_only_where_it_is_plain(text: str, language: str | None) -> None:
    assert language_of(text) == language


# --- encodings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kəlbəcər – Քարվաճառ – Кельбаджар", "utf-8"),
        ("Kəlbəcər – Քարվաճառ – Кельбаджар", "utf-8-sig"),
        ("Kəlbəcər – Քարվաճառ – Кельбаджар", "utf-16"),
        ("Kəlbəcər – Քարվաճառ – Кельбаджар", "utf-16-le"),
        ("The talks were held in Moscow.", "utf-16-be"),
        ("The talks were held in Moscow.", "utf-32"),
        ("Putin’s “statement” – the talks were held.", "cp1252"),
        ("Le ministère a déclaré que les troupes étaient à Kelbajar, très près de la frontière.", "cp1252"),
        ("Лачин передан Азербайджану", "cp1251"),
        ("Москва, 11 января. Президент провел переговоры.", "koi8-r"),
        ("Türkiye Cumhurbaşkanı Erdoğan, Ağdam ve Laçın bölgelerini söyledi.", "cp1254"),
    ],
)
def test_a_text_is_read_in_the_encoding_that_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_line_ends_and_a_nul_survive_decoding() -> None:
    assert decode(b"Head\x00line\r\n\x0cbody\rend") == "Head\x00line\r\n\x0cbody\rend"


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04rest", b"\x7fELF\x02", b"\x00" * 100, b"{\\rtf1 text}", b"\xff\x00\xfd\x80" * 9]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="it is "):
        decode(data)


# --- publication ------------------------------------------------------------------------------------------------------


def published(text: str) -> tuple[str | None, str]:
    return publication_of(text, find_dateline(text))


TOLD = " The truce of November 10, 2020 held."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("date 2021-01-18 The talks were held.", ("2021-01-18", "metadata")),
        ("Headline\nPublished: 10 Nov. 2020, 14:05 GMT\nThe talks were held.", ("2020-11-10", "metadata")),
        ("10 November 2020, 14:05\nThe talks were held.", ("2020-11-10", "metadata")),
        ("BAKU, Nov. 12, 2020 (AP) — The deal." + TOLD, ("2020-11-12", "dateline")),
        ("Map notes (20 October 2020)\n\nThe front moved.", ("2020-10-20", "dateline")),
        ("MOSCOW, January 11. /TASS/. Talks were held." + TOLD, ("2021-01-11", "dateline")),
        ("MOSCOW, November 10. /TASS/. Talks were held." + TOLD, ("2020-11-10", "dateline")),
        ("MOSCOW, February 17. /TASS/. He said so on Wednesday." + TOLD, ("2021-02-17", "dateline")),
        ("MOSCOW, February 29. /TASS/. Talks were held." + TOLD, ("2024-02-29", "dateline")),
        ("Report as of 16:00, November 12\n\nShelling went on." + TOLD, ("2020-11-12", "dateline")),
    ],
)
def test_a_day_is_found_where_the_text_gives_one(text: str, expected: tuple[str, str]) -> None:
    assert published(text) == expected


def test_a_date_still_to_come_does_not_push_the_year_on() -> None:
    text = "BAKU, Nov. 14 - Armenia must leave Lachin by December 1, 2020." + TOLD
    assert published(text) == ("2020-11-14", "dateline")


def test_a_weekday_that_contradicts_the_year_moves_it_on_or_leaves_it_open() -> None:
    text = "MOSCOW, February 17. /TASS/. He said so on {}." + TOLD
    assert published(text.format("Thursday")) == ("2022-02-17", "dateline"), "2021 gives a Wednesday, 2022 a Thursday"
    assert published(text.format("Monday")) == (None, "unknown")


def test_a_background_told_by_year_or_month_says_nothing_of_the_report() -> None:
    assert published("BAKU, Nov. 14 - The town, held since 1993, fell.") == (None, "unknown")
    assert published("BAKU, Nov. 14 - The war that began in April 2019 went on.") == (None, "unknown")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Elections take place in 2025.", ("2020-11-20", "dateline")),
        ("The next summit takes place on March 1, 2022.", ("2020-11-20", "dateline")),
        ("They must leave by 2025.", ("2020-11-20", "dateline")),
        ("The war of 2022 was named.", ("2020-11-20/2022-11-20", "inferred")),
        ("In January 2021 the troops left.", ("2020-11-20/2021-11-20", "inferred")),
        ("The war of 2019 and that of October 2020 were named.", ("2020-11-20", "dateline")),
        ("He said so on Sunday. The war of 2022 was named.", ("2022-11-20", "dateline")),
    ],
)
def test_a_year_or_month_alone_never_moves_a_day_but_may_widen_it(told: str, expected: tuple[str, str]) -> None:
    assert published("BAKU, Nov. 20 (AP) - The truce was signed on Nov. 10, 2020. " + told) == expected


def test_without_a_dateline_a_year_alone_widens_the_interval_and_makes_no_day() -> None:
    text = "The talks ended on Monday. On 31 August both agreed on peace. {} was named." + TOLD
    assert published(text.format("The war of 2025")) == ("2021-08-31/2026-08-30", "inferred")
    assert published(text.format("The war of 2021")) == ("2021-08-31/2022-08-30", "inferred")


def test_without_a_dateline_a_day_told_without_its_year_bounds_the_report() -> None:
    text = "The talks ended on Monday. On 31 August both agreed to meet in November." + TOLD
    assert published(text.replace("to meet in November", "on peace")) == ("2021-08-31/2022-08-30", "inferred")
    assert published(text) == ("2021-08-31/2021-11-30", "inferred"), "a meeting still ahead closes the interval"


def test_a_text_that_tells_of_no_today_is_not_dated() -> None:
    assert published("The truce of 10 November 2020 held. In March troops left.") == (None, "unknown")
    assert published("") == (None, "unknown")


def test_a_date_that_continues_one_before_it_takes_its_year() -> None:
    text = "On 6 July 2012 the rebels took the town, and on 8 July the next. A week ago they left it."
    assert published(text) == (None, "unknown")


def test_no_date_inferred_for_the_development_articles_is_wrong(shared: Path) -> None:
    dated = 0
    for name in ("seeds", "articles", "news"):
        for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            found, _ = published(article["text"])
            if found and article["published"]:
                assert bounds(found).overlaps(bounds(article["published"])), article["id"]
                dated += 1
    assert dated >= 7
