"""Reads the events around control: ceasefires, agreements, clashes, declarations.

They change nobody's colour on the map; they date and explain. Each needs a noun and a verb of one row of
``context.toml`` within one stretch of a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.drafts import Draft
from geo.extract.grammar.clauses import ClauseReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.items import Item
    from geo.extract.lexicon import EventFrame, Lexicon

_FAR = 40


class EventReader:
    """Reads context events; holds nothing but the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clauses = ClauseReader(lexicon)

    def read(self, items: Sequence[Item]) -> list[Draft]:
        """One draft for each kind of event that the sentence tells, at its verb."""
        drafts: dict[str, Draft] = {}
        verbs = [(at, item.forms) for at, item in enumerate(items) if item.forms]
        for event in self._lexicon.events:
            for at, forms in verbs:
                if event.kind in drafts:
                    break
                for reading in forms:
                    if reading.lemma in event.verbs and (draft := self._event(items, event, at, reading.lemma)):
                        drafts[event.kind] = draft
                        break
        if "ceasefire" in drafts and "agreement" in drafts and drafts["ceasefire"].at == drafts["agreement"].at:
            del drafts["agreement"]
        return list(drafts.values())

    def _event(self, items: Sequence[Item], event: EventFrame, at: int, lemma: str) -> Draft | None:
        low, high = self._stretch(items, at)
        noun = next((n for n in range(low, high) if self._is_noun(items, n, event)), None)
        if noun is None or any(items[n].lower in self._lexicon.unmade for n in range(low, high)):
            return None
        if items[noun].lower in event.from_state and not self._is_from_state(items, noun):
            return None
        group = self._clauses.group(items, at, lemma)
        if not group.happens or group.control == "failed" or group.negated:
            return None
        places = tuple(ref for item in items[low:high] for ref in item.places if not item.parties)
        parties = [party for item in items[low:at] for party in item.parties if not party.guessed]
        agreed = group.control == "planned" and event.kind == "ceasefire"  # to agree to cease fire is the ceasefire
        return Draft(
            kind=event.kind,
            places=tuple(ref for ref in places if not ref.guessed),
            actor=parties[0] if event.kind == "declaration" and parties else None,
            at=at,
            clause=(low, high),
            planned=group.planned and not agreed,
            possible=group.possible,
            rule=f"event:{event.kind}:{lemma}",
            word=(items[at].start, items[at].end),
            effort=1,
        )

    def _stretch(self, items: Sequence[Item], at: int) -> tuple[int, int]:
        """From the last break before the verb to the next behind it."""
        low = at
        while low > 0 and at - low < _FAR and not self._is_break(items[low - 1]):
            low -= 1
        high = at + 1
        while high < len(items) and high - at < _FAR and not self._is_break(items[high]):
            high += 1
        return low, high

    def _is_break(self, item: Item) -> bool:
        return item.lower in self._lexicon.lists["breaks"] or item.text in (";", ".", "\u201c", "\u201d")

    def _is_noun(self, items: Sequence[Item], at: int, event: EventFrame) -> bool:
        """Whether a noun of the event ends at a position, its earlier words before it."""
        for words in event.nouns:
            first = at - len(words) + 1
            if (
                words[-1] == items[at].lower
                and first >= 0
                and tuple(item.lower for item in items[first : at + 1]) == words
            ):
                return True
        return False

    def _is_from_state(self, items: Sequence[Item], noun: int) -> bool:
        """``its withdrawal from the republic``: from a state, and nobody's troops from a place."""
        if noun + 1 >= len(items) or items[noun + 1].lower != "from":
            return False
        return any(item.parties for item in items[noun + 2 : noun + 4])
