"""Joins names into noun phrases: lists, shared heads, scopes, aliases, counted places in a container, anaphors.

``The Kalbajar, Lachin, and part of the Agdam District`` becomes one item with three places, the last of them a part.
What a list's members have in common decides its reading: all places, or all parties.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.extract.items import Item, PlaceRef

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.lexicon import Lexicon
    from geo.records import Extent

_MOST_MODIFIERS = 2
_MOST_APPOSITION = 14
_MOST_PARENTHESIS = 6
_DETERMINERS = frozenset({"the", "all", "both"})
_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase and the position behind it."""

    item: Item
    after: int


class PhraseJoiner:
    """Joins the items of one sentence after another; holds nothing but the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def join(self, items: Sequence[Item]) -> list[Item]:
        """The items with each noun phrase that names places or parties as a single one."""
        joined: list[Item] = []
        position = 0
        while position < len(items):
            found = self._phrase_at(items, position)
            joined.append(found.item if found else items[position])
            position = found.after if found else position + 1
        return joined

    def _phrase_at(self, items: Sequence[Item], first: int) -> _Found | None:
        element = None if self._is_bare(items[first]) else self._element_at(items, first)
        if element is None:
            return None
        governed = first > 0 and self._governs(items[first - 1])
        while True:
            position = self._past_separator(items, element.after)
            linked = position > element.after
            following = (
                self._ellipsis(items, element.item, position) or self._element_at(items, position) if linked else None
            )
            if following is None or (governed and self._begins_clause(items, following)):
                return element
            merged = _merge(element.item, following.item)
            if merged is None:
                return element
            element = _Found(merged, following.after)

    def _is_bare(self, item: Item) -> bool:
        """Whether a word begins no phrase that names anything."""
        return (
            item.tag == "word"
            and not (item.places or item.parties)
            and item.lower not in _DETERMINERS
            and (bool(item.forms) or item.lower in self._lexicon.closed)
        )

    def _element_at(self, items: Sequence[Item], first: int) -> _Found | None:
        """One member of a list: scope, determiner, modifiers and kind word belong to the name behind them."""
        position, extent = first, None
        if position < len(items) and items[position].tag == "scope":
            extent = _extent(items[position])
            position += 1
        position = self._past_determiner(items, position)
        anaphor = self._anaphor(items, position, first)
        if anaphor:
            return _Found(_scoped(anaphor.item, extent), anaphor.after)
        named = self._named(items, position)
        if named is None:
            return None
        after = self._past_parenthesis(items, named.after)
        found = self._contained(items, _Found(named.item, after)) or _Found(named.item, after)
        starts = replace(found.item, start=items[first].start) if extent else found.item
        return _Found(_scoped(starts, extent), found.after)

    def _past_determiner(self, items: Sequence[Item], position: int) -> int:
        if position < len(items) and items[position].tag == "word" and items[position].lower in _DETERMINERS:
            return position + 1
        return position

    def _named(self, items: Sequence[Item], first: int) -> _Found | None:
        """A name, or modifiers and ``town of`` before one."""
        if first < len(items) and items[first].is_name:
            return self._possessed(items, first) or _Found(items[first], first + 1)
        position = first
        while position < len(items) and position - first < _MOST_MODIFIERS and self._is_modifier(items[position]):
            position += 1
        if first < position < len(items) and items[position].is_name and first > 0 and items[first - 1].lower == "the":
            return _Found(items[position], position + 1)
        if position + 1 < len(items) and items[position].tag == "kind" and items[position + 1].lower == "of":
            kind = self._lexicon.place_kinds[items[position].lower]
            name = self._past_determiner(items, position + 2)
            if name < len(items) and items[name].places:
                places = tuple(replace(ref, kind=ref.kind or kind) for ref in items[name].places)
                inside = self._rest_of_kind_list(items, name, kind)
                return inside or _Found(replace(items[name], places=places, parties=()), name + 1)
        return None

    def _possessed(self, items: Sequence[Item], first: int) -> _Found | None:
        """``Nagorno-Karabakh's Lachin region``: the place behind the possessive, and not the one that holds it."""
        if first + 2 >= len(items) or items[first + 1].lower != "'s" or not items[first].places:
            return None
        inner = items[first + 2]
        return _Found(inner, first + 3) if inner.places and not inner.is_state else None

    def _rest_of_kind_list(self, items: Sequence[Item], name: int, kind: str) -> _Found | None:
        """``the villages of Talish and Madagiz``: the plural kind word is said of the whole list."""
        found = self._phrase_at(items, name)
        if found is None or len(found.item.places) <= 1:
            return None
        places = tuple(replace(ref, kind=ref.kind or kind) for ref in found.item.places)
        return _Found(replace(found.item, places=places, parties=()), found.after)

    def _is_modifier(self, item: Item) -> bool:
        known = item.lower in self._lexicon.closed or bool(item.forms)
        return item.tag == "word" and not known and item.text[0].isalpha()

    def _anaphor(self, items: Sequence[Item], position: int, first: int) -> _Found | None:
        """``the town``, ``the two districts``, ``the mountainous enclave``: a kind word with an article and no name."""
        if position == first or position >= len(items):
            return None
        at = position
        while (
            at < len(items)
            and at - position < _MOST_MODIFIERS
            and (items[at].lower in _NUMBERS or self._is_modifier(items[at]))
        ):
            at += 1
        if at >= len(items) or items[at].tag != "kind":
            return None
        if at + 1 < len(items) and items[at + 1].lower == "of" and any(i.is_name for i in items[at + 2 : at + 4]):
            return None
        word = items[at]
        text = " ".join(item.text for item in items[position - 1 : at + 1])
        ref = PlaceRef(
            text=text,
            start=items[position - 1].start,
            end=word.end,
            kind=self._lexicon.place_kinds[word.lower],
            anaphor=True,
        )
        plural = word.lower in self._lexicon.classes["plural_kinds"]
        item = replace(word, start=ref.start, text=text, lower="they" if plural else "it", tag="place", places=(ref,))
        return _Found(replace(item, forms=()), at + 1)

    def _past_parenthesis(self, items: Sequence[Item], position: int) -> int:
        """Past an alias in brackets."""
        if position >= len(items) or items[position].text != "(":
            return position
        for close in range(position + 1, min(len(items), position + _MOST_PARENTHESIS)):
            if items[close].text == ")":
                return close + 1
        return position

    def _contained(self, items: Sequence[Item], found: _Found) -> _Found | None:
        """``six villages of Fuzuli``: the container of a counted place."""
        item = found.item
        if not (item.places and item.places[0].counted) or found.after >= len(items):
            return None
        if items[found.after].lower not in ("of", "in", "around", "near"):
            return None
        name = self._past_determiner(items, found.after + 1)
        if name >= len(items) or not items[name].places or items[name].places[0].counted:
            return None
        return _Found(_within(item, items[name].places[0]), name + 1)

    def _ellipsis(self, items: Sequence[Item], before: Item, first: int) -> _Found | None:
        """``six villages of Fuzuli, seven of Jabrayil``: a number that leaves out the noun of the one before."""
        name = first + 2
        if not before.places or before.places[-1].within is None or name >= len(items) or not items[name].places:
            return None
        if items[first].lower not in _NUMBERS and not items[first].text.isdigit():
            return None
        return (
            _Found(_within(items[first], items[name].places[0]), name + 1) if items[first + 1].lower == "of" else None
        )

    def _past_separator(self, items: Sequence[Item], position: int) -> int:
        """Past what links members of a list: a comma, a conjunction, both, or an apposition before another member."""
        plain = self._past_link(items, position)
        if plain > position:
            after = self._past_link(items, plain)
            if after < len(items) and (self._element_at(items, after) or items[after].lower in _NUMBERS):
                return after
        return self._past_apposition(items, position)

    def _past_link(self, items: Sequence[Item], position: int) -> int:
        if position >= len(items):
            return position
        if items[position].lower in (",", "and", "or", "nor"):
            return position + 1
        words = [item.lower for item in items[position : position + 3]]
        return position + 3 if words == ["as", "well", "as"] else position

    def _past_apposition(self, items: Sequence[Item], position: int) -> int:
        """Past ``, also known as X, internationally recognised as Y,`` where ``and Z`` follows."""
        if position + 1 >= len(items) or items[position].text != ",":
            return position
        if items[position + 1].lower not in self._lexicon.lists["apposition_openers"]:
            return position
        for at in range(position + 2, min(len(items) - 1, position + _MOST_APPOSITION)):
            if items[at].forms and any(form.form in ("past", "third") for form in items[at].forms):
                return position
            if items[at].text == "," and items[at + 1].lower in ("and", "or"):
                return at + 2
        return position

    def _governs(self, item: Item) -> bool:
        """Whether what stands before a phrase makes it an object: a verb or a preposition."""
        return bool(item.forms) or item.lower in self._lexicon.classes["prepositions"]

    def _begins_clause(self, items: Sequence[Item], element: _Found) -> bool:
        """Whether a member is rather the subject of a verb behind it (``took Agdam, and Yerevan said``).

        A participle may also be said of the whole list (``took Agdam and Fuzuli, held since 1993``).
        """
        position = element.after
        while position < len(items) and items[position].lower in self._lexicon.classes["adverbs"]:
            position += 1
        if position >= len(items):
            return False
        forms = {form.form for form in items[position].forms}
        if any(items[position].lower in self._lexicon.classes[name] for name in ("be", "have", "do", "modals")):
            return True
        return "third" in forms or ("past" in forms and (bool(element.item.parties) or "participle" not in forms))


def _merge(first: Item, second: Item) -> Item | None:
    """Two members as one phrase, or None where they share no reading."""
    places = (*first.places, *second.places) if first.places and second.places else ()
    parties = (*first.parties, *second.parties) if first.parties and second.parties else ()
    if not places and not parties:
        return None
    kind = next((ref.kind for ref in second.places if ref.kind), None)
    if kind and places:
        places = tuple(replace(ref, kind=ref.kind or kind) for ref in places)
    return replace(
        first,
        end=second.end,
        text=f"{first.text}, {second.text}",
        lower="they",
        places=places,
        parties=parties,
    )


def _within(counted: Item, holder: PlaceRef) -> Item:
    """A counted place that is said to lie in another: a part of that one."""
    ref = PlaceRef(
        text=counted.text,
        start=counted.start,
        end=holder.end,
        place=holder.place,
        kind=holder.kind,
        extent="part",
        counted=True,
        within=holder.place or holder.text,
    )
    return replace(counted, end=holder.end, tag="place", places=(ref,), parties=())


def _extent(scope: Item) -> Extent:
    return "part" if scope.expression == "scope.part" else "whole"


def _scoped(item: Item, extent: Extent | None) -> Item:
    if extent is None or not item.places:
        return item
    return replace(item, places=tuple(replace(ref, extent=extent) for ref in item.places), parties=())
