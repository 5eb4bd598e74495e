"""Reads the clause around a verb: its group (voice, polarity, modality), its subject, its object and its adjuncts.

The reading is local and linear: from the verb to the left until something that is no auxiliary, then to the subject; to
the right until the clause ends. What a slot holds is for :mod:`geo.extract.grammar.frames` to judge.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Item
    from geo.extract.lexicon import Control, Form, Lexicon

_MOST_BETWEEN = 4
_CLOSING_MARKS = frozenset(
    {";", ":", ".", "\u2014", "\u2013", "!", "?", "\u201c", "\u201d", '"', "-", "(", ")", "\u2026"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """A verb with its auxiliaries: where it stands and how it is meant."""

    first: int
    verb: int
    lemma: str
    form: Form
    passive: bool
    negated: bool
    planned: bool
    possible: bool
    present: bool
    ended: bool
    falls_short: bool
    infinitive: bool
    purpose: bool
    control: Control | None

    @property
    def happens(self) -> bool:
        """Whether it tells an event at all: no wish, demand or purpose (``aimed at``), nothing that fell short."""
        if self.control == "sought" or self.purpose or self.falls_short:
            return False
        return not self.infinitive or self.control is not None or self.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjunct:
    """A preposition and the phrase behind it."""

    preposition: str
    item: Item
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A verb group with what stands in its slots; ``last`` is the position behind the clause."""

    group: VerbGroup
    subject: Item | None
    subject_governor: str | None
    possessor: Item | None
    object: Item | None
    adjuncts: tuple[Adjunct, ...]
    last: int

    def adjunct(self, *prepositions: str) -> Item | None:
        """What stands behind the first of these prepositions, or None."""
        return next((a.item for a in self.adjuncts if a.preposition in prepositions), None)


class ClauseReader:
    """Reads clauses of joined items (:mod:`geo.extract.grammar.noun_phrases`)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def group(self, items: Sequence[Item], verb: int, lemma: str) -> VerbGroup:
        """The verb group whose main verb stands at ``verb``."""
        forms = [reading.form for reading in items[verb].forms if reading.lemma == lemma]
        auxiliaries: list[str] = []
        control: Control | None = None
        infinitive = planned = False
        at = verb - 1
        first = verb
        while at >= 0:
            word = items[at].lower
            if self._is(word, "be", "have", "do", "modals", "negations"):
                auxiliaries.append(word)
                first = at
            elif word == "to" and not infinitive:
                infinitive = True
                at = self._past_adverbs(items, at - 1)
                control, to_come = self._control(items, at)
                planned = planned or to_come
                if control is None and not to_come:
                    break
                first = at
                if control is None:
                    continue
            elif at > 1 and self._is_aside(items, at, auxiliaries=bool(auxiliaries)):
                at -= _aside_length(items, at) - 1
            elif not self._is(word, "adverbs") or items[at].is_name:
                break
            at -= 1
        behind = [item.lower for item in items[verb + 1 : verb + 3]] if lemma == "be" else []
        around = [item.lower for item in items[at + 1 : verb + 1]] + behind
        auxiliary = next((word for word in auxiliaries if not self._is(word, "negations")), None)
        after_be = (
            auxiliary is not None and self._is(auxiliary, "be") and not (infinitive and auxiliary not in ("be", "been"))
        )
        form = _form(forms, auxiliary=auxiliary is not None, infinitive=infinitive)
        return VerbGroup(
            first=first,
            verb=verb,
            lemma=lemma,
            form=form,
            passive=form == "participle" and after_be,
            negated=any(self._is(word, "negations") for word in (*auxiliaries, *behind)),
            ended="longer" in around and "no" in around,
            falls_short=any(word in self._lexicon.lists["falling_short"] for word in around),
            planned=planned or any(self._is(word, "modality.planned") for word in auxiliaries),
            possible=any(self._is(word, "modality.possible") for word in auxiliaries),
            present=(auxiliaries[-1] in self._lexicon.lists["present_be"])
            if auxiliaries
            else form in ("third", "base"),
            infinitive=infinitive,
            purpose=form == "gerund" and first > 0 and items[first - 1].lower in self._lexicon.lists["before_an_aim"],
            control=control,
        )

    def _is_aside(self, items: Sequence[Item], at: int, *, auxiliaries: bool) -> bool:
        """Whether a date or ``in the end`` stands between an auxiliary and its verb (``was on Friday handed over``)."""
        before = at - _aside_length(items, at)
        if auxiliaries or before < 0 or not (items[at].tag == "date" or items[at].lower in ("end", "last")):
            return False
        return self._is(items[before].lower, "be", "have")

    def clause(self, items: Sequence[Item], group: VerbGroup, *, begins: int) -> Clause:
        """The clause around a verb group, whose complements begin at ``begins``."""
        subject, governor, possessor = self._subject(items, group)
        target, adjuncts, last = self.right(items, begins)
        return Clause(
            group=group,
            subject=subject,
            subject_governor=governor,
            possessor=possessor,
            object=target,
            adjuncts=tuple(adjuncts),
            last=last,
        )

    def _is(self, word: str, *classes: str) -> bool:
        for name in classes:  # noqa: SIM110 - asked so often that a generator would take most of the time
            if word in self._lexicon.classes[name]:
                return True
        return False

    def _past_adverbs(self, items: Sequence[Item], at: int) -> int:
        while at >= 0 and self._is(items[at].lower, "adverbs") and not items[at].is_name:
            at -= 1
        return at

    def _control(self, items: Sequence[Item], at: int) -> tuple[Control | None, bool]:
        """The control verb before ``to`` and whether the thing is yet to come (``was to``, ``due to``)."""
        if at < 0:
            return None, False
        lemmas = [reading.lemma for reading in items[at].forms] or [items[at].lower]
        how = next(
            (self._lexicon.control_verbs[lemma] for lemma in lemmas if lemma in self._lexicon.control_verbs), None
        )
        return how, how == "planned" or (how is None and self._is(items[at].lower, "be"))

    def _subject(self, items: Sequence[Item], group: VerbGroup) -> tuple[Item | None, str | None, Item | None]:
        """The subject, the preposition it hangs on (``control of X``), and the owner behind ``whose``."""
        end = group.first
        if end > 0 and self._is(items[end - 1].lower, "relatives"):
            return self._antecedent(items, end - 1), None, None
        begin = self._clause_start(items, end)
        segments = _split(items, begin, end)
        for low, high in self._subject_segments(segments):
            found = self._head(items, low, high)
            if found is None:
                continue
            item, governor = found
            whose = low > 0 and items[low - 1].lower == "whose"
            return item, governor, self._antecedent(items, low - 1) if whose else None
        shared = begin > 0 and self._shares_subject(items, begin, end)
        return (self._before(items, begin) if shared else None), None, None

    def _clause_start(self, items: Sequence[Item], end: int) -> int:
        """Where the stretch begins in which a subject can stand."""
        at = end - 1
        while at >= 0:
            word = items[at]
            if word.text in _CLOSING_MARKS or self._is(word.lower, "subordinators", "relatives"):
                return at + 1
            if not word.is_name and word.forms and self._is_predicate(items, at):
                return at + 1
            at -= 1
        return 0

    def _is_predicate(self, items: Sequence[Item], at: int) -> bool:
        """Whether a word with verb readings is one here: it has a tense, a participle's form, or a modal before it."""
        before = items[at - 1].lower if at else ""
        if self._is(before, "determiners", "prepositions") and before != "to":
            return False
        return (
            any(reading.form != "base" for reading in items[at].forms)
            or self._is(before, "modals", "do")
            or before == "to"
        )

    def _subject_segments(self, segments: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches between commas, the likeliest first: the last, or the one before an apposition."""
        if not segments:
            return []
        low, high = segments[-1]
        if low == high:  # "X, the capital, fell": the comma stands right before the verb
            return segments[-3::-1] if len(segments) > 2 else segments[::-1]  # noqa: PLR2004
        return segments[::-1]

    def _head(self, items: Sequence[Item], low: int, high: int) -> tuple[Item, str | None] | None:
        """The phrase that heads a stretch: the last that hangs on no preposition, else a party behind ``of``.

        The last, since an unknown verb may stand between two (``Yerevan accused Baku of planning to take``).
        """
        hanging: tuple[Item, str | None] | None = None
        for at in range(high - 1, low - 1, -1):
            item = items[at]
            if not item.is_name and item.lower not in ("it", "they", "he", "she", "we"):
                continue
            governor = self._governor(items, low, at)
            if governor is None and not self._is_coordinated(items, low, at):
                return item, None
            if (
                hanging is None
                and governor in ("of", "by", "to")
                and (item.parties or self._is_rule_over(items, low, at))
            ):
                hanging = item, governor
        return hanging

    def _is_coordinated(self, items: Sequence[Item], low: int, at: int) -> bool:
        """Whether a phrase is the second member of a subject: ``government troops and allied militia took``."""
        first = next((n for n in range(at - 1, low - 1, -1) if items[n].is_name), None)
        if first is None or not any(item.lower == "and" for item in items[max(first, at - _MOST_BETWEEN) : at]):
            return False
        return self._governor(items, low, first) is None

    def _governor(self, items: Sequence[Item], low: int, at: int) -> str | None:
        """The preposition that a phrase hangs on, past its determiner and adjectives."""
        for before in range(at - 1, max(low - 1, at - 1 - _MOST_BETWEEN), -1):
            if items[before].is_name or items[before].tag == "date":
                return None
            if self._is(items[before].lower, "prepositions"):
                return items[before].lower
        return None

    def _is_rule_over(self, items: Sequence[Item], low: int, at: int) -> bool:
        return any(items[before].lower in self._lexicon.lists["rules_over"] for before in range(low, at))

    def _antecedent(self, items: Sequence[Item], relative: int) -> Item | None:
        """The phrase that a relative pronoun stands for: the nearest one before it."""
        for at in range(relative - 1, max(-1, relative - 4), -1):
            if items[at].is_name:
                return items[at]
        return None

    def _shares_subject(self, items: Sequence[Item], begin: int, end: int) -> bool:
        """``captured X and handed Y over``: nothing but a conjunction between this verb and what precedes it."""
        between = [item for item in items[begin:end] if not item.is_name]
        return any(self._is(item.lower, "conjunctions") for item in between[-2:])

    def _before(self, items: Sequence[Item], verb_end: int) -> Item | None:
        """The subject of the verb that ends before a position."""
        for at in range(verb_end - 1, -1, -1):
            if items[at].forms:
                group = self.group(items, at, items[at].forms[0].lemma)
                return self._subject(items, group)[0] if group.first > 0 else None
        return None

    def right(self, items: Sequence[Item], first: int) -> tuple[Item | None, list[Adjunct], int]:
        """Object and adjuncts behind a verb, and where the clause ends."""
        target: Item | None = None
        adjuncts: list[Adjunct] = []
        preposition: str | None = None
        waiting = 0
        ruled = False
        at = first
        while at < len(items) and not self._ends_clause(items, at, has_slot=preposition is not None):
            item = items[at]
            pronoun = item.lower in ("it", "them") and item.tag == "word"
            if item.is_name or pronoun:
                if preposition:
                    adjuncts.append(
                        Adjunct(preposition=preposition, item=_ruling(item) if ruled else item, position=at)
                    )
                elif target is None and waiting <= _MOST_BETWEEN:
                    target = item
                preposition, waiting = None, 0
            elif preposition == "under" and item.lower in self._lexicon.lists["rules"]:
                at += 1 if at + 1 < len(items) and items[at + 1].lower == "of" else 0
                ruled = True
            elif self._is(item.lower, "prepositions"):
                ruled = False
                preposition = "out of" if item.lower == "of" and items[at - 1].lower == "out" else item.lower
                waiting = 0
            elif item.tag == "date" or item.text == ",":
                preposition = None
            else:
                waiting += 1
                if waiting > _MOST_BETWEEN:
                    preposition = None
            at += 1
        return target, adjuncts, at

    def _ends_clause(self, items: Sequence[Item], at: int, *, has_slot: bool) -> bool:
        item = items[at]
        if item.text in _CLOSING_MARKS or self._is(item.lower, "relatives"):
            return True
        if self._is(item.lower, "subordinators"):
            return True
        if item.text == ",":
            return not self._goes_on(items, at + 1)
        if self._is(item.lower, "be", "have", "do", "modals"):
            return True
        if item.lower == "and" and not has_slot:
            return not self._goes_on(items, at + 1)
        return bool(item.forms) and not item.is_name and self._is_predicate(items, at)

    def _goes_on(self, items: Sequence[Item], at: int) -> bool:
        """Whether a clause continues behind a comma or conjunction: with an adjunct or a date."""
        if at < len(items) and items[at].lower in ("and", "or"):
            at += 1
        if at >= len(items):
            return False
        return items[at].tag == "date" or self._is(items[at].lower, "prepositions")


def _ruling(item: Item) -> Item:
    """A party behind ``under the control of``: its rule is meant."""
    return replace(item, parties=tuple(replace(party, head="rule") for party in item.parties))


def _aside_length(items: Sequence[Item], at: int) -> int:
    """How many items an aside that ends at a position has: a date, its preposition, an article."""
    length = 1
    while length < _MOST_BETWEEN and items[at - length].lower in ("on", "in", "at", "by", "the"):
        length += 1
    return length


def _form(forms: Sequence[Form], *, auxiliary: bool, infinitive: bool) -> Form:
    """The reading of a verb's form that its group allows; a participle wants an auxiliary, a tense wants none."""
    if infinitive and "base" in forms:
        return "base"
    if auxiliary:
        return next((form for form in ("participle", "base", "gerund") if form in forms), forms[0])
    return next((form for form in ("past", "third", "gerund", "base", "participle") if form in forms), forms[0])


def _split(items: Sequence[Item], begin: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the commas of ``items[begin:end]``."""
    commas = [at for at in range(begin, end) if items[at].text == ","]
    return list(zip([begin, *(at + 1 for at in commas)], [*commas, end], strict=True))
