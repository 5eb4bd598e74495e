"""On whose word a clause stands: the reporting verb or noun that governs it, never a word elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse

_ANYBODY = frozenset({"it", "that", "which", "this", "there"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody's word on a clause: who, and whether they deny it; ``also_claimed`` where others claim what is denied.

    ``at`` is the position of the verb or noun that reports, ``speaker`` that of the noun for who speaks.
    """

    claimant: str | None
    denies: bool = False
    also_claimed: bool = False
    at: int | None = None
    speaker: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReader:
    """The reports of one sentence."""

    parse: Parse
    clauses: ClauseReader
    lexicon: SyntaxLexicon

    def over(self, at: int) -> Report | None:
        """The report that governs the clause of a word, or None where the text speaks for itself."""
        words = self.parse.words
        current = at
        for governor in self.parse.governors(at):
            found = self._between(current, governor)
            if found:
                return found
            if words[current].dep in ("relcl",) and governor != at:
                return self._inserted(at)
            current = governor
        return self._inserted(at)

    def _between(self, child: int, governor: int) -> Report | None:
        words = self.parse.words
        dep, lemma = words[child].dep, words[governor].lemma
        if dep in ("ccomp", "xcomp", "dobj", "advcl", "parataxis", "nsubjpass", "oprd") and words[governor].tag.startswith("V"):
            if lemma in self.lexicon.deny and dep != "advcl":
                return self._by_verb(governor, denies=True)
            if lemma in self.lexicon.say and dep in ("ccomp", "dobj", "nsubjpass", "oprd") and self._reports(child, governor):
                negated = self.parse.dep(governor, "neg") is not None
                return None if negated else self._by_verb(governor)
            if lemma in self.lexicon.say and dep == "xcomp" and (self.clauses.is_passive(governor) or words[child].tag == "VBN" or lemma in ("claim", "report", "declare")):
                return self._by_verb(governor)
        if dep in ("acl", "ccomp", "pobj", "pcomp", "appos", "relcl") and dep != "relcl":
            noun = governor if words[governor].tag.startswith("N") else words[governor].head
            lemma = words[noun].lemma
            if words[noun].tag.startswith("N") and dep != "pobj":
                if lemma in self.lexicon.say_nouns:
                    return self._of_noun(noun)
                if lemma in self.lexicon.deny_nouns:
                    return Report(claimant=self._owner(noun), denies=True, at=noun, speaker=noun)
            if words[governor].dep == "prep" and words[governor].lower in ("of", "about", "that") and words[noun].lemma in self.lexicon.say_nouns:
                return self._of_noun(noun)
            if dep == "pcomp" and words[noun].lemma in ("accuse", "suspect", "boast", "speak"):
                return self._by_verb(noun)
        return None

    def _reports(self, child: int, governor: int) -> bool:
        """Whether a verb reports its object: a noun of control, and no place ("claimed the town")."""
        words = self.parse.words
        if words[governor].lemma == "hold":
            return words[child].dep == "ccomp"
        return words[child].dep != "dobj" or words[child].lemma in self.lexicon.nouns

    def _of_noun(self, noun: int) -> Report:
        words = self.parse.words
        governor = words[noun].head
        if words[noun].dep in ("dobj", "nsubjpass", "pobj") and words[governor].tag.startswith("V") and words[governor].lemma in self.lexicon.deny:
            return replace(self._by_verb(governor, denies=True), also_claimed=True)
        for child in self.parse.children[governor] if words[noun].dep in ("nsubj",) else ():
            if words[child].lower in self.lexicon.lists["untrue"]:
                return Report(claimant=None, denies=True, also_claimed=True)
        owner = self._owner(noun)
        if owner is None and words[noun].dep == "dobj":
            return self._by_verb(governor)
        return Report(claimant=owner, at=noun, speaker=noun if owner else None)

    def _by_verb(self, verb: int, *, denies: bool = False) -> Report:
        return Report(claimant=self._speaker(verb), denies=denies, at=verb, speaker=self._speaker_at(verb))

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

    def _inserted(self, at: int) -> Report | None:
        """``according to X``, ``as officials said``, ``X said`` behind a comma."""
        words = self.parse.words
        for verb in (at, *self.parse.governors(at)):
            for child in self.parse.children[verb]:
                word = words[child]
                if word.lower == "according" or (word.lower == "accord" and word.dep == "prep"):
                    noun = next((n for n in self._targets(child)), None)
                    return Report(claimant=self._words(noun) if noun is not None else None, at=child, speaker=noun)
                if word.dep in ("parataxis", "advcl", "ccomp") and word.lemma in self.lexicon.say and word.tag.startswith("V"):
                    marks = {words[c].lower for c in self.parse.deps(child, "mark", "advmod")}
                    if (word.dep == "parataxis" or "as" in marks) and child != at:
                        return self._by_verb(child)
            if words[verb].dep not in ("conj", "xcomp", "advcl", "ccomp", "prep", "pobj", "pcomp", "nsubj", "nsubjpass", "dobj"):
                break
        return None

    def _targets(self, at: int) -> Iterator[int]:
        for child in self.parse.children[at]:
            if self.parse.words[child].dep == "pobj":
                yield child
            elif self.parse.words[child].dep == "prep":
                yield from self._targets(child)
