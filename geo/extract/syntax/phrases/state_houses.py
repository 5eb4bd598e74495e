"""Buildings that are ground where soldiers fight for them: ``the parliament building``, ``the hospital``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.topics import names_fighters, tells_of_war

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.phrases.noun_tree import NounTree


def is_seat(ref: PlaceRef, tree: NounTree) -> bool:
    """Whether a building of the state is ground that soldiers take: ``the parliament building``."""
    last = ref.text.rpartition(" ")[2].lower()
    house = last in tree.lexicon.lists["state_houses"] and tree.ends_in_kind_of_two(ref.text)
    return house and tells_of_fighters(tree)


def tells_of_fighters(tree: NounTree) -> bool:
    """Whether the sentence speaks of those who could hold a hospital or a hotel as ground."""
    return tells_of_war(tree.parse.words, tree.world) or names_fighters(tree.parse.words, tree.world)
