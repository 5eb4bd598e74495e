"""How likely a place told before is what ``it`` or ``the town`` stands for: one sum of all that speaks for it.

What was told last, and what a text or a clause is about, stands out most; a place of which control was told just now
outranks others. A place that only says where another is (``the hill above Sake``, ``the road to Suki``), a state, a
thing without a name, one of several, and a name that nothing shows to be a place's stand out less.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.story.salience import Role, Spot
    from geo.extract.syntax.story.told_rows import ToldPlaces

_ROLES: dict[Role, float] = {"topic": 0.9, "subject": 0.35, "owner": -0.6, "aside": -1.0}
_FARTHER = -1.4
"""For each doubling of the distance, counted in sentences from one."""
_SAME_SENTENCE = 0.9
_SAME_PARAGRAPH = 1.0
_LATER_WORD = -0.01
"""For each word farther on in its sentence: what stands first is what it is about."""
_MENTION = 0.3
"""For each doubling of the times that the article names it."""
_HELD = -0.9
_INSIDE = -0.6
_AWAY = -0.8
_SEVERAL = -1.3
_LEAD = 0.6
_CONTROL = 0.4
_CALLED = 0.4
_UNNAMED = -1.2
_STATE = -0.9
_NOT_SHOWN = -1.8
_TO_OTHERS = frozenset({"from", "to", "toward", "towards", "for", "near", "outside", "off", "via", "beyond"})
"""Words before places that something only comes from or goes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place told before, and what the article makes of it.

    ``called`` ones were called by the noun that is asked for, ``lead`` ones stand in the heading or the first
    sentence, ``control`` is the last sentence that told who holds it, ``times`` how often it is named, ``shown`` ones
    stood where nothing but a place can.
    """

    row: ToldPlaces
    ref: PlaceRef
    called: bool
    named: bool
    state: bool
    control: int | None
    lead: bool
    times: int
    shown: bool

    def weight(self, seen_from: Spot) -> float:
        """What speaks for and against it, seen from a word."""
        return self._place_in_text(seen_from) + self._place_in_clause() + self._standing(seen_from)

    def _place_in_text(self, seen_from: Spot) -> float:
        spot = self.row.spot
        distance = seen_from.sentence - spot.sentence
        near = _SAME_SENTENCE if distance == 0 else _FARTHER * math.log(1 + distance)
        return near + _SAME_PARAGRAPH * (spot.paragraph == seen_from.paragraph) + _LATER_WORD * spot.at

    def _place_in_clause(self) -> float:
        spot = self.row.spot
        inside = _HELD if self.row.held else _INSIDE * self.row.inside
        away = _AWAY * (self.row.link in _TO_OTHERS)
        return _ROLES.get(spot.role, 0.0) + inside + away + _SEVERAL * (len(self.row.refs) > 1)

    def _standing(self, seen_from: Spot) -> float:
        told = self.control is not None and seen_from.sentence - self.control <= 1
        known = _LEAD * self.lead + _CONTROL * told + _CALLED * self.called + _MENTION * math.log2(1 + self.times)
        return known + _UNNAMED * (not self.named) + _STATE * self.state + _NOT_SHOWN * (not self.shown)
