"""Regions from anybody's files: what is wrong in them is mended and said, or refused with the row named."""

from __future__ import annotations

import json
import re
import struct
import zipfile

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import MultiPolygon, Point, Polygon, box
from shapely.geometry import mapping, shape

from geo.errors import InputError, MissingInputError, OutputError, RegionError
from geo.partition import area_km2
from geo.regions import open_region
from geo.regions.making import About, Inputs, Source, make_region
from geo.regions.making.antimeridian import split_at_antimeridian
from geo.regions.making.plan import about
from geo.regions.making.repair import mended
from geo.regions.making.vectors import read_rows

WEST, EAST = box(46, 39, 47, 40), box(47, 39, 48, 40)
BOWTIE = [[[46, 39], [47, 40], [47, 39], [46, 40], [46, 39]]]


def collection(*features, **members):
    rows = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": geometry if isinstance(geometry, dict | None) else mapping(geometry),
        }
        for properties, geometry in features
    ]
    return json.dumps({"type": "FeatureCollection", **members, "features": rows})


@pytest.fixture
def made(tmp_path):
    """Makes a region of these features and of what else is given; gives it opened, and what was changed."""

    def make(*features, text=None, name="small", **options):
        path = tmp_path / "areas.geojson"
        path.write_text(text if text is not None else collection(*features), "utf-8")
        source = Source(
            path=options.pop("path", path), **{k: options.pop(k) for k in ("layer", "where", "crs") if k in options}
        )
        said = About(id=name, title="Small", start="2000-01-01", source="a test", licence="none")
        result = make_region(said, Inputs(areas=source, **options), shapes=tmp_path / "shapes")
        return open_region(str(result.folder)), [str(change) for change in result.changes]

    return make


def shapes_of(region):
    frame = region.cell_frame()
    return dict(zip(frame["cell"], frame.geometry, strict=True))


def test_a_region_is_made_of_areas_alone(made):
    region, changes = made(({"name": "West"}, WEST), ({"name": "East"}, EAST))
    assert changes == []
    assert [(area.id, area.name, area.cells) for area in region.areas] == [
        ("west-district", "West", ("west-district",)),
        ("east-district", "East", ("east-district",)),
    ]
    assert region.place("west-district").area == "west-district"
    assert region.baseline is None
    assert sum(cell.km2 for cell in region.cells) == pytest.approx(area_km2(box(46, 39, 48, 40)), rel=1e-4)


def test_areas_that_cut_across_others_are_overlays(made, tmp_path):
    path = tmp_path / "line.geojson"
    path.write_text(collection(({"name": "Held"}, box(46.5, 38, 47.5, 39.5))), "utf-8")
    region, _ = made(({"name": "West"}, WEST), ({"name": "East"}, EAST), overlays=(Source(path=path),))
    assert [cell.id for cell in region.cells] == [
        "west-district", "west-district.held-district", "east-district", "east-district.held-district",
    ]  # fmt: skip
    assert region.area("held-district").cells == ("west-district.held-district", "east-district.held-district")
    assert region.area("west-district").cells == ("west-district", "west-district.held-district")


def test_same_files_same_bytes(made, tmp_path):
    made(({"name": "West"}, WEST), ({"name": "East"}, EAST), name="one")
    made(({"name": "West"}, WEST), ({"name": "East"}, EAST), name="two")
    one, two = (tmp_path / "shapes" / name for name in ("one", "two"))
    for path in one.iterdir():
        assert path.read_bytes().replace(b"one", b"two") == (two / path.name).read_bytes().replace(b"one", b"two")


def test_a_region_that_is_there_is_not_written_over_unless_asked(made, tmp_path):
    made(({"name": "West"}, WEST))
    with pytest.raises(OutputError, match="small is there already"):
        made(({"name": "East"}, EAST))
    (tmp_path / "shapes" / "small" / "README.md").write_text("mine", "utf-8")
    said = About(id="small", title="Small", start="2000-01-01", source="a test", licence="none")
    inputs = Inputs(areas=Source(path=tmp_path / "areas.geojson"))
    make_region(said, inputs, shapes=tmp_path / "shapes", replace=True)
    assert open_region(str(tmp_path / "shapes" / "small")).area("east-district")
    assert (tmp_path / "shapes" / "small" / "README.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "a/b", "", ".", "Small", "a b", "-a", "a" * 61, "con.txt"])
def test_a_name_that_climbs_out_of_the_folder_is_refused(name, made, tmp_path):
    with pytest.raises(RegionError, match="cannot be called"):
        made(({"name": "West"}, WEST), name=name)
    assert not (tmp_path / "shapes").exists()


@pytest.mark.parametrize("day", ["2000", "2000-13-01", "soon"])
def test_a_first_day_that_is_none_is_refused(day, tmp_path):
    said = about("small", tmp_path / "a.geojson", title=None, start=day, source=None, licence=None)
    with pytest.raises(RegionError, match="start is"):
        make_region(said, Inputs(areas=Source(path=tmp_path / "a.geojson")), shapes=tmp_path)


# Shapes


def test_a_ring_that_crosses_itself_is_mended_and_said(made):
    region, changes = made(({"name": "Bow"}, {"type": "Polygon", "coordinates": BOWTIE}))
    assert changes == ["areas.geojson, row 1 (Bow): its outline is mended (Self-intersection near 46.5 39.5)"]
    (cell,) = shapes_of(region).values()
    assert cell.is_valid
    assert cell.area == pytest.approx(0.5)


def test_a_hole_outside_its_shell_is_mended_and_said(made):
    rings = [list(map(list, WEST.exterior.coords)), list(map(list, box(50, 39, 50.5, 39.5).exterior.coords))]
    region, changes = made(({"name": "Holed"}, {"type": "Polygon", "coordinates": rings}))
    assert len(changes) == 1
    assert "its outline is mended (Hole lies outside shell" in changes[0]
    assert shapes_of(region)["holed-district"].is_valid


def test_a_ring_that_is_not_closed_is_closed_and_said(made):
    ring = [[46, 39], [47, 39], [47, 40], [46, 40]]
    region, changes = made(({"name": "Open"}, {"type": "Polygon", "coordinates": [ring]}))
    assert shapes_of(region)["open-district"].equals(WEST)
    assert changes == ["areas.geojson, row 1 (Open): a ring that was not closed is closed"]


def test_heights_are_left_out_and_said(made):
    high = shapely.force_3d(WEST, 100.0)
    region, changes = made(({"name": "High"}, high))
    assert changes == ["areas.geojson, row 1 (High): its heights are left out"]
    assert not shapes_of(region)["high-district"].has_z


def test_rows_without_an_area_are_left_out_and_said(made):
    _, changes = made(
        ({"name": "West"}, WEST),
        ({"name": "Nowhere"}, None),
        ({"name": "Empty"}, {"type": "Polygon", "coordinates": []}),
        ({"name": "Dot"}, Point(46, 39)),
        ({"name": "Line"}, {"type": "Polygon", "coordinates": [[[46, 39], [47, 39], [46, 39]]]}),
    )
    assert [re.sub(r" \(S.*\)|is mended .*\), ", "", change) for change in changes][:3] == [
        "areas.geojson, row 2 (Nowhere): it has no geometry, and is left out",
        "areas.geojson, row 3 (Empty): it has no geometry, and is left out",
        "areas.geojson, row 4 (Dot): it is a Point and no area, and is left out",
    ]
    assert "row 5 (Line)" in changes[-1]
    assert changes[-1].endswith("left out")


def test_a_file_without_any_area_is_refused(made):
    with pytest.raises(RegionError, match=r"holds no areas: it is a Point and no area"):
        made(({"name": "Dot"}, Point(46, 39)))
    with pytest.raises(RegionError, match=r"holds no areas: it has no rows"):
        made()


def test_what_of_a_collection_is_no_area_is_left_out(made):
    mixed = {"type": "GeometryCollection", "geometries": [mapping(WEST), mapping(Point(46, 39))]}
    region, changes = made(({"name": "Mixed"}, mixed))
    assert changes == ["areas.geojson, row 1 (Mixed): what of it is no area (Point) is left out"]
    assert shapes_of(region)["mixed-district"].equals(WEST)


def test_what_crosses_the_antimeridian_is_split_there_and_said(made):
    fiji = {"type": "Polygon", "coordinates": [[[179, -18], [-179, -18], [-179, -16], [179, -16], [179, -18]]]}
    region, changes = made(({"name": "Taveuni"}, fiji))
    assert changes == ["areas.geojson, row 1 (Taveuni): crosses the antimeridian; split at 180°"]
    cell = shapes_of(region)["taveuni-district"]
    assert cell.area == pytest.approx(4)
    assert cell.bounds == (-180, -18, 180, -16)


@pytest.mark.parametrize("turns", [-360, 0, 360])
def test_longitudes_beyond_half_a_turn_are_brought_back(turns):
    moved, said = split_at_antimeridian(shapely.affinity.translate(WEST, turns))
    assert moved.equals(WEST)
    assert said == ("longitudes beyond 180° brought back" if turns else None)


def test_a_shape_around_the_whole_world_is_left_alone():
    world = box(-180, -90, 180, 90)
    assert split_at_antimeridian(world) == (world, None)


@settings(max_examples=60)
@given(st.floats(-360, 360), st.floats(0.5, 150), st.floats(-80, 70))
def test_wherever_it_lies_a_shape_keeps_its_size_and_lies_within_half_a_turn(west, width, south):
    moved, _ = split_at_antimeridian(box(west, south, west + width, south + 5))
    assert -180 <= moved.bounds[0] <= moved.bounds[2] <= 180
    assert moved.area == pytest.approx(width * 5)


coordinates = st.tuples(st.floats(-170, 170), st.floats(-80, 80))


@settings(max_examples=60)
@given(st.lists(coordinates, min_size=3, max_size=12))
def test_any_ring_becomes_a_valid_area_or_none(ring):
    area, said = mended(Polygon(ring), where="a test")
    assert area is None or (area.is_valid and area.geom_type in ("Polygon", "MultiPolygon"))
    assert said or area.is_valid


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_coordinate_that_is_no_number_is_refused_with_its_row(value):
    ring = shapely.linearrings([[46, 39], [47, 39], [47, 40], [46, 39]])
    bad = shapely.transform(Polygon(ring), lambda xy: [*xy[:1], (value, 39), *xy[2:]])
    with pytest.raises(RegionError, match=r"row 7 \(X\) has a coordinate that is no number"):
        mended(bad, where="a.shp, row 7 (X)")


# Reference systems


def write(path, frame_rows, crs, **options):
    import geopandas as gpd

    names, shapes = zip(*frame_rows, strict=True)
    gpd.GeoDataFrame({"name": names}, geometry=list(shapes), crs=crs).to_file(path, **options)
    return path


def projected(shape_, crs="EPSG:32638"):
    import geopandas as gpd

    return gpd.GeoSeries([shape_], crs=4326).to_crs(crs).iloc[0]


@pytest.mark.parametrize("suffix", [".gpkg", ".shp"])
def test_a_projected_file_is_turned_into_degrees_and_said(suffix, made, tmp_path):
    path = write(tmp_path / f"utm{suffix}", [("West", projected(WEST))], "EPSG:32638")
    region, changes = made(path=path)
    assert changes == [f"utm{suffix}: turned from WGS 84 / UTM zone 38N into degrees on WGS 84"]
    assert shapes_of(region)["west-district"].symmetric_difference(WEST).area < 1e-4


def test_a_file_that_names_no_system_is_read_as_degrees_where_it_can_be_and_said(made, tmp_path):
    path = write(tmp_path / "bare.shp", [("West", WEST)], "EPSG:4326")
    path.with_suffix(".prj").unlink()
    region, changes = made(path=path)
    assert changes == ["bare.shp: it names no coordinate reference system; read as degrees on WGS 84"]
    assert shapes_of(region)["west-district"].equals(WEST)


def test_a_file_that_names_no_system_and_is_not_in_degrees_is_refused_until_it_is_named(made, tmp_path):
    path = write(tmp_path / "bare.shp", [("West", projected(WEST))], "EPSG:32638")
    path.with_suffix(".prj").unlink()
    with pytest.raises(RegionError, match=r"names no coordinate reference system.*--crs"):
        made(path=path)
    region, _ = made(path=path, crs="EPSG:32638")
    assert shapes_of(region)["west-district"].symmetric_difference(WEST).area < 1e-4
    with pytest.raises(RegionError, match="no reference system 'EPSG:0'"):
        made(path=path, crs="EPSG:0", name="other")


def test_a_row_in_another_system_than_its_file_is_refused_by_name(made):
    with pytest.raises(RegionError, match=r"row 2 \(East\) lies at .*no longitude and latitude.*mend the row"):
        made(({"name": "West"}, WEST), ({"name": "East"}, projected(EAST)))


def test_latitude_first_is_refused_by_name_where_it_can_be_told(made):
    with pytest.raises(RegionError, match=r"row 1 \(Turned\) lies at (39|40), 14[67].*Longitude comes first"):
        made(({"name": "Turned"}, box(39, 146, 40, 147)))


def test_layers_in_two_systems_are_told_apart_by_name(made, tmp_path):
    path = write(tmp_path / "two.gpkg", [("West", WEST)], "EPSG:4326", layer="degrees")
    write(path, [("West", projected(WEST))], "EPSG:32638", layer="metres")
    with pytest.raises(RegionError, match=r"several layers: degrees, metres\. Say which with --layer"):
        made(path=path)
    one, _ = made(path=path, layer="degrees", name="one")
    two, changes = made(path=path, layer="metres", name="two")
    assert "turned from WGS 84 / UTM zone 38N" in changes[0]
    assert shapes_of(one)["west-district"].symmetric_difference(shapes_of(two)["west-district"]).area < 1e-4
    with pytest.raises(RegionError, match=r"no layer 'feet'\. Its layers: degrees, metres"):
        made(path=path, layer="feet", name="three")


# Names and overlaps


def test_two_areas_with_one_name_have_two_ids_and_it_is_said(made):
    region, changes = made(({"name": "Agdam"}, WEST), ({"name": "Agdam"}, EAST))
    assert [area.id for area in region.areas] == ["agdam-district", "agdam-district-2"]
    (change,) = changes
    assert change.startswith("areas.geojson, row 2 (Agdam): it is called like areas.geojson, row 1 (Agdam); its id is ")


def test_areas_that_overlap_are_refused_with_both_rows(made):
    with pytest.raises(RegionError, match=r"row 1 \(West\) and .*row 2 \(Wide\) overlap by [\d,.]+ km².*--overlay"):
        made(({"name": "West"}, WEST), ({"name": "Wide"}, box(46.5, 39, 48, 40)))


def test_borders_that_overlap_a_little_are_left_to_the_first_and_it_is_said(made):
    region, changes = made(({"name": "West"}, WEST), ({"name": "East"}, box(46.999, 39, 48, 40)))
    assert re.fullmatch(r".*row 2 \(East\): 9\.\d km² lie in .*row 1 \(West\) too, and are left to that", changes[0])
    assert shapes_of(region)["west-district"].equals(WEST)


def test_names_in_several_languages_come_from_their_columns(made):
    columns = {"name": "Kherson", "name_uk": "Херсон", "name_ru": "Херсон", "name_len": 7, "name_de": None}
    region, _ = made((columns, WEST), name="all")
    assert region.areas[0].names == (("ru", "Херсон"), ("uk", "Херсон"))
    region, _ = made((columns, WEST), languages=("uk",), name="one")
    assert region.areas[0].names == (("uk", "Херсон"),)


def test_a_file_without_a_known_column_of_names_is_refused_until_it_is_named(made):
    with pytest.raises(RegionError, match=r"no column of names that is known\. Name one with --name: kode, ort"):
        made(({"kode": "1", "ort": "Laçın"}, WEST))
    region, _ = made(({"kode": "1", "ort": "Laçın"}, WEST), name_column="ORT")
    assert region.areas[0].id == "lacin-district"


def test_an_area_without_a_name_is_numbered_and_said(made):
    region, changes = made(({"name": "West"}, WEST), ({"name": None}, EAST))
    assert region.areas[1].name == "Area 2"
    assert changes == ["areas.geojson, row 2 (Area 2): it has no name in column 'name'; it is called 'Area 2'"]


def test_names_with_marks_of_lists_quotes_and_line_ends_stay_names(made, tmp_path):
    wild = 'A "b"\\ | c\n\x1b[31m\x7f; d, é'
    region, _ = made(({"name": wild}, WEST))
    assert region.areas[0].name == 'A "b"\\ / c [31m ; d, é'
    assert region.places[0].name == region.areas[0].name
    assert "\x1b" not in (tmp_path / "shapes" / "small" / "README.md").read_text("utf-8")


def test_rows_are_chosen_by_a_condition(made):
    region, _ = made(({"name": "West", "c": "A"}, WEST), ({"name": "East", "c": "B"}, EAST), where="c = 'B'")
    assert [area.id for area in region.areas] == ["east-district"]
    with pytest.raises(RegionError, match="cannot be read with --where 'c === 1'"):
        made(({"name": "West", "c": "A"}, WEST), where="c === 1", name="other")


def test_cells_are_generalised_with_common_edges_alike(made):
    import numpy as np

    steps = np.linspace(39, 40, 200)
    edge = [(47 + 0.002 * np.sin(40 * lat), lat) for lat in steps]
    west, east = Polygon([(46, 40), (46, 39), *edge]), Polygon([(48, 39), (48, 40), *edge[::-1]])
    region, _ = made(({"name": "West"}, west), ({"name": "East"}, east), tolerance_km=2.0)
    cells = list(shapes_of(region).values())
    assert shapely.coverage_is_valid(cells)
    assert sum(map(shapely.get_num_coordinates, cells)) < 60
    assert "generalised by about 2 km" in region.map.accuracy


# Files that are no areas


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.geojson", b"not json", "is no GeoJSON"),
        ("a.geojson", b"[]", "its type is 'list'"),
        ("a.geojson", b'{"type":"Topology","objects":{}}', "its type is 'Topology'"),
        (
            "a.geojson",
            b'{"type":"gdal_streamed_alg","command_line":"gdal vector convert /etc/passwd"}',
            "is no GeoJSON",
        ),
        ("a.geojson", b'{"type":"gdal_streamed_alg","type":"FeatureCollection","features":[]}', "is no GeoJSON"),
        ("a.geojson", b"<OGRVRTDataSource/>", "is no GeoJSON"),
        ("a.gpkg", b"<OGRVRTDataSource/>", "is no gpkg file"),
        ("a.shp", b"<OGRVRTDataSource/>", "is no shp file"),
        ("a.zip", b"no zip", "is no zip that can be read"),
        ("a.vrt", b"<OGRVRTDataSource/>", "is none of"),
        (
            "a.geojson",
            b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"\xff"}}]}',
            "UTF-8",
        ),
    ],
)
def test_what_is_no_file_of_areas_is_refused_by_its_content(name, data, message, made, tmp_path):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RegionError, match=message):
        made(path=tmp_path / name)


def test_a_file_that_is_not_there_is_named(made, tmp_path):
    with pytest.raises(MissingInputError, match="nowhere"):
        made(path=tmp_path / "nowhere.geojson")
    with pytest.raises(MissingInputError, match="vsicurl"):
        made(path=type(tmp_path)("/vsicurl/http://localhost/a.geojson"))


# Zips


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in members.items():
            bundle.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def test_a_zip_of_a_shapefile_is_read(made, tmp_path):
    write(tmp_path / "a.shp", [("West", WEST)], "EPSG:4326")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        for part in tmp_path.glob("a.*"):
            if part.suffix != ".zip":
                bundle.write(part, f"folder/{part.name}")
        bundle.writestr("folder/readme.txt", "of no use")
    region, changes = made(path=tmp_path / "a.zip")
    assert (changes, region.areas[0].name) == ([], "West")


def test_a_zip_of_several_files_is_asked_about(made, tmp_path):
    areas = collection(({"name": "West"}, WEST))
    path = zipped(tmp_path / "a.zip", one_geojson=areas, two_geojson=areas)
    with pytest.raises(RegionError, match=r"it holds: one\.geojson, two\.geojson\. Say which with --layer"):
        made(path=path)
    region, _ = made(path=path, layer="two")
    assert region.areas[0].name == "West"
    with pytest.raises(RegionError, match=r"it holds: none"):
        made(path=zipped(tmp_path / "b.zip", a_txt="text"), name="other")


@pytest.mark.parametrize(
    "name", ["../a.geojson", "/etc/a.geojson", "b/../../a.geojson", "..\\a.geojson", "C:\\a.geojson"]
)
def test_a_member_that_climbs_out_of_the_folder_is_refused_and_nothing_is_unpacked(name, made, tmp_path):
    path = tmp_path / "in" / "a.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("fine.geojson", collection(({"name": "West"}, WEST)))
        bundle.writestr(name, "{}")
    with pytest.raises(RegionError, match="climbs out of the folder"):
        made(path=path)
    assert not (tmp_path / "a.geojson").exists()


def test_a_link_in_a_zip_is_refused(made, tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        link = zipfile.ZipInfo("a.geojson")
        link.external_attr = 0o120777 << 16
        bundle.writestr(link, "/etc/passwd")
    with pytest.raises(RegionError, match="is a link"):
        made(path=tmp_path / "a.zip")


def test_a_zip_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked(made, tmp_path):
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle,
        bundle.open("a.geojson", "w", force_zip64=True) as member,
    ):
        for _ in range(600):
            member.write(bytes(2**20))
    assert path.stat().st_size < 2**20
    with pytest.raises(RegionError, match=r"unpacks to 600 MiB, more than the 512 MiB"):
        made(path=path)


def test_a_zip_whose_table_lies_about_a_size_gives_no_more_than_it_says(made, tmp_path):
    path = zipped(tmp_path / "a.zip", a_geojson=b" " * 4_000_000 + collection(({"name": "West"}, WEST)).encode())
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 100)
    path.write_bytes(data)
    with pytest.raises(RegionError, match=r"no zip that can be read|no GeoJSON"):
        made(path=path)


def test_an_encrypted_zip_is_refused(made, tmp_path):
    path = zipped(tmp_path / "a.zip", a_geojson="{}")
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(mark) + offset] |= 1
    path.write_bytes(data)
    with pytest.raises(RegionError, match="is encrypted"):
        made(path=path)


# Tables


@pytest.fixture
def places(tmp_path):
    def put(data):
        path = tmp_path / "towns.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return put


def test_towns_lie_in_the_area_around_them(made, places):
    table = places("name,lat,lon,population\nAgdam,39.5,46.5,1\nShusha,39.5,47.5,2\nBaku,40.4,49.9,3\n")
    region, changes = made(({"name": "West"}, WEST), ({"name": "East"}, EAST), places=table)
    assert [(p.id, p.parent, p.source) for p in region.places[2:]] == [
        ("agdam", "west-district", "given: towns.csv"),
        ("shusha", "east-district", "given: towns.csv"),
        ("baku", None, "given: towns.csv"),
    ]
    assert changes == [
        "towns.csv: columns that are not read: population",
        "towns.csv: places without a parent that lie in an area, which it is now: 2",
        "towns.csv: places that lie in no area: Baku",
    ]


def test_names_of_towns_in_several_languages_come_from_their_columns(made, places):
    table = places("name,lat,lon,names,name_hy,name_ru,name_az-Cyrl\nShusha,39.5,46.5,en:Shushi,Շուշի,,Шуша|х\n")
    region, changes = made(({"name": "West"}, WEST), places=table)
    names = [(name.lang, name.text) for name in region.place("shusha").names]
    assert names == [("en", "Shushi"), ("hy", "Շուշի"), ("az-Cyrl", "Шуша х")]
    assert not any("not read" in change for change in changes)


def test_a_byte_order_mark_semicolons_and_decimal_commas_are_read_and_said(made, places):
    table = places("\ufeffName;Latitude;Longitude\r\nAğdam;39,5;46,5\r\n")
    region, changes = made(({"name": "West"}, WEST), places=table)
    town = region.place("agdam")
    assert (town.name, town.lat, town.lon, town.parent) == ("Ağdam", 39.5, 46.5, "west-district")
    assert changes[:3] == [
        "towns.csv: it begins with a byte order mark, which is left out",
        "towns.csv: its values are parted by semicolons",
        "towns.csv: 2 numbers had a decimal comma",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"towns\.csv is empty"),
        (b"lat,lon\n1,2\n", r"towns\.csv has no column of names"),
        (b"name,name\na,b\n", r"two columns 'name'"),
        (b"name,lat,lon\nA,39,46\nB,39\n", r"line 3 has 2 values, the header 3"),
        (b"name,lat,lon\nA,39,46\n,39,46\n", r"line 3 has no name"),
        (b"name,lat,lon\nA,39,46\nB,north,46\n", r"line 3 \(B\) has lat 'north'"),
        (b"name,lat,lon\nA,39,46\nB,139,46\n", r"line 3 \(B\) has lat '139'"),
        (b"name,lat,lon\nA,39,46\nB,nan,46\n", r"line 3 \(B\) has lat 'nan'"),
        (b"name,lat,lon\nA,39,46\nB,39,\n", r"line 3 \(B\) has one coordinate of two"),
        (b"id,name\na,A\na,B\n", r"line 3 \(B\): the id 'a' is that of .*line 2 \(A\) too"),
        (b"name,area\nA,Atlantis\n", r"line 2 \(A\) is for the area 'Atlantis'\. Rows with that text: none"),
        (b"name,area\nA,West\nB,West\n", r"line 3 \(B\) is for the area of towns\.csv, line 2 \(A\) too"),
        ("name\nĐ\nШуша\n".encode(), r"line 3 \(Шуша\) has no id"),
        (b'name\n"A\n', r"towns\.csv, line \d"),
        (b"name\nA\n\xe4\n", r"line 3: no UTF-8"),
        (b"name,parent\nA,Atlantis\n", r"'a' has parent 'Atlantis'"),
        (b"name,names\nA,Alpha\n", r"has the name 'Alpha'"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_by_its_line(data, message, made, places, tmp_path):
    with pytest.raises(RegionError, match=message):
        made(({"name": "West"}, WEST), places=places(data))
    assert not (tmp_path / "shapes" / "small").exists()


def test_a_place_names_the_area_that_it_stands_for(made, places):
    table = places("id,name,names,kind,area\nkyiv-oblast,Kyiv Oblast,uk:Київська область|en:Kiev,province,UA-32\n")
    rows = ({"name": "Kiev", "iso": "UA-32"}, WEST), ({"name": "Kiev", "iso": "UA-30"}, EAST)
    region, _ = made(*rows, places=table, languages=("uk",))
    area = region.area("kyiv-oblast")
    assert (area.name, area.kind, area.names) == ("Kyiv Oblast", "province", (("uk", "Київська область"),))
    place = region.place("kyiv-oblast")
    assert (place.area, place.lat, len(place.names)) == ("kyiv-oblast", 39.5, 2)
    assert region.area("kiev-district").cells == ("kiev-district",)
    with pytest.raises(RegionError, match=r"Rows with that text: .*row 1 \(Kiev\); .*row 2 \(Kiev\)"):
        made(*rows, places=places("name,area\nKyiv,Kiev\n"), name="other")


def test_the_tables_of_a_region_make_it_again(made, places, tmp_path):
    table = places("id,name,area,lat,lon\nw,West Oblast,West,,\nagdam,Agdam,,39.5,46.5\n")
    made(({"name": "West"}, WEST), ({"name": "East"}, EAST), places=table, name="one")
    own = tmp_path / "shapes" / "one" / "places.csv"
    made(({"name": "West"}, WEST), ({"name": "East"}, EAST), places=own, name="two")
    assert own.read_text("utf-8") == (tmp_path / "shapes" / "two" / "places.csv").read_text("utf-8")


def test_parties_need_no_more_than_a_name(made, tmp_path):
    (tmp_path / "parties.csv").write_text(
        "name,words,presence_only\nNorth,,\nSouth,South|the South,no\nUN,,yes\n", "utf-8"
    )
    region, _ = made(({"name": "West"}, WEST), actors=tmp_path / "parties.csv")
    assert [(p.id, p.side, p.words, p.presence_only) for p in region.parties] == [
        ("north", "north", ("North",), False),
        ("south", "south", ("South", "the South"), False),
        ("un", "un", ("UN",), True),
    ]
    (tmp_path / "parties.csv").write_text("name,adjectives\nNorth,Northern|Boreal\n", "utf-8")
    region, _ = made(({"name": "West"}, WEST), actors=tmp_path / "parties.csv", name="words")
    assert {"North", "Northern forces", "Boreal army"} < set(region.parties[0].words)
    (tmp_path / "parties.csv").write_text("name,presence_only\nNorth,maybe\n", "utf-8")
    with pytest.raises(RegionError, match=r"line 2 \(North\) has presence_only 'maybe'"):
        made(({"name": "West"}, WEST), actors=tmp_path / "parties.csv", name="other")


def test_parties_keep_their_names_in_other_languages(made, tmp_path):
    (tmp_path / "parties.csv").write_text("name,names\nNorth,az:Şimal|ru:Север\n", "utf-8")
    region, said = made(({"name": "West"}, WEST), actors=tmp_path / "parties.csv")
    assert region.parties[0].names == (("az", "Şimal"), ("ru", "Север"))
    assert not any("not read" in str(change) for change in said)


def test_boundaries_bring_their_source_and_licence_with_them(tmp_path):
    import hashlib

    path = tmp_path / "MLI-ADM1.geojson"
    path.write_text(collection(({"shapeName": "Kayes"}, WEST)), "utf-8")
    kept = {
        "boundarySource": "Survey", "boundaryYearRepresented": "2020", "boundaryID": "MLI-1",
        "boundaryLicense": "CC BY 4.0", "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
    }  # fmt: skip
    path.with_suffix(".source.json").write_text(json.dumps(kept), "utf-8")
    said = about("mali", path, title=None, start="2012-01-01", source=None, licence=None)
    assert (said.title, said.licence) == ("Mali", "CC BY 4.0")
    assert said.source == "Survey, 2020, in geoBoundaries MLI-1"
    path.write_text(collection(({"shapeName": "Kayes"}, EAST)), "utf-8")
    with pytest.raises(InputError, match="has changed since it was fetched"):
        about("mali", path, title=None, start="2012-01-01", source=None, licence=None)


def test_rows_are_counted_from_one_and_keep_their_columns(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_text(collection(({"name": "West", "n": 1}, MultiPolygon([WEST]))), "utf-8")
    (row,), changes = read_rows(Source(path=path))
    assert (row.number, row.values["n"], changes) == (1, 1, [])
    assert shape(mapping(row.shape)).equals(WEST)
