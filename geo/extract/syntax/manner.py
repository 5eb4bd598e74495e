"""How a clause is meant, apart from who tells it: whether it happened, is to come, could, did not, or is only wished for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.lexicon import Control
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse
    from geo.extract.syntax.voice import VoiceReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an event is meant by what stands around its word, apart from who tells it."""

    negated: bool = False
    ended: bool = False
    planned: bool = False
    possible: bool = False
    unreal: bool = False
    present: bool = False
    falls_short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MannerReader:
    """The manners of one sentence's clauses."""

    parse: Parse
    voice: VoiceReader
    lexicon: SyntaxLexicon

    def of(self, at: int) -> Manner:
        """How the word's event is meant: whether it happened, is to come, could, did not, or is only wished for."""
        words, parse = self.parse.words, self.parse
        negated = self._is_negated(at)
        ended = self._has(at, "longer") and negated
        planned = possible = unreal = False
        auxiliaries = {words[c].lower for c in parse.deps(at, "aux", "auxpass")}
        if words[at].dep == "conj" and not auxiliaries - {"to"} and self.voice.is_verb(words[at].head) and parse.dep(at, *SUBJECTS) is None:
            auxiliaries |= {words[c].lower for c in parse.deps(words[at].head, "aux")} & (self.lexicon.lists["future_auxiliaries"] | self.lexicon.lists["possible_auxiliaries"])
        possible = bool(auxiliaries & self.lexicon.lists["possible_auxiliaries"]) or self._is_conditional(at)
        planned = bool(auxiliaries & self.lexicon.lists["future_auxiliaries"])
        if planned and "would" in auxiliaries and ("have" in auxiliaries or self._has_condition(at)):
            possible = True
        outer = self._outer(at)
        if outer is not None:
            how, governor = outer
            if how == "sought":
                unreal = True
            elif how == "failed":
                negated = not negated
            elif how == "planned":
                planned = True
            above = self.of(governor) if governor != at else Manner()
            planned, possible, unreal = planned or above.planned, possible or above.possible, unreal or above.unreal
            negated = negated != above.negated
        present = self._is_present(at)
        return Manner(
            negated=negated, ended=ended, planned=planned and not possible, possible=possible, unreal=unreal, present=present,
            falls_short=any(words[c].lower in self.lexicon.lists["falling_short"] for c in parse.deps(at, "advmod")),
        )  # fmt: skip

    def _outer(self, at: int) -> tuple[Control, int] | None:
        """What governs a to-clause, a gerund or a participle, and what that says of it."""
        words, parse = self.parse.words, self.parse
        dep, head = words[at].dep, words[at].head
        infinitive = any(words[c].lower == "to" for c in parse.deps(at, "aux"))
        if dep == "conj" and self.voice.is_verb(head) and parse.dep(at, *SUBJECTS) is None:
            return self._outer(head) if words[head].tag.startswith("V") and (infinitive or words[at].tag in ("VB", "VBG")) else None
        if dep in ("xcomp", "ccomp", "advcl", "oprd") and (infinitive or (dep == "xcomp" and words[at].tag == "VBG")):
            lemma = words[head].lemma
            if lemma == "be":
                return "planned", head
            how = self.lexicon.control_verbs.get(lemma)
            if dep == "advcl" and not (how and how != "sought" and self.voice.is_passive(head)):
                return "sought", head
            return (how or ("happened" if dep != "advcl" else "sought")), head
        if dep == "acl" and infinitive and words[head].lemma in self.lexicon.say_nouns:
            return None
        if dep == "acl" and infinitive:
            return self.lexicon.control_nouns.get(words[head].lemma, "planned" if words[head].dep in ("attr", "ROOT") else "sought"), head
        if dep == "pcomp":
            return self._outer_preposition(head)
        return None

    def _outer_preposition(self, preposition: int) -> tuple[Control, int] | None:
        words = self.parse.words
        governor = words[preposition].head
        word = words[preposition].lower
        if words[governor].tag.startswith("N"):
            how = self.lexicon.control_nouns.get(words[governor].lemma)
            if how:
                return how, governor
        if self.voice.is_verb(governor):
            how = self.lexicon.control_verbs.get(words[governor].lemma)
            if how and how != "happened" and word in ("of", "on", "at", "in", "from", "about", "for", "to", "with"):
                return how, governor
            if words[governor].lemma in ("accuse", "suspect"):
                return None
        how = self.lexicon.prepositions.get(word)
        return (how, preposition) if how else None

    def _is_conditional(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        if any(words[c].lower in self.lexicon.lists["conditionals"] for c in parse.deps(at, "mark", "advmod")):
            return words[at].dep in ("advcl", "ccomp", "pcomp", "xcomp", "ROOT", "acl") or True
        if words[at].dep == "conj" and self.voice.is_verb(words[at].head) and parse.dep(at, *SUBJECTS) is None:
            return self._is_conditional(words[at].head)
        return False

    def _has_condition(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        for child in parse.deps(at, "advcl"):
            if self._is_conditional(child):
                return True
            first = next((c for c in parse.children[child] if words[c].dep in ("aux", "auxpass")), None)
            subject = parse.dep(child, *SUBJECTS)
            if first is not None and subject is not None and first < subject:
                return True
        return False

    def _is_negated(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        if parse.dep(at, "neg") is not None or any(words[c].lower in ("never", "nor", "neither") for c in parse.deps(at, "advmod", "preconj", "cc")):
            return True
        if any(words[c].lower == "no" for c in parse.deps(at, "advmod")):
            return True
        if self._has(at, "longer") and any(words[n].lower == "no" for n in range(max(0, at - 4), at)):
            return True
        return any(words[c].lower in ("nor", "neither") for c in parse.children[at] if c < at)

    def _has(self, at: int, lower: str) -> bool:
        return any(self.parse.words[c].lower == lower for c in self.parse.deps(at, "advmod", "npadvmod"))

    def _is_present(self, at: int) -> bool:
        words = self.parse.words
        auxiliaries = [words[c].lower for c in self.parse.deps(at, "aux", "auxpass")]
        if auxiliaries:
            return auxiliaries[0] in ("is", "are", "'s", "'re", "am", "has", "have", "do", "does") and words[at].tag != "VB" or auxiliaries[0] in ("is", "are")
        if words[at].tag in ("VBZ", "VBP"):
            return True
        if words[at].tag == "VBG" and words[at].dep in ("acl", "advcl"):
            return any(words[g].tag in ("VBZ", "VBP") for g in self.parse.governors(at))
        return words[at].tag == "VBN" and words[at].dep in ("acl", "relcl") and False
