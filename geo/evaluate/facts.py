"""Takes claims apart into facts, the unit that is scored: who gained, lost, held or sent forces to one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from geo.evaluate import days
from geo.evaluate.naming import place_names, sides
from geo.records import CONTROL_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.dates import Span
    from geo.evaluate.gold import NamedPlace, Statement

Direction: TypeAlias = Literal["gains", "loses", "holds", "deploys"]

OCCUPATION = "occupation"
"""A kind that only gold uses: a past taking that still stood. A gain or a hold answers it."""

FACT_KINDS: frozenset[str] = CONTROL_KINDS | {OCCUPATION, "deployment"}
"""Kinds of claims that are facts about places; of the others only the kind is scored."""

_CHANGES: tuple[tuple[Direction, ...], ...] = (("gains",), ("loses",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim about one place. ``places`` are the keys of all its names; ``statement`` is the claim that it is from."""

    places: frozenset[str]
    directions: tuple[Direction, ...]
    side: str | None
    stance: str | None
    extent: str | None
    days: Span
    place: NamedPlace
    statement: Statement

    @property
    def is_change(self) -> bool:
        """Whether something happened, on a day; a state lasts."""
        return self.directions in _CHANGES

    def answers(self, wanted: Fact) -> bool:
        """Whether this is what gold's fact says: a place in common, a direction in common, and the same side."""
        return (
            bool(self.places & wanted.places)
            and bool({*self.directions} & {*wanted.directions})
            and sides().agree(wanted.side, self.side)
        )


def facts_of(statements: Iterable[Statement], *, conflict: str | None) -> list[Fact]:
    """The facts of all claims about control or forces, one for each place."""
    return [fact for statement in statements for fact in _facts(statement, conflict)]


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """The facts without repeats: said twice, the first that has a date stands for both."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = (min(fact.places), fact.directions, fact.side, fact.stance)
        if key not in kept or (days.close(kept[key].days) is None and days.close(fact.days) is not None):
            kept[key] = fact
    return list(kept.values())


def _facts(statement: Statement, conflict: str | None) -> list[Fact]:
    if statement.kind not in FACT_KINDS:
        return []
    directions, side = _deed(statement, conflict)
    known = place_names()
    facts = []
    for place in statement.places:
        keys = frozenset(key for name in (place.text, place.name) if name and (key := known.key(name)))
        if keys:
            facts.append(
                Fact(
                    places=keys,
                    directions=directions,
                    side=side,
                    stance=statement.stance,
                    extent=place.extent,
                    days=days.read_days(statement.when),
                    place=place,
                    statement=statement,
                )
            )
    return facts


def _deed(statement: Statement, conflict: str | None) -> tuple[tuple[Direction, ...], str | None]:
    """What the claim says was done, and the side that did it; a taking without a taker is its loser's loss."""
    known = sides()
    gainer = known.side_of(statement.gained_by, conflict=conflict)
    loser = known.side_of(statement.lost_by, conflict=conflict)
    actor = known.side_of(statement.actor, conflict=conflict) or gainer
    match statement.kind:
        case "capture" | "handover":
            return (("gains",), gainer) if gainer else (("loses",), loser)
        case "withdrawal" | "loss":
            return ("loses",), loser
        case "hold":
            return ("holds",), actor
        case "deployment":
            return ("deploys",), actor
        case _:
            return ("gains", "holds"), actor
