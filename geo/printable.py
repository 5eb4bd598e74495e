"""Text of others on a terminal: shown, never obeyed.

A quote, a title or a file name may hold what a terminal acts on: escape sequences that colour, move, rename the window
or fill the clipboard, and marks that turn the direction of writing. All of it is shown as its escape instead.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_PLAIN: Final = re.compile(r"[\x20-\x7e]*")
_JOINERS: Final = "\u200c\u200d"
"""Marks inside words of Persian, Hindi and others; a terminal joins letters at them and does nothing else."""


def printable(text: str, *, lines: bool = False) -> str:
    r"""The text with nothing in it that a terminal obeys; line ends stay only where ``lines`` are asked for.

    Examples
    --------
    >>> printable("Lachin\x1b]0;x\x07\nKəlbəcər")
    'Lachin\\x1b]0;x\\x07\\nKəlbəcər'
    """
    if _PLAIN.fullmatch(text):
        return text
    return "".join(
        char if _is_harmless(char) or (lines and char == "\n") else char.encode("unicode_escape").decode()
        for char in text
    )


def _is_harmless(char: str) -> bool:
    """Whether the character is drawn and does no more; blanks of every width are."""
    return char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs"
