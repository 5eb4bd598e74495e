"""GeoJSON as RFC 7946 has it: WGS 84 without saying so, right-hand rings, six decimals, the same bytes each time.

Source of the rules: RFC 7946, sections 4 (no ``crs``) and 5 (``bbox``), and those that :mod:`geo.geojson` keeps.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from geo.geojson import DECIMALS, degrees, geometry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

GRID_DEGREES = 10.0**-DECIMALS

_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL, at which GDAL ends a text, and halves of surrogate pairs, which UTF-8 cannot hold."""

_LINE_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"}


def feature(
    ident: str, *, geometry: Mapping[str, object] | None, properties: Mapping[str, object]
) -> dict[str, object]:
    """A feature; ``geometry`` is None for what happened at no known point."""
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": dict(properties)}


def point(*, lon: float | None, lat: float | None) -> dict[str, object] | None:
    """A point geometry from degrees on WGS 84, or None where either is not known."""
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [degrees(lon), degrees(lat)]}


def surface(shapes: Sequence[BaseGeometry]) -> dict[str, object] | None:
    """The union of polygons as a Polygon or MultiPolygon, or None where there is no area.

    Common edges vanish; vertices lie on the grid of six decimals. Outer rings run anticlockwise, inner ones clockwise;
    where a ring starts and in which order parts stand depends on the shape alone.
    """
    import shapely

    union = shapely.union_all(list(shapes), grid_size=GRID_DEGREES)
    whole = shapely.normalize(shapely.set_precision(union, GRID_DEGREES))
    parts = [part for part in getattr(whole, "geoms", [whole]) if part.geom_type == "Polygon" and not part.is_empty]
    if not parts:
        return None
    return geometry_of(parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts))


def collection(features: Iterable[Mapping[str, object]]) -> str:
    """A FeatureCollection with its bounding box, one feature a line, in the order given; ends with a line break.

    What readers cannot read in a text (NUL, half of a surrogate pair) becomes U+FFFD. A number that is not finite
    raises ValueError.
    """
    members = list(features)
    box = bounding_box(members)
    lines = ",\n".join(dump(member) for member in members)
    head = '{"type": "FeatureCollection",\n' + (f'"bbox": {dump(box)},\n' if box else "")
    return f'{head}"features": [\n{lines}\n]}}\n' if lines else f'{head}"features": []}}\n'


def dump(value: object) -> str:
    """JSON on one line, for every reader; a number that is not finite raises ValueError."""
    text = json.dumps(readable(value), ensure_ascii=False, allow_nan=False)
    for char, escape in _LINE_BREAKS.items():
        text = text.replace(char, escape)
    return text


def readable(value: object) -> object:
    """The value with U+FFFD for what readers cannot read in its texts: NUL, and halves of surrogate pairs."""
    if isinstance(value, str):
        return _UNREADABLE.sub("\ufffd", value)
    if isinstance(value, Mapping):
        return {readable(key): readable(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [readable(held) for held in value]
    return value


def bounding_box(features: Iterable[Mapping[str, object]]) -> list[float] | None:
    """West, south, east, north over all geometries; None where there is none."""
    positions = [
        position
        for member in features
        if member["geometry"] is not None
        for position in _positions(cast("Mapping[str, object]", member["geometry"])["coordinates"])
    ]
    if not positions:
        return None
    lons, lats = zip(*positions, strict=True)
    return [min(lons), min(lats), max(lons), max(lats)]


def _positions(coordinates: object) -> Iterable[tuple[float, float]]:
    nested = cast("list[object]", coordinates)
    if nested and isinstance(nested[0], float):
        yield cast("tuple[float, float]", tuple(nested))
        return
    for part in nested:
        yield from _positions(part)
