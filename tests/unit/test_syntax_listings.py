"""Lists without a verb, and trees that stay trees whatever is mended in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from one_article import claims_of

from geo.extract.syntax.mending.links import rehang
from geo.extract.syntax.trees.parse import Parse, Word
from geo.extract.syntax.trees.parser import installed_model

if TYPE_CHECKING:
    from geo.records import Claim

needs_parser = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")


def _claims(text: str) -> list[Claim]:
    return claims_of(text, published="2020-11-09")


def _listed(text: str) -> set[str]:
    claims = _claims(text)
    return {place.text for claim in claims if claim.gained_by == "azerbaijan" for place in claim.places}


@needs_parser
def test_a_list_by_district_goes_on_with_the_taking_before_it() -> None:
    text = (
        "Azerbaijan's army took five villages on Sunday.\nFuzuli district: Garadaghli, Garakollu.\nIn Shusha: Sarybaba."
    )
    assert {"Garadaghli", "Garakollu"} <= _listed(text)


@needs_parser
def test_a_list_after_no_taking_tells_nothing() -> None:
    assert not _claims("The ministry opened schools in autumn.\nFuzuli district: Garadaghli, Garakollu.")


def test_a_mending_that_would_leave_no_tree_is_not_done() -> None:
    words = tuple(Word(n, 2 * n, 2 * n + 1, "a", "a", "a", "NN", "dep", head) for n, head in enumerate((1, 1, 1)))
    parse = Parse(words=words, children=((), (0, 2), ()))
    assert rehang(parse, {1: (0, "conj")}) is parse
    assert rehang(parse, {2: (0, "conj")}).words[2].head == 0


@needs_parser
@pytest.mark.parametrize(
    ("text", "but"),
    [
        ("Azerbaijan controls all seven districts around Karabakh except Lachin and Kalbajar.", ("lachin", "kalbajar")),
        ("Azerbaijan took the whole of Nagorno-Karabakh except Stepanakert.", ("khankendi",)),
        ("Azerbaijani forces hold the Jabrayil district, apart from a few villages.", None),
        ("Azerbaijani forces hold the Jabrayil district.", None),
    ],
)
def test_what_is_taken_out_of_a_place_is_kept_where_all_of_it_has_a_name(
    text: str, but: tuple[str, ...] | None
) -> None:
    (claim,) = _claims(text)
    assert claim.places[0].but == but


@needs_parser
def test_a_chronologys_entry_without_a_verb_goes_on_with_the_one_before() -> None:
    text = (
        "1993, 23 July: Armenian forces capture Agdam. 31 August: Gubadli. "
        "29 October: Zangilan, the last of seven districts."
    )
    found = {(place.text, claim.when) for claim in _claims(text) for place in claim.places}
    assert {("Agdam", "1993-07-23"), ("Gubadli", "1993-08-31"), ("Zangilan", "1993-10-29")} <= found
