"""The records that pass between the stages.

articles -> mentions -> claims -> located claims -> intervals and presences -> page and exports.

Every record is frozen, keyword-only and made of plain values (strings, numbers, tuples, other records), so that it
survives a trip through a JSON Lines file unchanged. Character offsets are half-open: ``text[start:end]``. ``when`` and
``published`` are EDTF strings whose bounds are inclusive days (see :mod:`geo.dates`); ``start`` and ``end`` of
intervals are ISO days, half-open, ``None`` for an open end. This module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PublishedBasis = Literal["metadata", "dateline", "inferred", "unknown"]
Role = Literal["place", "actor", "modifier", "person"]
Kind = Literal[
    "capture", "handover", "withdrawal", "loss", "hold", "deployment", "ceasefire", "agreement", "clash", "declaration"
]
ROLES: Mapping[Kind, tuple[str, ...]] = {
    "capture": ("gained_by", "lost_by"),
    "handover": ("gained_by", "lost_by"),
    "withdrawal": ("lost_by",),
    "loss": ("lost_by",),
    "hold": ("actor",),
    "deployment": ("actor",),
}
"""The fields of a claim that its kind asks for, of which one must be filled in for it to tell of control."""

Extent = Literal["whole", "part", "unspecified"]
WhenBasis = Literal["explicit", "relative", "context", "publication"]
Stance = Literal["asserted", "claimed", "planned", "denied", "hypothetical"]
Status = Literal["held", "date_uncertain", "contested", "divided", "in_doubt", "unknown"]
Basis = Literal["stated", "inferred", "baseline"]
Support = Literal["independent", "admitted", "single", "one_side", "conflicting"]
Verdict = Literal["accept", "reject", "edit", "add"]
MarkRole = Literal["gained", "lost", "actor", "place", "decides", "reports", "speaker", "stance", "date"]

CHANGE_KINDS: frozenset[Kind] = frozenset({"capture", "handover", "withdrawal", "loss"})
CONTROL_KINDS: frozenset[Kind] = CHANGE_KINDS | {"hold"}

IF_THERE: Final = {"written": "if there"}
"""Marks a field that is not written where it is None, so that files without it stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A report as it was read: its words, where they come from, and when they were published."""

    id: str
    source: str | None
    title: str | None
    url: str | None
    published: str | None
    published_basis: PublishedBasis
    language: str | None
    text: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may stand for, with the gazetteer's score (0 to 1)."""

    place: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A toponym in an article: where it stands, what part it plays, and the place it was resolved to."""

    article: str
    start: int
    end: int
    text: str
    role: Role
    place: str | None
    score: float
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a place in one language (BCP 47 tag), as it is written."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of the gazetteer. ``lat`` and ``lon`` are degrees on WGS 84; ``precision_km`` is their likely error.

    ``parent`` is the district on record and outranks a point-in-polygon test; ``area`` is the region's area that the
    place's name stands for, where it has one.
    """

    id: str
    name: str
    names: tuple[Name, ...]
    kind: str
    lat: float | None
    lon: float | None
    precision_km: float | None
    parent: str | None
    area: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPlace:
    """A place in a claim. ``place`` is a gazetteer id, or None for one that is only counted or not in the gazetteer.

    ``but`` are the ids of places that the text takes out of it (``all of it except Lachin``), where it does and they
    are known; such a place is a ``part``.
    """

    text: str
    start: int
    end: int
    name: str | None
    place: str | None
    extent: Extent
    but: tuple[str, ...] | None = field(default=None, metadata=IF_THERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a claim's evidence that decided something, and what: offsets are the article's.

    ``gained``, ``lost`` and ``actor`` are who did, ``place`` is where, ``date`` when; ``decides`` is the word for what
    happened, ``reports`` the one that tells whose word it is, ``speaker`` who speaks, ``stance`` what makes it planned,
    possible or denied.
    """

    start: int
    end: int
    role: MarkRole


@dataclass(frozen=True, slots=True, kw_only=True)
class AsRead:
    """What the program read in a claim, where an analyst's decision stands now: the fields that it may change."""

    kind: Kind
    places: tuple[ClaimPlace, ...]
    gained_by: str | None
    lost_by: str | None
    actor: str | None
    when: str | None
    when_basis: WhenBasis | None
    stance: Stance
    claimant: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An analyst's decision on a claim: what, by whom, why, and on which ISO day, where that is told.

    ``read`` is the claim as the program read it, and None where the analyst added it. ``own`` marks a claim that is the
    analyst's own statement: no report makes it, and its article holds the analyst's words.
    """

    decision: Verdict
    who: str
    why: str | None
    decided_on: str | None
    own: bool
    read: AsRead | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of who gained, lost, held or was deployed to which places, when, and on whose word.

    ``start`` and ``end`` mark the evidence in the article's text, and ``evidence`` quotes it. Parties are ids of the
    region, or the text's own words where the region does not know them. ``confidence`` is 0 to 1; ``extractor`` names
    the rule that read the claim; ``review`` is an analyst's decision on it, which its other fields follow. ``marks``
    are the words of the evidence that it was read from, as it was read; None where no reading gave it.
    """

    id: str
    article: str
    start: int
    end: int
    evidence: str
    kind: Kind
    places: tuple[ClaimPlace, ...]
    gained_by: str | None
    lost_by: str | None
    actor: str | None
    when: str | None
    when_basis: WhenBasis | None
    stance: Stance
    claimant: str | None
    confidence: float
    extractor: str
    review: Review | None = field(default=None, metadata=IF_THERE)
    marks: tuple[Mark, ...] | None = field(default=None, metadata=IF_THERE)

    @property
    def is_rejected(self) -> bool:
        """Whether an analyst rejected it: it is listed, and decides nothing."""
        return self.review is not None and self.review.decision == "reject"

    @property
    def is_own(self) -> bool:
        """Whether it is an analyst's own statement, and no report's."""
        return self.review is not None and self.review.own


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedPlace:
    """The cells that one place of a claim is about; none where it cannot be placed, with ``reason`` saying why.

    Of a point (a town, a village) ``within`` is the cell in which it lies, or the cells in one of which it does.
    """

    text: str
    place: str | None
    area: str | None
    extent: Extent
    cells: tuple[str, ...]
    reason: str | None
    within: tuple[str, ...] | None = field(default=None, metadata=IF_THERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedClaim:
    """A claim with the cells of each of its places, and what the timeline must know of its article."""

    claim: Claim
    places: tuple[LocatedPlace, ...]
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnplacedClaim:
    """A claim, or a place of one, that could not be drawn; listed with its quote so that nothing is dropped."""

    claim: Claim
    text: str | None
    reason: str
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlInterval:
    """Who held one cell from ``start`` until before ``end`` (ISO days), as far as the reports go, and why.

    ``cell`` is a cell's id, or that of a point: ``place:`` and the place's id (:func:`point_id`). The two stand in
    files of their own, since only cells have km².

    ``controller`` is a side of the region or None; ``others`` are the rivals in a contest, or the former holder in an
    uncertain change. ``start_edtf`` and ``end_edtf`` keep how exactly the bounds are known. ``last_reported`` is EDTF:
    of when the last report that vouches for the state tells, as exactly as that is known. ``rule`` is the sentence that
    a reader of the map sees; ``claims`` are the ids behind it.
    """

    cell: str
    controller: str | None
    others: tuple[str, ...]
    status: Status
    basis: Basis | None
    support: Support | None
    start: str | None
    end: str | None
    start_edtf: str | None
    end_edtf: str | None
    last_reported: str | None
    rule: str
    claims: tuple[str, ...]


POINT: Final = "place:"
"""Begins the id under which a point has intervals of its own."""


def point_id(place: str) -> str:
    """The id under which a place that is a point has intervals of its own, as if it were a cell."""
    return POINT + place


def points_by_place(intervals: Iterable[ControlInterval]) -> dict[str, str]:
    """The ids under which points have intervals, by the ids of their places."""
    return {found.cell.removeprefix(POINT): found.cell for found in intervals if found.cell.startswith(POINT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Forces of an actor at a place without control of it: peacekeepers, garrisons, posts.

    ``last_reported`` is an EDTF string, as for a control interval; of a plan, when it was last told of.
    """

    actor: str
    words: str
    place: str | None
    text: str
    cells: tuple[str, ...]
    start: str | None
    end: str | None
    start_edtf: str | None
    end_edtf: str | None
    last_reported: str | None
    stance: Stance
    claims: tuple[str, ...]
