"""What speaks for and against what was told before, from ``antecedents.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of one kind of antecedent by what they weigh; ``roles`` by the part in the clause."""

    of: Mapping[str, float]
    roles: Mapping[str, float]
    by_distance: tuple[float, ...]
    words: Mapping[str, frozenset[str]]


@cache
def weights(kind: str) -> Weights:
    """The weights of ``place``, ``party`` or ``salience``."""
    with files("geo.extract.syntax").joinpath("antecedents.toml").open("rb") as file:
        table: dict[str, Any] = tomllib.load(file)[kind]
    return Weights(
        of={name: value for name, value in table.items() if isinstance(value, float)},
        roles=table.get("roles", {}),
        by_distance=tuple(table.get("by_distance", ())),
        words={name: frozenset(row) for name, row in table.get("words", {}).items()},
    )
