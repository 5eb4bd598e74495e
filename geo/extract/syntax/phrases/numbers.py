"""Numbers that take up so many of what was told: ``all three``, ``those four``, ``the two``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.phrases.noun_tree import NounTree

_ONE = 1


def takes_up(tree: NounTree, head: int) -> bool:
    """Whether a number stands alone for places or people told of before, with what points at them."""
    word = tree.parse.words[head]
    if word.tag != "CD" or head in tree.names or tree.has_of(head) or (tree.number_said(head) or _ONE) <= _ONE:
        return False
    children = tree.parse.children[head]
    pointed = tree.determiners(head) & tree.lexicon.lists["before_numbers"]
    return bool(pointed) and all(tree.parse.words[child].dep in ("det", "predet", "nmod") for child in children)


def takes_up_all(tree: NounTree, head: int) -> bool:
    """``all three towns``: those told of, and no others."""
    return tree.is_counted(head) and "all" in tree.determiners(head) and tree.number(head) is not None
