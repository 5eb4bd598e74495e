"""Reads a region's TOML key by key: a key that nobody reads is a typing error, and is named with the nearest one."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

T = TypeVar("T")

_KINDS: dict[type, str] = {str: "a text", float: "a number", bool: "true or false", list: "a list", dict: "a table"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file that knows where it stands and which keys it may have."""

    where: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, values: object, *, where: str, keys: Collection[str]) -> Table:
        """A table with no other keys than these.

        Raises
        ------
        RegionError
            Where it is no table, or has another key; the message names that key and the nearest one.
        """
        table = _checked(values, dict, where)
        known(table, keys, where=where, what="key")
        return cls(where, table)

    def text(self, key: str) -> str:
        """A text that must be there."""
        return _checked(self._value(key), str, f"{self.where}: {key}")

    def number(self, key: str) -> float:
        """A number that must be there."""
        value = self._value(key)
        return float(_checked(float(value) if type(value) is int else value, float, f"{self.where}: {key}"))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts that must be there."""
        values = _checked(self._value(key), list, f"{self.where}: {key}")
        return tuple(_checked(value, str, f"{self.where}: {key}") for value in values)

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; the latter where the key is not there."""
        return _checked(self.values.get(key, False), bool, f"{self.where}: {key}")

    def table(self, key: str, keys: Collection[str]) -> Table | None:
        """The table below a key, with no other keys than these; None where it is not there."""
        return Table.of(self.values[key], where=f"{self.where}, [{key}]", keys=keys) if key in self.values else None

    def tables(self, key: str, keys: Collection[str]) -> tuple[Table, ...]:
        """The tables of ``[[key]]``, each named by its id or its number."""
        rows = _checked(self.values.get(key, []), list, f"{self.where}: {key}")
        named = (
            (row.get("id", number) if isinstance(row, dict) else number, row) for number, row in enumerate(rows, 1)
        )
        return tuple(Table.of(row, where=f"{self.where}, {key} {name!r}", keys=keys) for name, row in named)

    def pairs(self, key: str, *, several: bool = True) -> tuple[tuple[str, str], ...]:
        """A table of free keys with a text each, or several where these may be."""
        table = _checked(self.values.get(key, {}), dict, f"{self.where}: {key}")
        return tuple(
            (name, _checked(text, str, f"{self.where}: {key}, {name}"))
            for name, texts in table.items()
            for text in (texts if several and isinstance(texts, list) else [texts])
        )

    def query(self, key: str) -> Mapping[str, Any]:
        """A table that :func:`geo.regions.queries.select` reads, which checks its keys."""
        return _checked(self._value(key), dict, f"{self.where}: {key}")

    def _value(self, key: str) -> object:
        if key not in self.values:
            raise RegionError(f"{self.where} lacks the key {key!r}.")
        return self.values[key]


def known(names: Iterable[str], among: Collection[str], *, where: str, what: str) -> None:
    """Refuse a name that is not among those there are.

    Raises
    ------
    RegionError
        Naming it, the nearest, and all there are.
    """
    for name in names:
        if name not in among:
            close = difflib.get_close_matches(name, among, n=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            raise RegionError(f"{where}: no {what} {name!r}.{hint} There are: {', '.join(sorted(among))}.")


def _checked(value: object, kind: type[T], where: str) -> T:
    if isinstance(value, kind) and (kind is bool or not isinstance(value, bool)):
        return value
    raise RegionError(f"{where} is {_short(value)}, which is not {_KINDS[kind]}.")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_SHOWN = 60
