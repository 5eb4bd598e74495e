"""What a party or a place is called brought to what it is, so that answers in other words can be compared.

The names are data, in ``sides.toml`` and ``places.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LETTERS = str.maketrans({"ı": "i", "ə": "e", "Ə": "e"})
"""Letters that Unicode does not take apart into a base and a mark."""

_LONG_WORD = 4
"""Characters from which a word tells one party from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One row of ``sides.toml``: a name in which ``pattern`` is found is that of ``side``."""

    side: str
    pattern: re.Pattern[str]
    conflict: str | None

    def holds(self, party: str, conflict: str | None) -> bool:
        """Whether the party is of this side; a name whose conflict is not known may be of any."""
        return (self.conflict is None or conflict in (None, self.conflict)) and bool(self.pattern.search(party))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who belongs together."""

    rows: tuple[SideRow, ...]
    states: frozenset[str]
    state_words: re.Pattern[str]
    movement_words: re.Pattern[str]
    common_words: frozenset[str]

    def side_of(self, party: str | None, *, conflict: str | None) -> str | None:
        """The side that a party's name stands for; the name itself where no row knows it, None where there is none."""
        if party is None or not party.strip():
            return None
        return next((row.side for row in self.rows if row.holds(party, conflict)), None) or plain(party)

    def agree(self, wanted: str | None, found: str | None) -> bool:
        """Whether the side found answers the one in gold: any does where gold names none.

        A word for a kind of party (``army``, ``rebels``) agrees with every party of that kind; two names that no row
        knows agree where they share a telling word.
        """
        if wanted is None or wanted == found:
            return True
        if found is None:
            return False
        if self._is_generic(wanted) or self._is_generic(found):
            return self._is_state(wanted) == self._is_state(found)
        known = {row.side for row in self.rows}
        return not known & {wanted, found} and bool(self._telling(wanted) & self._telling(found))

    def _is_state(self, side: str) -> bool:
        return side in self.states or bool(self.state_words.search(side))

    def _is_generic(self, side: str) -> bool:
        return side not in self.states and bool(self.state_words.search(side) or self.movement_words.search(side))

    def _telling(self, side: str) -> set[str]:
        return {word for word in side.split() if len(word) >= _LONG_WORD} - self.common_words


@cache
def sides() -> Sides:
    """The table ``sides.toml``."""
    table = _table("sides")
    words: Mapping[str, list[str]] = table["words"]
    return Sides(
        rows=tuple(
            SideRow(
                side=row["name"],
                pattern=re.compile("|".join(row["patterns"]), re.IGNORECASE),
                conflict=row.get("conflict"),
            )
            for row in table["side"]
        ),
        states=frozenset(row["name"] for row in table["side"] if row.get("state")),
        state_words=_whole_words(words["state"]),
        movement_words=_whole_words(words["movement"]),
        common_words=frozenset(words["common"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNames:
    """Which names are one place's; ``keys`` gives for each listed name the first of its row's, by the alphabet."""

    keys: Mapping[str, str]
    kind_words: re.Pattern[str]

    def key(self, name: str) -> str:
        """What a place is filed under, whichever of its names is used; empty where the name holds no letter."""
        whole = plain(name)
        bare = " ".join(self.kind_words.sub(" ", whole).split())
        return self.keys.get(whole) or self.keys.get(bare) or bare or whole


@cache
def place_names() -> PlaceNames:
    """The table ``places.toml``."""
    table = _table("places")
    return PlaceNames(
        keys={name: min(row) for row in table["names"] for name in row},
        kind_words=_whole_words(table["kinds"]),
    )


def plain(text: str) -> str:
    """A name in small letters, without diacritics and without marks other than the hyphen, its words one space apart.

    >>> plain("Kəlbəcər  (city)")
    'kelbecer city'
    """
    apart = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    bare = "".join(char for char in apart if not unicodedata.combining(char)).casefold()
    return " ".join(re.sub(r"[^\w\s-]", " ", bare).split())


def _whole_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("geo.evaluate").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
