"""Mends passives that share one auxiliary: ``was taken on Monday, won back a day later and lost again in June``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_HEADLINE = 14
"""Words of the longest headline that is taken for one."""
_TIMES = ("time", "day", "night", "morning", "evening", "afternoon", "week", "month", "year")
_STRAY = ("dep", "conj", "advcl", "ccomp", "parataxis", "acl")


def joined_passives(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Later members of a list of passives, which the parser takes for actives without an object.

    Only of verbs that cannot do without an object: ``was beaten and withdrew`` is no list of passives.
    """
    found: Links = {}
    for verb in parse.words:
        if verb.tag != "VBN" or parse.dep(verb.at, "auxpass") is None or parse.dep(verb.at, "dobj") is not None:
            continue
        first, subject = verb.at, parse.dep(verb.at, "nsubjpass")
        named = subject is not None and parse.words[subject].tag == "NNP"  # "Lachin was taken and returned"
        for word in parse.words[verb.at + 1 :]:
            if _goes_on(parse, word.at, {first, *found}) and _is_transitive(word.lower, lexicon, at_times=named):
                found[word.at] = (first, "conj")
                found |= dict.fromkeys(parse.deps(word.at, "dobj"), (word.at, "npadvmod"))
    return found


def staying_passives(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The town remains held by the rebels``: the subject that the parser left with the auxiliary is the passive's."""
    found: Links = {}
    for stays in parse.words:
        if stays.dep != "auxpass" or stays.lemma not in lexicon.lists["staying"]:
            continue
        found |= dict.fromkeys(parse.deps(stays.at, "nsubj"), (stays.head, "nsubjpass"))
        found |= {
            child: (stays.head, parse.words[child].dep) for child in parse.deps(stays.at, "prep", "advmod", "punct")
        }
    return found


def passives_apart(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """``Pleiku has been taken; Kontum abandoned on Friday; Hue given up``: later clauses leave out the auxiliary."""
    words = list(parse.words)
    shared = next((word.at for word in words if word.dep == "auxpass"), None)
    if shared is None or words[words[shared].head].lemma not in lexicon.verbs:
        return parse
    for verb in words[shared + 2 :]:
        subject = parse.dep(verb.at, "nsubj")
        if verb.tag not in ("VBD", "VBN") or subject is None or not words[subject].tag.startswith("NN"):
            continue
        low = parse.edges(subject)[0]
        apart = words[low - 1].text == ";" or (words[low - 1].lower == "and" and words[low - 2].text == ";")
        if not apart or subject > verb.at or not (_needs_object(verb, lexicon) or _is_transitive(verb.lower, lexicon)):
            continue
        if verb.lower == "lost" and not _tells_how_lost(parse, verb.at):
            continue
        behind = [words[c] for c in parse.deps(verb.at, "dobj", "ccomp", "xcomp") if c > verb.at]
        if parse.dep(verb.at, "aux", "auxpass", "neg") is None and all(one.lemma in _TIMES for one in behind):
            words[verb.at] = verb._replace(tag="VBN")
            words[subject] = words[subject]._replace(dep="nsubjpass")
    return replace(parse, words=tuple(words))


def _tells_how_lost(parse: Parse, at: int) -> bool:
    """Whether a bare ``lost`` has a day, a winner or a giver behind it: those who ``lost`` were beaten."""
    behind = [parse.words[c] for c in parse.deps(at, "prep", "agent", "dative", "npadvmod", "dobj") if c > at]
    return any(one.dep in ("npadvmod", "dobj") or one.lower in ("to", "by", "on", "since") for one in behind)


def _goes_on(parse: Parse, at: int, members: set[int]) -> bool:
    """Whether a bare past form stands behind a comma or a conjunction, on a verb of the list."""
    words = parse.words
    word = words[at]
    if word.tag not in ("VBD", "VBN") or word.dep not in _STRAY or word.head not in members:
        return False
    if parse.dep(at, *SUBJECTS, "aux", "auxpass", "mark", "expl") is not None or _has_object(parse, at):
        return False
    before = at - 1
    while before > 0 and words[before].tag == "RB":
        before -= 1
    return words[before].text in (",", ";") or words[before].tag == "CC"


def _has_object(parse: Parse, at: int) -> bool:
    """Whether a verb has an object that is no time: ``lost a second time`` has none."""
    return any(parse.words[child].lemma not in _TIMES for child in parse.deps(at, "dobj", "ccomp", "xcomp"))


def _is_transitive(word: str, lexicon: SyntaxLexicon, *, at_times: bool = False) -> bool:
    """Whether a word is the participle of a verb of control of which places are always, or at times, the object."""
    lemmas = [one.lemma for one in lexicon.forms.get(word, ()) if one.form == "participle"]
    return any(
        (any if at_times else all)(one.object in ("place", "thing", "mover") for one in lexicon.verbs[lemma])
        for lemma in lemmas
    )


def headline_passives(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Goma retaken``, ``Kherson handed back to Ukraine``: a headline leaves out the auxiliary.

    A verb that cannot do without an object and has none is a passive; what stands before it is what is taken.
    """
    words = parse.words
    verbs = [word for word in words if word.tag in ("VBD", "VBN", "VBZ", "VBP", "MD")]
    root = next((verb for verb in verbs if verb.head == verb.at), None)
    if root is None or root.tag not in ("VBD", "VBN") or len(words) > _HEADLINE:
        return {}
    subject = parse.dep(root.at, "nsubj")
    if subject is None or words[subject].tag not in ("NNP", "NNPS", "NN", "NNS"):
        return {}
    if parse.dep(root.at, "dobj", "conj", "ccomp", "xcomp", "aux", "auxpass", "oprd", "attr", "dative") is not None:
        return {}
    behind = words[root.at + 1 : root.at + 2]
    if behind and behind[0].tag.startswith(("NN", "DT", "PRP", "CD", "W")):
        return {}
    if behind and behind[0].lower == "into" and words[-1].text == ".":  # "Rebels stormed into Olan."
        return {}
    return {root.at: (root.head, root.dep), subject: (root.at, "nsubjpass")} if _needs_object(root, lexicon) else {}


def _needs_object(verb: Word, lexicon: SyntaxLexicon) -> bool:
    return verb.lemma in lexicon.lists["needing_objects"]


def parted_passives(parse: Parse) -> Links:
    """``was in the end turned over``: an aside parts the participle from its auxiliary."""
    words = parse.words
    for verb in words:
        subject = parse.dep(verb.at, "nsubj")
        if verb.lemma != "be" or subject is None:
            continue
        if parse.dep(verb.at, "attr", "acomp", "xcomp", "ccomp") is not None:
            continue
        passive = next((c for c in parse.deps(verb.at, "advcl", "dep") if c > verb.at), None)
        if passive is None or words[passive].tag not in ("VBN", "VBD"):
            continue
        asides = words[verb.at + 1 : passive]
        if parse.dep(passive, "nsubj", "nsubjpass", "mark", "aux", "auxpass", "dobj") is not None:
            continue
        if sum(word.text == "," for word in asides) % 2 or not any(word.dep == "prep" for word in asides):
            continue
        moved = {child: (passive, words[child].dep) for child in parse.children[verb.at] if child != passive}
        head = passive if verb.head == verb.at else verb.head
        return {**moved, subject: (passive, "nsubjpass"), passive: (head, verb.dep), verb.at: (passive, "auxpass")}
    return {}
