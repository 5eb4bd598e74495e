"""Mends two clauses that the parser ran together, the subject of one taken for a part of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.mending.openings import are_forces
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"NNP", "NNPS"})


def subjects_joined_to_names(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Soldiers quit Gao on Friday and men of the FLA, a militia, moved in``: no name is joined with men."""
    words = parse.words
    found: Links = {}
    for noun in words[2:-1]:
        before, joint = words[noun.head], parse.edges(noun.at)[0] - 1
        joined = noun.dep == "conj" and before.at < noun.at and before.tag in _NAMES and before.dep in ("dobj", "pobj")
        if not joined or words[joint].lower != "and" or not are_forces(noun, lexicon):
            continue
        of = words[noun.at + 1]
        stray = of.lower == "of" and of.head < noun.at
        verb = _verb_behind(parse, parse.edges(of.at if stray else noun.at)[1])
        if verb is not None and words[verb].head in parse.governors(before.at):
            subject = "nsubjpass" if parse.dep(verb, "auxpass") is not None else "nsubj"
            found |= {noun.at: (verb, subject), joint: (words[verb].head, "cc")}
            found |= {of.at: (noun.at, "prep")} if stray else {}
    return found


def _verb_behind(parse: Parse, behind: int) -> int | None:
    """The finite verb without a subject that stands at a position, or behind a comma there."""
    words = parse.words
    while behind < len(words) and words[behind].text == ",":
        behind += 1
    if behind >= len(words):
        return None
    verb = words[behind].head if words[behind].dep in ("aux", "auxpass") else behind
    finite = words[verb].dep == "conj" and (words[behind].tag in _FINITE or words[behind].tag == "MD")
    return verb if finite and parse.dep(verb, *SUBJECTS, "expl", "csubj") is None else None


def names_before_soldiers(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Rebels seized Bor and soldiers fled``: what they seized is a name, and those who fled are none."""
    words = parse.words
    found: Links = {}
    for noun in words[2:-1]:
        name = words[noun.head]
        if noun.dep != "conj" or name.dep not in SUBJECTS or name.tag not in _NAMES or not are_forces(noun, lexicon):
            continue
        verb = words[name.head]
        over = words[verb.head]
        free = over.at == parse.edges(name.at)[0] - 1 and parse.dep(over.at, "dobj", "dative", "xcomp") is None
        if verb.dep == "ccomp" and free and over.lemma not in lexicon.say and words[noun.at - 1].lower == "and":
            found |= {name.at: (over.at, "dobj"), noun.at: (verb.at, name.dep), verb.at: (over.at, "conj")}
            found |= {noun.at - 1: (over.at, "cc")}
    return found


def clauses_before_times(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The militia pressed on, taking X, a week after the army left Y``: no verb has a subject on each side of it."""
    words = parse.words
    for verb in words:
        subjects = parse.deps(verb.at, "nsubj")
        mark = parse.dep(verb.at, "mark")
        if len(subjects) != 2 or mark is None or not subjects[0] < mark < subjects[1]:  # noqa: PLR2004 - one too many
            continue
        first = next((c for c in parse.deps(subjects[0], "acl", "relcl") if words[c].tag == "VBD"), None)
        if first is None or not first < mark or verb.dep not in ("ROOT", "conj", "ccomp"):
            continue
        over = (first, "ROOT") if verb.dep == "ROOT" else (verb.head, verb.dep)
        return {first: over, subjects[0]: (first, "nsubj"), verb.at: (first, "advcl")}
    return {}
