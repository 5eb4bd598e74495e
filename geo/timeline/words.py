"""The lists of ``words.toml``: what the timeline knows of English."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal


@cache
def timeline_words(
    table: Literal["official", "land"], key: Literal["words", "kinds", "in_plural", "small", "crowds"] = "words"
) -> frozenset[str]:
    """One list of a table."""
    data = tomllib.loads(files("geo.timeline").joinpath("words.toml").read_text(encoding="utf-8"))
    return frozenset(data[table][key])
