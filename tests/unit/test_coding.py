from __future__ import annotations

from typing import get_args

import pytest

from geo.coding import Codes, codes_of
from geo.records import Claim, Kind


def claim(kind: str, stance: str = "asserted") -> Claim:
    return Claim(
        id="c", article="a", start=0, end=1, evidence="x", kind=kind, places=(), gained_by=None, lost_by=None,
        actor=None, when=None, when_basis=None, stance=stance, claimant=None, confidence=0.5, extractor="test",
    )  # fmt: skip


def test_a_state_that_takes_territory_regains_it_and_a_movement_overtakes_it() -> None:
    assert codes_of(claim("capture"), gainer="Azerbaijan").acled == "Government regains territory"
    assert codes_of(claim("capture"), gainer="M23").acled == "Non-state actor overtakes territory"


def test_who_is_not_known_to_be_a_state_or_none_leaves_the_taking_without_a_type() -> None:
    assert codes_of(claim("capture"), gainer=None).acled is None
    assert codes_of(claim("capture"), gainer="the defenders").acled is None
    assert codes_of(claim("capture"), gainer=None).cameo == "192"


@pytest.mark.parametrize("stance", ["planned", "denied", "hypothetical"])
def test_what_is_not_said_to_have_happened_has_no_code(stance: str) -> None:
    assert codes_of(claim("handover", stance)) == Codes()


def test_a_state_of_control_is_no_event_and_has_no_code() -> None:
    assert codes_of(claim("hold")) == codes_of(claim("loss")) == Codes()


@pytest.mark.parametrize("kind", sorted(set(get_args(Kind)) - {"hold", "loss", "capture", "declaration"}))
def test_every_other_kind_of_event_has_a_code_in_each_book(kind: str) -> None:
    codes = codes_of(claim(kind))
    assert codes.acled
    assert codes.plover
    assert codes.cameo
