"""Denials of what was told before: ``Kyiv denied it``, ``Baku called that a lie``, ``This is untrue``.

Such a sentence names no place and no party of its own. It takes up what the same sentence, or the one before, has told,
and so gives a second claim of the same things: denied, on the denier's word.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.cut_short import is_cut_short
from geo.extract.syntax.reporting.verdicts import is_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.reporting.reports import Report, ReportReader
    from geo.extract.syntax.trees.parse import Parse

_BESIDE = frozenset({"appos", "dobj", "npadvmod", "attr", "conj", "dep"})
_SHORT = 5
"""Words of a sentence that says no more than that it is not so."""
_AHEAD = 5
"""Words behind a pronoun in which it is called untrue: ``that an outright lie``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial of what was told before the position ``at``; of events of these ``kinds`` alone where there are any."""

    at: int
    report: Report
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialReader:
    """The denials in one sentence."""

    parse: Parse
    reports: ReportReader
    lexicon: SyntaxLexicon

    def read(self) -> Iterator[Denial]:
        """The denials that take up what was told before, in the order of the text."""
        if is_verdict(self.parse, self.lexicon):
            yield self._denial(0, self._spoken(0))
        for word in self.parse.words:
            if word.tag.startswith("V") and self.reports.is_denial(word.at):
                described = self._describes_report(word.at) and not self._by_nobody(word.at)
                if described or self._denies_before(word.at):
                    denial = self._denial(word.at, self.reports.by_verb(word.at, denies=True))
                    yield denial if described else replace(denial, kinds=self._kinds(self._denied(word.at)))
            elif self._is_left_unsaid(word.at) or self._denies_any(word.at):
                yield self._denial(word.at, self._spoken_of(word.at))
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

    def _spoken_of(self, verb: int) -> Report:
        """The denial of whoever says a clause."""
        from geo.extract.syntax.reporting.reports import Report

        speaker = self._gapped(verb)
        if speaker is not None:
            text = self.reports.clauses.phrases.single(speaker).text.removeprefix("the ")
            return Report(claimant=text, denies=True, at=verb, speaker=speaker)
        return replace(self.reports.over(verb) or Report(claimant=None), denies=True)

    def _spoken(self, verb: int) -> Report:
        from geo.extract.syntax.reporting.reports import Report

        above = self.reports.over(verb)
        return Report(
            claimant=above.claimant if above else None, denies=True, at=verb, speaker=above.speaker if above else None
        )

    def _denies_before(self, verb: int) -> bool:
        """Whether a verb of denial has for object what was told before."""
        manner = self.reports.clauses.manner(verb)
        if manner.negated or manner.planned or manner.possible or self._by_nobody(verb):
            return False
        denied = self._denied(verb)
        if denied is None:
            return False
        if self.parse.words[denied].lower == "them":
            return any(self.parse.words[c].lower == "as" for c in self.parse.deps(verb, "prep"))
        return self._takes_up(denied) or bool(self._kinds(denied))

    def _denied(self, verb: int) -> int | None:
        passive = self.reports.clauses.is_passive(verb)
        return self.parse.dep(verb, "nsubjpass") if passive else self.parse.dep(verb, "dobj", "ccomp")

    def _kinds(self, at: int | None) -> frozenset[str]:
        """The kinds of events that a noun of control can mean by itself: ``denied any withdrawal``, ``the capture``."""
        if at is None or at in self.reports.clauses.phrases.names:
            return frozenset()
        word, lists = self.parse.words[at], self.lexicon.lists
        told = {one.kind for one in self.lexicon.nouns.get(word.lemma, ())}
        determined = {self.parse.words[c].lower for c in self.parse.deps(at, "det")} & (lists["taking_up"] | {"any"})
        alone = self.parse.dep(at, "prep", "poss", "acl", "relcl", "amod", "compound", "conj") is None
        if not determined or not alone or word.lower in lists["plural_homonyms"]:
            return frozenset()
        return frozenset(told | ({"capture", "loss"} if told & {"capture", "loss"} else set()))

    def _by_nobody(self, verb: int) -> bool:
        """``Nobody disputes it``, ``which neither side denies``: then it is as good as said by all."""
        subject = self.parse.dep(verb, "nsubj", "agent")
        return subject is not None and self.reports.clauses.phrases.tree.is_negative(subject)

    def _describes_report(self, verb: int) -> bool:
        """``said it had taken the town, a claim that Kyiv denies``: the report that stands beside what it reports."""
        words = self.parse.words
        noun = words[verb].head
        if words[verb].dep not in ("relcl", "acl") or words[noun].dep not in (
            "appos",
            "npadvmod",
            "attr",
            "conj",
            "dep",
        ):
            return False
        named = self.reports.is_report(noun) or words[noun].lower == "something"
        low, _ = self.parse.edges(noun)
        alone = self.parse.dep(verb, "ccomp", "xcomp", "dobj") is None or words[verb].dep == "acl"
        return named and alone and low > 0 and words[low - 1].text in (",", "\u2014", "\u2013", "-")

    def _is_left_unsaid(self, verb: int) -> bool:
        """Whether somebody says that it is not so, and leaves out what: ``The army says they do not``."""
        words = self.parse.words
        if not is_cut_short(self.parse, verb):
            return False
        head = words[words[verb].head]
        if head.at == verb:  # "They did not."
            return sum(word.dep != "lead" for word in words) <= _SHORT
        return (words[verb].dep == "ccomp" and head.lemma in self.lexicon.say) or self._gapped(verb) is not None

    def _gapped(self, verb: int) -> int | None:
        """Who says a clause whose verb of saying is left out: ``They said they had, the army that they had not``."""
        words = self.parse.words
        noun, (low, _) = words[verb].head, self.parse.edges(verb)
        apart = words[noun].dep in ("appos", "conj", "dep", "npadvmod") and words[low].lower == "that"
        first, _ = self.parse.edges(noun)
        said = any(word.lemma in self.lexicon.say for word in words[:first])
        return noun if apart and said and words[verb].dep in ("relcl", "acl", "ccomp") else None

    def _denies_any(self, verb: int) -> bool:
        """``Yerevan says not one village has been lost``: none of what the line before told of."""
        words, phrases = self.parse.words, self.reports.clauses.phrases
        if words[verb].lemma not in self.lexicon.verbs or not words[verb].tag.startswith("V"):
            return False
        acted_on = self.parse.dep(verb, "nsubjpass", "dobj")
        if acted_on is None or acted_on in phrases.names or self.reports.over(verb) is None:
            return False
        tree = phrases.tree
        generic = tree.place_noun(acted_on) is not None and self.parse.dep(acted_on, "prep", "relcl", "acl") is None
        return generic and tree.is_negative(acted_on)

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
