"""Fills in the party that a sentence leaves out, where the article makes clear who it was.

``Agdam was turned over on Friday`` names neither side. The nearest clear context does: whoever gained in the lines
before, the side that boasts of it, the other of the two sides that contend. Where none of these is clear the party
stays out: a wrong one on a map of a war is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.contest.attackers import attacker
from geo.extract.syntax.contest.contenders import Contenders
from geo.extract.syntax.contest.holders import Holders
from geo.extract.syntax.contest.own import OwnForces
from geo.extract.syntax.contest.tellings import (
    beaten,
    claims_first,
    displaced,
    filled,
    held_before,
    held_until,
    holder,
    leavers_beside,
    precedes,
    regained,
    robbed,
    same_places,
    tells_holder,
    turned,
    turns_back,
    word,
    yielding,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.drafts import Draft
    from geo.extract.parties import Filled, PartyRef
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.story.attacks import Attack
    from geo.extract.syntax.story.sides import Sides
    from geo.extract.told import Choice, Told

_SEVERAL = 2
"""Losses of one side after which a loss by nobody named is taken for its own."""
_NEAR = 1
"""Paragraphs back in which the last gainer is still whom an agentless passive means."""
_BY_GAINS = ("lines-before", "alone", "attack")  # found by what they took elsewhere


@dataclass(slots=True)
class Contest:
    """The sides of one article, and who took what from whom as far as it has told."""

    sides: Sides
    lexicon: SyntaxLexicon
    named: Sequence[PartyRef]
    voice: PartyRef | None = None
    attackers: Sequence[Attack] = ()
    _among: Contenders = field(init=False)
    _own: OwnForces = field(init=False)
    _all_gains: list[Told] = field(default_factory=list)
    _all_losses: list[Told] = field(default_factory=list)
    _gains: list[Told] = field(default_factory=list)
    _losers: dict[str, PartyRef] = field(default_factory=dict)
    _losses: int = 0

    def __post_init__(self) -> None:
        """Nobody contends before anything is told."""
        self._among = Contenders(self.sides, self.lexicon, self.named)
        self._own = OwnForces(among=self._among, sides=self.sides, lexicon=self.lexicon, voice=self.voice)

    def complete(self, told: Sequence[Told]) -> list[Told]:
        """What was told, with the parties that its context makes clear."""
        for one in told:
            for party in (one.draft.gained_by, one.draft.lost_by, holder(one)):
                self._among.note(party)
        told = [self._with_sides(one) for one in told]
        told = Holders(among=self._among, lexicon=self.lexicon).with_occupiers(told)
        self._all_gains = [one for one in told if one.draft.gained_by and not one.draft.negated]
        self._all_losses = [one for one in told if one.draft.lost_by and not one.draft.negated]
        self._losers = self._sides_that_lose(told)
        done = list(told)
        for number in claims_first(told):
            done[number] = self._completed(number, told[number], done)
        return done

    # us and the enemy

    def _with_sides(self, one: Told) -> Told:
        """``The enemy`` is the other side of whoever speaks, ``the army`` in a party's own words is its own."""
        draft = one.draft
        for slot, party in (("gained_by", draft.gained_by), ("lost_by", draft.lost_by), ("actor", draft.actor)):
            if party is None or party.party:
                continue
            if (
                self._among.is_adversary(party)
                and (speaker := one.speaker or self.voice)
                and (other := self._among.other(speaker))
            ):
                draft = draft.with_party(slot, filled(other, "adversary", head=party.head, said=party.at))
            elif self._among.is_office(party) and (side := self._among.spoken_for(party)):
                draft = draft.with_party(slot, filled(side, "own", said=party.said or party.at))
            elif owner := self._own.owner(one, draft, slot, party):
                draft = draft.with_party(slot, filled(owner, "own", head=party.head, said=party.at))
        return replace(one, draft=draft)

    def _completed(self, number: int, one: Told, told: Sequence[Told]) -> Told:
        draft = one.draft
        if draft.kind in ("capture", "handover") and draft.gained_by is None:
            draft = self._with_gainer(one, told[:number], told)
        elif draft.kind == "loss" and draft.lost_by is None:
            draft = self._with_loser(one, told[:number])
        elif found := Holders(among=self._among, lexicon=self.lexicon).meant(one, told, number):
            draft = replace(draft, lost_by=filled(*found), effort=draft.effort + 1)
        one = replace(one, draft=draft, choices=self._left(one, told) if draft.gained_by is None else one.choices)
        if draft.gained_by and not draft.negated:
            self._gains.append(one)
        return one

    def _left(self, one: Told, told: Sequence[Told]) -> tuple[Choice, ...]:
        """Those who might still be meant by a taking: nobody who had the place, tells of its loss or looks on."""
        had, left = self._losing(one, told), self._among.without_onlookers(one.choices)
        return tuple(choice for choice in left if self.sides.of(choice.party) not in had)

    def _losing(self, one: Told, told: Sequence[Told]) -> frozenset[str | None]:
        """The sides that did not take a place, since they had it until then, or tell that it was overrun."""
        back = self.lexicon.lists["taking_back"]
        before = [*displaced(one, told), *robbed(one, told, back), *held_until(one, told, back)]
        losers = [*before, *leavers_beside(one, told)]
        if one.speaker is not None and word(one) in self.lexicon.lists["taking_away"]:
            losers.append(one.speaker)
        return frozenset(self.sides.of(party) for party in losers)

    # who gained

    def _with_gainer(self, one: Told, before: Sequence[Told], told: Sequence[Told]) -> Draft:
        draft = one.draft
        if draft.lost_by is not None and not self._among.is_adversary(draft.lost_by):
            why: Filled
            if draft.kind == "handover":
                gainer, why = self._of_deal(one), "deal"
            else:
                gainer, why = self._taker_from(draft.lost_by, one)
            return replace(draft, gained_by=filled(gainer, why), effort=draft.effort + 1) if gainer else draft
        if one.denies and draft.kind == "handover":
            if one.speaker is None or not self._among.contends(one.speaker):
                return draft
            return replace(draft, lost_by=filled(one.speaker, "denier"), effort=draft.effort + 1)
        gainer = self._of_speaker(one) or self._of_voice(one) or self._of_official(one)
        gainer = gainer or self._of_place(one, before, told)
        gainer = gainer or (self._of_fighting_speaker(one) if self._among.is_kind(one.speaker) else None)
        gainer = gainer or (None if self._is_back(one) and regained(one, before) else self._of_lines_before(one))
        gainer = gainer or self._of_fighting_speaker(one) or self._state_again(one)
        gone = leavers_beside(one, told) if gainer and gainer.filled in _BY_GAINS else []
        if gainer and self.sides.of(gainer) in {self.sides.of(party) for party in (*displaced(one, told), *gone)}:
            other = self._among.other(gainer)
            gainer = filled(other, "turn") if other else None
        loser = yielding(one, before)
        if loser and gainer and self.sides.of(loser) == self.sides.of(gainer):
            gainer = None  # "the rebels took X in May; it was handed back in June"
        had = held_until(one, told, self.lexicon.lists["taking_back"])
        loser = loser or beaten(one, before if self._is_back(one) else ()) or next(iter(had), None)
        if gainer is None and loser:
            return replace(draft, lost_by=filled(loser, "holder"), effort=draft.effort + 1)
        return replace(draft, gained_by=gainer, effort=draft.effort + 1) if gainer else draft

    def _state_again(self, one: Told) -> PartyRef | None:
        """The one state that fights movements, where a place is retaken by nobody named: it had been the state's."""
        state = self._among.only_state() if self._is_back(one) else None
        return filled(state, "back") if state else None

    def _of_deal(self, one: Told) -> PartyRef | None:
        """Who got what was ceded in the same paragraph: a deal's points name its sides once."""
        for other in reversed(self._gains):
            same = other.draft.kind == "handover" and other.draft.planned == one.draft.planned
            if same and other.sentence.paragraph == one.sentence.paragraph:
                return (
                    other.draft.gained_by
                    if self.sides.of(other.draft.gained_by) != self.sides.of(one.draft.lost_by)
                    else None
                )
        return None

    def _taker_from(self, loser: PartyRef, one: Told) -> tuple[PartyRef | None, Filled]:
        """Who took it from a loser: its rival, or the forces that report it."""
        is_ours = self.voice is not None and self.sides.of(self.voice) == self.sides.of(loser)
        if rival := self._among.rival_of(loser) or (self._among.other(loser) if is_ours else None):
            return rival, "rival"
        speaker = self._of_speaker(one) or self._of_fighting_speaker(one)
        return (speaker if speaker and self.sides.of(speaker) != self.sides.of(loser) else None), "speaker"

    def _of_speaker(self, one: Told) -> PartyRef | None:
        """A side that reports a capture without a taker means its own; one that concedes or mourns it, the other."""
        if not self._among.contends(one.speaker) or one.speaker is None:
            return None
        away = word(one) in self.lexicon.lists["taking_away"]
        gainer = self._among.other(one.speaker) if one.concedes or one.denies or away else one.speaker
        return filled(gainer, "speaker") if gainer else None

    def _of_voice(self, one: Told) -> PartyRef | None:
        """Who freed and regained in the report of one side's outlet, unless another side tells of it: that side."""
        told_back = self._is_back(one) or any(way in one.draft.rule for way in ("flag", "gain-control"))
        teller = self._own.teller(one) if told_back and not one.denies else None
        return filled(teller, "speaker") if teller else None

    def _of_official(self, one: Told) -> PartyRef | None:
        """Whose office tells that a place was won back or freed: ``the prime minister said it would be retaken``."""
        told_back = self._is_back(one) and not (one.concedes or one.denies)
        side = self._among.spoken_for(one.speaker) if told_back else None
        return filled(side, "speaker") if side else None

    def _of_fighting_speaker(self, one: Told) -> PartyRef | None:
        """Forces that tell of a taking without a taker mean their own: ``the army said the town had been retaken``."""
        speaker = one.speaker
        head = speaker.head if speaker else "voices"
        named = head == "forces" or (head == "name" and self._among.is_kind(speaker))
        if speaker is None or not named or one.concedes or one.denies or speaker.guessed or speaker.bare:
            return None
        if self.sides.keeps_peace(speaker):
            return None
        return None if word(one) in self.lexicon.lists["taking_away"] else filled(speaker, "speaker")

    def _of_place(self, one: Told, before: Sequence[Told], told: Sequence[Told]) -> PartyRef | None:
        """Who took or held the same place: whoever takes it from them is the other side."""
        for other in reversed(before):
            has = other.draft.kind == "hold" and not other.draft.planned
            holder = other.draft.gained_by or (other.draft.actor if has else None)
            if holder and not other.draft.negated and same_places(one.draft, other.draft):
                again = other.sentence is one.sentence or not precedes(other.dating.when, one.dating.when)
                again = (
                    again and not turned(one, other) and not (other.draft.kind == "hold" and held_before(other, one))
                )
                if again and not self._is_back(one) and other.draft.rule != "held-as":
                    return filled(holder, "place")
                if other_side := self._among.other(holder):
                    return filled(other_side, "back")
                break
        had = beaten(one, before if self._is_back(one) else ())
        for other in told:
            since = other.draft.kind == "hold" and other.sentence is one.sentence and not held_before(other, one)
            since = since and (had is None or self.sides.of(other.draft.actor) != self.sides.of(had))
            if since and not other.draft.negated and other.draft.actor and same_places(one.draft, other.draft):
                away = word(one) in self.lexicon.lists["taking_away"]
                holder = self._among.other(other.draft.actor) if away else other.draft.actor
                return filled(holder, "place") if holder else None
            taker = other.draft.gained_by
            if taker and same_places(one.draft, other.draft) and precedes(one.dating.when, other.dating.when):
                holder = self._among.other(taker)
                return filled(holder, "back") if holder else None
        return None

    def _of_lines_before(self, one: Told) -> PartyRef | None:
        """Whoever gained in the lines before or in the sentence itself, or who alone has gained in this article."""
        when = one.dating.when
        gains = [
            other for other in self._gains if not precedes(other.dating.when, when) and self._may_go_on(other, one)
        ]
        near = [other for other in gains if one.sentence.paragraph - other.sentence.paragraph <= _NEAR]
        near = [other for other in self._all_gains if other.sentence is one.sentence][:1] or near[-1:]
        if near:
            gainer = near[0].draft.gained_by
            lists = self.lexicon.lists
            turns = gainer is not None and turns_back(near[0], one, lists["taking_back"], lists["taking_away"])
            gainer = self._among.other(gainer) if gainer and turns else gainer
            return filled(gainer, "turn" if turns else "lines-before") if gainer else None
        if (attacked := self._attacker(one)) is not None:
            return filled(attacked, "attack")
        alone = {self.sides.of(other.draft.gained_by) for other in self._all_gains}
        may_be = len(alone) == 1 and self._may_go_on(self._all_gains[0], one)
        gainer = self._all_gains[0].draft.gained_by if may_be else None
        if gainer is not None:
            return filled(gainer, "alone")
        if not self._is_back(one) and (taker := self._of_leavers_before(one)):
            return filled(taker, "lines-before")
        loser = self._only_loser() if not alone else None
        gainer = self._among.other(loser) if loser else None
        return filled(gainer, "opponent") if gainer else None

    def _may_go_on(self, gain: Told, one: Told) -> bool:
        """Whether who gained may have gained again: no office that declares it, and no plan of what is to come."""
        told = one.draft.planned or one.draft.kind == "handover" or not gain.draft.planned
        return told and not self._among.is_by_office(gain)

    def _attacker(self, one: Told) -> PartyRef | None:
        """Whose attack a taking without a taker is of: rebels who attack take nothing back."""
        found = attacker(self.attackers, one, self.sides)
        if found is None or not found.by_verb:
            return found.party if found else None
        takes_back = self._is_back(one) and self._among.is_movement(found.party)
        return None if takes_back or self._among.is_adversary(found.party) else found.party

    def _of_leavers_before(self, one: Told) -> PartyRef | None:
        """The rival of whoever lost or left something in the same paragraph before."""
        near = [other for other in self._all_losses if other.sentence.paragraph == one.sentence.paragraph]
        near = [other for other in near if other.sentence.start <= one.sentence.start][-1:]
        return next((self._among.other(other.draft.lost_by) for other in near if other.draft.lost_by), None)

    def _is_back(self, one: Told) -> bool:
        return word(one) in self.lexicon.lists["taking_back"]

    # who lost

    def _with_loser(self, one: Told, before: Sequence[Told]) -> Draft:
        draft = one.draft
        told = next(
            (other for other in reversed(before) if tells_holder(other) and same_places(draft, other.draft)), None
        )
        loser: PartyRef | None = None
        why: Filled = "holder"
        army = one.speaker is not None and one.speaker.head == "forces"
        owns_up = one.concedes and army and self.sides.is_named(self.sides.of(one.speaker) or "")
        if owner := self._of_teller(one):
            loser, why = owner, "denier" if one.denies else "speaker"
        elif owns_up or ((one.concedes or one.denies) and self._among.contends(one.speaker)):
            loser, why = one.speaker, "denier" if one.denies else "speaker"
        elif told is not None and precedes(told.dating.when, one.dating.when):
            loser = told.draft.gained_by or told.draft.actor
        elif told is not None and self._is_back(told) and precedes(one.dating.when, told.dating.when):
            loser = told.draft.gained_by  # they regained what they had lost before
        elif told is not None and precedes(one.dating.when, told.dating.when):
            loser, why = self._loser_to(told), "opponent"
        elif told is not None:
            loser = told.draft.lost_by or told.draft.actor
        regained = self._gained_since(one)
        if loser is None and len(regained) == 1:
            loser, why = next(iter(regained.values())), "back"
        if loser is None and not regained and (loser := self._only_loser()):
            why = "loser"
        if loser is None and (loser := self._of_losses_before(one, before)):
            why = "lines-before"
        return replace(draft, lost_by=filled(loser, why), effort=draft.effort + 1) if loser else draft

    def _of_teller(self, one: Told) -> PartyRef | None:
        """The side that denies a loss or insists that there is none, or that owns up to one: the place is its own."""
        if one.speaker is None or one.speaker.guessed:
            return None
        denies = not one.concedes and (one.denies or one.draft.negated)
        if not (denies or one.concedes or word(one) == "lose"):
            return None
        side = self._among.spoken_for(one.speaker)
        gained = [other for other in self._all_gains if same_places(one.draft, other.draft)]
        takes = side is not None and self.sides.of(side) in {self.sides.of(other.draft.gained_by) for other in gained}
        return None if takes else side

    def _gained_since(self, one: Told) -> dict[str | None, PartyRef]:
        """The sides that are told to have gained a lost place since: of two, the one that had lost it."""
        later = [other for other in self._all_gains if precedes(one.dating.when, other.dating.when)]
        takers = [other.draft.gained_by for other in later if same_places(one.draft, other.draft)]
        return {self.sides.of(party): party for party in takers if party is not None}

    def _loser_to(self, told: Told) -> PartyRef | None:
        """Who lost what another is told to have, or to have taken, since: not they, but the other side."""
        if told.draft.kind == "hold" and told.draft.actor:
            return None if told.reading.stance == "claimed" else self._among.other(told.draft.actor)
        return told.draft.lost_by or (self._among.other(told.draft.gained_by) if told.draft.gained_by else None)

    def _of_losses_before(self, one: Told, before: Sequence[Told]) -> PartyRef | None:
        """Whoever lost in the lines before, or the other side of whoever gained in them."""
        for other in reversed(before):
            if one.sentence.paragraph - other.sentence.paragraph > _NEAR:
                return None
            draft = other.draft
            if draft.negated or (precedes(one.dating.when, other.dating.when) and not self._only_loses(other, one)):
                continue
            if (
                draft.lost_by
                and not self._among.is_adversary(draft.lost_by)
                and not self.sides.keeps_peace(draft.lost_by)
            ):
                return draft.lost_by
            if draft.gained_by and (loser := self._among.other(draft.gained_by)):
                return loser
        return None

    def _only_loses(self, other: Told, one: Told) -> bool:
        """Whether whoever left one place gains nothing in this article, and may have lost another place before."""
        gaining = {self.sides.of(gain.draft.gained_by) for gain in self._all_gains}
        left = other.draft.lost_by is not None and other.draft.gained_by is None
        return left and self.sides.of(other.draft.lost_by) not in gaining and not same_places(one.draft, other.draft)

    def _sides_that_lose(self, told: Sequence[Told]) -> dict[str, PartyRef]:
        """The sides that the article tells to have lost or left something."""
        lost = [one.draft.lost_by for one in told if one.draft.lost_by and not one.draft.negated]
        self._losses = len(lost)
        return {side: party for party in lost if (side := self.sides.of(party)) and not self._among.is_adversary(party)}

    def _only_loser(self) -> PartyRef | None:
        """The one side that loses in this article, and gains nothing in it."""
        gaining = {self.sides.of(one.draft.gained_by) for one in self._all_gains}
        losing = [party for side, party in self._losers.items() if side not in gaining]
        if len(losing) == 1 and len(self._losers) == 1 and self._losses >= _SEVERAL:
            return losing[0]
        if self._losers or len(gaining) != 1:
            return None
        gainer = self._all_gains[0].draft.gained_by
        return self._among.other(gainer) if gainer else None
