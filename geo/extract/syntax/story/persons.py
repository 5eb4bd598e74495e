"""Whose side somebody is on who goes by a name, a rank or an office: ``their spokesman X``, ``X, a rebel officer``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.syntax.story.antecedents import Antecedents

_SPEAKING_FOR = ("for", "of", "from", "with")
_SITTING_IN = ("in", "within", "inside", "at")
"""Where somebody sits who is a body's: ``a source in the government``; ``in Goma`` tells of no side."""


@dataclass(frozen=True, slots=True)
class PersonReader:
    """The sides of the persons of one sentence."""

    asked: Antecedents

    def side(self, at: int) -> PartyRef | None:
        """Whose president, general or head somebody is."""
        nouns = self._said_of(at)
        readers = (self._of_owner, self._of_chief, self._of_those_behind, self._of_kind, self._of_pronoun)
        found = next((party for read in readers for party in read(nouns)), None)
        if found is not None or at in self.asked.clauses.phrases.names:
            return found or self._by_name(at) or self._commanded(at)
        words, tree = self.asked.clauses.parse.words, self.asked.clauses.phrases.tree
        forces = (noun for noun in nouns[1:] if words[noun].tag == "NN" and "forces" in tree.head_flags(noun))
        return next((PartyRef(text=words[noun].text, head="forces") for noun in forces), None)  # "an army spokesman"

    def _by_name(self, at: int) -> PartyRef | None:
        """Whom somebody leads who is known by name: ``Zelensky``."""
        led = self.asked.story.places.world.led_by(self.asked.clauses.phrases.names[at].text)
        return PartyRef(text=led, head="voices") if led else None

    def _commanded(self, at: int) -> PartyRef | None:
        """Whom somebody leads by what is told of them: ``Massoud's Resistance Front``, ``X commands the corps``."""
        parse, phrases = self.asked.clauses.parse, self.asked.clauses.phrases
        word = parse.words[at]
        owned = word.head if word.dep == "poss" else None
        verbs = [word.head] if word.dep == "nsubj" else parse.deps(at, "relcl")
        led = [
            parse.dep(verb, "dobj")
            for verb in verbs
            if parse.words[verb].lemma in self.asked.lexicon.lists["commanding"]
        ]
        for head in (owned, *led):
            name = phrases.names.get(head) if head is not None else None
            party = phrases.single(head).party if head is not None and name is not None else None
            if party is not None and not party.guessed:
                return party
        return None

    def speaks_for(self, at: int) -> PartyRef | None:
        """For whom somebody says ``we``, by office at least: a general for the army, a minister for the government."""
        if side := self.side(at):
            return side
        parse, lists = self.asked.clauses.parse, self.asked.lexicon.lists
        for noun in (*self._said_of(at), *parse.deps(at, "amod")):
            if any(parse.words[other].tag == "NN" for other in parse.deps(noun, "compound")):
                continue  # a club captain, a branch president
            word = parse.words[noun].lower
            if word in lists["ranks"]:
                return PartyRef(text="army", head="forces")
            if word in lists["state_offices"]:
                return PartyRef(text="government", head="voices")
        return None

    def _said_of(self, at: int) -> tuple[int, ...]:
        """A person's noun or name, and what stands beside it."""
        parse = self.asked.clauses.parse
        beside = (at, *parse.deps(at, "appos", "compound", "nmod"))
        return (*beside, parse.words[at].head) if parse.words[at].dep == "appos" else beside

    def _of_owner(self, nouns: Sequence[int]) -> Iterator[PartyRef]:
        """``Ukraine's president``, ``Houthi spokesman X``; ``Major-General`` owns nobody."""
        phrases, ranks = self.asked.clauses.phrases, self.asked.lexicon.lists["ranks"]
        for noun in nouns:
            owner = phrases.owner(noun)
            if owner is None or owner.guessed or owner.text.lower() in ranks:
                continue
            if not phrases.tree.is_person(owner.text.lower()):
                yield owner

    def _of_those_behind(self, nouns: Sequence[int]) -> Iterator[PartyRef]:
        """``a spokesman for the group``, ``Colonel X of the army``, ``a source in the government``."""
        parse, phrases = self.asked.clauses.parse, self.asked.clauses.phrases
        for noun in nouns:
            named = noun in phrases.names
            for link in parse.deps(noun, "prep") if noun == nouns[0] or not named else ():
                word = parse.words[link].lower
                links = ("of",) if named else (*_SPEAKING_FOR, *_SITTING_IN)
                for other in parse.deps(link, "pobj") if word in links else ():
                    told = phrases.single(other)
                    seated = word in _SITTING_IN and (bool(told.places) or told.is_state)
                    if told.party is not None and not told.party.guessed and not seated:
                        yield self.asked.party_like(told) or told.party

    def _of_chief(self, nouns: Sequence[int]) -> Iterator[PartyRef]:
        """``An adviser to General Haftar``: the side of whoever it is that they stand beside."""
        parse, aides = self.asked.clauses.parse, self.asked.lexicon.lists["aides"]
        helping = nouns[0] if parse.words[nouns[0]].lemma in aides else None
        for link in parse.deps(helping, "prep") if helping is not None else ():
            for chief in parse.deps(link, "pobj") if parse.words[link].lower in ("to", "of") else ():
                if (side := self.side(chief)) is not None:
                    yield side

    def _titles(self, nouns: Sequence[int]) -> Iterator[int]:
        phrases = self.asked.clauses.phrases
        for noun in nouns:
            if noun not in phrases.names and phrases.tree.head_flags(noun) & {"voice", "person"}:
                yield noun

    def _of_kind(self, nouns: Sequence[int]) -> Iterator[PartyRef]:
        """``X, a rebel commander``."""
        parse, kinds = self.asked.clauses.parse, self.asked.lexicon.lists["bare_parties"]
        for title in self._titles(nouns):
            for noun in parse.deps(title, "compound", "amod"):
                if parse.words[noun].lemma in kinds:
                    yield PartyRef(text=parse.words[noun].text, head="forces")

    def _of_pronoun(self, nouns: Sequence[int]) -> Iterator[PartyRef]:
        """``Their spokesman``; ``Haftar's spokesman``, of whom no more is known."""
        parse, lists = self.asked.clauses.parse, self.asked.lexicon.lists
        for title in self._titles(nouns):
            owner = parse.dep(title, "poss")
            word = parse.words[owner].lower if owner is not None else ""
            found = None
            if word in lists["owning_pronouns"]:
                found = self.asked.story.parties.meant(word, seen_from=self.asked.spot(title))
            elif word and parse.words[title].lemma in lists["spokesmen"]:
                found = self.asked.clauses.phrases.owner(title)
            if found is not None:
                yield found
