"""What calls a report untrue: ``is false``, ``called it a lie``, ``does not correspond to reality``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthReader:
    """The judgements of truth in one sentence."""

    parse: Parse
    clauses: ClauseReader
    lexicon: SyntaxLexicon

    def is_untrue(self, verb: int) -> bool:
        """Whether a clause calls its subject untrue: ``is false``, ``was a lie``, ``is not the case``."""
        parse, lists = self.parse, self.lexicon.lists
        if not self.is_copula(verb):
            return self._leaves_the_truth(verb)
        said = [n for n in parse.deps(verb, "acomp", "attr", "oprd", "advmod", "prep", "conj") if n > verb]
        said += [c for n in said if parse.words[n].dep == "attr" for c in parse.deps(n, "prep")]  # a piece of nonsense
        said += [n for c in said if parse.words[c].dep == "prep" for n in parse.deps(c, "pobj")]
        if self.clauses.manner(verb).negated:
            return any(parse.words[n].lemma in lists["true"] for n in said)
        return any(self.is_word(n) for n in said)

    def is_copula(self, verb: int) -> bool:
        """Whether a verb says what something is."""
        return self.parse.words[verb].lemma in self.lexicon.lists["copulas"]

    def is_word(self, at: int) -> bool:
        """Whether a word says that something is not so: an adjective, or a noun (``lie``)."""
        word, lists = self.parse.words[at], self.lexicon.lists
        return word.lower in lists["untrue"] or word.lemma in lists["untrue_nouns"]

    def calls_untrue(self, verb: int, said: int) -> bool:
        """Whether a verb gives what is said a name that makes it untrue; it can hang on what is said itself."""
        if self.parse.words[verb].lemma not in self.lexicon.lists["calling"]:
            return False
        _, high = self.parse.edges(verb)
        before, behind = range(verb + 1, self.parse.edges(said)[0]), range(said + 1, high)
        return any(self.is_word(at) for at in (*before, *behind))

    def is_denied_truth(self, noun: int) -> bool:
        """``There is no truth in reports that``: a noun of truth that is said not to be there."""
        parse = self.parse
        if parse.words[noun].tag.startswith("V"):
            told = parse.dep(noun, "attr", "dobj")
            return told is not None and self.is_denied_truth(told)
        if parse.words[noun].lemma not in self.lexicon.lists["foundations"]:
            return False
        without = any(parse.words[c].lower in ("no", "little", "any") for c in parse.deps(noun, "det", "amod"))
        over = parse.words[noun].head
        return without or (parse.words[over].tag.startswith("V") and self.clauses.manner(over).negated)

    def is_of_a_clause(self, verb: int, child: int) -> bool:
        """Whether a clause is the real subject of ``it is true that``, or stands as one: ``to say so is absurd``."""
        words = self.parse.words
        if self.is_copula(verb) and words[child].dep == "csubj":
            return True
        if not self.is_copula(verb) or child < verb:
            return False
        if words[child].dep not in ("ccomp", "advcl", "xcomp", "csubj", "acl"):
            return False
        subject = self.parse.dep(verb, "nsubj", "expl")
        return subject is not None and words[subject].lower in ("it", "this", "that")

    def _leaves_the_truth(self, verb: int) -> bool:
        """``does not correspond to reality``, ``does not match the facts``, ``has nothing to do with the truth``."""
        parse, lists = self.parse, self.lexicon.lists
        if parse.words[verb].lemma not in lists["corresponding"]:
            return False
        low, high = parse.edges(verb)
        below = parse.words[low:high]
        negative = self.clauses.manner(verb).negated or any(word.lower in ("nothing", "no", "little") for word in below)
        return negative and any(word.lemma in lists["truth"] for word in below)
