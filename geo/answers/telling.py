"""Tells an answer in words for a terminal: each part's state, the rule that decided, quotes with their outlets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.answers.asking import words_for
from geo.answers.finding import title_of
from geo.answers.quoting import quoted, rejected_about
from geo.dates import bounds
from geo.early_days import day_of
from geo.timeline.sentences import Names, sentence, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from geo.answers.asking import Answer
    from geo.answers.states import Part, State
    from geo.dates import Span
    from geo.records import LocatedClaim
    from geo.regions import Region

DEFAULT_QUOTES = 4


def explain(answer: Answer, *, region: Region, claims: Iterable[LocatedClaim], quotes: int = DEFAULT_QUOTES) -> str:
    """An answer in words: each part with its rule and at most so many quotes; of more it gives the number.

    The state that most of the place is in comes first, then the others, the largest first. A quote stands once.
    """
    teller = _Teller(
        day=day_of(answer.on),
        names=Names.of(region),
        region=region,
        claims={item.claim.id: item for item in claims},
        quotes=quotes,
    )
    total = sum(part.km2 for part in answer.parts)
    main = next((part for part in answer.parts if _is_main(part, answer)), None)
    title = ", ".join([title_of(answer.place, region), answer.on, *([_share(main, total)] if main else [])])
    lines, seen = [f"{title}: {headline(answer, teller.names)}"], set[str]()
    lines += [f"  {line}" for line in teller.reasons(answer, seen)]
    for part in answer.parts:
        if part is not main:
            lines.append(f"  {_share(part, total)}: {headline(part, teller.names)}")
            lines += [f"    {line}" for line in teller.reasons(part, seen)]
    rejected = rejected_about(answer.place, teller.claims.values(), region)
    if rejected:
        lines += ["  Not counted, by an analyst's decision:"]
        lines += [f"    {line}" for line in quoted(rejected, quotes, region)]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """What is needed to tell why: the day asked for, names, the claims by id, how many quotes a part may have."""

    day: date
    names: Names
    region: Region
    claims: Mapping[str, LocatedClaim]
    quotes: int

    def reasons(self, state: State, seen: set[str]) -> list[str]:
        """The rule, when it was reported, and the quotes that were not ``seen``, which they are then."""
        lines = [state.rule]
        if state.status in ("held", "contested"):
            said = sentence(_last_reported(state), self._reported_later(state))
            lines += [said] if said else []
        cited = [self.claims[claim] for claim in state.claims if claim in self.claims and claim not in seen]
        seen.update(item.claim.id for item in cited[: self.quotes])
        return [*lines, *quoted(cited, self.quotes, self.region)]

    def _reported_later(self, state: State) -> str:
        """When a report of after the day asked for, or of perhaps after it, has it so too."""
        later = [span for span in words_for(state, self.claims, self.region) if span.last and span.last > self.day]
        if not later or state.status != "held":
            return ""
        span = later[0]
        perhaps = ", perhaps after this day" if span.first is not None and span.first <= self.day else ""
        return f"reported so again {spoken(span)}{perhaps}"


def _is_main(part: Part, answer: Answer) -> bool:
    """Whether the answer's own fields are those of this part."""
    return (part.says, part.claims, part.start_edtf) == (
        (answer.controller, answer.others, answer.status),
        answer.claims,
        answer.start_edtf,
    )


def _share(part: Part, total: float) -> str:
    return f"{part.km2:,.0f} of {total:,.0f} km²"


def _last_reported(state: State) -> str:
    return f"last reported {spoken(bounds(state.last_reported))}" if state.last_reported else ""


def headline(state: State, names: Names) -> str:
    """A state in one line."""
    holder = names.the(state.controller) if state.controller else "nobody reported in control"
    within = bounds(state.start_edtf)
    if state.status == "held":
        return f"{holder}{_since(within)}"
    if state.status == "date_uncertain":
        former = [f"before: {names.all(state.others)}"] if state.others else []
        taker = [f"after: {names.the(state.becomes)}"] if state.becomes else []
        sides = f" ({'; '.join((*former, *taker))})" if former or taker else ""
        return f"changed hands {spoken(within)}, the day not reported{sides}"
    if state.status == "in_doubt":
        return f"last reported held by {holder}, in doubt since {within.first}"
    if state.status == "contested":
        return f"contested: {names.all(sorted({*state.others, *((state.controller,) if state.controller else ())}))}"
    if state.status == "divided":
        return f"divided: both {names.all(state.others)} are inside, no line is reported"
    return "unknown"


def _since(within: Span) -> str:
    if within.first is None or within.last is None:
        return ""
    return f", since {within.first}" if within.is_one_day else f", since a change {spoken(within)}"
