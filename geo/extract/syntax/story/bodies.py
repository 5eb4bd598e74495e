"""Which party a noun of an armed body with adjectives stands for: ``the rebel group``, ``the Iran-backed group``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents


def described_body(asked: Antecedents, phrase: Phrase) -> PartyRef | None:
    """The armed group told of that a noun stands for, where its adjectives only tell of what kind it is."""
    parse, parties = asked.clauses.parse, asked.story.parties
    word = parse.words[phrase.head]
    if phrase.party is None or word.tag in PLURAL_TAGS or not _is_described(asked, phrase.party.text):
        return None
    pointing = ("the", *asked.lexicon.lists["pointing"])
    if not any(parse.words[child].lower in pointing for child in parse.deps(phrase.head, "det")):
        return None
    return parties.like(
        word.lemma,
        plural=True,  # "the Houthis" can be the group, as well as "M23"
        seen_from=asked.spot(phrase.head),
        but=lambda one: _is_inside(one, phrase) or _is_other(asked, one),
    )


def _is_described(asked: Antecedents, text: str) -> bool:
    """Whether all words before the noun tell of a kind: ``the Islamist militant group``; ``the Wagner group`` is named.

    Who leads or backs it can be anybody of a group; a ``US-led coalition`` is one of states.
    """
    lists = asked.lexicon.lists
    *before, noun = text.lower().split()
    group = noun in lists["groups"] | lists["collectives"]
    if not before or not (group or noun in lists["described_groups"]):
        return False
    return all(_is_kind(word, lists["kinds_of_groups"], lists["after_hyphen"], group=group) for word in before)


def _is_kind(word: str, kinds: frozenset[str], backed: frozenset[str], *, group: bool) -> bool:
    first, _, last = word.rpartition("-")
    return word in kinds or (last in backed and (group or first in kinds))


def _is_inside(party: PartyRef, phrase: Phrase) -> bool:
    """``The Tutsi-led group``: who leads it is told of by its own words."""
    return party.at is not None and phrase.start <= party.at[0] < phrase.end


def _is_other(asked: Antecedents, party: PartyRef) -> bool:
    """Whether a party is no armed group with a name: a state, its army, peacekeepers, ``the soldiers``."""
    sides, world = asked.story.sides, asked.story.places.world
    side = sides.of(party)
    if party.bare or party.guessed or not any(map(str.isupper, party.text)):
        return True
    known = {str(one.kind) for text in (party.party, party.text) if text for one in world.parties(text)}
    known |= _kinds_of_people(asked, side)
    return (side is not None and sides.camp(side) == "state") or (bool(known) and "armed-group" not in known)


def _kinds_of_people(asked: Antecedents, side: str | None) -> set[str]:
    """The kind of people that a side is of whom no organisation is known: ``Kurdish forces`` are no group."""
    people = asked.story.places.world.peoples.get(side) if side else None
    return {people.kind} if people else set()
