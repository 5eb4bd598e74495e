"""GeoJSON: a layer as a FeatureCollection, or as JSON Lines with a feature on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.rfc7946 import collection, dump, feature

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from geo.export.layers import Atlas, Layer


def geojson(atlas: Atlas) -> bytes:
    """One layer as a FeatureCollection by RFC 7946."""
    (layer,) = atlas.layers
    return collection(_features(layer)).encode()


def json_lines(atlas: Atlas) -> bytes:
    """One layer with a whole GeoJSON feature a line, as GDAL (GeoJSONSeq), tippecanoe, jq and DuckDB read them."""
    (layer,) = atlas.layers
    return "".join(f"{dump(one)}\n" for one in _features(layer)).encode()


def _features(layer: Layer) -> Iterator[Mapping[str, object]]:
    return (feature(row.id, geometry=row.geometry, properties=row.properties) for row in layer.rows)
