"""The words of explanations, from ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALTERNATIVES = re.compile(r"\[([^|\]]*)\|([^|\]]*)\|([^\]]*)\]")
FEW = 6
"""So many words of a list are named; of more, it gives the number."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of ``words.toml``."""
    with files("geo.explaining").joinpath("words.toml").open("rb") as file:
        tables: Mapping[str, Mapping[str, Any]] = tomllib.load(file)
    return tables[name]


def chosen(template: str, number: int) -> str:
    """A template with one of each three alternatives: for what happened (0), is planned (1), is supposed (2).

    >>> chosen("A [took|will take|might take] B", 1)
    'A will take B'
    """
    return _ALTERNATIVES.sub(lambda match: match.group(number + 1), template)


def listed(words: Iterable[str], *, few: int = FEW) -> str:
    """Some words as a list, and how many more there are.

    >>> listed(["b", "a", "c"], few=2)
    'a, b and 1 more'
    """
    found = sorted(words)
    rest = len(found) - few
    return ", ".join(found) if rest <= 0 else f"{', '.join(found[:few])} and {rest} more"


def joined(words: Iterable[str]) -> str:
    """Words as English joins them: ``a, b and c``."""
    *others, last = list(words) or [""]
    return f"{', '.join(others)} and {last}" if others else last


def capitalised(text: str) -> str:
    """A text with a capital in front, as a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"


def quoted(text: str) -> str:
    """Words of the article on one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"
