"""Mends names that a noun counts or ranks, taken for more of the land behind it: ``two towns in Diyala, A and B``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.date_expressions.counts import number_of
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_LANDS = frozenset({"name", "demonym"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "our"})
_ASTRAY = ("appos", "npadvmod", "dep", "advmod")


def named_behind_land(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Two towns in Diyala, A and B``, ``the last stronghold in Grozny, the C district``: those are the noun's."""
    words = parse.words
    found: Links = {}
    for noun in words:
        if not noun.tag.startswith("NN") or noun.tag in _NAMES or not _is_land(noun):
            continue
        bare = _bare_land_behind(parse, noun) if noun.tag == "NNS" else None
        behind = _land_behind(parse, noun, lexicon) if bare is None else bare
        if behind is None:
            continue
        first = _first_behind(parse, behind)
        if first is None:
            continue
        members = [first, *_chain(parse, first)]
        if not all(_is_named(parse, at) for at in members):
            continue
        uncounted = bare is not None and _number(parse, noun) is None and len(members) > 1
        if (
            uncounted
            or len(members) == _number(parse, noun)
            or (len(members) == 1 and _is_singled_out(parse, noun, lexicon))
        ):
            found[first] = (noun.at, "appos")
    return found


def _is_land(noun: Word) -> bool:
    kinds = world().place_nouns.of(noun.lemma)
    return bool(kinds) and kinds[0].classes[0] in ("settlement", "area", "quarter", "site", "feature")


def _land_behind(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> int | None:
    """The name of the land in which the places of a noun lie, right behind it."""
    words = parse.words
    link = words[noun.at + 1] if noun.at + 1 < len(words) else noun
    if link.dep != "prep" or link.head not in (noun.at, noun.head) or link.lower == "of":
        return None
    land = parse.dep(link.at, "pobj")
    if land is None:
        return None
    known = words[land].tag in _NAMES or words[land].lemma in lexicon.lists["located_parts"] or _is_named(parse, land)
    return land if known else None


def _bare_land_behind(parse: Parse, noun: Word) -> int | None:
    """The land that a noun's ``of`` or ``in`` brings without a name: ``the eastern districts of the city, A and B``."""
    words = parse.words
    link = words[noun.at + 1] if noun.at + 1 < len(words) else noun
    land = parse.dep(link.at, "pobj") if link.dep == "prep" and link.lower in ("of", "in", "around", "near") else None
    if land is None or words[land].tag != "NN" or not _is_land(words[land]):
        return None
    definite = any(words[child].lower in _DEFINITE for child in parse.deps(land, "det", "poss"))
    return land if definite and land + 1 < len(words) and words[land + 1].text == "," else None


def _first_behind(parse: Parse, land: int) -> int | None:
    """The name behind a comma right after the land, hung on the land or astray."""
    words = parse.words
    hung = (c for c in parse.deps(land, "conj", "appos") if c > land)
    astray = (word.at for word in words[land + 2 :] if word.dep in _ASTRAY and word.tag in _NAMES)
    for at in (*hung, *astray):
        comma = parse.edges(at)[0] - 1
        if words[comma].text == "," and (words[at].head == land or comma == land + 1):
            return at
    return None


def _chain(parse: Parse, at: int) -> Iterator[int]:
    """The members of a list behind its first."""
    for other in parse.deps(at, "conj"):
        yield other
        yield from _chain(parse, other)


def _is_named(parse: Parse, at: int) -> bool:
    """Whether a noun is a name of no state, or has one before it: ``Saadiyah``, ``the Zavodskoi district``."""
    words = parse.words
    if words[at].tag not in _NAMES:
        return any(words[c].tag in _NAMES for c in parse.deps(at, "compound", "nmod", "amod"))
    low = min((c for c in parse.deps(at, "compound") if words[c].tag in _NAMES), default=at)
    name = " ".join(word.text for word in words[low : at + 1])
    return not any(one.form in _LANDS for one in world().parties(name))


def _number(parse: Parse, noun: Word) -> int | None:
    numbers = (number_of(parse.words[c].lower) for c in parse.deps(noun.at, "nummod"))
    number = next((one for one in numbers if one is not None), None)
    return number if noun.tag == "NNS" else None


def _is_singled_out(parse: Parse, noun: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether there is but one such place: ``the last stronghold``, ``the largest town``."""
    before = [parse.words[c] for c in parse.children[noun.at] if c < noun.at]
    singled_out = lexicon.lists["singling_out"]
    return noun.tag == "NN" and any(one.lower in singled_out or one.tag == "JJS" for one in before)
