"""GeoPackage and FlatGeobuf, written by GDAL (pyogrio's) from arrays, without a clock.

Days are of GDAL's type Date and moments of DateTime, so that QGIS's temporal controller takes ``start`` and ``end`` by
itself (FlatGeobuf has no Date; there they are moments). Texts in a list are a JSON array, since neither format has
lists. The same content gives the same bytes with the same pyogrio; another may lay a file out otherwise.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from geo.export.layers import NOTICE
from geo.export.rfc7946 import readable
from geo.export.times import as_typed
from geo.export.wkb import well_known_binary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.export.layers import Atlas, Kind, Layer

_NUMPY: dict[Kind, str] = {
    "text": "object",
    "texts": "object",
    "number": "float64",
    "count": "int64",
    "flag": "bool",
    "day": "datetime64[D]",
    "moment": "datetime64[ms]",
}
_ABSENT: dict[Kind, object] = {"number": float("nan"), "count": 0, "flag": False, "day": "NaT", "moment": "NaT"}
"""What stands in an array for None; the mask says that it is none."""

_UTC = 100
"""GDAL's number for UTC among its time zone flags."""

_NO_DATE = date(1970, 1, 1)


def geopackage(atlas: Atlas) -> bytes:
    """One GeoPackage 1.3 with a table for each layer; its time stamps are the day of the last publication."""
    with TemporaryDirectory(prefix="geo-export-") as folder, _dated(atlas.as_of or _NO_DATE):
        path = Path(folder, "atlas.gpkg")
        for layer in atlas.layers:
            _write(
                path,
                layer,
                driver="GPKG",
                geometry_type=layer.shape,
                dataset_options={"VERSION": "1.3"},  # read by GDAL 3.6 of Debian 12 without a warning
                layer_options={
                    "IDENTIFIER": layer.title,
                    "DESCRIPTION": NOTICE,
                    "DATETIME_PRECISION": "MILLISECOND",  # what the standard asks for
                },
            )
        return path.read_bytes()


def flatgeobuf(atlas: Atlas) -> bytes:
    """One layer as FlatGeobuf; with its spatial index where every row has a geometry, which the index demands."""
    (layer,) = atlas.layers
    indexed = bool(layer.rows) and all(row.geometry for row in layer.rows)
    with TemporaryDirectory(prefix="geo-export-") as folder:
        path = Path(folder, "layer.fgb")
        _write(
            path,
            layer,
            driver="FlatGeobuf",
            geometry_type=layer.shape,
            layer_options={
                "SPATIAL_INDEX": "YES" if indexed else "NO",
                "TITLE": layer.title,
                "DESCRIPTION": NOTICE,
                "TEMPORARY_DIR": folder,
            },
        )
        return path.read_bytes()


def _write(path: Path, layer: Layer, **options: Any) -> None:  # noqa: ANN401 - GDAL's own
    from pyogrio import raw

    columns: dict[str, Kind] = {"id": "text", **layer.columns}
    listed = [{"id": row.id, **row.properties} for row in layer.rows]
    arrays = {name: _array([as_typed(values[name], kind) for values in listed], kind) for name, kind in columns.items()}
    raw.write(
        str(path),
        well_known_binary(layer),
        [array for array, _ in arrays.values()],
        list(arrays),
        field_mask=[mask for _, mask in arrays.values()],
        layer=layer.name,
        crs="EPSG:4326",
        gdal_tz_offsets={name: _zones(mask) for name, (_, mask) in arrays.items() if columns[name] == "moment"},
        **options,
    )


def _array(values: Sequence[object], kind: Kind) -> tuple[Any, Any]:
    """The values as an array, and the mask of those that are absent."""
    import numpy as np

    absent = np.array([value is None for value in values], dtype=bool)
    plain = [_ABSENT.get(kind) if value is None else _plain(value, kind) for value in values]
    return np.array(plain, dtype=_NUMPY[kind]), absent


def _plain(value: object, kind: Kind) -> object:
    if kind == "moment":
        return str(value).removesuffix("Z")
    told = readable(value)
    return json.dumps(told, ensure_ascii=False) if kind == "texts" else told


def _zones(absent: Any) -> Any:  # noqa: ANN401 - numpy's arrays
    import numpy as np

    return np.where(absent, 0, _UTC)


@contextmanager
def _dated(day: date) -> Iterator[None]:
    """Let GDAL take this day for today."""
    import pyogrio

    name = "OGR_CURRENT_DATE"
    before = pyogrio.get_gdal_config_option(name)
    pyogrio.set_gdal_config_options({name: f"{max(day, date.min).isoformat()}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({name: before})
