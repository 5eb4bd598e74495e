"""How a clause is meant, apart from who tells it: it happened, is to come, could, did not, or is only wished for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.causing import is_caused, is_caused_by_nothing
from geo.extract.syntax.clauses.coming import is_bidden, is_of_tomorrow, is_sent_off, is_stipulated
from geo.extract.syntax.clauses.conditions import ends_in_question, is_granted, is_in_case, is_inverted
from geo.extract.syntax.clauses.manner_marks import is_all_but, is_over, marks_of
from geo.extract.syntax.mending.clauses import gives_time
from geo.extract.syntax.phrases.of_which import share_at
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.lexicon import Control
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse
    from geo.extract.syntax.trees.voice import VoiceReader

_DEEPEST = 8
"""Clauses that are climbed: no sentence nests deeper."""
_FINITE_BE = ("is", "are", "am", "was")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How an event is meant by what stands around its word (``by``), apart from who tells it."""

    negated: bool = False
    ended: bool = False
    planned: bool = False
    possible: bool = False
    unreal: bool = False
    present: bool = False
    falls_short: bool = False
    unmeant: bool = False
    by: frozenset[int] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MannerReader:
    """The manners of one sentence's clauses."""

    parse: Parse
    voice: VoiceReader
    lexicon: SyntaxLexicon

    def of(self, at: int, *, depth: int = 0) -> Manner:
        """How the word's event is meant: whether it happened, is to come, could, did not, or is only wished for."""
        negated = self._is_negated(at)
        found = Manner(
            negated=negated,
            ended=negated and (self._has(at, "longer") or is_over(at, self.parse)),
            planned=self._is_future(at, depth),
            possible=self._is_possible(at),
            unreal=self._is_asked(at),
            present=self._is_present(at),
            falls_short=bool(self._adverbs(at) & self.lexicon.lists["falling_short"]) or is_all_but(at, self.parse),
        )
        if found.negated or found.planned or found.possible:
            found = replace(found, by=marks_of(at, self.parse, self.lexicon))
        outer = self._outer(at)
        if outer is not None and depth < _DEEPEST:
            how, governor = outer
            above = self.of(governor, depth=depth + 1) if governor != at else Manner()
            if is_caused_by_nothing(self.parse, governor, self.lexicon):
                above = replace(above, negated=not above.negated)
            if how == "sought" and above.planned and not depth and self._is_attempt(governor):
                how = "planned"  # "is expected to try to retake it"
            found = _under(found, how, above, at=governor)
            unmeant = how == "failed" and self.parse.words[governor].lemma in self.lexicon.lists["intents"]
            found = replace(found, unmeant=unmeant or above.unmeant)
        return replace(found, planned=False) if found.planned and found.possible else found

    def _is_attempt(self, verb: int) -> bool:
        """``Will try to take it``, and not ``will be tried for taking it``."""
        return self.parse.words[verb].lemma in self.lexicon.lists["attempting"] and not self.voice.is_passive(verb)

    # what auxiliaries, conditions and questions say

    def _auxiliaries(self, at: int) -> frozenset[str]:
        """The auxiliaries of a verb; those that it shares with the verb it is joined to."""
        words, parse = self.parse.words, self.parse
        own = frozenset(words[c].lower for c in parse.deps(at, "aux", "auxpass"))
        if self._joins(at) and not own - {"to"}:
            modal = (
                self.lexicon.lists["future_auxiliaries"]
                | self.lexicon.lists["possible_auxiliaries"]
                | {"have", "has", "had"}
            )
            return own | (self._auxiliaries(words[at].head) & modal)
        return own

    def _joins(self, at: int) -> bool:
        """Whether a verb shares the subject and the auxiliaries of the one that it is joined to."""
        word = self.parse.words[at]
        return word.dep == "conj" and self.voice.is_verb(word.head) and self.parse.dep(at, *SUBJECTS) is None

    def _is_future(self, at: int, depth: int) -> bool:
        auxiliaries = self._auxiliaries(at)
        if auxiliaries & self.lexicon.lists["future_auxiliaries"] or is_of_tomorrow(self.parse, at, auxiliaries):
            return True
        if self._is_headlined(at, auxiliaries) or is_bidden(self.parse, at, self.lexicon):
            return True
        if is_stipulated(self.parse, at, self.lexicon) or is_sent_off(self.parse, at, self.lexicon):
            return True
        word = self.parse.words[at]
        opens = any(
            self.parse.words[c].lower in self.lexicon.lists["conjunctions_of_time"]
            for c in self.parse.deps(at, "mark", "advmod")
        )
        if (
            word.dep != "advcl"
            or not opens
            or auxiliaries - {"have", "has", "is", "are", "been"}
            or not self._is_present(at)
        ):
            return False  # "when the army leaves, it will ...": the present stands for what is to come
        return depth < _DEEPEST and self.of(word.head, depth=depth + 1).planned

    def _is_headlined(self, at: int, auxiliaries: frozenset[str]) -> bool:
        """``Army to quit Mosul, keep Tikrit``: a headline without a finite verb tells what is to come."""
        words, word = self.parse.words, self.parse.words[at]
        if word.dep in ("dep", "conj") and word.tag in ("VB", "VBP") and word.head != at and not auxiliaries:
            over = word.head
            return words[over].dep == "ROOT" and self._is_headlined(over, self._auxiliaries(over))
        return word.dep == "ROOT" and auxiliaries == {"to"} and self.parse.dep(at, *SUBJECTS) is not None

    def _is_possible(self, at: int) -> bool:
        auxiliaries = self._auxiliaries(at)
        if auxiliaries & self.lexicon.lists["possible_auxiliaries"] or self._is_conditional(at) or self._is_doubted(at):
            return True
        if self._is_called_possible(at):
            return True
        if auxiliaries & self.lexicon.lists["future_auxiliaries"] and self._has_condition(at):
            return True  # "if it is not signed, the army will go in"
        return bool(auxiliaries & {"would", "'d", "should"}) and "have" in auxiliaries

    def _is_conditional(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        if any(words[c].lower in self.lexicon.lists["conditionals"] for c in parse.deps(at, "mark", "advmod")):
            return not self._is_indirect_question(at)
        if is_inverted(parse, at) or is_in_case(parse, at):
            return True
        return self._joins(at) and self._is_conditional(words[at].head)

    def _is_doubted(self, at: int) -> bool:
        """``doubts that``, ``fears that``: what may be so and may not."""
        word = self.parse.words[at]
        return word.dep == "ccomp" and self.parse.words[word.head].lemma in self.lexicon.lists["doubting"]

    def _is_called_possible(self, at: int) -> bool:
        """``It is possible that they have entered it``."""
        words, word = self.parse.words, self.parse.words[at]
        if word.dep not in ("ccomp", "advcl", "csubj") or words[word.head].lemma not in self.lexicon.lists["copulas"]:
            return False
        told = self.parse.dep(word.head, "acomp")
        return told is not None and words[told].lower in ("possible", "conceivable", "likely", "unlikely", "thinkable")

    def _has_condition(self, at: int) -> bool:
        clauses = self.parse.deps(at, "advcl")
        return any(self._is_conditional(c) and not is_granted(self.parse, c, self.lexicon) for c in clauses)

    def _is_asked(self, at: int) -> bool:
        """Whether a clause is a question, told or quoted: it says nothing."""
        return self._is_indirect_question(at) or ends_in_question(self.parse, at)

    def _is_indirect_question(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        marks = {words[c].lower for c in parse.deps(at, "mark", "advmod")}
        if "whether" in marks:
            return True
        return (
            "if" in marks and words[at].dep == "ccomp" and words[words[at].head].lemma in self.lexicon.lists["asking"]
        )

    # what governs it

    def control(self, verb: int) -> Control | None:
        """What a verb of control says of what it governs; its particle is part of it (``put off``)."""
        lemma = self.parse.words[verb].lemma
        particles = (self.parse.words[c].lower for c in self.parse.deps(verb, "prt", "advmod", "prep"))
        phrasal = (self.lexicon.control_verbs.get(f"{lemma} {particle}") for particle in particles)
        return next((how for how in phrasal if how), None) or self.lexicon.control_verbs.get(lemma)

    def _outer(self, at: int) -> tuple[Control, int] | None:
        """What governs a to-clause, a gerund or a participle, and what that says of it."""
        words, parse = self.parse.words, self.parse
        dep, head = words[at].dep, words[at].head
        infinitive = any(words[c].lower == "to" for c in parse.deps(at, "aux"))
        if self._joins(at):
            bare = any(words[c].tag == "VB" for c in parse.deps(at, "aux", "auxpass"))  # "to leave and be gone"
            same = (
                infinitive
                or bare
                or words[at].tag in ("VB", "VBG")
                or (words[at].tag == words[head].tag == "VBN" and not self._own_auxiliary(at))
            )
            return self._outer(head) if words[head].tag.startswith("V") and same else None
        to_noun = dep == "advcl" and words[head].tag.startswith("N")  # "the deadline for them to leave"
        if (
            dep in ("xcomp", "ccomp", "advcl", "oprd")
            and not to_noun
            and (infinitive or (dep == "xcomp" and words[at].tag == "VBG") or is_caused(parse, at, self.lexicon))
        ):
            return self._outer_verb(at, head)
        if dep == "ccomp" and (how := self._wished(at, head)):
            return how, head
        if self.parse.words[head].tag.startswith("N"):
            return self._outer_of_noun(at, infinitive=infinitive)
        adjective = words[at].tag == "VBN" or words[at].lower == "able"  # "is not lost", "was not able to"
        if dep == "acomp" and adjective:
            return "happened", head
        return self._outer_preposition(head) if dep == "pcomp" else None

    def _wished(self, at: int, verb: int) -> Control | None:
        """``demanded that Armenia leave``, ``ordered that he go``: a clause with a bare verb is what is wished for."""
        words = self.parse.words
        changes = words[verb].lemma in self.lexicon.lists["agreeing"] and self._tells_change(at)
        bare = words[at].tag in ("VB", "VBP") or (words[at].tag == "VBZ" and changes)
        if not bare or self._own_auxiliary(at) or words[verb].lemma in self.lexicon.say:
            return None
        if words[at].lower in _FINITE_BE or (words[at].tag == "VBP" and self._agrees(verb) and not changes):
            return None
        how = self.control(verb)
        return how if how in ("sought", "planned") else None

    def _agrees(self, verb: int) -> bool:
        """``Diplomats agree that the rebels still hold it``: they tell what is, and bind nobody."""
        word = self.parse.words[verb]
        return word.lemma in self.lexicon.lists["agreeing"] and word.tag in ("VBP", "VBZ")

    def _tells_change(self, at: int) -> bool:
        """``agree that they leave by May``: no state, so that its present tells of what is to come."""
        lemma = self.parse.words[at].lemma
        return lemma in self.lexicon.verbs and lemma not in self.lexicon.lists["lasting_verbs"]

    def _outer_of_noun(self, at: int, *, infinitive: bool) -> tuple[Control, int] | None:
        word = self.parse.words[at]
        if word.dep in ("acl", "relcl", "advcl") and infinitive:
            return self._outer_noun(word.head)
        if word.dep in ("acl", "ccomp") and self.parse.dep(at, "mark") is not None:
            return self._outer_thought(word.head)
        return None

    def _own_auxiliary(self, at: int) -> bool:
        return self.parse.dep(at, "aux", "auxpass") is not None

    def _outer_verb(self, at: int, verb: int) -> tuple[Control, int]:
        words = self.parse.words
        lemma = words[verb].lemma
        if lemma == "be":  # "was to leave"; "was there to leave" tells what for
            return ("sought" if words[at].dep == "advcl" else "planned"), verb
        if lemma in self.lexicon.lists["giving_time"] and gives_time(self.parse, verb, self.lexicon):
            return "planned", verb
        if lemma == "have":
            return self._having_to(verb), verb
        if lemma == "mean" and words[at].tag == "VB":  # "means to take it"; "which meant leaving it" tells what came
            return "planned", verb
        by_nothing = is_caused_by_nothing(self.parse, verb, self.lexicon)
        unhelped = lemma == "help" and (by_nothing or self._is_negated(verb))  # it may come about without
        how = "sought" if unhelped else self.control(verb)
        if words[at].dep != "advcl":
            return how or "happened", verb
        kept = how in ("planned", "failed", "possible") or (how == "happened" and self.voice.is_passive(verb))
        return (how if kept and how else "sought"), verb

    def _having_to(self, verb: int) -> Control:
        """``has to leave`` is to come, ``had to leave`` came about, ``has yet to leave`` did not."""
        if self._has(verb, "yet"):
            return "failed"
        return "planned" if self._is_present(verb) else "happened"

    def _outer_noun(self, noun: int) -> tuple[Control, int] | None:
        words, parse = self.parse.words, self.parse
        how = self.lexicon.control_nouns.get(words[noun].lemma)
        if how is None and words[noun].lemma in self.lexicon.say_nouns:
            return None
        if how is None and self._is_in_order(noun):
            return "happened", noun
        governor = words[noun].head
        if how is None and words[noun].dep == "dobj" and words[governor].lemma in self.lexicon.control_verbs:
            return self.lexicon.control_verbs[words[governor].lemma], governor
        if how is None:
            return ("planned" if words[noun].dep in ("attr", "ROOT") else "sought"), noun
        object_of_verb = words[noun].dep == "dobj" and parse.words[governor].tag.startswith("V")
        if how == "planned" and self._is_none(noun):
            return self._of_none(noun), noun
        return how, governor if object_of_verb else noun

    def _is_none(self, noun: int) -> bool:
        return any(self.parse.words[c].lower == "no" for c in self.parse.deps(noun, "det"))

    def _of_none(self, noun: int) -> Control:
        """``has no plan to send troops`` denies it; ``has no deadline to leave`` leaves open whether they will."""
        return "failed" if self.parse.words[noun].lemma in self.lexicon.lists["intents"] else "sought"

    def _outer_thought(self, noun: int) -> tuple[Control, int] | None:
        """``fears that the town may fall``, ``no sign that they left``: what a noun says of what follows."""
        lemma = self.parse.words[noun].lemma
        if lemma in self.lexicon.lists["signs"]:
            absent = any(
                self.parse.words[c].lower in ("no", "little", "any", "without")
                for c in self.parse.deps(noun, "det", "amod")
            )
            return ("sought", noun) if absent else None
        if lemma in self.lexicon.lists["doubts"] and self._is_none(noun):
            return None  # "there is no doubt that"
        return ("possible", noun) if lemma in self.lexicon.lists["thoughts"] else None

    def _is_in_order(self, noun: int) -> bool:
        """``the last to leave``, ``the first city to fall``: it came about."""
        below = {self.parse.words[c].lower for c in self.parse.deps(noun, "amod")}
        return bool((below | {self.parse.words[noun].lower}) & self.lexicon.lists["ordinals"])

    def _outer_preposition(self, preposition: int) -> tuple[Control, int] | None:
        words = self.parse.words
        governor = words[preposition].head
        word = words[preposition].lower
        if words[governor].tag.startswith("N"):
            how = self.lexicon.control_nouns.get(words[governor].lemma)
            if how:
                return (self._of_none(governor) if how == "planned" and self._is_none(governor) else how), governor
        if self.voice.is_verb(governor):
            how = self.control(governor)
            if how and how != "happened" and word in self.lexicon.lists["control_prepositions"]:
                return how, governor
            if words[governor].lemma in self.lexicon.lists["saying_of"]:
                return None
        how = self.lexicon.prepositions.get(word)
        return (how, preposition) if how else None

    # negation and tense

    def _is_negated(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        if (
            self._joins(at)
            and any(words[c].lower in ("or", "nor") for c in parse.deps(words[at].head, "cc"))
            and not self._own_auxiliary(at)
        ):
            return self._is_negated(words[at].head)
        negative = [
            c
            for c in parse.children[at]
            if words[c].dep == "neg"
            or words[c].lower in ("never", "nor")
            or (words[c].lower == "neither" and share_at(parse, c, self.lexicon) is None)
        ]
        negative = [
            c for c in negative if not (c + 1 < len(words) and words[c + 1].lower in ("only", "just", "merely"))
        ]
        if negative and self._adverbs(at) & self.lexicon.lists["wholly"]:
            return False  # "not fully": in part it is so
        if not negative:
            return self._has(at, "no") or is_over(at, self.parse)
        return not self._until(at)

    def _until(self, at: int) -> bool:
        """``did not leave until Friday``: they left on Friday."""
        opens = [c for c in self.parse.children[at] if self.parse.words[c].lower in ("until", "till")]
        return (
            bool(opens)
            and not self._is_present(at)
            and not self._auxiliaries(at) & self.lexicon.lists["future_auxiliaries"]
        )

    def _adverbs(self, at: int) -> frozenset[str]:
        return frozenset(self.parse.words[c].lower for c in self.parse.deps(at, "advmod", "npadvmod"))

    def _has(self, at: int, lower: str) -> bool:
        return lower in self._adverbs(at)

    def _is_present(self, at: int) -> bool:
        words = self.parse.words
        auxiliaries = [words[c].lower for c in self.parse.deps(at, "aux", "auxpass")]
        if auxiliaries:
            return (
                auxiliaries[0] in ("is", "are", "'s", "'re", "am", "has", "have", "do", "does")
                and words[at].tag != "VB"
            ) or auxiliaries[0] in ("is", "are")
        if words[at].tag in ("VBZ", "VBP"):
            return True
        if words[at].tag == "VBG" and words[at].dep in ("acl", "advcl"):
            return any(words[g].tag in ("VBZ", "VBP") for g in self.parse.governors(at))
        return False


def _under(manner: Manner, how: Control, above: Manner, *, at: int) -> Manner:
    """The manner of what is governed: how its governor has it, and how the governor is meant itself."""
    return replace(
        manner,
        planned=manner.planned or above.planned or how == "planned",
        possible=manner.possible or above.possible or how == "possible",
        unreal=manner.unreal or above.unreal or (how == "sought" and not above.possible),
        negated=manner.negated ^ (how == "failed") ^ above.negated,
        by=manner.by | above.by | ({at} if how != "happened" else frozenset()),
    )
