"""Mends trees in which the parser has lost a subject: a name that it took for an adverb, a cleft sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending_speech import Links
    from geo.extract.syntax.parse import Parse

_NAMELIKE = ("NNP", "NNPS")


def clefts(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``It was M23 that took Goma``, ``it was Goma that M23 took``: the clause is said of the name before it."""
    words = parse.words
    found: Links = {}
    for verb in words:
        over = words[verb.head]
        if verb.dep not in ("ccomp", "advcl") or over.lemma != "be" or not verb.tag.startswith("V"):
            continue
        subject, named = parse.dep(over.at, *SUBJECTS), parse.dep(over.at, "attr")
        if subject is None or named is None or words[subject].lower != "it" or not named < verb.at:
            continue
        that = next((c for c in parse.children[verb.at] if words[c].lower in ("that", "who", "which")), None)
        if that is None or not _is_thing(parse, named, lexicon):
            continue
        found[verb.at] = (named, "relcl")
        if words[that].dep == "mark":
            found[that] = (verb.at, "dobj" if parse.dep(verb.at, "dobj") is None else "mark")
    return found


def _is_thing(parse: Parse, noun: int, lexicon: SyntaxLexicon) -> bool:
    """Whether a name or several things are meant, and no ``fact``, ``lie`` or ``time``."""
    word = parse.words[noun]
    lists = lexicon.lists
    if word.lemma in lists["untrue_nouns"] | lists["true"] | lexicon.say_nouns | lexicon.deny_nouns:
        return False
    inner = [one for link in parse.deps(noun, "prep") for one in parse.deps(link, "pobj")]
    return word.tag in (*_NAMELIKE, "NNS") or any(parse.words[one].tag in _NAMELIKE for one in inner)
