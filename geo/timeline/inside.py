"""A rival inside a cell: at a point in it, or with a part of it, and until the holder has that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.timeline.dating import Dating
from geo.timeline.turns import Turn, confirm, days_after, found, outweigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.timeline.statements import Statement


def take_inside(turns: list[Turn], statement: Statement) -> None:
    """A side at a point inside the other's cell, or with a part of it: both are inside, and no line is told of.

    A side's own word that it still has a point does not outweigh an outlet's report that it lost all of it.
    """
    current = turns[-1]
    side = statement.after
    if _was_before(turns, statement):
        turns[-2] = confirm(turns[-2], (statement,))
        return
    if statement.lasting and not statement.strong and current.event is not None and current.event.strong:
        turns[-1] = confirm(current, (statement,)) if side == current.controller else outweigh(current, (statement,))
        return
    if current.status == "divided" and side in current.others:
        if _is_alone_again(turns, statement):
            turns.append(found(statement, days_after(current, statement.span)))
        else:
            turns[-1] = confirm(current, (statement,))
        return
    if side is None or current.controller in (None, side) or current.status != "held":
        turns[-1] = outweigh(current, (statement,))
        return
    span = days_after(current, statement.span)
    turns.append(
        Turn(
            way="divided",
            controller=None,
            others=tuple(sorted((str(current.controller), side))),
            status="divided",
            basis="stated",
            dating=Dating(span=span),
            told=(statement,),
            sure=span.first,
        )
    )


def _was_before(turns: Sequence[Turn], statement: Statement) -> bool:
    """Whether a side had a point up to the day on which it lost the whole: of one day, the state came first."""
    current, earlier = turns[-1], turns[-2] if len(turns) > 1 else None
    if earlier is None or statement.vouched is None or current.last is None or current.way != "change":
        return False
    was_there = statement.after in (earlier.controller, *earlier.others)
    return (
        statement.lasting and was_there and current.controller != statement.after and statement.vouched <= current.last
    )


def _is_alone_again(turns: Sequence[Turn], statement: Statement) -> bool:
    """Whether the holder has back the one point at which the rival was.

    That it took the point back, a side may tell; that it never lost it contradicts the rival, and settles nothing.
    """
    current, earlier = turns[-1], turns[-2] if len(turns) > 1 else None
    rivals = {s.spot for s in (*current.told, *current.held) if s.after != statement.after}
    return (
        statement.spot is not None
        and rivals == {statement.spot}
        and earlier is not None
        and earlier.controller == statement.after
        and (statement.strong or not statement.lasting)
        and statement.strong >= any(s.strong for s in current.told)
    )
