"""Mends relative clauses that are said of a share: ``Hama and Homs, parts of which they hold``, ``none of which``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.phrases.of_which import share_at
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_INSIDE = frozenset({"aux", "auxpass", "amod", "acl", "compound"})
"""How a form of a verb hangs that is not the verb of a clause."""


def shares_of_which(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Hama, most of which the army had left``: the share is of the clause, and the clause of what stands before."""
    for share in parse.words[2:-3]:
        if share_at(parse, share.at, lexicon) is None or parse.words[share.at - 1].text != ",":
            continue
        verb = next((w for w in parse.words[share.at + 3 :] if w.tag.startswith("V") and w.dep not in _INSIDE), None)
        links = None if verb is None else _relative(parse, share, verb)
        if links:
            return links
    return {}


def _relative(parse: Parse, share: Word, verb: Word) -> Links | None:
    """New governors that make a verb a relative clause, in which the share is what it is done to or who does it."""
    words = parse.words
    mended: Links = {}
    over = verb.head
    if verb.dep != "relcl" or not over < share.at:
        over = _listed(parse, share)
        if words[over].dep in ("nmod", "compound", *SUBJECTS) and words[over].head in (share.at, verb.at):
            above = next((at for at in parse.governors(over) if at not in (share.at, verb.at)), None)
            if above is None:
                return None
            mended[over] = (above, "dobj")  # "control Hama, parts of which": no parts that go by the name
        elif verb.head == verb.at or verb.at in parse.governors(over):
            return None
    if not words[over].tag.startswith("N"):
        return None
    doers = [child for child in parse.deps(verb.at, *SUBJECTS) if share.at + 2 < child < verb.at]
    passive = "nsubjpass" if parse.dep(verb.at, "auxpass") is not None else "nsubj"
    return {
        **mended,
        verb.at: (over, "relcl"),
        share.at: (verb.at, "dobj" if doers else passive),
        share.at + 1: (share.at, "prep"),
        share.at + 2: (share.at + 1, "pobj"),
    }


def _listed(parse: Parse, share: Word) -> int:
    """The noun before a share, or the first of the list that it ends."""
    at = share.at - 2
    while parse.words[at].dep == "conj" and parse.words[at].head < at:
        at = parse.words[at].head
    return at
