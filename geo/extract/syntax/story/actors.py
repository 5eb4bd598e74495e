"""Whom a pronoun means that acts: those who only tell of a war (``a monitor``, ``state television``) take nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.text import tokenize

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.trees.parse import Parse

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


def doer_meant(asked: Antecedents, pronoun: str, at: int) -> tuple[str, int]:
    """``Russia said it had withdrawn its troops``: ``its`` is whoever ``it`` is, and nobody told of before."""
    parse, lists = asked.clauses.parse, asked.lexicon.lists
    verb = next((over for over in parse.governors(at) if parse.words[over].tag.startswith("V")), at)
    doer = parse.dep(verb, "nsubj")
    if doer is None or doer > at:
        return pronoun, at
    both = {parse.words[doer].lower, pronoun}
    same = both <= lists["pronouns_of_one"] or both <= lists["pronouns_of_many"]
    return (parse.words[doer].lower, doer) if same else (pronoun, at)


def is_theirs(parse: Parse, party: PartyRef, pronoun: str, lexicon: SyntaxLexicon) -> bool:
    """Whether a party was told of as ``its troops`` or ``their men``, which ``it`` or ``they`` can well move."""
    start = party.said[0] if party.said else -1
    owner = next((word for word in parse.words if word.start == start and word.tag == "PRP$"), None)
    both = {owner.lower, pronoun} if owner is not None else set()
    lists = lexicon.lists
    return bool(both) and (both <= lists["pronouns_of_one"] or both <= lists["pronouns_of_many"])


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
