"""Mends lists of which some members are names and others nouns: ``held Goma, the port of Kalundu and the hills``.

The parser takes the noun behind a comma for an apposition to the name before it, and what follows for its own list.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_SLOTS = ("dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj", "appos", "ROOT")
_RANKS = ("JJS", "RBS")


def mixed_lists(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Goma, the port of Kalundu and his native Bukavu``: three places, and none of them tells of another."""
    words = parse.words
    found: Links = {}
    for member in words:
        over = words[member.head]
        if member.dep != "appos" or over.dep not in _SLOTS or over.at >= member.at:
            continue
        low = parse.edges(member.at)[0]
        last = _last_member(parse, member.at)
        if last is None or words[low - 1].text != "," or not _is_member(parse, member.at, lexicon):
            continue
        found[member.at] = (over.at, "conj")
        if words[last].head != member.at:
            found[last] = (member.at, "conj")
        if words[last - 1].tag == "NNP" and words[last - 1].dep == "conj":
            found[last - 1] = (last, "compound")
        beside = [c for c in parse.deps(over.at, "appos") if c < member.at and words[c].tag == "NNP"]
        found |= {at: (words[at].head, "conj") for at in (*beside, *_apposed_names(parse, over.at))}
    return found


def two_subjects(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The town of Sake, the hills above it and Minova are held``: one list, of which the verb has made two."""
    words = parse.words
    found: Links = {}
    for second in words[2:]:
        if second.dep not in SUBJECTS or second.head < second.at or not second.tag.startswith("N"):
            continue
        first = next((c for c in parse.deps(second.head, *SUBJECTS) if c < second.at), None)
        low = parse.edges(second.at)[0]
        if first is None or not words[first].tag.startswith("N"):
            continue
        if words[low - 1].text == ":" and words[low].lower in ("all", "both", "these", "each"):
            found[first] = (second.at, "dep")  # "A and B: both towns fell"
        elif words[low - 1].lower == "and":
            found[second.at] = (first, "conj")
        elif words[low - 1].text == "," and _is_member(parse, second.at, lexicon):
            last = _last_member(parse, second.at)
            if last is not None and words[last].dep == "conj":
                found |= {second.at: (first, "conj"), last: (second.at, "conj")}
    return found


def _last_member(parse: Parse, at: int) -> int | None:
    """What an ``and`` joins to a noun, or to the name behind it, with no comma before the ``and``."""
    words = parse.words
    inner = (noun for link in parse.deps(at, "prep") for noun in parse.deps(link, "pobj"))
    for head in (at, *inner):
        for last in parse.deps(head, "conj"):
            low = parse.edges(last)[0]
            while low > head and words[low - 1].tag == "NNP":
                low -= 1  # "and Merowe airfield", of which the name was hung elsewhere
            joined = low > 1 and words[low - 1].lower == "and" and words[low - 2].text != ","
            named = words[last].tag in ("NNP", "NNPS") or words[last - 1].tag == "NNP"
            own = parse.dep(last, "det", "poss")
            definite = own is not None and words[own].lower not in ("a", "an")
            own_name = head == at or words[head].tag == "PRP"
            if joined and (definite or (own_name and (named or parse.dep(last, "compound", "prep") is not None))):
                return last
    return None


def _is_member(parse: Parse, at: int, lexicon: SyntaxLexicon) -> bool:
    """Whether a noun is a place of its own: it has a name behind or before it, and ranks nothing."""
    words = parse.words
    word = words[at]
    if word.tag not in ("NN", "NNS") or word.lemma in lexicon.lists["telling_nouns"] | lexicon.lists["naming_kinds"]:
        return False
    before = [words[c] for c in parse.children[at] if c < at]
    if any(
        one.tag in _RANKS or one.lower in lexicon.lists["singling_out"] or one.lower in ("a", "an") for one in before
    ):
        return False
    inner = [noun for link in parse.deps(at, "prep") for noun in parse.deps(link, "pobj")]
    named = any(words[n].tag == "NNP" for n in (*inner, *(one.at for one in before if one.dep != "punct")))
    return named or words[word.head].tag in ("NN", "NNS") or _is_thing(word)


def _is_thing(word: Word) -> bool:
    """Whether a noun is of a thing with a spot of its own, which tells nothing of the town before it."""
    nouns = world().place_nouns.of(word.lemma)
    return bool(nouns) and nouns[0].classes[0] in ("site", "feature")


def _apposed_names(parse: Parse, at: int) -> Iterator[int]:
    """A member that was itself taken to tell of the one before it."""
    words = parse.words
    while words[at].dep == "appos" and words[at].head < at and words[parse.edges(at)[0] - 1].text == ",":
        yield at
        at = words[at].head


def alike(parse: Parse) -> Links:
    """Members of a list that are like the noun over the name that the parser joined them to.

    ``The palace in Plateau, the residence in Cocody and the barracks`` are three things, and Plateau is no list.
    """
    found: Links = {}
    for word in parse.words:
        name = parse.words[word.head]
        listed = word.dep == "conj" or (word.dep == "appos" and _goes_on(parse, word.at))
        if not listed or not word.tag.startswith("NN") or name.dep != "pobj" or name.tag != "NNP":
            continue
        over = parse.words[parse.words[name.head].head]
        beside = parse.words[name.head - 1]
        if over.tag.startswith("V") and beside.dep == "dobj" and beside.head == over.at:
            over = beside  # "hold the palace in Plateau"
        if (
            over.tag in ("NN", "NNS")
            and parse.dep(over.at, "det")
            and not parse.dep(name.at, "det")
            and parse.dep(word.at, "det")
        ):
            found[word.at] = (over.at, "conj")
    return found


def _goes_on(parse: Parse, at: int) -> bool:
    """Whether what was taken for an apposition has a place of its own and a list behind it."""
    inner = [noun for link in parse.deps(at, "prep") for noun in parse.deps(link, "pobj")]
    named = any(parse.words[noun].tag == "NNP" for noun in inner)
    return named and any(parse.dep(noun, "conj") is not None for noun in (at, *inner))


def set_off_members(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Took Herat and, in the north, Kunduz``: what stands behind the aside is a member, and none of the north's."""
    words = parse.words
    for link in words[3:-2]:
        if link.text != "," or words[link.at - 1].lower != "and" or words[link.at + 1].tag != "IN":
            continue
        close = next((n for n in range(link.at + 2, len(words)) if words[n].text == ","), None)
        if close is None or close + 1 >= len(words) or close - link.at > _LONGEST_ASIDE:
            continue
        member = _head_behind(parse, close + 1)
        before = link.at - 2
        inside = range(link.at + 1, close)
        if member is None or not words[before].tag.startswith("N") or words[member].dep in ("nsubj", "nsubjpass"):
            continue
        if words[member].head in inside or words[member].dep in ("npadvmod", "dep", "appos"):
            return {member: (before, "conj")}
    return {}


def behind_colons(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Captured five places on Monday: Morek, Hass``: the names are those of what was told of before the colon."""
    words = parse.words
    colon = next((word.at for word in words[2:-1] if word.text == ":"), None)
    if colon is None or words[colon + 1].tag != "NNP":
        return {}
    behind = words[colon + 1 :]
    if any(word.tag in ("VBD", "VBZ", "VBP", "MD", "VB") or word.text in (":", ";") for word in behind):
        return {}
    first = _head_behind(parse, colon + 1)
    verb = next((n for n in (colon - 1, *parse.governors(colon - 1)) if words[n].tag[:2] in ("VB", "MD")), None)
    if first is None or verb is None or words[first].dep == "conj":
        return {}
    total = _everything(parse, colon)
    group = total or parse.dep(verb, "dobj", "nsubjpass") or parse.dep(verb, *SUBJECTS)
    if group is None or not colon > group or words[group].tag not in ("NN", "NNS") or _is_of_aside(parse, first, group):
        return {}
    over = words[first].head
    links: Links = {} if over == group else {first: (group, "appos")}
    listed = [first]
    for at in listed:
        names = (c for c in parse.deps(at, "appos", "conj", "npadvmod") if words[c].tag == "NNP" and c > at)
        listed += [c for c in names if words[_low(parse, c) - 1].text in (",", "and")]
    counted = total is not None or words[group].tag == "NNS" or parse.dep(group, "nummod") is not None
    if not counted and len(listed) == 1:
        return {}  # "seized the capital on Monday: Tehran", of which the name is where it was written
    return links | {at: (before, "conj") for before, at in pairwise(listed)}


def _is_of_aside(parse: Parse, first: int, group: int) -> bool:
    """``On three sides: A, B and C``: the names are of a noun behind the group's."""
    words = parse.words
    over = words[first].head
    return (
        over < first
        and words[over].dep == "pobj"
        and words[first].dep == "appos"
        and words[words[over].head].at > group
    )


def _everything(parse: Parse, colon: int) -> int | None:
    """``Everything they took outside the oblast: A and B``."""
    totals = (word for word in parse.words[1:colon] if word.lower in ("everything", "all"))
    clauses = ((word.at, clause) for word in totals for clause in parse.deps(word.at, "relcl"))
    return next((at for at, clause in clauses if clause < colon), None)


def _low(parse: Parse, at: int) -> int:
    return parse.edges(at)[0]


_LONGEST_ASIDE = 8


def _head_behind(parse: Parse, first: int) -> int | None:
    """The last word of the name or noun that begins at a position."""
    words = parse.words
    at = first
    while at < len(words) and words[at].tag in ("DT", "JJ", "PRP$", "CD"):
        at += 1
    if at >= len(words) or not words[at].tag.startswith("N"):
        return None
    while at + 1 < len(words) and words[at + 1].tag.startswith("N"):
        at += 1
    return at
