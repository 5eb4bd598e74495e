"""Fills the noun frames of the lexicon: ``the handover of Agdam to Azerbaijan``, ``the army's recapture of X``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.drafts import Draft
from geo.extract.grammar.clauses import ClauseReader
from geo.extract.grammar.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Item
    from geo.extract.lexicon import Lexicon, NounFrame

_UNMADE_WITHIN = 4


class NominalReader:
    """Reads the claims that nouns make, in one sentence after another."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clauses = ClauseReader(lexicon)

    def read(self, items: Sequence[Item]) -> list[Draft]:
        """The drafts of a sentence's joined items, in the order of their nouns."""
        found = (
            self._noun(items, at, self._lexicon.nouns[item.lower])
            for at, item in enumerate(items)
            if item.lower in self._lexicon.nouns and not item.is_name and not self._is_unmade(items, at)
        )
        return [draft for draft in found if draft]

    def _noun(self, items: Sequence[Item], at: int, frame: NounFrame) -> Draft | None:
        slots = Slots()
        _, adjuncts, last = self._clauses.right(items, at + 1)
        owner = self._owner(items, at)
        if frame.of == "place" and owner and not owner.parties:  # "Kalbajar's handover": what changes hands
            slots.put("place", owner)
        else:
            slots.put(frame.owner, owner)
        for adjunct in adjuncts:
            if adjunct.preposition == "of":
                slots.put(frame.of, adjunct.item)
            elif adjunct.preposition in frame.parties:
                slots.put(frame.parties[adjunct.preposition], adjunct.item)
            elif adjunct.preposition in frame.place and not adjunct.item.is_state:
                slots.put("place", adjunct.item)
        if frame.of == "force":
            slots.pop_owner("actor" if frame.kind == "deployment" else "lost_by")
        if not slots.places or slots.turns_on_itself:
            return None
        if frame.of == "force" and not slots.parties:
            return None
        return Draft(
            kind=frame.kind,
            places=tuple(slots.places),
            gained_by=slots.parties.get("gained_by"),
            lost_by=slots.parties.get("lost_by"),
            actor=slots.parties.get("actor"),
            at=at,
            clause=(at, last),
            planned=self._is_yet_to_come(items, at),
            rule=f"noun:{frame.id}:{items[at].lower}",
            effort=1,
        )

    def _is_yet_to_come(self, items: Sequence[Item], at: int) -> bool:
        """``The handover, planned for Friday, was postponed``: said to come, and not said to have come about."""
        words = {item.lower for item in items[at + 1 :]}
        lists = self._lexicon.lists
        return bool(words & lists["yet_to_come"]) and not words & lists["came_about"]

    def _owner(self, items: Sequence[Item], at: int) -> Item | None:
        """The party right before the noun, or what stands before its possessive."""
        possessive = at > 0 and items[at - 1].lower == "'s"
        before = at - 2 if possessive else at - 1
        if before < 0 or not (items[before].parties or (possessive and items[before].places)):
            return None
        return items[before]

    def _is_unmade(self, items: Sequence[Item], at: int) -> bool:
        """``without the withdrawal of``, ``demanded the return of``: words before the noun say that it is no event."""
        for word in items[max(0, at - _UNMADE_WITHIN) : at]:
            how = {self._lexicon.control_verbs.get(reading.lemma) for reading in word.forms}
            if (
                word.lower in self._lexicon.lists["unmaking"]
                or word.lower in self._lexicon.unmade
                or how & {"sought", "failed"}
            ):
                return True
        return False
