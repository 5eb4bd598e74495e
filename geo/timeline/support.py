"""How well a state is supported: who says so, and how many of them are unrelated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.timeline.voices import count_sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.records import Support
    from geo.timeline.statements import Statement


def support_of(told: Sequence[Statement]) -> Support | None:
    """The support of what ``told`` say alike; None where nobody says anything, or only an analyst.

    Two unrelated sources outrank an admission, an admission one source, one source a side's own word.
    """
    if not any(statement.is_reported for statement in told):
        return None
    heard = [statement for statement in told if statement.voice.standing != "one_side"]
    if not heard:
        return "one_side"
    if len(heard) > 1 and count_sources((statement.voice.agency, statement.evidence) for statement in heard) > 1:
        return "independent"
    return "admitted" if any(statement.voice.standing == "admitted" for statement in heard) else "single"
