"""Mends what ``but`` takes out of what was told, which the parser joins to it.

``All but the airport``, ``the whole province but Ariha``: of those the rest is meant. ``Sake but not Goma``: of these
the first is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse

_ALL = frozenset({"all", "everything", "everywhere"})
_EVERY = _ALL | {"every", "each", "whole", "entire", "entirety", "any"}
_LINKS = frozenset({"but", "and", "though", "although", "albeit", "yet"})
_BEFORE_HEAD = ("det", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "case", "advmod", "predet")
_FAR = 8
"""Words back to where ``every`` can stand before what it counts."""


def excepted_places(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """Hang what ``but`` excepts on ``but``, and what it is excepted from on its own verb."""
    found: Links = {}
    for word in parse.words[1:-1]:
        if word.lower == "but":
            found |= _behind_all(parse, word.at) or _behind_every(parse, word.at)
        if word.lower in _LINKS and word.at not in found and word.at + 2 < len(parse.words):
            found |= _and_not(parse, word.at)
    return found


def _behind_all(parse: Parse, but: int) -> Links:
    """``All but two of X's districts``, ``all but the old city of X``: of X's districts, of X, a part is told."""
    words, every = parse.words, parse.words[but - 1]
    if every.lower not in _ALL or not words[but + 1].tag.startswith(("N", "CD", "DT", "JJ", "PRP$")):
        return {}
    head = _head_from(parse, but + 1)
    told = "lead" if every.dep == "appos" else "except"  # "the rebels, all but two of them teenagers"
    found: Links = {but: (every.at, told), head: (but, "pobj")}
    if every.head == head:
        found[every.at] = (words[head].head, words[head].dep)
    links = (c for c in parse.children[head] if words[c].lower == "of" and words[c].dep == "prep")
    of = next(links, None)
    if of is not None and _is_of_places(parse, of):
        found[of] = (every.at, "prep")
    return found


def _behind_every(parse: Parse, but: int) -> Links:
    """``All of the north but X``, ``every town in the province but X``."""
    words = parse.words
    at = _joined_behind(parse, but)
    if at is None or words[words[at].head].tag.startswith("V"):
        return {}
    for word in reversed(words[max(0, but - _FAR) : but]):
        if word.tag.startswith(("V", "MD")) or word.dep == "punct":
            return {}
        if word.lower in _EVERY:
            return {but: (words[at].head, "except"), at: (but, "pobj")}
    return {}


def _and_not(parse: Parse, link: int) -> Links:
    """``Took X but not Y``, ``X, though not Y, has fallen``: what is told of X is not told of Y."""
    words = parse.words
    if words[link + 1].lower != "not" or words[link + 2].lower == "only":
        return {}
    at = _joined_behind(parse, link)
    if at is not None:
        over = next((one for one in parse.governors(at) if words[one].tag.startswith("V")), words[at].head)
        after = (c for c in parse.deps(at, "prep") if words[c - 1].text == ",")  # "X, but not Y, to the army"
        found: Links = dict.fromkeys(after, (over, "prep"))
        own_clause = words[at].head == over  # "X has fallen, but not Y"
        return found if own_clause else found | {link: (words[at].head, "lead"), at: (link, "pobj")}
    before = link - 1 - (words[link - 1].text == ",")
    at = _head_from(parse, link + 2)
    verb = words[words[at].head]
    if not words[before].tag.startswith("N") or words[at].dep not in SUBJECTS or not at < verb.at:
        return {}
    found = {link: (before, "lead"), at: (link, "pobj"), before: (verb.at, words[at].dep)}
    if verb.head == before:
        over = words[before].head
        found[verb.at] = (verb.at if over == before else over, words[before].dep)
    return found


def _joined_behind(parse: Parse, but: int) -> int | None:
    """The noun that ``but`` joins to one before it."""
    words = parse.words
    heads = (at for at in range(but + 1, min(but + _FAR, len(words))) if words[at].dep in ("conj", "appos", "npadvmod"))
    at = next(heads, None)
    if at is None or words[at].head > but or not words[at].tag.startswith(("N", "CD")):
        return None
    between = words[but + 1 : at]
    return None if any(one.tag.startswith(("V", "MD")) or one.dep == "punct" for one in between) else at


def _head_from(parse: Parse, at: int) -> int:
    """The head of the noun phrase that begins at a position."""
    while parse.words[at].dep in _BEFORE_HEAD and at < parse.words[at].head <= at + _FAR:
        at = parse.words[at].head
    return at


def _is_of_places(parse: Parse, of: int) -> bool:
    """``of Sirte's districts``, ``of the villages``, but not ``of the soldiers``."""
    return any(
        parse.words[noun].tag.startswith("NNP") or bool(world().place_nouns.of(parse.words[noun].lemma))
        for noun in _objects(parse, of)
    )


def _objects(parse: Parse, link: int) -> Iterator[int]:
    for noun in parse.deps(link, "pobj"):
        yield noun
        yield from parse.deps(noun, "conj")
