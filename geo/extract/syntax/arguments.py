"""Finds what plays a part in a clause: subject, object and adjuncts, wherever English leaves them.

A subject is looked for in the clause, before a conjunction, over a relative pronoun, over a verb of control (``ordered
its troops to leave``), before a participle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse
    from geo.extract.syntax.phrases import Phrase, PhraseReader
    from geo.extract.syntax.voice import VoiceReader

_DEEPEST = 8
"""Clauses that a search for a subject climbs: no sentence nests deeper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentReader:
    """The arguments of one sentence's verbs."""

    parse: Parse
    phrases: PhraseReader
    voice: VoiceReader
    lexicon: SyntaxLexicon

    def subject(self, verb: int, *, depth: int = 0) -> int | None:
        """The head of the grammatical subject, wherever it stands."""
        words, parse = self.parse.words, self.parse
        if depth > _DEEPEST:
            return None
        own = parse.dep(verb, *SUBJECTS)
        dep, head = words[verb].dep, words[verb].head
        own = self._mislaid(verb) if own is None else own
        if own is not None:
            if words[own].lower in self.lexicon.lists["relative_pronouns"] and (antecedent := self._antecedent(verb)) is not None:
                return antecedent
            return own
        if dep == "conj" and self.voice.is_verb(head):
            return self.subject(head, depth=depth + 1)
        if dep == "acl" and any(words[c].lower == "to" for c in parse.deps(verb, "aux")):
            return self._subject_over_noun(head, depth)
        if dep in ("relcl", "acl"):
            return head if not self.voice.is_verb(head) or head in self.phrases.names else self.subject(head, depth=depth + 1)
        if dep in ("xcomp", "ccomp", "oprd") and self.voice.is_verb(head):
            target = parse.dep(head, "dobj")
            return target if target is not None and target < verb else self.subject(head, depth=depth + 1)
        if dep in ("xcomp", "ccomp") and words[head].dep in ("acomp", "oprd", "attr"):
            return self.subject(words[head].head, depth=depth + 1)
        if dep in ("advcl", "dep", "parataxis") and self.voice.is_verb(head):
            return self.subject(head, depth=depth + 1)
        if dep in ("pcomp", "pobj"):
            return self._subject_over_preposition(head, depth)
        return None

    def _subject_over_preposition(self, preposition: int, depth: int) -> int | None:
        words, parse = self.parse.words, self.parse
        governor = words[preposition].head
        while words[governor].dep in ("prep",) and governor != words[governor].head:
            governor = words[governor].head
        if self.voice.is_verb(governor):
            target = parse.dep(governor, "dobj")
            if target is not None and words[governor].lemma in self.lexicon.lists["object_controls_preposition"]:
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
        if at > 0 and words[at].dep == "pobj" and words[words[at].head].lower in self.lexicon.lists["conjunctions_of_time"]:
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

    def object(self, verb: int) -> int | None:
        words, parse = self.parse.words, self.parse
        own = parse.dep(verb, "dobj", "attr") if words[verb].lemma != "be" else None
        if own is None:  # a name that the tagger did not know: "have not left Bakhmut"
            own = next((c for c in parse.deps(verb, "advmod", "npadvmod", "acomp", "oprd", "prt") if c > verb and c in self.phrases.names), None)
        if own is not None:
            if words[own].lower in self.lexicon.lists["relative_pronouns"] or words[own].tag in ("WDT", "WP"):
                return self._antecedent(verb)
            return own
        for child in parse.deps(verb, "conj"):  # "captured and later lost Agdam"
            if words[child].tag.startswith("V") and parse.dep(child, *SUBJECTS) is None:
                shared = parse.dep(child, "dobj")
                if shared is not None and parse.dep(verb, "prep") is None:
                    return shared
        return self._gap(verb)

    def _gap(self, verb: int) -> int | None:
        """The noun whose place as an object a relative clause leaves open: ``the town they captured``."""
        words, parse = self.parse.words, self.parse
        at = verb
        while words[at].dep in ("conj", "xcomp", "ccomp") and self.voice.is_verb(words[at].head):
            at = words[at].head
        if words[at].dep != "relcl":
            return None
        subject = parse.dep(at, *SUBJECTS)
        if subject is None or words[subject].lower in self.lexicon.lists["relative_pronouns"]:
            return None
        return words[at].head

    def agent(self, verb: int) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for by in self.parse.deps(verb, "agent", "prep"):
            if self.parse.words[by].lower != "by":
                continue
            for noun in self.parse.deps(by, "pobj"):
                found += self.phrases.read(noun)
        return tuple(found)

    def adjuncts(self, verb: int) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
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
                yield link, tuple(p for p in self.phrases.read(noun) if not (p.pronoun in self.lexicon.lists["relative_pronouns"]))
            if not nouns or link in ("out", "off", "back", "over", "from"):
                yield from self._prepositions(child, link if link in ("out", "on") else "")

    def particles(self, verb: int) -> frozenset[str]:
        words = self.parse.words
        found = {words[child].lower for child in self.parse.deps(verb, "prt", "advmod", "prep")}
        return frozenset(found)

    def dative(self, verb: int) -> int | None:
        """The head of an indirect object: ``gave Baku the town``."""
        return next((c for c in self.parse.deps(verb, "dative", "iobj") if self.parse.words[c].tag != "IN"), None)
