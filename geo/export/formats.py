"""The formats that ``geo export`` writes, by stable id; a later one is one more entry.

A format turns an :class:`Atlas` into the bytes of whole files; the caller writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.export.features import geojson, json_lines
from geo.export.gdal import flatgeobuf, geopackage
from geo.export.kml import kml
from geo.export.parquet import geoparquet
from geo.export.table import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.export.layers import Atlas

TOGETHER = "atlas"
"""The name of a file that holds several layers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format for export.

    ``id`` is what a user gives, and never changes; ``suffix`` ends its files' names, without the dot. ``together`` says
    that one file holds all layers; otherwise ``encode`` is given one layer at a time.
    """

    id: str
    description: str
    suffix: str
    together: bool
    encode: Callable[[Atlas], bytes]

    def render(self, atlas: Atlas) -> dict[str, bytes]:
        """The files of the format, by name; the same atlas gives the same bytes."""
        if self.together:
            name = atlas.layers[0].name if len(atlas.layers) == 1 else TOGETHER
            return {f"{name}.{self.suffix}": self.encode(atlas)}
        return {f"{layer.name}.{self.suffix}": self.encode(replace(atlas, layers=(layer,))) for layer in atlas.layers}


FORMATS: dict[str, Format] = {
    known.id: known
    for known in (
        Format(
            id="geojson",
            description="RFC 7946, for QGIS, kepler.gl and Leaflet",
            suffix="geojson",
            together=False,
            encode=geojson,
        ),
        Format(
            id="gpkg",
            description="GeoPackage, one file with a table for each layer, for QGIS and ArcGIS",
            suffix="gpkg",
            together=True,
            encode=geopackage,
        ),
        Format(
            id="parquet",
            description="GeoParquet 1.1, for DuckDB, pandas and Spark",
            suffix="parquet",
            together=False,
            encode=geoparquet,
        ),
        Format(
            id="fgb",
            description="FlatGeobuf, for web maps and large data",
            suffix="fgb",
            together=False,
            encode=flatgeobuf,
        ),
        Format(
            id="kml",
            description="KML with time spans and colours, one file, for Google Earth",
            suffix="kml",
            together=True,
            encode=kml,
        ),
        Format(
            id="csv",
            description="tables for spreadsheets (UTF-8), surfaces left out",
            suffix="csv",
            together=False,
            encode=table,
        ),
        Format(
            id="jsonl",
            description="JSON Lines, a GeoJSON feature on each",
            suffix="jsonl",
            together=False,
            encode=json_lines,
        ),
    )
}
"""The formats by id."""
