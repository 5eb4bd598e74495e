"""Fills the predicates of the lexicon from clauses and noun phrases: who did what to which places."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses import Clause, ClauseReader, Manner
    from geo.extract.syntax.lexicon import Part, Predicate, SyntaxLexicon
    from geo.extract.syntax.phrases import Phrase
    from geo.extract.syntax.story import Story
    from geo.records import Kind

_VERBAL = frozenset({"ROOT", "relcl", "ccomp", "advcl"})
"""Where a word that the tagger did not take for a verb can be one all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A filled predicate: what the sentence says, before stance and date.

    ``at`` is the position of its word. ``manner`` says how it is meant; ``effort`` counts the guesses it took.
    """

    kind: Kind
    at: int
    rule: str
    manner: Manner
    places: tuple[PlaceRef, ...]
    gained_by: PartyRef | None = None
    lost_by: PartyRef | None = None
    actor: PartyRef | None = None
    effort: int = 0
    date_at: int | None = None


@dataclass(slots=True)
class Parts:
    """The parts of a predicate as far as they are filled."""

    places: list[PlaceRef] = field(default_factory=list)
    parties: dict[str, list[PartyRef]] = field(default_factory=dict)
    forces: bool = False
    civilians: bool = False
    nobody: bool = False
    nowhere: bool = False
    control: bool = False
    thing: bool = False
    effort: int = 0
    is_state_place: bool = False
    unnamed: bool = False

    def first(self, part: str) -> PartyRef | None:
        """The first party of a part, or None."""
        return next(iter(self.parties.get(part, ())), None)


class Filler:
    """Reads the events of one sentence."""

    def __init__(self, clauses: ClauseReader, lexicon: SyntaxLexicon, story: Story, *, sentence: int) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._phrases = clauses.phrases
        self._lexicon = lexicon
        self._story = story
        self._sentence = sentence
        self._used: set[int] = set()

    def read(self) -> list[Event]:
        """The events that the sentence's verbs and nouns tell, in the order of the text."""
        events: list[Event] = []
        for word in self._parse.words:
            is_name = word.at in self._phrases.names and not word.tag.startswith("V")
            if not is_name and (word.tag.startswith("V") or (word.lemma in self._lexicon.verbs and word.dep in _VERBAL)):
                events += self._verb(word.at)
            self._note(word.at)
        nouns = [e for word in self._parse.words for e in self._noun(word.at)]
        return sorted([*events, *nouns], key=lambda event: event.at)

    def _note(self, at: int) -> None:
        """Let the story know of the parties and places that a word heads, when it is passed."""
        word = self._parse.words[at]
        if word.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "appos", "ROOT", "dative", "compound"):
            return
        if not (at in self._phrases.names or word.tag.startswith("N")):
            return
        phrase = self._phrases.single(at)
        if phrase.party and not (phrase.party.guessed and phrase.places):
            self._story.note_party(phrase.party, sentence=self._sentence, subject=word.dep in ("nsubj", "nsubjpass", "agent"))
        if phrase.places and not phrase.is_state and word.dep not in ("conj", "compound"):
            refs = [found for one in self._phrases.read(at) for ref in one.places for found in self._resolved(ref, one)]
            self._story.note_places(refs)

    # verbs

    def _verb(self, at: int) -> list[Event]:
        lemma = self._parse.words[at].lemma
        predicates = self._lexicon.verbs.get(lemma)
        if not predicates:
            return []
        clause = self._clauses.clause(at)
        if clause.manner.unreal or clause.manner.falls_short:
            return []
        for predicate in sorted(predicates, key=_specificity, reverse=True):
            events = self._fill(predicate, clause)
            if events:
                return events
        return []

    def _fill(self, predicate: Predicate, clause: Clause) -> list[Event]:
        passive = clause.voice == "passive"
        if passive and not predicate.passive:
            return []
        if not passive and predicate.object is None and any(phrase.places or phrase.party for phrase in clause.object):
            return []
        if predicate.particles and not predicate.particles & clause.particles:
            return []
        parts = Parts()
        subject, target = (clause.agent, clause.subject) if passive else (clause.subject, clause.object)
        if not self._put(parts, predicate.object, target, predicate) or not self._put(parts, predicate.subject, subject, predicate):
            return []
        self._put_adjuncts(parts, predicate, clause)
        if not self._fits(parts, predicate, clause, passive=passive):
            return []
        return self._events(predicate, parts, clause.manner, at=clause.verb, rule=f"verb:{predicate.id}:{clause.lemma}:{clause.voice}")

    def _put_adjuncts(self, parts: Parts, predicate: Predicate, clause: Clause) -> None:
        for preposition, part in predicate.parties.items():
            if preposition == "dative":
                self._put(parts, part, clause.dative, predicate)
            elif preposition == "with_party":
                self._put(parts, part, clause.behind("with"), predicate)
            elif preposition != "by":
                self._put(parts, part, tuple(p for p in clause.behind(preposition) if not p.control), predicate)
                if preposition == "to":
                    rulers = [p.ruler for p in clause.behind("to") if p.control and p.ruler]
                    if rulers:
                        parts.parties.setdefault(part, rulers)
        if predicate.place and not parts.places:
            self._put(parts, "place", clause.behind(*predicate.place), predicate)
        if predicate.ruled_under and predicate.ruler:
            for phrase in clause.behind(*predicate.ruled_under):
                ruler = phrase.ruler if phrase.control else None
                if phrase.control and ruler is None and phrase.ruler_pronoun:
                    ruler = self._pronoun_party(phrase.ruler_pronoun, parts)
                if phrase.control and ruler is None and predicate.subject != "place" and parts.first("gained_by"):
                    ruler = parts.first("gained_by")
                if ruler:
                    parts.parties.setdefault(predicate.ruler, [ruler])
                    parts.control = True

    def _put(self, parts: Parts, part: Part | None, phrases: Sequence[Phrase], predicate: Predicate) -> bool:
        """Put phrases into a part; False where they are there and cannot play it."""
        if part is None or part == "none":
            return True
        if not phrases:
            return part not in ("thing", "flag", "place") or part == "place"
        if part in ("thing", "flag"):
            return self._put_thing(parts, phrases, predicate, flag=part == "flag")
        if part == "place":
            return self._put_places(parts, phrases)
        name = {"mover": "lost_by", "sent": "actor", "sender": "owner", "gainer": "gained_by"}.get(part, part)
        for phrase in phrases:
            self._put_party(parts, name, phrase, moving=part in ("mover", "sent"))
        return True

    def _put_thing(self, parts: Parts, phrases: Sequence[Phrase], predicate: Predicate, *, flag: bool) -> bool:
        wanted = predicate.things or {"flag", "banner", "tricolour", "tricolor"}
        head = phrases[0].head
        lemma = self._parse.words[head].lemma
        if lemma not in wanted:
            return False
        owner = self._phrases.owner(head)
        if owner and flag:
            parts.parties.setdefault("gained_by" if predicate.kind == "capture" else "actor", [owner])
        elif owner:
            parts.parties.setdefault("owner", [owner])
        parts.thing = True
        places = [ref for phrase in phrases for ref in phrase.places if ref.place or not ref.counted]
        named = [ref for ref in places if fold_head(ref) != lemma]
        parts.places += [replace(ref, extent="part" if predicate.kind != "deployment" else "unspecified") for ref in named if not ref.anaphor]
        return True

    def _put_places(self, parts: Parts, phrases: Sequence[Phrase]) -> bool:
        for phrase in phrases:
            parts.control = parts.control or phrase.control
            parts.is_state_place = parts.is_state_place or phrase.is_state
            parts.nowhere = parts.nowhere or phrase.negative
            if phrase.places:
                for ref in phrase.places:
                    found = self._resolved(ref, phrase)
                    parts.effort += ref.anaphor + ref.guessed
                    parts.places += [one for one in found if not self._is_slight(one)]
            elif phrase.pronoun in self._lexicon.lists["place_pronouns"] and phrase.party is None:
                found = self._story.places(phrase.pronoun)
                parts.effort += 1
                parts.places += found
        return bool(parts.places)

    def _resolved(self, ref: PlaceRef, phrase: Phrase) -> tuple[PlaceRef, ...]:
        number = self._phrases.number(phrase.head)
        return self._story.resolve(ref, plural=phrase.plural, number=number)

    def _is_slight(self, ref: PlaceRef) -> bool:
        """Whether a place has neither a name nor a number, and is no place of its own: ``positions``, ``the line``."""
        return ref.place is None and not ref.guessed and fold_head(ref) in self._lexicon.lists["slight_places"] and not any(c.isupper() for c in ref.text)

    def _put_party(self, parts: Parts, name: str, phrase: Phrase, *, moving: bool) -> None:
        lists = self._lexicon.lists
        parts.nobody = parts.nobody or phrase.negative
        if phrase.civilians:
            parts.civilians = True
            return
        if phrase.pronoun and phrase.party is None:
            if phrase.pronoun in lists["party_pronouns"] and (party := self._pronoun_party(phrase.pronoun, parts)):
                parts.effort += 1
                parts.forces = parts.forces or party.head != "voices"
                parts.parties.setdefault(name, []).append(party)
            return
        party = phrase.party
        if party is None:
            parts.unnamed = True
            return
        if party.bare and phrase.pronoun:
            owner = self._pronoun_party(phrase.pronoun, parts)
            party = replace(owner, text=owner.text, head=party.head) if owner else replace(party, bare=False)
            parts.effort += 1
        if moving or name in ("gained_by", "lost_by", "actor"):
            parts.forces = parts.forces or phrase.forces or (not party.guessed and party.head in ("name", "forces"))
        parts.parties.setdefault(name, []).append(party)

    def _pronoun_party(self, pronoun: str, parts: Parts) -> PartyRef | None:
        taken = frozenset(party.name for row in parts.parties.values() for party in row)
        return self._story.party(pronoun, sentence=self._sentence, without=taken)

    def _fits(self, parts: Parts, predicate: Predicate, clause: Clause | None, *, passive: bool) -> bool:
        needs = predicate.needs
        owner = parts.parties.pop("owner", None)
        if predicate.object in ("mover", "sent"):
            slot = "lost_by" if predicate.object == "mover" else "actor"
            mine = parts.parties.get(slot)
            if owner and mine and all(party.party is None and party.bare for party in mine):
                parts.parties[slot] = owner
            if not mine:
                return False
        elif owner and predicate.kind == "deployment":
            parts.parties.setdefault("actor", owner)
        if not parts.places or parts.civilians and predicate.kind in ("withdrawal", "deployment"):
            return False
        if "forces" in needs and not parts.forces:
            return False
        if "control" in needs and not parts.control:
            return False
        if predicate.ruled_under and not (parts.parties.get(predicate.ruler or "")):
            return False
        if "to" in needs and not parts.parties.get("gained_by"):
            return False
        if "to_party" in needs and all(party.guessed for party in parts.parties["gained_by"]):
            return False
        if "of_forces" in needs and not (parts.parties.get("lost_by") or parts.parties.get("gained_by")):
            return False
        if "place_name" in needs and all(ref.anaphor for ref in parts.places):
            return False
        if "no_object" in needs and clause is not None and clause.object:
            return False
        if "as_before" in needs and not self._story.gainers:
            return False
        if predicate.kind in ("withdrawal",) and not parts.parties.get("lost_by"):
            return False
        if predicate.kind in ("deployment", "hold") and not parts.parties.get("actor"):
            return False
        if predicate.kind == "capture" and predicate.subject == "gained_by" and not passive and clause is not None and not parts.parties.get("gained_by"):
            return clause.voice == "active" and bool(clause.subject) and not parts.unnamed
        named = {party.name for row in parts.parties.values() for party in row}
        if parts.is_state_place and any(ref.text in named or (ref.place or "") in named for ref in parts.places):
            return False
        return True

    def _events(self, predicate: Predicate, parts: Parts, manner: Manner, *, at: int, rule: str) -> list[Event]:
        kind, negated = predicate.kind, manner.negated != (parts.nobody or parts.nowhere)
        parties = {name: row for name, row in parts.parties.items() if row}
        if "as_before" in predicate.needs:
            parties = {"gained_by": [self._story.gainers[-1][1]]}
        if kind == "hold" and manner.ended and "actor" in parties:
            kind, negated, parties = "loss", False, {"lost_by": parties["actor"]}
        elif kind == "hold" and parts.nobody and "actor" in parties:
            kind, negated, parties = "withdrawal", False, {"lost_by": parties["actor"]}
        elif kind == "withdrawal" and negated and not manner.planned:
            kind, negated, parties = "hold", False, {"actor": parties["lost_by"]}
        if kind == "loss" and "gained_by" in parties:
            kind = "capture"
        manner = replace(manner, negated=negated)
        base = Event(kind=kind, at=at, rule=rule, manner=manner, places=_distinct(parts.places), effort=parts.effort)
        return [
            replace(base, gained_by=gainer, lost_by=loser, actor=actor)
            for gainer in parties.get("gained_by", [None])
            for loser in parties.get("lost_by", [None])
            for actor in parties.get("actor", [None])
        ]

    # nouns

    def _noun(self, at: int) -> list[Event]:
        word = self._parse.words[at]
        predicates = self._lexicon.nouns.get(word.lower) or self._lexicon.nouns.get(word.lemma)
        if not predicates or not (word.tag.startswith("N") or word.tag == "VBG" and word.dep in ("nsubj", "dobj", "pobj", "nsubjpass")) or at in self._phrases.names:
            return []
        for predicate in predicates:
            if "governed" in predicate.needs:
                continue
            events = self._fill_noun(predicate, at)
            if events:
                return events
        return []

    def _fill_noun(self, predicate: Predicate, at: int) -> list[Event]:
        manner = self._noun_manner(at)
        if manner is None:
            return []
        parts = Parts()
        owner = self._phrases.owner(at)
        possessive = self._parse.dep(at, "poss")
        behind = list(self._phrases.prepositional(at))
        of = [phrase for link, phrase in behind if link == "of"]
        if of:
            if not self._put(parts, predicate.object, of, predicate):
                return []
        elif predicate.object == "place" and possessive is not None and (phrase := self._phrases.single(possessive)).places:
            self._put_places(parts, [phrase])
            owner = None
        if owner and predicate.subject and not (of and any(p.party == owner for p in of)):
            parts.parties.setdefault(predicate.subject, [owner])
            parts.forces = parts.forces or not owner.guessed
        elif possessive is not None and predicate.subject and self._parse.words[possessive].lower in self._lexicon.lists["possessives"]:
            if party := self._pronoun_party(self._parse.words[possessive].lower, parts):
                parts.parties.setdefault(predicate.subject, [party])
                parts.forces = True
        for link, phrase in behind:
            if link in predicate.parties and link != "of":
                self._put(parts, predicate.parties[link], [phrase], predicate)
            elif link in predicate.place:
                self._put_places(parts, [phrase])
        if "party" in predicate.needs and not parts.parties:
            return []
        if not self._fits(parts, predicate, None, passive=True):
            return []
        return self._events(predicate, parts, manner, at=at, rule=f"noun:{predicate.id}:{self._parse.words[at].lower}")

    def _noun_manner(self, at: int) -> Manner | None:
        """How a noun of control is meant by what governs it; None where it tells no event."""
        from geo.extract.syntax.clauses import Manner

        words = self._parse.words
        dep, head = words[at].dep, words[at].head
        if dep == "conj":
            at_first = head
            return self._noun_manner(at_first) if words[at_first].tag.startswith("N") else Manner()
        if any(words[c].lower in ("no", "any", "possible", "eventual", "future", "planned", "attempted", "failed", "potential") for c in self._parse.deps(at, "det", "amod")):
            lower = {words[c].lower for c in self._parse.deps(at, "det", "amod")}
            if lower & {"planned", "future", "eventual"}:
                return Manner(planned=True)
            return None
        if dep == "pobj":
            governor = words[head].head
            noun = words[governor]
            how = self._lexicon.control_nouns.get(noun.lemma) if noun.tag.startswith("N") else None
            if how is None and noun.tag.startswith("V"):
                how = self._lexicon.control_verbs.get(noun.lemma)
                how = None if how == "happened" else how
            if how is None and noun.tag.startswith("N") and noun.lemma in ("talk", "negotiation", "timetable", "date", "agreement", "deal"):
                return None
            how = how or self._lexicon.prepositions.get(words[head].lower)
            return _manner_of(how)
        if dep in ("dobj", "attr", "nsubjpass") and words[head].tag.startswith("V"):
            above = self._clauses.manner(head)
            if words[head].lemma in self._lexicon.say | self._lexicon.deny:
                return Manner() if not above.unreal else None
            found = _manner_of(self._lexicon.control_verbs.get(words[head].lemma))
            if found is None or above.unreal:
                return None
            return replace(found, planned=found.planned or above.planned, possible=above.possible, negated=found.negated != above.negated)
        if dep == "nsubj" and words[head].tag.startswith(("V", "M")):
            above = self._clauses.manner(head)
            if words[head].lemma in ("fail", "stall", "collapse"):
                return None
            if words[head].lemma == "be" and any(words[c].lemma in ("due", "imminent", "possible", "likely", "inevitable", "unlikely") for c in self._parse.children[head]):
                return Manner(planned=True)
            return Manner(planned=above.planned, possible=above.possible, negated=above.negated)
        return Manner()


def _manner_of(how: str | None) -> Manner | None:
    from geo.extract.syntax.clauses import Manner

    if how == "sought":
        return None
    return Manner(planned=how == "planned", negated=how == "failed")


def fold_head(ref: PlaceRef) -> str:
    """The last word of a place's words, as a lemma."""
    return ref.text.split()[-1].lower().removesuffix("s")


def _distinct(places: Iterable[PlaceRef]) -> tuple[PlaceRef, ...]:
    found: dict[tuple[str, str | None], PlaceRef] = {}
    for place in places:
        found.setdefault((place.text, place.place), place)
    return tuple(found.values())


def _specificity(predicate: Predicate) -> int:
    return 3 * len(predicate.ruled_under) + 2 * len(predicate.particles) + 4 * len(predicate.things) + len(predicate.needs)
