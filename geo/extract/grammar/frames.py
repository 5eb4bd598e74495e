"""Fills the verb frames of the lexicon from clauses: who did what to which places.

A frame is tried where one of its verbs stands. It is filled only if the slots that it needs hold phrases that can play
the part: what is taken must be a place, and the party that takes must not be the place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.drafts import Draft
from geo.extract.grammar.clauses import Clause, ClauseReader, VerbGroup
from geo.extract.grammar.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Item
    from geo.extract.lexicon import Lexicon, Slot, VerbFrame

_MOST_FILLERS = 2
_FARTHEST_PARTICLE = 7


class FrameFiller:
    """Reads the claims that verbs make, in one sentence after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clauses = ClauseReader(lexicon)

    def read(self, items: Sequence[Item]) -> list[Draft]:
        """The drafts of a sentence's joined items, in the order of their verbs."""
        drafts: list[Draft] = []
        for at, item in enumerate(items):
            if item.forms and not item.is_name:
                drafts += self._verb(items, at)
        return drafts

    def _verb(self, items: Sequence[Item], at: int) -> list[Draft]:
        for lemma in dict.fromkeys(reading.lemma for reading in items[at].forms):
            frames = self._lexicon.frames.get(lemma)
            if not frames:
                continue
            group = self._clauses.group(items, at, lemma)
            if not group.happens:
                return []
            for frame in sorted(frames, key=lambda f: -len(f.then) - len(f.after)):
                drafts = self._fill(items, frame, group)
                if drafts:
                    return drafts
        return []

    def _fill(self, items: Sequence[Item], frame: VerbFrame, group: VerbGroup) -> list[Draft]:
        """One frame with the clause's phrases in its slots; nothing where they do not fit."""
        begins = self._past_fixed_words(items, frame, group)
        if begins is None:
            return []
        clause = self._clauses.clause(items, group, begins=begins)
        if frame.after and not _stand_in(items[begins : clause.last + 2], frame.after):
            return []
        passive = frame.passive and (group.passive or self._is_reduced(items, frame, clause, begins))
        slots = Slots()
        self._put_subject(slots, frame.object if passive else frame.subject, clause)
        slots.put(frame.subject if passive else frame.object, clause.adjunct("by") if passive else clause.object)
        self._put_adjuncts(slots, frame, clause)
        if frame.kind == "deployment":
            slots.pop_owner("actor")
        if frame.object == "force":
            slots.pop_owner("lost_by")
        has_thing = any(item.lower in frame.things for item in items[begins : begins + _MOST_FILLERS + 1])
        if slots.turns_on_itself or not self._fits(frame, clause, slots, passive=passive, has_thing=has_thing):
            return []
        if frame.kind == "capture" and self._is_under_a_deal(items, group.first):
            frame = replace(frame, kind="handover")
        return _drafts(frame, clause, slots, rule=f"verb:{frame.id}:{group.lemma}:{'passive' if passive else 'active'}")

    def _put_subject(self, slots: Slots, slot: Slot | None, clause: Clause) -> None:
        """A place is subject on a preposition only where a head stands for it (``control of X passed``)."""
        if clause.possessor is not None and slot != "place" and slots.put(slot, clause.possessor):
            return
        if clause.subject_governor is None or slot != "place" or clause.subject_governor == "of":
            slots.put(slot, clause.subject)

    def _put_adjuncts(self, slots: Slots, frame: VerbFrame, clause: Clause) -> None:
        for adjunct in clause.adjuncts:
            slot = frame.parties.get(adjunct.preposition)
            if slot and slot not in slots.parties and slots.put(slot, adjunct.item):
                continue
            if adjunct.preposition in frame.place and adjunct.item.places:
                slots.put("place", adjunct.item)
            elif adjunct.preposition == "out of" and frame.out_of:
                slots.put(frame.out_of, adjunct.item)
            elif adjunct.preposition == "in" and frame.in_hands and _is_rule(adjunct.item):
                slots.put(frame.in_hands, adjunct.item)

    def _fits(self, frame: VerbFrame, clause: Clause, slots: Slots, *, passive: bool, has_thing: bool) -> bool:
        """Whether the frame has what it needs to say something about control."""
        if frame.kind in ("withdrawal", "deployment"):
            mover = slots.parties.get("lost_by" if frame.kind == "withdrawal" else "actor")
            known = mover is not None or (frame.kind == "withdrawal" and slots.has_party)
            somewhere = slots.has_place or frame.object != "place"
            return known and somewhere and not (mover and mover.guessed)
        if not _has_what_it_asks(frame, slots):
            return False
        if not slots.has_place:
            return has_thing and slots.has_party
        if frame.subject == "place":
            falls = frame.kind == "loss" and clause.object is None
            return falls or "gained_by" in slots.parties or "actor" in slots.parties
        if frame.kind == "hold" and any(place.guessed for place in slots.places):  # "held X in Baku" detains a person
            return slots.has_party and not passive and clause.adjunct("in", "at") is None
        return passive or slots.has_party

    def _is_under_a_deal(self, items: Sequence[Item], verb: int) -> bool:
        """``Under the deal, Baku took control of``: by agreement, not by force."""
        return any(
            items[at].lower == "under" and any(item.lower in self._lexicon.deals for item in items[at + 1 : at + 5])
            for at in range(verb)
        )

    def _past_fixed_words(self, items: Sequence[Item], frame: VerbFrame, group: VerbGroup) -> int | None:
        """The position behind the words that the frame asks for (``take [full] control of``); None where they lack."""
        begins = group.verb + 1
        for words in sorted(frame.then, key=len, reverse=True):
            for skipped in range(_MOST_FILLERS + 1):
                at = begins + skipped
                if any(item.is_name or item.forms or item.tag == "mark" for item in items[begins:at]):
                    break
                if tuple(item.lower for item in items[at : at + len(words)]) == words:
                    return at + len(words)
            if len(words) == 1 and self._is_particle_behind_object(items, begins, words[0]):
                return begins
        return begins if not frame.then or group.lemma in frame.then_optional_for else None

    def _is_particle_behind_object(self, items: Sequence[Item], begins: int, particle: str) -> bool:
        """``handed the base over to``: the particle behind the phrase that it parts from its verb."""
        for at in range(begins, min(len(items) - 1, begins + _FARTHEST_PARTICLE)):
            if items[at].is_name or items[at].tag == "kind" or items[at].lower in ("it", "them"):
                return items[at + 1].lower == particle
        return False

    def _is_reduced(self, items: Sequence[Item], frame: VerbFrame, clause: Clause, begins: int) -> bool:
        """A participle without its auxiliary: ``the town, handed over to Azerbaijan on Friday, lies in ruins``."""
        group, subject = clause.group, clause.subject
        forms = {reading.form for reading in items[group.verb].forms if reading.lemma == group.lemma}
        if frame.object == "force" or "participle" not in forms or group.first < group.verb:
            return False
        if subject is None or clause.object is not None or not self._stands_beside(items, subject, group.verb):
            return False
        if begins < len(items) and not self._may_follow_participle(items[begins]):
            return False
        return bool(subject.parties) if frame.object != "place" else bool(subject.places) and not subject.is_state

    def _stands_beside(self, items: Sequence[Item], subject: Item, verb: int) -> bool:
        """Whether nothing but marks, dates and adverbs stands between a phrase and the participle said of it."""
        at = verb - 1
        while at >= 0 and items[at].start != subject.start:
            if items[at].is_name or not self._may_follow_participle(items[at]):
                return False
            at -= 1
        return True

    def _may_follow_participle(self, item: Item) -> bool:
        classes = self._lexicon.classes
        return item.tag in ("date", "mark") or item.lower in classes["prepositions"] or item.lower in classes["adverbs"]


def _drafts(frame: VerbFrame, clause: Clause, slots: Slots, *, rule: str) -> list[Draft]:
    """The filled frame as drafts, one for each party of a list: one party a field, two parties are two claims."""
    group, parties = clause.group, slots.parties
    kind, negated = frame.kind, group.negated or group.control == "failed"
    if kind == "hold" and group.ended and "actor" in parties:  # who no longer holds has lost
        kind, negated = "loss", False
        parties = {"lost_by": parties["actor"]}
    if kind == "withdrawal" and negated:  # who has not left still holds
        kind, negated = "hold", False
        parties = {"actor": parties["lost_by"]} if "lost_by" in parties else {}
    draft = Draft(
        kind=kind,
        places=tuple(slots.places),
        gained_by=parties.get("gained_by"),
        lost_by=parties.get("lost_by"),
        actor=parties.get("actor"),
        pronoun_place=slots.pronoun_place,
        pronoun_party=slots.pronoun_party,
        pronoun_slot="actor" if kind == "hold" and frame.kind == "withdrawal" else slots.pronoun_slot,
        at=group.verb,
        clause=(group.first, clause.last),
        planned=group.planned,
        possible=group.possible,
        negated=negated,
        lasting=kind == "hold",
        present=group.present and not group.ended and kind in ("hold", "deployment") and not group.planned,
        rule=rule,
        effort=int(slots.pronoun_place is not None) + int(slots.pronoun_party is not None),
    )
    seconds = {name.removesuffix("+"): party for name, party in parties.items() if name.endswith("+")}
    return [draft, *(draft.with_party(slot, second) for slot, second in seconds.items() if slot != "owner")]


def _has_what_it_asks(frame: VerbFrame, slots: Slots) -> bool:
    """Whether the parties that the frame's row asks for are there."""
    heads = {party.head for party in slots.parties.values()}
    return (
        (not frame.needs_to or "gained_by" in slots.parties)
        and (not frame.needs_forces or "forces" in heads)
        and (not frame.needs_holder or "rule" in heads)
    )


def _stand_in(items: Sequence[Item], alternatives: Sequence[Sequence[str]]) -> bool:
    """Whether one of the word sequences stands somewhere in a stretch."""
    lower = [item.lower for item in items]
    return any(
        lower[at : at + len(words)] == list(words)
        for words in alternatives
        for at in range(len(lower) - len(words) + 1)
    )


def _is_rule(item: Item) -> bool:
    return any(party.head == "rule" for party in item.parties)
