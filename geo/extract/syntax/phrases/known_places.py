"""Nouns that mean a place by what is known of it: ``the Yemeni capital``, ``the capital of Idlib``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.land_noun import LandNoun
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree


def known_by(tree: NounTree, noun: LandNoun, owner: Name, *, ranked: bool) -> PlaceRef:
    """``the Yemeni capital``: known by whose it is; ``Borno's second town``: the one told of before."""
    first, last = tree.span(noun.head, core=True)
    capital = tree.capital(owner.text) if noun.kind == "capital" else None
    ref = tree.place(min(first, owner.first), max(last, owner.last), kind=noun.kind, extent=noun.extent, name=capital)
    return replace(ref, anaphor=ranked and capital is None, unnamed=not owner.is_state)


def seat_of(tree: NounTree, noun: LandNoun, behind: int) -> PlaceRef | None:
    """``the capital of Idlib`` is a town of the province, and not the province; None where the name is a capital's."""
    owner = tree.names.get(behind)
    if noun.kind != "capital" or noun.plural or owner is None or not owner.is_place:
        return None
    forms = {one.form for one in tree.world.parties(owner.text)}
    return None if "capital" in forms and "name" not in forms else known_by(tree, noun, owner, ranked=True)


def is_told_apart(tree: NounTree, noun: LandNoun) -> bool:
    """Whether what stands behind a town only tells more of the one meant: ``the town, near Ambo, is theirs``."""
    words = tree.parse.words
    definite = "the" in tree.determiners(noun.head) and not noun.plural and noun.class_ == "settlement"
    return definite and noun.head + 1 < len(words) and words[noun.head + 1].text == ","
