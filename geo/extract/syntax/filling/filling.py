"""Fills the predicates of the lexicon from clauses and noun phrases: who did what to which places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.parties import PartyRef
from geo.extract.syntax.clauses.cut_short import is_cut_short
from geo.extract.syntax.clauses.manner import Manner
from geo.extract.syntax.clauses.parts import Event, Parts
from geo.extract.syntax.clauses.shares import is_in_part
from geo.extract.syntax.filling.asides import AsideReader
from geo.extract.syntax.filling.casting import Caster
from geo.extract.syntax.filling.echoes import EchoReader
from geo.extract.syntax.filling.existing import manner_of_being
from geo.extract.syntax.filling.nominals import NominalFiller
from geo.extract.syntax.filling.reached import is_back, is_reached
from geo.extract.syntax.filling.states import HolderReader
from geo.extract.syntax.filling.strongholds import with_losers
from geo.extract.syntax.filling.turned import turned
from geo.extract.syntax.filling.verbals import VerbalFiller
from geo.extract.syntax.story.noting import Noter
from geo.extract.syntax.trees.parse import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.extract.items import PlaceRef
    from geo.extract.syntax.clauses.clauses import Clause, ClauseReader
    from geo.extract.syntax.lexicon import Predicate, SyntaxLexicon
    from geo.extract.syntax.story.antecedents import Antecedents
    from geo.records import Kind

_YEAR = re.compile(r"(?:1[89]|20)\d\d").fullmatch
_VERBAL = frozenset({"ROOT", "relcl", "ccomp", "advcl"})
"""Where a word that the tagger did not take for a verb can be one all the same."""


class Filler:
    """Reads the events of one sentence."""

    def __init__(self, clauses: ClauseReader, lexicon: SyntaxLexicon, antecedents: Antecedents) -> None:
        self._clauses = clauses
        self._parse = clauses.parse
        self._phrases = clauses.phrases
        self._lexicon = lexicon
        self._antecedents = antecedents
        self._story = antecedents.story
        self._caster = Caster(clauses.parse, clauses.phrases, lexicon, antecedents)
        self._nominals = NominalFiller(clauses, lexicon, self._caster, antecedents)
        self._holders = HolderReader(clauses.phrases, lexicon, self._caster)
        self._asides = AsideReader(clauses=clauses, lexicon=lexicon, holders=self._holders)
        self._verbals = VerbalFiller(clauses, lexicon, self._caster, self._holders, antecedents)

    def read(self) -> list[Event]:
        """The events that the sentence's verbs and nouns tell, in the order of the text."""
        Noter.of(self._antecedents).tell()
        events: list[Event] = []
        for word in self._parse.words:
            if (word.tag.startswith("V") and word.dep != "auxpass") or (
                word.dep in _VERBAL and word.at not in self._phrases.names
            ):
                told = self._verb(word.at)
                for event in told:
                    self._story.note_change(event, self._antecedents.sentence)
                events += told
        nouns = [event for word in self._parse.words for event in self._noun(word.at)]
        told = sorted([*events, *nouns], key=lambda event: event.at)
        told = [self._with_others(event, told) for event in told]
        return [*told, *EchoReader(phrases=self._phrases, caster=self._caster, story=self._story).read(told)]

    def _with_others(self, event: Event, told: Sequence[Event]) -> Event:
        """``They took Tikrit; the soldiers had fled``: who left what others took are not the last who were told of."""
        loser = event.lost_by
        if event.kind != "withdrawal" or loser is None or loser.said is None or event.manner.planned:
            return event
        own = [word for word in self._parse.words if loser.said[0] <= word.start < loser.said[1]]
        noun = own[-1] if own and own[-1].tag in PLURAL_TAGS else None
        places = {ref.place or ref.text for ref in event.places}
        taken = any(
            other.gained_by is not None
            and other.gained_by.name == loser.name
            and other.kind == "capture"
            and other.at < event.at
            and places & {ref.place or ref.text for ref in other.places}
            for other in told
        )
        if noun is None or not taken or not self._is_before(event.at):
            return event
        return replace(event, lost_by=PartyRef(text=noun.text, head="forces", said=loser.said))

    def _is_before(self, at: int) -> bool:
        """``Had fled``."""
        return any(self._parse.words[child].lower == "had" for child in self._parse.deps(at, "aux"))

    def repeat(self, at: int) -> list[Event]:
        """The events of one verb, which a clause without a verb repeats."""
        return [replace(event, again=True) for event in self._verb(at)]

    # verbs

    def _verb(self, at: int) -> list[Event]:
        if self._does_so(at):
            return self._done(at)
        predicates = self._lexicon.verbs.get(self._parse.words[at].lemma)
        if not predicates or is_cut_short(self._parse, at):
            return []
        clause = self._clauses.clause(at)
        if clause.manner.falls_short or self._verbals.is_instead(at):
            return []
        filled = self._filled(at, clause, predicates)
        told = [with_losers(event, self._antecedents) for event in filled]
        if clause.manner.unreal:
            self._story.note_wish(told)
            return []
        return told

    def _does_so(self, at: int) -> bool:
        """``The army was to leave the town, and did so``."""
        words = self._parse.words
        beside = {words[child].lower for child in self._parse.deps(at, "advmod", "dobj")}
        return words[at].lemma == "do" and words[at].dep != "aux" and words[at].tag != "VBG" and "so" in beside

    def _done(self, at: int) -> list[Event]:
        """What was to be, or was wished for, and now is told again without its own verb."""
        manner = self._clauses.manner(at)
        if manner.unreal:
            return []
        if manner.negated and not manner.planned:  # who "refused to do so" is there still
            leavers = [event for event in self._story.to_be if event.kind == "withdrawal"]
            stays = replace(manner, negated=False)
            return [
                replace(event, at=at, kind="hold", actor=event.lost_by, lost_by=None, manner=stays) for event in leavers
            ]
        return [replace(event, at=at, manner=manner) for event in self._story.to_be]

    def _filled(self, at: int, clause: Clause, predicates: Sequence[Predicate]) -> list[Event]:
        for predicate in sorted(predicates, key=_specificity, reverse=True):
            parts = self._verbals.fill(predicate, clause, told_before=self._story.last_change is not None)
            if parts:
                rule = f"verb:{predicate.id}:{clause.lemma}:{clause.voice}"
                if clause.lemma == "occupy" and self._lasts(at):
                    if "gained_by" in parts.parties:
                        parts.parties["actor"] = parts.parties.pop("gained_by")
                    return self._events("hold", parts, clause.manner, predicate, at=at, rule=rule)
                kind = self._kind(predicate, at)
                if predicate.peacekeepers and any(
                    self._story.is_only_present(actor) for actor in parts.parties.get("actor", ())
                ):
                    kind = predicate.peacekeepers
                if predicate.peacekeepers and self._denies_presence(parts, at):
                    kind = predicate.peacekeepers
                had = kind == "hold" and parts.parties.get("actor")
                if had and self._is_reached(at, predicate):
                    kind, parts.parties["gained_by"] = "capture", parts.parties.pop("actor")
                manner = clause.manner
                if "existential" in predicate.needs:
                    manner = manner_of_being(self._parse, at, manner, nobody=parts.nobody)
                    parts.nobody = False
                return self._events(kind, parts, manner, predicate, at=at, rule=rule)
        return []

    def _denies_presence(self, parts: Parts, at: int) -> bool:
        """``denied that its soldiers were in the town``: that they are there at all, whoever holds it."""
        over = (self._parse.words[governor].lemma for governor in self._parse.governors(at))
        still = {self._parse.words[child].lower for child in self._parse.deps(at, "advmod")} & {"still", "longer"}
        none = parts.nobody and self._parse.words[at].lemma == "be" and not still  # who "no longer" is there has left
        return (none or any(lemma in self._lexicon.deny for lemma in over)) and self._tells_of_itself(parts, at)

    def _is_reached(self, at: int, predicate: Predicate) -> bool:
        """``Was theirs by noon``, ``is back in their hands``: a state that came about."""
        if predicate.ruled_under:
            return is_back(self._parse, at)
        return is_reached(self._parse, at, self._lexicon)

    def _lasts(self, at: int) -> bool:
        """``Occupied by X since 2000``, ``remains occupied``: a taking that still stands is told as a state."""
        stays = self._parse.dep(at, "auxpass")
        if stays is not None and self._parse.words[stays].lemma in self._lexicon.lists["staying"]:
            return True
        return any(self._parse.words[child].lower == "since" for child in self._parse.deps(at, "prep"))

    def _kind(self, predicate: Predicate, at: int) -> Kind:
        """The predicate's kind; what is taken under a deal is handed over."""
        return "handover" if predicate.kind == "capture" and self._is_under_a_deal(at) else predicate.kind

    def _is_under_a_deal(self, at: int) -> bool:
        """``Under the deal, Baku took control of``: by agreement, not by force."""
        words = self._parse.words
        verbs = [verb for verb in self._clause_and_above(at) if words[verb].tag.startswith("V")]
        links = [link for verb in verbs for link in self._parse.deps(verb, "prep")]
        opening = [word.at for word in words[:1] if word.dep == "prep"]  # what opens a sentence is said of all of it
        return any(
            words[noun].lemma in self._lexicon.basic.deals
            for link in (*links, *opening)
            if words[link].lower in self._lexicon.lists["deal_links"]
            for noun in self._parse.deps(link, "pobj")
        )

    def _clause_and_above(self, at: int) -> Iterator[int]:
        """A verb and what is over it, up to the clause that only describes: ``X, which took it, gave it back``."""
        yield at
        for over in self._parse.governors(at):
            if self._parse.words[at].dep == "relcl":
                return
            yield over
            at = over

    # nouns

    def _noun(self, at: int) -> list[Event]:
        if held := self._held(at) or self._held_as(at) or self._freed(at) or self._beside(at):
            return held
        predicates = self._nominals.predicates(at)
        manner = self._nominals.manner(at) if predicates else None
        if manner is None:
            return []
        for predicate in predicates:
            parts = self._nominals.fill(predicate, at, told_before=self._story.last_change is not None)
            if parts:
                rule = f"noun:{predicate.id}:{self._parse.words[at].lower}"
                return self._events(
                    self._nominals.kind(predicate, at, parts), parts, manner, predicate, at=at, rule=rule
                )
        return []

    def _held(self, at: int) -> list[Event]:
        """Whose control a noun alone tells of: ``Kalbajar, in Armenian hands``, ``claims of control over Goma``."""
        if self._parse.words[at].lemma not in self._lexicon.lists["control_nouns"]:
            return []
        phrase = self._phrases.single(at)
        place = phrase if phrase.places and self._is_reported(at) else self._holders.beside(at)
        parts = Parts()
        ruler = phrase.ruler
        if place is not None and ruler is None and phrase.ruler_pronoun:  # "the last crossing in their hands"
            ruler = self._caster.pronoun_party(phrase.ruler_pronoun, at, parts)
            ruler = None if ruler is None or self._caster.is_mere_person(ruler) else ruler
        if place is None or ruler is None or not self._caster.put_places(parts, [place]):
            return []
        back = self._parse.words[max(0, self._parse.words[at].head - 1)].lower == "back"
        parts.parties["gained_by" if back else "actor"] = [ruler, *phrase.co_rulers]
        kind: Kind = "capture" if back else "hold"
        return self._events(kind, parts, Manner(), None, at=at, rule="noun:control")

    def _held_as(self, at: int) -> list[Event]:
        """``The town is marked as Ukrainian-held``."""
        before, parts = self._holders.before_name(at), Parts()
        if before is not None and self._caster.put_places(parts, self._phrases.read(before[1])):
            parts.parties["actor"] = [before[0]]
            return self._events("hold", parts, Manner(), None, at=at, rule="held-as")
        found = self._holders.told_as(at)
        if found is None or not self._caster.put_places(parts, self._phrases.read(found[1])):
            return []
        parts.parties["actor"] = [found[0]]
        return self._events(
            "hold", parts, self._clauses.manner(self._parse.words[at].head), None, at=at, rule="held-as"
        )

    def _beside(self, at: int) -> list[Event]:
        """``The rebels, in control of Goma``, ``masters of X``, ``Popasna, firmly Ukrainian``."""
        held, parts = self._asides.read(at), Parts()
        if held is None or not self._caster.put_places(parts, held.places) or parts.is_state_place:
            return []
        slot = "gained_by" if held.kind == "capture" else "actor"
        if held.holder is not None:
            parts.parties[slot] = [held.holder]
        else:
            self._caster.put_parties(parts, slot, held.holders)
        if parts.civilians or not parts.parties.get(slot):
            return []
        return self._events(held.kind, parts, held.manner, None, at=at, rule="beside")

    def _is_reported(self, at: int) -> bool:
        """Whether a noun of control is what somebody claims or denies: ``claims of Ukrainian control``."""
        words = self._parse.words
        link = words[at].head
        told = words[words[link].head].lemma in self._lexicon.say_nouns | self._lexicon.deny_nouns
        return told and words[at].dep == "pobj" and words[link].lower in ("of", "about")

    def _freed(self, at: int) -> list[Event]:
        """``declared that the whole of the region was free``: a taking told by whoever says so."""
        words = self._parse.words
        if words[at].lower not in self._lexicon.lists["freed"] or not words[at].tag.startswith("J"):
            return []
        place, verb = self._holders.freed(at), words[at].head
        speaker = self._verbals.tellers.speaker(at) if words[at].dep == "ccomp" else self._verbals.tellers.speaker(verb)
        speaker = speaker or self._verbals.tellers.declarer(verb)
        parts = Parts()
        if place is None or speaker is None or not self._caster.put_places(parts, self._phrases.read(place)):
            return []
        parts.parties["gained_by"] = [speaker]
        manner = Manner() if words[at].dep == "ccomp" else self._clauses.manner(verb)
        return self._events("capture", parts, manner, None, at=at, rule="adjective:free")

    # events

    def _events(
        self, kind: Kind, parts: Parts, manner: Manner, predicate: Predicate | None, *, at: int, rule: str
    ) -> list[Event]:
        if is_in_part(self._parse, at, self._lexicon, nowhere=parts.nowhere):
            parts.places, parts.nowhere = [replace(place, extent="part") for place in parts.places], False
        negated = manner.negated != (parts.nobody or parts.nowhere)
        parties = {name: row for name, row in parts.parties.items() if row}
        if predicate and "as_before" in predicate.needs:
            followed = self._as_before(parts, at, anew=predicate.id == "change-hands")
            if followed is None:
                return []
            kind, parties = followed
        if parts.nobody and self._is_nothing_to_draw(kind, parts, predicate, at):
            return []
        kind, negated, taking_part = turned(kind, parties, parts, predicate, negated=negated, manner=manner)
        own_word = predicate is not None and "own_word" in predicate.needs
        if manner.negated and (own_word or rule.split(":")[2:3] == ["concede"]):  # "has not claimed it", "conceded"
            return []
        base = Event(
            kind=kind,
            at=at,
            rule=rule,
            manner=replace(manner, negated=negated),
            places=_distinct(parts.places),
            effort=parts.effort,
            own_word=own_word,
        )
        return [
            replace(base, gained_by=gainer, lost_by=loser, actor=actor)
            for gainer in taking_part.get("gained_by", [None])
            for loser in taking_part.get("lost_by", [None])
            for actor in taking_part.get("actor", [None])
        ]

    def _is_nothing_to_draw(self, kind: Kind, parts: Parts, predicate: Predicate | None, at: int) -> bool:
        """``keeps no post there``, ``there are no soldiers``; but who is said to be there can deny that they are."""
        told = (kind == "deployment" and parts.thing) or (predicate is not None and "several" in predicate.needs)
        return told and not self._tells_of_itself(parts, at)

    def _tells_of_itself(self, parts: Parts, at: int) -> bool:
        """Whether who is said to be somewhere is who says so."""
        side = self._story.sides.of(self._verbals.tellers.teller(at))
        return side is not None and side in {self._story.sides.of(actor) for actor in parts.parties.get("actor", ())}

    def _as_before(self, parts: Parts, at: int, *, anew: bool) -> tuple[Kind, dict[str, list[PartyRef]]] | None:
        """What happened to a place that followed another: what the last change of hands was, and whose.

        What changed hands ``anew`` is told to have been gained, though the last change was but a leaving. In a year of
        its own another place had a taker of its own, and who had taken a place is who lost it where it changed again.
        """
        last = self._story.last_change
        if last is None:
            return "capture", {}
        if anew:
            same = bool(
                {ref.place or ref.text for ref in parts.places} & {ref.place or ref.text for ref in last.places}
            )
            if not same and any(_YEAR(word.text) for word in self._parse.words):
                return None
            again = any(self._parse.words[child].lower == "again" for child in self._parse.deps(at, "advmod"))
            if same and again:
                return ("loss", {"lost_by": [last.gained_by]}) if last.gained_by else None
            gained = {"gained_by": [last.gained_by]} if last.gained_by else {}
            return ("handover" if last.kind == "handover" else "capture"), gained
        slots = (("gained_by", last.gained_by), ("lost_by", last.lost_by))
        return last.kind, {slot: [party] for slot, party in slots if party}


def _distinct(places: Iterable[PlaceRef]) -> tuple[PlaceRef, ...]:
    found: dict[tuple[str, str | None], PlaceRef] = {}
    for place in places:
        found.setdefault((place.text, place.place), place)
    return tuple(found.values())


def _specificity(predicate: Predicate) -> int:
    """How much a predicate asks for: what says more about the clause is tried first, else what stands first."""
    asks = 8 * bool(predicate.things) + 6 * bool(predicate.ruled_under) + 4 * bool(predicate.particles)
    return asks + 3 * ("control" in predicate.needs)
