"""Whether a predicate with its parts says anything about control."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.date_expressions import find_dates
from geo.date_expressions.counts import number_of
from geo.extract.syntax.date_lexicon import date_lexicon

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses.clauses import Clause
    from geo.extract.syntax.clauses.parts import Parts
    from geo.extract.syntax.lexicon import Predicate
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.records import Kind

_OF_TIME = frozenset(
    {
        "on",
        "after",
        "before",
        "in",
        "at",
        "by",
        "during",
        "since",
        "until",
        "without",
        "under",
        "with",
        "within",
        "amid",
    }
)
_HOURS = 24
_NEXT_DAY = re.compile(r"(?:the )?(?:next|following|same) (?:day|morning|evening|night|afternoon|week)").fullmatch
_MOVING: frozenset[Kind] = frozenset({"withdrawal", "deployment"})


def fits(parts: Parts, predicate: Predicate, clause: Clause | None, *, passive: bool, told_before: bool) -> bool:
    """Whether all that a predicate needs is there; ``told_before`` whether the story has told of a taking.

    Settles first who moves: forces that nothing but a bare noun names are those of whoever sends them.
    """
    if not _settle_owner(parts, predicate) or not (parts.places or _says_enough(parts, predicate)):
        return False
    left = predicate.kind == "withdrawal" and parts.armed and "lost_by" in parts.parties  # "troops and residents left"
    if parts.civilians and not left and (predicate.kind in _MOVING or predicate.things or not parts.parties):
        return False
    return (
        _has_needs(parts, predicate, clause, told_before=told_before)
        and _has_actor(parts, predicate, clause, passive=passive)
        and not _turns_on_itself(parts)
        and not (predicate.subject == "flag" and not parts.parties)
    )


def _settle_owner(parts: Parts, predicate: Predicate) -> bool:
    owner = parts.parties.pop("owner", None)
    if predicate.object in ("mover", "sent"):
        slot = "lost_by" if predicate.object == "mover" else "actor"
        mine = parts.parties.get(slot)
        if not mine:
            return False
        if owner and (slot in parts.ownerless or all(party.party is None and party.bare for party in mine)):
            parts.parties[slot] = owner
    elif owner and predicate.kind in _MOVING:
        parts.parties.setdefault("actor" if predicate.kind == "deployment" else "lost_by", owner)
    return True


def _says_enough(parts: Parts, predicate: Predicate) -> bool:
    """Whether a claim is worth keeping though it names no place: ``maintained their positions``, ``has withdrawn``."""
    known = any(party.party for row in parts.parties.values() for party in row)
    slight = parts.slight & predicate.placeless if parts.slight else predicate.placeless & {"nothing"}
    return known and bool(slight)


def _has_needs(parts: Parts, predicate: Predicate, clause: Clause | None, *, told_before: bool) -> bool:
    gained = parts.parties.get("gained_by")
    has = {
        "forces": parts.forces,
        "armed": parts.armed,
        "control": parts.control,
        "holding": parts.holding,
        "no_site": not parts.site,
        "new_thing": parts.new_thing,
        "to": bool(gained) or parts.to_anyone,
        "to_party": any(not party.guessed for party in gained or ()),
        "of_a_loser": bool(parts.parties.get("lost_by")),
        "both": bool(gained and parts.parties.get("lost_by")),
        "of_forces": bool(gained or parts.parties.get("lost_by")),
        "party": bool(parts.parties),
        "place_name": not all(ref.anaphor for ref in parts.places),
        "no_state": not parts.is_state_place,
        "locality": not parts.wide,
        "no_wilds": not parts.wild,
        "named_place": any(_is_named(ref) for ref in parts.places),
        "definite_place": not any(ref.counted for ref in parts.places),
        "known_party": all(not party.guessed for row in parts.parties.values() for party in row),
        "not_fallen_on": clause is None or not any(one.places for one in clause.behind("on", "onto", "over", "off")),
        "no_amount": clause is None
        or not any(one.amount and not _is_hour(one) for one in clause.behind("to", "by", "from", "below", "under")),
        "nothing_of": clause is None or not clause.behind("of", "from"),
        "no_origin": clause is None or not _comes_from(clause),
        "no_goal": clause is None or not clause.behind("to", "towards", "toward", "into", "for"),
        "no_direction": clause is None or not _leads_away(clause),
        "no_role": clause is None or not clause.behind("as", "with"),
        "from_somewhere": clause is None or bool(clause.behind("from")),
        "not_home": clause is None or "home" not in clause.particles,
        "to_somebody": bool(gained) or parts.to_anyone or clause is None or not clause.behind("to", "into"),
        "said_passive": True,
        "passive_voice": clause is not None and clause.voice == "passive",
        "bare_particle": clause is not None and _is_bare(clause, predicate),
        "as_before": told_before,
    }
    if predicate.ruled_under and not parts.ruled:
        return False
    return all(has.get(need, True) for need in predicate.needs)


def _is_bare(clause: Clause, predicate: Predicate) -> bool:
    """Whether nothing but a time stands behind a particle: ``slipped away in the night``, ``moved in the next day``.

    ``In the night`` is no way in: of what stands behind ``in`` itself only ``the next day`` can do without it.
    """
    behind = clause.behind("into", "from", "to", "out of", "of", "out")
    inside = [one for one in clause.behind("in") if one.places or not _is_time(one.text)]
    way_in = "in" in predicate.particles and any(not _NEXT_DAY(one.text.lower()) for one in clause.behind("in"))
    return not (behind or inside or way_in)


def _is_time(text: str) -> bool:
    last = text.lower().rpartition(" ")[2]
    return bool({last, last.removesuffix("s")} & date_lexicon().time_nouns) or bool(find_dates(f"in {text}"))


def _is_hour(phrase: Phrase) -> bool:
    """``had fallen by three``: a bare number that a clock can show."""
    number = number_of(phrase.text.lower())
    return number is not None and number <= _HOURS


def _leads_away(clause: Clause) -> bool:
    """Whether something behind the verb says where from, where to or from what: ``withdrew from the talks``."""
    return any(link not in _OF_TIME for link, phrases in clause.adjuncts if phrases)


def _comes_from(clause: Clause) -> bool:
    """Whether a leaving says where from or where: ``left from the port``, ``withdrew in the north``."""
    return bool(clause.behind("from", "out of", "of", "off")) or any(one.places for one in clause.behind("in", "at"))


def _is_named(ref: PlaceRef) -> bool:
    return ref.place is not None or ref.guessed or any(char.isupper() for char in ref.text)


def _has_actor(parts: Parts, predicate: Predicate, clause: Clause | None, *, passive: bool) -> bool:
    if predicate.kind == "withdrawal":
        return bool(parts.parties.get("lost_by"))
    if predicate.kind in ("deployment", "hold"):
        return bool(parts.parties.get("actor"))
    by_many = passive and clause is not None and any(phrase.plural for phrase in clause.agent)  # "overrun by skiers"
    to_unnamed = predicate.kind == "loss" and predicate.subject == "place" and parts.unnamed  # "fell to a newcomer"
    if (by_many or to_unnamed) and not parts.parties:
        return False
    if predicate.kind == "handover" and not passive and clause is not None and clause.subject and parts.unnamed:
        gained = parts.parties.get("gained_by", ())
        operation = bool(gained) and all(one.operation for one in clause.subject)
        to_known = any(not party.guessed for party in gained) and not parts.site  # "the governor handed Ghazni to M23"
        to_known = to_known and any(_is_named(ref) for ref in parts.places)
        return bool(parts.parties.get("lost_by")) or predicate.subject == "place" or operation or to_known
    taken = predicate.kind == "capture" and predicate.subject == "gained_by" and not passive and clause is not None
    if taken and clause is not None and not parts.parties.get("gained_by"):
        return bool(clause.subject) and not parts.unnamed and not parts.civilians
    return True


def _turns_on_itself(parts: Parts) -> bool:
    """Whether a party would take or leave itself: ``Georgia`` the state and ``Georgia`` the place."""
    named = {party.name for row in parts.parties.values() for party in row}
    return any(ref.text in named or (ref.place or "") in named for ref in parts.places)
