"""Country codes by name: ISO 3166-1, from ``countries.csv``."""

from __future__ import annotations

import csv
import difflib
from functools import cache
from importlib.resources import files

from geo.errors import UnknownRegionError
from geo.names import fold


def country_code(name: str) -> str:
    """The three letters of ISO 3166-1 for a country's English name, or its two or three letters.

    Raises
    ------
    UnknownRegionError
        Where the table has no such country; the message names the nearest.

    Examples
    --------
    >>> country_code("Ukraine"), country_code("ua"), country_code("Ivory Coast")
    ('UKR', 'UKR', 'CIV')
    """
    codes = _codes()
    key = fold(name)
    if key in codes:
        return codes[key]
    close = difflib.get_close_matches(key, codes, n=1)
    hint = f" Did you mean {close[0].title()!r}?" if close else ""
    raise UnknownRegionError(f"No country {name!r}.{hint} Write its English name, or its code in ISO 3166 (UKR).")


@cache
def _codes() -> dict[str, str]:
    text = files("geo.regions").joinpath("countries.csv").read_text("utf-8")
    return {
        fold(word): row["iso3"]
        for row in csv.DictReader(text.splitlines())
        for word in (row["iso3"], row["iso2"], row["name"], *row["also"].split("|"))
        if word
    }
