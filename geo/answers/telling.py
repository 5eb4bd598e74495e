"""Tells an answer in words for a terminal: the state, the rule that decided, other parts, quotes with their outlets."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from geo.answers.asking import words_for
from geo.answers.finding import title_of
from geo.dates import bounds
from geo.timeline.sentences import Names, sentence, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.answers.asking import Answer, Part
    from geo.dates import Span
    from geo.records import LocatedClaim
    from geo.regions import Region

DEFAULT_QUOTES = 4


def explain(answer: Answer, *, region: Region, claims: Iterable[LocatedClaim], quotes: int = DEFAULT_QUOTES) -> str:
    """An answer in words, with at most so many quotes; of more it gives the number."""
    names, known = Names.of(region), {item.claim.id: item for item in claims}
    lines = [f"{title_of(answer.place, region)}, {answer.on}: {_headline(answer, names)}", f"  {answer.rule}"]
    if answer.status in ("held", "contested"):
        said = sentence(_last_reported(answer), _reported_later(answer, known, region))
        lines += [f"  {said}"] if said else []
    if answer.parts:
        lines += _shares(answer.parts, names)
    cited = [known[claim] for claim in answer.claims if claim in known]
    return "\n".join([*lines, *_quoted(cited, quotes)])


def _last_reported(answer: Answer) -> str:
    return f"last reported {spoken(bounds(answer.last_reported))}" if answer.last_reported else ""


def _reported_later(answer: Answer, claims: dict[str, LocatedClaim], region: Region) -> str:
    """When a report of after the day asked for, or of perhaps after it, has it so too."""
    day = date.fromisoformat(answer.on)
    later = [span for span in words_for(answer, claims, region) if span.last and span.last > day]
    if not later:
        return ""
    span = later[0]
    perhaps = ", perhaps after this day" if span.first is not None and span.first <= day else ""
    return f"reported so again {spoken(span)}{perhaps}"


def _headline(state: Answer | Part, names: Names) -> str:
    """A state in one line."""
    holder = names.the(state.controller) if state.controller else "nobody reported in control"
    within = bounds(state.start_edtf)
    if state.status == "held":
        return f"{holder}{_since(within)}"
    if state.status == "date_uncertain":
        former = f" (before: {names.all(state.others)})" if state.others else ""
        return f"changed hands {spoken(within)}, the day not reported{former}"
    if state.status == "in_doubt":
        return f"last reported held by {holder}, in doubt since {within.first}"
    if state.status == "contested":
        return f"contested: {names.all(sorted({*state.others, *((state.controller,) if state.controller else ())}))}"
    if state.status == "divided":
        return f"divided: both {names.all(state.others)} are inside, no line is reported"
    return "unknown"


def _shares(parts: Sequence[Part], names: Names) -> list[str]:
    """How much of a place is in which state, where there are several."""
    shares: defaultdict[str, float] = defaultdict(float)
    for part in parts:
        shares[_headline(part, names)] += part.km2
    total = sum(shares.values())
    lines = [f"    {km2:,.0f} of {total:,.0f} km²: {headline}" for headline, km2 in shares.items()]
    return ["  Its parts:", *lines] if len(lines) > 1 else []


def _since(within: Span) -> str:
    if within.first is None or within.last is None:
        return ""
    return f", since {within.first}" if within.is_one_day else f", since a change {spoken(within)}"


def _quoted(found: Sequence[LocatedClaim], limit: int) -> list[str]:
    """Quotes of claims with outlet and day of publication."""
    lines = [
        f"  “{' '.join(item.claim.evidence.split())}” - {' '.join((item.source or 'source not named').split())}, "
        f"{item.published or 'undated'} [{item.claim.id}]"
        for item in found[:limit]
    ]
    more = len(found) - limit
    return lines + ([f"  and {more} more {'quote' if more == 1 else 'quotes'}"] if more > 0 else [])
