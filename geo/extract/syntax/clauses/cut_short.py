"""Clauses that end at their auxiliary, since their verb was told before: ``the army says that they have not``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

_AUXILIARIES = frozenset({"do", "have", "be"})
_ENDS = frozenset({",", ".", ":", "CC", "''"})


def is_cut_short(parse: Parse, verb: int) -> bool:
    """Whether a pronoun and a negated auxiliary are all that there is of a clause."""
    words = parse.words
    word = words[verb]
    if word.lemma not in _AUXILIARIES or word.dep in ("aux", "auxpass"):
        return False
    denied, subject = parse.dep(verb, "neg"), parse.dep(verb, "nsubj")
    if denied is None or subject is None or not words[subject].tag.startswith("PRP") or denied != verb + 1:
        return False
    return denied + 1 >= len(words) or words[denied + 1].tag in _ENDS
