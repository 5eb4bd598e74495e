"""Between one sentence and the story: tells the story what the sentence names, asks it what words stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.offices import is_aside
from geo.extract.syntax.salience import Spot, spot_of
from geo.extract.syntax.told_parties import ToldParty

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases import Phrase
    from geo.extract.syntax.story import Story

_NAMING = frozenset({
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "appos", "ROOT", "dative", "compound", "nmod",
    "npadvmod", "dep", "remnant",
})  # fmt: skip
_LABEL = 4
_SPEAKING_FOR = ("for", "of", "from", "with")
_PLURAL_TAGS = ("NNS", "NNPS")


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

    # telling

    def tell(self) -> None:
        """Let the story know of all that the sentence names."""
        for name in dict.fromkeys(self.clauses.phrases.names.values()):
            if name.nature == "adjective" and name.party and name.known_party:
                self.story.sides_named.append(PartyRef(text=name.text, party=name.party))
        self._tell_label()
        for word in self.clauses.parse.words:
            if word.dep in _NAMING and (word.at in self.clauses.phrases.names or word.tag.startswith("N")):
                self._tell(word.at)
            elif word.tag in ("PRP", "PRP$") and word.dep in ("nsubj", "nsubjpass"):
                self._tell_pronoun(word.at)
            elif word.tag == "WP" and word.dep == "nsubj":
                self._tell_relative(word.at)

    def _tell_label(self) -> None:
        """The places before a colon, about which the line goes on: ``Hama: rebels entered the town``."""
        words = self.clauses.parse.words
        colon = next((word.at for word in words if word.text == ":" and word.dep == "lead"), 0)
        names = [n for n in dict.fromkeys(self.clauses.phrases.names.values()) if n.last <= colon and n.is_place]
        if names:
            spot = Spot(sentence=self.sentence, paragraph=self.paragraph, at=0, role="topic", verbs=(), direct=False)
            self.story.places.note([self.clauses.phrases.tree.ref(name) for name in names], spot)

    def _tell(self, at: int) -> None:
        phrase = self.clauses.phrases.single(at)
        spot = self.spot(at)
        self._hear(at, spot)
        is_person = self._is_person(at, phrase)
        self._tell_party(at, phrase, spot, is_person=is_person)
        self._tell_attack(at)
        if phrase.civilians:
            self._tell_home(at)
        if phrase.places and not is_person and self._is_ground(at, phrase, spot):
            spot = replace(spot, role="aside") if is_aside(at, self.clauses, self.lexicon) else spot
            one_by_one = [(ref, one) for one in self.clauses.phrases.read(at) for ref in one.places]
            self.story.places.note([found for ref, one in one_by_one for found in self.places_of(ref, one)], spot)

    def _tell_party(self, at: int, phrase: Phrase, spot: Spot, *, is_person: bool) -> None:
        word = self.clauses.parse.words[at]
        name = self.clauses.phrases.names.get(at)
        ruler = word.lemma in self.lexicon.lists["rulers"]  # "Ukraine's president said his forces"
        if self._is_title(at) or self._is_label(at) or (phrase.civilians and not ruler):
            return
        plural = word.tag in _PLURAL_TAGS or (name is not None and name.nature == "people")
        if phrase.control and phrase.ruler is not None and not phrase.ruler.guessed:  # "in rebel hands": then "they"
            self.story.parties.note(ToldParty(party=phrase.ruler, spot=spot))
            return
        if phrase.party is None:
            if self._says(at) and not phrase.pronoun:
                owner = self.clauses.phrases.owner(at) or self.titled(phrase) or PartyRef(text=phrase.text, bare=True)
                self.story.parties.note(ToldParty(party=owner, spot=spot, plural=plural, person=not plural))
            return
        if phrase.party.guessed and phrase.places and not is_person and not self._acts(at, spot):
            return
        many = plural or (None if name is None or name.forces or name.nature == "organisation" else False)
        party = self._owned(phrase, at, is_person=is_person)
        title = self._title_before(at) if is_person and not phrase.party.bare else None
        row = ToldParty(party=party, spot=spot, plural=many, person=is_person and not plural, title=title)
        self.story.parties.note(row)

    def _acts(self, at: int, spot: Spot) -> bool:
        """Whether a name that can be a place does something; ``X was lost`` and ``X fell`` are said of places."""
        words = self.clauses.parse.words
        word = words[at]
        said_of = word.dep == "nsubjpass" or words[word.head].lemma in ("be", "fall", "remain", "stay", "lie")
        return spot.role == "subject" and not said_of

    def _title_before(self, at: int) -> str | None:
        """The title before a person's name: ``President Mobutu``."""
        name = self.clauses.phrases.names.get(at)
        before = name.first - 1 if name is not None else -1
        return self.clauses.parse.words[before].lower if before >= 0 and self._is_title(before) else None

    def _tell_attack(self, at: int) -> None:
        """Whose offensive it is: they are meant where a place is then taken by nobody named."""
        words = self.clauses.parse.words
        if words[at].lemma not in self.lexicon.lists["attacks"]:
            return
        attacker = self.clauses.phrases.owner(at)
        verb = words[at].head
        if attacker is None and words[at].dep == "dobj" and words[verb].lemma in self.lexicon.lists["launching"]:
            subject = self.clauses.subject(verb)
            attacker = self.clauses.phrases.single(subject).party if subject is not None else None
        if attacker is not None and not attacker.bare:
            self.story.attackers.append((self.paragraph, attacker))

    def _tell_home(self, at: int) -> None:
        """Where people are from, who then tell of ``their town``: ``people from Khojaly``, ``residents of Sake``."""
        behind = self.clauses.phrases.prepositional(at)
        places = tuple(ref for link, one in behind if link in ("from", "of") for ref in one.places)
        if places:
            self.story.homes.append((self.sentence, places))

    def _tell_pronoun(self, at: int) -> None:
        """A pronoun keeps in mind whom it stands for."""
        word = self.clauses.parse.words[at]
        lists = self.lexicon.lists
        person = word.lower in lists["pronouns_of_persons"]
        if not (person or word.lower in lists["pronouns_of_many"] or self._says(at)):
            return
        spot = self.spot(at)
        party = self.story.parties.meant(word.lower, seen_from=spot)
        if party:
            plural = word.lower in lists["pronouns_of_many"]
            self.story.parties.note(ToldParty(party=party, spot=spot, plural=plural, person=person))

    def _tell_relative(self, at: int) -> None:
        """``the president, who said that his troops``: a relative pronoun is a subject, and as near as one."""
        antecedent = self.clauses.subject(self.clauses.parse.words[at].head)
        if antecedent is None or antecedent == at:
            return
        phrase = self.clauses.phrases.single(antecedent)
        self._tell_party(antecedent, phrase, self.spot(at), is_person=self._is_person(antecedent, phrase))

    def _is_ground(self, at: int, phrase: Phrase, spot: Spot) -> bool:
        """Whether a phrase names ground that can change hands: no state, and no capital that speaks or acts."""
        word = self.clauses.parse.words[at]
        if word.dep in ("conj", "compound") or word.lemma in self.lexicon.lists["garrisons"]:
            return False
        if not phrase.is_state:
            return True
        words = self.clauses.parse.words
        if words[words[at].head].lower in ("by", "with", "against"):  # "backed by Washington"
            return False
        is_capital = any(one.form == "capital" for one in self.story.places.world.parties(phrase.text))
        return is_capital and spot.role in ("adjunct", "object", "topic")

    def _says(self, at: int) -> bool:
        """Whether a word is the subject of a verb of speech."""
        word = self.clauses.parse.words[at]
        return word.dep == "nsubj" and self.clauses.parse.words[word.head].lemma in self.lexicon.say

    def _is_label(self, at: int) -> bool:
        """Whether a word only says who speaks in a transcript: ``REPORTER: ...``."""
        words = self.clauses.parse.words
        name = self.clauses.phrases.names.get(at)
        last = name.last if name else at + 1
        unknown = name is None or not self.story.places.world.parties(name.text)
        return at < _LABEL and last < len(words) and words[last].text == ":" and words[at].text.isupper() and unknown

    def _hear(self, at: int, spot: Spot) -> None:
        """Whose voice the article is, where its heading names a ministry, a staff or their press service."""
        word = self.clauses.parse.words[at]
        if self.story.parties.voice or self.sentence > 1 or spot.role != "topic":
            return
        if word.lemma in self.lexicon.lists["organs"] or word.lower in self.lexicon.lists["organs"]:
            self.story.parties.voice = self.clauses.phrases.owner(at)

    def _is_title(self, at: int) -> bool:
        """Whether a noun only says what somebody named beside it is: ``X, head of the Y``, ``General X``."""
        word = self.clauses.parse.words[at]
        if at in self.clauses.phrases.names or word.tag not in ("NN", "NNP"):
            return False
        return word.dep == "appos" or (word.dep in ("compound", "nmod") and word.head in self.clauses.phrases.names)

    def _owned(self, phrase: Phrase, at: int, *, is_person: bool) -> PartyRef:
        """The party of ``its forces`` or of ``the group``, under the name of whoever it stands for."""
        party = phrase.party
        assert party is not None  # noqa: S101 - asked for phrases with a party only
        if is_person and party.party is None and (side := self.side_of_person(at)):
            return replace(side, head=party.head)
        if party.bare and phrase.pronoun:
            owner = self.story.parties.meant(phrase.pronoun, seen_from=self.spot(at))
            return replace(owner, head=party.head) if owner else party
        like = self.party_like(phrase)
        return replace(like, head=party.head) if like else party

    def _is_person(self, at: int, phrase: Phrase) -> bool:
        """Whether a word names one person: by title, by name, or as an unknown name that says something."""
        word = self.clauses.parse.words[at]
        name = self.clauses.phrases.names.get(at)
        if name is None:
            return word.tag == "NN" and "person" in self.clauses.phrases.tree.head_flags(at)
        if name.nature == "person":
            return True
        if word.tag == "NNPS" or (name.is_place and not (phrase.party and phrase.party.guessed)):
            return False
        if phrase.party and phrase.party.guessed:
            return self._says(at) or self._is_beside_person(at)
        return name.nature == "known" and not self._is_body(name.text)

    def _is_beside_person(self, at: int) -> bool:
        """Whether a name stands beside what somebody is: ``their spokesman, X``."""
        word = self.clauses.parse.words[at]
        return word.dep == "appos" and bool(self.clauses.phrases.tree.head_flags(word.head) & {"person", "voice"})

    def _is_body(self, text: str) -> bool:
        """Whether a known party's name is that of a state or an organisation, and not of somebody who leads it."""
        final = text.rpartition(" ")[2].lower()
        return (
            bool(self.story.places.world.parties(text))
            or final in self.lexicon.lists["organisation_words"]
            or text.isupper()
        )

    def side_of_person(self, at: int) -> PartyRef | None:
        """Whose president, general or head somebody is."""
        parse, phrases = self.clauses.parse, self.clauses.phrases
        nouns = (at, *parse.deps(at, "appos", "compound", "nmod"))
        for noun in nouns:
            owner = phrases.owner(noun)
            if owner is not None and not owner.guessed and not phrases.tree.is_person(owner.text.lower()):
                return owner
        links = _SPEAKING_FOR if at not in phrases.names else ("of",)
        for link in parse.deps(at, "prep"):
            for noun in parse.deps(link, "pobj") if parse.words[link].lower in links else ():
                party = phrases.single(noun).party
                if party is not None and not party.guessed:
                    return party
        if at in phrases.names:
            return None
        for noun in nouns[1:]:  # "a rebel commander", "an army spokesman"
            if parse.words[noun].tag == "NN" and "forces" in phrases.tree.head_flags(noun):
                return PartyRef(text=parse.words[noun].text, head="forces")
        return None

    # asking

    def places_of(self, ref: PlaceRef, phrase: Phrase) -> tuple[PlaceRef, ...]:
        """The places that a noun phrase stands for: itself, unless it is ``the town`` and the like."""
        parse = self.clauses.parse
        if "this" in self.clauses.phrases.tree.determiners(phrase.head) and (here := self.story.places.here(ref)):
            return here
        if not (ref.anaphor or ref.whole or ref.place):
            ref = self.story.places.nearby(ref, self.spot(phrase.head))
        if not (ref.anaphor or ref.whole):
            determiners = self.clauses.phrases.tree.determiners(phrase.head)
            known = determiners & self.lexicon.lists["definite"] or parse.dep(phrase.head, "poss") is not None
            nameless = ref.unnamed and not (ref.counted or ref.place or ref.name or _has_capital(ref.text))
            return (self.story.places.within_town(ref, self.spot(phrase.head)) if known and nameless else ref,)
        if home := self.story.home(self.clauses.phrases.tree.determiners(phrase.head), self.sentence):
            return home
        pointed = any(
            parse.words[c].lower in self.lexicon.lists["pointing"] for c in parse.deps(phrase.head, "det", "amod")
        ) or self.clauses.phrases.tree.is_of_two(phrase.head)
        number = self.clauses.phrases.number(phrase.head)
        spot = self.spot(phrase.head)
        return self.story.places.resolve(ref, seen_from=spot, number=number, plural=phrase.plural, pointed=pointed)

    def places_meant(self, phrase: Phrase) -> tuple[PlaceRef, ...]:
        """The places that a pronoun stands for."""
        if phrase.pronoun not in self.lexicon.lists["place_pronouns"]:
            return ()
        if self._stands_for_thing(phrase) or self._stands_for_people(phrase):
            return ()
        if phrase.pronoun in ("all", "these") and self.clauses.parse.children[phrase.head]:  # "all but the compound"
            return ()
        return self.story.places.meant(phrase.pronoun, seen_from=self.spot(phrase.head))

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
        """The place that a clause leaves out: ``the Serbs marched in``."""
        spot = self.spot(at)  # a verb is in its own clause: "took the town and have been there since"
        own = (at,) if self.clauses.parse.words[at].tag.startswith("V") else spot.verbs
        return self.story.places.meant("it", seen_from=replace(spot, verbs=own))

    def party_meant(self, pronoun: str, at: int, *, without: frozenset[str] = frozenset()) -> PartyRef | None:
        """The party that a pronoun stands for."""
        ground = {ref.text for row in self.story.places.rows for ref in row.refs}
        without |= {row.party.name for row in self.story.parties.rows if row.party.guessed and row.party.text in ground}
        party = self.story.parties.meant(pronoun, seen_from=self.spot(at), without=without)
        if party is None or pronoun not in self.lexicon.lists["first_person"] or not self._is_mere_person(party):
            return party
        return self.story.parties.told_of(self.sentence - 1) or party

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
        parse = self.clauses.parse
        word = parse.words[phrase.head]
        if phrase.party is None or phrase.party.party or phrase.party.text.lower().removeprefix("same ") != word.lower:
            return None
        if not any(
            parse.words[c].lower in ("the", *self.lexicon.lists["pointing"]) for c in parse.deps(phrase.head, "det")
        ):
            return None
        if word.lemma in self.lexicon.lists["empty_parties"]:
            near = self.story.parties.like(plural=word.tag in _PLURAL_TAGS, seen_from=self.spot(phrase.head))
            group = word.tag == "NN" and word.lemma in self.lexicon.lists["groups"]
            return near or (self.story.parties.only(self._is_armed_group) if group else None)
        if word.lemma in self.lexicon.lists["collectives"] or "attackers" in self.clauses.phrases.tree.head_flags(
            phrase.head
        ):
            return self.story.parties.only(self._is_armed_group)
        return None

    def titled(self, phrase: Phrase) -> PartyRef | None:
        """``The president`` where the article has told of ``President Mobutu``: whoever bears the title by name."""
        parse = self.clauses.parse
        definite = any(parse.words[c].lower == "the" for c in parse.deps(phrase.head, "det"))
        return self.story.parties.titled(parse.words[phrase.head].lemma) if definite else None

    def _is_armed_group(self, party: PartyRef) -> bool:
        return any(one.kind == "armed-group" for one in self.story.places.world.parties(party.text))


def _has_capital(text: str) -> bool:
    return any(char.isupper() for char in text)
