"""Allies without a name in a list of parties: of ``government troops and allied militias`` only the troops are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.phrases.noun_tree import NounTree, Phrase


def is_mere_ally(phrase: Phrase, tree: NounTree) -> bool:
    """Whether a party is told only as another's ally: ``and allied fighters``, ``and its Syrian allies``.

    ``Allied Hezbollah fighters`` and ``its ally, the Popular Front`` have names.
    """
    party, lists = phrase.party, tree.lexicon.lists
    if party is None or party.party is not None:
        return False
    if tree.parse.words[phrase.head].lemma in lists["allies"]:
        return bool(set(party.text.lower().split()) & lists["allies_said"])
    named = any(map(str.isupper, party.text))
    return not named and bool(tree.modifiers(phrase.head) & lists["allied"])
