"""Scores as text and as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codec import to_dict
from geo.evaluate.scoring import FAULTS, Fault, Mistake, Score
from geo.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.evaluate.facts import Fact
    from geo.evaluate.figures import Figures

_LABEL_WIDTH = 28
_QUOTED = 140
"""Characters of the evidence that a line shows."""

_MEANINGS: dict[Fault, str] = {
    "MISSED": "in gold, not found",
    "SPURIOUS": "found, not in gold",
    "STANCE": "found in another stance than gold's",
    "DATE": "found with another date than gold's",
}


def as_table(figures: Figures) -> str:
    """One figure a line, its name before it; a dash where there was nothing to be right in."""
    rows = to_dict(figures).items()
    return "\n".join(f"{name:{_LABEL_WIDTH}} {'-' if value is None else value}" for name, value in rows)


def as_list(mistakes: Sequence[Mistake]) -> str:
    """The mistakes, grouped by their kind, each with its article and the sentence that it is about."""
    groups = [(fault, [item for item in mistakes if item.fault == fault]) for fault in FAULTS]
    return "\n\n".join(
        "\n".join([f"{fault} ({len(items)}): {_MEANINGS[fault]}", *(f"  {_line(item)}" for item in items)])
        for fault, items in groups
        if items
    )


def as_object(score: Score, *, mistakes: bool) -> dict[str, object]:
    """The figures as plain values, for JSON; with ``mistakes`` these too, under ``errors``."""
    figures = to_dict(score.figures)
    return {**figures, "errors": [_mistake(item) for item in score.mistakes]} if mistakes else figures


def _line(item: Mistake) -> str:
    fact = item.fact
    side = fact.side or "nobody named"
    said = f"{item.article}: {_place(fact)}, {side} {_deed(fact)} ({fact.statement.kind}, {fact.stance})"
    if item.found and item.fault == "STANCE":
        said += f", found {item.found.stance}"
    if item.found and item.fault == "DATE":
        said += f", dated {fact.statement.when}, found {item.found.statement.when or 'no date'}"
    evidence = " ".join((fact.statement.evidence or "").split())
    short = evidence if len(evidence) <= _QUOTED else f"{evidence[: _QUOTED - 1]}…"
    return printable(f"{said} “{short}”" if short else said)


def _mistake(item: Mistake) -> dict[str, object]:
    fact, found = item.fact, item.found
    return {
        "article": item.article,
        "error": item.fault,
        "place": _place(fact),
        "direction": _deed(fact),
        "side": fact.side,
        "kind": fact.statement.kind,
        "stance": fact.stance,
        "when": fact.statement.when,
        "found_stance": found.stance if found else None,
        "found_when": found.statement.when if found else None,
        "evidence": fact.statement.evidence,
    }


def _place(fact: Fact) -> str:
    return fact.place.text or fact.place.name or ""


def _deed(fact: Fact) -> str:
    return " or ".join(fact.directions)
