"""Opens the words by which a report's own data are recognised (``words.toml``)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, cast


@cache
def words(section: str) -> dict[str, Any]:
    """One section of ``words.toml``."""
    data = tomllib.loads(files("geo.articles").joinpath("words.toml").read_text(encoding="utf-8"))
    return cast("dict[str, Any]", data[section])


def one_of(phrases: list[str]) -> str:
    """A pattern that matches any of the phrases, the longest first."""
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
