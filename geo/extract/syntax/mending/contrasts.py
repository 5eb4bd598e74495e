"""Mends what ``not`` sets aside: ``to the police, not to the militia``, ``not by the rebels but by the army``.

The parser joins both to the verb alike. What is set aside is hung where nothing looks for a party or a place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_LINKS = ("prep", "agent", "dative", "conj")
_BEFORE = frozenset({",", ";", "and", "but", "though", "although", "-", "\u2013", "\u2014", "("})


def set_aside(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Hang a preposition behind ``not`` as a lead, and what ``but`` puts in its stead on what it was said of."""
    found: Links = {}
    words, even = parse.words, lexicon.lists["not_even"]
    for link in words[2:]:
        denied = words[link.at - 1].lower in lexicon.lists["setting_aside"]
        if not denied or link.dep not in _LINKS or link.tag not in ("IN", "TO") or link.lower in even:
            continue
        if parse.dep(link.at, "pobj") is None:
            continue
        over = _over(parse, link)
        instead = [one for one in parse.deps(link.at, "conj") if _is_instead(parse, one)]
        if instead:
            found |= {link.at: (over.head, "lead"), link.at - 1: (link.at, "neg")}
            found |= dict.fromkeys(instead, (over.head, over.dep if over.dep != "conj" else "prep"))
        elif words[link.at - 2].lower in _BEFORE and _has_first(parse, link, over):
            found |= {link.at: (over.head, "lead"), link.at - 1: (link.at, "neg")}
    return found


def _over(parse: Parse, link: Word) -> Word:
    """The preposition that one is joined to, whose governor is its own."""
    above = parse.words[link.head]
    return above if link.dep == "conj" and above.tag in ("IN", "TO") else link


def _is_instead(parse: Parse, at: int) -> bool:
    """Whether a preposition stands behind ``but``, with nothing between: ``but by the army``."""
    word = parse.words[at]
    return (
        word.tag in ("IN", "TO")
        and parse.words[at - 1].lower in ("but", "rather")
        and parse.dep(at, "pobj") is not None
    )


def _has_first(parse: Parse, link: Word, over: Word) -> bool:
    """Whether the same preposition has brought something before: ``to the police, not to the militia``."""
    if over is not link:
        return True
    return any(
        parse.words[one].lower == link.lower
        for one in parse.deps(over.head, "prep", "agent", "dative")
        if one < link.at
    )
