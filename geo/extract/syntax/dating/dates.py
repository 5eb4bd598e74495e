"""When the events of a parsed article happened: the narrowest interval that the text supports.

The date that the parse gives to the event's own clause comes first, then those of the clauses around it
(:mod:`geo.extract.syntax.dating.senses`), then how long it took, then the thread of the story and the report's own day
(:mod:`geo.extract.syntax.dating.undated`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.date_expressions import counted_from
from geo.dates import Span, When
from geo.extract.dates import Dating
from geo.extract.syntax.dating.commemorated import Remembering
from geo.extract.syntax.dating.described import beside, describes
from geo.extract.syntax.dating.moved import moved_to
from geo.extract.syntax.dating.relations import DateRelations
from geo.extract.syntax.dating.runs import run_with
from geo.extract.syntax.dating.senses import DateSense
from geo.extract.syntax.dating.shifted import shifted
from geo.extract.syntax.dating.tense import tense_of
from geo.extract.syntax.dating.undated import STATES, Undated
from geo.extract.syntax.dating.words import clause_of, is_clause

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from geo.extract.dates import How
    from geo.extract.drafts import Draft
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.dating.calendar import Calendar, DatedSentence, Timed
    from geo.extract.syntax.dating.tense import Tense
    from geo.extract.syntax.trees.parse import Parse

_INSIDE = ("at", "in", "on", "during")
"""Prepositions over a noun with a date in its name that give the date to the clause: ``in the war of 2020``."""

_BESIDE = 3
"""Words between a length of time and the date that gives its days."""

_IN_THE_COURSE = ("in", "during", "after", "following")
"""Prepositions over a war in whose course, or after which, something changed."""


class SyntaxDates:
    """Dates the events of one article."""

    def __init__(self, calendar: Calendar, lexicon: DateLexicon) -> None:
        self._calendar = calendar
        self._lexicon = lexicon
        self._sense = DateSense(day=calendar.day, lexicon=lexicon)
        self._undated = Undated(calendar, lexicon)

    def read(self, draft: Draft, at: int, *, sentence: int, reported: bool) -> Dating:
        """The date of a draft whose date is looked for from a word of a sentence."""
        here = self._calendar.sentences[sentence]
        tense = tense_of(here.parse, at)
        dated = self._in_sentence(draft, here, at, tense)
        dated = self._remembered(draft, here, at, dated) or dated
        if dated:
            return dated
        own = {host for hosts, how in self._relations(here).hosts(at) if how == "own" for host in hosts}
        lasted = self._undated.lasted(draft, here, own, tense)
        return lasted or self._undated.read(draft, here, sentence, tense, reported=reported)

    def entry(self, sentence: int) -> Dating | None:
        """The date that heads a sentence (``31 August: Gubadli``); None where it has none there."""
        one = next(iter(self._calendar.sentences[sentence].times), None)
        if one is None or one.span is None or one.word.first > 0 or not one.word.heads:
            return None
        return _entry(one, one.span)

    def listed(self, sentence: int) -> list[Dating]:
        """The dates of a sentence one by one, for a list that gives each place its own."""
        return [_entry(one, one.span) for one in self._calendar.sentences[sentence].times if one.span]

    def in_turn(self, dated: Dating, sentence: int) -> list[Dating]:
        """The dates of the list of which one is a member: ``on November 20 and 25``; none where it is of no list."""
        days = run_with(self._calendar.sentences[sentence], dated.words)
        return [replace(dated, when=str(When.of(one.span)), words=one.at) for one in days if one.span]

    def _in_sentence(self, draft: Draft, here: DatedSentence, at: int, tense: Tense) -> Dating | None:
        moved = moved_to(here, at, self._lexicon) if draft.planned else None
        if moved:
            return self._moved(moved, tense)
        found = _when_it_happened(here, at) or self._since_event(draft, here, at) or self._find(here, at)
        if found is None or found[1] != "own":
            counted = self._counted(draft, here, at)
            if counted:
                return counted
        if found is None or not _may_have(draft, tense, found):
            return self._by_event(draft, here, at)
        one, how = found
        when = self._sense.of(draft, one, how, tense, here)
        when = shifted(when, one.at, here.parse, at, self._calendar.day) if when else when
        if not when:
            return None
        return Dating(
            when=when,
            basis=one.basis,
            by_report=how == "report",
            rule=how,
            words=one.at,
            counted_from=one.counted_from,
            link=self._sense.link(one),
        )

    def _moved(self, target: Timed, tense: Tense) -> Dating:
        span, expression = self._sense.ahead(target, tense), target.word.expression
        if expression.first != expression.last:  # "moved from 15 to 25 November"
            span = Span(span.last, span.last)
        return Dating(when=str(When.of(span)), basis=target.basis, rule="own", words=target.at)

    def _remembered(self, draft: Draft, here: DatedSentence, at: int, dated: Dating | None) -> Dating | None:
        """The date of what is only remembered, unless its own clause gives it another than the report's."""
        day = self._calendar.day
        if day is None or draft.kind in STATES or draft.planned or draft.possible:
            return None
        if dated and dated.rule in ("own", "when") and dated.when != day.isoformat():
            return None
        return Remembering(lexicon=self._lexicon, day=day).of(here, at)

    def _relations(self, here: DatedSentence) -> DateRelations:
        return DateRelations(parse=here.parse, lexicon=self._lexicon)

    def _since_event(self, draft: Draft, here: DatedSentence, at: int) -> tuple[Timed, How] | None:
        """The date of that since which a state lasts: ``since a war that ended in 1994``, ``since a war ended``."""
        parse = here.parse
        if draft.kind not in STATES:
            return None
        own = {at, clause_of(parse, at)}
        for one in here.times:
            if one.span is None or "since" in (one.word.link, one.word.noun_link):
                continue
            below = _between(parse, one, own)
            if below and _is_since(parse, below[-1]):
                expression = replace(one.word.expression, relation=None)
                return replace(one, word=replace(one.word, expression=expression, link="since", noun=None)), "own"
        return None

    def _by_event(self, draft: Draft, here: DatedSentence, at: int) -> Dating | None:
        """The end of the war in which something changed: ``was taken in fighting that ended in 1994``."""
        parse = here.parse
        if draft.kind in STATES or draft.planned or draft.possible:
            return None
        own = {at, clause_of(parse, at)}
        for one in here.times:
            below = _between(parse, one, own)
            inside = below and parse.words[below[-1]].lower in _IN_THE_COURSE
            ended = any(parse.words[word].dep == "relcl" and self._ends(parse, word) for word in below)
            if inside and ended and one.span and one.span.last:
                last = str(When.of(one.span)).rpartition("/")[2]
                return Dating(when=f"../{last}", basis=one.basis, rule="background", words=one.at)
        return None

    def _ends(self, parse: Parse, at: int) -> bool:
        return parse.words[at].lemma in self._lexicon.ends

    def _find(self, here: DatedSentence, at: int) -> tuple[Timed, How] | None:
        times = [one for one in here.times if one.span and self._dates(one) and not describes(here.parse, one, at)]
        if not times:
            return None
        inside = [one for one in times if _is_inside(here.parse, one, at)]
        if inside:
            return _nearest(inside, at), "own"
        for hosts, how in self._relations(here).hosts(at):
            near = [one for one in times if one.word.host in hosts]
            if near:
                return _nearest(near, at), how
        return None

    def _dates(self, one: Timed) -> bool:
        """Whether a date can be that of an event: no dateline's, and no noun's that only has it in its name."""
        word = one.word
        if word.heads and word.first > 0:
            return False
        if word.noun is None:
            return word.expression.kind == "date"
        return word.noun_link in self._lexicon.links or (word.expression.kind == "date" and word.noun_link in _INSIDE)

    def _counted(self, draft: Draft, here: DatedSentence, at: int) -> Dating | None:
        """``two days after they left the town``: their leaving, counted back from the day of the clause above.

        What is to come has no day to count from where the clause above gives none.
        """
        parse = here.parse
        for one in here.times:
            mark = one.word.last
            if one.word.expression.anchor != "event" or mark >= len(parse.words):
                continue
            is_mark = parse.words[mark].dep == "mark"
            inner = parse.words[mark].head if is_mark else next(iter(parse.deps(mark, "pcomp", "pobj")), None)
            if inner is None or at not in (inner, *_completed(parse, inner)):
                continue
            above = clause_of(parse, parse.words[inner if is_mark else mark].head)
            found = self._find(here, above) if above != at else None
            near = beside(parse, here.times, above=above, mark=one.word.first) if found is None else None
            found = (near, "same") if near else found
            to_come = draft.planned or draft.possible
            main = found[0].span if found else None if to_come else self._of_undated(here, above)
            span = self._told_of(counted_from(one.word.expression, main), here, above) if main else None
            source = found[0].at if found else None
            when = str(When.of(span)) if span else None
            return (
                Dating(when=when, basis="relative", rule="counted", words=one.at, counted_from=source) if span else None
            )
        return None

    def _of_undated(self, here: DatedSentence, clause: int) -> Span | None:
        """When what a clause tells without a date happened: on the report's own day if it is told as of now."""
        day, tense = self._calendar.day, tense_of(here.parse, clause)
        if day and (tense.present or tense.perfect):
            return Span(day, day)
        return self._undated.told_lately(here)

    def _told_of(self, span: Span | None, here: DatedSentence, clause: int) -> Span | None:
        """What happened some days before or after what a clause tells; if that is past, no later than the report."""
        day, tense = self._calendar.day, tense_of(here.parse, clause)
        if span is None or day is None or not tense.is_past:
            return span
        return span.intersection(Span(None, day))


def _entry(one: Timed, span: Span) -> Dating:
    return Dating(when=str(When.of(span)), basis=one.basis, rule="entry", words=one.at)


def _may_have(draft: Draft, tense: Tense, found: tuple[Timed, How]) -> bool:
    """Whether a date of another clause can be the event's.

    What is so now, and what is to come, have none of the past.
    """
    one, how = found
    if how in ("own", "when"):
        return True
    if draft.planned or draft.possible:
        return how != "background"
    lasting = draft.kind in STATES and (tense.present or tense.perfect)
    return not lasting or how == "report" or one.word.link == "since"


def _is_inside(parse: Parse, one: Timed, at: int) -> bool:
    """Whether a date stands in the phrase of a noun, and in none of its clauses.

    ``in Armenian hands since the war``.
    """
    if is_clause(parse.words[at]) or at not in parse.governors(one.word.first):
        return False
    return not (is_clause(parse.words[one.word.host]) and at in parse.governors(one.word.host))


def _nearest(times: Sequence[Timed], at: int) -> Timed:
    """The date nearest to a word, a narrow one before one that holds it: ``this summer, in late June``."""
    told = [one for one in times if not any(_gives_days_of(other, one) for other in times)]
    narrow = [one for one in told if not any(_holds(one, other) for other in told)] or list(times)
    return min(
        narrow, key=lambda one: (one.word.noun is not None, min(abs(one.word.first - at), abs(one.word.last - at)))
    )


def _gives_days_of(one: Timed, length: Timed) -> bool:
    """Whether a date right behind a length of time gives its days: ``within three days, from 12 to 14 September``."""
    is_length = length.word.expression.words[:1] == ("within",)
    return is_length and one.word.expression.shape == "calendar" and 0 <= one.word.first - length.word.last <= _BESIDE


def _holds(one: Timed, other: Timed) -> bool:
    outer, inner = one.span, other.span
    if outer is None or inner is None or outer == inner:
        return False
    return outer.intersection(inner) == inner


def _when_it_happened(here: DatedSentence, at: int) -> tuple[Timed, How] | None:
    """The date that a clause says more of: ``since 29 June, when the militia stormed the city``."""
    words, clause = here.parse.words, clause_of(here.parse, at)
    while words[clause].dep == "conj" and is_clause(words[words[clause].head]):
        clause = words[clause].head
    when = next((child for child in here.parse.deps(clause, "advmod", "mark") if words[child].lower == "when"), None)
    if when is None:
        return None
    behind = when - 1 if when and words[when - 1].text == "," else when
    found = next((one for one in here.times if one.word.last == behind and one.span), None)
    if found is None:
        return None
    expression = replace(found.word.expression, relation=None)
    return replace(found, word=replace(found.word, expression=expression, link="", noun=None)), "when"


def _between(parse: Parse, one: Timed, own: Collection[int]) -> list[int]:
    """The words over a date, up to the one below an event's own; none where the event is not over it."""
    path = [one.word.first, *parse.governors(one.word.first)]
    top = next((n for n, word in enumerate(path) if word in own), 0)
    return path[:top]


def _is_since(parse: Parse, at: int) -> bool:
    """Whether a word is the preposition ``since``, or a clause that it opens."""
    words = parse.words
    if words[at].lower == "since":
        return words[at].dep == "prep"
    if words[at].dep != "advcl":
        return False
    before = [one for one in parse.deps(words[at].head, "prep") if parse.edges(one)[1] == parse.edges(at)[0]]
    return any(words[one].lower == "since" for one in (*parse.deps(at, "mark"), *before))


def _completed(parse: Parse, at: int) -> list[int]:
    """The verbs that complete a verb."""
    found = list(parse.deps(at, "xcomp"))
    return found + [deeper for child in found for deeper in _completed(parse, child)]
