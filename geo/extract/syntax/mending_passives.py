"""Mends passives that share one auxiliary: ``was taken on Monday, won back a day later and lost again in June``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending_speech import Links
    from geo.extract.syntax.parse import Parse

_STRAY = ("dep", "conj", "advcl", "ccomp", "parataxis", "acl")


def joined_passives(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Later members of a list of passives, which the parser takes for actives without an object.

    Only of verbs that cannot do without an object: ``was beaten and withdrew`` is no list of passives.
    """
    found: Links = {}
    for verb in parse.words:
        if verb.tag != "VBN" or parse.dep(verb.at, "auxpass") is None or parse.dep(verb.at, "dobj") is not None:
            continue
        first = verb.at
        for word in parse.words[verb.at + 1 :]:
            if _goes_on(parse, word.at, {first, *found}) and _is_transitive(word.lower, lexicon):
                found[word.at] = (first, "conj")
                found |= dict.fromkeys(parse.deps(word.at, "dobj"), (word.at, "npadvmod"))
    return found


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
    return words[before].text == "," or words[before].tag == "CC"


def _has_object(parse: Parse, at: int) -> bool:
    """Whether a verb has an object that is no time: ``lost a second time`` has none."""
    return any(parse.words[child].lemma not in ("time", "day") for child in parse.deps(at, "dobj", "ccomp", "xcomp"))


def _is_transitive(word: str, lexicon: SyntaxLexicon) -> bool:
    """Whether a word is the participle of a verb of control of which places are always the object."""
    lemmas = [one.lemma for one in lexicon.forms.get(word, ()) if one.form == "participle"]
    return any(
        all(predicate.object in ("place", "thing", "mover") for predicate in lexicon.verbs[lemma]) for lemma in lemmas
    )
