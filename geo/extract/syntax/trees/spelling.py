"""A sentence's words as the parser knows them best, each with the text that it stands for.

The model was trained on edited newspapers. It is given a name with hyphens as one word, a comma behind a date that
opens a sentence (``On 6 July 2012 M23 took``), and a headline in capitals in small letters; what stands before the
sentence proper (a bullet, a number, a time, a dateline) it is not given at all. A line with a label before a colon is
given as a sentence (:mod:`geo.extract.syntax.trees.line_labels`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from geo.date_expressions import days_in_names, find_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from geo.extract.syntax.trees.line_labels import LineLabels

_HYPHENATED = re.compile(
    r"(?<![\w-])(?:[A-Z](?:\w|['\u2019](?!s\b))*|[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh)"
    r"(?:[-\u2010\u2011\u2013](?:[a-z]{1,3}(?=[-\u2010\u2011\u2013][A-Z])|[A-Z](?:\w|['\u2019](?!s\b))*))+(?![\w-])"
)
_AGAIN = re.compile(r"(?<![\w-])(?:[Rr]e-[a-z]{3,}|[Pp]ick-ups?)(?![\w-])")
_COUNTER = re.compile(r"(?<![\w-])[Cc]ounter-?((?:offensive|attack|strike|assault|thrust)s?)(?![\w-])")
"""What answers an attack, which the parser knows as an attack."""

_GO_ON = frozenset({"and", "or", "to", "until", "when", "that", "of", "in", "at", "for", "as", "by"})
"""Words behind an opening date that belong to it still."""

_POINT = r"(?<=[a-z])\.(?=\s\d)|(?<=\b[A-Z])\.(?=[A-Z,\s])|(?<=\d)\.(?=\s?[\u2013\u2014-])"
"""A full stop inside a dateline: ``Aug. 24``, ``D.C.``, ``Oct. 11.\u2014``."""
_IN_CAPITALS = (
    r"[A-Z][A-Z'\u2019]+(?:[ /-][A-Z][A-Z'\u2019]+){0,3}"  # "MOSCOW", "PORT SUDAN"
    rf"(?:,\s(?:[^\u2013\u2014:.;-]|{_POINT}){{2,40}})?"
)
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?\.?"
_ON_A_DAY = rf"[A-Z][\w'\u2019-]+(?:\s[A-Z][\w'\u2019-]+){{0,2}},\s(?:[A-Z][\w'\u2019-]+,\s)?{_DAY}"
"""A dateline in ordinary letters, which has a day: a sentence may begin with a name too."""

_LEAD = re.compile(
    r"\s*(?:[*\u2022\u2013\u2014-]\s+)?"  # a bullet
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)?"  # the number of a paragraph
    r"(?:(?:Q|A|Question|Answer|QUESTION|ANSWER):\s+)?"  # a question or an answer
    r"(?:\d{1,2}[:.]\d{2}(?:\s(?:GMT|UTC))?(?:\s?[\u2013\u2014:-])?\s+)?"  # a time
    rf"(?:(?:{_IN_CAPITALS}|{_ON_A_DAY})(?:\s\([^()]{{2,40}}\))?\s*(?:[\u2013\u2014:-]\s+|--\s*|\u2014))?"
)
_SHORTEST_HEADLINE = 4
_SHOUTED = 0.8
_LONGEST_DATE = 60


class Written(NamedTuple):
    """A word as the parser is given it, and the text that it stands for; one without text was put in."""

    text: str
    start: int
    end: int


def spelled(
    tokens: Sequence[Written], text: str, *, is_common: Callable[[str], bool], labels: LineLabels
) -> list[Written]:
    """The words of a sentence for the parser; ``is_common`` tells words of English from names, in lower case."""
    known = _lowered(_closed(_with_whole_names(tokens, text), text, is_common), is_common)
    return labels.joined(_with_comma(known, text), text, lead(text))


def lead(text: str) -> int:
    """Characters before the sentence proper: a bullet, a number, a time, a dateline, a date with a colon."""
    match = _LEAD.match(text)
    end = match.end() if match else 0
    opening = next(iter(find_dates(text[end : end + _LONGEST_DATE])), None)
    if opening and opening.start == 0:
        behind = text[end + opening.end :]
        return end + opening.end + len(behind) - len(behind[1:].lstrip()) if behind.startswith(":") else end
    return end


def _with_whole_names(tokens: Sequence[Written], text: str) -> list[Written]:
    """The tokens, those that make up one name as one: ``Mazar-i-Sharif``, ``al-Fatira``, ``the 7th of July camp``."""
    whole: list[Written] = []
    spans = iter(sorted([match.span() for match in _HYPHENATED.finditer(text)] + days_in_names(text)))
    name = next(spans, None)
    for token in tokens:
        while name and name[1] <= token.start:
            name = next(spans, None)
        if name is None or token.start < name[0] or token.end > name[1]:
            whole.append(token)
        elif token.start == name[0]:
            whole.append(Written(text[name[0] : name[1]], *name))
    return whole


def _closed(tokens: Sequence[Written], text: str, is_common: Callable[[str], bool]) -> list[Written]:
    """The tokens, verbs of doing again without their hyphen (``re-entered``), counter-attacks as attacks."""
    found: list[Written] = []
    again = {
        match.start(): (match.end(), match.group().replace("-", ""))
        for match in _AGAIN.finditer(text)
        if is_common(match.group().replace("-", "").lower())
    }
    again |= {match.start(): (match.end(), match[1]) for match in _COUNTER.finditer(text)}
    end = 0
    for token in tokens:
        if token.start in again:
            end, written = again[token.start]
            found.append(Written(written, token.start, end))
        elif token.start >= end:
            found.append(token)
    return found


def _with_comma(tokens: Sequence[Written], text: str) -> list[Written]:
    """The tokens, with a comma of ours behind a date that opens the sentence without one; it covers no text."""
    opening = next(iter(find_dates(text)), None)
    if opening is None:
        return list(tokens)
    begins = lead(text)
    before = [token for token in tokens if begins <= token.start < opening.start]
    behind = next((at for at, token in enumerate(tokens) if token.start >= opening.end), None)
    if len(before) > 1 or behind is None or not tokens[behind].text[0].isalnum() or tokens[behind].text in _GO_ON:
        return list(tokens)
    end = tokens[behind - 1].end
    return [*tokens[:behind], Written(",", end, end), *tokens[behind:]]


def _lowered(tokens: Sequence[Written], is_common: Callable[[str], bool]) -> list[Written]:
    """A headline in capitals as it would be written inside a text; other sentences as they are."""
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 1]
    if len(words) < _SHORTEST_HEADLINE or sum(word.isupper() for word in words) < _SHOUTED * len(words):
        return list(tokens)
    return [token._replace(text=_quiet(token.text, is_common)) for token in tokens]


def _quiet(word: str, is_common: Callable[[str], bool]) -> str:
    return word.lower() if is_common(word.lower()) else word.capitalize()
