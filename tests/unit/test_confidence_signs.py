"""The signs that the confidence of a claim is made of, and how they are weighed."""

from __future__ import annotations

import numpy as np
import pytest

from geo.evaluate.calibration import Example, fit, surer
from geo.explaining.grounds import in_words
from geo.extract.confidence import signs, weights
from geo.extract.dates import Dating
from geo.extract.drafts import Draft
from geo.extract.items import PlaceRef
from geo.extract.parties import PartyRef
from geo.extract.told import Reading, Told
from geo.text import Sentence

_TEXT = "The rebels took the village."


def _told(*, party: PartyRef | None, place: PlaceRef) -> Told:
    draft = Draft(kind="capture", places=(place,), gained_by=party, at=2, clause=(0, 5), rule="verb:take:take:active")
    return Told(
        draft=draft,
        reading=Reading(stance="claimed", quoted=True),
        dating=Dating(when=None, basis=None),
        sentence=Sentence(start=0, end=len(_TEXT), text=_TEXT, paragraph=0),
    )


def test_signs_tell_the_word_and_how_party_and_place_are_known() -> None:
    unnamed = PlaceRef(text="the village", start=16, end=27, anaphor=True, unnamed=True)
    found = signs(_told(party=PartyRef(text="rebels", bare=True, head="forces"), place=unnamed))
    assert {"says:take:capture", "voice:take:active:capture", "means:capture:claimed", "meant:quoted"} <= found
    assert {"gained_by:bare", "gained_by:head:forces", "gained_by:small", "lost_by:nobody:capture"} <= found
    assert {"where:unnamed:capture", "where:anaphor", "where:small"} <= found


def test_a_named_party_and_a_known_place_have_other_signs() -> None:
    known = PlaceRef(text="Agdam", start=16, end=21, place="agdam")
    found = signs(_told(party=PartyRef(text="Azerbaijan", party="azerbaijan"), place=known))
    assert {"gained_by:known", "where:known"} <= found
    assert not {"gained_by:bare", "gained_by:small", "where:unnamed", "where:small"} & found


def test_a_sign_seen_seldom_has_no_weight_and_one_of_right_claims_raises() -> None:
    common = [Example(signs=frozenset({"good"}), right=True)] * 40 + [
        Example(signs=frozenset({"bad"}), right=False)
    ] * 40
    weights = fit([*common, Example(signs=frozenset({"good", "rare"}), right=False)])
    assert weights["good"] > 0 > weights["bad"]
    assert "rare" not in weights


def test_claims_are_ranked_no_better_than_by_chance_where_all_are_equally_sure() -> None:
    right = np.array([True, False, True, False])
    assert surer(np.array([0.5, 0.5, 0.5, 0.5]), right) == pytest.approx(0.5)
    assert surer(np.array([0.9, 0.2, 0.8, 0.1]), right) == pytest.approx(1.0)
    assert surer(np.array([0.1, 0.8, 0.2, 0.9]), right) == pytest.approx(0.0)


def test_every_sign_that_weighs_anything_has_words() -> None:
    assert [sign for sign in weights() if sign and in_words(sign) == sign] == []
