"""Chooses the words by which a place is shown: the names of a stated order beside each other, or one language.

Where a language has no name on record, the name shown is that of the same language in other letters (``hy-Latn`` for
``hy``), and where there is none either, the region's own. All names are found, whichever is shown.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Names: TypeAlias = "Sequence[tuple[str, str]]"
"""Names as (BCP 47 tag, text)."""

OWN = "en"
"""The language of a region's own names: reports are read in English."""

BOTH = "both"
"""Stands for the names in the region's stated order."""

NAME_ORDER = ("en", "*-Latn")
"""The order of a region that states none: English, then what is written in Latin letters otherwise."""

JOINT = " / "


def shown(name: str, names: Names, *, choice: str, order: Sequence[str]) -> str:
    """What a place or area is called.

    Parameters
    ----------
    name
        The region's own name, used where nothing better is known.
    names
        Further names as (BCP 47 tag, text).
    choice
        ``both``, or the tag of one language.
    order
        Tags whose names stand beside each other in ``both``, in the region's stated order; ``*-Latn`` is any language
        written in Latin letters.

    Examples
    --------
    >>> names = [("az", "Kəlbəcər"), ("en", "Kalbajar"), ("hy-Latn", "Karvachar")]
    >>> shown("Kalbajar", names, choice="both", order=("en", "hy-Latn"))
    'Kalbajar / Karvachar'
    >>> [shown("Kalbajar", names, choice=language, order=()) for language in ("az", "hy", "ru")]
    ['Kəlbəcər', 'Karvachar', 'Kalbajar']
    """
    if choice != BOTH:
        return on_record(name, names, choice) or name
    chosen: list[str] = []
    for tag in order:
        text = _first(names, tag) or (name if not chosen else None)
        if text and text.casefold() not in (other.casefold() for other in chosen):
            chosen.append(text)
    return JOINT.join(chosen) or name


def on_record(name: str, names: Names, tag: str) -> str | None:
    """The first name in a language, or in the same one in other letters; None where neither is on record."""
    return _first(names, tag) or (name if tag == OWN else None) or _first(names, f"{tag}-*")


def _first(names: Names, tag: str) -> str | None:
    return next((text for lang, text in names if fnmatchcase(lang, tag) and text), None)
