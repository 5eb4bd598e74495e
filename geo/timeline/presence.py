"""Forces at a place without control of it: peacekeepers, garrisons, posts, each with its own time and last report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.dates import Span, When, bounds, day_after
from geo.early_days import by_time
from geo.errors import DateError
from geo.records import Presence
from geo.timeline.dating import agree, in_order
from geo.told_days import last_told, told_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.records import Claim, LocatedClaim, LocatedPlace, Stance
    from geo.regions import Region

_SHOWN: tuple[Stance, ...] = ("asserted", "claimed", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """One report of an actor at a place, and the days of which one is the last that it tells of."""

    item: LocatedClaim
    place: LocatedPlace
    span: Span
    word: Span


def presences(located: Iterable[LocatedClaim], region: Region) -> list[Presence]:
    """Who was where without controlling it, ordered by first day, actor and place.

    Reports of one actor at one place are one presence, dated as they agree; plans stay apart from what took place, and
    end where it begins. A presence ends when a withdrawal of the actor from there, or from an area that holds it all,
    is reported; otherwise it is open, and nothing is known after ``last_reported``. A place that is no area (a contact
    line whose course is not known) has a presence without cells.
    """
    items = list(located)
    posts: defaultdict[tuple[str, str, bool], list[_Post]] = defaultdict(list)
    for item in items:
        claim = item.claim
        if claim.actor is None or claim.stance not in _SHOWN or not _is_presence(claim, region):
            continue
        for place in item.places:
            key = (claim.actor, place.place or place.text.casefold(), claim.stance == "planned")
            posts[key] += _posts(item, place)
    exits = _exits(items, region)
    by_key = {key: _presence(key[0], group, exits.get(key[0], ()), region) for key, group in posts.items() if group}
    found = [
        _until_met(presence, by_key.get((actor, place, False))) if planned else presence
        for (actor, place, planned), presence in by_key.items()
    ]
    return sorted(found, key=lambda p: (by_time(p.start or ""), p.actor, p.place or "", p.text, p.claims))


def _until_met(plan: Presence, actual: Presence | None) -> Presence:
    """A plan stands until the forces are there; one told of after that ends on the day on which it begins."""
    if actual is None or actual.start is None or plan.start is None:
        return plan
    met = max(plan.start, actual.start, key=by_time)
    return replace(plan, end=min(plan.end, met, key=by_time) if plan.end else met, end_edtf=actual.start_edtf)


def _is_presence(claim: Claim, region: Region) -> bool:
    """Whether a claim tells of forces at a place: those sent there, and those said to hold it that never control."""
    party = region.party(claim.actor)
    return claim.kind == "deployment" or (claim.kind == "hold" and party is not None and party.presence_only)


def _posts(item: LocatedClaim, place: LocatedPlace) -> list[_Post]:
    """The report of a deployment at a place, or none where it cannot be dated.

    A plan may lie after its publication, on which it is last told of; one without a date is shown from then on.
    """
    try:
        if item.claim.stance == "planned":
            word = bounds(item.published)
            span = bounds(item.claim.when) if item.claim.when else Span(word.first, None)
        else:
            word = last_told(item.claim, item.published)
            span = told_span(item.claim, item.published)
    except DateError:
        return []
    return [_Post(item=item, place=place, span=span, word=word)]


def _exits(items: Iterable[LocatedClaim], region: Region) -> dict[str, list[_Post]]:
    """Reports that forces which never control have left, by actor."""
    exits: defaultdict[str, list[_Post]] = defaultdict(list)
    for item in items:
        party = region.party(item.claim.lost_by)
        if party is None or not party.presence_only or item.claim.kind not in ("withdrawal", "loss", "handover"):
            continue
        if item.claim.stance in ("asserted", "claimed"):
            exits[party.id] += [post for place in item.places for post in _posts(item, place)]
    return exits


def _presence(actor: str, posts: Sequence[_Post], exits: Iterable[_Post], region: Region) -> Presence:
    ordered = sorted(posts, key=lambda post: (post.span.last is None, by_time(str(post.span.last)), post.item.claim.id))
    first = ordered[0]
    span = _begun([post.span for post in posts])
    begin = span.first or span.last
    leave = _leave(first.place, exits, span)
    words = [post.word for post in posts if post.word.last]
    left = day_after(leave.last) if leave and leave.last else None
    ids = (post.item.claim.id for post in (*ordered, *_leaving(exits, first.place, leave)))
    return Presence(
        actor=actor,
        words=_words(actor, first.item, region),
        place=first.place.place,
        text=first.place.text,
        cells=first.place.cells,
        start=begin.isoformat() if begin else None,
        end=left.isoformat() if left else None,
        start_edtf=str(When.of(span)) if begin else None,
        end_edtf=str(When.of(leave)) if leave else None,
        last_reported=str(When.of(max(words, key=in_order))) if words else None,
        stance="planned" if first.item.claim.stance == "planned" else _stance(ordered),
        claims=tuple(dict.fromkeys(ids)),
    )


def _begun(spans: Sequence[Span]) -> Span:
    """When forces came, as those reports agree that can tell of it.

    Who "are stationed" there in 2022 may have come long before: a report of days by when another has them there already
    says nothing of their coming.
    """
    known_by = min((span.last for span in spans if span.last), default=None)
    telling = {span for span in spans if known_by is None or span.first is None or span.first <= known_by}
    return agree(telling or set(spans)).span


def _stance(posts: Iterable[_Post]) -> Stance:
    """An outlet's own voice outranks what somebody says."""
    return "asserted" if any(post.item.claim.stance == "asserted" for post in posts) else "claimed"


def _leaving(exits: Iterable[_Post], place: LocatedPlace, leave: Span | None) -> list[_Post]:
    return [] if leave is None else [post for post in exits if _is_left(place, post.place)]


def _leave(place: LocatedPlace, exits: Iterable[_Post], since: Span) -> Span | None:
    """When reports say that the place was left, after the actor came."""
    spans = {post.span for post in exits if _is_left(place, post.place)}
    later = {s for s in spans if s.last and (since.first is None or s.last > since.first)}
    return agree(later).span if later else None


def _is_left(place: LocatedPlace, left: LocatedPlace) -> bool:
    """Whether leaving ``left`` leaves ``place``: the same place, or an area that holds all its cells."""
    same = place.place is not None and place.place == left.place
    return same or (bool(place.cells) and set(place.cells) <= set(left.cells))


def _words(actor: str, item: LocatedClaim, region: Region) -> str:
    """The report's own words for the actor, where the sentence has them; else the party's name."""
    party = region.party(actor)
    if party is None:
        return actor
    evidence = item.claim.evidence
    for word in sorted((*party.words, party.name), key=lambda word: (-len(word), word)):
        at = evidence.casefold().find(word.casefold())
        if at >= 0 and len(evidence) == len(evidence.casefold()):
            return evidence[at : at + len(word)]
    return party.name
