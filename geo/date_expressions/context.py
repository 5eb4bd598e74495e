"""What the words around a date make of it: ``by``, ``overnight to``, ``the night of``, ``of that year``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from geo.date_expressions.grammar import BLANK, words
from geo.date_expressions.grammar_told import OF_YEAR
from geo.date_expressions.matches import words_before

if TYPE_CHECKING:
    from geo.date_expressions.records import DateExpression, Relation

_RELATIONS: Final[dict[str, Relation]] = {
    word: relation for relation in ("by", "before", "until", "since", "after") for word in words("relation", relation)
}
_OVERNIGHT = (["overnight", "to"], ["overnight", "into"])
_NO_LATER = (["no", "later", "than"], ["not", "later", "than"])
_NOUN = re.compile(rf"{BLANK}([a-z][\w-]+)")
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_DETERMINERS = words("determiners")
_NO_NOUN = words("no_noun")


def in_context(expression: DateExpression, text: str) -> DateExpression:
    """An expression with what the words around it say of it."""
    before = words_before(text, expression.start)
    expression = _of_year(expression, text)
    named_day = expression.last.day is not None or expression.shape == "weekday"
    relation = _relation(expression, before)
    overnight = named_day and before[-2:] in _OVERNIGHT
    night = expression.night or (named_day and _is_night(before, expression))
    kind = "attributive" if _is_attributive(expression, text, before) else expression.kind
    if (relation, overnight, night, kind) == (None, False, expression.night, expression.kind):
        return expression
    return replace(expression, relation=relation, overnight=overnight, night=night, kind=kind)


def _relation(expression: DateExpression, before: list[str]) -> Relation | None:
    """What the word before a date makes of its days; nothing of a range, which has both its ends."""
    is_range = expression.first != expression.last and expression.shape != "decade"
    if not before or is_range or expression.shape in ("duration", "counted"):
        return None
    if before[-3:] in _NO_LATER:
        return "by"
    return _RELATIONS.get(before[-2] if before[-1] == "the" and len(before) > 1 else before[-1])


def _is_night(before: list[str], expression: DateExpression) -> bool:
    return before[-2:] == ["night", "of"] and expression.first == expression.last


def _of_year(expression: DateExpression, text: str) -> DateExpression:
    """``December of that year``: a month, day or season whose year is told from another."""
    yearless = expression.shape == "calendar" and expression.last.year is None
    if not (yearless or (expression.shape == "story" and expression.words[:2] == ("", "the"))):
        return expression
    match = OF_YEAR.match(text, expression.end)
    if match is None:
        return expression
    way = (match["way"] or match["after"]).lower().split()
    return replace(
        expression,
        end=match.end(),
        text=text[expression.start : match.end()],
        shape="of_year",
        words=(way_of(" ".join(way)),),
    )


def way_of(written: str) -> str:
    """The word that says from where and which way: ``that``, ``following``, ``previous``, or ``last this next``."""
    last = written.lower().split()[-1] if written.strip() else ""
    if "the" in written.lower().split() and last == "next":
        return "following"
    return {"same": "that", "after": "following", "before": "previous", "preceding": "previous"}.get(last, last)


def _is_attributive(expression: DateExpression, text: str, before: list[str]) -> bool:
    """Whether a date stands before a noun that it belongs to: ``the 2020 trilateral statement``."""
    if expression.shape != "calendar" or expression.part is not None:
        return False
    opens = not text[: expression.start].strip() if expression.start < len("\n \n") else False
    if not opens and not (before and (before[-1] in _DETERMINERS or before[-1].endswith(_POSSESSIVE))):
        return False
    noun = _NOUN.match(text, expression.end)
    return noun is not None and noun[1] not in _NO_NOUN and not (opens and expression.last.day)
