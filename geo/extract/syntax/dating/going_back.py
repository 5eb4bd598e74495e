"""Clauses that go back behind the date that was told last: ``Before that the Serbs held it``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_OPENS = r"\W*(?:{phrases})(?:,|\s(?=(?:the|an?|its?|they|he|she|we|their|his|some|most|all|no|only)\b|[A-Z\d]))"
"""Neither ``Before that town fell`` nor ``Until this week``: what follows begins a clause."""

_CLOSES = r"(?i:{phrases})\s*[.;]"
_BEHIND_LENGTH = r"(?:\s[a-z]+){{0,3}}\s(?:{phrases})\b"


def goes_back(text: str, phrases: Collection[str]) -> bool:
    """Whether a sentence opens or closes with one of the phrases."""
    opens = _pattern(_OPENS, frozenset(phrases), capital=True).match(text)
    return bool(opens or _pattern(_CLOSES, frozenset(phrases)).search(text))


def follows_length(text: str, at: int, phrases: Collection[str]) -> bool:
    """Whether one of them stands behind a length of time: ``in the six weeks of fighting before that``."""
    return _pattern(_BEHIND_LENGTH, frozenset(phrases)).match(text, at) is not None


@cache
def _pattern(form: str, phrases: frozenset[str], *, capital: bool = False) -> re.Pattern[str]:
    said = sorted((phrase.capitalize() if capital else phrase for phrase in phrases), key=len, reverse=True)
    return re.compile(form.format(phrases="|".join(map(re.escape, said))))
