"""What a noun says of a party: ``our boys`` are soldiers, and ``movement of vehicles`` is no party at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.phrases.noun_tree import NounTree

_BEFORE = ("det", "compound", "amod", "nmod", "poss", "nn")


def flags_of(tree: NounTree, head: int, *, owned: bool) -> frozenset[str]:
    """What a noun of a party says of it; ``owned`` ones have their owner beside them: ``M23's movement``."""
    lists, word = tree.lexicon.lists, tree.parse.words[head]
    if word.lemma in lists["called_ours"] and word.tag == "NNS" and tree.determiners(head) == {"our"}:
        return frozenset({"forces"})
    things = word.lemma in lists["groups"] and not owned and _is_of_things(tree, head)
    return frozenset() if things else tree.head_flags(head)


def _is_of_things(tree: NounTree, head: int) -> bool:
    """Whether a noun tells that something moves or is grouped: ``movement of vehicles``, ``a group of houses``."""
    links = (link for link in tree.parse.deps(head, "prep") if tree.parse.words[link].lower == "of")
    inner = [noun for link in links for noun in tree.parse.deps(link, "pobj")]
    plain = all(noun not in tree.names and not tree.head_flags(noun) for noun in inner)
    bare = tree.parse.dep(head, *_BEFORE) is None
    return bool(inner) and plain and (bare or bool(tree.place_noun(inner[0])))
