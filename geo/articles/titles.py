"""Finds the headline of a plain text: its first line, where that reads as one."""

from __future__ import annotations

from geo.articles.datelines import find_dateline

_LONGEST = 160
_SENTENCE_ENDS = (".", ";", ":", ",")


def title_of(text: str) -> str | None:
    r"""The first line, where more follows it and it is short, begins as a headline does, and is no sentence.

    Examples
    --------
    >>> title_of("Talks lasted nearly 4 hours\nMOSCOW, January 11. /TASS/. The talks ended.")
    'Talks lasted nearly 4 hours'
    >>> title_of("The talks ended.") is None
    True
    """
    first, _, rest = text.strip().partition("\n")
    line = first.strip()
    begins = line[:1].isupper() or line[:1].isdigit() or line[:1] in "\"'“‘«"
    if not rest.strip() or not begins or len(line) > _LONGEST or line.endswith(_SENTENCE_ENDS):
        return None
    return None if find_dateline(line) else line
