"""The tense of a clause, as far as dates ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import REMNANT, clause_of, is_clause
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Parse

_HAD = frozenset({"had", "'d"})
_HAVE = frozenset({"has", "have", "'ve"})
_NOW = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_COULD = frozenset({"would", "could", "might", "should", "may", "must", "'d"})
_TO_COME = frozenset({"will", "'ll", "wo", "shall", "must"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense:
    """``before_past`` is `had taken`, ``perfect`` `has taken`, ``present`` `takes` or `is taking`.

    ``infinite_past`` is what was to have, or would have, happened.
    """

    before_past: bool = False
    perfect: bool = False
    present: bool = False
    to_come: bool = False
    infinite_past: bool = False

    @property
    def is_past(self) -> bool:
        """Whether the clause tells of the past alone."""
        return not (self.present or self.perfect or self.to_come)


def tense_of(parse: Parse, at: int) -> Tense:
    """The tense of the clause of a word; one without a verb of its own takes that of the clause that it leans on."""
    words = parse.words
    verb = clause_of(parse, at)
    if words[verb].dep == REMNANT:
        return tense_of(parse, words[verb].head)
    helpers = _auxiliaries(parse, verb)
    shares = (
        words[verb].dep == "conj" and words[verb].tag in ("VBN", "VB", "VBG") and parse.dep(verb, *SUBJECTS) is None
    )
    if not helpers and shares and is_clause(words[words[verb].head]):
        return tense_of(parse, words[verb].head)
    if helpers & {"to"} or (not helpers and words[verb].tag in ("VBG", "VB")):
        above = words[verb].head
        if above != verb and "have" in helpers:
            return Tense(infinite_past=True)
        return tense_of(parse, above) if above != verb else Tense()
    if "have" in helpers and helpers & _COULD:
        return Tense(infinite_past=True)
    return Tense(
        before_past=bool(helpers & _HAD),
        perfect=bool(helpers & _HAVE),
        present=_is_present(parse, verb) or (bool(helpers & _NOW) and not helpers & (_HAD | _HAVE)),
        to_come=bool(helpers & _TO_COME),
    )


def _is_present(parse: Parse, verb: int) -> bool:
    """``Holds``, ``remains held``."""
    return any(parse.words[at].tag in ("VBZ", "VBP") for at in (verb, *parse.deps(verb, "auxpass")))


def _auxiliaries(parse: Parse, verb: int) -> frozenset[str]:
    found = {parse.words[child].lower for child in parse.deps(verb, "aux", "auxpass")}
    return frozenset(found - {"been", "being", "be"})
