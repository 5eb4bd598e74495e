"""Conditions and questions that word order or a noun tells, and those that hold whatever comes (``even if``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_CASES = ("case", "event")
_ENDS = frozenset({".", "!", ";"})
_NEGATIVE_OPENERS = ("nor", "neither", "never", "no", "only", "not", "so", "rarely", "seldom")
_WH = ("why", "when", "where", "how", "what", "who", "which", "whom", "whose")


def is_inverted(parse: Parse, at: int) -> bool:
    """``Should it fall``, ``Were they to leave``, ``Had he come``: the auxiliary before the subject."""
    words = parse.words
    subject = parse.dep(at, *SUBJECTS)
    first = parse.dep(at, "aux", "auxpass")
    if words[at].lower == "were" and words[at].dep == "advcl" and parse.dep(at, "xcomp") is not None:
        return subject is not None and at < subject
    if subject is None or first is None or not first < subject < at:
        return False
    if words[first].lower not in ("should", "were", "had"):
        return False
    behind = any(words[c].lower in (*_NEGATIVE_OPENERS, *_WH) for c in parse.children[at] if c < first)
    return not behind and not ends_in_question(parse, at)


def is_in_case(parse: Parse, at: int) -> bool:
    """``in case the town falls``, ``in the event that``."""
    words = parse.words
    if words[at].dep in ("acl", "ccomp", "relcl") and words[words[at].head].lower in _CASES:
        return True
    behind = [noun for link in parse.deps(at, "prep") for noun in parse.deps(link, "pobj") if link < at]
    return any(words[noun].lower in _CASES and parse.dep(noun, "prep", "amod") is None for noun in behind)


def is_granted(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """``even if Russia objects``: what stands over it is to come all the same."""
    marks = [c for c in parse.deps(at, "mark", "advmod") if parse.words[c].lower in lexicon.lists["conditionals"]]
    return any(c > 0 and parse.words[c - 1].lower in lexicon.lists["granting"] for c in marks)


def ends_in_question(parse: Parse, at: int) -> bool:
    """Whether the sentence that a word stands in is a question."""
    end = next((w.text for w in parse.words[at:] if w.text in _ENDS or w.text.startswith("?")), "")
    return end.startswith("?")
