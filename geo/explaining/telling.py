"""Tells an explanation: in words for a terminal, or as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.codec import to_dict
from geo.corrections.adding import EXTRACTOR
from geo.explaining.phrasing import capitalised, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.explaining.records import Explanation, Quote, RoleTold

_MOST_SIGNS = 3
_LIGHT = 0.1
"""Signs that weigh less are not told in words."""
_PUBLISHED = {"metadata": "", "dateline": " (dateline)", "inferred": " (inferred)", "unknown": ""}


def as_object(explanation: Explanation) -> dict[str, object]:
    """The explanation as one JSON object."""
    return to_dict(explanation)


def as_text(explanation: Explanation) -> str:
    """The explanation in words, a line for each thing that was decided."""
    return "\n".join(_lines(explanation))


def _lines(told: Explanation) -> Iterator[str]:
    yield told.marked
    if told.note:
        yield f"Note: {told.note}"
    yield f"Says: {told.says}"
    if told.decision:
        yield f"Analyst's decision: {told.decision}."
    if told.read_as:
        yield f"Read as: {told.read_as}"
    if told.claim.extractor != EXTRACTOR:
        yield _rule(told)
    yield from (f"{capitalised(role.role)}: {_role(role)}" for role in told.roles)
    yield f"Stance: {_sentence(told.stance.stance, told.stance.why)}"
    yield f"Date: {_sentence(_when(told), told.date.why)}"
    yield f"Confidence: {_confidence(told)}"
    source = told.article.source or "outlet not named"
    published = f"{told.article.published or 'undated'}{_PUBLISHED[told.article.published_basis]}"
    title = f", {quoted(told.article.title)}" if told.article.title else ""
    yield f"Article: {told.article.id}, {' '.join(source.split())}, {published}{title}"
    yield f"Claim: {told.claim.id}"


def _rule(told: Explanation) -> str:
    rule = told.rule
    decided = [_words(rule.word)] if rule.word else []
    decided += [rule.voice] if rule.voice else []
    return f"Rule: {': '.join([rule.id, *([', '.join(decided)] if decided else [])])}. {rule.row}"


def _role(role: RoleTold) -> str:
    if role.name is None:
        return f"{role.why}."
    parts = [role.name]
    if role.words:
        parts.append(f"read from {_words(role.words)}")
    if role.stands_for:
        named = "which stands for" if role.words else "named as"
        parts.append(f"{named} {_words(role.stands_for)}")
    return f"{', '.join(parts)}{f'; {role.why}' if role.why else ''}."


def _when(told: Explanation) -> str:
    date = told.date
    read = [f"{date.when or 'none'}"]
    if date.words:
        read.append(f"from {f'`{date.link}` and ' if date.link else ''}{_words(date.words)}")
    if date.counted_from:
        read.append(f"counted from {_words(date.counted_from)}")
    return ", ".join(read)


def _confidence(told: Explanation) -> str:
    heavy = [sign for sign in told.signs if abs(sign.weight) >= _LIGHT]
    raised = [f"{sign.words} ({sign.weight:+.2f})" for sign in heavy if sign.weight > 0][:_MOST_SIGNS]
    lowered = [f"{sign.words} ({sign.weight:+.2f})" for sign in heavy if sign.weight < 0][:_MOST_SIGNS]
    read = told.claim.review.read if told.claim.review else None
    parts = [f"{told.claim.confidence:.2f}"]
    if told.claim.review and not told.claim.is_rejected:
        parts[0] += ", by the analyst's decision" + (f"; as read {read.confidence:.2f}" if read else "")
    parts += [f"raised most by: {', '.join(raised)}"] if raised else []
    parts += [f"lowered most by: {', '.join(lowered)}"] if lowered else []
    if told.claim.extractor.startswith("event:"):
        parts.append("the same for every event around control")
    return f"{'; '.join(parts)}."


def _words(quote: Quote) -> str:
    where = f" (in: {quoted(quote.sentence)})" if quote.sentence else ""
    return f"{quoted(quote.text)}{where}"


def _sentence(what: str, why: str) -> str:
    return f"{what}; {why}." if why else f"{what}."
