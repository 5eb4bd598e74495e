"""The stance of what a sentence tells: asserted, claimed, planned, denied or hypothetical, and on whose word.

The report over an event's clause and the event's own manner decide. A denial of what was told before gives what it
denies a second time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.drafts import Draft
from geo.extract.told import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.extract.syntax.clauses.manner import Manner
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.reporting.denials import Denial
    from geo.extract.syntax.reporting.reports import Report
    from geo.extract.syntax.trees.parse import Parse
    from geo.extract.told import Told
    from geo.records import Stance
    from geo.regions import Region

_DENIABLE = frozenset({"capture", "handover", "withdrawal", "loss", "hold", "deployment"})
_SUBORDINATE = frozenset({"advcl", "acl", "relcl", "pcomp", "prep", "appos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceReader:
    """Reads the stances of events; what is only present, and holds nothing, takes no place (``region``)."""

    region: Region

    def readings(
        self, event: Event, report: Report | None, parse: Parse, *, quoted: bool, speaker: str | None
    ) -> list[tuple[Draft, Reading]]:
        """What an event says, in each stance that its sentence gives it.

        ``quoted`` where it stands in a quotation, whose ``speaker`` was named before.
        """
        draft = self._draft(event, parse)
        claimant = report.claimant if report else speaker if quoted else None
        reading = Reading(
            stance=_stance(event.manner, report, quoted=quoted),
            claimant=claimant,
            word=report.word if report else None,
            speaker=report.voice if report else None,
            marks=tuple((parse.words[at].start, parse.words[at].end) for at in sorted(event.manner.by)),
            quoted=quoted,
        )
        found = [(draft, reading)]
        if report and report.denies and report.also_claimed:
            found.append((draft, replace(reading, stance="claimed", claimant=None, answered=True)))
        return found

    def _draft(self, event: Event, parse: Parse) -> Draft:
        gainer = self.region.party(event.gained_by.party) if event.gained_by else None
        draft = _draft(event, parse)
        if gainer and gainer.presence_only and draft.kind == "capture":
            return replace(draft, kind="deployment", actor=draft.gained_by, gained_by=None)
        return draft


def _stance(manner: Manner, report: Report | None, *, quoted: bool) -> Stance:
    if report and report.denies:
        return "asserted" if manner.negated else "denied"
    if manner.possible:
        return "hypothetical"
    if manner.negated:
        return "denied"
    if manner.planned:
        return "planned"
    return "claimed" if report or quoted else "asserted"


def _draft(event: Event, parse: Parse) -> Draft:
    low, high = parse.edges(event.at)
    return Draft(
        kind=event.kind,
        places=event.places,
        gained_by=event.gained_by,
        lost_by=event.lost_by,
        actor=event.actor,
        at=event.at,
        clause=(low, high),
        planned=event.manner.planned,
        possible=event.manner.possible,
        negated=event.manner.negated,
        lasting=event.kind == "hold",
        present=event.manner.present and event.kind in ("hold", "deployment") and not event.manner.planned,
        rule=event.rule,
        effort=event.effort,
        word=(parse.words[event.at].start, parse.words[event.at].end),
        again=event.again,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Deniable:
    """What a sentence told and a denial can take up; ``depth`` counts the clauses over it."""

    told: Told
    depth: int


def deniable(told: Iterable[Told], parse: Parse) -> list[Deniable]:
    """What a sentence told that can be denied."""
    return [Deniable(told=one, depth=_depth(one.draft.at, parse)) for one in told if one.draft.kind in _DENIABLE]


def taken_up(
    denials: Iterable[Denial], here: Sequence[Deniable], before: Sequence[Deniable]
) -> Iterator[tuple[Denial, Told]]:
    """What each denial denies: what its own sentence told before it, else what the sentence before told."""
    for denial in denials:
        own = [one for one in here if one.told.draft.at < denial.at and one.told.reading.stance != "denied"]
        meant = [[one for one in told if _is_of(denial, one)] for told in (own, before)]
        for one in _foremost(meant[0]) or _foremost(meant[1]):
            report = denial.report
            reading = Reading(stance="denied", claimant=report.claimant, word=report.word, speaker=report.voice)
            yield denial, replace(one.told, reading=reading)


def _is_of(denial: Denial, one: Deniable) -> bool:
    """Whether something told is of the kind that a denial names: ``denied any withdrawal``."""
    return not denial.kinds or one.told.draft.kind in denial.kinds


def _foremost(told: Sequence[Deniable]) -> list[Deniable]:
    """Of what was told, what somebody claims; else what the main clauses say."""
    open_to_denial = [one for one in told if one.told.reading.stance in ("claimed", "asserted", "planned")]
    claimed = [one for one in open_to_denial if one.told.reading.stance == "claimed"]
    rest = claimed or open_to_denial
    highest = min((one.depth for one in rest), default=0)
    return [one for one in rest if one.depth == highest]


def _depth(at: int, parse: Parse) -> int:
    words = parse.words
    return sum(words[n].dep in _SUBORDINATE for n in (at, *parse.governors(at)))
