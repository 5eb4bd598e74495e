"""Whom a pronoun means inside somebody's claim: ``the army rejected M23 claims that it holds the town`` is of M23."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.makers import maker
from geo.extract.syntax.trees.parse import PLURAL_TAGS
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.story.antecedents import Antecedents

_INSIDE = ("acl", "ccomp", "relcl", "appos")


def claimer(asked: Antecedents, pronoun: str, at: int) -> PartyRef | None:
    """Who makes the claim of which a pronoun is the subject; nobody claims that they have lost."""
    parse, lexicon = asked.clauses.parse, asked.lexicon
    words = parse.words
    verb = words[words[at].head]
    if words[at].dep not in SUBJECTS or verb.dep not in _INSIDE or words[verb.head].lemma not in lexicon.say_nouns:
        return None
    if any(row.kind == "loss" for row in lexicon.verbs.get(verb.lemma, ())):
        return None
    found = _maker(asked, verb.head)
    if found is None:
        return None
    by, party = found
    many = words[by].tag in PLURAL_TAGS or words[by].lemma in lexicon.lists["irregulars"]
    if many != (pronoun in lexicon.lists["pronouns_of_many"]) and by not in asked.clauses.phrases.names:
        return None  # "the army rejected a rebel claim that it had left": it is the army
    return party


def _maker(asked: Antecedents, noun: int) -> tuple[int, PartyRef] | None:
    """The word that says whose a claim is, and the party: ``M23 claims``, ``the rebels' claim``, ``claims by X``."""
    parse, phrases = asked.clauses.parse, asked.clauses.phrases
    behind = maker(parse, noun)
    for at in (*parse.deps(noun, "poss", "compound", "amod"), *(() if behind is None else (behind,))):
        phrase = phrases.single(at)
        party = phrase.party or (phrases.owner(noun) if at < noun else None)
        if party is not None and not party.guessed and not party.bare:
            return at, asked.party_like(phrase) or party
    return None
