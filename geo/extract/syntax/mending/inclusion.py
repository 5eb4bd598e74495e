"""Mends what is told to be among places, or to go with them: ``Morek among them``, ``and with it the highway``.

What the parser took for an adverb, or for a clause of its own, is a member: it fared as the places did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_THEM = frozenset({"it", "them", "these", "those", "which"})
_AMONG = frozenset({"first", "last", "latest", "others"})
_ENDS = (".", ",", ";", ":", "-RRB-", "''")
_OVER_LAND = frozenset({"from", "into", "through", "across", "over", "throughout"})
_RELATIVES = ("WDT", "WP")
_BESIDES = frozenset({("along", "with"), ("together", "with")})
_NAMED = ("NNP", "NNPS")
_INSIDE = ("NN", "NNS", "NNP", "NNPS", "DT", "JJ", "HYPH", "POS", "CC", "IN", "PRP$", "CD")


def fallen_with_it(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The town fell, and with it the whole highway``: the highway fared as the town did."""
    words = parse.words
    for link in words[2:-2]:
        if link.lower != "with" or words[link.at + 1].lower not in ("it", "them"):
            continue
        before = words[link.at - 1 - (words[link.at - 1].text == ",")]
        if before.lower != "and":
            continue
        at = link.at + 2
        if words[at].text == "," and words[link.at - 1].text == ",":
            at += 1  # "and, with it, Homs"
        elif words[at].text == ",":
            at = next((n + 1 for n in range(at + 1, len(words)) if words[n].text == ","), len(words))
        noun = next(
            (n for n in range(at, len(words)) if words[n].tag.startswith("N") and words[n].dep != "compound"), None
        )
        verb = max((w.at for w in words[: link.at] if w.tag.startswith("V")), default=None)
        verb = next((v for v in parse.governors(link.at) if words[v].tag.startswith("V") and v < link.at), verb)
        noun = _owned_place(parse, noun) if noun is not None else None
        if noun is None or verb is None or any(words[n].tag.startswith(("V", "MD")) for n in range(at, noun)):
            continue
        behind = words[min(noun + 1, len(words) - 1)].tag in ("VBZ", "VBP", "VBD", "MD")
        if behind or (words[noun].dep in SUBJECTS and words[noun].head > noun):
            continue  # "and with it the plant is within range"
        shared = _told_of(parse, verb)
        if shared is not None and noun not in parse.governors(shared):
            return {noun: (shared, "conj")}
    return {}


def _owned_place(parse: Parse, at: int) -> int | None:
    """The place that is somebody's (``Homs's airport``), or the noun itself; none for ``Homs's last hope``."""
    words = parse.words
    if words[min(at + 1, len(words) - 1)].tag != "POS":
        return at
    owned = words[at].head
    return owned if owned > at and world().place_nouns.of(words[owned].lemma) else None


def fellows_behind(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Goma is under M23 control, along with Bukavu``: what stands behind is held as the subject is."""
    words = parse.words
    for link in words[3:-1]:
        pair = (words[link.at - 1].lower, link.lower)
        if pair not in _BESIDES or words[link.at - 2].text != ",":
            continue
        subject = next((c for v in parse.governors(link.at) for c in parse.deps(v, "nsubj", "nsubjpass")), None)
        verb = words[subject].head if subject is not None else link.at
        noun = parse.dep(link.at, "pobj")
        state = words[verb].lemma in ("be", "remain", "stay") or parse.dep(verb, "auxpass") is not None
        if (
            subject is None
            or noun is None
            or not state
            or words[subject].tag not in _NAMED
            or words[noun].tag not in _NAMED
        ):
            continue
        return {noun: (subject, "conj")}
    return {}


def named_behind(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Forty villages were freed on Monday, Morek among the first``; ``The Bekaa was lost, Baalbek with it``."""
    words = parse.words
    for mark in words[3:]:
        first = _list_before(parse, mark.at) if _marks(parse, mark.at) else None
        if first is None:
            continue
        verb = _verb_before(parse, first - 1)
        if verb is None:
            continue
        group, member = _told_of(parse, verb), _head_of(parse, first, mark.at)
        if group is None or member is None or group in (member, *parse.governors(member))[:2]:
            continue
        links: Links = {member: (group, "conj")}
        if mark.lower in ("included", "besides"):
            if mark.dep == "ROOT":
                main = next(n for n in (verb, *parse.governors(verb)) if words[n].head == mark.at)
                links[main] = (main, "ROOT")
            links[mark.at] = (verb, "advmod")
        else:
            links[mark.at] = (member, "prep")
        return links
    return {}


def _marks(parse: Parse, at: int) -> bool:
    """Whether a word says that what stands before it is one of more: ``among them``, ``with it``, ``included``."""
    words = parse.words
    word, behind = words[at], [one.lower for one in words[at + 1 : at + 4]]
    if word.lower in ("included", "besides"):
        return at + 1 >= len(words) or words[at + 1].tag in _ENDS
    if word.lower in ("among", "amongst", "with") and behind[:1] == ["the"]:
        return word.lower != "with" and behind[1:2] in (["first"], ["last"], ["latest"]) and _closes(parse, at + 3)
    if word.lower in ("among", "amongst"):
        return behind[:1] != [] and behind[0] in (_THEM | _AMONG) and _closes(parse, at + 2)
    return word.lower == "with" and behind[:1] in (["it"], ["them"]) and _closes(parse, at + 2)


def _closes(parse: Parse, at: int) -> bool:
    return at >= len(parse.words) or parse.words[at].tag in _ENDS


def _list_before(parse: Parse, mark: int) -> int | None:
    """Where the names before a mark begin, behind a comma; none where something else stands there."""
    words = parse.words
    at = mark - 1
    if words[at].tag not in ("NNP", "NNPS", "NN", "NNS"):
        return None
    while at > 0 and words[at].tag in _INSIDE:
        at -= 1
    if words[at].text != "," or not any(word.tag in ("NNP", "NNPS") for word in words[at + 1 : mark]):
        return None
    return at + 1 + (words[at + 1].tag == "CC")


def _verb_before(parse: Parse, comma: int) -> int | None:
    """The verb of the clause that ends at a comma."""
    words = parse.words
    at = comma - 1 if words[comma].text == "," else comma
    while at > 0 and (words[at].text == "," or words[at].tag == "CC"):
        at -= 1
    above = (n for n in (at, *parse.governors(at)) if n < comma and words[n].tag.startswith("V"))
    return next((n for n in above if _told_of(parse, n) is not None), None)


def _told_of(parse: Parse, verb: int) -> int | None:
    """What a clause tells something of: its object, the subject of a passive, or of a verb without an object."""
    found = parse.dep(verb, "dobj", "nsubjpass")
    if parse.words[verb].dep == "relcl" and parse.words[verb].head < verb:
        return parse.words[verb].head if found is None or parse.words[found].tag in _RELATIVES else found
    if found is not None:
        return found
    links = (link for link in parse.deps(verb, "prep") if parse.words[link].lower in _OVER_LAND)
    behind = (noun for link in links for noun in parse.deps(link, "pobj"))
    if parse.dep(verb, "ccomp", "xcomp") is not None:
        return None
    return next(behind, parse.dep(verb, *SUBJECTS))


def _head_of(parse: Parse, first: int, end: int) -> int | None:
    """The head of the first noun phrase of some words."""
    words = parse.words
    nouns = [n for n in range(first, end) if words[n].tag.startswith("N")]
    at = next(iter(nouns), None)
    while at is not None and at + 1 < end and words[at + 1].tag.startswith("N"):
        at += 1
    return at


def members_among(parse: Parse) -> Links:
    """``the villages it asks for, Lower Askipara among them``; ``..., the town of Shusha included``: members, named."""
    words = parse.words
    for link in words:
        among = link.lower == "among" and any(words[c].lower in ("it", "them") for c in parse.deps(link.at, "pobj"))
        included = link.lower == "included" and words[min(link.at + 1, len(words) - 1)].tag in (".", ",")
        if not (among or included) or not link.at or not words[link.at - 1].tag.startswith("N"):
            continue
        member = link.at - 1
        while (words[member].dep in ("conj", "pobj", "prep", "compound")) and words[words[member].head].text != ",":
            above = words[member].head
            if above > member or any(word.text == "," for word in words[above:member]):
                break
            member = above
        low = parse.edges(member)[0] if words[member].dep != "ROOT" else member
        group = _group_before(parse, low - 1) if low > 1 and words[low - 1].text == "," else None
        if group is not None and group != member and not {member, link.at} & set(parse.governors(group)):
            return {member: (group, "conj"), link.at: (member, "prep")}
    return {}


def _group_before(parse: Parse, comma: int) -> int | None:
    """The noun in a slot of a verb whose phrase ends at a comma."""
    above = (at for at in (comma - 1, *parse.governors(comma - 1)) if at < comma)
    return next(
        (
            at
            for at in above
            if parse.words[at].tag.startswith(("N", "CD")) and parse.words[at].dep in ("dobj", "nsubj", "nsubjpass")
        ),
        None,
    )
