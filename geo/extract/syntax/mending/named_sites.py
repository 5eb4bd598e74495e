"""Mends a site that ends a list of names: of ``Inchon and Kimpo airfield`` only Kimpo is an airfield."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.mending.lists import names_before
from geo.world import world

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_BETWEEN = frozenset({"and", "or", "&"})
_SITES = frozenset({"site", "feature"})
_LISTED = frozenset({"conj", "appos", "dobj", "pobj", "nsubj", "nsubjpass"})


def sites_behind_names(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Took Misrata and Maitiga airport``: the last name is the airport's, and those before it are places themselves.

    With an article it is of both (``the Gaza and Israel border``).
    """
    words = parse.words
    for site in words[3:]:
        names = list(names_before(words, site.at)) if _is_site(site) else []
        if len(names) < 2 or site.dep not in _LISTED:  # noqa: PLR2004 - a list has two members
            continue
        first, span = words[names[0]], range(names[0], site.at + 1)
        begins = min(parse.edges(first.at)[0], first.at)
        while begins > 0 and words[begins - 1].tag in ("NNP", "NNPS"):
            begins -= 1
        parted = any(words[at].lower in _BETWEEN for at in range(names[-2], names[-1]))
        if not parted or words[begins].tag == "DT" or words[max(begins - 1, 0)].tag in ("DT", "JJ", "PRP$", "POS"):
            continue
        outer = next((one for one in (first, site) if one.head not in span), None)
        if outer is None or not (site.head in span or first.head in span or site.head == first.head):
            continue
        links: Links = dict.fromkeys(names[1:-1], (first.at, "conj"))
        links |= {first.at: (outer.head, outer.dep), site.at: (first.at, "conj"), names[-1]: (site.at, "compound")}
        return links
    return {}


def numbered_sites(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Left the Kilo 7 junction``: one thing, though the parser gave the verb its name for a second object."""
    words = parse.words
    found: Links = {}
    for site in words[3:]:
        number, name = words[site.at - 1], words[site.at - 2]
        if not number.text.isdigit():
            continue
        numbered = name.lower in lexicon.lists["numbered"] or world().place_nouns.of(name.lower)
        side = site.text.istitle() and site.lower in lexicon.lists["compass"]  # "Hill 881 South"
        if not ((_is_site(site) or side) and numbered and name.text[0].isupper()):
            continue
        if name.head == site.at:
            continue
        outer = name if name.head not in (site.at, number.at) else site
        found |= {c: (site.at, words[c].dep) for c in parse.deps(name.at, "det", "amod") if c < name.at}
        found |= {name.at: (site.at, "compound"), number.at: (site.at, "nummod"), site.at: (outer.head, outer.dep)}
    return found


def _is_site(word: Word) -> bool:
    nouns = world().place_nouns.of(word.lower) if word.tag in ("NN", "NNP") and word.text.islower() else ()
    return bool(nouns) and nouns[0].classes[0] in _SITES
