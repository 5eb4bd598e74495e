"""Whose forces an organ tells of that nothing says is whose: ``the general staff said its units had left``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef

if TYPE_CHECKING:
    from geo.extract.syntax.story.antecedents import Antecedents


def army_by_organ(asked: Antecedents, at: int) -> PartyRef | None:
    """The army, of a staff, a command or a ministry of war without an owner."""
    phrases, lists = asked.clauses.phrases, asked.lexicon.lists
    if asked.clauses.parse.words[at].lemma not in lists["army_organs"] or phrases.owner(at) is not None:
        return None
    told = phrases.tree.modifiers(at) & lists["army_organ_words"]
    return PartyRef(text="army", head="forces") if told else None
