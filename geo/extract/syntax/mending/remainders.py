"""Mends what somebody has and little more: ``controls little beyond the capital``, ``left with little more than X``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_LITTLE = frozenset({"little", "nothing", "naught"})
_BEYOND = frozenset({"beyond", "outside", "besides", "except", "excepting", "but", "bar", "barring", "save"})
_PAIRS = frozenset({("more", "than"), ("other", "than"), ("apart", "from"), ("aside", "from"), ("except", "for"),
                    ("save", "for"), ("outside", "of")})  # fmt: skip
_ARGUMENTS = ("dobj", "pobj", "attr")


def little_beyond(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Holds little beyond X``: X is what is held; what ``took nothing beyond X`` says of X nobody knows."""
    words = parse.words
    for word in words[:-2]:
        if word.lower not in _LITTLE:
            continue
        top = words[word.head] if word.dep in ("amod", "advmod") and word.head == word.at + 1 else word
        left = words[word.at + 1].lower == "left"
        link = _link_behind(parse, word.at + 1 + left)
        noun = parse.dep(link, "pobj", "conj") if link is not None else None
        if link is None or noun is None or top.dep not in _ARGUMENTS or not _is_held(parse, top.at, lexicon):
            continue
        others = [c for c in parse.deps(link, "pobj") if c != noun]
        if top.dep == "pobj":  # "left it with little beyond X and a few pockets of Y"
            strayed = parse.deps(words[top.head].head, "dobj")
            others += [c for c in strayed if c > noun and parse.dep(link, "cc") is not None]
        between = range(word.at, link + 1)
        return {
            **{at: (top.head, "lead") for at in between if words[at].head not in between or at in (top.at, link)},
            **dict.fromkeys(others, (noun, "conj")),
            noun: (top.head, top.dep),
        }
    return {}


def _link_behind(parse: Parse, at: int) -> int | None:
    """The preposition that stands right behind: ``beyond``, the ``than`` of ``more than``."""
    words = parse.words
    if at + 1 >= len(words):
        return None
    if (words[at].lower, words[at + 1].lower) in _PAIRS:
        return at + 1
    return at if words[at].lower in _BEYOND else None


def _is_held(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """Whether what a noun stands for is held, or is what somebody is left with."""
    words = parse.words
    verb = words[words[at].head]
    if words[at].dep == "pobj":
        return verb.lower == "with" and words[verb.head].lemma == "leave"
    return any(row.kind == "hold" for row in lexicon.verbs.get(verb.lemma, ()))
