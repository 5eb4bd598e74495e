"""Asks the story of an article what the words of one sentence stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from geo.extract.syntax.story.bodies import described_body
from geo.extract.syntax.story.claimers import claimer
from geo.extract.syntax.story.irregulars import has_no_soldiers
from geo.extract.syntax.story.persons import PersonReader
from geo.extract.syntax.story.salience import Spot, spot_of
from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Collection

    from geo.extract.items import PlaceRef
    from geo.extract.parties import PartyRef
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.story import Story

_FAR = 3
"""Sentences behind which a number means no longer the people whom one gave."""


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What the words of one sentence stand for."""

    clauses: ClauseReader
    lexicon: SyntaxLexicon
    story: Story
    sentence: int
    paragraph: int

    def spot(self, at: int) -> Spot:
        """Where a word of the sentence stands."""
        return spot_of(self.clauses.parse, at, sentence=self.sentence, paragraph=self.paragraph)

    def side_of_person(self, at: int) -> PartyRef | None:
        """Whose president, general or head somebody is."""
        return PersonReader(self).side(at)

    def speaks_for(self, at: int) -> PartyRef | None:
        """For whom somebody says ``we``."""
        return PersonReader(self).speaks_for(at)

    def places_of(self, ref: PlaceRef, phrase: Phrase) -> tuple[PlaceRef, ...]:
        """The places that a noun phrase stands for: itself, unless it is ``the town`` and the like."""
        parse = self.clauses.parse
        if ref.anaphor and ref.kind in self.lexicon.lists["countries"]:
            return self.story.countries.meant(ref)
        if "this" in self.clauses.phrases.tree.determiners(phrase.head) and (here := self.story.places.here(ref)):
            return here
        if not (ref.anaphor or ref.whole or ref.place):
            ref = self.story.places.nearby(ref, self.spot(phrase.head))
        if not (ref.anaphor or ref.whole):
            determiners = self.clauses.phrases.tree.determiners(phrase.head)
            known = determiners & self.lexicon.lists["definite"] or parse.dep(phrase.head, "poss") is not None
            nameless = ref.unnamed and not (ref.counted or ref.place or ref.name or _has_capital(ref.text))
            return (self.story.places.within_town(ref, self.spot(phrase.head)) if known and nameless else ref,)
        if town := self._beside(ref, phrase.head):
            return (self.story.places.part_of(ref, town),)
        if home := self.story.home(self.clauses.phrases.tree.determiners(phrase.head), self.sentence):
            return home
        pointed = any(
            parse.words[c].lower in self.lexicon.lists["pointing"] for c in parse.deps(phrase.head, "det", "amod")
        ) or self.clauses.phrases.tree.is_of_two(phrase.head)
        number = self.clauses.phrases.number(phrase.head)
        spot = self.spot(phrase.head)
        return self.story.places.resolve(ref, seen_from=spot, number=number, plural=phrase.plural, pointed=pointed)

    def _beside(self, ref: PlaceRef, head: int) -> PlaceRef | None:
        """The town named before its own part: ``the army held Haditha and its dam``."""
        word = self.clauses.parse.words[head]
        if ref.whole is None or ref.whole.kind != "it" or word.dep != "conj":
            return None
        before = self.clauses.phrases.single(word.head).places
        town = before[0] if len(before) == 1 else None
        return None if town is None or town.anaphor or town.unnamed or town.counted else town

    def places_meant(self, phrase: Phrase) -> tuple[PlaceRef, ...]:
        """The places that a pronoun stands for."""
        if phrase.pronoun not in self.lexicon.lists["place_pronouns"]:
            return ()
        if self._stands_for_thing(phrase) or self._stands_for_people(phrase):
            return ()
        number = self.clauses.phrases.tree.number_said(phrase.head)
        alone = number or not self.clauses.parse.children[phrase.head]
        if phrase.pronoun in ("all", "these") and not alone:  # "all but the compound"
            return ()
        if number and self.sentence - self.story.numbered.get(number, -_FAR) < _FAR:  # "two reporters ... The two"
            return ()
        return self.story.places.meant(phrase.pronoun, seen_from=self.spot(phrase.head), number=number)

    def _stands_for_thing(self, phrase: Phrase) -> bool:
        """Whether ``it`` is a thing told of in the same part of the clause before: ``robbed a bus and left it``."""
        parse = self.clauses.parse
        word = parse.words[phrase.head]
        if word.lower not in self.lexicon.lists["pronouns_of_one"] or word.dep != "dobj":
            return False
        verb = parse.words[word.head]
        before = parse.dep(verb.head, "dobj") if verb.dep in ("conj", "advcl") else None
        if (
            before is None
            or before > phrase.head
            or parse.words[before].tag != "NN"
            or before in self.clauses.phrases.names
        ):
            return False
        told = self.clauses.phrases.single(before)
        return not (
            told.places or told.party or told.control or told.pronoun or self.clauses.phrases.tree.place_noun(before)
        )

    def _stands_for_people(self, phrase: Phrase) -> bool:
        """Whether ``they`` are those who acted in the clause before: ``forty surrendered; they were handed over``."""
        parse = self.clauses.parse
        word = parse.words[phrase.head]
        verb = parse.words[word.head]
        if word.lower not in self.lexicon.lists["pronouns_of_many"] or word.dep not in ("nsubj", "nsubjpass"):
            return False
        beside = [verb.head] if verb.dep in ("conj", "advcl", "parataxis", "ccomp") else []
        beside += parse.deps(verb.at, "ccomp", "advcl", "parataxis")
        before = [at for other in beside for at in parse.deps(other, "nsubj") if at < phrase.head]
        return any(self._are_people(self.clauses.phrases.single(at)) for at in before)

    def _are_people(self, phrase: Phrase) -> bool:
        many = phrase.plural or self.clauses.parse.words[phrase.head].tag == "CD"  # "forty of the enemy"
        return many and not phrase.places and (phrase.civilians or phrase.forces or self._counts_people(phrase))

    def _counts_people(self, phrase: Phrase) -> bool:
        return any(link == "of" and one.party for link, one in self.clauses.phrases.prepositional(phrase.head))

    def label(self) -> tuple[PlaceRef, ...]:
        """The places of the line's label: ``Hama: rebels withdrew overnight``."""
        rows = (row for row in self.story.places.rows if row.spot.sentence == self.sentence)
        return next((row.refs for row in rows if row.spot.role == "topic" and not row.spot.verbs), ())

    def place_left_out(self, at: int) -> tuple[PlaceRef, ...]:
        """The place that a clause leaves out: ``the Serbs marched in``, ``left their posts there``."""
        spot = self.spot(at)  # a verb is in its own clause: "took the town and have been there since"
        own = (at,) if self.clauses.parse.words[at].tag.startswith("V") else spot.verbs
        words = self.clauses.parse.words
        there = any(words[child].lower == "there" for child in self.clauses.parse.deps(at, "advmod"))
        return self.story.places.meant("there" if there else "it", seen_from=replace(spot, verbs=own))

    def places_there(self, at: int) -> tuple[PlaceRef, ...]:
        """``There``: where the clause before happened, be it at several places."""
        one, here = self.place_left_out(at), self.sentence
        told = [row for row in self.story.places.rows if here - row.spot.sentence <= 1]
        same = [row for row in told if one and one[0].start in {ref.start for ref in row.refs}]
        before = len(same) == 1 and (same[0].spot.sentence < here or same[0].spot.at < at)
        return same[0].refs if before else one

    def place_in_question(self, at: int) -> tuple[PlaceRef, ...]:
        """The place that a noun leaves out, whose control was just told of: ``after their retreat``."""
        found = self.story.places.meant("it", seen_from=replace(self.spot(at), direct=False))
        return tuple(ref for ref in found if self.is_in_question(ref))

    def is_in_question(self, ref: PlaceRef) -> bool:
        """Whether the control of a place was told of just before."""
        return self.story.places.is_in_question(ref, self.sentence)

    def is_left_by(self, parties: Collection[PartyRef], ref: PlaceRef, *, by_kind: bool = True) -> bool:
        """Whether those who leave or drive out can mean a place whose control was told of just before."""
        return self.is_in_question(ref) and self.story.contested.is_theirs(parties, ref, self.sentence, by_kind=by_kind)

    def party_meant(
        self, pronoun: str, at: int, *, without: frozenset[str] = frozenset(), acting: bool = False
    ) -> PartyRef | None:
        """The party that a pronoun stands for; ``acting`` ones were subjects."""
        if (party := claimer(self, pronoun, at)) and party.name not in without:
            return party
        somebody = pronoun in self.lexicon.lists["pronouns_of_persons"]
        rows = () if somebody else self.story.places.rows
        ground = {ref.text for row in rows for ref in row.refs}
        without |= {row.party.name for row in self.story.parties.rows if row.party.guessed and row.party.text in ground}
        spot, words = self.spot(at), self.clauses.parse.words
        over = (words[verb].head for verb in spot.verbs if words[verb].dep == "ccomp")
        said = tuple(verb for verb in over if words[verb].lemma in self.lexicon.say)
        seen_from = replace(spot, said=said)
        party = self.story.parties.meant(pronoun, seen_from=seen_from, without=without, acting=acting)
        if party is None or pronoun not in self.lexicon.lists["first_person"]:
            return party
        told = self.story.parties.told_of(self.sentence - 1) if self._is_mere_person(party) else None
        return told or self.story.parties.offices.get(party.name) or party

    def are_people(self, pronoun: str, at: int) -> bool:
        """Whether ``they`` are likeliest people who are no party."""
        many = pronoun in self.lexicon.lists["pronouns_of_many"]
        return many and self.story.parties.are_people(pronoun, self.spot(at))

    def _is_mere_person(self, party: PartyRef) -> bool:
        return party.party is None and self.clauses.phrases.tree.is_person(party.text)

    def speakers_together(self, at: int) -> list[PartyRef]:
        """The several who say it of themselves: ``both the government and the rebels said that they held the town``."""
        words, parse = self.clauses.parse.words, self.clauses.parse
        verb = words[words[at].head]
        if words[at].dep not in ("nsubj", "nsubjpass") or verb.dep != "ccomp":
            return []
        over = words[verb.head]
        subject = parse.dep(over.at, "nsubj")
        if subject is None or over.lemma not in self.lexicon.say:
            return []
        parties = [phrase.party for phrase in self.clauses.phrases.read(subject)]
        sure = [party for party in parties if party and not party.guessed and not party.bare]
        return sure if len(sure) == len(parties) > 1 else []

    def party_like(self, phrase: Phrase) -> PartyRef | None:
        """The party that ``the troops``, ``the group`` or ``the jihadists`` stands for; None for nouns that say who."""
        parse, lists = self.clauses.parse, self.lexicon.lists
        word = parse.words[phrase.head]
        if phrase.party is None or phrase.party.party or self.clauses.phrases.tree.is_other(phrase.head):
            return None
        if phrase.party.text.lower().removeprefix("same ") != word.lower:
            return self._owner_like(phrase) or described_body(self, phrase)
        if not any(parse.words[c].lower in ("the", *lists["pointing"]) for c in parse.deps(phrase.head, "det")):
            return None
        named_so = word.text[0].isupper() and word.lower not in lists["state_organs"]  # "the Army" is any state's
        longer = self.story.parties.only(partial(_is_longer, word.text)) if named_so else None
        return longer or self._of_kind(phrase.head)  # "the Front", "the Alliance"

    def _of_kind(self, head: int) -> PartyRef | None:
        """The one party told of that a noun for a kind of party can mean."""
        word, lists, parties = self.clauses.parse.words[head], self.lexicon.lists, self.story.parties
        if word.lemma in lists["empty_parties"]:
            but = partial(has_no_soldiers, lexicon=self.lexicon, world=self.story.places.world)
            regular = word.lemma in lists["regulars"]
            plural = word.tag in PLURAL_TAGS
            near = parties.like(word.lemma, plural=plural, seen_from=self.spot(head), but=but if regular else None)
            group = word.tag == "NN" and word.lemma in lists["groups"]
            return near or (parties.only(self._is_armed_group) if group else None)
        found = self._told_by(word.lemma) if word.tag in PLURAL_TAGS else None
        if found:
            return found
        if word.lemma in lists["collectives"] or "attackers" in self.clauses.phrases.tree.head_flags(head):
            found = parties.only(self._is_armed_group)
        elif word.lower.removesuffix("s") in lists["jihadists"]:
            found = parties.only(self._is_jihadist)
        return parties.kinds.setdefault(word.lemma, found) if found else parties.kinds.get(word.lemma)

    def _told_by(self, noun: str) -> PartyRef | None:
        """The one side that was told of by a noun: ``the guerrillas`` after ``Hezbollah guerrillas``."""
        sides, armed = self.story.sides, noun in self.lexicon.lists["of_a_movement"]
        told = {side: party for party in self.story.parties.by_noun(noun) if (side := sides.of(party))}
        if armed and any(sides.camp(side) == "state" for side in told):  # "Sudan rebels": where they are
            return None
        return next(iter(told.values())) if len(told) == 1 else None

    def _owner_like(self, phrase: Phrase) -> PartyRef | None:
        """Whose forces are told of by a noun that stands for a party: ``the militia's battalion``."""
        owner = self.clauses.parse.dep(phrase.head, "poss")
        name = self.clauses.phrases.names.get(owner) if owner is not None else None
        if name is not None and phrase.forces and (led := self.story.parties.led.get(name.text.split()[-1])):
            return led  # "Massoud's fighters"
        known = owner is None or (name is not None and name.nature != "open")
        return None if owner is None or known else self.party_like(self.clauses.phrases.single(owner))

    def titled(self, phrase: Phrase) -> PartyRef | None:
        """``The president`` where the article has told of ``President Mobutu``: whoever bears the title by name."""
        parse = self.clauses.parse
        definite = any(parse.words[c].lower == "the" for c in parse.deps(phrase.head, "det"))
        return self.story.parties.titled(parse.words[phrase.head].lemma) if definite else None

    def _is_jihadist(self, party: PartyRef) -> bool:
        return self._is_armed_group(party) and bool(
            set(party.text.lower().replace("-", " ").split()) & self.lexicon.lists["jihadist_names"]
        )

    def _is_armed_group(self, party: PartyRef) -> bool:
        return any(one.kind == "armed-group" for one in self.story.places.world.parties(party.text))


def _is_longer(word: str, party: PartyRef) -> bool:
    """Whether a party's name has a word, and more: ``the National Resistance Front`` for ``the Front``."""
    words = party.text.split()
    return len(words) > 1 and word in words and "and" not in words


def _has_capital(text: str) -> bool:
    return any(char.isupper() for char in text)
