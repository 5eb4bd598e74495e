"""Tells the story of an article what one sentence names: parties, places, whose voice and whose attack it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.story.attacks import attack_by_noun, attack_by_verb
from geo.extract.syntax.story.known_persons import forget_person
from geo.extract.syntax.story.offices import is_aside
from geo.extract.syntax.story.organs import army_by_organ
from geo.extract.syntax.story.salience import Spot
from geo.extract.syntax.story.told_parties import ToldParty
from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from geo.extract.syntax.clauses.clauses import ClauseReader
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.phrases.naming import Name
    from geo.extract.syntax.phrases.phrases import Phrase
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.story.story import Story

_NAMING = frozenset({
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "appos", "ROOT", "dative", "compound", "nmod",
    "npadvmod", "dep", "remnant",
})  # fmt: skip
_LABEL = 4


@dataclass(frozen=True, slots=True)
class Noter:
    """What one sentence adds to the story."""

    asked: Antecedents
    _clauses: ClauseReader
    _lexicon: SyntaxLexicon
    _story: Story

    @classmethod
    def of(cls, asked: Antecedents) -> Noter:
        """Of the sentence whose words are asked for."""
        return cls(asked, asked.clauses, asked.lexicon, asked.story)

    def tell(self) -> None:
        """Let the story know of all that the sentence names."""
        for name in dict.fromkeys(self._clauses.phrases.names.values()):
            if name.nature == "adjective" and name.party and name.known_party:
                self._story.sides_named.append(PartyRef(text=name.text, party=name.party))
        self._tell_label()
        for at, one in self._clauses.phrases.names.items():
            self._story.countries.note(self._clauses.phrases.tree, at, one, self.asked.sentence)
        for word in self._clauses.parse.words:
            if word.dep in _NAMING and (word.at in self._clauses.phrases.names or word.tag.startswith("N")):
                self._tell(word.at)
            elif attack := attack_by_verb(self.asked, word.at):
                self._story.attackers.append(attack)
            elif word.tag in ("PRP", "PRP$") and word.dep in ("nsubj", "nsubjpass"):
                self._tell_pronoun(word.at)
            elif word.tag == "WP" and word.dep == "nsubj":
                self._tell_relative(word.at)

    def _tell_label(self) -> None:
        """The places before a colon, about which the line goes on: ``Hama: rebels entered the town``."""
        words = self._clauses.parse.words
        colon = next((word.at for word in words if word.text == ":" and word.dep == "lead"), 0)
        names = [n for n in dict.fromkeys(self._clauses.phrases.names.values()) if n.last <= colon and n.is_place]
        lists = self._lexicon.lists
        speakers = lists["asking_labels"] | lists["answering_labels"] | lists["own_voices"]
        if names and names[0].text.lower() not in speakers:
            spot = Spot(
                sentence=self.asked.sentence, paragraph=self.asked.paragraph, at=0, role="topic", verbs=(), direct=False
            )
            placed = not all(name.text.isupper() for name in names)
            self._story.places.note([self._clauses.phrases.tree.ref(name) for name in names], spot, placed=placed)

    def _tell(self, at: int) -> None:
        phrase = self._clauses.phrases.single(at)
        spot = self.asked.spot(at)
        self._hear(at, spot)
        is_person = self._is_person(at, phrase)
        self._tell_party(at, phrase, spot, is_person=is_person)
        if attack := attack_by_noun(self.asked, at):
            self._story.attackers.append(attack)
        if phrase.civilians:
            self._tell_home(at)
        if not phrase.places and (number := self._clauses.phrases.number(at)):
            self._story.numbered[number] = self.asked.sentence
        if phrase.places and not is_person and self._is_ground(at, phrase, spot):
            if self._only_describes(at, phrase):
                return
            spot = replace(spot, role="aside") if is_aside(at, self._clauses, self._lexicon) else spot
            one_by_one = [(ref, one) for one in self._clauses.phrases.read(at) for ref in one.places]
            self._story.places.note(
                [found for ref, one in one_by_one for found in self.asked.places_of(ref, one)],
                spot,
                link=self._link(at),
                held=self._is_held(at),
                inside=not spot.direct and not self._is_told_of(at),
                placed=self._is_placed(at, phrase),
            )

    def _only_describes(self, at: int, phrase: Phrase) -> bool:
        """Whether a noun without a name says what another place is: ``Sake, a ruin``, ``it is the second port``."""
        words = self._clauses.parse.words
        word = words[at]
        named = any(ref.guessed or (ref.place and not ref.unnamed) for ref in phrase.places)
        if at in self._clauses.phrases.names or (named and word.lemma not in self._lexicon.lists["scope_nouns"]):
            return False
        described: int | None = None
        if word.dep == "appos":
            described = word.head
        elif word.dep in ("attr", "oprd"):
            described = self._clauses.subject(word.head)
        elif word.dep == "pobj" and words[word.head].lower == "as":
            verb = words[word.head].head
            described = self._clauses.parse.dep(verb, "dobj", "nsubjpass")
        if described is None or described == at:
            return False
        other = self._clauses.phrases.single(described)
        return bool(other.places) or other.pronoun in self._lexicon.lists["pronouns_of_one"]

    def _first_of_list(self, at: int) -> int:
        words = self._clauses.parse.words
        while words[at].dep in ("conj", "appos") and words[at].head != at:
            at = words[at].head
        return at

    def _link(self, at: int) -> str:
        """The preposition before a place."""
        words = self._clauses.parse.words
        over = words[words[self._first_of_list(at)].head]
        lists = self._lexicon.lists
        if words[over.head].lemma in lists["attacks"] | lists["struggles"]:  # "the battle for Goma" is about Goma
            return ""
        return over.lower if over.dep == "prep" or over.tag == "IN" else ""

    def _is_held(self, at: int) -> bool:
        """Whether a place only says where other ground is: ``the hill above Sake``, ``the road to Suki``."""
        words, tree = self._clauses.parse.words, self._clauses.phrases.tree
        link = words[words[self._first_of_list(at)].head]
        if link.dep != "prep" and link.tag != "IN":
            return False
        over = words[link.head]
        if over.tag.startswith("V"):
            return False
        name = self._clauses.phrases.names.get(over.at)
        return bool(
            tree.place_noun(over.at)
            or over.lower in self._lexicon.lists["directions"]
            or (name is not None and name.is_place)
        )

    def _is_told_of(self, at: int) -> bool:
        """Whether a noun tells of a taking or holding of a place: ``the fall of Goma``, ``control over Sake``."""
        words = self._clauses.parse.words
        over = words[words[words[self._first_of_list(at)].head].head]
        return over.lemma in self._lexicon.nouns or over.lemma in self._lexicon.lists["control_nouns"]

    def _is_placed(self, at: int, phrase: Phrase) -> bool:
        """Whether a name stands where a place can: nobody who does something, and no word that opens a sentence."""
        words = self._clauses.parse.words
        name = self._clauses.phrases.names.get(at)
        if any(ref.kind or ref.place for ref in phrase.places) or name is None:
            return True
        first = self._first_of_list(at)
        if name.first == 0 and not words[at].tag.startswith("NNP"):  # "Soup was still warm"
            return False
        if words[first].dep == "nsubj":
            verb = words[first].head
            return (
                words[verb].lemma in self._lexicon.lists["said_of_places"]
                and self._clauses.parse.dep(verb, "prt") is None
            )
        return name.first > 0 or words[first].dep != "ROOT"

    def _tell_party(self, at: int, phrase: Phrase, spot: Spot, *, is_person: bool) -> None:
        word = self._clauses.parse.words[at]
        name = self._clauses.phrases.names.get(at)
        ruler = word.lemma in self._lexicon.lists["rulers"]  # "Ukraine's president said his forces"
        others = word.tag in PLURAL_TAGS and phrase.party is None and not phrase.places
        if word.dep == "nsubj" and (phrase.civilians or others):
            self._story.parties.people.append(spot)
        if self._is_title(at) or self._is_label(at) or (phrase.civilians and not ruler):
            return
        plural = self._is_plural(at, name)
        if phrase.control and phrase.ruler is not None and not phrase.ruler.guessed:  # "in rebel hands": then "they"
            self._story.parties.note(ToldParty(party=phrase.ruler, spot=spot))
            return
        if phrase.party is None:
            if self._says(at) and not phrase.pronoun and not self._is_named_beside(at):
                owner = (
                    self._clauses.phrases.owner(at)
                    or self.asked.titled(phrase)
                    or army_by_organ(self.asked, at)
                    or PartyRef(text=phrase.text, bare=True)
                )
                self._story.parties.note(ToldParty(party=owner, spot=spot, plural=plural, person=not plural))
                self._tell_office(at, owner, known=not owner.bare or plural)
            return
        if phrase.party.guessed and phrase.places and not is_person and not self._acts(at, spot):
            return
        many = plural or (None if name is None or name.forces or name.nature == "organisation" else False)
        party = self._owned(phrase, at, is_person=is_person)
        if is_person and name is None and party == phrase.party and not party.party and self._is_named_beside(at):
            return
        if self._is_watcher(at):
            party = PartyRef(text=word.text, head="voices")
        title = self._title_before(at) if is_person and not phrase.party.bare else None
        row = ToldParty(
            party=party, spot=spot, plural=many, person=is_person and not plural, title=title, noun=word.lemma
        )
        self._story.parties.note(row)
        self._tell_office(at, party, known=not row.person or party.party is not None or party != phrase.party)

    def _is_plural(self, at: int, name: Name | None) -> bool:
        """Whether a noun is of many: a group's name is of one and of many, however it ends (``Forces``, ``MNLA``)."""
        group = name is not None and name.nature in ("known", "organisation") and self._is_body(name.text)
        if group and name and (name.text.isupper() or (len(name.text.split()) > 1 and name.forces)):
            return False
        return self._clauses.parse.words[at].tag in PLURAL_TAGS or (name is not None and name.nature == "people")

    def _tell_office(self, at: int, person: PartyRef, *, known: bool) -> None:
        """For whom somebody says ``we`` of whom no more is known than an office."""
        if not known and (side := self.asked.speaks_for(at)):
            self._story.parties.offices[person.name] = side

    def _is_named_beside(self, at: int) -> bool:
        """Whether a noun for a person has the name beside it, which is told of by itself: ``a sheikh from Hit, X``."""
        parse, names = self._clauses.parse, self._clauses.phrases.names
        behind = (noun for link in parse.deps(at, "prep") for noun in parse.deps(link, "pobj"))
        apart = (c for noun in behind for c in parse.deps(noun, "appos"))
        beside = [names[c].nature for c in (*parse.deps(at, "appos"), *apart) if c in names]
        return "person" in beside or (beside[:1] == ["open"] and parse.dep(at, "appos") is not None)

    def _is_watcher(self, at: int) -> bool:
        """``According to the EU's monitors they had left``: who watches a war for somebody is not who fights it."""
        words = self._clauses.parse.words
        link = words[words[at].head]
        told = link.lower == "to" and words[link.head].lower == "according"
        return told and words[at].lemma in self._lexicon.lists["watchers"]

    def _acts(self, at: int, spot: Spot) -> bool:
        """Whether a name that can be a place does something; ``X was lost`` and ``X fell`` are said of places."""
        words = self._clauses.parse.words
        word = words[at]
        said_of = word.dep == "nsubjpass" or words[word.head].lemma in ("be", "fall", "remain", "stay", "lie")
        return spot.role == "subject" and not said_of

    def _title_before(self, at: int) -> str | None:
        """The title before a person's name: ``President Mobutu``."""
        name = self._clauses.phrases.names.get(at)
        before = name.first - 1 if name is not None else -1
        return self._clauses.parse.words[before].lower if before >= 0 and self._is_title(before) else None

    def _tell_home(self, at: int) -> None:
        """Where people are from, who then tell of ``their town``: ``people from Khojaly``, ``residents of Sake``."""
        behind = self._clauses.phrases.prepositional(at)
        places = tuple(ref for link, one in behind if link in ("from", "of") for ref in one.places)
        if places:
            self._story.homes.append((self.asked.sentence, places))

    def _tell_pronoun(self, at: int) -> None:
        """A pronoun keeps in mind whom it stands for."""
        word = self._clauses.parse.words[at]
        lists = self._lexicon.lists
        person = word.lower in lists["pronouns_of_persons"]
        if not (person or word.lower in lists["pronouns_of_many"] or self._says(at)):
            return
        spot = self.asked.spot(at)
        party = self._story.parties.meant(word.lower, seen_from=spot)
        if person and party is None and word.dep == "nsubj":
            forget_person(self._story.places, self.asked.sentence)
        if party:
            plural = word.lower in lists["pronouns_of_many"]
            self._story.parties.note(ToldParty(party=party, spot=spot, plural=plural, person=person))

    def _tell_relative(self, at: int) -> None:
        """``the president, who said that his troops``: a relative pronoun is a subject, and as near as one."""
        antecedent = self._clauses.subject(self._clauses.parse.words[at].head)
        if antecedent is None or antecedent == at:
            return
        phrase = self._clauses.phrases.single(antecedent)
        self._tell_party(antecedent, phrase, self.asked.spot(at), is_person=self._is_person(antecedent, phrase))

    def _is_ground(self, at: int, phrase: Phrase, spot: Spot) -> bool:
        """Whether a phrase names ground that can change hands: no state, and no capital that speaks or acts."""
        word = self._clauses.parse.words[at]
        if word.dep in ("conj", "compound") or word.lemma in self._lexicon.lists["garrisons"]:
            return False
        if not phrase.is_state or self._is_called_land(at):
            return True
        words = self._clauses.parse.words
        if words[words[at].head].lower in ("by", "with", "against"):  # "backed by Washington"
            return False
        is_capital = any(one.form == "capital" for one in self._story.places.world.parties(phrase.text))
        return is_capital and (spot.role in ("adjunct", "object", "topic") or self._is_fought_over(at))

    def _is_fought_over(self, at: int) -> bool:
        """Whether the subject of a clause is a town to it: ``Kabul fell``, ``Seoul was taken``."""
        word = self._clauses.parse.words[at]
        verb = self._clauses.parse.words[word.head]
        if word.dep == "nsubjpass":
            return verb.lemma in self._lexicon.verbs
        said_of = verb.lemma in self._lexicon.lists["said_of_places"] and verb.lemma in self._lexicon.verbs
        return word.dep == "nsubj" and said_of and self._clauses.parse.dep(verb.at, "dobj", "prt") is None

    def _is_called_land(self, at: int) -> bool:
        """Whether a name is told to be a part of another land: ``Abkhazia is recognised as part of Georgia``."""
        parse, lists = self._clauses.parse, self._lexicon.lists
        words = parse.words
        if words[at].dep not in ("nsubj", "nsubjpass"):
            return False
        links = [link for link in parse.deps(words[at].head, "prep") if words[link].lower == "as"]
        told = [*parse.deps(words[at].head, "attr"), *(noun for link in links for noun in parse.deps(link, "pobj"))]
        land = {"part"} | lists["wide_kinds"] - lists["countries"]
        return any(words[noun].lemma in land and self._clauses.phrases.tree.has_of(noun) for noun in told)

    def _says(self, at: int) -> bool:
        """Whether a word is the subject of a verb of speech."""
        word = self._clauses.parse.words[at]
        return word.dep == "nsubj" and self._clauses.parse.words[word.head].lemma in self._lexicon.say

    def _is_label(self, at: int) -> bool:
        """Whether a word only says who speaks in a transcript: ``REPORTER: ...``."""
        words = self._clauses.parse.words
        name = self._clauses.phrases.names.get(at)
        last = name.last if name else at + 1
        unknown = name is None or not self._story.places.world.parties(name.text)
        return at < _LABEL and last < len(words) and words[last].text == ":" and words[at].text.isupper() and unknown

    def _hear(self, at: int, spot: Spot) -> None:
        """Whose voice the article is, where its heading names a ministry, a staff or their press service."""
        word = self._clauses.parse.words[at]
        if self._story.parties.voice or self.asked.sentence > 1 or spot.role != "topic":
            return
        if word.lemma in self._lexicon.lists["organs"] or word.lower in self._lexicon.lists["organs"]:
            self._story.parties.voice = self._clauses.phrases.owner(at)

    def _is_title(self, at: int) -> bool:
        """Whether a noun only says what somebody named beside it is: ``X, head of the Y``, ``General X``."""
        word = self._clauses.parse.words[at]
        if at in self._clauses.phrases.names or word.tag not in ("NN", "NNP"):
            return False
        return word.dep == "appos" or (word.dep in ("compound", "nmod") and word.head in self._clauses.phrases.names)

    def _owned(self, phrase: Phrase, at: int, *, is_person: bool) -> PartyRef:
        """The party of ``its forces`` or of ``the group``, under the name of whoever it stands for."""
        party = phrase.party
        assert party is not None  # noqa: S101 - asked for phrases with a party only
        source = self._clauses.parse.words[at].lemma in self._lexicon.lists["sources"]  # "a source in the government"
        if (is_person or source) and party.party is None and (side := self.asked.side_of_person(at)):
            name = self._clauses.phrases.names.get(at)
            if name is not None and not (side.guessed or side.bare or side.head == "voices"):
                self._story.parties.led[name.text.split()[-1]] = side
            return replace(side, head=party.head)
        if party.party is None and (army := army_by_organ(self.asked, at)):
            return army
        if party.bare and phrase.pronoun:
            owner = self._story.parties.meant(phrase.pronoun, seen_from=self.asked.spot(at))
            return replace(owner, head=party.head) if owner else party
        like = self.asked.party_like(phrase)
        return replace(like, head=party.head) if like else party

    def _is_person(self, at: int, phrase: Phrase) -> bool:
        """Whether a word names one person: by title, by name, or as an unknown name that says something."""
        word = self._clauses.parse.words[at]
        name = self._clauses.phrases.names.get(at)
        if name is None:
            return word.tag == "NN" and "person" in self._clauses.phrases.tree.head_flags(at)
        if name.nature == "person":
            return True
        if word.tag == "NNPS" or (name.is_place and not (phrase.party and phrase.party.guessed)):
            return False
        if phrase.party and phrase.party.guessed:
            led = self._story.places.world.led_by(name.text)
            return led is not None or self._says(at) or self._is_beside_person(at)
        return name.nature == "known" and not self._is_body(name.text)

    def _is_beside_person(self, at: int) -> bool:
        """Whether a name stands beside what somebody is: ``their spokesman, X``."""
        word = self._clauses.parse.words[at]
        return word.dep == "appos" and bool(self._clauses.phrases.tree.head_flags(word.head) & {"person", "voice"})

    def _is_body(self, text: str) -> bool:
        """Whether a known party's name is that of a state or an organisation, and not of somebody who leads it."""
        final = text.rpartition(" ")[2].lower()
        return (
            bool(self._story.places.world.parties(text))
            or final in self._lexicon.lists["organisation_words"]
            or text.isupper()
        )
