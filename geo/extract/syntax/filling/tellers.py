"""Who tells of a deed or a state, where that is a party, which is meant where the clause names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.trees.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class TellerReader:
    """The tellers of one sentence's clauses."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon

    @property
    def _parse(self) -> Parse:
        return self.clauses.parse

    @property
    def _phrases(self) -> PhraseReader:
        return self.clauses.phrases

    def speaker(self, verb: int) -> PartyRef | None:
        """Who tells of the clause, where it is a party: whose flag flies where nobody is named."""
        words = self._parse.words
        for governor in self._parse.governors(verb):
            if words[governor].lemma in self.lexicon.say and words[governor].tag.startswith("V"):
                return self._known(self.clauses.subject(governor))
        return None

    def teller(self, verb: int) -> PartyRef | None:
        """The side on whose word a clause is, or that denies it: ``the prime minister of Armenia said``."""
        return self.speaking_side(verb, self.lexicon.say | self.lexicon.deny)

    def speaking_side(self, verb: int, saying: AbstractSet[str] | None = None) -> PartyRef | None:
        """The side that says that a place is held, or is under control, and names nobody."""
        words, saying = self._parse.words, self.lexicon.say if saying is None else saying
        for governor in self._parse.governors(verb):
            if words[governor].lemma not in saying or not words[governor].tag.startswith("V"):
                continue
            subject = self.clauses.subject(governor)
            return None if subject is None else self._side_at(subject)
        return None

    def _side_at(self, head: int) -> PartyRef | None:
        """The party that a noun names, or that of which it is an office or a spokesman."""
        party = self._phrases.single(head).party
        if party is None or party.bare or party.guessed or (party.head == "voices" and party.party is None):
            party = self._phrases.owner(head)
        return None if party is None or party.guessed else party

    def proclaimer(self, verb: int) -> PartyRef | None:
        """Who declares a deed of their own done: ``Haftar declared Derna liberated``."""
        words = self._parse.words
        head = words[verb].head
        if words[verb].dep not in ("ccomp", "oprd", "xcomp", "dobj") or self._parse.dep(verb, "mark") is not None:
            return None
        subject = self.clauses.subject(head)
        if words[head].lemma not in self.lexicon.lists["declaring"] or subject is None or self.clauses.is_passive(head):
            return None
        party = self._phrases.single(subject).party
        if party is None or party.bare or (party.head == "voices" and party.party is None):
            return self._phrases.owner(subject)
        return party

    def declarer(self, verb: int) -> PartyRef | None:
        """Who declares it, of a passive verb of saying: ``was declared free by the army``."""
        if self._parse.words[verb].lemma not in self.lexicon.say or not self.clauses.is_passive(verb):
            return None
        agent = next(iter(self.clauses.clause(verb).agent), None)
        return self._known(agent.head) if agent else None

    def _known(self, head: int | None) -> PartyRef | None:
        party = self._phrases.single(head).party if head is not None else None
        return party if party and not party.guessed and not party.bare else None
