"""Mends what opens a clause and has no comma behind it: ``In the north government troops hold X``.

The parser takes the subject for more of what the preposition brings, or what it brings for more of the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FORCES = frozenset({"forces", "attackers", "defenders"})
_WHOSE = frozenset({"adjective", "name", "demonym"})


def parted_openings(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``In the north government troops hold X``: of the words before forces, the first say where, the last whose."""
    found: Links = {}
    for noun in parse.words:
        if not are_forces(noun, lexicon):
            continue
        link = _link_before_subject(parse, noun, lexicon) if noun.dep in SUBJECTS else _link_over(parse, noun)
        if link is None:
            continue
        first = _first_of_party(parse, noun.at, lexicon)
        if first == link.at + 1 < noun.at and parse.words[first].tag == "NNP":  # "In Darfur rebels hold"
            first += 1
        if link.at + 1 < first and _may_end(parse.words[first - 1], lexicon):
            found |= _parted(parse, link=link, first=first, noun=noun)
    return found


def are_forces(noun: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether a word is a noun for those who fight."""
    if noun.tag not in ("NN", "NNS", "NNPS", "NNP"):
        return False
    heads = (*world().heads.of(noun.lemma), *world().heads.of(noun.lower))
    flags = {flag for head in heads for flag in head.flags}
    return bool(flags & _FORCES) or noun.lemma in lexicon.lists["bare_forces"] | lexicon.lists["irregulars"]


def _link_before_subject(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> Word | None:
    """The preposition right before a subject, which has drawn all that it brings: ``By nightfall army units held``."""
    low = parse.edges(noun.at)[0]
    link = parse.words[low - 1] if low else noun
    if link.dep == "prep" and link.head == noun.head and parse.dep(link.at, "pobj", "pcomp", "prep") is None:
        return link
    return link if link.lower in lexicon.lists["before_sides"] and link.dep == "advmod" else None


def _link_over(parse: Parse, noun: Word) -> Word | None:
    """The preposition that has drawn the subject of a verb which follows at once, and has no other subject."""
    words = parse.words
    link = words[noun.head]
    verb = words[link.head]
    if noun.dep != "pobj" or link.dep != "prep" or not noun.at < verb.at or parse.edges(noun.at)[0] != link.at + 1:
        return None
    if parse.dep(verb.at, *SUBJECTS, "expl", "csubj") is not None:
        return None
    between = words[parse.edges(noun.at)[1] : verb.at]
    at_once = all(word.head == verb.at and word.dep != "punct" for word in between)
    finite = {words[at].tag for at in (verb.at, *parse.deps(verb.at, "aux", "auxpass"))} & _FINITE
    return link if at_once and finite and verb.tag.startswith("V") else None


def _first_of_party(parse: Parse, noun: int, lexicon: SyntaxLexicon) -> int:
    """The first of the words right before forces that say whose they are."""
    words, first = parse.words, noun
    while first > 0 and _says_whose(words[first - 1], lexicon):
        first -= 1
        while words[first].tag == "VBN" and words[first - 1].tag == "HYPH":  # "Rwandan-backed"
            first -= 2
    return first


def _says_whose(word: Word, lexicon: SyntaxLexicon) -> bool:
    if word.lower in lexicon.lists["directions"] or word.lower in lexicon.lists["located_parts"]:
        return False
    if word.tag in ("NNP", "NNPS", "JJ", "NN") and any(one.form in _WHOSE for one in world().parties(word.text)):
        return True
    group = word.tag == "NNP" and len(word.text) > 1 and word.text.isupper()  # "CODECO fighters"
    return group or word.tag in ("JJ", "VBN") or word.lemma in lexicon.lists["bare_parties"]


def _may_end(word: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether a word can be all that a preposition brings: a noun, a name or a side."""
    return word.tag.startswith("NN") or word.lower in lexicon.lists["directions"]


def _parted(parse: Parse, *, link: Word, first: int, noun: Word) -> Links:
    """The links of what stands before ``first`` to its preposition, and of what stands behind to their verb."""
    words = parse.words
    verb, last = link.head, first - 1
    subject = "nsubj" if parse.dep(verb, "auxpass") is None else "nsubjpass"
    before, behind = range(link.at + 1, last), range(first, noun.at)
    adverb = link.dep == "advmod"
    found: Links = {last: (verb, "advmod") if adverb else (link.at, "pobj")}
    found |= {at: (last, words[at].dep) for at in before if words[at].head not in before}
    found |= {at: (noun.at, words[at].dep) for at in behind if words[at].head not in (*behind, noun.at)}
    return found if noun.dep in SUBJECTS else {**found, noun.at: (verb, subject)}


def fronted_states(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``In rebel hands since May, Bor was retaken``: whose it was is said of the place, and not of its taking."""
    words = parse.words
    found: Links = {}
    for link in words[:2]:
        held = parse.dep(link.at, "pobj") if link.dep == "prep" and link.lower in ("in", "under") else None
        subject = parse.dep(link.head, *SUBJECTS)
        if held is None or subject is None or words[held].lemma not in lexicon.lists["control_nouns"]:
            continue
        close = parse.edges(link.at)[1]
        verb = words[link.head]
        ends = verb.tag.startswith("V") and verb.lemma != "be" and parse.dep(verb.at, "dobj") is None
        ends = ends and words[subject].tag in ("NNP", "NNPS")
        if ends and words[close].text == "," and parse.edges(subject)[0] == close + 1:
            found[link.at] = (subject, "prep")
    return found
