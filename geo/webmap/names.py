"""Chooses the words of a label: both names in the region's stated order, or one language."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BOTH = "both"
JOINT = " / "
_ASIDE = re.compile(r"\s*\([^()]*\)")


def label(name: str, names: Sequence[tuple[str, str]], *, choice: str, order: Sequence[str]) -> str:
    """The label of a place or area.

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
    >>> label("Kalbajar", names, choice="both", order=("en", "hy-Latn"))
    'Kalbajar / Karvachar'
    >>> label("Kalbajar", names, choice="az", order=("en", "hy-Latn"))
    'Kəlbəcər'
    """
    if choice != BOTH:
        return _first(names, choice) or name
    chosen: list[str] = []
    for tag in order:
        text = _first(names, tag) or (name if not chosen else None)
        if text and text.casefold() not in (other.casefold() for other in chosen):
            chosen.append(text)
    return JOINT.join(chosen) or name


def short(name: str, *, without: Sequence[str]) -> str:
    """The name as a map has room for it: without some words, and without what stands in parentheses.

    A last word that all names share is said once.

    Examples
    --------
    >>> short("Kalbajar District / Karvachar", without=("District",))
    'Kalbajar / Karvachar'
    >>> short("Lachin corridor / Berdzor corridor", without=())
    'Lachin / Berdzor corridor'
    """
    bare = _ASIDE.sub("", name)
    for word in without:
        bare = bare.replace(f" {word}", "")
    *others, last = bare.strip().split(JOINT)
    _, space, kind = last.rpartition(" ")
    if space and all(other.endswith(space + kind) for other in others):
        others = [other.removesuffix(space + kind) for other in others]
    return JOINT.join([*others, last]) or name


def _first(names: Sequence[tuple[str, str]], tag: str) -> str | None:
    return next((text for lang, text in names if fnmatchcase(lang, tag) and text), None)
