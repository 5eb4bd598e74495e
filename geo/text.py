"""Text as tokens and sentences, with the offsets of the article kept.

A token is a word (hyphenated words are one), a number, or a mark of punctuation; the possessive ``'s`` and the negative
``n't`` stand alone, as English grammar has them. Sentences survive datelines (``MOSCOW, January 11. /TASS/.``),
abbreviations, initials and quotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.N.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+?(?=n['\u2019]t\b)|n['\u2019]t\b"  # has|n't
    r"|[^\W\d_]+(?:[\u02b9\u02bc\u2019'](?!s\b|t\b|ll\b|re\b|ve\b|d\b|m\b)[^\W\d_]+)*(?:[-\u2010\u2011][^\W_]+)*"
    r"|['\u2019](?:s|ll|re|ve|d|m|t)\b"
    r"|\S"
)
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st gen col lt maj capt sgt brig adm prof rep sen gov pres min jan feb mar apr jun jul aug sept sep oct "
    "nov dec no nos vs etc approx dept fig inc ltd co corp jr sr u.s u.n e.g i.e a.m p.m".split()
)
_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*")
_DATELINE = re.compile(r"^[A-Z][A-Z .,/'-]{2,40}(?:,? [A-Z][a-z]+\.? \d{1,2})?\.?$")
_OPENERS = "\"'\u201c\u2018([/"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: ``text[start:end]``."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: ``text[start:end]``; ``paragraph`` counts the blocks of text that line ends set apart."""

    start: int
    end: int
    text: str
    paragraph: int


def tokenize(text: str, *, offset: int = 0) -> list[Token]:
    """The tokens of ``text``, whose first character stands at ``offset`` of the article."""
    return [
        Token(match.start() + offset, match.end() + offset, match.group(), match.group().lower().replace("\u2019", "'"))
        for match in _TOKEN.finditer(text)
    ]


def sentences(text: str) -> list[Sentence]:
    """The sentences of an article, in order; line ends always close one."""
    found: list[Sentence] = []
    paragraph = 0
    for block in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if not block.group().strip():
            continue
        paragraph += 1
        found += [Sentence(start, end, text[start:end], paragraph) for start, end in _split(text, *block.span())]
    return found


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.start() >= begin and _closes(text, begin, match, end):
            spans.append((begin, match.end()))
            begin = match.end()
    spans.append((begin, end))
    return [trimmed for low, high in spans if (trimmed := _trim(text, low, high))]


def _closes(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the mark ends a sentence: what follows looks like a beginning and what precedes is no abbreviation."""
    after = match.end()
    if after >= end:
        return True
    if not text[after].isspace():
        return False
    nxt = text[after:end].lstrip()[:2]
    if not nxt or not (nxt[0].isupper() or nxt[0].isdigit() or nxt[0] in _OPENERS):
        return False
    if match.group()[0] != ".":
        return True
    if _is_dateline(text[begin : match.end()]) or nxt[0] == "/":
        return False
    word = text[max(begin, match.start() - 12) : match.start()].rsplit(maxsplit=1)[-1:]
    last = word[0].lower().lstrip("(\"'\u201c") if word else ""
    initial = len(last) == 1 and last.isalpha() and word[0].isupper()
    return not (last in _ABBREVIATIONS or initial)


def _is_dateline(text: str) -> bool:
    """``MOSCOW, January 11.`` and ``/TASS/.`` belong to the sentence that follows."""
    head = text.strip()
    return bool(_DATELINE.match(head.rstrip("."))) or bool(re.search(r"(?:^|\. )/[^/\n]{2,30}/\.$", head))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
