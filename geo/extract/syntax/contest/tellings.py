"""What two things that an article tells have to do with each other: the same place, which came first, who held it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from geo.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from geo.extract.drafts import Draft
    from geo.extract.items import Offsets
    from geo.extract.parties import Filled, Head, PartyRef
    from geo.extract.told import Told

_JUST = 3
"""Events back in which a place was taken that is now taken back."""
_LATELY = timedelta(days=31)
"""Days back from a report in which what changed hands is its news, and a state told of without a day came before it."""
_TURN = re.compile(r",\s+(?:was|were|(?:has|have|had)(?:\s+been)?)\s+(?:\w+ly\s+)?$")
"""The end of a description between two commas, and the auxiliary of the verb behind it."""


def holder(one: Told) -> PartyRef | None:
    """Who is told to hold a place."""
    return one.draft.actor if one.draft.kind == "hold" else None


def word(one: Told) -> str:
    """The verb or noun that told it."""
    return one.draft.rule.split(":")[2] if one.draft.rule.count(":") > 1 else ""


def tells_holder(one: Told) -> bool:
    """Whether something told says who took or held a place."""
    return one.draft.kind in ("hold", "capture", "handover") and not one.draft.negated


def regained(one: Told, before: Sequence[Told]) -> bool:
    """Whether a place was just told to have been gained: who takes it back is not who gained it, whoever it is."""
    return any(
        other.draft.gained_by and not other.draft.negated and same_places(one.draft, other.draft)
        for other in before[-_JUST:]
    )


def same_places(one: Draft, other: Draft) -> bool:
    """Whether two drafts are about a place that both name."""
    return bool(_keys(one) & _keys(other))


def held_before(hold: Told, change: Told) -> bool:
    """Whether somebody held a place until it changed hands, and not since: ``held since 1996, it was taken``."""
    if _describes(hold, change):
        return True
    if not hold.dating.when or not change.dating.when:
        return False
    held, changed = bounds(hold.dating.when), bounds(change.dating.when).first
    until = held.first or held.last
    if until is None or changed is None:
        return False
    return until < changed or (held.first is None and until - changed <= _LATELY and _comes_first(hold, change))


def _comes_first(one: Told, other: Told) -> bool:
    """Whether a text tells of one before the other: ``was held by X. It was overrun on Friday``."""
    return one.draft.word is not None and other.draft.word is not None and one.draft.word < other.draft.word


def _describes(hold: Told, change: Told) -> bool:
    """Whether a sentence describes a place by who held it before it tells what became of it: ``held by X, fell``."""
    if hold.sentence is not change.sentence or hold.draft.word is None or change.draft.word is None:
        return False
    begins = hold.sentence.start
    return bool(_TURN.search(hold.sentence.text[hold.draft.word[1] - begins : change.draft.word[0] - begins]))


def turned(one: Told, other: Told) -> bool:
    """Whether a sentence tells of one thing that it came before or after the other: ``hours after it was overrun``."""
    if one.sentence is not other.sentence or one.draft.word is None or other.draft.word is None:
        return False
    first, second = sorted((one.draft.word, other.draft.word))
    between = one.sentence.text[first[1] - one.sentence.start : second[0] - one.sentence.start].lower().split()
    return bool({"after", "before"} & set(between))


def turns_back(one: Told, other: Told, back: Collection[str], away: Collection[str]) -> bool:
    """Whether of two takings one took ``back`` and the other ``away``: no side does both in one report."""
    words = (word(one), word(other))
    return any(said in back for said in words) and any(said in away for said in words)


def beaten(one: Told, before: Sequence[Told]) -> PartyRef | None:
    """From whom a place is won back: whoever the same sentence tells to have taken it, or to have held it."""
    for other in reversed(before):
        if other.sentence is not one.sentence:
            return None
        if tells_holder(other) and same_places(one.draft, other.draft):
            return other.draft.gained_by or holder(other)
    return None


def yielding(one: Told, before: Sequence[Told]) -> PartyRef | None:
    """Who hands over what nobody is told to hand over: whoever was last told to have got or held it before then."""
    if one.draft.kind != "handover":
        return None
    told = [other for other in before if tells_holder(other) and same_places(one.draft, other.draft)]
    last = next((other for other in reversed(told) if not other.draft.planned and not other.draft.possible), None)
    if last is None:
        return None
    had = precedes(last.dating.when, one.dating.when) or (last.draft.kind == "hold" and held_before(last, one))
    return (last.draft.gained_by or holder(last)) if had else None


def leavers_beside(one: Told, told: Sequence[Told]) -> list[PartyRef]:
    """Who leaves or loses another place in the sentence: ``X was captured, Y was abandoned by the Georgians``."""
    return [
        other.draft.lost_by
        for other in told
        if other.sentence is one.sentence and other is not one and not (other.draft.negated or other.draft.planned)
        if other.draft.kind in ("withdrawal", "loss") and other.draft.lost_by is not None
    ]


def displaced(one: Told, told: Iterable[Told]) -> list[PartyRef]:
    """Those who had a place until something told of it, by its own sentence: whoever took it, it was not they."""
    had: list[PartyRef] = []
    for other in told:
        if other is one or other.draft.negated or other.sentence is not one.sentence:
            continue
        if not same_places(one.draft, other.draft):
            continue
        party = other.draft.gained_by if turned(one, other) else holder(other) if held_before(other, one) else None
        had += [party] if party is not None else []
    return had


def held_until(one: Told, told: Iterable[Told], back: Collection[str]) -> list[PartyRef]:
    """Who is told to have held a place before it changes hands; nobody where it is taken ``back``, maybe by them."""
    if word(one) in back:
        return []
    had = [
        other for other in told
        if holder(other) and not (other.draft.negated or other.draft.planned) and same_places(one.draft, other.draft)
        and _comes_first(other, one) and held_before(other, one)
    ]  # fmt: skip
    return [party for other in had[-1:] if (party := holder(other)) is not None]


def robbed(one: Told, told: Iterable[Told], back: Collection[str]) -> list[PartyRef]:
    """Whoever took a place before it was taken ``back``, in words that say so: ``seized in May, retaken in June``.

    A taking that is itself told as a taking back may be the same one told twice, and robs nobody.
    """
    if word(one) not in back or one.draft.word is None:
        return []
    takers: list[PartyRef] = []
    for other in told:
        taker, at = other.draft.gained_by, other.draft.word
        if taker is None or at is None or other.draft.negated or other.draft.planned or word(other) in back:
            continue
        earlier = at < one.draft.word and not precedes(one.dating.when, other.dating.when)
        if same_places(one.draft, other.draft) and (earlier or precedes(other.dating.when, one.dating.when)):
            takers.append(taker)
    return takers[-1:]


def _keys(draft: Draft) -> frozenset[str]:
    return frozenset(place.place or place.text.lower() for place in draft.places)


def precedes(one: str | None, other: str | None) -> bool:
    """Whether what is dated ``one`` was over before what is dated ``other`` began."""
    if not one or not other:
        return False
    last, first = bounds(one).last, bounds(other).first
    return last is not None and first is not None and last < first


def claims_first(told: Sequence[Told]) -> list[int]:
    """The positions of what was told, what somebody claims before the denial that answers it."""
    answered = {n - 1 for n, one in enumerate(told) if one.reading.answered}
    return sorted(range(len(told)), key=lambda n: n + 1.5 if n in answered else n)


def filled(party: PartyRef, why: Filled, *, head: Head | None = None, said: Offsets | None = None) -> PartyRef:
    """A party in a claim whose sentence leaves it out, or says ``the enemy``, with why it is there."""
    return replace(party, filled=why, head=head or party.head, said=said)
