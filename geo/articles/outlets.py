"""Finds the outlet of a plain text: in its dateline, in a credit line, or as a lone line that the region knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.articles.words import one_of, words
from geo.names import fold

if TYPE_CHECKING:
    from geo.articles.datelines import Dateline
    from geo.regions import Region

_CREDIT_LINES = 4
"""Lines at either end of a text among which a credit line may stand."""

_LONGEST = 80
_BRACKETS = "/()[]-–— ."


def source_of(text: str, dateline: Dateline | None, region: Region) -> str | None:
    """The outlet in the text's own words, or None.

    A dateline's brackets that hold the name of a place name no outlet (`STEPANAKERT (KHANKENDI) -`); nor does a lone
    line that is an ordinary word (a heading `Report`).
    """
    if dateline and dateline.outlet and (region.outlet(dateline.outlet) or not _is_place(dateline.outlet, region)):
        return dateline.outlet
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in lines[-_CREDIT_LINES:][::-1] + lines[:_CREDIT_LINES]:
        if credited := _credited(line):
            return credited
    for line in (*lines[-1:], *lines[:1]):
        if len(lines) > 1 and region.outlet_finder.is_name(line.strip(_BRACKETS)):
            return line.strip(_BRACKETS)
    return None


def _credited(line: str) -> str | None:
    match = re.match(rf"(?:{one_of(words('labels')['outlet'])})\s*[:：]\s*(\S.*)$", line, re.IGNORECASE)
    if not match or len(match[1]) > _LONGEST or "://" in match[1]:
        return None
    return match[1].strip(" .")


def _is_place(name: str, region: Region) -> bool:
    folded = fold(name)
    return any(
        folded == fold(other) for place in region.places for other in (place.name, *(n.text for n in place.names))
    )
