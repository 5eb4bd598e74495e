"""What a relative clause is said of where the main clause only names it: ``all that the army kept was the palace``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

_OPEN = frozenset({"all", "everything", "anything", "what"})
_SINGLING = frozenset({"only", "last", "sole", "single", "first", "next"})


def identified(parse: Parse, verb: int, antecedent: int | None) -> int | None:
    """The head of what a relative clause's antecedent is said to be, else the antecedent.

    ``What they hold is X``, ``all that they hold is X``, ``the only town that they hold is X``.
    """
    words = parse.words
    if words[verb].dep == "csubj":
        named = _complement(parse, words[verb].head) if parse.dep(verb, "dobj", "nsubj") is not None else None
        return antecedent if named is None else named
    if antecedent is None or words[antecedent].dep != "nsubj":
        return antecedent
    singled = {words[child].lower for child in parse.deps(antecedent, "amod", "det", "predet")} & _SINGLING
    if words[antecedent].lower not in _OPEN and not singled:
        return antecedent
    named = _complement(parse, words[antecedent].head)
    return antecedent if named is None else named


def _complement(parse: Parse, verb: int) -> int | None:
    """The noun behind a verb of being."""
    found = parse.dep(verb, "attr", "acomp") if parse.words[verb].lemma == "be" else None
    return found if found is not None and found > verb and parse.words[found].tag.startswith("NN") else None
