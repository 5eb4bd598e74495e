"""Lands made up for measuring: a grid of areas with winding borders, which neighbours share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from shapely import box, get_num_coordinates, segmentize, transform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Polygon

STEP = 0.02
"""Degrees between two corners of a border."""

SWING = 0.004
"""Degrees by which a border winds."""


def grid(columns: int, rows: int, *, size: float = 0.2, west: float = 20.0, south: float = 40.0) -> dict[str, Polygon]:
    """Areas of ``size`` degrees in rows and columns, by id."""
    return {
        f"{column}-{row}": transform(segmentize(_square(west + column * size, south + row * size, size), STEP), _wind)
        for row in range(rows)
        for column in range(columns)
    }


def vertices(shapes: Sequence[Polygon]) -> int:
    """How many corners the shapes have."""
    return int(sum(get_num_coordinates(list(shapes))))


def _square(west: float, south: float, size: float) -> Polygon:
    return box(west, south, west + size, south + size)


def _wind(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same shift for the same point, so that neighbours stay neighbours."""
    lon, lat = positions.T
    return positions + SWING * np.column_stack([np.sin(lat * 97), np.cos(lon * 89)])
