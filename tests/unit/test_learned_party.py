"""The party that a sentence leaves out and no rule finds: the likeliest of those named, or nobody."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

import pytest

from geo.evaluate.learning import Example, fit
from geo.explaining import as_text, explain
from geo.extract.confidence import confidence
from geo.extract.dates import Dating
from geo.extract.drafts import Draft
from geo.extract.engine import Reader
from geo.extract.items import PlaceRef
from geo.extract.parties import PartyRef
from geo.extract.syntax.contest.learned import LIKELY, chance, filled_in, is_open
from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.trees.parser import installed_model, spacy_parser
from geo.extract.told import Choice, Reading, Told
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region
from geo.text import Sentence

needs_parser = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")

_TEXT = "Orsk was taken."
_WEIGHTS = {"": -1.0, "taker": 3.0, "bystander": -3.0, "maybe": 0.9}


def _choice(name: str, *signs: str) -> Choice:
    return Choice(party=PartyRef(text=name), signs=frozenset(signs))


def _told(*choices: Choice, gained_by: PartyRef | None = None) -> Told:
    place = PlaceRef(text="Orsk", start=0, end=4)
    draft = Draft(
        kind="capture", places=(place,), gained_by=gained_by, at=2, clause=(0, 4), rule="verb:take:take:passive"
    )
    sentence = Sentence(start=0, end=len(_TEXT), text=_TEXT, paragraph=0)
    return Told(
        draft=draft,
        reading=Reading(stance="asserted"),
        dating=Dating(when=None, basis=None),
        sentence=sentence,
        choices=choices,
    )


def test_the_likeliest_of_those_named_is_taken() -> None:
    filled = filled_in(_told(_choice("Reds", "bystander"), _choice("Blues", "taker")), _WEIGHTS).draft.gained_by
    assert filled is not None
    assert (filled.text, filled.filled) == ("Blues", "learned")


def test_where_nobody_is_likelier_than_not_nobody_is_taken() -> None:
    told = _told(_choice("Reds", "bystander"), _choice("Blues", "maybe"))
    assert 0.4 < chance(told.choices[1], _WEIGHTS) < LIKELY
    assert filled_in(told, _WEIGHTS) == told


def test_who_lost_a_place_is_chosen_from_the_same_chance() -> None:
    told = _told(_choice("Reds", "maybe"), _choice("Blues", "taker"))
    lost = filled_in(replace(told, draft=replace(told.draft, kind="loss")), _WEIGHTS).draft
    assert lost.gained_by is None
    assert lost.lost_by is not None
    assert lost.lost_by.text == "Blues"


def test_a_party_that_the_rules_know_stays() -> None:
    told = _told(_choice("Blues", "taker"), gained_by=PartyRef(text="Reds"))
    assert not is_open(told)
    assert filled_in(told, _WEIGHTS) == told


def test_no_claim_is_surer_than_its_learned_party() -> None:
    told = filled_in(_told(_choice("Blues", "taker")), _WEIGHTS)
    party = told.draft.gained_by
    assert party is not None
    assert party.guess is not None
    unsure = replace(
        told, draft=told.draft.with_party("gained_by", replace(party, guess=replace(party.guess, chance=0.51)))
    )
    assert confidence(unsure) <= 0.51


def test_what_is_learned_tells_who_is_meant_and_is_the_same_each_time() -> None:
    examples = [
        Example(signs=frozenset({"taker" if right else "bystander", "named"}), right=right, counts=1.0)
        for right in (True, False, False) * 20
    ]
    learned = fit(examples)
    assert learned == fit(list(examples))
    assert learned["taker"] > 0 > learned["bystander"]


def test_a_sign_that_is_seen_once_has_no_weight() -> None:
    examples = [Example(signs=frozenset({"often"}), right=True, counts=1.0)] * 5
    examples.append(Example(signs=frozenset({"once"}), right=False, counts=1.0))
    assert "once" not in fit(examples)


def _article(text: str) -> Article:
    return Article(
        id="a", source=None, title=None, url=None, published="2024-12-09", published_basis="metadata", language="en",
        text=text, sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip


@cache
def _read(text: str) -> tuple[Article, list[Claim]]:
    region, article = open_region("karabakh"), _article(text)
    return article, Reader(region).read(article, MentionFinder(region).find(article))


_ANNOUNCED = "Suva announced that the harbour at Levuka had been captured."


@needs_parser
def test_whoever_announces_that_a_place_was_captured_took_it() -> None:
    _, claims = _read(_ANNOUNCED)
    assert [(claim.kind, claim.gained_by) for claim in claims] == [("capture", "Suva")]


@needs_parser
def test_an_explanation_says_that_the_party_was_learned_and_what_weighed() -> None:
    article, claims = _read(_ANNOUNCED)
    told = as_text(
        explain(claims[0].id, claims, [article], open_region("karabakh"), where=("claims.jsonl", "articles.jsonl"))
    )
    assert "no rule finds it" in told
    assert "% likely" in told
    assert "gained_by (" in told


@needs_parser
def test_a_fall_among_parties_that_only_look_on_stays_open() -> None:
    _, claims = _read("Kismayo fell on Friday, the Swiss ambassador told the French radio.")
    assert [(claim.kind, claim.lost_by, claim.gained_by) for claim in claims if claim.kind == "loss"] in (
        [("loss", None, None)],
        [],
    )


@needs_parser
def test_what_a_name_is_called_is_no_sign() -> None:
    text = "The harbour at Levuka had been recovered, Suva's General Cakobau announced, and Rabuka and Rewa agreed."
    reader = SyntaxReader(open_region("karabakh"), spacy_parser(), learning=True)
    told = reader.read(_article(text), MentionFinder(open_region("karabakh")).find(_article(text)))
    signs = " ".join(sign.lower() for one in told for choice in one.choices for sign in choice.signs)
    assert "hangs:poss:a name" in signs
    assert not any(name in signs for name in ("suva", "levuka", "cakobau", "rabuka", "rewa"))
