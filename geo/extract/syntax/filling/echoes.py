"""What happened to one more place, told without a verb: ``and with it X``, ``as did Tartu``, ``So is Narva``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.syntax.clauses.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.syntax.clauses.parts import Event
    from geo.extract.syntax.filling.casting import Caster
    from geo.extract.syntax.phrases.phrases import PhraseReader
    from geo.extract.syntax.story.story import Story

_WITH = frozenset({"it", "them", "him", "her"})
_AUXILIARIES = frozenset({"do", "does", "did", "is", "are", "was", "were", "has", "have", "had"})
_BEFORE_NOUN = ("DT", "PDT", "JJ", "JJS", "CD", "RB", "PRP$")
_NEAR = 4
"""Words in which the noun behind ``with it`` or ``as did`` must come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoReader:
    """The places of one sentence that share an event told right before."""

    phrases: PhraseReader
    caster: Caster
    story: Story

    def read(self, events: Sequence[Event]) -> Iterator[Event]:
        """The events that are told again of another place."""
        for word in self.phrases.parse.words[1:]:
            place, source = self._echo(word.at, events)
            if place is None or source is None or source.manner.negated:
                continue
            parts = Parts()
            named = [one for one in self.phrases.read(place) if not one.is_state]
            told = {one.text for one in source.places}
            if not self.caster.put_places(parts, named) or not {one.text for one in parts.places} - told:
                continue
            yield replace(source, at=word.at, places=tuple(parts.places), effort=source.effort + 1, again=True)

    def _echo(self, at: int, events: Sequence[Event]) -> tuple[int | None, Event | None]:
        """The head of a place that shares an event, and that event."""
        words = self.phrases.parse.words
        before = next((event for event in reversed(events) if event.at < at), None)
        if words[at].lower == "with" and at + 1 < len(words) and words[at + 1].lower in _WITH:
            joined = words[at - 1].tag == "CC"
            return self._noun_behind(at + 2) if joined else self._name_before(at), before
        if words[at].lower in _AUXILIARIES and words[at - 1].lower == "as":
            return self._noun_behind(at + 1), before
        if words[at].lower in _AUXILIARIES and words[at - 1].lower == "so" and (at == 1 or words[at - 2].tag == "CC"):
            return self._noun_behind(at + 1), before or self.story.last_event
        return None, None

    def _name_before(self, at: int) -> int | None:
        """``and Faryab with him``: a name between a conjunction and the preposition."""
        name = self.phrases.names.get(at - 1)
        return at - 1 if name and name.first > 0 and self.phrases.parse.words[name.first - 1].tag == "CC" else None

    def _noun_behind(self, at: int) -> int | None:
        """The head of the noun that begins at a position, if one does."""
        words, names = self.phrases.parse.words, self.phrases.names
        first = at
        while at < len(words) and at < first + _NEAR and at not in names and words[at].tag in _BEFORE_NOUN:
            at += 1
        if at >= len(words) or not (at in names or words[at].tag.startswith("N")):
            return None
        if at in names:
            return names[at].last - 1
        while words[at].dep in ("compound", "nmod", "poss") and at < words[at].head < at + _NEAR:
            at = words[at].head
        return at
