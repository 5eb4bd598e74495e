"""How likely a place told before is what ``it`` or ``the town`` stands for: one sum of all that speaks for it.

What was told last, and what a text or a clause is about, stands out most; a place of which control was told just now
outranks others. A place that only says where another is (``the hill above Sake``, ``the road to Suki``), a state, a
thing without a name, one of several, and a name that nothing shows to be a place's stand out less.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.extract.syntax.story.weights import weights

if TYPE_CHECKING:
    from geo.extract.items import PlaceRef
    from geo.extract.syntax.story.salience import Spot
    from geo.extract.syntax.story.told_rows import ToldPlaces

_WEIGHTS = weights("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place told before, and what the article makes of it.

    ``called`` ones were called by the noun that is asked for, ``lead`` ones stand in the heading or the first
    sentence, ``control`` is the last sentence that told who holds it, ``times`` how often it is named, ``shown`` ones
    stood where nothing but a place can, a ``site`` is a thing in another place.
    """

    row: ToldPlaces
    ref: PlaceRef
    called: bool
    named: bool
    state: bool
    site: bool
    control: int | None
    lead: bool
    times: int
    shown: bool

    def weight(self, seen_from: Spot) -> float:
        """What speaks for and against it, seen from a word."""
        return self._place_in_text(seen_from) + self._place_in_clause() + self._standing(seen_from)

    def _place_in_text(self, seen_from: Spot) -> float:
        spot, of = self.row.spot, _WEIGHTS.of
        distance = seen_from.sentence - spot.sentence
        near = of["same_sentence"] if distance == 0 else of["farther"] * math.log(1 + distance)
        return near + of["same_paragraph"] * (spot.paragraph == seen_from.paragraph) + of["later_word"] * spot.at

    def _place_in_clause(self) -> float:
        spot, of = self.row.spot, _WEIGHTS.of
        inside = of["held"] if self.row.held else of["inside"] * self.row.inside
        inside += of["site_told_of"] * (self.site and spot.role == "subject" and not spot.subordinate)
        away = of["away"] * (self.row.link in _WEIGHTS.words["away"])
        return _WEIGHTS.roles.get(spot.role, 0.0) + inside + away + of["several"] * (len(self.row.refs) > 1)

    def _standing(self, seen_from: Spot) -> float:
        of = _WEIGHTS.of
        told = self.control is not None and seen_from.sentence - self.control <= 1
        known = of["lead"] * self.lead + of["control"] * told + of["called"] * self.called
        known += of["mention"] * math.log2(1 + self.times)
        against = of["unnamed"] * (not self.named) + of["state"] * self.state
        return known + against + of["not_shown"] * (not self.shown)
