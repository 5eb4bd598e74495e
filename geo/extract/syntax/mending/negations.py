"""Mends negations that stand far from their verb: ``at no time did the rebels hold it``, ``under no circumstances``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse


def no_times(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Hang the ``no`` of ``at no time`` on the verb that it negates."""
    words, found = parse.words, dict[int, tuple[int, str]]()
    for no in words[1:-1]:
        link, noun = words[no.at - 1], words[no.head]
        if no.lower != "no" or link.tag != "IN" or noun.at not in (no.at + 1, no.at + 2):
            continue
        if f"{link.lower} {noun.lemma}" not in lexicon.lists["no_times"]:
            continue
        verb = next((words[at] for at in parse.governors(link.at) if words[at].tag.startswith(("V", "MD"))), None)
        if verb is not None:
            at = verb.head if verb.dep in ("aux", "auxpass") else verb.at
            predicate = parse.dep(at, "acomp")
            lost = predicate is not None and words[predicate].tag == "VBN"  # "was at no time lost"
            found[no.at] = (predicate if lost and predicate is not None else at, "neg")
    return found
