"""Finds the district in which a name lies, by the districts that the words around it name.

Namesakes are told apart, the surest first, by a district right behind the name (``Mughanli in Zangilan district``,
``Mughanli (Zangilan)``) or behind its list (``Tinli and Garajalli villages of Qubadli``), by the district in which the
rest of its list lies, and by the nearest district before it in its sentence or the headings above (``Zangilan
district:``). A district counts only where exactly one of the namesakes lies in it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from geo.names import fold
from geo.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.places.index import PlaceIndex
    from geo.text import Token

_INSIDE = frozenset({"in", "of", "("})
_BETWEEN = _INSIDE | {"the", ",", "both"}
_MOST_BETWEEN = 5
_MOST_BACK = 64
"""Names that are looked at behind one, so that a text of any length is read in linear time."""

_SHORT_LINE = 40
"""Characters of a line above a name that is a heading, or an item of its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A phrase of the text that the gazetteer knows, with the word for a kind that stands beside it.

    ``head`` says on which side: ``the Agdam district``, ``the town of Lachin``.
    """

    first: int
    last: int
    text: str
    group: str | None
    kind: str | None
    head: Literal["before", "after"] | None
    plural: bool

    @property
    def begin(self) -> int:
        """The token with which it begins, the word for its kind included."""
        return self.first - (2 if self.head == "before" else 0)  # town of ...

    @property
    def end(self) -> int:
        """The token after it and the word for its kind."""
        return self.last + (1 if self.head == "after" else 0)


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """The names of an article, and what their words say of each other. Without slots, so that a text is split once."""

    text: str
    tokens: Sequence[Token]
    named: Sequence[Named]
    index: PlaceIndex
    _districts: dict[str, frozenset[str]] = field(default_factory=dict)

    def parent(self, number: int, run: range, *, namesakes: Sequence[str], others: Sequence[str]) -> str | None:
        """The id of what a name lies in, where the words say so; None where they do not.

        ``run`` are the numbers of the names in its list, ``namesakes`` the places that it may stand for without a word
        about their kind, ``others`` all that it may stand for.
        """
        if found := self._only(others, self._behind(number)):
            return found
        if len(namesakes) < 2:  # noqa: PLR2004
            return None
        hints = (self._behind(run[-1]), self._around_list(number, run), self._before(number, run))
        return next((found for hint in hints if (found := self._only(namesakes, hint))), None)

    def _only(self, places: Iterable[str], hint: frozenset[str]) -> str | None:
        """The district of the hint in which one of the places lies, where no other lies in it."""
        inside = [self.index.above(self.index.places[place]) & hint for place in places] if hint else []
        fitting = [ids for ids in inside if ids]
        return min(fitting[0]) if len(fitting) == 1 else None

    def _behind(self, number: int) -> frozenset[str]:
        """The district behind a name: ``in Zangilan district``, ``(Zangilan)``, ``, Zangilan district``."""
        if number + 1 >= len(self.named):
            return frozenset()
        item, following = self.named[number], self.named[number + 1]
        between = self.tokens[item.last : following.first]
        words = {token.lower for token in between if self.index.kinds.singular(token.lower) is None}
        if not between or len(between) > _MOST_BETWEEN or not words <= _BETWEEN:
            return frozenset()
        is_inside = self._is_called_district(following) if words == {","} else not words.isdisjoint(_INSIDE)
        return self._districts_of(following) if is_inside else frozenset()

    def _around_list(self, number: int, run: range) -> frozenset[str]:
        """The district in which all other places of the list lie, as far as each name is one place's."""
        found: set[frozenset[str]] = set()
        for other in run:
            is_near = other != number and abs(other - number) <= _MOST_BACK
            if is_near and not self._is_called_district(self.named[other]):
                places = self.index.lookup(self.named[other].text, kind=self.named[other].kind, limit=2)
                if places and (len(places) == 1 or places[0].score > places[1].score):
                    place = self.index.places[places[0].place]
                    found.add(frozenset({place.parent} if place.parent else ()))
        return next(iter(found)) if len(found) == 1 else frozenset()

    def _before(self, number: int, run: range) -> frozenset[str]:
        """The nearest district before a name; of its own list only what is called a district."""
        start = self._block(self.tokens[self.named[number].first].start)
        for other in range(number - 1, max(-1, number - _MOST_BACK), -1):
            item = self.named[other]
            if self.tokens[item.first].start < start:
                break
            if (other not in run or self._is_called_district(item)) and (found := self._districts_of(item)):
                return found
        return frozenset()

    def _is_called_district(self, item: Named) -> bool:
        """Whether a word says that a name is a district's: beside it, or in it."""
        word = item.kind or self.index.kinds.split(fold(item.text))[1]
        return word is not None and self.index.kinds.meant_by(word)[0] == "district"

    def _districts_of(self, item: Named) -> frozenset[str]:
        """Ids of the districts, or provinces, that a name may stand for."""
        if item.text not in self._districts:
            found = (self.index.places[near.place] for near in self.index.lookup(item.text, kind="district"))
            ids = {ident for place in found if place.kind in _CONTAINERS for ident in (place.id, place.area) if ident}
            self._districts[item.text] = frozenset(ids)
        return self._districts[item.text]

    def _block(self, offset: int) -> int:
        """Where the sentence at an offset begins, with the headings and items of a list above it."""
        found = bisect_right(self._blocks, offset)
        return self._blocks[found - 1] if found else 0

    @cached_property
    def _blocks(self) -> list[int]:
        return list(_block_starts(self.text))


_CONTAINERS = frozenset({"district", "province"})


def _block_starts(text: str) -> Iterator[int]:
    """Where sentences begin that do not go on under a heading or an item of a list."""
    is_open = False
    for sentence in sentences(text):
        if not is_open:
            yield sentence.start
        closed = sentence.text[-1:] in ".!?\"'”’"
        is_open = not closed and (sentence.text.endswith(":") or sentence.end - sentence.start <= _SHORT_LINE)
