"""Whose word a clause is where a semicolon parts it from the one that is reported: ``A has taken X; B holds, he said``.

A report tells of both its clauses, unless the first one tells of another side than that which speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse

_QUOTES = frozenset({'"', "``", "''", "\u201c", "\u201d"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SemicolonReader:
    """What the semicolons of one sentence part from its reports."""

    parse: Parse
    clauses: ClauseReader
    lexicon: SyntaxLexicon

    def is_told_by_another(self, at: int, report: int, speaker: int | None) -> bool:
        """Whether an event stands before a semicolon, and tells of another side than who reports behind it."""
        between = {word.text for word in self.parse.words[at:report]}
        if ";" not in between or between & _QUOTES:
            return False
        inserted = report not in self.parse.governors(at)  # "A fell; B, he says, will hold": said of B alone
        return inserted or any(not self._speaks(side, speaker) for side in self._sides(at, report))

    def _sides(self, at: int, report: int) -> Iterator[int]:
        """The nouns of the sides that do what is told before the semicolon, as its subject or its agent."""
        parse = self.parse
        parted = next(word.at for word in parse.words[at:report] if word.text == ";")
        for verb in (at, *parse.governors(at)):
            if verb > parted:
                return
            agents = [noun for link in parse.deps(verb, "agent") for noun in parse.deps(link, "pobj")]
            doers = (*parse.deps(verb, *SUBJECTS), *agents)
            yield from (noun for noun in doers if self.clauses.phrases.single(noun).party is not None)

    def _speaks(self, side: int, speaker: int | None) -> bool:
        """Whether a side may be who speaks: it is named with the speaker, or the speaker has no name."""
        if speaker is None:
            return False
        words, phrases = self.parse.words, self.clauses.phrases
        voice, party = phrases.single(speaker), phrases.single(side).party
        named = [one for one in (voice.party, phrases.owner(speaker)) if one and one.head != "voices"]
        if voice.pronoun or (words[speaker].lemma in self.lexicon.lists["spokesmen"] and not named):
            return True
        low, high = self.parse.edges(speaker)
        told = {word.lemma.lower() for word in words[low:high]}
        same = any(one.party and party and one.party == party.party for one in named)
        return same or words[side].lemma.lower() in told
