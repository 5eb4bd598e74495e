"""Denials of what was told before: ``Kyiv denied it``, ``Baku called that a lie``, ``This is untrue``.

Such a sentence names no place and no party of its own. It takes up what the same sentence, or the one before, has told,
and so gives a second claim of the same things: denied, on the denier's word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse
    from geo.extract.syntax.reports import Report, ReportReader

_AHEAD = 5
"""Words behind a pronoun in which it is called untrue: ``that an outright lie``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial of what was told before the position ``at``."""

    at: int
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialReader:
    """The denials in one sentence."""

    parse: Parse
    reports: ReportReader
    lexicon: SyntaxLexicon

    def read(self) -> Iterator[Denial]:
        """The denials that take up what was told before, in the order of the text."""
        for word in self.parse.words:
            if word.lemma in self.lexicon.deny and word.tag.startswith("V"):
                if self._denies_before(word.at):
                    yield self._denial(word.at, self.reports.by_verb(word.at, denies=True))
            elif word.lemma in self.lexicon.lists["calling"] and self._calls_untrue(word.at):
                yield self._denial(word.at, self.reports.by_verb(word.at, denies=True))
            elif (
                word.tag.startswith("V")
                and self._takes_up(self.parse.dep(word.at, "nsubj"))
                and self.reports.truth.is_untrue(word.at)
            ):
                yield self._denial(word.at, self._spoken(word.at))

    def _denial(self, at: int, report: Report) -> Denial:
        return Denial(at=at, report=self.reports.located(report))

    def _spoken(self, verb: int) -> Report:
        from geo.extract.syntax.reports import Report

        above = self.reports.over(verb)
        return Report(
            claimant=above.claimant if above else None, denies=True, at=verb, speaker=above.speaker if above else None
        )

    def _denies_before(self, verb: int) -> bool:
        """Whether a verb of denial has for object what was told before."""
        manner = self.reports.clauses.manner(verb)
        if manner.negated or manner.planned or manner.possible:
            return False
        denied = (
            self.parse.dep(verb, "nsubjpass")
            if self.reports.clauses.is_passive(verb)
            else self.parse.dep(verb, "dobj", "ccomp")
        )
        if denied is None:
            return False
        if self.parse.words[denied].lower == "them":
            return any(self.parse.words[c].lower == "as" for c in self.parse.deps(verb, "prep"))
        return self._takes_up(denied)

    def _calls_untrue(self, verb: int) -> bool:
        """``calls that untrue``, ``described the report as nonsense``, however the parser has it."""
        words, lists = self.parse.words, self.lexicon.lists
        at = verb + 1
        if (
            at < len(words)
            and words[at].lower in ("the", "this", "that", "these", "those")
            and at + 1 < len(words)
            and self.reports.is_report(at + 1)
        ):
            at += 1
        elif at >= len(words) or words[at].lower not in lists["what_was_told"] | {"them"}:
            return False
        return any(
            word.lower in lists["untrue"] or word.lemma in lists["untrue_nouns"]
            for word in words[at + 1 : at + 1 + _AHEAD]
        )

    def _takes_up(self, at: int | None) -> bool:
        """Whether a word stands for what was told: ``this``, ``the claim``; not ``it`` of a clause behind."""
        if at is None:
            return False
        word = self.parse.words[at]
        if word.lower in self.lexicon.lists["what_was_told"]:
            return not self._is_expletive(at) and not self._is_relative(at)
        determined = any(
            self.parse.words[c].lower in self.lexicon.lists["taking_up"]
            for c in self.parse.deps(at, "det", "poss", "predet")
        )
        alone = self.parse.dep(at, "acl", "ccomp", "relcl") is None and all(
            self.parse.words[c].lower in self.lexicon.lists["regarding"] for c in self.parse.deps(at, "prep")
        )
        return self.reports.is_report(at) and determined and alone

    def _is_relative(self, at: int) -> bool:
        """``a step that many rejected``: the pronoun of a clause that describes a noun."""
        return self.parse.words[at].lower == "that" and any(
            self.parse.words[n].dep == "relcl" for n in self.parse.governors(at)
        )

    def _is_expletive(self, at: int) -> bool:
        head = self.parse.words[at].head
        behind = self.parse.dep(head, "ccomp", "advcl", "csubj", "xcomp")
        return self.parse.words[at].lower == "it" and behind is not None and behind > head
