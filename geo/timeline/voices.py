"""Who speaks: an outlet in its own voice, one of the sides, somebody else; and which reports are one source.

An outlet's own voice outranks a party's claim; a state-aligned outlet speaks for its side; what is said against the
speaker's interest confirms. Copies, rewrites and several reports of one agency are one source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from geo.dates import bounds
from geo.timeline.words import timeline_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.records import LocatedClaim
    from geo.regions import Region

Standing = Literal["own", "admitted", "accusing", "one_side", "third"]

UNNAMED = "an unnamed source"
RUN = 8
"""Two sentences that share so many words in a row are one text."""

_BREAKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """On whose word: ``own`` is the outlet's, ``third`` somebody without a side in it or unnamed.

    ``admitted`` is a side's word on its own loss, on the gain that it did not make, on what its rival holds now;
    ``accusing`` its word on what a rival once took, which claims nothing for itself and concedes nothing either.
    ``source`` names the outlet as a reader knows it; ``agency`` is the key under which its reports are one source, and
    empty for an analyst, who is none; ``speaker`` is the side that speaks, where it is one.
    """

    standing: Standing
    speaker: str | None
    agency: str
    source: str

    @property
    def strong(self) -> bool:
        """Whether it settles what sides only claim."""
        return self.standing in ("own", "admitted", "accusing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Hears each claim in its voice; keeps what it has looked up."""

    region: Region
    sides: frozenset[str]
    words: tuple[tuple[str, str], ...]
    outlets: dict[str | None, tuple[str, str, str | None]] = field(default_factory=dict)
    speakers: dict[str, str | None] = field(default_factory=dict)
    voices: dict[tuple[object, ...], Voice] = field(default_factory=dict)

    @classmethod
    def of(cls, region: Region, sides: frozenset[str]) -> Listener:
        """A listener who knows these sides as the ones with an interest."""
        words = {
            (_plain(word), party.side)
            for party in region.parties
            for word in (party.name, *party.words, *party.adjectives)
            if _plain(word)
        }
        return cls(region=region, sides=sides, words=tuple(sorted(words, key=lambda pair: (-len(pair[0]), pair))))

    def hear(self, item: LocatedClaim, *, after: str | None, before: str | None) -> Voice:
        """The voice of a claim that ``after`` has, or ``before`` lost; claims alike are heard once."""
        claim = item.claim
        said = (item.source, claim.is_own, claim.stance, claim.claimant, after, before, _is_of_now(item))
        if said not in self.voices:
            self.voices[said] = self._voice(item, after=after, before=before)
        return self.voices[said]

    def _voice(self, item: LocatedClaim, *, after: str | None, before: str | None) -> Voice:
        """Whose word a claim is, and whose interest it serves.

        A denial is of the opposite interest: a side that denies its own gain speaks against itself.
        """
        claim = item.claim
        agency, source, aligned = ("", item.source or "", None) if claim.is_own else self.outlet(item.source)
        spoken = claim.stance == "claimed" or (claim.stance == "denied" and claim.claimant is not None)
        speaker = self.side_of(claim.claimant) if spoken else aligned
        denied = claim.stance == "denied"
        if self._serves(aligned, after, before, denied=denied):
            speaker = aligned
        serves = self._serves(speaker, after, before, denied=denied)
        standing: Standing = "third" if spoken else "own"
        if serves:
            standing = "one_side"
        elif serves is not None:
            standing = "admitted" if denied or speaker == before or _is_of_now(item) else "accusing"
        return Voice(standing=standing, speaker=speaker, agency=agency, source=source)

    def _serves(self, speaker: str | None, after: str | None, before: str | None, *, denied: bool) -> bool | None:
        """Whether saying so serves the speaker, or goes against it; None for one who has no side in it."""
        if speaker not in self.sides:
            return None
        gains = speaker == after if after else speaker != before
        loses = speaker == before if before else speaker != after
        return None if not gains and not loses else gains != denied

    def outlet(self, source: str | None) -> tuple[str, str, str | None]:
        """The key under which a source's reports are one, its name for a reader, and the side that it speaks for."""
        if source not in self.outlets:
            outlet = self.region.outlet(source)
            if outlet is not None:
                self.outlets[source] = (outlet.agency, outlet.name, outlet.side)
            else:
                name = (source or "").strip().rstrip(".")
                self.outlets[source] = (f"? {_plain(name)}", name or UNNAMED, self._party_speaking(name))
        return self.outlets[source]

    def _party_speaking(self, source: str) -> str | None:
        """The side whose office or statement a source is; None where it is an outlet's name, or names two sides."""
        text = f" {_plain(source)} "
        if not any(f" {word} " in text for word in _official_words()):
            return None
        named = {side for word, side in self.words if f" {word} " in text}
        return next(iter(named)) if len(named) == 1 else None

    def side_of(self, claimant: str | None) -> str | None:
        """The side of whom a report quotes: a party's id, or the report's own words for a speaker."""
        if claimant is None:
            return None
        if claimant not in self.speakers:
            side = self.region.side_of(claimant)
            text = f" {_plain(claimant)} "
            self.speakers[claimant] = side or next((s for word, s in self.words if f" {word} " in text), None)
        return self.speakers[claimant]


def _is_of_now(item: LocatedClaim) -> bool:
    """Whether a claim tells who holds a place as it is published."""
    first, last = bounds(item.published).first, bounds(item.claim.when).last
    return item.claim.kind == "hold" and (last is None or first is None or last >= first)


def count_sources(told: Iterable[tuple[str, str]]) -> int:
    """How many unrelated sources there are among pairs of an agency and a sentence.

    Reports of one agency are one source, and so are reports that share a text: the same sentence, or eight words in a
    row. Sources that share either with a third are one with it. An analyst's own statement is no source.
    """
    pairs = {(agency, sentence) for agency, sentence in told if agency}
    group = {agency: agency for agency, _ in pairs}
    if len(group) < 2:  # noqa: PLR2004 - two sources are needed to be unrelated
        return len(group)

    def root(agency: str) -> str:
        while group[agency] != agency:
            agency = group[agency]
        return agency

    told_by: dict[str, str] = {}
    for agency, sentence in pairs:
        for run in _runs(sentence):
            other = told_by.setdefault(run, agency)
            if other != agency:
                group[root(other)] = root(agency)
    return len({root(agency) for agency in group})


@lru_cache(maxsize=4096)
def _runs(sentence: str) -> tuple[str, ...]:
    words = _plain(sentence).split()
    return tuple(" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


@cache
def _official_words() -> tuple[str, ...]:
    """Words in a source that say that a party speaks through it."""
    return tuple(_plain(word) for word in timeline_words("official"))


def _plain(text: str) -> str:
    return _BREAKS.sub(" ", text.casefold()).strip()
