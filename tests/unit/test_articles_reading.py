"""Files, folders and JSON Lines become articles; what is none is named, and the rest is read."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import InputProblem, read_articles, read_stream
from geo.articles.decoding import MAX_BYTES
from geo.codec import to_dict
from geo.errors import InputError, MissingInputError
from geo.regions import Outlet, Region

if TYPE_CHECKING:
    from geo.records import Article

NO_REGION = Region(
    id="none",
    name="None",
    folder=Path("none"),
    start="1991-01-01",
    baseline=None,
    cells=(),
    areas=(),
    groups=(),
    places=(),
    parties=(),
    outlets=(),
    limits=(),
    anaphors=(),
)
REPORT = "Talks held in Moscow\nMOSCOW (Sputnik) - The talks on the region were held on Monday, the ministry said.\n"


@pytest.fixture
def region(small_region: Region) -> Region:
    outlets = tuple(
        Outlet(id=name.lower(), name=name, words=(name,), agency=name.lower(), side=None, source="made up for the test")
        for name in ("TASS", "Sputnik")
    )
    return replace(small_region, outlets=outlets)


class Reading:
    """Articles read from paths, and the problems on the way."""

    def __init__(self, *paths: Path, region: Region) -> None:
        self.problems: list[InputProblem] = []
        self.articles: list[Article] = read_articles(paths, region=region, on_problem=self.problems.append)

    @property
    def ids(self) -> list[str]:
        return [article.id for article in self.articles]

    @property
    def complaints(self) -> list[str]:
        return [str(problem) for problem in self.problems]


def put(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_a_plain_file_is_one_article_named_after_it(tmp_path: Path, region: Region) -> None:
    text = " " + REPORT.replace("\n", "\r\n")
    (article,) = Reading(put(tmp_path / "a.txt", text), region=region).articles
    assert (article.id, article.source, article.title) == ("a.txt", "Sputnik", "Talks held in Moscow")
    assert article.text == text, "blanks and line ends stay, so that offsets can be checked against the file"
    assert article.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (article.published, article.published_basis, article.language) == (None, "unknown", "en")


def test_a_folder_is_read_in_the_order_of_its_names_with_its_folders(tmp_path: Path, region: Region) -> None:
    for name in ("b.txt", "a.txt", "sub/a.txt", "sub/.hidden.txt", ".git/c.txt", "README.md", "noise"):
        put(tmp_path / name, REPORT)
    reading = Reading(tmp_path, region=region)
    assert reading.ids == ["a.txt", "b.txt", "noise", "sub/a.txt"]
    assert not reading.problems


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path, region: Region) -> None:
    one, two = put(tmp_path / "one" / "a.txt", REPORT), put(tmp_path / "two" / "a.txt", REPORT)
    reading = Reading(one, two, put(tmp_path / "b.txt", REPORT), region=region)
    assert reading.ids == ["one/a.txt", "two/a.txt", "b.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path, region: Region) -> None:
    path = put(tmp_path / "a.txt", REPORT)
    assert Reading(path, tmp_path, path, region=region).ids == ["a.txt"]


def test_a_kind_of_file_that_is_not_read_from_a_folder_is_named(tmp_path: Path, region: Region) -> None:
    put(tmp_path / "a.txt", REPORT)
    table = put(tmp_path / "table.csv", REPORT)
    assert "table.csv: left out: .csv is not read" in Reading(tmp_path, region=region).complaints[0]
    assert Reading(table, region=region).ids == ["table.csv"], "a file that is named is read whatever its name"


def test_what_an_earlier_build_wrote_is_no_report(tmp_path: Path, region: Region) -> None:
    put(tmp_path / "a.txt", REPORT)
    put(tmp_path / "output" / "articles.jsonl", REPORT)
    put(tmp_path / "output" / ".build.json", "{}")
    reading = Reading(tmp_path, region=region)
    assert reading.ids == ["a.txt"]
    assert "output: left out: it holds what an earlier build wrote" in reading.complaints[0]


def test_a_path_that_does_not_exist_is_an_error_that_names_it(tmp_path: Path, region: Region) -> None:
    put(tmp_path / "a.txt", REPORT)
    with pytest.raises(MissingInputError, match=r"No file or folder .*seedz"):
        Reading(tmp_path, tmp_path / "seedz", region=region)


def test_an_empty_folder_alone_is_an_error_and_beside_reports_a_problem(tmp_path: Path, region: Region) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match=r"No report could be read from .*empty"):
        Reading(empty, region=region)
    reading = Reading(empty, put(tmp_path / "a.txt", REPORT), region=region)
    assert reading.ids == ["a.txt"]
    assert "empty: the folder holds no reports" in reading.complaints[0]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n", "it is empty"),
        (b"%PDF-1.7\n1 0 obj", "it is a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "it is a PNG picture"),
        (bytes(range(256)) * 40, "it is binary"),
        (b"\xff\xfea", "it begins as UTF-16 and is not"),
        (b"x" * (MAX_BYTES + 1), "it is longer than 2 MiB"),
    ],
)
def test_one_bad_file_of_many_is_named_and_the_rest_read(
    tmp_path: Path, region: Region, content: bytes, reason: str
) -> None:
    put(tmp_path / "good.txt", REPORT)
    put(tmp_path / "bad.txt", content)
    reading = Reading(tmp_path, region=region)
    assert reading.ids == ["good.txt"]
    assert len(reading.complaints) == 1
    assert f"bad.txt: {reason}" in reading.complaints[0]


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, region: Region, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "good.txt", REPORT)
    put(tmp_path / "bad.txt", REPORT)
    opened = Path.open

    def refuse_bad(path: Path, mode: str) -> object:
        if path.name == "bad.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse_bad)  # root may read everything
    assert "bad.txt: it cannot be read (Permission denied)" in Reading(tmp_path, region=region).complaints[0]


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>".replace("/", ":"), "{{7*7}}.txt", "${x}.txt", "a\nb\u2028.txt"]
)
def test_a_hostile_file_name_is_an_id_like_any_other(tmp_path: Path, region: Region, name: str) -> None:
    assert Reading(put(tmp_path / name, REPORT), region=region).ids == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only some file systems take names that are no text")
def test_a_file_name_that_is_no_text_becomes_one(tmp_path: Path, region: Region) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    reading = Reading(put(path, REPORT), region=region)
    assert reading.ids == ["caf\ufffd.txt"]
    json.dumps(reading.ids).encode("utf-8")


def test_a_hostile_file_name_stays_on_one_line_in_a_message(tmp_path: Path, region: Region) -> None:
    put(tmp_path / "a\nb\x1b[31m.txt", b"")
    put(tmp_path / "good.txt", REPORT)
    (complaint,) = Reading(tmp_path, region=region).complaints
    assert "a\\nb\\x1b[31m.txt: it is empty" in complaint


def test_a_nul_and_other_hostile_characters_stay_in_the_text(tmp_path: Path, region: Region) -> None:
    text = "Head\x00line </script>{{7*7}}${x}\u2028\nThe talks were held, and the ministry said so on Monday."
    (article,) = Reading(put(tmp_path / "a.txt", text), region=region).articles
    assert article.text == text


# --- JSON Lines -------------------------------------------------------------------------------------------------------


def lines(*articles: object) -> str:
    return "".join(f"{json.dumps(article)}\n" for article in articles)


def test_a_line_gives_its_own_data_and_other_fields_are_ignored(tmp_path: Path, region: Region) -> None:
    given = {
        "id": "x-1",
        "text": REPORT,
        "published": "2020-11",
        "source": "Anadolu",
        "title": "Talks",
        "url": "https://example.org/1",
        "claims": [],
    }
    (article,) = Reading(put(tmp_path / "a.jsonl", lines(given)), region=region).articles
    assert (article.id, article.source, article.title, article.url) == ("x-1", "Anadolu", "Talks", given["url"])
    assert (article.published, article.published_basis) == ("2020-11", "metadata")


def test_what_a_line_leaves_out_is_looked_for_in_its_text(tmp_path: Path, region: Region) -> None:
    (article,) = Reading(put(tmp_path / "a.ndjson", lines({"text": REPORT})), region=region).articles
    assert (article.id, article.source, article.title) == ("a.ndjson:1", "Sputnik", "Talks held in Moscow")


def test_a_bad_line_is_named_by_its_number_and_the_rest_read(tmp_path: Path, region: Region) -> None:
    bad = [
        '{"id": 1, "text": ',
        "[]",
        '{"id": "no-text"}',
        '{"id": "e", "text": " "}',
        '{"id": "ok", "text": "Again."}',
    ]
    content = lines({"id": "ok", "text": REPORT}) + "\n" + "\n".join(bad) + "\n" + lines({"id": 7, "text": REPORT})
    reading = Reading(put(tmp_path / "a.jsonl", content), region=region)
    assert reading.ids == ["ok", "7"]
    assert [complaint.rsplit("a.jsonl, ")[1].split(" (")[0] for complaint in reading.complaints] == [
        "line 3: not JSON",
        "line 4: not an article: expected an object with id and text",
        "line 5: not an article: the field text is missing or no text",
        "line 6: it is empty.",
        "line 7: its id 'ok' was given already, and ids must differ; left out.",
    ]


def test_a_line_of_fifty_megabytes_is_named_and_passed_over(tmp_path: Path, region: Region) -> None:
    content = lines({"id": "a", "text": "x" * 50_000_000}) + lines({"id": "b", "text": REPORT})
    reading = Reading(put(tmp_path / "a.jsonl", content), region=region)
    assert reading.ids == ["b"]
    assert "line 1: longer than 2 MiB" in reading.complaints[0]


def test_a_published_date_that_is_none_is_named_and_looked_for_in_the_text(tmp_path: Path, region: Region) -> None:
    text = "BAKU, Nov. 10, 2020 (AP) — The deal was signed."
    content = lines({"id": "a", "text": text, "published": "last week"})
    reading = Reading(put(tmp_path / "a.jsonl", content), region=region)
    assert (reading.articles[0].published, reading.articles[0].published_basis) == ("2020-11-10", "dateline")
    assert "line 1: published is 'last week', no EDTF date" in reading.complaints[0]


@pytest.mark.parametrize("year", ["0000", "9999-12-31", "2020-11-10/9999", "9999-12-31T23:59:59Z"])
def test_a_year_that_stands_for_none_is_no_day_of_publication(tmp_path: Path, region: Region, year: str) -> None:
    content = lines(
        {"id": "a", "text": REPORT, "published": year}, {"id": "b", "text": REPORT, "published": "2021-01-18"}
    )
    reading = Reading(put(tmp_path / "a.jsonl", content), region=region)
    assert reading.articles[0].published_basis != "metadata"
    assert reading.articles[1].published == "2021-01-18"
    assert f"line 1: published is {year!r}, a year that stands for none" in reading.complaints[0]


def test_a_time_stamp_gives_its_day(tmp_path: Path, region: Region) -> None:
    content = lines({"id": "a", "text": REPORT, "published": "2021-01-18T09:30:00Z"})
    assert Reading(put(tmp_path / "a.jsonl", content), region=region).articles[0].published == "2021-01-18"


def test_half_a_character_is_replaced_so_that_the_text_can_be_written(tmp_path: Path, region: Region) -> None:
    content = '{"id": "a", "text": "Bad \\ud800 and good \\ud83d\\ude00, the ministry said."}\n'
    (article,) = Reading(put(tmp_path / "a.jsonl", content), region=region).articles
    assert article.text == "Bad \ufffd and good 😀, the ministry said."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_in_another_encoding_are_read(tmp_path: Path, region: Region, encoding: str) -> None:
    articles = [{"id": name, "text": f"The ministry’s café {name} was closed."} for name in "ab"]
    content = "".join(f"{json.dumps(article, ensure_ascii=False)}\n" for article in articles)
    reading = Reading(put(tmp_path / "a.jsonl", content.encode(encoding)), region=region)
    assert [article.text for article in reading.articles] == [article["text"] for article in articles]


def test_a_file_of_lines_without_articles_is_named(tmp_path: Path, region: Region) -> None:
    put(tmp_path / "good.txt", REPORT)
    put(tmp_path / "a.jsonl", "\n\n")
    assert "a.jsonl: it holds no articles" in Reading(tmp_path, region=region).complaints[0]


def test_lines_come_from_a_pipe_too(region: Region) -> None:
    problems: list[InputProblem] = []
    stream = io.BufferedReader(io.BytesIO(lines({"text": REPORT}).encode()))  # type: ignore[arg-type]
    articles = read_stream(stream, name="standard input", region=region, on_problem=problems.append)
    assert [article.id for article in articles] == ["standard input:1"]
    empty = io.BufferedReader(io.BytesIO(b""))  # type: ignore[arg-type]
    with pytest.raises(InputError, match="No report could be read from standard input"):
        read_stream(empty, name="standard input", region=region, on_problem=problems.append)


# --- the five seeds ---------------------------------------------------------------------------------------------------


def test_the_seeds_are_read_without_a_problem(root: Path, region: Region) -> None:
    reading = Reading(root / "seeds", region=region)
    assert not reading.problems
    assert [(article.source, article.published, article.published_basis) for article in reading.articles] == [
        ("UrduPoint News / Sputnik", "2021-01-18", "metadata"),
        ("Sputnik", "2022-08-31/2022-11-30", "inferred"),
        ("Anadolu Agency", "2020-11-10/2021-10-31", "inferred"),
        ("TASS", "2021-01-11", "dateline"),
        ("TASS", "2021-02-17", "dateline"),
    ]
    assert [article.language for article in reading.articles] == ["en"] * 5


def test_the_seeds_are_the_ones_that_were_given(root: Path, shared: Path) -> None:
    given = {path.name: path.read_bytes() for path in (shared / "seeds").iterdir()}
    assert {path.name: path.read_bytes() for path in (root / "seeds").glob("*.txt")} == given


@given(content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_become_an_article_or_a_named_problem(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        put(Path(folder, "good.txt"), REPORT)
        put(Path(folder, "any.txt"), content)
        put(Path(folder, "any.jsonl"), content)
        reading = Reading(Path(folder), region=NO_REGION)
        named = {problem.path.rsplit("/", 1)[1].split(",")[0] for problem in reading.problems}
        assert named | set(reading.ids) >= {"good.txt", "any.txt"}
        for article in reading.articles:
            json.dumps(to_dict(article)).encode("utf-8")
