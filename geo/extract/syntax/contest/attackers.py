"""Whose attack a taking without a taker is of, among those that an article has told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.story.attacks import Attack
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.told import Told

_NEAR = 500
"""Characters before a taking within which a verb of attack still tells of it."""


def attacker(attacks: Sequence[Attack], one: Told, sides: Sides) -> Attack | None:
    """The attack of which a taking is told: the last before it, unless several sides attacked elsewhere."""
    told = [other for other in attacks if other.paragraph == one.sentence.paragraph and _may_tell(other, one)]
    before = [other for other in told if other.start < one.sentence.end]
    if not told:
        return None
    last = (before or told)[-1]
    there = [other for other in before if _is_there(other, one)]
    if there:
        return there[-1]
    several = {sides.of(other.party) for other in before if other.by_verb}
    return None if last.by_verb and len(several) > 1 else last


def _may_tell(attack: Attack, one: Told) -> bool:
    """An ``offensive`` may be told of anywhere in a paragraph; a verb tells what comes soon behind it."""
    return not attack.by_verb or attack.start < one.sentence.end <= attack.start + _NEAR


def _is_there(attack: Attack, one: Told) -> bool:
    """Whether the place that was attacked is the one that was taken."""
    attacked = {ref.place or ref.text for ref in attack.places}
    return bool(attacked & {ref.place or ref.text for ref in one.draft.places})
