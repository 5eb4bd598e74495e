"""Mends relative clauses that the parser hung on wrong words: ``Sake, which gunmen seized``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.parse import PLURAL_TAGS
from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NOMINAL = ("DT", "JJ", "HYPH", "NN", "NNS", "NNP", "NNPS", "CD")
_PAST = ("VBD", "VBN")
_MISREAD = ("det", "nmod", "nsubj", "nsubjpass")
_OBJECTS = ("dobj", "pobj")
_SINGULAR = frozenset({"was", "is", "has"})
_LONGEST = 5


def relative_objects(parse: Parse) -> Links:
    """``which gunmen seized``: a bare plural behind ``which`` does it, and ``which`` is what it is done to."""
    found: Links = {}
    words = parse.words
    for which in words[2:]:
        if which.lower != "which" or which.dep not in _MISREAD or words[which.at - 1].text != ",":
            continue
        subject = _subject(parse, which)
        verb = None if subject is None else _verb(parse, subject)
        antecedent = words[which.at - 2]
        if subject is None or verb is None or not antecedent.tag.startswith("N"):
            continue
        above = verb.head if verb.dep == "relcl" and verb.head < which.at else antecedent.at
        found |= {which.at: (verb.at, "dobj"), subject.at: (verb.at, "nsubj"), verb.at: (above, "relcl")}
    return found


def near_antecedents(parse: Parse) -> Links:
    """``Residents of Sake, which was seized``: what is one is said of the one name before it, and of no plural."""
    words = parse.words
    found: Links = {}
    for verb in words:
        head = words[verb.head]
        if verb.dep != "relcl" or head.tag not in PLURAL_TAGS:
            continue
        which = next((words[c] for c in parse.deps(verb.at, "nsubj", "nsubjpass") if words[c].lower == "which"), None)
        helpers = {words[child].lower for child in parse.deps(verb.at, "aux", "auxpass")} | {verb.lower}
        if which is None or not helpers & _SINGULAR or words[which.at - 1].text != ",":
            continue
        near = words[which.at - 2]
        if head.at < near.at < which.at and near.tag == "NNP" and near.dep == "pobj":
            found[verb.at] = (near.at, "relcl")
    return found


def near_members(parse: Parse) -> Links:
    """``Between the army and rebels who seized Olan``: the rebels did, who have no article to share with the army."""
    words = parse.words
    found: Links = {}
    for verb in words:
        first = words[verb.head]
        who = next((at for at in parse.deps(verb.at, "nsubj") if words[at].lower == "who"), None)
        if verb.dep != "relcl" or who is None or words[who - 1].text == ",":
            continue
        near = next((at for at in parse.deps(first.at, "conj") if parse.edges(at)[1] == who), None)
        if near is None or not words[near].tag.startswith("N"):
            continue
        between = words[first.head].lower == "between"
        alone = parse.dep(first.at, "det", "poss") is not None and parse.dep(near, "det", "poss") is None
        if between or alone:
            found[verb.at] = (near, "relcl")
    return found


def behind_links(parse: Parse) -> Links:
    """``They entered Qaim, from which the militants had fled``: said of the name right before it, not of ``they``."""
    words = parse.words
    for which in words[3:]:
        link, near = words[which.at - 1], words[which.at - 3]
        if which.lower != "which" or link.tag != "IN" or words[which.at - 2].text != ",":
            continue
        verb = words[link.head]
        if verb.dep != "relcl" or not verb.head < near.at or near.tag != "NNP" or near.dep not in _OBJECTS:
            continue
        if words[verb.head].dep in SUBJECTS:
            return {verb.at: (near.at, "relcl")}
    return {}


def of_whole_lists(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``A, B and twenty other villages, which the army held``: it held all of them, and not the others alone."""
    words = parse.words
    found: Links = {}
    for verb in words:
        last = words[verb.head]
        if verb.dep != "relcl" or last.dep != "conj" or last.tag not in PLURAL_TAGS:
            continue
        others = any(words[c].lower in ("other", "more") for c in parse.deps(last.at, "amod"))
        first = last
        while first.dep == "conj" and first.head < first.at:
            first = words[first.head]
        set_off = last.at + 1 < len(words) and words[last.at + 1].text == ","
        if others and set_off and first.tag.startswith("NNP"):
            found[verb.at] = (first.at, "relcl")
    return found


def behind_appositions(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Badme, a village west of the line, where a post stands``: it stands in Badme, and not on the line."""
    words = parse.words
    found: Links = {}
    for verb in words:
        near = words[verb.head]
        if not _is_where(parse, verb) or near.dep != "pobj" or near.tag.startswith("NNP"):
            continue
        told = next((words[over] for over in parse.governors(near.at) if words[over].dep == "appos"), None)
        name = words[told.head] if told is not None else near
        if told is not None and name.tag == "NNP" and name.at < told.at < near.at:
            found[verb.at] = (name.at, "relcl")
    return found


def behind_edges(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``the works on its southern edge, where soldiers held out``: they held out in the works, and not on the edge."""
    words = parse.words
    found: Links = {}
    for verb in words:
        edge = words[verb.head]
        if not _is_where(parse, verb) or edge.dep != "pobj" or edge.lemma not in lexicon.lists["located_parts"]:
            continue
        site = words[words[edge.head].head]
        told = parse.dep(edge.at, "poss") is not None and site.tag.startswith("N") and site.at < edge.head
        if told and world().place_nouns.of(site.lemma):
            found[verb.at] = (site.at, "relcl")
    return found


def _is_where(parse: Parse, verb: Word) -> bool:
    """Whether a verb is that of a relative clause with ``where``."""
    return verb.dep == "relcl" and any(parse.words[c].lower == "where" for c in parse.deps(verb.at, "advmod"))


def _subject(parse: Parse, which: Word) -> Word | None:
    """The plural noun that ends the words right behind ``which``."""
    last = None
    for word in parse.words[which.at + 1 : which.at + 1 + _LONGEST]:
        if word.tag not in _NOMINAL and word.dep != "amod":  # "Rwandan-backed rebels"
            break
        last = word
    return last if last is not None and last.tag in PLURAL_TAGS else None


def _verb(parse: Parse, subject: Word) -> Word | None:
    """The past verb right behind a noun, where it has no object and nobody by whom it is done."""
    behind = [word for word in parse.words[subject.at + 1 : subject.at + 3] if word.tag != "RB"]
    if not behind or behind[0].tag not in _PAST or behind[0].lemma in ("be", "have", "do"):
        return None
    verb = behind[0]
    by = any(parse.words[child].lower == "by" for child in parse.children[verb.at])
    return None if by or parse.dep(verb.at, "dobj", "aux", "auxpass") is not None else verb


def set_off_participles(parse: Parse) -> Links:
    """``Jabrayil, liberated on 4 October, has its day``: a participle between commas is no main verb."""
    words = parse.words
    for verb in words:
        subject = parse.dep(verb.at, "nsubj")
        if subject is None or verb.tag not in ("VBD", "VBN") or verb.at < 1 or words[verb.at - 1].text != ",":
            continue
        main = next((c for c in parse.deps(verb.at, "conj") if words[c].tag in ("VBZ", "VBP", "VBD", "MD")), None)
        if main is None or parse.dep(main, "nsubj", "nsubjpass") is not None or subject > verb.at:
            continue
        low, _ = parse.edges(main)
        joined = any(words[c].tag == "CC" and c < main for c in parse.children[verb.at])
        if joined or words[low - 1].text != "," or parse.dep(verb.at, "dobj", "aux", "auxpass") is not None:
            continue
        later = {c: (main, words[c].dep) for c in parse.children[verb.at] if c > main}
        head = main if verb.head == verb.at else verb.head
        return {**later, main: (head, verb.dep), verb.at: (subject, "acl"), subject: (main, "nsubj")}
    return {}


def bare_relatives(parse: Parse) -> Links:
    """``Kherson, the capital Russia had captured, was abandoned``: the first verb is said of the noun in commas.

    Without ``that`` the parser takes the name for the subject of both, and who captured it for another name of it.
    """
    words = parse.words
    for verb in words[4:-1]:
        if verb.tag not in _PAST:
            continue
        helper = next(iter(parse.deps(verb.at, "aux")), verb.at)
        noun = next((words[c] for c in parse.deps(verb.at, *SUBJECTS) if c < helper), None)
        aside = None if noun is None else parse.dep(noun.at, "appos")
        by = None if aside is None else parse.dep(aside, "appos")
        later = next((words[c] for c in parse.deps(verb.at, "conj") if c > verb.at), None)
        if noun is None or aside is None or by is None or later is None or by + 1 != helper:
            continue
        opened = min(parse.edges(later.at)[0], *parse.deps(later.at, "aux", "auxpass"), later.at)
        if words[opened - 1].text != "," or parse.dep(verb.at, "cc", "dobj", "auxpass") is not None:
            continue
        role = "nsubjpass" if parse.dep(later.at, "auxpass") is not None else "nsubj"
        above = later.at if verb.dep == "ROOT" else verb.head
        return {
            noun.at: (later.at, role),
            later.at: (above, verb.dep),
            by: (verb.at, "nsubj"),
            verb.at: (aside, "relcl"),
            **{c: (later.at, "punct") for c in parse.deps(verb.at, "punct") if c > verb.at},
        }
    return {}


def contact_relatives(parse: Parse) -> Links:
    """``The last place government troops held``: no comma parts the two nouns, so the second does what is told."""
    words = parse.words
    found: Links = {}
    for verb in words:
        by = words[verb.head]
        noun = words[by.head]
        if verb.dep != "acl" or verb.tag not in _PAST or by.dep != "appos" or by.at + 1 != verb.at or noun.at > by.at:
            continue
        between = words[noun.at + 1 : parse.edges(by.at)[0]]
        if not between and parse.dep(verb.at, "agent", "dobj") is None and noun.tag == "NN":
            found |= {by.at: (verb.at, "nsubj"), verb.at: (noun.at, "relcl")}
    return found
