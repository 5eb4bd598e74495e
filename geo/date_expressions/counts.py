"""Numbers as words, as far as news counts days, years and villages with them."""

from __future__ import annotations

from typing import Final

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_LATER = ("eleventh", "twelfth", *(f"{word}th" for word in _TEENS), "twentieth")
_THIRTIES = ("thirtieth", "thirty-first")
_ONE_TO_NINE = _UNITS[:9]
_ARTICLES = {"a": 1, "an": 1}

COUNTS: Final[dict[str, int]] = (
    _ARTICLES
    | {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_ONE_TO_NINE, 1)}
)
ORDINALS: Final[dict[str, int]] = (
    {word: number for number, word in enumerate((*_FIRST, *_LATER), 1)}
    | {f"twenty-{word}": 20 + number for number, word in enumerate(_FIRST[:9], 1)}
    | {word: number for number, word in enumerate(_THIRTIES, 30)}
)
DECADES: Final = {
    word: number for number, word in enumerate(("twenties", "thirties", "forties", "fifties", "sixties"), 2)
} | {word: number for number, word in enumerate(("seventies", "eighties", "nineties"), 7)}
"""The tens of a decade: 9 for ``the nineties``."""


def number_of(word: str) -> int | None:
    """The number that a word in lower case says, or None: ``12``, ``1,200``, ``twenty-four``, but not ``a``."""
    if word in _ARTICLES:
        return None
    digits = word.replace(",", "")
    return int(digits) if digits.isdecimal() else COUNTS.get(word, 0 if word == "zero" else None)
