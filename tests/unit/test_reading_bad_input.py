"""Text that is no proper English prose is read in bounded time, without a crash and without inventing anything."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, TypeVar

import pytest

from geo import pipeline
from geo.articles import InputProblem, read_articles
from geo.extract.engine import Reader
from geo.extract.pieces import LONGEST, readable
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

T = TypeVar("T")
REGION = open_region("karabakh")
FINDER = MentionFinder(REGION)
TAKING = "Azerbaijani forces captured the town of Shusha on 8 November 2020."


@pytest.fixture(scope="module", params=["syntax", "grammar"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Both ways of reading."""
    found = Reader(REGION, grammar_only=request.param == "grammar")
    if request.param == "syntax" and not found.has_parser:
        pytest.skip("no parser is installed")
    return found


def article(text: str, *, language: str | None = "en") -> Article:
    return Article(
        id="a", source=None, title=None, url=None, published="2020-11-25", published_basis="header",
        language=language, text=text, sha256="",
    )  # fmt: skip


def read(reader: Reader, text: str, *, language: str | None = "en") -> list[Claim]:
    one = article(text, language=language)
    return reader.read(one, FINDER.find(one))


def told(claims: list[Claim]) -> list[tuple[str, str | None]]:
    """Each claim's kind with each of its places."""
    return [(claim.kind, place.name) for claim in claims for place in claim.places]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\u200f\u200e", ".", "...", "(", "\ufeff", "\x00"])
def test_text_without_words_tells_nothing(reader: Reader, text: str) -> None:
    assert read(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        TAKING,
        f"\u200f{TAKING}\u200e",
        f"\ufeff{TAKING}",
        TAKING.replace(" ", "  "),
        TAKING.removesuffix("."),
        f"Взято. {TAKING} Шуша взята.",
        f"{TAKING} الجيش دخل المدينة.",
        f"<p>{TAKING}</p>",
        f'<div class="lead"><b>{TAKING}</b><br/>&nbsp;</div>',
        f"\u2067{TAKING}\u2069",
        TAKING.replace("captured", "cap\u200btured"),
        TAKING.replace("Shusha", "Shu\u00adsha"),
        TAKING.replace(" ", "\u00a0"),
        f"{TAKING} 亚美尼亚 Ադրբեջան",
    ],
    ids=[
        "plain",
        "marks",
        "bom",
        "blanks",
        "no full stop",
        "cyrillic",
        "arabic",
        "html",
        "more html",
        "isolates",
        "zero width",
        "soft hyphen",
        "hard blanks",
        "many scripts",
    ],
)
def test_a_taking_is_read_through_what_does_not_belong_there(reader: Reader, text: str) -> None:
    assert told(read(reader, text)) == [("capture", "Shusha")]


def test_every_claim_quotes_the_text_it_was_read_from(reader: Reader) -> None:
    text = f"{TAKING.upper()} {TAKING} " + f"<b>{TAKING}</b> " + "x " * LONGEST + TAKING
    for claim in read(reader, text):
        assert text[claim.start : claim.end] == claim.evidence


def test_an_article_in_another_language_is_not_read_even_where_it_quotes_english(reader: Reader) -> None:
    assert read(reader, f"{TAKING} Азербайджанские силы взяли Шушу.", language="ru") == []


class Listener:
    """A reporter that keeps what it is told."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def track(self, items: Sequence[T], *, stage: str) -> Iterable[T]:
        del stage
        return items

    def problem(self, problem: InputProblem) -> None:
        raise AssertionError(problem)

    def warn(self, message: str) -> None:
        self.warnings.append(message)


def test_russian_text_is_not_read_and_the_user_is_told(tmp_path: Path) -> None:
    text = "Азербайджанские войска заняли город Шуша 8 ноября 2020 года, сообщило министерство обороны. " * 4
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    listener = Listener()
    articles = read_articles([tmp_path / "report.txt"], region=REGION, on_problem=listener.problem)
    assert pipeline.read(articles, region=REGION, reporter=listener).claims == []
    [warning] = listener.warnings
    assert "another language (ru)" in warning


def test_a_sentence_without_end_is_read_in_pieces_that_cover_it() -> None:
    text = "and they took the town, " * 1000
    pieces = readable(text)
    assert all(len(piece.text) <= LONGEST for piece in pieces)
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)
    assert " ".join(piece.text for piece in pieces) == text.strip()


def test_a_word_without_end_is_cut() -> None:
    assert [len(piece.text) for piece in readable("a" * (2 * LONGEST + 1))] == [LONGEST, LONGEST, 1]


def test_a_long_sentence_still_tells_what_it_tells(reader: Reader) -> None:
    text = "The soldiers were tired and the war was long; " * 60 + TAKING
    assert ("capture", "Shusha") in told(read(reader, text))


def test_the_time_of_a_sentence_grows_with_its_length_and_no_faster(reader: Reader) -> None:
    piece = "they held talks in Lachin and Agdam on 8 November, the office said, and "
    took = []
    for times in (200, 1600):
        begin = process_time()
        read(reader, piece * times)
        took.append(process_time() - begin)
    assert took[1] < 24 * took[0]


@pytest.mark.parametrize(
    "text",
    [TAKING.upper(), TAKING.lower(), TAKING.replace(".", "").replace(",", "")],
    ids=["capitals", "small", "bare"],
)
def test_text_in_one_case_or_without_marks_tells_nothing_that_is_not_there(reader: Reader, text: str) -> None:
    assert {kind for kind, _ in told(read(reader, text))} <= {"capture"}


@pytest.mark.parametrize(
    "piece", ["a ", "(", "a", '"', "November 10, 2020, ", "the town of ", "\u200b", "\u200fa ", "A. "]
)
def test_a_line_of_a_million_characters_is_read_within_seconds(reader: Reader, piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    one = article(text)
    mentions = FINDER.find(one)
    begin = process_time()
    assert reader.read(one, mentions) == []
    assert process_time() - begin < 5  # a second and less, on a machine that does nothing else


@pytest.mark.slow
def test_a_sentence_of_ten_megabytes_is_read(reader: Reader) -> None:
    piece = "and then it rained on the old market and on everybody who had come for apples, "
    one = article(piece * (10_000_000 // len(piece)))
    begin = process_time()
    assert reader.read(one, []) == []
    assert process_time() - begin < 60
