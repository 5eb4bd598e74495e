"""What a build may be told; one object, passed in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a build may be told.

    ``region`` is a name or a path, as :func:`geo.regions.open_region` takes it. ``names`` is ``both`` or the tag of the
    one language in which the page shows places. ``as_known_on`` is an ISO day: only reports published by then count.
    ``grammar_only`` reads without the parser.
    """

    region: str = "karabakh"
    names: str = "both"
    as_known_on: str | None = None
    grammar_only: bool = False
