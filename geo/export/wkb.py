"""Shapes as well-known binary, one type a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.export.layers import Layer


def well_known_binary(layer: Layer) -> Any:  # noqa: ANN401 - numpy's arrays
    """An array of the rows' geometries as little-endian WKB (degrees on WGS 84, longitude first), None where absent.

    In a layer of surfaces a Polygon becomes a MultiPolygon of one, so that all are of the type that the layer names.
    """
    import numpy as np
    import shapely
    from shapely.geometry import shape

    found = np.empty(len(layer.rows), dtype=object)
    for at, row in enumerate(layer.rows):
        if row.geometry is None:
            continue
        drawn = shape(row.geometry)
        if layer.shape == "MultiPolygon" and drawn.geom_type == "Polygon":
            drawn = shapely.MultiPolygon([drawn])
        found[at] = shapely.to_wkb(drawn, byte_order=1)
    return found
