"""Whom a pronoun means that acts: those who only tell of a war (``a monitor``, ``state television``) take nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import tokenize

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.story.antecedents import Antecedents

_TELLS = frozenset({"voice", "person"})


def who_acts(asked: Antecedents, pronoun: str, at: int, *, without: frozenset[str]) -> PartyRef | None:
    """Whom a pronoun means that gains, loses or holds: ``The army broke through, state television said. It took X``."""
    party = asked.party_meant(pronoun, at, without=without)
    lists = asked.lexicon.lists
    one, many = pronoun in lists["pronouns_of_one"], pronoun in lists["pronouns_of_many"]
    told = _tells(asked, party) if party is not None and (one or many) else None
    if party is None or told is None:
        return party
    other = asked.party_meant(pronoun, at, without=without | {party.name}, acting=one)
    if other is not None and _tells(asked, other) is None:
        return other
    return party if "person" in told else None


def _tells(asked: Antecedents, party: PartyRef) -> frozenset[str] | None:
    """The flags of a party that only tells (``a monitor``, ``a report``, ``officers``); None of others."""
    last = party.text.split()[-1] if party.text else ""
    if party.head == "name" and party.party is None:
        named = {word.lower() for word in party.text.split()}
        return _TELLS - {"person"} if named & asked.lexicon.lists["telling_names"] else None
    if party.head != "voices" or asked.story.knows(party):
        return None
    noun = asked.clauses.phrases.tree.world.head_at(tokenize(last), 0)
    flags = noun.values[0].flags if noun else frozenset()
    return flags if flags and flags <= _TELLS else None
