"""The lexicon: verb forms by the rules of English spelling, and tables whose words can all be met."""

from __future__ import annotations

import pytest

from geo.extract.lexicon import english

FORMS = {
    "agree": ("agrees", "agreed", "agreed", "agreeing"),
    "free": ("frees", "freed", "freed", "freeing"),
    "take": ("takes", "took", "taken", "taking"),
    "seize": ("seizes", "seized", "seized", "seizing"),
    "occupy": ("occupies", "occupied", "occupied", "occupying"),
    "deploy": ("deploys", "deployed", "deployed", "deploying"),
    "plan": ("plans", "planned", "planned", "planning"),
    "set": ("sets", "set", "set", "setting"),
    "slide": ("slides", "slid", "slid", "sliding"),
    "fight": ("fights", "fought", "fought", "fighting"),
    "compel": ("compels", "compelled", "compelled", "compelling"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "enter": ("enters", "entered", "entered", "entering"),
    "regain": ("regains", "regained", "regained", "regaining"),
    "reject": ("rejects", "rejected", "rejected", "rejecting"),
    "relinquish": ("relinquishes", "relinquished", "relinquished", "relinquishing"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
}


@pytest.mark.parametrize(("lemma", "forms"), FORMS.items(), ids=FORMS.keys())
def test_a_verb_is_met_in_all_its_forms(lemma: str, forms: tuple[str, ...]) -> None:
    for word, form in zip(forms, ("third", "past", "participle", "gerund"), strict=True):
        assert (lemma, form) in {(reading.lemma, reading.form) for reading in english().lemmas(word)}, word


def test_every_verb_of_a_frame_is_one_word_that_a_text_can_hold() -> None:
    assert not [lemma for lemma in english().frames if not lemma.isalpha()]


def test_every_control_word_is_one_word() -> None:
    assert not [word for word in english().control_verbs if not word.isalpha()]
