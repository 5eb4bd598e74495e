"""What the page tells of each claim beside its quote: the words that decided, its outlet, on whose word it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast, get_args

from geo.locating import UNDATED
from geo.records import MarkRole
from geo.timeline.voices import Listener, count_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.records import Article, AsRead, Claim, UnplacedClaim
    from geo.regions import Region
    from geo.webmap.tables import Table

Json = dict[str, object]

ROLES: tuple[MarkRole, ...] = get_args(MarkRole)
"""What marked words may have decided: marks name it by its place here."""

_ROLE_AT = {role: number for number, role in enumerate(ROLES)}

Why = Literal["place", "date", "party", "rejected"]
WHYS: tuple[Why, ...] = get_args(Why)

NO_SIDE = "-"
"""Stands for those who speak for no side."""

_LAST_NARROW = "\uffff"


class Outlets:
    """The outlets of articles, each once, with the side that each speaks for and the agency under which it counts."""

    def __init__(self, articles: Sequence[Article], region: Region) -> None:
        """Find the outlet of each article."""
        self._listener = Listener.of(region, frozenset())
        self._region = region
        self.rows: list[Json] = []
        self._numbers: dict[str, int] = {}
        self.of_article = {article.id: self._number(article.source) for article in articles}
        self._agency_of = {article.id: self._listener.outlet(article.source)[0] for article in articles}

    def _number(self, source: str | None) -> int:
        _, name, side = self._listener.outlet(source)
        name = name if source and source.strip() else ""
        number = self._numbers.setdefault(name, len(self.rows))
        if number == len(self.rows):
            listed = self._region.outlet(source) is not None or side is not None
            self.rows.append({"name": name, "side": side, "listed": listed})
        return number

    def counter(self, claims: Sequence[Claim]) -> Callable[[Sequence[int]], int]:
        """Says how many unrelated sources some of the claims have, by their numbers.

        Reports of one agency, or with one text, are one.
        """
        agencies = [None if claim.is_own else self._agency_of.get(claim.article, "") for claim in claims]

        def sources(numbers: Sequence[int]) -> int:
            reported = [(agency, number) for number in numbers if (agency := agencies[number]) is not None]
            if len(reported) == 1:
                return int(reported[0][0] != "")
            return count_sources((agency, claims[number].evidence) for agency, number in reported)

        return sources


def why_listed(item: UnplacedClaim, region: Region) -> Why:
    """What keeps a claim, or a place or party of one, from the map."""
    claim = item.claim
    if claim.is_rejected:
        return "rejected"
    if item.text is None and item.reason.startswith(UNDATED):
        return "date"
    parties = [party for party in (claim.gained_by, claim.lost_by, claim.actor) if party and not region.party(party)]
    nobody = claim.kind == "hold" and not claim.actor and item.text is None and claim.places
    return "party" if item.text in parties or nobody else "place"


def voices_behind(states: Table, claims: Sequence[Claim], voices: Mapping[str, str], region: Region) -> list[str]:
    """On whose words some state stands: sides in the order of the parties, then ``-`` for those of no side."""
    behind = {number for found in states.columns.get("claims", []) for number in cast("list[int]", found)}
    found = {voices.get(claims[number].id, NO_SIDE) for number in behind if not claims[number].is_own}
    order = dict.fromkeys((*(party.side for party in region.parties), *sorted(found - {NO_SIDE}), NO_SIDE))
    return [voice for voice in order if voice in found]


def marks_for(claim: Claim) -> list[int]:
    """The marks of a claim as start, length and number of the role, one after the other.

    Offsets are from the quote's first character, in the UTF-16 units in which a browser counts. What an analyst has
    changed was not read from the words that stand there, so it has no marks; without any reading, the places have.
    """
    found: set[tuple[int, int, MarkRole]]
    if claim.marks is None:
        found = {(place.start, place.end, "place") for place in claim.places}
    else:
        found = {(mark.start, mark.end, mark.role) for mark in claim.marks}
    stale = _stale(claim) if claim.review else ()
    begin, flat = claim.start, []
    for start, end, role in sorted(found):
        if begin <= start < end <= claim.end and role not in stale:
            first = _units(claim.evidence, start - begin)
            flat += [first, _units(claim.evidence, end - begin) - first, _ROLE_AT[role]]
    return flat


def _stale(claim: Claim) -> frozenset[MarkRole]:
    """Roles that an analyst has decided otherwise than they were read."""
    read = claim.review.read if claim.review else None
    if read is None or claim.is_rejected:
        return frozenset()
    fields: dict[str, tuple[MarkRole, ...]] = {
        "kind": ("decides",),
        "gained_by": ("gained",),
        "lost_by": ("lost",),
        "actor": ("actor",),
        "when": ("date",),
        "stance": ("stance", "reports", "speaker"),
        "claimant": ("reports", "speaker"),
    }
    changed = {
        role for field, roles in fields.items() if getattr(read, field) != getattr(claim, field) for role in roles
    }
    return frozenset(changed | ({"place"} if _words(read) != _words(claim) else set()))


def _words(claim: Claim | AsRead) -> list[tuple[str | None, int, int]]:
    return [(place.place, place.start, place.end) for place in claim.places]


def _units(text: str, characters: int) -> int:
    """How many UTF-16 units the first characters of a text are."""
    if text.isascii() or max(text) <= _LAST_NARROW:
        return characters
    return sum(2 if char > _LAST_NARROW else 1 for char in text[:characters])
