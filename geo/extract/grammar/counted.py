"""Reads places that a report counts and does not name: ``several cities``, ``nearly 300 settlements and villages``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.lexicon import Lexicon
    from geo.text import Token

_MOST_TOKENS = 8
_SMALL = frozenset({"of", "the", "and", "its", "their"})


def counted_place(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int | None:
    """The token behind a counted place that begins at ``first``, or None where none does.

    A number comes first, then perhaps qualifiers, then one noun for places or several; a second number begins the next
    counted place (``several cities and nearly 300 settlements``).
    """
    position, last = first, None
    seen_number = False
    while position < min(len(tokens), first + _MOST_TOKENS):
        part, after = _part(tokens, position, lexicon)
        if part == "quantity" and last is None:
            seen_number = True
        elif part == "noun" and seen_number:
            last = after
        elif not _may_stand(part, opening=position == first, numbered=seen_number, named=last is not None):
            break
        position = after
    return last


def _may_stand(part: str | None, *, opening: bool, numbered: bool, named: bool) -> bool:
    """Whether a part that is neither the number nor the noun can stand where it does."""
    if part == "approximation":
        return not named
    return (part == "qualifier" and numbered) or (part == "small" and not opening)


def _part(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The part that the words at a position play in a counted place, and where they end."""
    token = tokens[position]
    if token.text[0].isdigit():
        is_year = len(token.text) == 4 and token.text[:2] in ("19", "20") and token.text.isdigit()  # noqa: PLR2004
        return (None if is_year else "quantity"), position + 1
    phrase = lexicon.counting.longest_at(tokens, position)
    if phrase:
        # "some" approximates a number behind it ("some 300 villages") and counts without one ("some villages").
        has_number = phrase.last < len(tokens) and tokens[phrase.last].text[0].isdigit()
        return phrase.values[0 if has_number else -1], phrase.last
    return ("small" if token.lower in _SMALL else None), position + 1
