"""Reads the clause of a verb: its subject wherever it stands, its object, its adjuncts, and how the verb is meant.

A subject is looked for where English leaves it: in the clause, before a conjunction, over a relative pronoun, over a verb
of control (``ordered its troops to leave``), before a participle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.lexicon import Control
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse
    from geo.extract.syntax.phrases import Phrase, PhraseReader

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"which", "that", "who", "whom"})
_PLANNED = frozenset({"will", "would", "shall", "should", "must", "'ll", "'d", "wo", "ought"})
_POSSIBLE = frozenset({"can", "could", "may", "might", "ca"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "till", "as", "when", "while", "once", "because"})
_ACCUSING = frozenset({"accuse", "suspect", "blame", "prevent", "stop", "keep", "bar", "acquit"})

Voice = Literal["active", "passive"]


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
class Clause:
    """A verb with what plays a part in it."""

    verb: int
    lemma: str
    voice: Voice
    subject: tuple[Phrase, ...]
    object: tuple[Phrase, ...]
    dative: tuple[Phrase, ...]
    agent: tuple[Phrase, ...]
    adjuncts: tuple[tuple[str, tuple[Phrase, ...]], ...]
    particles: frozenset[str]
    manner: Manner

    def behind(self, *prepositions: str) -> tuple[Phrase, ...]:
        """What stands behind these prepositions."""
        return tuple(phrase for word, phrases in self.adjuncts if word in prepositions for phrase in phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReader:
    """The clauses of one sentence."""

    parse: Parse
    phrases: PhraseReader
    lexicon: SyntaxLexicon

    def clause(self, verb: int) -> Clause:
        """The clause of a verb."""
        passive = self.is_passive(verb)
        return Clause(
            verb=verb,
            lemma=self.parse.words[verb].lemma,
            voice="passive" if passive else "active",
            subject=self._phrases(self.subject(verb)),
            object=self._phrases(None if passive else self._object(verb)),
            dative=self._phrases(next((c for c in self.parse.deps(verb, "dative", "iobj") if self.parse.words[c].tag != "IN"), None)),
            agent=self._agent(verb),
            adjuncts=tuple(self._adjuncts(verb)),
            particles=self._particles(verb),
            manner=self.manner(verb),
        )

    def _phrases(self, head: int | None) -> tuple[Phrase, ...]:
        return () if head is None else tuple(self.phrases.read(head))

    # voice and arguments

    def is_passive(self, verb: int) -> bool:
        """Whether the verb's grammatical subject is what is acted on."""
        words, parse = self.parse.words, self.parse
        if parse.dep(verb, "auxpass") is not None or parse.dep(verb, "nsubjpass") is not None:
            return True
        if words[verb].tag not in ("VBN", "VBD") or any(words[c].lemma in ("have", "be", "do") for c in parse.deps(verb, "aux")):
            return False
        if words[verb].dep in ("acl", "amod"):
            return words[verb].tag == "VBN" or parse.dep(verb, "dobj") is None and parse.dep(verb, "nsubj") is None
        if parse.dep(verb, "dobj", *_SUBJECTS) is not None and words[verb].dep not in ("ccomp", "oprd", "xcomp"):
            return False
        if words[verb].tag != "VBN":
            return False
        if words[verb].dep == "conj":
            return self.is_passive(words[verb].head) if words[words[verb].head].tag.startswith("V") else True
        if words[verb].dep in ("ccomp", "oprd", "xcomp"):
            return parse.dep(verb, "dobj") is None
        return words[verb].dep in ("advcl", "ROOT", "relcl", "dep") and parse.dep(verb, "dobj") is None

    def subject(self, verb: int, *, depth: int = 0) -> int | None:
        """The head of the grammatical subject, wherever it stands."""
        words, parse = self.parse.words, self.parse
        if depth > 8:  # noqa: PLR2004 - no sentence nests deeper
            return None
        own = parse.dep(verb, *_SUBJECTS)
        dep, head = words[verb].dep, words[verb].head
        own = self._mislaid(verb) if own is None else own
        if own is not None:
            if words[own].lower in _RELATIVE and (antecedent := self._antecedent(verb)) is not None:
                return antecedent
            return own
        if dep == "conj" and self._is_verb(head):
            return self.subject(head, depth=depth + 1)
        if dep == "acl" and any(words[c].lower == "to" for c in parse.deps(verb, "aux")):
            return self._subject_over_noun(head, depth)
        if dep in ("relcl", "acl"):
            return head if not self._is_verb(head) or head in self.phrases.names else self.subject(head, depth=depth + 1)
        if dep in ("xcomp", "ccomp", "oprd") and self._is_verb(head):
            target = parse.dep(head, "dobj")
            return target if target is not None and target < verb else self.subject(head, depth=depth + 1)
        if dep in ("xcomp", "ccomp") and words[head].dep in ("acomp", "oprd", "attr"):
            return self.subject(words[head].head, depth=depth + 1)
        if dep in ("advcl", "dep", "parataxis") and self._is_verb(head):
            return self.subject(head, depth=depth + 1)
        if dep in ("pcomp", "pobj"):
            return self._subject_over_preposition(head, depth)
        return None

    def _subject_over_preposition(self, preposition: int, depth: int) -> int | None:
        words, parse = self.parse.words, self.parse
        governor = words[preposition].head
        while words[governor].dep in ("prep",) and governor != words[governor].head:
            governor = words[governor].head
        if self._is_verb(governor):
            target = parse.dep(governor, "dobj")
            if target is not None and words[governor].lemma in _ACCUSING:
                return target
            return self.subject(governor, depth=depth + 1)
        owner = parse.dep(governor, "poss")
        return owner

    def _mislaid(self, verb: int) -> int | None:
        """A subject that the parser hung on the conjunction: ``after Azerbaijan lost control``."""
        words = self.parse.words
        if words[verb].tag not in ("VBD", "VBZ", "VBP"):
            return None
        at = verb - 1
        while at > 0 and words[at].tag in ("RB", "MD") or at > 0 and words[at].dep in ("aux", "auxpass", "neg", "punct"):
            at -= 1
        if at > 0 and words[at].dep == "pobj" and words[words[at].head].lower in _CONJUNCTIONS:
            return at
        return None

    def _subject_over_noun(self, noun: int, depth: int) -> int | None:
        """Whose plan, claim or attempt it is: the noun's owner, or the subject of the verb that it is an object of."""
        owner = self.parse.dep(noun, "poss")
        if owner is not None:
            return owner
        head = self.parse.words[noun].head
        return self.subject(head, depth=depth + 1) if self.parse.words[noun].dep == "dobj" else None

    def _antecedent(self, verb: int) -> int | None:
        """The noun that a relative clause is said of."""
        at = verb
        while self.parse.words[at].dep in ("conj", "ccomp", "xcomp") and self.parse.words[at].head != at:
            at = self.parse.words[at].head
        if self.parse.words[at].dep not in ("relcl", "acl"):
            return None
        return self.parse.words[at].head

    def _object(self, verb: int) -> int | None:
        words, parse = self.parse.words, self.parse
        own = parse.dep(verb, "dobj", "attr") if words[verb].lemma != "be" else None
        if own is None:  # a name that the tagger did not know: "have not left Bakhmut"
            own = next((c for c in parse.deps(verb, "advmod", "npadvmod", "acomp", "oprd", "prt") if c > verb and c in self.phrases.names), None)
        if own is not None:
            if words[own].lower in _RELATIVE or words[own].tag in ("WDT", "WP"):
                return self._antecedent(verb)
            return own
        for child in parse.deps(verb, "conj"):  # "captured and later lost Agdam"
            if words[child].tag.startswith("V") and parse.dep(child, *_SUBJECTS) is None:
                shared = parse.dep(child, "dobj")
                if shared is not None and parse.dep(verb, "prep") is None:
                    return shared
        return self._gap(verb)

    def _gap(self, verb: int) -> int | None:
        """The noun whose place as an object a relative clause leaves open: ``the town they captured``."""
        words, parse = self.parse.words, self.parse
        at = verb
        while words[at].dep in ("conj", "xcomp", "ccomp") and self._is_verb(words[at].head):
            at = words[at].head
        if words[at].dep != "relcl":
            return None
        subject = parse.dep(at, *_SUBJECTS)
        if subject is None or words[subject].lower in _RELATIVE:
            return None
        return words[at].head

    def _agent(self, verb: int) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for by in self.parse.deps(verb, "agent", "prep"):
            if self.parse.words[by].lower != "by":
                continue
            for noun in self.parse.deps(by, "pobj"):
                found += self.phrases.read(noun)
        return tuple(found)

    def _adjuncts(self, verb: int) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """The prepositions of a verb with their phrases; those of its object too, which the parser cannot always tell."""
        yield from self._prepositions(verb, "")
        for child in self.parse.deps(verb, "dobj", "nsubjpass", "attr", "prt", "advmod", "acomp", "oprd"):
            yield from self._prepositions(child, "")
        if self.parse.words[verb].dep == "relcl" or any(self.parse.words[g].dep == "relcl" for g in (verb,)):
            yield from self._relative_place(verb)
        if self.parse.words[verb].dep == "acl":
            return

    def _relative_place(self, verb: int) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        """``where Russian troops are stationed``, ``from which they withdrew``."""
        words = self.parse.words
        antecedent = words[verb].head
        for child in self.parse.deps(verb, "advmod"):
            if words[child].lower == "where":
                yield "in", tuple(self.phrases.read(antecedent))
        for child in self.parse.deps(verb, "prep"):
            if any(words[c].lower in ("which", "whom") for c in self.parse.deps(child, "pobj")):
                yield words[child].lower, tuple(self.phrases.read(antecedent))

    def _prepositions(self, at: int, before: str) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
        words = self.parse.words
        heads = list(self.parse.deps(at, "prep", "dative", "agent"))
        heads += [other for head in heads for other in self.parse.deps(head, "conj") if words[other].tag in ("IN", "TO")]
        for child in heads:
            word = words[child].lower
            if word == "back":
                word = ""
            link = f"{before} {word}".strip()
            nouns = list(self.parse.deps(child, "pobj", "pcomp"))
            nouns = [noun for noun in nouns if not words[noun].tag.startswith("V") or noun in self.phrases.names]
            for noun in nouns:
                yield link, tuple(p for p in self.phrases.read(noun) if not (p.pronoun in _RELATIVE))
            if not nouns or link in ("out", "off", "back", "over", "from"):
                yield from self._prepositions(child, link if link in ("out", "on") else "")

    def _particles(self, verb: int) -> frozenset[str]:
        words = self.parse.words
        found = {words[child].lower for child in self.parse.deps(verb, "prt", "advmod", "prep")}
        return frozenset(found)

    # manner

    def manner(self, at: int) -> Manner:
        """How the word's event is meant: whether it happened, is to come, could, did not, or is only wished for."""
        words, parse = self.parse.words, self.parse
        negated = self._is_negated(at)
        ended = self._has(at, "longer") and negated
        planned = possible = unreal = False
        auxiliaries = {words[c].lower for c in parse.deps(at, "aux", "auxpass")}
        if words[at].dep == "conj" and not auxiliaries - {"to"} and self._is_verb(words[at].head) and parse.dep(at, *_SUBJECTS) is None:
            auxiliaries |= {words[c].lower for c in parse.deps(words[at].head, "aux")} & (_PLANNED | _POSSIBLE)
        possible = bool(auxiliaries & _POSSIBLE) or self._is_conditional(at)
        planned = bool(auxiliaries & _PLANNED)
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
            above = self.manner(governor) if governor != at else Manner()
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
        if dep == "conj" and self._is_verb(head) and parse.dep(at, *_SUBJECTS) is None:
            return self._outer(head) if words[head].tag.startswith("V") and (infinitive or words[at].tag in ("VB", "VBG")) else None
        if dep in ("xcomp", "ccomp", "advcl", "oprd") and (infinitive or (dep == "xcomp" and words[at].tag == "VBG")):
            lemma = words[head].lemma
            if lemma == "be":
                return "planned", head
            how = self.lexicon.control_verbs.get(lemma)
            if dep == "advcl" and not (how and how != "sought" and self.is_passive(head)):
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
        if self._is_verb(governor):
            how = self.lexicon.control_verbs.get(words[governor].lemma)
            if how and how != "happened" and word in ("of", "on", "at", "in", "from", "about", "for", "to", "with"):
                return how, governor
            if words[governor].lemma in ("accuse", "suspect"):
                return None
        how = self.lexicon.prepositions.get(word)
        return (how, preposition) if how else None

    def _is_conditional(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        if any(words[c].lower in _CONDITIONS for c in parse.deps(at, "mark", "advmod")):
            return words[at].dep in ("advcl", "ccomp", "pcomp", "xcomp", "ROOT", "acl") or True
        if words[at].dep == "conj" and self._is_verb(words[at].head) and parse.dep(at, *_SUBJECTS) is None:
            return self._is_conditional(words[at].head)
        return False

    def _has_condition(self, at: int) -> bool:
        words, parse = self.parse.words, self.parse
        for child in parse.deps(at, "advcl"):
            if self._is_conditional(child):
                return True
            first = next((c for c in parse.children[child] if words[c].dep in ("aux", "auxpass")), None)
            subject = parse.dep(child, *_SUBJECTS)
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

    def _is_verb(self, at: int) -> bool:
        return self.parse.words[at].tag.startswith(("V", "MD"))
