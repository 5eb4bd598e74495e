"""Whom a noun for a group means where its name is told: ``a group called X``, ``rebels known as the Y``.

A name that nothing else knows is one of a party where a group is said to bear it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.phrases.long_names import long_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.noun_tree import NounTree

_GROUPS = frozenset({"forces", "attackers"})
_NAMES = ("known", "organisation", "open")


def named_behind(tree: NounTree, head: int) -> PartyRef | None:
    """Who is meant by ``the armed group UPC`` or ``the rebel movement M23``: a name right behind the noun."""
    name = tree.names.get(head + 1)
    if name is not None and name.nature == "person" and "person" in tree.head_flags(head):
        beside = tree.parse.words[name.last - 1].head == head  # "the warlord Abdul Rashid Dostum"
        return PartyRef(text=name.text, at=tree.offsets(name.first, name.last)) if beside else None
    if name is None or name.nature not in ("known", "organisation") or not name.known_party or name.is_place:
        return None
    word = tree.parse.words[name.last - 1]
    if word.head != head or word.dep not in ("appos", "nmod", "dep", "npadvmod"):
        return None
    party = name.party if name.party != name.text else None
    return PartyRef(text=name.text, party=party, at=tree.offsets(name.first, name.last))


def _named_beside(tree: NounTree, head: int) -> PartyRef | None:
    """Who is meant by ``a second movement, MODEL,``: a group's name behind a comma."""
    if tree.parse.words[head].tag != "NN" or "person" in tree.head_flags(head):
        return None
    names = (tree.names.get(child) for child in tree.parse.deps(head, "appos"))
    return next((of_group(tree, name) for name in names if name and is_group(name)), None)


def of_group(tree: NounTree, name: Name) -> PartyRef:
    """A group by its name."""
    party = name.party if name.party != name.text else None
    return PartyRef(text=name.text, party=party, head="forces", at=tree.offsets(name.first, name.last))


def is_group(name: Name) -> bool:
    """Whether a name is that of an organisation, and of no state, people or place."""
    return name.known_party and name.nature in ("known", "organisation") and not (name.is_place or name.is_state)


def called(tree: NounTree, head: int, *, owned: bool) -> PartyRef | None:
    """The party whose name stands behind a group's noun; ``owned`` ones have words that tell whose they are."""
    if not owned and (beside := _named_beside(tree, head)):
        return beside
    words, lists = tree.parse.words, tree.lexicon.lists
    group = words[head].lemma in lists["groups"] | lists["collectives"] | lists["unions"]
    if not (group or tree.head_flags(head) & _GROUPS) or "person" in tree.head_flags(head):
        return None
    told = [*_named_so(tree, head), *(_set_beside(tree, head) if group else ())]
    return next((party for at in told if (party := _party(tree, at))), None)


def _set_beside(tree: NounTree, head: int) -> Iterator[int]:
    """``A little-known group, the Lions of the Delta,``: a name with its article behind a comma."""
    for at in tree.parse.deps(head, "appos") if tree.parse.words[head].tag == "NN" else ():
        if at in tree.names and tree.parse.words[tree.names[at].first - 1].tag == "DT":
            yield at


def _named_so(tree: NounTree, head: int) -> Iterator[int]:
    """The nouns behind ``called``, ``calling itself`` and ``known as``, of a group or of what it is one of."""
    words, naming = tree.parse.words, tree.lexicon.lists["naming_verbs"]
    inner = (noun for link in tree.parse.deps(head, "prep") for noun in tree.parse.deps(link, "pobj"))
    groups = (noun for noun in inner if words[noun].lemma in tree.lexicon.lists["groups"] and noun not in tree.names)
    for noun in (head, *groups):
        for verb in tree.parse.deps(noun, "acl"):
            if words[verb].lemma in naming:
                yield from tree.parse.deps(verb, "oprd", "dobj", "attr")
                links = (link for link in tree.parse.deps(verb, "prep") if words[link].lower == "as")
                yield from (name for link in links for name in tree.parse.deps(link, "pobj"))


def _party(tree: NounTree, at: int) -> PartyRef | None:
    """A name as that of a party, with what ``of`` brings: ``the Lions of the Delta``."""
    name = tree.names.get(at)
    if name is None or name.nature not in _NAMES or name.is_state:
        return None
    words = tree.parse.words
    last = long_end(words, name.last, tree.world) if name.last < len(words) else name.last
    text = tree.text[words[name.first].start - tree.offset : words[last - 1].end - tree.offset]
    party = name.party if name.known_party and name.party != name.text else None
    return PartyRef(text=text, party=party, head="forces", at=tree.offsets(name.first, last))
