"""Mends lists of things, and subjects whose participle was taken for the verb: each mending is one function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_STRAYED = ("appos", "dep", "npadvmod")
_OF_NAMES = (*_NAMES, "DT", "JJ", "NN", "NNS")
_SLOTS = ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
_COUNTING = frozenset({"dozens", "hundreds", "scores", "tens", "thousands"})
_ROUNDING = frozenset({"about", "around"})
_LINKS_OF_PARTICIPLES = frozenset({"to", "with", "by", "from", "in", "for", "against"})


_PARTITIVES = frozenset(
    {"most", "much", "all", "some", "many", "none", "several", "half", "both", "each", "few", "one"}
)
_TAKEN_FOR_TIMES = frozenset({"npadvmod", "advcl", "dep", "appos"})


def told_in_turn(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Took Bria, then Bakala and finally Ippy``: one after the other, and the second is no name of the first."""
    words = parse.words
    found: Links = {}
    for turn in words[1:-1]:
        if turn.lower not in lexicon.lists["in_turn"] or words[turn.at - 1].text not in (",", "and"):
            continue
        rest = words[turn.at + 1 :]
        second = next((word for word in rest if word.dep in _STRAYED or word.tag not in _OF_NAMES), turn)
        titled = any(words[child].lower in ("of", "on") for child in parse.children[second.at])  # "then Minister of"
        if second.dep not in _STRAYED or second.head > turn.at or titled:
            continue
        first = words[second.head if second.dep == "appos" else max(0, turn.at - 2)]
        later = first.at in found  # "A, then B, then the bridge"
        bare = parse.dep(second.at, "det") is None and second.tag in _NAMES
        if first.tag in _NAMES and (bare or later or first.dep == "appos"):
            found |= {second.at: (first.at, "conj"), turn.at: (first.at, "advmod")}
    return found


def things_in_turn(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Took the airport, then the bridge and finally the barracks``: what was taken next is no time."""
    words = parse.words
    found: Links = {}
    for turn in words[2:-1]:
        thing = words[turn.head]
        told = turn.lower in lexicon.lists["in_turn"] and words[turn.at - 1].text == "," and thing.at > turn.at
        if (
            not told
            or thing.dep not in _TAKEN_FOR_TIMES
            or not (thing.tag in ("NN", "NNS") and world().place_nouns.of(thing.lemma))
        ):
            continue
        first = parse.dep(thing.head, "dobj")
        if first is not None and first < turn.at and words[first].tag.startswith("N") and _has_article(parse, thing):
            found |= {thing.at: (first, "conj"), turn.at: (first, "advmod")}
    return found


def listed_things(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Seized the airport, the port and the bridge``: three things, and the second is no name of the first."""
    words = parse.words
    found: Links = {}
    for second in words:
        first = words[second.head]
        if second.dep in ("nsubj", "nsubjpass", "dobj"):  # the verb has two of them
            first = next((words[c] for c in parse.deps(second.head, second.dep) if c < second.at), second)
        elif second.dep != "appos":
            continue
        else:
            first = _listed_before(parse, first, second)
        if first.at == second.at or first.dep not in _SLOTS:
            continue
        if not (_is_thing(parse, first) and _is_thing(parse, second)):
            continue
        low = parse.edges(second.at)[0]
        last = parse.dep(second.at, "conj")
        twice = first.dep == second.dep == "dobj"  # no name of the first to the parser either
        joined = last is not None and parse.dep(second.at, "cc") is not None
        joined = (
            joined and last is not None and (_has_article(parse, words[last]) or (twice and words[last].tag in _NAMES))
        )
        if joined and low > first.at and words[low - 1].text == "," and words[(last or 0) - 1].text != ",":
            found[second.at] = (first.at, "conj")
    return found


def _listed_before(parse: Parse, first: Word, second: Word) -> Word:
    """The object right before the comma, where the parser made a list's second member one with the subject."""
    words, comma = parse.words, parse.edges(second.at)[0] - 1
    before = words[comma - 1] if comma > first.at and words[comma].text == "," else first
    return before if before.dep == "dobj" and before.head == first.head and first.dep == "nsubj" else first


def _is_thing(parse: Parse, word: Word) -> bool:
    """Whether a common noun stands with an article of its own."""
    return word.tag in ("NN", "NNS") and _has_article(parse, word)


def _has_article(parse: Parse, word: Word) -> bool:
    det = parse.dep(word.at, "det")
    return word.tag.startswith("N") and det is not None and parse.words[det].lower == "the"


def late_members(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Took X and Y on Monday, as well as Z``: Z is taken with them; ``left X, as well as from Y`` left both."""
    words = parse.words
    found: Links = {}
    for link in words[2:-1]:
        if link.lower != "as" or words[link.at - 1].lower != "well" or words[link.at - 2].lower != "as":
            continue
        verb = next((words[at] for at in parse.governors(link.at) if words[at].tag.startswith("V")), link)
        again = parse.dep(link.at, "prep", "pcomp")
        if again is not None and words[again].tag == "IN" and verb is not link and words[again - 1] is link:
            found[again] = (verb.at, "prep")
            continue
        behind = (*parse.deps(verb.at, "dep", "dobj", "conj", "pobj"), *parse.deps(link.at, "pobj"))
        member = next((c for c in behind if c > link.at), None)
        target = next((at for at in parse.deps(verb.at, "dobj", "nsubjpass") if at < link.at), None)
        if member is None or target is None or not words[member].tag.startswith("N") or verb is link:
            continue
        found |= {member: (target, "conj"), link.at: (target, "cc")}
    return found


def counted_more(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Dozens more villages``: the villages are taken, by the dozen."""
    words = parse.words
    found: Links = {}
    for more in words[1:-1]:
        count, noun = words[more.at - 1], words[more.head]
        if more.lower == "more" and count.lower in _COUNTING and count.head == noun.head and noun.tag == "NNS":
            found[count.at] = (noun.at, "nummod")
    return found


def reduced_relatives(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Tribesmen opposed to the group hold the city``: a participle says more of them, and the verb comes after."""
    words = parse.words
    for first in words[1:-2]:
        subject = parse.dep(first.at, "nsubj")
        plain = first.tag in ("VBD", "VBN") and first.dep in ("ROOT", "ccomp") and subject is not None
        if not plain or words[first.at + 1].lower not in _LINKS_OF_PARTICIPLES:
            continue
        later = next((c for c in parse.deps(first.at, "ccomp", "conj", "dep") if c > first.at), None)
        if later is None or words[later].tag not in ("VBD", "VBP", "VBZ", "VB") or subject is None:
            continue
        own = (
            parse.dep(later, *SUBJECTS, "mark", "aux") is not None or parse.dep(first.at, "aux", "auxpass") is not None
        )
        low = parse.edges(later)[0]
        if own or words[low - 1].text == "," or words[low - 1].tag == "CC" or parse.dep(first.at, "cc") is not None:
            continue
        links: Links = {subject: (later, "nsubj"), first.at: (subject, "acl")}
        links[later] = (later if first.head == first.at else first.head, first.dep)
        links |= {c: (later, words[c].dep) for c in parse.children[first.at] if c < subject or words[c].dep == "punct"}
        return links
    return {}


def parted_control(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Control was established over X``, ``took full control on Friday of X``: the noun says of what."""
    words = parse.words
    found: Links = {}
    for noun in words:
        if noun.lemma not in lexicon.lists["control_nouns"] or noun.dep not in ("nsubjpass", "dobj"):
            continue
        if any(words[c].lower in ("of", "over") for c in parse.deps(noun.at, "prep")):
            continue
        links = [c for c in parse.deps(noun.head, "prep") if words[c].lower in ("of", "over") and c > noun.at]
        if links:
            found[links[0]] = (noun.at, "prep")
    return found


def repeated_links(parse: Parse, lexicon: SyntaxLexicon) -> Links:  # noqa: ARG001 - a mending like the others
    """``Control of Goma and of most of Sake``: the noun has both, though the second was hung elsewhere."""
    words = parse.words
    found: Links = {}
    for again in words[2:]:
        if again.dep != "conj" or again.tag not in ("IN", "TO") or words[again.at - 1].lower not in ("and", "or"):
            continue
        alike = (w for w in words[: again.at] if w.lower == again.lower and w.dep == "prep")
        over = next((w.head for w in alike if again.head in (w.at, words[w.head].head)), None)
        if over is not None and words[over].tag.startswith(("NN", "JJS", "DT")):
            found[again.at] = (over, "prep")
    return found


def rounded_shares(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Holds about a third of Aleppo``: so much is what the verb has for its object."""
    words = parse.words
    found: Links = {}
    for link in words[1:-1]:
        if link.lower not in _ROUNDING or link.dep != "prep" or not words[link.head].tag.startswith("V"):
            continue
        share = parse.dep(link.at, "pobj")
        if share is None or link.head != link.at - 1 or parse.dep(link.head, "dobj", "auxpass") is not None:
            continue
        if words[share].lemma in lexicon.lists["scope_nouns"] or parse.dep(share, "nummod") is not None:
            found |= {share: (link.head, "dobj"), link.at: (share, "quantmod")}
    return found


def near_of(parse: Parse) -> Links:
    """``Of`` belongs to the noun, number or ``most`` right before it, and to none before that.

    In ``the harbour and most of the island`` it is the island's most. A verb keeps its own (``cleared it of mines``).
    """
    found: Links = {}
    for word, before in zip(parse.words[1:], parse.words, strict=False):
        if (
            word.lower != "of"
            or word.dep != "prep"
            or word.head >= before.at
            or parse.words[word.head].tag.startswith("V")
        ):
            continue
        if before.tag.startswith("NN") or before.tag == "CD" or before.lower in _PARTITIVES:
            found[word.at] = (before.at, "prep")
    return found
