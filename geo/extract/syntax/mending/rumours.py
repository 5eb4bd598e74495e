"""Mends what a report says that stands far from it: ``Rumours went round on Sunday that the rebels had taken Bria``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word


def far_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Hang a clause with ``that`` on the rumour or claim that it tells, and not on the verb that spread it."""
    words, found = parse.words, dict[int, tuple[int, str]]()
    for mark in words:
        clause = words[mark.head]
        verb = words[clause.head]
        if mark.lower != "that" or mark.dep != "mark" or clause.dep not in ("ccomp", "advcl") or clause.at < verb.at:
            continue
        if not verb.tag.startswith("V") or verb.lemma in lexicon.say or verb.lemma in lexicon.lists["copulas"] - {"be"}:
            continue
        noun = _report(parse, verb, lexicon)
        between = {word.lower for word in words[verb.at : mark.at]}
        if noun is not None and noun < mark.at and not between & {"so", "such"}:
            found[clause.at] = (noun, "acl")
    return found


def _report(parse: Parse, verb: Word, lexicon: SyntaxLexicon) -> int | None:
    """The noun of a report that a verb has for object or subject, or says that there is."""
    there = parse.dep(verb.at, "expl") is not None
    if verb.lemma == "be" and not there:
        return None
    nouns = [*parse.deps(verb.at, "dobj", "attr"), *parse.deps(verb.at, *SUBJECTS)]
    return next((at for at in nouns if parse.words[at].lemma in lexicon.lists["spreading_reports"]), None)
