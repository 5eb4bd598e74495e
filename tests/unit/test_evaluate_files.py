"""Gold files and files of claims: what is read of them, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from geo.errors import GeoError, InputError, MissingInputError, RecordError
from geo.evaluate import NamedPlace, Statement, read_claims, read_gold
from geo.evaluate.reading import read_gold_articles, read_statements
from geo.files import write_records
from geo.records import Claim, ClaimPlace
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLAIM = {"kind": "loss", "places": [{"text": "Agdam", "extent": "whole"}], "lost_by": "Armenia", "note": "hard"}
GOLD = {"id": "a", "text": "Armenia lost Agdam on 20 November 2020.", "published": "2020-11-21", "claims": [CLAIM]}


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: object) -> Path:
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(row if isinstance(row, str) else f"{json.dumps(row)}\n" for row in rows), "utf-8")
        return path

    return write


def test_of_a_gold_article_what_scoring_needs_is_read(written: Callable[..., Path]) -> None:
    optional = {"kind": "clash", "places": None, "actor": None}
    [article] = read_gold(written("\ufeff", {**GOLD, "conflict": "karabakh", "optional": [optional]}, "\n"))
    loss = Statement(article="a", kind="loss", places=(NamedPlace(text="Agdam", extent="whole"),), lost_by="Armenia")
    assert (article.id, article.conflict, article.claims) == ("a", "karabakh", (loss,))
    assert article.optional == (Statement(article="a", kind="clash"),)


def test_a_place_may_be_a_bare_name(written: Callable[..., Path]) -> None:
    [claim] = read_claims(written({"article": "a", "kind": "loss", "places": ["Agdam"]}))
    assert claim.places == (NamedPlace(text="Agdam"),)


def test_a_claim_that_the_program_wrote_is_read_as_it_is_scored_at_once(tmp_path: Path) -> None:
    claim = Claim(
        id="1",
        article="a",
        start=0,
        end=20,
        evidence="Armenia lost Agdam.",
        kind="loss",
        places=(ClaimPlace(text="Agdam", start=13, end=18, name="Agdam", place="agdam", extent="whole"),),
        gained_by=None,
        lost_by="armenia",
        actor=None,
        when="2020-11-20",
        when_basis="explicit",
        stance="asserted",
        claimant=None,
        confidence=1.0,
        extractor="test",
    )
    write_records(tmp_path / "claims.jsonl", [claim])
    assert read_claims(tmp_path / "claims.jsonl") == [Statement.of(claim)]


@pytest.mark.parametrize(
    ("rows", "error", "message"),
    [
        ([], InputError, "holds no articles"),
        (["{"], InputError, r"line 1: not JSON"),
        ([GOLD, "[]"], InputError, r"line 2: not an object"),
        (["[" * 100_000], InputError, r"line 1: "),
        ([{"id": "a"}], RecordError, r"line 1: GoldArticle\.claims: the field is missing"),
        ([{**GOLD, "claims": [{}]}], RecordError, r"line 1: GoldArticle\.claims\[0\]\.kind: the field is missing"),
        ([{**GOLD, "claims": [{"kind": 3}]}], RecordError, r"kind: expected a text, found 3"),
        ([{**GOLD, "claims": ["Agdam"]}], RecordError, r"claims\[0\]: expected an object, found 'Agdam'"),
        ([GOLD, GOLD], InputError, r"line 2: the id 'a' was given already"),
    ],
)
def test_a_gold_file_that_is_none_is_refused_by_file_line_and_field(
    rows: list[object], error: type[GeoError], message: str, written: Callable[..., Path]
) -> None:
    with pytest.raises(error, match=message) as raised:
        read_gold(written(*rows))
    assert "rows.jsonl" in str(raised.value)


@pytest.mark.parametrize("read", [read_gold, read_claims, lambda path: read_gold_articles(path, region=region())])
def test_a_file_that_is_not_there_or_no_file_is_named(read: Callable, tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"nowhere\.jsonl"):
        read(tmp_path / "nowhere.jsonl")
    with pytest.raises(InputError, match="Cannot read"):
        read(tmp_path)


def test_bytes_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_bytes('{"id": "Ağdam"}'.encode("utf-16"))
    with pytest.raises(InputError, match="is not UTF-8"):
        read_gold(tmp_path / "gold.jsonl")


def test_an_article_is_read_anew_with_the_date_that_gold_gives(written: Callable[..., Path]) -> None:
    text = "Azerbaijan's army took the town of Shusha on Sunday, officials said."
    path = written({"id": "b", "text": text, "published": "2020-11-09", "claims": []})
    [statement] = read_statements(read_gold_articles(path, region=region()), region=region())
    assert (statement.article, statement.kind, statement.when) == ("b", "capture", "2020-11-08")


def test_gold_whose_article_cannot_be_read_has_no_figures(written: Callable[..., Path]) -> None:
    with pytest.raises(InputError, match=r"line 2: not an article: the field text is missing"):
        read_gold_articles(written(GOLD, {"id": "b", "claims": []}), region=region())


def region():
    return open_region("karabakh")
