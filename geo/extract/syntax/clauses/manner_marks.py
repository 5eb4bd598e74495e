"""The words beside a verb that say how it is meant, for whoever asks why a claim is planned, possible or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_NEGATIVE = frozenset({"never", "nor", "neither", "no"})
_OVER = frozenset({"longer", "more"})
_HALF_MODAL = frozenset({"would", "'d", "should"})


def marks_of(at: int, parse: Parse, lexicon: SyntaxLexicon) -> frozenset[int]:
    """The positions of the modals, negations and conditional words of a verb, or of the one that it is joined to."""
    words, lists = parse.words, lexicon.lists
    modals = lists["future_auxiliaries"] | lists["possible_auxiliaries"] | _HALF_MODAL
    found: set[int] = set()
    for child in parse.children[at]:
        word = words[child]
        negates = word.dep == "neg" or word.lower in _NEGATIVE
        is_modal = word.dep in ("aux", "auxpass") and word.lower in modals
        is_condition = word.dep in ("mark", "advmod") and word.lower in lists["conditionals"]
        if negates or is_modal or is_condition:
            found.add(child)
        elif word.lower in _OVER and words[max(0, child - 1)].lower == "no":
            found |= {child - 1, child}
    if not found and words[at].dep == "conj" and words[at].head != at:
        return marks_of(words[at].head, parse, lexicon)
    return frozenset(found)


def is_all_but(at: int, parse: Parse) -> bool:
    """``Has all but fallen``: it has not."""
    return [word.lower for word in parse.words[max(0, at - 2) : at]] == ["all", "but"]


def is_over(at: int, parse: Parse) -> bool:
    """``No longer``, wherever it hangs."""
    longer = (child for child in parse.deps(at, "advmod", "npadvmod") if parse.words[child].lower in _OVER)
    return any(parse.words[max(0, child - 1)].lower == "no" for child in longer)
