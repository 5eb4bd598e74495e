"""How sure a reading is: the share of claims like it that were right on texts with gold.

A logistic model over the signs of each claim: its rule and word, how its parties and places are known, what it leaves
open, how it was dated. Its weights stand in ``confidence.json``, made by ``python -m geo.evaluate.calibration`` from
the texts with gold in the repository; of claims that score .9, nine in ten are right on texts that were put aside, and
the command prints the curve.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.extract.drafts import Draft
    from geo.extract.told import Told

_LEAST, _MOST = 0.05, 0.98
_LONGEST, _PER_STEP = 8, 40
_MOST_EFFORT = 3
_OF_EVENTS = 0.8
"""For events around control (a truce, a clash), which gold counts by kind alone: nothing can be fitted to it."""
_SLOTS = ("gained_by", "lost_by", "actor")
_OF_DRAFT = ("again", "lasting", "present", "planned", "possible", "negated")
_OF_PLACE = ("anaphor", "counted", "guessed", "unnamed")


def signs(told: Told) -> frozenset[str]:
    """What is known of a reading when it is made; each sign has a weight."""
    draft = told.draft
    rule, _, rest = draft.rule.partition(":")
    parties = [party for party in (draft.gained_by, draft.lost_by, draft.actor) if party]
    found = {
        f"rule:{rule}",
        f"frame:{rest.partition(':')[0]}",
        f"kind:{draft.kind}",
        f"stance:{told.reading.stance}",
        f"dated:{told.dating.basis or 'not'}",
        f"effort:{min(_MOST_EFFORT, draft.effort)}",
        f"parties:{'none' if not parties else 'guessed' if any(party.guessed for party in parties) else 'known'}",
        f"places:{min(_MOST_EFFORT, len(draft.places))}",
    }
    found |= {"place:unknown" for place in draft.places if place.place is None and not place.counted}
    found |= {"place:guessed" for place in draft.places if place.guessed}
    found |= {"place:unnamed" for place in draft.places if place.unnamed}
    if told.reading.claimant:
        found.add("claimant")
    return frozenset(found.union(_of_word(draft, told), _of_parties(draft), _of_places(draft)))


def _of_word(draft: Draft, told: Told) -> Iterator[str]:
    """The word that tells of it, by its row and voice, and how it is meant."""
    _, _, rest = draft.rule.partition(":")
    frame, *word = rest.split(":")
    yield f"means:{draft.kind}:{told.reading.stance}"
    yield from (f"says:{lemma}" for lemma in word[:1])
    yield from (f"says:{lemma}:{draft.kind}" for lemma in word[:1])
    yield from (f"voice:{frame}:{voice}:{draft.kind}" for voice in word[1:2])
    yield from (f"meant:{name}" for name in _OF_DRAFT if getattr(draft, name))
    said = {"quoted": told.reading.quoted, "concedes": told.concedes, "denies": told.denies}
    yield from (f"meant:{name}" for name, holds in said.items() if holds)
    yield f"long:{min(_LONGEST, len(told.sentence.text) // _PER_STEP)}"


def _of_parties(draft: Draft) -> Iterator[str]:
    """How each party is known, and which is left out."""
    for slot in _SLOTS:
        party = getattr(draft, slot)
        if party is None:
            yield f"{slot}:nobody:{draft.kind}"
            continue
        known = "known" if party.party else "guessed" if party.guessed else "bare" if party.bare else "named"
        yield f"{slot}:{known}"
        yield f"{slot}:{known}:{draft.kind}"
        yield f"{slot}:head:{party.head}"
        yield f"{slot}:filled:{party.filled or 'not'}"
        if party.said:
            yield f"{slot}:said"
        if party.text[:1].islower():
            yield f"{slot}:small"


def _of_places(draft: Draft) -> Iterator[str]:
    """How each place is known, and how much of it is meant."""
    for ref in draft.places:
        for name in _OF_PLACE:
            yield from (sign for sign in (f"where:{name}", f"where:{name}:{draft.kind}") if getattr(ref, name))
        yield f"where:kind:{ref.kind or 'none'}"
        yield f"where:extent:{ref.extent}"
        found = {"known": ref.place, "said": ref.said, "within": ref.within, "called": ref.name}
        yield from (f"where:{name}" for name, holds in found.items() if holds)
        if ref.text[:1].islower():
            yield "where:small"


def confidence(told: Told) -> float:
    """The probability that a claim is right, to two digits."""
    if told.draft.rule.startswith("event:"):
        return _OF_EVENTS
    total = weights().get("", 0.0) + sum(weighed(told).values())
    return round(min(_MOST, _of_guess(told), max(_LEAST, 1 / (1 + math.exp(-total)))), 2)


def _of_guess(told: Told) -> float:
    """How sure a learned party is, if there is one: a claim is no surer than that."""
    parties = (told.draft.gained_by, told.draft.lost_by, told.draft.actor)
    return min((party.guess.chance for party in parties if party and party.guess), default=1.0)


def weighed(told: Told) -> dict[str, float]:
    """The signs of a reading by name, with their weights: above 0 one raises the confidence, below 0 it lowers it."""
    return {sign: weights().get(sign, 0.0) for sign in sorted(signs(told))}


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign; every claim has the one without a name."""
    text = files("geo.extract").joinpath("confidence.json").read_text("utf-8")
    read = loads(text)
    return {str(sign): float(weight) for sign, weight in read.items()} if isinstance(read, dict) else {}
