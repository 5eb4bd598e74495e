"""Trees around a left-out verb: one without the remnants, and one for each in which its verb is read again.

A remnant is taken out of the tree of its sentence (its head hangs on the verb as ``remnant``); in the tree of its own
it plays its correlate's part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import REMNANT
from geo.extract.syntax.trees.parse import Parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.clauses.gapping import Gap
    from geo.extract.syntax.trees.parse import Word

_LOST = "dep"
"""The label of what a repeated clause leaves out."""


def without(parse: Parse, gaps: Sequence[Gap]) -> Parse:
    """The tree with each remnant on its own: its head on the verb, its date and agent on its head."""
    if not gaps:
        return parse
    words = list(parse.words)
    remnants = [gap for gap in gaps if gap.auxiliary is None]
    for gap in remnants:
        for at in range(gap.first, gap.last):
            word = words[at]
            if at == gap.head:
                words[at] = word._replace(head=gap.verb, dep=REMNANT)
            elif not gap.first <= word.head < gap.last or word.head == at:
                words[at] = word._replace(
                    head=gap.head, dep=word.dep if word.dep in ("punct", "cc", "prep") else _loose(word)
                )
    return Parse.of(_no_strays(words, remnants))


def _loose(word: Word) -> str:
    return "prep" if word.tag in ("IN", "TO") else "npadvmod" if word.dep == "npadvmod" else _LOST


def _no_strays(words: list[Word], gaps: Sequence[Gap]) -> list[Word]:
    """Words outside of a remnant that hung on one of its words hang on the verb."""
    for gap in gaps:
        for at, word in enumerate(words):
            if not gap.first <= at < gap.last and gap.first <= word.head < gap.last and word.dep != REMNANT:
                inner = any(other.first <= at < other.last for other in gaps)
                if not inner:
                    words[at] = word._replace(head=gap.verb if word.dep in ("punct", "cc") else gap.head)
    return words


def repeated(parse: Parse, gap: Gap) -> Parse:
    """A tree that :func:`without` gave, in which a remnant plays its correlate's part with an agent of its own."""
    words = list(parse.words)
    correlate = words[gap.correlate]
    for child in parse.children[gap.verb]:
        if words[child].dep == "agent" and gap.agent is not None:
            words[child] = words[child]._replace(dep=_LOST)
    words[gap.head] = words[gap.head]._replace(head=correlate.head, dep=correlate.dep)
    words[gap.correlate] = correlate._replace(head=gap.verb, dep=_LOST)
    for child in parse.deps(gap.correlate, "conj", "appos", "relcl", "acl"):
        words[child] = words[child]._replace(dep=_LOST)
    if gap.subject is not None:
        _replace_subject(words, parse, gap)
    if gap.auxiliary is not None:
        _replace_auxiliaries(words, parse, gap)
    if gap.agent is not None:
        words[gap.agent] = words[gap.agent]._replace(head=gap.verb, dep="agent")
    return Parse.of(words)


def _replace_subject(words: list[Word], parse: Parse, gap: Gap) -> None:
    for child in parse.deps(gap.verb, "nsubj"):
        words[child] = words[child]._replace(dep=_LOST)
    words[gap.subject or 0] = words[gap.subject or 0]._replace(head=gap.verb, dep="nsubj")


def _replace_auxiliaries(words: list[Word], parse: Parse, gap: Gap) -> None:
    """The stranded auxiliaries, and what denies them, stand before the verb that they left out."""
    mark = gap.auxiliary or 0
    for child in parse.deps(gap.verb, "aux", "neg"):
        words[child] = words[child]._replace(dep=_LOST)
    for child in parse.deps(mark, "aux", "neg"):
        words[child] = words[child]._replace(head=gap.verb)
