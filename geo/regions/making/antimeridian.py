"""Brings longitudes back within half a turn, and splits what crosses the antimeridian (RFC 7946, 3.1.9). Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely import MultiPolygon, Polygon

    Surface: TypeAlias = Polygon | MultiPolygon
    Positions: TypeAlias = NDArray[np.float64]

HALF_TURN = 180.0
TURN = 360.0


def split_at_antimeridian(shape: Surface) -> tuple[Surface, str | None]:
    """The shape within -180..180, and what was done to it, or None.

    A ring whose neighbouring corners lie more than half a turn apart goes the other way round: files write 179 and
    -179 for two corners two degrees apart. One that runs around the whole world is left as it is.

    Examples
    --------
    >>> from shapely import box
    >>> split_at_antimeridian(box(179, -1, 181, 1))[0].bounds
    (-180.0, -1.0, 180.0, 1.0)
    """
    from shapely import box, get_parts, make_valid, total_bounds, union_all

    unwrapped = [_unwrapped(part) for part in get_parts(shape)]
    west, south, east, north = total_bounds(unwrapped)
    if west >= -HALF_TURN and east <= HALF_TURN:
        return shape, None
    unwrapped = [part if part.is_valid else make_valid(part, method="structure") for part in unwrapped]
    parts = []
    for turns in (-1, 0, 1):
        window = box(-HALF_TURN + turns * TURN, south - 1, HALF_TURN + turns * TURN, north + 1)
        parts += [_moved(part.intersection(window), -turns * TURN) for part in unwrapped if part.intersects(window)]
    split = union_all([piece for part in parts for piece in get_parts(part) if piece.area > 0])
    crosses = split.bounds[0] == -HALF_TURN and split.bounds[2] == HALF_TURN
    said = "crosses the antimeridian; split at 180°" if crosses else "longitudes beyond 180° brought back"
    return cast("Surface", split), said


def _unwrapped(part: Polygon) -> Polygon:
    """A polygon whose corners follow each other without a leap."""
    import numpy as np
    from shapely import get_coordinates, make_valid, transform

    leaps = np.abs(np.diff(get_coordinates(part.exterior)[:, 0]))
    if not ((leaps > HALF_TURN) & (leaps < TURN)).any():
        return part

    def eastward(positions: Positions) -> Positions:
        moved = positions.copy()
        moved[moved[:, 0] < 0, 0] += TURN
        return moved

    return make_valid(transform(part, eastward), method="structure", keep_collapsed=False)


def _moved(shape: Surface, degrees: float) -> Surface:
    from shapely.affinity import translate

    return cast("Surface", translate(shape, xoff=degrees)) if degrees else shape
