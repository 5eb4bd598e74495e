"""Ways between two places: ``the road from Goma to Sake`` lies in neither, and is told of by all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.land_noun import LandNoun
    from geo.extract.syntax.phrases.noun_tree import NounTree
    from geo.extract.syntax.trees.parse import Parse


def has_far_end(parse: Parse, link: int) -> bool:
    """Whether a ``from`` says where a way begins whose end stands behind it (:mod:`...mending.routes`)."""
    words = parse.words
    return words[link].lower == "from" and any(words[end].lower == "to" for end in parse.deps(link, "prep"))


def is_receiver(tree: NounTree, noun: int, link: int) -> bool:
    """Whether a ``to`` that hangs on the verb says to whom: ``left the city to Russia``, not ``took the road to X``."""
    words, lists = tree.parse.words, tree.lexicon.lists
    return words[link].lower == "to" and words[noun].lemma not in lists["routes"] | lists["ways_in"]


def way_between(tree: NounTree, noun: LandNoun) -> tuple[PlaceRef, ...]:
    """A way with both its ends, or nothing; ``the region, from X to Y`` is no way, and all of it is meant."""
    lists = tree.lexicon.lists
    if noun.word.lemma not in lists["routes"] | lists["ways_in"]:
        return ()
    start = next((link for link in tree.parse.deps(noun.head, "prep") if has_far_end(tree.parse, link)), None)
    if start is None:
        return ()
    ends = [at for link in tree.parse.deps(start, "prep") for at in tree.parse.deps(link, "pobj")]
    last = max((tree.names[at].last if at in tree.names else at + 1 for at in ends), default=noun.head + 1)
    first, _ = tree.span(noun.head, core=True)
    return (tree.place(first, last, kind=noun.kind, extent=noun.extent, unnamed=True),)
