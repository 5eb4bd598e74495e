"""Who might be the party that a sentence leaves out: everybody whom it or the lines before name, each with its signs.

A sign is a short text that says how a party stands to the word of the event (``stands:nsubj``, ``before:gained_by``).
What the signs are worth was learned (:mod:`geo.extract.syntax.contest.learned`); nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.story.opponents import Opponents
from geo.extract.told import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.syntax.story.told_parties import ToldParty
    from geo.extract.syntax.trees.parse import Word
    from geo.records import Kind

SLOTS: dict[Kind, str] = {"capture": "gained_by", "handover": "gained_by", "loss": "lost_by", "withdrawal": "lost_by"}
"""The party without which a claim of this kind says little: who took, who lost."""

_FARTHEST = 8
"""Parties of the lines before that can be meant, counted back."""
_DEEPEST = 5
_SLOTS = ("gained_by", "lost_by", "actor")
_OLDEST = 4
_A_NAME = "a name"
"""What every name is for a sign: of one war's people nothing is learned for another's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Here:
    """A party as the event's own sentence names it."""

    at: int
    phrase: Phrase
    party: PartyRef
    how: str


@dataclass(slots=True, kw_only=True)
class ChoiceReader:
    """The choices for the events of one sentence; ``before`` are the events that the article has told so far."""

    antecedents: Antecedents
    sides: Sides
    before: Sequence[Event]
    _named_here: list[_Here] | None = None
    _named_before: dict[str, tuple[int, ToldParty]] | None = None

    def read(self, event: Event) -> tuple[Choice, ...]:
        """Everybody who might be meant, in the order of the text, then those named before, the nearest first."""
        slot = SLOTS.get(event.kind)
        if slot is None:
            return ()
        here: dict[str, list[_Here]] = {}
        if self._named_here is None or self._named_before is None:  # the same for every event of the sentence
            self._named_here, self._named_before = list(self._here()), self._told()
        taken = {ref.start for ref in event.places}
        for one in self._named_here:
            had_it = slot == "gained_by" and (self._has_it(one.party, event) or self._acts_from_there(one.at, event))
            if one.phrase.start not in taken and not had_it:
                here.setdefault(one.party.name, []).append(one)
        told = self._named_before
        shared = _Shared(reader=self, event=event, slot=slot)
        names = dict.fromkeys((*here, *(name for name, (rank, _) in told.items() if rank < _FARTHEST)))
        order = {name: number for number, name in enumerate(here)}
        return tuple(
            Choice(
                party=here[name][0].party if name in here else told[name][1].party,
                signs=frozenset(shared.signs(here.get(name, ()), told.get(name), order.get(name))),
            )
            for name in names
        )

    def _has_it(self, party: PartyRef, event: Event) -> bool:
        """Whether the last that was told of a place is that a party holds it: ``held by rebels, it was captured``."""
        last = next((one for one in reversed(self.before) if _meet(one.places, event.places)), None)
        if last is None or last.kind != "hold":
            return False
        return self.sides.of(last.actor) == self.sides.of(party)

    def _acts_from_there(self, at: int, event: Event) -> bool:
        """Whether somebody acts from a place that is then taken: ``Izium, from which they pushed on, was taken``."""
        clauses = self.antecedents.clauses
        parse, words = clauses.parse, clauses.parse.words
        verb = words[at].head
        if words[verb].dep != "relcl" or words[at].dep != "nsubj" or not event.at > verb:
            return False
        links = [link for link in parse.deps(verb, "prep") if link < at and words[link].lower == "from"]
        behind = [words[noun] for link in links for noun in parse.deps(link, "pobj", "pcomp")]
        there = any(ref.start == words[words[verb].head].start for ref in event.places)
        return there and any(word.tag in ("WDT", "WRB") for word in behind)

    def _here(self) -> Iterator[_Here]:
        clauses = self.antecedents.clauses
        for word in clauses.parse.words:
            name = clauses.phrases.names.get(word.at)
            if name is not None and name.first <= word.head < name.last and word.head != word.at:
                continue
            if name is not None and name.is_place and self._is_ground(word, is_state=name.is_state):
                continue
            if name is None and not word.tag.startswith(("N", "PRP", "WP", "DT")):
                continue
            phrase = clauses.phrases.single(word.at)
            found = self._party(word, phrase)
            if found is not None and not _is_no_name(found[0]):
                yield _Here(at=word.at, phrase=phrase, party=found[0], how=found[1])

    def _is_ground(self, word: Word, *, is_state: bool) -> bool:
        """Whether a name that is a place's only says where: ``a town near Donetsk``, ``the Karabakh ridge``."""
        over, tree = self.antecedents.clauses.parse.words[word.head], self.antecedents.clauses.phrases.tree
        lists = self.antecedents.lexicon.lists
        if word.dep == "pobj":
            return over.lower in lists["near_links"] if is_state else over.lower not in lists["party_links"]
        land = over.lemma in lists["listed_kinds"]  # "the Donetsk region", whatever state calls Donetsk its capital
        return word.dep in ("compound", "nmod") and (land or not is_state) and tree.kind_of(over.at) is not None

    def _party(self, word: Word, phrase: Phrase) -> tuple[PartyRef, str] | None:
        """Whom a phrase means, and how it says so."""
        asked, party = self.antecedents, phrase.party
        if party is None:
            pronoun = phrase.pronoun or (word.lower if word.tag == "PRP$" else None)
            meant = asked.party_meant(pronoun, word.at) if pronoun else None
            if meant is not None:
                return meant, "pronoun"
            return (phrase.ruler, "ruler") if phrase.control and phrase.ruler else None
        if phrase.pronoun and party.bare:
            owner = asked.party_meant(phrase.pronoun, word.at)
            return (replace(owner, head=party.head), "owned") if owner else (party, "bare")
        like = asked.party_like(phrase)
        return (like, "like") if like else (party, "named")

    def _told(self) -> dict[str, tuple[int, ToldParty]]:
        """The parties of the sentences before, each with how many others were named after it."""
        found: dict[str, tuple[int, ToldParty]] = {}
        for row in reversed(self.antecedents.story.parties.rows):
            if row.spot.sentence != self.antecedents.sentence and row.party.name not in found:
                found[row.party.name] = (len(found), row)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What all choices of one event have in common."""

    reader: ChoiceReader
    event: Event
    slot: str

    def signs(self, here: Sequence[_Here], told: tuple[int, ToldParty] | None, order: int | None) -> Iterator[str]:
        """The signs of one party; ``order`` is its number among those that the sentence names."""
        does = self.slot
        yield f"slot:{does}"
        for one in here:
            yield from self._standing(one)
        where = "here" if here else "before"
        yield f"named:{where}"
        if order is not None:
            yield f"order:{min(order, 3)}"
        if told is not None:
            rank, row = told
            yield f"rank:{min(rank, 5)}:{where}:{does}"
            age = self.reader.antecedents.sentence - row.spot.sentence
            yield f"age:{min(age, _OLDEST)}:{where}"
            yield f"role:{row.spot.role}:{where}:{does}"
            if row.person:
                yield "person"
            yield f"{'guessed' if row.party.guessed else 'known'}:{row.party.head}:before"
        party = here[0].party if here else told[1].party if told else None
        yield from self._history(party)
        yield from self._record(party)

    def _standing(self, one: _Here) -> Iterator[str]:
        """How a party stands in the sentence to the word of the event, and what it hangs on."""
        does, parse = self.slot, self.reader.antecedents.clauses.parse
        word, deed = parse.words[one.at], parse.words[self.event.at]
        over, voice = parse.words[word.head], self._voice()
        stands = self._stands(one.at)
        yield f"stands:{stands}:{does}"
        yield f"stands:{stands}:{voice}:{does}"
        yield f"stands:{stands}:{voice}:{self._lemma(deed)}:{does}"
        yield f"stands:{stands}:{voice}:{self.event.kind}:{does}"
        yield f"how:{one.how}:{does}"
        yield f"{'guessed' if one.party.guessed else 'known'}:{one.party.head}:here:{does}"
        yield f"hangs:{word.dep}:{does}"
        yield f"hangs:{word.dep}:{self._lemma(over)}:{does}"
        yield from (f"hangs:{word.dep}:{kind}:{does}" for kind in self._kinds(over.lemma))
        yield f"side:{'left' if one.at < self.event.at else 'right'}:{does}"
        if one.party.bare:
            yield "bare"
        if one.phrase.civilians:
            yield "civilians"
        if one.phrase.places:
            yield f"place:{'state' if one.phrase.is_state else 'other'}"
        yield from (f"owns:{word.dep}:{does}" for ref in self.event.places if ref.start == over.start)

    def _lemma(self, word: Word) -> str:
        """A word's lemma, where it is no name."""
        names = self.reader.antecedents.clauses.phrases.names
        return _A_NAME if word.at in names or word.tag.startswith("NNP") else word.lemma

    def _kinds(self, lemma: str) -> list[str]:
        lexicon = self.reader.antecedents.lexicon
        return sorted({one.kind for one in (*lexicon.verbs.get(lemma, ()), *lexicon.nouns.get(lemma, ()))})

    def _voice(self) -> str:
        clauses, at = self.reader.antecedents.clauses, self.event.at
        if not clauses.parse.words[at].tag.startswith("V"):
            return "noun"
        return "passive" if clauses.is_passive(at) else "active"

    def _stands(self, at: int) -> str:
        """The way through the tree from a party to the word of the event."""
        clauses = self.reader.antecedents.clauses
        parse, deed = clauses.parse, self.event.at
        words = parse.words
        if at == deed or (words[deed].tag.startswith("V") and clauses.subject(deed) == at):
            return "itself" if at == deed else "subject"
        steps, current = [], at
        for _, over in zip(range(_DEEPEST), parse.governors(at), strict=False):
            word = words[current]
            steps.append(f"{word.dep}_{word.lower}" if word.dep == "prep" else word.dep)
            if over == deed:
                return ">".join(step for step in steps if step != "conj") or "conj"
            current = over
        above = set(parse.governors(deed))
        met = next((one for one in parse.governors(at) if one in above), None)
        if met is None:
            return "elsewhere"
        return f"over:{words[at].dep}:{'says' if words[met].lemma in self.reader.antecedents.lexicon.say else 'does'}"

    def _history(self, party: PartyRef | None) -> Iterator[str]:
        """What the party did in the last event at the same place."""
        side = self.reader.sides.of(party)
        for event in reversed(self.reader.before):
            if side is None or not _meet(event.places, self.event.places):
                continue
            for slot in _SLOTS:
                if self.reader.sides.of(getattr(event, slot)) == side:
                    yield f"history:{slot}:{self.slot}"
                    yield f"history:{slot}:{event.kind}:{self.slot}"
                    if self._is_back():
                        yield f"history:{slot}:back:{self.slot}"
            return

    def _record(self, party: PartyRef | None) -> Iterator[str]:
        """Of which camp the party is, and what it has done anywhere in the article so far."""
        sides, lexicon = self.reader.sides, self.reader.antecedents.lexicon
        side = sides.of(party)
        if party is None or side is None:
            return
        camp = Opponents(sides=sides, lexicon=lexicon).camp(party)
        yield f"camp:{camp}:{self.slot}"
        if self._is_back():
            yield f"camp:{camp}:back:{self.slot}"
        for slot in _SLOTS:
            if any(sides.of(getattr(event, slot)) == side for event in self.reader.before):
                yield f"told:{slot}:{self.slot}"

    def _is_back(self) -> bool:
        asked = self.reader.antecedents
        return asked.clauses.parse.words[self.event.at].lemma in asked.lexicon.lists["taking_back"]


def _is_no_name(party: PartyRef) -> bool:
    """Whether a party is known by its shape alone, and that begins with a small letter."""
    return party.guessed and party.text[:1].islower()


def _meet(some: Sequence[PlaceRef], others: Sequence[PlaceRef]) -> bool:
    return bool({ref.place or ref.text for ref in some} & {ref.place or ref.text for ref in others})
