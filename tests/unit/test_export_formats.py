"""Every format, opened by a reader that is not ours, says what the layers say."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import duckdb
import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from export_cases import HELD, content, empty, said_by, varied
from shapely.geometry import shape

from geo.errors import MissingPackageError
from geo.export import FORMATS, LAYERS, atlas_of
from geo.export.layers import NOTICE

if TYPE_CHECKING:
    from pathlib import Path

    from geo.export import Atlas, Layer
    from geo.regions import Region

KML = "{http://www.opengis.net/kml/2.2}"
REPLACED = "\ufffd"
TEMPORAL = {"day", "moment"}


@pytest.fixture(scope="module")
def atlas(small_region: Region) -> Atlas:
    return varied(small_region)


@pytest.fixture(scope="module")
def folder(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All formats of the layers, in files."""
    folder = tmp_path_factory.mktemp("exports")
    for form in FORMATS.values():
        for name, data in form.render(atlas).items():
            (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def ogrinfo() -> str:
    found = shutil.which("ogrinfo")
    if found is None:
        pytest.skip("no ogrinfo: install Debian's gdal-bin")
    return found


def told(value: object) -> object:
    """A value as the readers give it: without what UTF-8 or SQLite cannot hold."""
    if isinstance(value, (list, tuple)):
        return [told(one) for one in value]
    return re.sub("[\x00\ud800]", REPLACED, value) if isinstance(value, str) else value


def plain(value: object, kind: str) -> object:
    """What a reader of tables gives for a value, as the layers have it."""
    if isinstance(value, (list, tuple)) or (hasattr(value, "tolist") and getattr(value, "ndim", 0)):
        return list(value)
    if value is None or pd.isna(value):
        return None
    if kind == "moment":
        return f"{pd.Timestamp(value).tz_convert('UTC').isoformat().removesuffix('+00:00')}Z"
    if kind == "day":
        return pd.Timestamp(value).date().isoformat()
    if kind == "texts":
        return json.loads(value) if isinstance(value, str) else list(value)
    return bool(value) if kind == "flag" else value


def assert_says(frame: pd.DataFrame, layer: Layer) -> None:
    """The frame has the layer's rows, in whatever order, with every value."""
    assert set(frame["id"]) == {row.id for row in layer.rows}
    by_id = frame.set_index("id")
    for row in layer.rows:
        for name, kind in layer.columns.items():
            found = plain(by_id.loc[row.id, name], kind)
            assert found == told(json.loads(json.dumps(row.properties[name]))), f"{row.id} {name}"


def assert_shaped(frame: gpd.GeoDataFrame, layer: Layer) -> None:
    by_id = frame.set_index("id")
    for row in layer.rows:
        drawn = by_id.loc[row.id, "geometry"]
        if row.geometry is None:
            assert drawn is None
        else:
            assert drawn.geom_type == layer.shape
            assert drawn.equals(shape(row.geometry))


@pytest.mark.parametrize("name", LAYERS)
def test_geopandas_reads_the_geopackage_whole(folder: Path, atlas: Atlas, name: str) -> None:
    layer = next(layer for layer in atlas.layers if layer.name == name)
    frame = gpd.read_file(folder / "atlas.gpkg", layer=name, engine="pyogrio")
    assert frame.crs == "EPSG:4326"
    assert_says(frame, layer)
    assert_shaped(frame, layer)


@pytest.mark.parametrize("name", LAYERS)
def test_geopandas_reads_flatgeobuf_whole(folder: Path, atlas: Atlas, name: str) -> None:
    layer = next(layer for layer in atlas.layers if layer.name == name)
    frame = gpd.read_file(folder / f"{name}.fgb", engine="pyogrio")
    assert frame.crs == "EPSG:4326"
    for column, kind in layer.columns.items():  # it keeps no column's kind where all is absent, and has no days
        if kind == "day":
            frame[column] = pd.to_datetime(frame[column])
    assert_says(frame, layer)
    assert_shaped(frame, layer)


@pytest.mark.parametrize("name", LAYERS)
def test_geopandas_reads_json_lines_as_it_reads_geojson(folder: Path, atlas: Atlas, name: str) -> None:
    layer = next(layer for layer in atlas.layers if layer.name == name)
    lines = (folder / f"{name}.jsonl").read_bytes().split(b"\n")
    assert lines.pop() == b""
    whole = json.loads((folder / f"{name}.geojson").read_bytes())
    assert [json.loads(line) for line in lines] == whole["features"]
    frame = gpd.read_file(f"GeoJSONSeq:{folder / name}.jsonl", engine="pyogrio")
    assert len(frame) == len(layer.rows)
    assert set(layer.columns) <= set(frame.columns)


def test_the_geopackage_has_the_types_that_a_temporal_controller_looks_for(folder: Path) -> None:
    """QGIS takes the first fields of type Date or DateTime whose names begin with start and end."""
    info = pyogrio.read_info(folder / "atlas.gpkg", layer="control")
    types = dict(zip(info["fields"], info["dtypes"], strict=True))
    dated = [name for name, kind in types.items() if str(kind).startswith("datetime64")]
    assert dated == ["start", "end", "start_time", "end_time"]
    assert (str(types["start"]), str(types["start_time"])) == ("datetime64[D]", "datetime64[ms]")


def test_the_geopackage_bears_the_day_of_the_last_publication_and_the_notice(folder: Path) -> None:
    database = sqlite3.connect(folder / "atlas.gpkg")
    rows = list(database.execute("select table_name, identifier, description, last_change from gpkg_contents"))
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    database.close()
    assert [row[0] for row in rows] == list(LAYERS)
    assert {row[3] for row in rows} == {"2021-01-18T00:00:00.000Z"}
    assert all("Reported control, not sovereignty" in row[2] for row in rows)


def test_debians_gdal_reads_the_geopackage_without_a_warning(folder: Path, atlas: Atlas, ogrinfo: str) -> None:
    done = subprocess.run([ogrinfo, "-ro", "-al", folder / "atlas.gpkg"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    for layer in atlas.layers:
        assert f"Layer name: {layer.name}\n" in done.stdout
        assert f"Feature Count: {len(layer.rows)}\n" in done.stdout
    assert "  start (Date) = 2021/01/19\n" in done.stdout
    assert "  end_time (DateTime) = 2021/01/19 00:00:00+00\n" in done.stdout
    assert "Agdam was handed over." in done.stdout


@pytest.mark.parametrize("name", LAYERS)
def test_debians_gdal_reads_flatgeobuf_and_json(folder: Path, atlas: Atlas, ogrinfo: str, name: str) -> None:
    count = next(len(layer.rows) for layer in atlas.layers if layer.name == name)
    for path in (f"{folder / name}.fgb", f"{folder / name}.geojson", f"GeoJSONSeq:{folder / name}.jsonl"):
        done = subprocess.run([ogrinfo, "-ro", "-so", "-al", path], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert f"Feature Count: {count}\n" in done.stdout


@pytest.mark.parametrize("name", LAYERS)
def test_pyarrow_reads_geoparquet_with_its_metadata(folder: Path, atlas: Atlas, name: str) -> None:
    layer = next(layer for layer in atlas.layers if layer.name == name)
    table = pq.read_table(folder / f"{name}.parquet")
    geo = json.loads(table.schema.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    (column,) = geo["columns"].values()
    assert (column["encoding"], column["geometry_types"], "crs" in column) == ("WKB", [layer.shape], False)
    drawn = [shape(row.geometry) for row in layer.rows if row.geometry]
    assert column["bbox"] == pytest.approx(list(shapely.total_bounds(drawn)))
    for row, found in zip(layer.rows, table.to_pylist(), strict=True):
        assert found.pop("geometry") == (shapely.to_wkb(_multi(row.geometry)) if row.geometry else None)
        expected = {key: _typed(row.properties[key], kind) for key, kind in layer.columns.items()}
        assert found == {"id": row.id, **expected}


def _multi(geometry: dict[str, object]) -> shapely.Geometry:
    drawn = shape(geometry)
    return shapely.MultiPolygon([drawn]) if drawn.geom_type == "Polygon" else drawn


def _typed(value: object, kind: str) -> object:
    if value is None:
        return None
    if kind == "day":
        return date.fromisoformat(str(value))
    if kind == "moment":
        return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)
    return told(value)


@pytest.mark.parametrize("name", LAYERS)
def test_geopandas_reads_geoparquet_on_its_crs(folder: Path, atlas: Atlas, name: str) -> None:
    frame = gpd.read_parquet(folder / f"{name}.parquet")
    assert frame.crs == "OGC:CRS84"
    assert_shaped(frame, next(layer for layer in atlas.layers if layer.name == name))


def test_duckdb_asks_geoparquet_for_a_day(folder: Path) -> None:
    """Who held what on a day, in SQL, with the quotes as a list."""
    database = duckdb.connect()
    path = str(folder / "control.parquet")
    found = database.execute(
        """
        select area, controller, quotes[1], cast(start_time at time zone 'UTC' as varchar)
        from read_parquet(?)
        where (start is null or start <= date '2021-02-01') and ("end" is null or date '2021-02-01' < "end")
        order by id
        """,
        [path],
    ).fetchall()
    assert found == [
        ("agdam-district", "azerbaijan", "Agdam was handed over.", "2021-01-19 00:00:00"),
        ("lachin-district", "azerbaijan", None, "2021-01-19 00:00:00"),
    ]
    types = {
        name: kind for name, kind, *_ in database.execute("describe select * from read_parquet(?)", [path]).fetchall()
    }
    assert (types["start"], types["quotes"], types["start_time"]) == ("DATE", "VARCHAR[]", "TIMESTAMP WITH TIME ZONE")


def test_a_missing_pyarrow_is_named(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPackageError, match="pip install pyarrow"):
        FORMATS["parquet"].render(atlas)


def test_gdals_libkml_reads_time_spans_and_quotes(folder: Path, atlas: Atlas, ogrinfo: str) -> None:
    done = subprocess.run([ogrinfo, "-ro", "-al", folder / "atlas.kml"], capture_output=True, text=True, check=True)
    assert "using driver `LIBKML' successful" in done.stdout
    assert done.stderr == ""
    for layer in atlas.layers:
        assert f"Layer name: {layer.title}\n" in done.stdout
    one = done.stdout.split("Name (String) = Lachin: Azerbaijan, contested\n")[1].split("\nOGRFeature")[0]
    assert "begin (DateTime) = 2021/01/19 00:00:00+00\n" in one
    assert "end (DateTime) = 2021/01/20 00:00:00+00\n" in one
    assert "quotes (String) = Agdam was handed over.\n" in one
    assert "POLYGON" in one
    other = done.stdout.split("Name (String) = Agdam: unknown\n")[1].split("\nOGRFeature")[0]
    assert "begin" not in other
    assert "end (DateTime) = 2020/11/10 00:00:00+00\n" in other


def test_pyogrios_libkml_reads_every_shape(folder: Path, atlas: Atlas) -> None:
    for layer in atlas.layers:
        frame = gpd.read_file(folder / "atlas.kml", layer=layer.title, engine="pyogrio")
        drawn = [
            found.equals(shape(row.geometry)) for found, row in zip(frame.geometry, layer.rows, strict=True) if found
        ]
        assert drawn == [True] * sum(row.geometry is not None for row in layer.rows)


def test_kml_shows_quotes_as_text_and_parties_in_their_colours(folder: Path) -> None:
    root = ET.parse(folder / "atlas.kml").getroot()  # noqa: S314 - our own file
    marks = {mark.get("id"): mark for mark in root.iter(f"{KML}Placemark")}
    balloon = marks["control.agdam-district.1"].findtext(f"{KML}description")
    assert "&lt;/p&gt;&lt;b&gt;&amp;" in balloon
    assert "<b>" not in balloon
    assert not re.search("[\x00-\x08\x0b\x0c]", balloon)
    style = marks["control.agdam-district.2"].findtext(f"{KML}styleUrl").removeprefix("#")
    colours = {one.get("id"): one.findtext(f"{KML}PolyStyle/{KML}color") for one in root.iter(f"{KML}Style")}
    assert colours[style] == "a049acd6"
    assert colours["azerbaijan.unsure"] == "5049acd6"
    assert not list(root.iter(f"{KML}href")), "a map from disk asks no network"


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.id)
def test_the_same_atlas_gives_the_same_bytes(
    small_region: Region, form: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = form.render(varied(small_region))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert form.render(varied(small_region)) == before


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.id)
def test_nothing_to_export_is_a_file_that_opens(small_region: Region, tmp_path: Path, form: object) -> None:
    for name, data in form.render(empty(small_region)).items():
        (tmp_path / name).write_bytes(data)
        if form.id == "csv":
            assert pd.read_csv(tmp_path / name).empty
        elif form.id == "parquet":
            assert gpd.read_parquet(tmp_path / name).empty
        elif form.id == "jsonl":
            assert data == b""
        else:
            layers = [layer for layer, _ in pyogrio.list_layers(tmp_path / name)]
            assert layers
            assert all(gpd.read_file(tmp_path / name, layer=layer).empty for layer in layers)


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.id)
def test_one_layer_alone_is_one_file_of_its_name(small_region: Region, form: object) -> None:
    assert list(form.render(atlas_of(content(small_region), only="control"))) == [f"control.{form.suffix}"]


def test_the_notice_in_the_files_is_that_of_the_page(root: Path) -> None:
    assert NOTICE in (root / "geo" / "webmap" / "assets" / "page.html").read_text(encoding="utf-8")


def test_every_row_says_on_which_claims_and_quotes_it_rests(atlas: Atlas) -> None:
    said = said_by(atlas)
    for row in [*said["control"], *said["places"]]:
        assert len(row["claims"]) == len(row["quotes"]) == len(row["sources"])
    assert all(row["claim"] and row["quote"] and row["source"] for row in said["events"])
    assert [row["claims"] for row in said["control"]] == [["c2", "c1"], ["c1"], ["c1"], []]


def test_years_at_the_end_of_the_calendar_are_written(small_region: Region, tmp_path: Path) -> None:
    far = content(small_region, intervals=[_between("0001-01-01", "9999-12-31")])
    for form in FORMATS.values():
        for name, data in form.render(atlas_of(far, only="control")).items():
            (tmp_path / name).write_bytes(data)
    row = pq.read_table(tmp_path / "control.parquet").to_pylist()[0]
    assert (row["start"], row["end"]) == (date(1, 1, 1), date(9999, 12, 31))
    database = sqlite3.connect(tmp_path / "control.gpkg")
    assert database.execute('select start, "end" from control').fetchone() == ("0001-01-01", "9999-12-31")
    database.close()


def test_days_before_the_year_one_are_text_where_a_type_for_days_knows_none(
    small_region: Region, tmp_path: Path
) -> None:
    early = content(small_region, intervals=[_between("-0500-03-01", "0014-08-19")])
    for form in FORMATS.values():
        for name, data in form.render(atlas_of(early, only="control")).items():
            (tmp_path / name).write_bytes(data)
    row = pq.read_table(tmp_path / "control.parquet").to_pylist()[0]
    assert (row["start"], row["end"], row["start_time"]) == (None, date(14, 8, 19), None)
    database = sqlite3.connect(tmp_path / "control.gpkg")
    assert database.execute('select start, "end" from control').fetchone() == (None, "0014-08-19")
    database.close()
    feature = json.loads((tmp_path / "control.geojson").read_text(encoding="utf-8"))["features"][0]["properties"]
    assert (feature["start"], feature["start_time"]) == ("-0500-03-01", "-000500-03-01T00:00:00Z")
    assert "-0500-03-01" in (tmp_path / "control.csv").read_text(encoding="utf-8")
    assert "<begin>" not in (tmp_path / "control.kml").read_text(encoding="utf-8")


def _between(start: str, end: str) -> object:
    from dataclasses import replace

    return replace(HELD, start=start, end=end)
