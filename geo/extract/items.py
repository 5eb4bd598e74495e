"""The items that the grammar reads: words and marks of a sentence; names, parties, dates and expressions as one.

An item keeps every reading that its words allow: ``Baku`` is a place and a party, ``held`` a past tense and a
participle. Which reading counts is decided by the slot of a frame, later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from geo.date_expressions import DateExpression
    from geo.extract.lexicon import Inflected
    from geo.extract.parties import PartyRef
    from geo.records import Extent

Offsets = tuple[int, int]
"""Where words stand in the article: half-open, ``text[start:end]``."""

Tag = Literal["word", "name", "party", "place", "date", "scope", "kind", "mark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRef:
    """A place as a sentence names it: its words, the gazetteer's id if there is one, and how much of it is meant.

    ``counted`` places have a number and no name (``nearly 300 settlements``); ``guessed`` ones have a name that no
    gazetteer knows, and are places only where the slot leaves no other reading. ``within`` is the place that holds a
    counted one (``six villages of Fuzuli``). ``anaphor`` marks ``the town``, which the story before must explain;
    ``unnamed`` ones have a kind and no name, so that nothing can refer back to them by that kind. ``name`` is what the
    text calls a place, or the one that it is a part of, where its words say more or less (``the airfield at Wesso``);
    ``said`` are the offsets of ``it`` or ``the town``, where that is what a sentence calls a place told of before;
    ``whole`` is the place that it is a part of where the story before must tell which (``the west of the town``);
    ``but`` are the places that are taken out of it (``except Lachin``); ``called`` is the name of a part of the town
    told of before (``the airport`` is ``Goma airport``), where ``name`` is the town's.
    """

    text: str
    start: int
    end: int
    place: str | None = None
    kind: str | None = None
    extent: Extent = "whole"
    counted: bool = False
    guessed: bool = False
    within: str | None = None
    anaphor: bool = False
    unnamed: bool = False
    name: str | None = None
    whole: PlaceRef | None = None
    said: tuple[int, int] | None = None
    but: tuple[str, ...] = ()
    called: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it has a kind and nothing else."""
        return self.unnamed and not (self.counted or self.anaphor or self.place or self.name or self.whole)

    @property
    def is_by_name(self) -> bool:
        """Whether its words hold a name: ``the road between Homs and Hama``."""
        return any(char.isupper() for char in self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A word, mark or expression of a sentence, with its readings; ``start`` and ``end`` are the article's offsets."""

    start: int
    end: int
    text: str
    lower: str
    tag: Tag
    places: tuple[PlaceRef, ...] = ()
    parties: tuple[PartyRef, ...] = ()
    forms: tuple[Inflected, ...] = ()
    date: DateExpression | None = None
    expression: str | None = None

    @property
    def is_name(self) -> bool:
        """Whether it can fill a slot of a frame."""
        return bool(self.places or self.parties)

    @property
    def is_state(self) -> bool:
        """Whether it names a state or its capital, which acts more often than it changes hands."""
        return bool(self.places and self.parties) and not self.places[0].guessed
