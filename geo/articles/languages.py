"""Says what language a text is in, where that is plain; None where it is not.

Most letters of a script that one language speaks for settle it; in Latin script the commonest words do. A text too
short or too mixed to tell has no language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from geo.articles.words import words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 600
_LEAST_SHARE = 0.08
_LEAST_LEAD = 1.3
_FEWEST_WORDS = 4


def language_of(text: str) -> str | None:
    """A BCP 47 tag, or None.

    Examples
    --------
    >>> language_of("The town was handed over to the army on Monday, the ministry said.")
    'en'
    >>> language_of("Lachin") is None
    True
    """
    found = [match.group().casefold() for match, _ in zip(_WORD.finditer(text), range(_SAMPLE), strict=False)]
    if len(found) < _FEWEST_WORDS:
        return None
    scripts = Counter(_script(char) for word in found for char in word)
    script, count = scripts.most_common(1)[0]
    if count * 2 <= scripts.total():
        return None
    if script == "LATIN":
        return _by_words(found)
    letters = {char for word in found for char in word}
    for language, telling in words("letters").items():
        if letters & set(telling) and script == _script(telling[0]):
            return str(language)
    speaks = words("scripts").get(script)
    return None if speaks is None else str(speaks)


def _by_words(found: list[str]) -> str | None:
    shares = sorted(
        ((sum(word in stop_words for word in found) / len(found), language) for language, stop_words in _lists()),
        key=lambda entry: (-entry[0], entry[1]),
    )
    (best, language), (second, _) = shares[:2]
    return language if best >= _LEAST_SHARE and best >= second * _LEAST_LEAD else None


def _lists() -> list[tuple[str, frozenset[str]]]:
    return [(language, frozenset(listed)) for language, listed in words("stop_words").items()]


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split(" ", 1)[0]
