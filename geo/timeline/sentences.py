"""The sentences that readers of the map see: a function for each rule, a sentence for each decision.

Dates are given as they are known; parties by the region's neutral names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.dates import Span, bounds, edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.records import Basis, Support
    from geo.regions import Region
    from geo.timeline.doubt import Doubt
    from geo.timeline.statements import Statement
    from geo.timeline.turns import Turn

Told = Literal["never", "later", "before", "unsettled"]
"""What reports tell of a cell that is as the region's file has it."""

OPEN = ".."
FEW = 4
"""So many names or quotes stand in a sentence; of more, it gives the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What parties are called, by id: a name, and how it stands inside a sentence."""

    by_id: dict[str, str]
    inside: dict[str, str]

    @classmethod
    def of(cls, region: Region) -> Names:
        """The names of a region's parties."""
        names = {party.id: party.name for party in region.parties}
        return cls(by_id=names, inside={ident: _inside(name) for ident, name in names.items()})

    def the(self, side: str | None) -> str:
        """A party inside a sentence: ``the Armenian side``, ``Azerbaijan``."""
        if side is None:
            return "an unnamed party"
        return self.inside.get(side) or _inside(side)

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
    """Parts as sentences: each with a capital and one full stop, empty ones left out."""
    return " ".join([f"{kept[0].upper()}{kept[1:]}." for part in parts if (kept := part.rstrip(". "))])


def _inside(name: str) -> str:
    return f"the {name}" if name.rsplit(maxsplit=1)[-1][:1].islower() else name


def spoken(span: Span) -> str:
    """Days as exactly as they are known: ``on 2020-11-10``, ``in 1991``, ``between 1991 and 1994``, ``by 2021``."""
    first, slash, last = edtf(span).partition("/")
    if not slash:
        return f"{'on' if span.is_one_day else 'in'} {first}"
    if first == OPEN:
        return "on a day not known" if last == OPEN else f"by {last}"
    return f"since {first}" if last == OPEN else f"between {first} and {last}"


def within(span: Span) -> str:
    """When a change came about: on a day, or within days of which none is reported."""
    return spoken(span) if span.is_one_day else f"{spoken(span)}, the day not reported"


def change_reported(names: Names, turn: Turn, former: str | None) -> str:
    """A change that reports tell of, or of which they only tell what came of it."""
    if turn.way == "implied":
        since = next((s.begun for s in turn.told if s.begun and s.sure == turn.known), None)
        known = f"since {since}" if since else f"by {turn.last}" if turn.known is None else f"on {turn.known}"
        if turn.basis == "inferred":
            return f"held by {names.the(turn.controller)} {known}, as a later report presupposes; no report tells how"
        word = "is reported in control" if any(s.is_reported for s in turn.told) else "is said to be in control"
        return f"{names.the(turn.controller)} {word} {known}; no report tells how"
    if turn.controller is None or turn.basis == "inferred":
        return f"{names.all(turn.others) or names.the(former)} lost control {within(turn.dating.span)}"
    verb = "handed over to" if any(s.handed for s in turn.told) else "taken by"
    giver = f" by {names.the(former)}" if verb == "handed over to" and former else ""
    return f"{verb} {names.the(turn.controller)}{giver} {within(turn.dating.span)}"


def dates_differ(differing: Sequence[Span]) -> str:
    """Reports of one change give dates that share no day."""
    days = "; ".join(map(spoken, differing))
    return f"reports differ on the date: {days}" if differing else ""


def by_seat(told: Sequence[Statement]) -> str:
    """All that is told is of the district's seat."""
    return "told of its seat, which stands for the district" if told and all(s.by_seat for s in told) else ""


def taker_not_said(names: Names, turn: Turn) -> str:
    """Control was lost, and no report says to whom."""
    return f"who has held it since is not reported ({names.all(turn.others)} lost it)" if turn.others else ""


def later_have_it(names: Names, turn: Turn) -> str:
    """Who took what was lost is told by nobody, but by what comes later."""
    inferred = turn.way == "change" and turn.basis == "inferred" and _has_been_found(turn)
    return f"later reports have {names.the(turn.controller)} in control" if inferred else ""


def only_other_side(names: Names, turn: Turn) -> str:
    """Who took what was lost is told by nobody, and there are only two sides."""
    inferred = turn.way == "change" and turn.basis == "inferred" and not _has_been_found(turn)
    return (
        f"no report says who took it; of the two sides it can be {names.the(turn.controller)} alone" if inferred else ""
    )


def _has_been_found(turn: Turn) -> bool:
    """Whether a report has whoever holds it there."""
    return any(statement.after == turn.controller for statement in (*turn.told, *turn.held))


def supported_by(told: Sequence[Statement], names: Names, support: Support | None) -> str:
    """Whose word it is; ``support`` is that of what they tell (:func:`.support.support_of`)."""
    heard = [s for s in told if s.voice.standing != "one_side"]
    if not heard:
        own = sorted({s.voice.speaker for s in told if s.voice.speaker})
        return f"only {names.sides(own)} says so" if own else ""
    sources = sorted({s.voice.source for s in heard if s.is_reported})
    analysts = sorted({s.voice.source for s in heard if not s.is_reported})
    speakers = {(s.voice.standing, s.voice.speaker) for s in heard if s.voice.speaker}
    admitting = sorted(speaker for standing, speaker in speakers if standing == "admitted")
    accusing = sorted(speaker for standing, speaker in speakers if standing == "accusing")
    parts = [f"{names.sides(admitting)} admits it"] if admitting else []
    if support == "independent":
        parts.append(f"unrelated sources agree: {_list(sources)}")
    elif len(sources) > 1:
        parts.append(f"one source, carried by {_list(sources)}")
    elif sources:
        parts.append(f"one source: {sources[0]}")
    if analysts:
        parts.append(f"stated, not reported, by {_list(analysts)}")
    if accusing:
        also = "also " if len(accusing) < len({s.voice.speaker for s in heard}) else ""
        parts.append(f"said {also}by those who speak for {names.all(accusing)}")
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


def contradicted(names: Names, turn: Turn) -> str:
    """Firm reports of a change, and as many unrelated ones that find its loser in control after it."""
    change = turn.disputed or turn
    told, against = (_list(sorted({s.voice.source for s in found})) for found in (turn.told, turn.against))
    later = spoken(turn.against[0].stands)
    return (
        f"reports contradict each other, and none settles it: taken by {names.the(change.controller)} "
        f"{spoken(turn.dating.span)} ({told}); held by {names.the(turn.against[0].after)} {later} ({against})"
    )


def divided(names: Names, turn: Turn) -> str:
    """Both sides are inside, and no report gives a line between them."""
    return f"both {names.all(turn.others)} are reported inside since {turn.first}, and no line between them is reported"


def baseline(names: Names, side: str | None, source: str, *, told: Told) -> str:
    """It is as the region's file has it: no report names the cell, or none of its time, or none that settles it."""
    why = {
        "never": "no report names it",
        "later": "no report tells of this time",
        "before": "a later report says so of the time before it, and not since when",
        "unsettled": "reports name it, and none settles that all of it changed hands",
    }[told]
    if side is None:
        return f"{why}; who held it is not known"
    return f"{why}: held by {names.the(side)} as the region begins ({source})"


def presupposed(names: Names, side: str | None, span: Span) -> str:
    """A later report tells of a change away from the side, so it held until then."""
    return f"held by {names.the(side)}, as a later report presupposes, which tells of the change {within(span)}"


def found_still_held(names: Names, side: str | None, day: date) -> str:
    """A later report of the state shows that it stood through the doubt."""
    return f"a report of {day} finds it still held by {names.the(side)}"


def held_as_reported(names: Names, side: str | None, told: Sequence[Statement]) -> str:
    """Reports of the state, and of no change; or an analyst's word on it alone."""
    reported = "reported " if any(s.is_reported for s in told) else ""
    return f"{reported}held by {names.the(side)}"


def last_known(names: Names, side: str | None, *, basis: Basis | None, last_reported: str | None) -> str:
    """Last reported held, and when; or only taken to be held, where no report said so."""
    if basis != "stated":
        return f"taken to be held by {names.the(side)}"
    return f"last reported held by {names.the(side)}{f' {spoken(bounds(last_reported))}' if last_reported else ''}"


def in_doubt(names: Names, known: str, doubts: Sequence[Doubt]) -> str:
    """Later changes in this theatre are not placed; ``known`` says what was known before."""
    first = doubts[0]
    told = _list([f"“{' '.join(doubt.words.split()).rstrip('.')}”" for doubt in doubts], number=2)
    what = f"gains by {names.the(first.gainer)}" if first.gainer else f"losses by {names.the(first.loser)}"
    if first.near == "hold":
        what = f"control by {names.the(first.gainer)}"
    days = spoken(first.span)
    where = "around it, and not whether it is among them" if first.near else "that they do not place"
    return f"{known}, in doubt since {first.first}: reports tell of {what} {days} {where} ({told})"


def overdue(known: str, doubt: Doubt) -> str:
    """It was to be handed over by a day, and no report tells whether it was; ``known`` says what was known before."""
    return (
        f"{known}, in doubt since {doubt.first}: {planned(doubt)} (“{doubt.words}”), and no report tells whether it was"
    )


def planned(doubt: Doubt) -> str:
    """By when a change was to come, and to when that was moved."""
    first, *moved = doubt.due
    return f"it was to be handed over by {first}" + "".join(f", then by {day}" for day in moved)


def outweighed(names: Names, turn: Turn) -> str:
    """Words that contradict the state and weigh less than what decided it; nobody is told against his own word."""
    statements = [s for s in turn.outweighed if _contradicts(s, turn)]
    heard = (*turn.told, *(s for s in turn.held if s.strong))
    only = {s.voice.speaker for s in heard} if all(s.voice.standing == "one_side" for s in heard) else set()
    firm = sorted({s.voice.source for s in statements if s.strong and s.act != "inside"})
    sides = sorted({s.voice.speaker for s in statements if s.voice.speaker and not s.strong} - only)
    told = [names.sides(sides)] if sides else []
    return f"against the word of {' and '.join((*told, *([_list(firm)] if firm else [])))}" if told or firm else ""


def _contradicts(statement: Statement, turn: Turn) -> bool:
    """Whether what was put aside says otherwise: not who is told inside what is his, or is divided."""
    if statement.act == "inside":
        return turn.status == "held" and statement.after != turn.controller
    if statement.denied:
        return True
    return statement.before == turn.controller if statement.act == "loss" else statement.after != turn.controller


def outside_time(day: date, start: date, end: Span | None) -> str:
    """No state is claimed before the region's first day or after the last report."""
    if day < start:
        return f"the region's timeline begins on {start}"
    if end is None:
        return "nothing reported"
    if end.is_one_day:
        return f"nothing reported after {end.last}"
    return f"nothing reported after {end.last}, the last day on which the last report can have been published"


def _list(words: Sequence[str], *, number: int = FEW) -> str:
    """``A``, ``A and B``, ``A, B and C``, ``A, B and 3 others``."""
    known = list(dict.fromkeys(words))
    more = len(known) - number
    shown = known if more <= 0 else [*known[:number], "1 other" if more == 1 else f"{more} others"]
    return " and ".join(part for part in (", ".join(shown[:-1]), shown[-1]) if part)
