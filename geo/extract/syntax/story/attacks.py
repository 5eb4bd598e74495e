"""Whose attack an article tells of: they are meant where a place is then taken by nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """Somebody's attack, where the article tells it; ``places`` are what a verb says was attacked.

    Of an ``offensive`` a paragraph may tell anywhere; a verb tells what came before what stands behind it.
    """

    paragraph: int
    start: int
    party: PartyRef
    by_verb: bool = False
    places: tuple[PlaceRef, ...] = ()


def attack_by_noun(asked: Antecedents, at: int) -> Attack | None:
    """``The army's offensive``, ``the rebels launched an assault``."""
    words, lists = asked.clauses.parse.words, asked.lexicon.lists
    if words[at].lemma not in lists["attacks"]:
        return None
    if asked.clauses.phrases.tree.modifiers(at) & lists["peaceful_adjectives"]:  # "a rescue operation"
        return None
    attacker = asked.clauses.phrases.owner(at)
    verb = words[at].head
    kind = attacker is None or attacker.text.lower() in lists["bare_parties"]  # "launched a military operation"
    if kind and words[at].dep == "dobj" and words[verb].lemma in lists["launching"]:
        subject = asked.clauses.subject(verb)
        attacker = asked.clauses.phrases.single(subject).party if subject is not None else None
    if attacker is None or attacker.bare:
        return None
    return Attack(paragraph=asked.paragraph, start=words[at].start, party=attacker)


def attack_by_verb(asked: Antecedents, verb: int) -> Attack | None:
    """``Rebels stormed the base``: forces that did so, and neither planned nor failed to."""
    word = asked.clauses.parse.words[verb]
    if not word.tag.startswith("V") or word.lemma not in asked.lexicon.lists["attacking"]:
        return None
    clause = asked.clauses.clause(verb)
    if clause.manner.negated or clause.manner.planned or clause.manner.unreal:
        return None
    passive = clause.voice == "passive"
    if any(phrase.civilians for phrase in (*clause.object, *clause.subject)):
        return None
    sides = list(_forces(asked, clause.agent if passive else clause.subject))
    if len(sides) != 1:
        return None
    target = clause.subject if passive else (*clause.object, *clause.behind("on", "into", "against"))
    places = tuple(one for phrase in target for ref in phrase.places for one in asked.places_of(ref, phrase))
    return Attack(paragraph=asked.paragraph, start=word.start, party=sides[0], by_verb=True, places=places)


def _forces(asked: Antecedents, phrases: Iterable[Phrase]) -> Iterable[PartyRef]:
    for phrase in phrases:
        party = phrase.party
        if party is not None and phrase.forces and not (party.guessed or party.bare):
            yield asked.party_like(phrase) or party
