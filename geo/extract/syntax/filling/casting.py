"""Casts phrases into the parts of a predicate: which places are meant, who acts, and whether they can do it.

What cannot play a part is left out here: people are no place, nothing is taken where "no other town" is, buildings of
no military use are no territory, and those who move without arms neither take nor leave anything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.filling.allies import is_mere_ally
from geo.extract.syntax.filling.existing import is_not_one
from geo.extract.syntax.filling.said import affirmed, as_said, party_said
from geo.extract.syntax.filling.things import ThingCaster, last_noun, nouns_told
from geo.extract.syntax.phrases.state_houses import is_seat, tells_of_fighters
from geo.extract.syntax.story.actors import doer_meant, is_theirs, who_acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses.parts import Parts
    from geo.extract.syntax.lexicon import Part, Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases.phrases import Phrase, PhraseReader
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.extract.syntax.trees.parse import Parse

_SLOTS = {"mover": "lost_by", "sent": "actor", "sender": "owner", "gainer": "gained_by"}


class Caster:
    """Fills parts from the phrases of one sentence."""

    def __init__(self, parse: Parse, phrases: PhraseReader, lexicon: SyntaxLexicon, antecedents: Antecedents) -> None:
        self._parse = parse
        self._phrases = phrases
        self._lexicon = lexicon
        self._antecedents = antecedents
        self._things = ThingCaster(parse, phrases, lexicon)

    def put(self, parts: Parts, part: Part | None, phrases: Sequence[Phrase], predicate: Predicate) -> bool:
        """Put phrases into a part; False where they are there and cannot play it."""
        if part is None or part == "none":
            return True
        if not phrases:
            return part not in ("thing", "flag")
        if part in ("thing", "flag"):
            return self._things.put(parts, phrases, predicate, flag=part == "flag")
        if part == "place":
            return self.put_places(parts, phrases)
        self.put_parties(parts, _SLOTS.get(part, part), phrases, moving=part in ("mover", "sent"))
        return True

    def put_parties(self, parts: Parts, slot: str, phrases: Sequence[Phrase], *, moving: bool = False) -> None:
        """Put the parties of phrases, pronouns resolved, into a slot of the parts."""
        for number, phrase in enumerate(phrases):
            if not (number and (self._shares_owner(phrases[0], phrase) or is_mere_ally(phrase, self._phrases.tree))):
                self._put_party(parts, slot, phrase, moving=moving)

    def _shares_owner(self, first: Phrase, other: Phrase) -> bool:
        """Whether a list's later member goes by the first one's owner: ``Ukrainian marines and paratroopers``."""
        bare = not any(True for _ in self._parse.deps(other.head, "amod", "compound", "poss", "det", "nmod"))
        if self._parse.words[other.head].lemma in self._lexicon.lists["bands"]:  # "Houthi fighters and tribesmen"
            return False
        return bare and self._is_ownerless(other) and not self._is_ownerless(first)

    def put_places(self, parts: Parts, phrases: Sequence[Phrase]) -> bool:
        """Put the places of phrases, pronouns resolved, into the parts; whether there is one now."""
        people = [phrase for phrase in phrases if phrase.party and not phrase.places and not phrase.control]
        if people and people[0] is phrases[0]:
            return False
        phrases = [phrase for phrase in phrases if phrase not in people]
        grounds = [phrase.head for phrase in phrases if any(not self._is_slight(ref) for ref in phrase.places)]
        for phrase in phrases if phrases[:1] and phrases[0].negative else affirmed(phrases):
            beside_ground = any(head != phrase.head for head in grounds)
            parts.control = parts.control or phrase.control
            parts.holding = (
                parts.holding or self._parse.words[phrase.head].lemma in self._lexicon.lists["holding_nouns"]
            )
            parts.site = parts.site or self._phrases.tree.place_class(self._phrases.tree.kind_of(phrase.head)) == "site"
            parts.is_state_place = parts.is_state_place or (phrase.is_state and not self._is_capital(phrase))
            parts.nowhere = parts.nowhere or phrase.negative
            if phrase.places and not self._says_no_place(phrase, beside_ground=beside_ground):
                for ref in self._named_before(phrase) or phrase.places:
                    parts.wide = parts.wide or ref.kind in self._lexicon.lists["claimed_by_right"]
                    parts.wild = parts.wild or (ref.text.islower() and ref.kind in self._lexicon.lists["wilds"])
                    parts.effort += ref.anaphor + ref.guessed
                    parts.slight |= {last_noun(ref)} if self._is_slight(ref, beside_ground=beside_ground) else set()
                    parts.places += [
                        as_said(one, self._begins(ref), ref.end)
                        for one in self._antecedents.places_of(ref, phrase)
                        if not self._is_slight(one, beside_ground=beside_ground)
                    ]
            elif phrase.pronoun and phrase.party is None and (found := self._antecedents.places_meant(phrase)):
                parts.effort += 1
                parts.places += [as_said(one, phrase.start, phrase.end) for one in found]
            elif phrase.party is None and (whole := self._of_which(phrase.head)):
                parts.effort += 1
                parts.places += [replace(ref, extent="part") for ref in self._antecedents.places_meant(whole)]
        return bool(parts.places or parts.slight)

    def _begins(self, ref: PlaceRef) -> int:
        """Where the words for a place begin, with what points at it: ``the town`` in ``most of the town``."""
        before = next((word for word in self._parse.words if word.start < ref.start <= word.end + 1), None)
        return before.start if before is not None and before.tag in ("DT", "PRP$") else ref.start

    def _is_capital(self, phrase: Phrase) -> bool:
        """Whether a state's name is that of its capital, which armies enter: ``Kabul``, ``Khartoum``."""
        forms = {one.form for one in self._phrases.tree.world.parties(phrase.text)}
        return "capital" in forms and "name" not in forms

    def _of_which(self, head: int) -> Phrase | None:
        """The pronoun of which a part is meant: ``most of it``."""
        if self._parse.words[head].lemma not in self._lexicon.lists["scope_nouns"] | self._lexicon.lists["whole_nouns"]:
            return None
        links = [link for link in self._parse.deps(head, "prep") if self._parse.words[link].lower == "of"]
        nouns = [noun for link in links for noun in self._parse.deps(link, "pobj")]
        return next(
            (self._phrases.single(noun) for noun in nouns if self._parse.words[noun].lower in ("it", "them")), None
        )

    def leavers(self, parts: Parts) -> frozenset[str]:
        """Who was told last to have lost or left the same place: it is somebody else's now."""
        change = self._antecedents.story.last_change
        if change is None or change.lost_by is None:
            return frozenset()
        here, there = ({ref.place or ref.text for ref in refs} for refs in (parts.places, change.places))
        bare = change.lost_by.name.partition(" ")[2]  # "our troops" are noted as "troops"
        return frozenset({change.lost_by.name, bare}) if here & there else frozenset()

    def pronoun_party(
        self, pronoun: str, at: int, parts: Parts, *, without: frozenset[str] = frozenset()
    ) -> PartyRef | None:
        """Whom a pronoun stands for, other than those who play a part already."""
        others = (party for row in parts.parties.values() for party in row)
        taken = without | {party.name for party in others if not is_theirs(self._parse, party, pronoun, self._lexicon)}
        named = (word for ref in parts.places for word in ref.text.replace("\u2019", "'").split())
        taken |= {word.removesuffix("'s") for word in named}  # "Donetsk airport is theirs", "Tripoli's port"
        party = who_acts(self._antecedents, pronoun, at, without=taken)
        word = self._parse.words[at]
        return replace(party, said=(word.start, word.end)) if party else None

    def _is_indefinite(self, phrase: Phrase) -> bool:
        """Whether no certain place is meant: ``any other village``, ``few cities``, ``another hill``."""
        if phrase.head in self._phrases.names or self._phrases.number(phrase.head) is not None:
            return False
        if any(ref.start > phrase.end and not ref.unnamed for ref in phrase.places):  # "the other towns: X, then Y"
            return False
        before = {self._parse.words[child].lower for child in self._parse.deps(phrase.head, "det", "amod")}
        behind = {self._parse.words[child].lower for child in self._parse.deps(phrase.head, "prep")}
        return bool(before & self._lexicon.lists["indefinite"]) or "after" in behind  # "one town after another"

    def _says_no_place(self, phrase: Phrase, *, beside_ground: bool) -> bool:
        """Whether the places of a phrase are not what it is about: ``his house in Karbala``, ``half of its ships``."""
        if phrase.head in self._phrases.names:
            return False
        word = self._parse.words[phrase.head]
        lists, owned = self._lexicon.lists, self._is_somebodys(phrase.head)
        home = word.lemma in lists["homes"] and (owned or word.tag == "NN")  # "twelve houses in the village" are of it
        home = home or (word.lemma in lists["public_houses"] and (owned or not tells_of_fighters(self._phrases.tree)))
        held = beside_ground and word.lemma in lists["civil_beside_ground"] and tells_of_fighters(self._phrases.tree)
        held = held or self._phrases.tree.is_kind_of_two(phrase.head)
        civil = home and not held and not word.text[0].isupper()
        office = (
            word.lemma in lists["soldiers_sites"] and self._phrases.tree.modifiers(phrase.head) & lists["of_offices"]
        )
        civil = civil or bool(office)
        return civil or self._is_indefinite(phrase) or self._is_share(phrase)

    def _is_somebodys(self, head: int) -> bool:
        """Whether a building is somebody's: ``his hotel``, and not ``Sabratha's hospital``."""
        owner = self._parse.dep(head, "poss")
        name = None if owner is None else self._phrases.names.get(owner)
        return owner is not None and not (name is not None and name.is_place)

    def _is_share(self, phrase: Phrase) -> bool:
        """Whether a part is meant of what is no place: ``three quarters of its ships``."""
        lists = self._lexicon.lists
        no_share = phrase.head in self._phrases.names or self._parse.words[phrase.head].lemma not in lists["shares"]
        if no_share or any(ref.kind in lists["countries"] for ref in phrase.places):
            return False
        links = [link for link in self._parse.deps(phrase.head, "prep") if self._parse.words[link].lower == "of"]
        inner = [self._phrases.single(noun) for link in links for noun in self._parse.deps(link, "pobj")]
        return bool(inner) and not any(one.places or one.pronoun for one in inner)

    def _named_before(self, phrase: Phrase) -> Sequence[PlaceRef]:
        """The place that ``the only city that ...`` is said of: ``Kherson was the only city that Moscow had taken``."""
        word = self._parse.words[phrase.head]
        if word.dep != "attr" or self._parse.words[word.head].lemma != "be" or phrase.head in self._phrases.names:
            return ()
        subject = self._parse.dep(word.head, "nsubj")
        return self._phrases.single(subject).places if subject is not None else ()

    def _is_slight(self, ref: PlaceRef, *, beside_ground: bool = False) -> bool:
        """Whether a place has no name and is no territory of its own: ``positions``, ``a school``.

        ``The airport, the market and the school`` are all ground that somebody holds.
        """
        lists, noun = self._lexicon.lists, last_noun(ref)
        if ref.place is not None or ref.guessed or ref.kind in lists["countries"] or any(map(str.isupper, ref.text)):
            return False
        beside = beside_ground and noun in lists["civil_beside_ground"]
        if (
            beside
            or is_seat(ref, self._phrases.tree)
            or not nouns_told(ref, lists["place_links"]) <= lists["civil_places"] | lists["slight_places"]
        ):
            return False
        if ref.counted and noun in lists["soldiers_sites"] and tells_of_fighters(self._phrases.tree):
            return False  # "six army posts"
        if noun in lists["sided_parts"] and not lists["part_adjectives"].isdisjoint(ref.text.lower().split()):
            return False  # "the eastern part"
        own_kind = noun in lists["civil_places"] or self._phrases.tree.ends_in_kind_of_two(ref.text)
        return not (own_kind and self._is_behind_owner(ref))

    def _is_behind_owner(self, ref: PlaceRef) -> bool:
        """Whether the words of a place stand behind that of which it is a part: ``Sennar's market``."""
        before = next((word for word in reversed(self._parse.words) if word.end <= ref.start), None)
        return ref.name is not None and before is not None and before.tag == "POS"

    # parties

    def _put_party(self, parts: Parts, name: str, phrase: Phrase, *, moving: bool) -> None:
        lists = self._lexicon.lists
        side = self._titled(phrase, moving=moving) or self._ruled(phrase, name, moving=moving)
        if side := side or self._country(parts, phrase):
            parts.parties.setdefault(name, []).append(party_said(side, phrase))
            return
        parts.nobody = parts.nobody or phrase.negative or is_not_one(self._parse, phrase.head)
        if (
            phrase.civilians
            or self._is_unarmed(phrase)
            or self._is_crowd(phrase, moving=moving)
            or (moving and name == "lost_by" and self._passes(phrase))
        ):
            parts.civilians = True
            return
        if phrase.pronoun and phrase.party is None:
            if moving and self._antecedents.are_people(phrase.pronoun, phrase.head):
                parts.civilians = True
            else:
                self._put_pronoun(parts, name, phrase)
            return
        party = phrase.party or self._garrison(phrase)
        if self._parse.words[phrase.head].lemma in lists["homelands"]:
            parts.to_anyone = True
            return
        if party is None or self._is_civil_body(phrase) or self.is_mere_person(party):
            parts.to_anyone = parts.to_anyone or (
                name == "gained_by" and self._parse.words[phrase.head].lower in lists["anybody"]
            )
            parts.unnamed = True
            return
        party = self._meant(parts, phrase, party)
        if moving or name in ("gained_by", "lost_by", "actor"):
            parts.forces = parts.forces or phrase.forces or (not party.guessed and party.head in ("name", "forces"))
        parts.armed = parts.armed or phrase.forces or self._is_garrison(phrase)
        if moving and self._is_ownerless(phrase):
            parts.ownerless.add(name)
        parts.parties.setdefault(name, []).append(party)

    def _meant(self, parts: Parts, phrase: Phrase, party: PartyRef) -> PartyRef:
        """Who is meant by a noun of forces, where the story before tells: ``its forces``, ``the troops``."""
        if self._is_garrison(phrase):
            return party_said(replace(party, bare=False), phrase)
        if party.bare and phrase.pronoun:
            owner = self.pronoun_party(*doer_meant(self._antecedents, phrase.pronoun, phrase.head), parts)
            known = owner is not None and (owner.head != "voices" or self._antecedents.story.knows(owner))
            parts.effort += 1
            said = f"{phrase.pronoun} {party.text}"  # where the story does not tell, whose they are is in these words
            found = replace(owner, head=party.head) if owner and known else replace(party, text=said, bare=False)
            return party_said(found, phrase)
        if told := self._antecedents.party_like(phrase):
            parts.effort += 1
            return party_said(replace(told, head=party.head), phrase)
        return replace(party, at=(phrase.start, phrase.end))

    def _ruled(self, phrase: Phrase, slot: str, *, moving: bool) -> PartyRef | None:
        """The side that somebody rules: ``Iraq's prime minister vowed to retake the town``, ``Abiy sent the army``."""
        if moving or phrase.negative:
            return None
        if phrase.head in self._phrases.names:
            sends = slot == _SLOTS["sender"] and phrase.party is not None and phrase.party.guessed
            state = self._phrases.tree.world.state_led_by(phrase.text) if sends else None
            return PartyRef(text=state, head="voices") if state else None
        if self._parse.words[phrase.head].lemma not in self._lexicon.lists["rulers"]:
            return None
        owner = self._phrases.owner(phrase.head)
        known = owner is not None and not owner.guessed and not self._phrases.tree.is_person(owner.text)
        return replace(owner, head="voices") if owner is not None and known else None

    def _country(self, parts: Parts, phrase: Phrase) -> PartyRef | None:
        """``His country has taken control``: the side of whoever was told of."""
        if self._parse.words[phrase.head].lemma not in self._lexicon.lists["countries"]:
            return None
        word = next((self._parse.words[at].lower for at in self._parse.deps(phrase.head, "poss")), "")
        return self.pronoun_party(word, phrase.head, parts) if word in self._lexicon.lists["possessives"] else None

    def _titled(self, phrase: Phrase, *, moving: bool) -> PartyRef | None:
        """Whom ``the president`` names, who holds and loses ground as the side that goes by a name, and moves alone."""
        mere = phrase.party is None or self.is_mere_person(phrase.party)
        return self._antecedents.titled(phrase) if mere and not moving and not phrase.negative else None

    def _is_anyone(self, phrase: Phrase) -> bool:
        """``Those who fled``: whoever did, and nobody told of before."""
        return phrase.pronoun == "those" and self._parse.dep(phrase.head, "relcl", "acl") is not None

    def _put_pronoun(self, parts: Parts, name: str, phrase: Phrase) -> None:
        """Put those whom a pronoun stands for into a part."""
        lists = self._lexicon.lists
        meant: list[PartyRef] = []
        if phrase.pronoun in lists["pronouns_of_many"]:
            meant = self._antecedents.speakers_together(phrase.head)
        if not meant and phrase.pronoun in lists["party_pronouns"] and not self._is_anyone(phrase):
            one = self.pronoun_party(phrase.pronoun or "", phrase.head, parts)
            if one and name == "gained_by" and self._antecedents.story.sides.keeps_peace(one):  # "went over to him"
                one = self.pronoun_party(phrase.pronoun or "", phrase.head, parts, without=frozenset({one.name}))
            meant = [one] if one else []
        meant = [party for party in meant if not self.is_mere_person(party)]
        if not meant:
            parts.unnamed = True
            return
        parts.effort += 1
        parts.forces = parts.forces or any(party.head != "voices" for party in meant)
        parts.parties.setdefault(name, []).extend(party_said(party, phrase) for party in meant)

    def _is_ownerless(self, phrase: Phrase) -> bool:
        """Whether those who move are told of by a bare noun (``a brigade``), so that who sends them is who acts."""
        if phrase.party is not None and phrase.party.party is not None:
            return False
        inner = [one.head for link, one in self._phrases.prepositional(phrase.head) if link == "of" and one.party]
        heads = (phrase.head, *inner)
        return not any(head in self._phrases.names or self._phrases.owner(head) for head in heads)

    def _is_unarmed(self, phrase: Phrase) -> bool:
        """Whether a noun that can mean forces means none: ``an aid convoy``, ``the team``, ``two aircraft``."""
        if phrase.head in self._phrases.names:
            return False
        lists = self._lexicon.lists
        before = {self._parse.words[child].lower for child in self._parse.deps(phrase.head, "amod", "compound", "nmod")}
        lemma = self._parse.words[phrase.head].lemma
        empty = lemma in lists["transports"] or not self._phrases.carries_forces(phrase.head)
        return (lemma in lists["unarmed"] and empty) or bool(before & lists["peaceful_adjectives"])

    def _is_garrison(self, phrase: Phrase) -> bool:
        """``Its defenders``, ``the garrison``: whoever held the place, and not whoever was told of last."""
        named = phrase.head in self._phrases.names or (phrase.party is not None and phrase.party.party is not None)
        lemma = self._parse.words[self._things.counted(phrase.head)].lemma
        return not named and lemma in self._lexicon.lists["garrisons"]

    def _garrison(self, phrase: Phrase) -> PartyRef | None:
        """Those who hold a place and go by its noun: ``the garrison of Thandwe``."""
        head = self._things.counted(phrase.head)  # "most of the garrison"
        if self._parse.words[head].lemma not in self._lexicon.lists["garrisons"] or phrase.head in self._phrases.names:
            return None
        owner = self._phrases.owner(head)
        text = self._phrases.single(head).text.removeprefix("the ")
        return owner if owner and not owner.guessed else PartyRef(text=text, head="forces")

    def _is_civil_body(self, phrase: Phrase) -> bool:
        """Whether a body that only speaks or judges is named: ``the court``, ``a museum``."""
        if phrase.party is None or phrase.party.party is not None or phrase.head in self._phrases.names:
            return False
        return self._parse.words[phrase.head].lemma in self._lexicon.lists["civil_bodies"]

    def _is_crowd(self, phrase: Phrase, *, moving: bool) -> bool:
        """Whether people are meant and no unit: ``columns of students``, ``thousands of Kurds`` leaving."""
        if (
            phrase.head in self._phrases.names
            or self._parse.words[phrase.head].lemma not in self._lexicon.lists["crowds"]
        ):
            return False
        inner = [one for link, one in self._phrases.prepositional(phrase.head) if link == "of"]
        named = (self._phrases.names.get(one.head) for one in inner)
        a_people = moving and any(name and name.nature == "people" and not name.forces for name in named)
        return a_people or any(one.civilians for one in inner)

    def is_mere_person(self, party: PartyRef) -> bool:
        """Whether no more is known of a party than that it is a person: ``the general``, ``a governor``.

        Whose general it is, the text does not tell: a map of sides has no place for what one person took.
        """
        return party.party is None and self._phrases.tree.is_person(party.text)

    def _passes(self, phrase: Phrase) -> bool:
        """Whether those who leave were only passing: ``reinforcements left for the front``."""
        return self._parse.words[phrase.head].lemma in self._lexicon.lists["passing_forces"]
