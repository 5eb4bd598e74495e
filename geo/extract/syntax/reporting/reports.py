"""On whose word a clause stands: the reporting verb or noun that governs it, never a word elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.reporting.labels import LabelReader
from geo.extract.syntax.reporting.reckonings import reckoner
from geo.extract.syntax.reporting.semicolons import SemicolonReader
from geo.extract.syntax.reporting.trailing import shared_sources
from geo.extract.syntax.reporting.truth import TruthReader
from geo.extract.syntax.reporting.unshifted import is_unshifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.items import Offsets
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_ANYBODY = frozenset({"it", "that", "which", "this", "there"})
_COMPLEMENTS = ("ccomp", "xcomp", "dobj", "parataxis", "nsubjpass", "oprd", "attr")
_OF_NOUNS = ("acl", "ccomp", "pobj", "pcomp", "appos")
_CLIMBING = frozenset(
    {
        "conj",
        "xcomp",
        "advcl",
        "ccomp",
        "prep",
        "pobj",
        "pcomp",
        "nsubj",
        "nsubjpass",
        "dobj",
        "oprd",
        "acomp",
        "attr",
        "csubj",
        "csubjpass",
    }
)
"""The links over which a report inserted into a clause still reports what hangs below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody's word on a clause: who, and whether they deny it; ``also_claimed`` where others claim what is denied.

    ``answers`` is then the position of the noun for what is denied (``the Russian claim that``).
    ``at`` is the position of the verb or noun that reports, ``speaker`` that of the noun for who speaks; ``word`` and
    ``voice`` are where these stand in the article.
    """

    claimant: str | None
    denies: bool = False
    also_claimed: bool = False
    answers: int | None = None
    at: int | None = None
    speaker: int | None = None
    word: Offsets | None = None
    voice: Offsets | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReader:
    """The reports of one sentence."""

    parse: Parse
    clauses: ClauseReader
    lexicon: SyntaxLexicon

    def over(self, at: int) -> Report | None:
        """The report that governs the clause of a word, or None where the text speaks for itself."""
        found = self._over(at)
        return self.located(found) if found and not self._is_of_another_clause(at, found) else None

    def _is_of_another_clause(self, at: int, report: Report) -> bool:
        """Whether a report tells of what a semicolon parts from this, and another side does."""
        if report.at is None or report.at < at:
            return False
        semicolons = SemicolonReader(parse=self.parse, clauses=self.clauses, lexicon=self.lexicon)
        return semicolons.is_told_by_another(at, report.at, report.speaker)

    def located(self, report: Report) -> Report:
        """A report with the offsets of its words."""
        word = self.parse.words[report.at] if report.at is not None else None
        voice = self.clauses.phrases.single(report.speaker) if report.speaker is not None else None
        return replace(
            report,
            word=(word.start, word.end) if word else None,
            voice=(voice.start, voice.end) if voice else None,
        )

    def _over(self, at: int) -> Report | None:
        words = self.parse.words
        current = at
        for governor in self.parse.governors(at):
            found = self._between(current, governor)
            if found:
                return found
            if words[current].dep == "relcl" and self._is_own_aside(current, governor):
                return self._inserted(at)
            current = governor
        return self._inserted(at) or self._labelled(at)

    def _labelled(self, at: int) -> Report | None:
        """``An analyst in Kyiv: the town has been lost``."""
        speaker = LabelReader(phrases=self.clauses.phrases, lexicon=self.lexicon).speaker(at)
        return None if speaker is None else Report(claimant=self._words(speaker), speaker=speaker)

    def _is_own_aside(self, verb: int, noun: int) -> bool:
        """Whether a relative clause is the text's own word, whoever says what stands around it."""
        aside = not self._is_restrictive(verb) or is_unshifted(self.parse, verb)
        return aside or self._is_of_those_thought_of(noun)

    def _is_restrictive(self, verb: int) -> bool:
        """Whether a relative clause is part of what is said: no comma sets it off as the text's own aside."""
        low, _ = self.parse.edges(verb)
        return low > 0 and self.parse.words[low - 1].text not in (",", "(", "\u2014", "\u2013")

    def _is_of_those_thought_of(self, noun: int) -> bool:
        """``The rebels who ran the town are thought to have left``: who they are is the text's own word."""
        words = self.parse.words
        chain = [noun, *self.parse.governors(noun)]
        subject = next((at for at in chain if words[at].dep not in ("pobj", "prep", "conj", "appos")), noun)
        return words[subject].dep == "nsubjpass"

    def by_verb(self, verb: int, *, denies: bool = False) -> Report:
        """The report of a verb of saying or denying."""
        return Report(claimant=self._speaker(verb), denies=denies, at=verb, speaker=self._speaker_at(verb))

    def is_report(self, at: int) -> bool:
        """Whether a word is a noun for a report (``the claim``, ``these rumours``)."""
        word = self.parse.words[at]
        return (
            word.tag.startswith("N")
            and word.lemma in self.lexicon.say_nouns
            and word.lower not in self.lexicon.lists["no_reports"]
        )

    @property
    def truth(self) -> TruthReader:
        """What calls things untrue in this sentence."""
        return TruthReader(parse=self.parse, clauses=self.clauses, lexicon=self.lexicon)

    def _between(self, child: int, governor: int) -> Report | None:
        """The report that one word makes of another."""
        words = self.parse.words
        if words[governor].tag.startswith("V"):
            found = self._by_governing_verb(child, governor)
            if found:
                return found
        if words[child].dep in _OF_NOUNS or self._completes(child, governor):
            return self._by_governing_noun(child, governor)
        return None

    def _by_governing_verb(self, child: int, verb: int) -> Report | None:
        if self.truth.is_of_a_clause(verb, child):
            return self._of_truth(verb)
        if self.parse.words[child].dep not in _COMPLEMENTS:
            return None
        if self.is_denial(verb) and self._reports(child, verb):
            return self.by_verb(verb, denies=True)
        if self.truth.calls_untrue(verb, child):
            return replace(self.by_verb(verb, denies=True), also_claimed=True)
        if not self._says(verb, child):
            return self._unconfirmed(verb, child)
        governor = self.parse.words[verb].head
        denied = self._of_truth(governor) if self.truth.is_of_a_clause(governor, verb) else None
        return denied or self.by_verb(verb)

    def _says(self, verb: int, child: int) -> bool:
        """Whether a verb of saying, not negated, says what hangs on it."""
        words = self.parse.words
        lemma = words[verb].lemma
        if lemma in self.lexicon.lists["agreeing"]:
            return words[child].dep == "ccomp" and self.parse.dep(verb, "neg") is None
        if lemma not in self.lexicon.say:
            return lemma in self.lexicon.lists["giving_as"] and self._gives_as(verb, child)
        if words[child].dep == "xcomp":
            saying = lemma in self.lexicon.lists["saying_to"]
            return saying or words[child].tag == "VBN" or self.clauses.is_passive(verb)
        if words[child].dep == "parataxis" or not self._reports(child, verb):
            return False
        return self.parse.dep(verb, "neg") is None

    def _gives_as(self, verb: int, child: int) -> bool:
        """``The ministry named two villages as taken``: on the word of whoever names them, where that is no pronoun."""
        as_taken = any(self.parse.words[c].lower == "as" for c in self.parse.deps(child, "mark"))
        speaker = self._speaker_at(verb)
        named = speaker is not None and not self.parse.words[speaker].tag.startswith("PRP")
        return as_taken and named and self.parse.dep(verb, "neg") is None

    def _unconfirmed(self, verb: int, child: int) -> Report | None:
        """``would not confirm the loss of the town``: somebody claims it, and nobody here says who."""
        words = self.parse.words
        if words[verb].lemma not in self.lexicon.lists["confirming"] or self.parse.dep(verb, "neg") is None:
            return None
        return Report(claimant=None, at=verb) if self._reports(child, verb) else None

    def _of_truth(self, verb: int) -> Report | None:
        if not self.truth.is_untrue(verb):
            told = next((n for n in self.parse.deps(verb, "attr") if self.is_report(n)), None)
            return Report(claimant=self._owner(told), at=told, speaker=told) if told is not None else None
        above = self.over(verb)
        as_said = any(
            words.dep == "advcl" and self._says_as(words.at)
            for words in (self.parse.words[c] for c in self.parse.children[verb])
        )
        known = above or Report(claimant=None)
        return replace(known, denies=not known.denies, also_claimed=as_said)

    def _says_as(self, verb: int) -> bool:
        """``as a second post has it``, ``as Baku says``."""
        marks = {self.parse.words[c].lower for c in self.parse.deps(verb, "mark", "advmod")}
        return "as" in marks and (
            self.parse.words[verb].lemma in self.lexicon.say or self.parse.words[verb].lemma == "have"
        )

    def _completes(self, child: int, noun: int) -> bool:
        """``a rumour that our soldiers have left``: a whole clause is no relative one."""
        words, parse = self.parse.words, self.parse
        low, _ = parse.edges(child)
        if (
            words[child].dep != "relcl"
            or words[low].lower != "that"
            or words[low].dep in ("nsubj", "nsubjpass", "dobj")
        ):
            return False
        return self.is_report(noun) and parse.dep(child, "nsubj", "nsubjpass") is not None

    def _by_governing_noun(self, child: int, governor: int) -> Report | None:
        words = self.parse.words
        if words[governor].tag.startswith("N"):
            behind = words[child].dep not in ("pobj", "pcomp")
            return self._by_noun(governor) if behind else None
        if words[governor].dep != "prep" or words[governor].lower not in self.lexicon.lists["report_links"]:
            return None
        over = words[governor].head
        if words[over].tag.startswith("V") and words[over].lemma in self.lexicon.lists["saying_of"]:
            return self.by_verb(over)
        return self._by_noun(over)

    def _by_noun(self, noun: int) -> Report | None:
        if self.is_report(noun):
            return self._of_noun(noun)
        word = self.parse.words[noun]
        if self.truth.is_denied_truth(noun):  # "there is no truth in talk that": the parser takes it for what is told
            return self._answer(self.over(noun), next(self._targets(noun), noun))
        if not word.tag.startswith("N") or word.lemma not in self.lexicon.deny_nouns:
            return None
        return Report(claimant=self._owner(noun), denies=True, at=noun, speaker=noun)

    def _reports(self, child: int, governor: int) -> bool:
        """Whether a verb reports its object: a noun of control, and no place ("claimed the town")."""
        words = self.parse.words
        if words[governor].lemma == "hold":  # "held that", and not "held the bridge and soldiers fled"
            return words[child].dep == "ccomp" and self.parse.dep(child, "mark") is not None
        return (
            words[child].dep not in ("dobj", "nsubjpass")
            or not words[child].tag.startswith("N")
            or words[child].lemma in self.lexicon.nouns
            or words[child].lower in self.lexicon.nouns
        )

    def _of_noun(self, noun: int) -> Report:
        """What becomes of a report: it is denied, it is called untrue, or it stands."""
        words = self.parse.words
        governor = words[noun].head
        if words[governor].dep == "prep" and words[noun].dep == "pobj":
            governor = words[governor].head
        linked = ("dobj", "nsubjpass", "pobj", "nsubj", "oprd")
        if words[governor].tag.startswith("V") and words[noun].dep in linked:
            acted_on = words[noun].dep != "nsubj" or self.clauses.is_passive(governor)
            if (acted_on and self.is_denial(governor)) or self.truth.calls_untrue(governor, noun):
                return self._answer(self.by_verb(governor), noun)
            if words[noun].dep in ("nsubj", "nsubjpass") and self.truth.is_untrue(governor):
                return self._answer(self.over(governor), noun)
        if self.truth.is_denied_truth(governor):
            return self._answer(self.over(governor), noun)
        denied = self._denied_beside(noun, governor)
        if denied is not None:
            return self._answer(denied, noun)
        owner = self._owner(noun)
        if owner is None and words[noun].dep == "dobj":
            return self.by_verb(governor)
        return Report(claimant=owner, at=noun, speaker=noun if owner else None, denies=False, also_claimed=False)

    def _denied_beside(self, noun: int, governor: int) -> Report | None:
        """A report denied by a participle beside it, or by the denial that it drew."""
        if self.parse.words[noun].dep == "nsubj" and (drawn := self._drawn(governor)) is not None:
            owner = next(iter(self._targets(drawn)), None)
            named = self._words(owner) if owner is not None else self._owner(drawn)
            return Report(claimant=named, at=drawn, speaker=owner)
        aside = self._denied_aside(noun)
        return None if aside is None else self.by_verb(aside)

    def _drawn(self, verb: int) -> int | None:
        """The denial that a report ``drew``, ``met with`` or ``was followed by``."""
        words = self.parse.words
        objects = [*self.parse.deps(verb, "dobj"), *self._targets(verb)]
        return next((at for at in objects if words[at].lemma in self.lexicon.deny_nouns), None)

    def _answer(self, report: Report | None, noun: int) -> Report:
        """A denial of what a noun of report says that others claim."""
        return replace(report or Report(claimant=None), denies=True, also_claimed=True, answers=noun)

    def is_denial(self, verb: int) -> bool:
        """Whether a verb denies: ``rejects``, ``laughed off``."""
        words = self.parse.words
        if words[verb].lemma in self.lexicon.deny:
            return True
        particles = (words[child].lower for child in self.parse.deps(verb, "prt", "advmod"))
        return any(f"{words[verb].lemma} {particle}" in self.lexicon.lists["waving_off"] for particle in particles)

    def _denied_aside(self, noun: int) -> int | None:
        """``the claim to hold the town, dismissed by Baku``: the participle can hang on the last noun."""
        words = self.parse.words
        for at in range(noun + 1, self.parse.edges(noun)[1]):
            aside = words[at].dep in ("acl", "relcl") and (words[at].head == noun or words[at - 1].text == ",")
            if aside and self.is_denial(at) and self.clauses.is_passive(at):
                return at
        return None

    def _speaker_at(self, verb: int) -> int | None:
        if self.clauses.is_passive(verb):
            agent = next(iter(self.clauses.clause(verb).agent), None)
            return agent.head if agent else None
        return self.clauses.subject(verb)

    def _owner(self, noun: int) -> str | None:
        owner = self.clauses.phrases.owner(noun)
        return owner.text if owner else None

    def _speaker(self, verb: int) -> str | None:
        if self.clauses.is_passive(verb):
            agent = next(iter(self.clauses.clause(verb).agent), None)
            return agent.text if agent else None
        subject = self.clauses.subject(verb)
        if subject is None or self.parse.words[subject].lower in _ANYBODY:
            return None
        return self._words(subject)

    def _words(self, head: int) -> str:
        phrase = self.clauses.phrases.single(head)
        return phrase.text.removeprefix("the ").removeprefix("The ")

    # reports inserted into a clause

    def _inserted(self, at: int) -> Report | None:
        """``according to X``, ``as officials said``, ``X said`` behind a comma."""
        words = self.parse.words
        for verb in (at, *self.parse.governors(at)):
            for child in (*self.parse.children[verb], *shared_sources(self.parse, verb, self.lexicon)):
                found = self._insertion(child) if child != at else None
                if found:
                    return found
            if words[verb].dep not in _CLIMBING:
                break
        return None

    def _by_which(self, according: int) -> int | None:
        """``a rebel broadcast according to which``: the noun before."""
        words = self.parse.words
        which = words[according + 2].lower if according + 2 < len(words) else ""
        return according - 1 if which == "which" and words[according - 1].tag.startswith("N") else None

    def _insertion(self, child: int) -> Report | None:
        word = self.parse.words[child]
        if word.lower == "according" or (word.lower == "accord" and word.dep == "prep"):
            noun = self._by_which(child) or next(self._targets(child), None)
            return Report(claimant=self._words(noun) if noun is not None else None, at=child, speaker=noun)
        if (teller := reckoner(self.parse, child, self.lexicon)) is not None:
            named = None if self.parse.words[teller].tag.startswith("PRP") else self._words(teller)
            return Report(claimant=named, at=child, speaker=teller)
        if word.dep not in ("parataxis", "advcl", "ccomp", "intj") or not word.tag.startswith("V"):
            return None
        if word.dep == "parataxis" and (word.lemma in self.lexicon.say or self._goes_on(child)):
            return self.by_verb(child)
        return self.by_verb(child) if word.lemma in self.lexicon.say and self._says_as(child) else None

    def _goes_on(self, verb: int) -> bool:
        """``he went on``, inserted into what he says."""
        parse = self.parse
        bare = parse.dep(verb, "nsubj") is not None and parse.dep(verb, "dobj", "ccomp") is None
        return bare and parse.words[verb].lemma in ("go", "continue")

    def _targets(self, at: int) -> Iterator[int]:
        for child in self.parse.children[at]:
            if self.parse.words[child].dep == "pobj":
                yield child
            elif self.parse.words[child].dep == "prep":
                yield from self._targets(child)
