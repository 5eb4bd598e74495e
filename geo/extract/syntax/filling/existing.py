"""What ``there`` with a verb of being tells of forces: that they are somewhere, are not, or are there no more.

``There are still Rwandan troops in Goma`` tells of a presence, ``there are no Rwandan troops in Goma`` denies one, and
``there are no more of them`` tells that they have left. None of these says who has the place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.manner import Manner
    from geo.extract.syntax.trees.parse import Parse

_MORE = frozenset({"more", "longer", "anymore"})


def is_existential(parse: Parse, verb: int) -> bool:
    """``There are soldiers in the town``."""
    return parse.words[verb].lemma == "be" and parse.dep(verb, "expl") is not None


def is_not_one(parse: Parse, noun: int) -> bool:
    """``Not one gunman``, ``not a single soldier``, ``there isn't a soldier left``."""
    low, _ = parse.edges(noun)
    before = [word.lower for word in parse.words[low:noun]]
    return (before[:1] == ["not"] and bool({"one", "single", "a"} & set(before))) or _is_none(parse, noun)


def _is_none(parse: Parse, noun: int) -> bool:
    """``There isn't a soldier``, ``there was never a soldier``."""
    word = parse.words[noun]
    denied = word.dep == "attr" and is_existential(parse, word.head)
    return denied and parse.dep(word.head, "neg") is not None


def manner_of_being(parse: Parse, verb: int, manner: Manner, *, nobody: bool) -> Manner:
    """How the presence of somebody is meant, which a verb or a noun can deny and only one of them denies."""
    negated = manner.negated or nobody
    return replace(manner, negated=negated, ended=manner.ended or (negated and _is_over(parse, verb)))


def _is_over(parse: Parse, verb: int) -> bool:
    """``There are no more rebels``, ``there isn't one any more``: they were there before."""
    near = parse.words[slice(*parse.edges(verb))]
    return any(word.lower in _MORE and verb in (word.head, parse.words[word.head].head) for word in near)
