"""Leavings that whoever left explains: ``officers called the pullback from Sake tactical``, so it was their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse


def excusing_verb(parse: Parse, at: int, lexicon: SyntaxLexicon) -> int | None:
    """The verb by which somebody makes little of a leaving, or None: enemies call it neither planned nor tactical."""
    word = parse.words[at]
    if word.dep == "dobj":
        calls = parse.words[word.head].lemma in lexicon.lists["calling_so"]
        return word.head if calls and _excuses(parse, word.head, at, lexicon) else None
    if word.dep not in ("nsubj", "nsubjpass"):
        return None
    above = parse.words[word.head]
    told = above.dep in ("ccomp", "oprd", "xcomp")
    says = parse.words[above.head].lemma in lexicon.say | lexicon.lists["calling_so"]
    return above.head if told and says and _excuses(parse, above.at, at, lexicon) else None


def _excuses(parse: Parse, verb: int, at: int, lexicon: SyntaxLexicon) -> bool:
    """Whether what stands behind a leaving says that it was meant: ``a strategic move``, ``as planned``."""
    _, last = parse.edges(verb)
    return any(word.lower in lexicon.lists["excuses"] for word in parse.words[at + 1 : last])
