"""What every format is made from: layers of typed columns and rows, before a format gives them bytes.

A layer is a table whose rows may have a shape. The formats differ in what they can hold, and not in what they say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

Kind: TypeAlias = Literal["text", "texts", "number", "count", "flag", "day", "moment"]
"""What a column holds: a text, texts in an order, a number with or without fractions, yes or no, an ISO day, or an ISO
moment in UTC."""

Shape: TypeAlias = Literal["MultiPolygon", "Point"]

NOTICE = (
    "Reported control, not sovereignty. Names and boundaries imply no endorsement. Boundaries are approximate. "
    "Not for navigation, safety or targeting."
)
"""What every reader is to know; it stands in the files that have a place for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One feature: ``properties`` by column, in the columns' order; ``geometry`` is GeoJSON's, on WGS 84, or None."""

    id: str
    title: str
    geometry: Mapping[str, object] | None
    properties: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Rows of one kind in a fixed order. ``columns`` gives each name its kind; any value may be None."""

    name: str
    title: str
    shape: Shape
    columns: Mapping[str, Kind]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """Layers that are exported together.

    ``as_of`` is the last day on which something was published, and the only date that a file bears; ``colours`` are
    ``#rrggbb`` by party.
    """

    layers: Sequence[Layer]
    as_of: date | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
