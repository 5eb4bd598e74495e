"""What somebody makes, lets or helps somebody do, or is forced to: it comes about where the making does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_NOTHING = frozenset({"nothing", "none", "nobody"})
_NO = frozenset({"no", "neither"})


def is_caused(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """``made the army leave``: a bare infinitive leans on what makes, lets or helps."""
    words, word = parse.words, parse.words[at]
    bare = word.tag in ("VB", "VBP") and parse.dep(at, "aux", "auxpass", "mark") is None
    return bare and word.dep in ("ccomp", "xcomp") and words[word.head].lemma in lexicon.lists["causing"]


def is_caused_by_nothing(parse: Parse, verb: int, lexicon: SyntaxLexicon) -> bool:
    """``Nothing made them leave``, ``no sanctions forced them to``: they were not made to."""
    words, subject = parse.words, parse.dep(verb, *SUBJECTS)
    if subject is None or words[verb].lemma not in lexicon.lists["causing"] | lexicon.lists["forcing"]:
        return False
    no = any(words[child].lower in _NO for child in parse.deps(subject, "det", "neg", "preconj"))
    return no or words[subject].lower in _NOTHING
