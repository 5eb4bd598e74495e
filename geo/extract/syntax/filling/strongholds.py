"""Whose stronghold a place is called that falls: ``Derna, the rebels' last stronghold, was taken``, and not by them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.filling.former_rule import lost_before, with_former_ruler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.story.antecedents import Antecedents


def with_losers(event: Event, asked: Antecedents) -> Event:
    """An event with whoever lost the place, as the words around it tell."""
    return lost_before(_with_lord(with_former_ruler(event, asked), asked), asked)


def _with_lord(event: Event, asked: Antecedents) -> Event:
    """An event of losing with whoever had the place as a stronghold; unchanged where nothing tells."""
    taken = event.kind in ("capture", "handover", "loss") and event.lost_by is None
    lord = next(_lords(event, asked), None) if taken else None
    if lord is None or (event.gained_by and asked.story.sides.of(lord) == asked.story.sides.of(event.gained_by)):
        return event
    return replace(event, lost_by=lord)


def _lords(event: Event, asked: Antecedents) -> Iterator[PartyRef]:
    """Whose strongholds the places of an event are called."""
    parse, phrases, lists = asked.clauses.parse, asked.clauses.phrases, asked.lexicon.lists
    starts = {ref.start for ref in event.places}
    heads = [word.at for word in parse.words if word.start in starts]
    names = (phrases.names[at].last - 1 if at in phrases.names else at for at in heads)
    for name in names:
        beside = [*parse.deps(name, "appos"), *([parse.words[name].head] if parse.words[name].dep == "appos" else [])]
        for noun in beside:
            if parse.words[noun].lemma in lists["strongholds"] and not (
                phrases.tree.modifiers(noun) & lists["formerly"]
            ):
                owner = phrases.owner(noun) or _told_before(noun, asked)
                if owner is not None and owner.head != "voices":
                    yield owner


def _told_before(noun: int, asked: Antecedents) -> PartyRef | None:
    """Whom ``their last stronghold`` takes up."""
    parse = asked.clauses.parse
    for owner in parse.deps(noun, "poss"):
        if parse.words[owner].lower in asked.lexicon.lists["possessives"]:
            return asked.party_meant(parse.words[owner].lower, owner)
    return None
