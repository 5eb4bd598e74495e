"""The table for spreadsheets: right words, no formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from export_cases import empty, varied
from hypothesis import given
from hypothesis import strategies as st

from geo.export import FORMATS, Atlas
from geo.export.control import control_layer
from geo.records import Article, Claim, ControlInterval

if TYPE_CHECKING:
    from geo.regions import Region

ARTICLE = Article(
    id="a.txt",
    source="Some Agency",
    title=None,
    url=None,
    published="2021-01-18",
    published_basis="metadata",
    language="en",
    text="",
    sha256="0" * 64,
)
CLAIM = Claim(
    id="c1",
    article="a.txt",
    start=0,
    end=0,
    evidence='Ağdam, "handed" over;\nsaid one.',
    kind="handover",
    places=(),
    gained_by=None,
    lost_by=None,
    actor=None,
    when=None,
    when_basis=None,
    stance="asserted",
    claimant=None,
    confidence=1.0,
    extractor="test",
)
HELD = ControlInterval(
    cell="agdam.held",
    controller="armenia",
    others=("azerbaijan",),
    status="contested",
    basis="stated",
    support="conflicting",
    start="2020-11-10",
    end=None,
    start_edtf="2020-11-10",
    end_edtf=None,
    last_reported="2021-01-18",
    rule="Sides contradict each other.",
    claims=("c1", "c2"),
)


def table(region: Region, quote: str = CLAIM.evidence) -> str:
    claims = [replace(CLAIM, evidence=quote), replace(CLAIM, id="c2", evidence="Second.")]
    layer = control_layer([HELD], claims=claims, articles=[ARTICLE], region=region)
    return FORMATS["csv"].render(Atlas(layers=(layer,)))["control.csv"].decode()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_row_says_who_when_and_in_whose_words(small_region: Region) -> None:
    (row,) = rows(table(small_region))
    assert row["area"] == "agdam-district"
    assert row["area_name_az"] == "Ağdam"
    assert row["whole"] == "false"
    assert row["controller_name"] == "Armenian side"
    assert row["other_names"] == "Azerbaijan"
    assert (row["start"], row["end"]) == ("2020-11-10", "")
    assert row["claims"] == "c1 | c2"
    assert row["quotes"] == 'Ağdam, "handed" over;\nsaid one. | Second.'


def test_spreadsheets_are_told_that_it_is_utf_8(small_region: Region) -> None:
    raw = FORMATS["csv"].render(empty(small_region))["control.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").startswith("id,area,area_name,")


def test_an_independent_reader_reads_it(small_region: Region) -> None:
    frame = pd.read_csv(io.BytesIO(table(small_region).encode()), encoding="utf-8-sig")
    assert frame.loc[0, "area_name_az"] == "Ağdam"
    assert frame.loc[0, "km2"] == pytest.approx(101.0)


def test_points_have_coordinates_and_surfaces_are_left_out(small_region: Region) -> None:
    files = FORMATS["csv"].render(varied(small_region))
    assert list(files) == ["control.csv", "towns.csv", "events.csv", "places.csv"]
    agdam, hill = pd.read_csv(io.BytesIO(files["places.csv"])).itertuples()
    assert (agdam.id, agdam.lon, agdam.lat) == ("agdam", 47.3, 39.6)
    assert pd.isna(hill.lon)
    assert not {"lon", "geometry"} & set(pd.read_csv(io.BytesIO(files["control.csv"])).columns)


@pytest.mark.parametrize("quote", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("x")', "＝1"])
def test_no_text_is_run_as_a_formula(small_region: Region, quote: str) -> None:
    (row,) = rows(table(small_region, quote))
    assert row["quotes"] == f"'{quote} | Second."


@given(quote=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_in_its_cell(small_region: Region, quote: str) -> None:
    (row,) = rows(table(small_region, quote))
    assert row["quotes"].removeprefix("'") == f"{quote} | Second.".removeprefix("'")
    assert row["sources"] == "Some Agency, 2021-01-18 | Some Agency, 2021-01-18"
