"""The sentences that readers of the map see: a function for each rule, a sentence for each decision.

Dates are given as they are known; parties by the region's neutral names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.dates import Span, When
from geo.timeline.support import support_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.regions import Region
    from geo.timeline.statements import Doubt, Statement
    from geo.timeline.turns import Turn

FEW = 4
"""So many names or quotes stand in a sentence; of more, it gives the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What parties are called."""

    by_id: dict[str, str]

    @classmethod
    def of(cls, region: Region) -> Names:
        """The names of a region's parties."""
        return cls(by_id={party.id: party.name for party in region.parties})

    def the(self, side: str | None) -> str:
        """A party inside a sentence: ``the Armenian side``, ``Azerbaijan``."""
        if side is None:
            return "an unnamed party"
        name = self.by_id.get(side, side)
        return f"the {name}" if name.split()[-1][:1].islower() else name

    def side(self, side: str | None) -> str:
        """The side of a party, its outlets included: ``Azerbaijan's side``, ``the Armenian side``."""
        name = self.the(side)
        return name if name.endswith(" side") else f"{name}'s side"

    def sides(self, sides: Iterable[str]) -> str:
        """Several sides."""
        return " and ".join(self.side(side) for side in sides)

    def all(self, sides: Iterable[str]) -> str:
        """Several parties: ``Azerbaijan and the Armenian side``."""
        return " and ".join(self.the(side) for side in sides)


def sentence(*parts: str) -> str:
    """Parts as sentences: each with a capital and a full stop, empty ones left out."""
    return " ".join(f"{part[0].upper()}{part[1:].removesuffix('.')}." for part in parts if part)


def within(span: Span) -> str:
    """When a change came about: on a day, or between days of which none is reported."""
    if span.first is not None and span.first == span.last:
        return f"on {span.first}"
    if span.first is None:
        return f"by {span.last}, the day not reported"
    return f"between {span.first} and {span.last}, the day not reported"


def change_reported(names: Names, turn: Turn, former: str | None) -> str:
    """A change that reports tell of."""
    if turn.way == "implied":
        return (
            f"{names.the(turn.controller)} is reported in control from {turn.last} at the latest; no report tells how"
        )
    if turn.controller is None or turn.basis == "inferred":
        return f"{names.all(turn.others) or names.the(former)} lost control {within(turn.dating.span)}"
    verb = "handed over to" if any(s.handed for s in turn.told) else "taken by"
    giver = f" by {names.the(former)}" if verb == "handed over to" and former else ""
    return f"{verb} {names.the(turn.controller)}{giver} {within(turn.dating.span)}"


def dates_differ(differing: Sequence[str]) -> str:
    """Reports of one change give dates that share no day."""
    return f"reports differ on the date: {_list(differing)}" if differing else ""


def taker_not_said(names: Names, turn: Turn) -> str:
    """Control was lost, and no report says to whom."""
    return f"who has held it since is not reported ({names.all(turn.others)} lost it)" if turn.others else ""


def supported_by(told: Sequence[Statement], names: Names) -> str:
    """Whose word it is."""
    heard = [s for s in told if s.voice.standing != "one_side"]
    sources = sorted({s.voice.source for s in heard})
    own = sorted({s.voice.speaker for s in told if s.voice.standing == "one_side" and s.voice.speaker})
    admitting = sorted({s.voice.speaker for s in heard if s.voice.standing == "admitted" and s.voice.speaker})
    if not heard:
        return f"only {names.sides(own)} says so" if own else ""
    support = support_of(told)
    parts = [f"{names.sides(admitting)} admits it"] if admitting else []
    if support == "independent":
        parts.append(f"unrelated sources agree: {_list(sources)}")
    elif len(sources) > 1:
        parts.append(f"one source, carried by {_list(sources)}")
    else:
        parts.append(f"one source: {sources[0]}")
    return "; ".join(parts)


def denied(names: Names, told: Sequence[Statement], denials: Sequence[Statement]) -> str:
    """A claim and a denial by the other side, which nothing later settles."""
    if not denials:
        return ""
    who = names.sides(sorted({d.voice.speaker for d in denials if d.voice.speaker})) or "another source"
    same_day = min(d.last for d in denials) == min(s.last for s in told)
    return f"denied{' the same day' if same_day else ''} by {who}, never settled"


def contested(names: Names, turn: Turn) -> str:
    """Sides contradict each other."""
    rivals = names.all(turn.others)
    holder = f"; last reported held by {names.the(turn.controller)}" if turn.controller else ""
    return f"claimed for {rivals} from {turn.first}{holder}"


def divided(names: Names, turn: Turn) -> str:
    """Both sides are inside, and no report gives a line between them."""
    return f"both {names.all(turn.others)} are reported inside since {turn.first}, and no line between them is reported"


def baseline(names: Names, side: str | None, source: str) -> str:
    """No report names the cell: it is as the region's file has it."""
    if side is None:
        return "no report says who held it"
    return f"no report names it: held by {names.the(side)} as the region begins ({source})"


def presupposed(names: Names, side: str | None, span: Span) -> str:
    """A later report tells of a change away from the side, so it held until then."""
    return f"held by {names.the(side)}, as a later report presupposes, which tells of the change {within(span)}"


def presupposed_long_ago(names: Names, side: str | None) -> str:
    """A later report says that the side had held it, and not since when."""
    return f"held by {names.the(side)}, as a later report says of the time before"


def found_still_held(names: Names, side: str | None, day: date) -> str:
    """A later report of the state shows that it stood through the doubt."""
    return f"a report of {day} finds it still held by {names.the(side)}"


def held_as_reported(names: Names, side: str | None) -> str:
    """Reports of the state, and of no change."""
    return f"reported held by {names.the(side)}"


def in_doubt(names: Names, side: str | None, doubts: Sequence[Doubt], last_reported: date | None) -> str:
    """Last reported held, but later changes in this theatre are not placed."""
    first = doubts[0]
    told = _list([f"“{' '.join(doubt.words.split())}”" for doubt in doubts], number=2)
    what = f"gains by {names.the(first.gainer)}" if first.gainer else f"losses by {names.the(first.loser)}"
    known = f" ({last_reported})" if last_reported else ""
    return (
        f"last reported held by {names.the(side)}{known}, in doubt since {first.first}: "
        f"reports tell of {what} from {_when(first.span)} that they do not place ({told})"
    )


def outweighed(names: Names, statements: Sequence[Statement]) -> str:
    """Words that contradict the state and weigh less than what decided it."""
    sides = sorted({s.voice.speaker for s in statements if s.voice.speaker})
    return f"against the word of {names.sides(sides)}" if sides else ""


def outside_time(day: date, start: date, end: date | None) -> str:
    """No state is claimed before the region's first day or after the last report."""
    if day < start:
        return f"the region's timeline begins on {start}"
    return f"nothing reported after {end}" if end else "nothing reported"


def _when(span: Span) -> str:
    return str(When.of(span)) if span.first else f"no later than {span.last}"


def _list(words: Sequence[str], *, number: int = FEW) -> str:
    shown = list(dict.fromkeys(words))
    more = len(shown) - number
    return "; ".join(shown[:number]) + (f" and {more} more" if more > 0 else "")
