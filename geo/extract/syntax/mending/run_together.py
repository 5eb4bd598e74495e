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
        before = words[noun.head]
        joined = noun.dep == "conj" and before.at < noun.at and before.tag in _NAMES and before.dep in ("dobj", "pobj")
        joint = parse.edges(noun.at)[0] - 1 if joined else 0
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
    joined = words[verb].dep == "conj" or (words[verb].dep == "advcl" and parse.dep(verb, "mark", "advmod") is None)
    finite = joined and (words[behind].tag in _FINITE or words[behind].tag == "MD")
    return verb if finite and parse.dep(verb, *SUBJECTS, "expl", "csubj") is None else None


def subjects_joined_to_nouns(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Rebels killed six soldiers and policemen fled Bor``: two verbs of one subject have ``and`` between them."""
    words = parse.words
    found: Links = {}
    for noun in words[2:-1]:
        before = words[noun.head]
        joined = noun.dep == "conj" and before.at < noun.at and before.dep in ("dobj", "pobj", "attr", "conj")
        joint = parse.edges(noun.at)[0] - 1 if joined else 0
        if not joined or not noun.tag.startswith("N") or words[joint].lower != "and":
            continue
        verb = _verb_behind(parse, noun.at + 1) if words[noun.at + 1].text != "," else None
        if verb is not None and words[verb].head in parse.governors(before.at) and words[verb].head < before.at:
            subject = "nsubjpass" if parse.dep(verb, "auxpass") is not None else "nsubj"
            found |= {noun.at: (verb, subject), joint: (words[verb].head, "cc")}
    return found


def names_before_subjects(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The army left Bor and rebel fighters moved in``: the name is what it left, and no part of the fighters'."""
    words = parse.words
    found: Links = {}
    for noun in words[3:-1]:
        name = next((at for at in parse.deps(noun.at, "nmod", "compound") if words[at].tag in _NAMES), None)
        joints = [at for at in parse.deps(name, "cc") if words[at].lower == "and"] if name is not None else []
        others = parse.deps(name, "conj") if name is not None else ()
        if name is None or not joints or not noun.tag.startswith("N"):
            continue
        verb = words[noun.head].at if noun.dep in SUBJECTS else _verb_behind(parse, noun.at + 1)
        over = _clause_before(parse, name, lexicon) if verb is not None else None
        if verb is None or over is None or not _is_finite(parse, verb) or words[verb].head != over[0] or verb < noun.at:
            continue
        subject = "nsubjpass" if parse.dep(verb, "auxpass") is not None else "nsubj"
        found |= {name: over[1], joints[0]: (over[0], "cc"), noun.at: (verb, subject), verb: (over[0], "conj")}
        found |= {other: (noun.at, "amod" if words[other].tag == "JJ" else "compound") for other in others}
    return found


def _clause_before(parse: Parse, name: int, lexicon: SyntaxLexicon) -> tuple[int, tuple[int, str]] | None:
    """The verb right before a name, and how the name hangs on it: as its object, or behind its preposition."""
    words = parse.words
    at = parse.edges(name)[0] - 1
    if at < 1 or (words[at].lemma in lexicon.say and words[at].lemma != "hold"):  # which says nothing without "that"
        return None
    if words[at].tag.startswith("V"):
        free = parse.dep(at, "dobj", "dative", "xcomp") is None
        return (at, (at, "dobj")) if free else None
    verb = words[at].head
    linked = (
        words[at].dep in ("prep", "agent") and words[verb].tag.startswith("V") and words[verb].lemma not in lexicon.say
    )
    return (verb, (at, "pobj")) if linked else None


def _is_finite(parse: Parse, verb: int) -> bool:
    tag = parse.words[_first_of(parse, verb)].tag
    return tag in _FINITE or tag == "MD"


def _first_of(parse: Parse, verb: int) -> int:
    """The first of a verb's auxiliaries before it; the verb itself where it has none."""
    return min((at for at in parse.deps(verb, "aux", "auxpass") if at < verb), default=verb)


def names_before_one(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Rebels hold Bor and Kapoeta remains in army hands``: two towns would ``remain``."""
    words = parse.words
    found: Links = {}
    for noun in words[2:-1]:
        name = words[noun.head]
        alone = noun.dep == "conj" and name.dep in SUBJECTS and not parse.deps(noun.at, "conj")
        if not alone or noun.tag != "NNP" or words[noun.at - 1].lower != "and" or parse.dep(name.head, "mark"):
            continue
        verb, over = words[name.head], _clause_before(parse, name.at, lexicon)
        if over is not None and verb.head == over[0] and verb.dep == "ccomp" and _is_of_one(parse, verb.at):
            found |= {name.at: over[1], noun.at: (verb.at, name.dep), verb.at: (over[0], "conj")}
            found |= {noun.at - 1: (over[0], "cc")}
    return found


def _is_of_one(parse: Parse, verb: int) -> bool:
    """``Remains``, ``is held``, ``was taken``: said of one."""
    first = parse.words[_first_of(parse, verb)]
    return first.tag == "VBZ" or first.lower == "was"


def names_before_soldiers(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Rebels seized Bor and soldiers fled``: what they seized is a name, and those who fled are none."""
    words = parse.words
    found: Links = {}
    for noun in words[2:-1]:
        name = words[noun.head]
        while name.dep == "conj" and name.tag in _NAMES and words[name.head].tag in _NAMES:
            name = words[name.head]  # "took Bor and Kapoeta and soldiers fled"
        if noun.dep != "conj" or name.dep not in SUBJECTS or name.tag not in _NAMES or not are_forces(noun, lexicon):
            continue
        verb = words[name.head]
        over = words[verb.head]
        free = over.at == parse.edges(name.at)[0] - 1 and parse.dep(over.at, "dobj", "dative", "xcomp") is None
        joint = parse.edges(noun.at)[0] - 1
        if verb.dep == "ccomp" and free and over.lemma not in lexicon.say and words[joint].lower == "and":
            found |= {name.at: (over.at, "dobj"), noun.at: (verb.at, name.dep), verb.at: (over.at, "conj")}
            found |= {joint: (over.at, "cc")}
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
