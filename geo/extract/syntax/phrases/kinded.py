"""Names with the kind behind them: ``Goma airport``, ``the Katindo barracks``, ``the upper Juba valley``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.land_noun import LandNoun
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree


def with_kind(tree: NounTree, noun: LandNoun, name: Name, *, alone: bool) -> PlaceRef:
    """A name with its kind: the kind is a word of the place's where the place is a thing, or land of its own."""
    called = noun.kind in tree.lexicon.lists["called_kinds"]
    words = tree.parse.words
    in_list = noun.plural and words[noun.head].dep in ("conj", "appos")
    in_list = in_list or any(word.dep == "cc" for word in words[name.last : noun.head])
    whole = alone and not in_list
    last = noun.head + 1 if whole else name.last
    if noun.plural and noun.is_thing and not called:  # "the Katindo barracks"
        return tree.place(name.first, last, place=name.place, extent="part", name=name.text)
    first = _upper(tree, noun.head, name) if called and whole else name.first
    lengthwise = words[first].lower in tree.lexicon.lists["lengthwise"]
    ref = tree.place(first, last, kind=noun.kind, extent="whole" if lengthwise else noun.extent)
    if noun.is_thing and not called:
        return replace(ref, unnamed=True)
    return replace(ref, place=name.place, name=name.text if called or noun.plural else None)


def _upper(tree: NounTree, head: int, name: Name) -> int:
    """Where ``the upper Juba valley`` begins, which is what that part of the valley is called."""
    part = tree.part_before(head, name.first)
    return name.first if part is None else part
