"""GeoParquet 1.1: typed columns, lists as lists, geometry as WKB with its metadata.

Source of the metadata: https://geoparquet.org/releases/v1.1.0/. Written by pyarrow, whose version stands in the file
(``created_by``), since readers look there for the faults of writers: the same content gives the same bytes with the
same pyarrow.
"""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from geo.errors import MissingPackageError
from geo.export.layers import NOTICE
from geo.export.rfc7946 import bounding_box, readable
from geo.export.times import as_typed
from geo.export.wkb import well_known_binary

if TYPE_CHECKING:
    from geo.export.layers import Atlas, Kind, Layer


def geoparquet(atlas: Atlas) -> bytes:
    """One layer as GeoParquet 1.1, on the CRS that the format has by default (OGC:CRS84, longitude first).

    Raises
    ------
    MissingPackageError
        Where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingPackageError(
            "GeoParquet is written by pyarrow, which is not installed. Install it (pip install pyarrow), "
            "or choose another --format."
        ) from error

    (layer,) = atlas.layers
    columns: dict[str, Kind] = {"id": "text", **layer.columns}
    listed = [{"id": row.id, **row.properties} for row in layer.rows]
    types = _arrow_types(pa)
    held = {name: pa.array([_plain(one[name], kind) for one in listed], types[kind]) for name, kind in columns.items()}
    held["geometry"] = pa.array(well_known_binary(layer), pa.binary())
    table = pa.table(held).replace_schema_metadata({"geo": _metadata(layer), "description": NOTICE})
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def _metadata(layer: Layer) -> str:
    box = bounding_box({"geometry": row.geometry} for row in layer.rows)
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": [layer.shape] if box else [],
        "orientation": "counterclockwise",
    }
    if box:
        column["bbox"] = box
    return json.dumps({"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}})


def _arrow_types(pa: Any) -> dict[Kind, Any]:  # noqa: ANN401 - pyarrow's, which ships no hints
    return {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "number": pa.float64(),
        "count": pa.int64(),
        "flag": pa.bool_(),
        "day": pa.date32(),
        "moment": pa.timestamp("ms", tz="UTC"),
    }


def _plain(value: object, kind: Kind) -> object:
    value = as_typed(value, kind)
    if value is None:
        return None
    if kind == "day":
        return date.fromisoformat(str(value))
    if kind == "moment":
        return datetime.fromisoformat(str(value))
    return readable(value)
