"""What an explanation holds: the words of the article that decided each part of a claim, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.records import IF_THERE, Claim, PublishedBasis, Stance, WhenBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the article, with their offsets; ``sentence`` is the one they stand in, where it is not the claim's."""

    text: str
    start: int
    end: int
    sentence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of the claim's sentence that decided something: ``role`` says what. Offsets are the article's."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTold:
    """The rule that read a claim: its id, its word, and in words what the lexicon's row asks for and gives."""

    id: str
    word: Quote | None
    voice: str | None
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTold:
    """A party or place of a claim: its name, the words it was read from, and what these stand for.

    ``why`` says what the words do not: why a party was filled in, how much of a place is meant, why there is none.
    """

    role: str
    id: str | None
    name: str | None
    words: Quote | None = None
    stands_for: Quote | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceTold:
    """The stance of a claim, on whose word it stands, and the words that made it so."""

    stance: Stance
    claimant: str | None
    words: tuple[Quote, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTold:
    """A claim's date, the expression it was read from, and the earlier date from which that was counted.

    ``link`` is the preposition over the expression (``by``, ``since``), which turns it.
    """

    when: str | None
    basis: WhenBasis | None
    words: Quote | None
    counted_from: Quote | None
    link: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign of a reading in words, with its weight: above 0 it raises the confidence, below it lowers it."""

    sign: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTold:
    """The article that a claim stands in."""

    id: str
    source: str | None
    title: str | None
    url: str | None
    published: str | None
    published_basis: PublishedBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a claim says what it does; ``note`` where the article, read anew, does not give it, or not the same way.

    ``decision`` is an analyst's, with all that it changed; ``says`` and ``claim`` follow it, and ``read_as`` is what
    the program read: that is what the rest explains.
    """

    claim: Claim
    says: str
    marked: str
    marks: tuple[Mark, ...]
    rule: RuleTold
    roles: tuple[RoleTold, ...]
    stance: StanceTold
    date: DateTold
    signs: tuple[Sign, ...]
    article: SourceTold
    note: str | None
    decision: str | None = field(default=None, metadata=IF_THERE)
    read_as: str | None = field(default=None, metadata=IF_THERE)
