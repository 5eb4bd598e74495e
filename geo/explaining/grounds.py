"""Where a claim's stance, date and confidence came from: the words that decided, and what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.explaining.phrasing import joined, quoted, table
from geo.explaining.records import DateTold, Sign, StanceTold
from geo.extract.confidence import weighed

if TYPE_CHECKING:
    from geo.explaining.passages import Passages
    from geo.extract.told import Told
    from geo.records import Article, Claim


def stance_told(claim: Claim, told: Told | None, passages: Passages) -> StanceTold:
    """The stance, with the reporting word, who speaks, and the modals, negations and conditions that made it so."""
    reading = told.reading if told else None
    found = [reading.word, reading.speaker, *reading.marks] if reading else []
    words = tuple(quote for quote in map(passages.quote, found) if quote)
    why = _why_stance(claim, told, passages) if told else ""
    return StanceTold(stance=claim.stance, claimant=claim.claimant, words=words, why=why)


def _why_stance(claim: Claim, told: Told, passages: Passages) -> str:
    reading, says = told.reading, table("stance")
    word = passages.quote(reading.word)
    marks = joined(quoted(mark.text) for mark in map(passages.quote, reading.marks) if mark)
    speaker = f": {claim.claimant} speaks" if claim.claimant else ", nobody is named who speaks"
    report = f"; {quoted(word.text)} reports it{speaker}" if word else ""
    return str(says[_case(told, passages)]).format(
        word=quoted(word.text) if word else "",
        marks=marks,
        speaker=speaker,
        report=report,
        of=f" of {claim.claimant}" if claim.claimant else " of somebody who is not named",
    )


def _case(told: Told, passages: Passages) -> str:
    """Which of the sentences of ``[stance]`` fits."""
    reading, bare = told.reading, "" if told.reading.marks else "_bare"
    if reading.stance == "asserted":
        return "not_denied" if reading.word else "asserted_negated" if reading.marks else "asserted"
    if reading.stance == "claimed":
        return "answered" if reading.answered else "claimed" if reading.word else "quoted"
    if reading.stance == "denied":
        if not told.denies:
            return f"negated{bare}"
        before = told.draft.word is not None and not passages.holds(told.draft.word)
        return "taken_up" if before else "denied" if reading.word else f"negated{bare}"
    return f"{reading.stance}{bare}"


def date_told(claim: Claim, told: Told | None, article: Article, passages: Passages) -> DateTold:
    """The date, with the expression that it was read from and what that was counted from; or why there is none."""
    dating = told.dating if told else None
    words, source = (passages.quote(dating.words), passages.quote(dating.counted_from)) if dating else (None, None)
    why = [table("date")[dating.rule]] if dating and dating.rule else []
    basis = claim.when_basis or ""
    if basis in table("basis") and source is None and (words or basis == "publication"):
        published = f"the day of publication, {article.published}" if article.published else "the story"
        why.append(str(table("basis")[basis]).format(published=published))
    return DateTold(
        when=claim.when,
        basis=claim.when_basis,
        words=words,
        counted_from=source,
        link=dating.link if dating else "",
        why="; ".join(why),
    )


def signs_told(claim: Claim, told: Told | None) -> tuple[Sign, ...]:
    """The signs of a claim with their weights, the heaviest first; none for events, whose confidence is one figure."""
    if told is None or claim.extractor.startswith("event:"):
        return ()
    found = [Sign(sign=sign, words=in_words(sign), weight=weight) for sign, weight in weighed(told).items() if weight]
    return tuple(sorted(found, key=lambda sign: (-abs(sign.weight), sign.sign)))


def in_words(sign: str) -> str:
    """A sign by the template of its own name, else by that of what it begins with: ``where:kind:*``, ``where:*``."""
    words, parts = table("signs"), sign.split(":")
    if sign in words:
        return str(words[sign])
    for length in range(len(parts), 0, -1):
        template = words.get(f"{':'.join(parts[:length])}:*")
        if template is not None:
            value = ":".join(parts[length:])
            return str(template).format(value, kind=table("kinds").get(value, value))
    return sign
