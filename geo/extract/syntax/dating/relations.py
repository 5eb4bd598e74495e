"""Which dates of a sentence an event can have, nearest relation first.

An event has the date of its own clause; else that of a clause it is coordinated with; else one of a clause over it, to
which it stands as its conjunction says (``after they had left``), as a report (``said on Friday that``), or as
background (a relative clause); else one of a clause under it (``when the truce was signed on Monday``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.dating.words import REMNANT, clause_of, is_clause
from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.dates import How
    from geo.extract.syntax.date_lexicon import DateLexicon
    from geo.extract.syntax.trees.parse import Parse

_MARKS = ("mark", "advmod", "prep", "case")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRelations:
    """The relations of one sentence's words to its dates."""

    parse: Parse
    lexicon: DateLexicon

    def hosts(self, at: int) -> Iterator[tuple[frozenset[int], How]]:
        """The words whose dates an event can have, and what they are to it."""
        own = self._own(at)
        yield frozenset({at}), "own"
        yield frozenset(own), "own"
        clause = clause_of(self.parse, at)
        how: How = "own"
        if clause != at and clause not in own:  # a noun of control in its clause
            how = "report" if self._says(clause) or self._is_met(at, clause) else "same"
            own = [*self._completing(clause), *self._own(clause)]
            yield frozenset(own), how
        yield from self._level(own, how)
        top = own[-1]
        for _ in range(len(self.parse.words)):
            above = self._above(top)
            if above is None:
                break
            top, step = above
            how = step if how in ("own", "same") else how
            group = self._own(top)
            yield frozenset(group), how
            yield from self._level(group, how)
            top = group[-1]
        for word in own:
            yield from self._below(word)

    def _level(self, group: list[int], how: How) -> Iterator[tuple[frozenset[int], How]]:
        """The clauses that a clause is coordinated with.

        Those before it, and those that share its subject behind it.
        """
        words = self.parse.words
        for word in group:
            at = word
            while words[at].dep == "conj" and is_clause(words[words[at].head]):
                first, at = at, words[at].head
                for between in reversed([*self.parse.deps(at, "conj")]):  # "taken Saturday, won back Sunday, then lost"
                    if at < between < first and is_clause(words[between]):
                        yield frozenset(self._own(between)), "same" if how == "own" else how
                yield frozenset(self._own(at)), "same" if how == "own" else how
            for child in self.parse.children[word]:
                if is_clause(words[child]) and self._runs_on(word, child):
                    yield frozenset(self._own(child)), "same" if how == "own" else how

    def _runs_on(self, at: int, child: int) -> bool:
        """Whether two clauses stand side by side.

        With one subject, or parted by a mark, which the parser takes for a report.
        """
        dep = self.parse.words[child].dep
        if dep == "conj":
            return self.parse.dep(child, *SUBJECTS) is None
        return dep == "ccomp" and child < at and not self._says(at)

    def _is_met(self, noun: int, clause: int) -> bool:
        """Whether a noun of control is only what a clause speaks of: ``welcomed on Friday the recapture of ...``."""
        here = self.parse.words[noun]
        return here.dep == "dobj" and self.parse.words[clause].lemma not in self.lexicon.brings_about

    def _completing(self, at: int) -> list[int]:
        """The verbs that complete a verb: ``was to have been completed``."""
        found = [child for child in self.parse.deps(at, "xcomp") if not self._says(at)]
        return [deeper for child in found for deeper in (*self._completing(child), child)]

    def _own(self, at: int) -> list[int]:
        """A verb with those that it completes: ``managed to take``, ``succeeded in taking``."""
        words, group = self.parse.words, [at]
        for _ in words:
            here = words[group[-1]]
            head = words[here.head]
            if here.dep in ("xcomp", "oprd") and is_clause(head) and not self._says(head.at):
                group.append(head.at)
            elif here.dep == "pcomp" and is_clause(words[head.head]) and head.lower not in self.lexicon.marks:
                group.append(head.head)
            else:
                break
        return group

    def _above(self, at: int) -> tuple[int, How] | None:
        """The clause over a clause, and what its date is to it."""
        words = self.parse.words
        here = words[at]
        if here.dep == REMNANT:
            return here.head, "same"
        while here.dep == "conj" and is_clause(words[here.head]):
            here = words[here.head]
        above = clause_of(self.parse, here.head)
        if here.at in {here.head, above}:
            return None
        if here.dep in ("relcl", "acl", "appos"):
            return above, "background"
        if here.dep in ("ccomp", "xcomp", "dobj", "parataxis") and self._says(above):
            return above, "report"
        return above, self._marked(here.at)

    def _marked(self, at: int) -> How:
        """What the conjunction over a clause, or over its gerund, makes of the time of the clause above."""
        words = self.parse.words
        lower = {words[child].lower for child in self.parse.deps(at, *_MARKS) if child < at}
        if words[at].dep == "pcomp":
            lower.add(words[words[at].head].lower)
        named = {self.lexicon.marks[word] for word in lower if word in self.lexicon.marks}
        return "earlier" if "earlier" in named else "later" if "later" in named else "same"

    def _below(self, at: int) -> Iterator[tuple[frozenset[int], How]]:
        for child in self.parse.deps(at, "advcl"):
            marks = {self.parse.words[mark].lower for mark in self.parse.deps(child, *_MARKS)}
            if marks & self.lexicon.time_marks:
                yield frozenset(self._own(child)), "below"

    def _says(self, at: int) -> bool:
        return self.parse.words[at].lemma in self.lexicon.say
