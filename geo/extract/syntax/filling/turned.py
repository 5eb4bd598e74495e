"""Turns a state that ended, or a leaving that was not, into what it says: ``no longer holds`` is a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.manner import Manner
    from geo.extract.syntax.clauses.parts import Parts
    from geo.extract.syntax.lexicon import Predicate
    from geo.records import Kind


def turned(
    kind: Kind,
    parties: Mapping[str, list[PartyRef]],
    parts: Parts,
    predicate: Predicate | None,
    *,
    negated: bool,
    manner: Manner,
) -> tuple[Kind, bool, Mapping[str, list[PartyRef]]]:
    """What a state that ended or a leaving that was not says: who no longer holds has lost, who has not left holds.

    Where ``no soldiers remain`` they have left; ``neither army holds the town`` says that of nobody.
    """
    actor = parties.get("actor")
    if actor and manner.ended and kind in ("hold", "deployment"):
        return ("loss" if kind == "hold" else "withdrawal"), False, {"lost_by": actor}
    if actor and kind == "hold" and parts.nobody and (predicate is None or predicate.object != "place"):
        return "withdrawal", False, {"lost_by": actor}
    if kind == "handover" and negated and not manner.planned and "gained_by" not in parties and "lost_by" in parties:
        return "hold", False, {"actor": parties["lost_by"]}
    if kind == "withdrawal" and negated and not manner.planned and not manner.unmeant:
        return "hold", False, {"actor": parties["lost_by"]}
    if kind == "loss" and "gained_by" in parties:
        return "capture", negated, parties
    return kind, negated, parties
