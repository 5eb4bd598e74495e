"""The party that a sentence leaves out and no rule finds, by what texts with gold have taught.

A logistic model over the signs of everybody who might be meant (:mod:`geo.extract.syntax.contest.choices`). Its weights
stand in ``learned.json``, made by ``python -m geo.evaluate.learning`` from the texts with gold in the repository; that
command prints what it gives on texts that it has not seen. The likeliest is taken where it is likely enough.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.extract.parties import Guess
from geo.extract.syntax.contest.choices import SLOTS
from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from geo.extract.told import Choice, Told

LIKELY = 0.5
"""The chance from which a party is taken: a wrong one on a map of a war is worse than none."""
_TOLD = 3
"""Signs that are kept for whoever asks why."""


def completed(told: Iterable[Told]) -> list[Told]:
    """What was told, with the parties that only learning finds."""
    return [filled_in(one, weights()) for one in told]


def is_open(one: Told) -> bool:
    """Whether nobody is known to have taken or to have lost what changed hands."""
    return one.draft.kind in SLOTS and one.draft.gained_by is None and one.draft.lost_by is None


def filled_in(one: Told, known: Mapping[str, float]) -> Told:
    """One reading with the likeliest party in the place that is left open; unchanged where none is likely."""
    if not is_open(one) or not one.choices:
        return one
    best = max(one.choices, key=lambda choice: chance(choice, known))
    sure, slot = chance(best, known), SLOTS[one.draft.kind]
    if sure < LIKELY:
        return one
    weighed = sorted(((sign, known.get(sign, 0.0)) for sign in best.signs), key=lambda row: (-abs(row[1]), row[0]))
    guess = Guess(chance=round(sure, 2), signs=tuple((sign, weight) for sign, weight in weighed[:_TOLD] if weight))
    party = replace(best.party, filled="learned", guess=guess, said=None)
    draft = one.draft.with_party(slot, party)
    return replace(one, draft=replace(draft, effort=draft.effort + 1))


def chance(choice: Choice, known: Mapping[str, float]) -> float:
    """The chance that somebody is meant."""
    total = known.get("", 0.0) + sum(known.get(sign, 0.0) for sign in sorted(choice.signs))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights() -> Mapping[str, float]:
    """The weight of each sign; nothing is ever likely where there are none."""
    read = loads(files("geo.extract.syntax.contest").joinpath("learned.json").read_text("utf-8"))
    return {str(sign): float(weight) for sign, weight in read.items()} if isinstance(read, dict) else {}
