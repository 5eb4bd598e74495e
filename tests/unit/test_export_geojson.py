"""GeoJSON by RFC 7946, checked by readers that are not ours: GDAL (through pyogrio) and shapely."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
import shapely
from export_cases import AGDAM, ARTICLE, CLAIM, HELD, content, empty, everywhere
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon, box, shape

from geo.errors import RecordError, RegionError
from geo.export import FORMATS, Atlas, Layer, atlas_of
from geo.export.control import control_layer
from geo.export.events import events_layer
from geo.export.places import places_layer
from geo.export.rfc7946 import collection, feature, point, surface
from geo.places.geocode import geocode_mentions
from geo.records import ClaimPlace, Mention

if TYPE_CHECKING:
    from pathlib import Path

    from geo.records import Claim, ControlInterval
    from geo.regions import Region


def geojson(layer: Layer) -> bytes:
    return FORMATS["geojson"].render(Atlas(layers=(layer,)))[f"{layer.name}.geojson"]


def control(region: Region, *intervals: ControlInterval, claims: tuple[Claim, ...] = (CLAIM,)) -> dict[str, object]:
    layer = control_layer(intervals, claims=claims, articles=[ARTICLE], region=region)
    return json.loads(geojson(layer))


def rings(geometry: dict[str, object]) -> list[tuple[int, list[list[float]]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [(number, ring) for polygon in polygons for number, ring in enumerate(polygon)]


def assert_right_handed(geometry: dict[str, object]) -> None:
    for number, ring in rings(geometry):
        assert ring[0] == ring[-1]
        assert shapely.LinearRing(ring).is_ccw == (number == 0)


def test_cells_in_one_state_are_one_feature_of_their_union(small_region: Region) -> None:
    found = control(small_region, *everywhere(*AGDAM))
    (only,) = found["features"]
    assert only["properties"]["cells"] == list(AGDAM)
    assert only["properties"]["whole"] is True
    assert only["properties"]["km2"] == sum(cell.km2 for cell in small_region.cells if cell.id in AGDAM)
    assert shape(only["geometry"]).equals(box(47.0, 39.0, 48.0, 40.0))
    assert len(rings(only["geometry"])) == 1


def test_another_state_interval_or_district_is_another_feature(small_region: Region) -> None:
    intervals = [
        HELD,
        replace(HELD, cell="agdam", status="in_doubt"),
        replace(HELD, cell="agdam.held.corridor", end="2021-02-01"),
        replace(HELD, cell="lachin.held"),
    ]
    found = control(small_region, *intervals)["features"]
    assert [(each["properties"]["area"], each["properties"]["cells"]) for each in found] == [
        ("agdam-district", ["agdam.held.corridor"]),
        ("agdam-district", ["agdam.held"]),
        ("agdam-district", ["agdam"]),
        ("lachin-district", ["lachin.held"]),
    ]
    assert len({each["id"] for each in found}) == 4
    assert not any(each["properties"]["whole"] for each in found)


def test_a_feature_says_who_when_and_in_whose_words(small_region: Region) -> None:
    interval = replace(HELD, controller="armenia", others=("azerbaijan",), status="contested")
    (only,) = control(small_region, interval)["features"]
    properties = only["properties"]
    assert properties["controller_name"] == "Armenian side"
    assert properties["other_names"] == ["Azerbaijan"]
    assert properties["area_name"] == "Agdam"
    assert (properties["area_name_az"], properties["area_name_hy"]) == ("Ağdam", None)
    assert (properties["start"], properties["end"]) == ("2021-01-19", None)
    assert properties["start_edtf"] == "2020-11-10/2021-01-18"
    assert properties["claims"] == ["c1"]
    assert properties["quotes"] == ["Agdam was handed over."]
    assert properties["sources"] == ["Some Agency, 2021-01-18"]
    assert properties["rule"] == "Handed over, as one outlet reports."


def test_cells_that_differ_in_rule_only_share_a_feature_with_the_weakest_basis(small_region: Region) -> None:
    other = replace(HELD, cell="agdam", basis="inferred", rule="A later report presupposes it.", claims=())
    (only,) = control(small_region, HELD, other)["features"]
    assert only["properties"]["basis"] == "inferred"
    assert only["properties"]["rule"] == "A later report presupposes it.; Handed over, as one outlet reports."
    assert only["properties"]["claims"] == ["c1"]


def test_the_last_report_is_the_one_that_may_be_latest_whatever_its_text_sorts_like(small_region: Region) -> None:
    for dates, latest in (
        (("2021-01-18", "2021-01"), "2021-01"),
        (("2021-01", "2021-02-03"), "2021-02-03"),
        (("2020-11-10/2021-03-01", "2021-01-18"), "2020-11-10/2021-03-01"),
        (("2021", "2021-06/2021-12", None), "2021-06/2021-12"),
        ((None, None), None),
    ):
        intervals = [replace(HELD, cell=cell, last_reported=told) for cell, told in zip(AGDAM, dates, strict=False)]
        (only,) = control(small_region, *intervals)["features"]
        assert only["properties"]["last_reported"] == latest


@given(data=st.data())
def test_the_order_of_intervals_makes_no_difference(small_region: Region, data: st.DataObject) -> None:
    claims = [CLAIM, replace(CLAIM, id="c2", evidence="Another.")]
    intervals = [replace(each, claims=(claim.id,)) for claim in claims for each in everywhere(*AGDAM, "lachin")]
    shuffled = data.draw(st.permutations(intervals))
    given_order = control_layer(intervals, claims=claims, articles=[ARTICLE], region=small_region)
    other_claims = data.draw(st.permutations(claims))
    assert control_layer(shuffled, claims=other_claims, articles=[ARTICLE], region=small_region) == given_order


def test_what_is_missing_is_named(small_region: Region) -> None:
    with pytest.raises(RegionError, match=r"'atlantis\.held' is no cell of region 'small'"):
        control(small_region, replace(HELD, cell="atlantis.held"))
    with pytest.raises(RecordError, match="claim 'c1', which is not among the claims"):
        control(small_region, HELD, claims=())
    with pytest.raises(RecordError, match=r"article 'b\.txt', which is not among the articles"):
        control(small_region, HELD, claims=(replace(CLAIM, article="b.txt"),))


def test_events_are_dated_and_stand_at_their_places(small_region: Region) -> None:
    two = (*CLAIM.places, ClaimPlace(text="Lachin", start=0, end=5, name="Lachin", place="lachin", extent="part"))
    nowhere = replace(CLAIM, id="c0", places=(), when=None, when_basis=None, stance="planned")
    counted = ClaimPlace(text="300 villages", start=0, end=5, name=None, place=None, extent="unspecified")
    early = replace(CLAIM, id="c2", places=(counted,), when="../1994", gained_by="locals")
    layer = events_layer([nowhere, replace(CLAIM, places=two), early], articles=[ARTICLE], region=small_region)
    found = json.loads(geojson(layer))["features"]
    assert [each["id"] for each in found] == ["c2.1", "c1.1", "c1.2", "c0.1"]
    assert [each["geometry"] and each["geometry"]["coordinates"] for each in found] == [
        None,
        [47.3, 39.6],
        [47.1, 39.6],
        None,
    ]
    assert [(each["properties"]["start"], each["properties"]["end"]) for each in found] == [
        (None, "1995-01-01"),
        ("2020-11-10", "2021-01-19"),
        ("2020-11-10", "2021-01-19"),
        (None, None),
    ]
    handover = found[1]["properties"]
    assert (handover["kind"], handover["stance"], handover["gained_by_name"]) == ("handover", "asserted", "Azerbaijan")
    assert (handover["quote"], handover["source"]) == ("Agdam was handed over.", "Some Agency")
    assert found[0]["properties"]["gained_by_name"] == "locals"
    assert found[0]["properties"]["place_text"] == "300 villages"


def test_places_carry_their_source_precision_and_district(small_region: Region) -> None:
    mentions = [
        Mention(article="a.txt", start=0, end=6, text="Lachin", role="place", place=place, score=1.0)
        for place in ("lachin", "hill")
    ]
    told = replace(CLAIM, places=(ClaimPlace(text="L", start=0, end=1, name="L", place="lachin", extent="whole"),) * 2)
    places = geocode_mentions(mentions, small_region)
    layer = places_layer(places, claims=[CLAIM, told], articles=[ARTICLE], region=small_region)
    hill, lachin = json.loads(geojson(layer))["features"]
    assert hill["geometry"] is None
    assert lachin["geometry"] == {"type": "Point", "coordinates": [47.1, 39.6]}
    properties = lachin["properties"]
    assert (properties["district"], properties["district_name"]) == ("lachin-district", "Lachin")
    assert (properties["precision_km"], properties["source"]) == (1.0, "made up for the test")
    assert (properties["mentions"], properties["articles"]) == (1, ["a.txt"])
    assert (properties["claims"], properties["quotes"]) == (["c1"], ["Agdam was handed over."])
    assert (properties["sources"], hill["properties"]["claims"]) == (["Some Agency, 2021-01-18"], [])


@pytest.mark.parametrize("name", ["control.geojson", "events.geojson", "places.geojson"])
def test_gdal_reads_what_we_write(small_region: Region, tmp_path: Path, name: str) -> None:
    files = FORMATS["geojson"].render(atlas_of(content(small_region)))
    path = tmp_path / name
    path.write_bytes(files[name])
    frame = gpd.read_file(path, engine="pyogrio")
    written = json.loads(files[name])
    assert frame.crs == "EPSG:4326"
    assert len(frame) == len(written["features"])
    assert [None if each is None else each.geom_type for each in frame.geometry] == [
        each["geometry"] and each["geometry"]["type"] for each in written["features"]
    ]
    properties = written["features"][0]["properties"]
    assert set(properties) <= set(frame.columns)
    texts = {key: value for key, value in properties.items() if isinstance(value, str) and key not in {"start", "end"}}
    assert {key: str(frame.iloc[0][key]) for key in texts if frame[key].dtype.kind != "M"} == {
        key: value for key, value in texts.items() if frame[key].dtype.kind != "M"
    }


@pytest.mark.parametrize("name", ["control.geojson", "events.geojson", "places.geojson"])
def test_files_keep_to_rfc_7946(small_region: Region, name: str) -> None:
    raw = FORMATS["geojson"].render(atlas_of(content(small_region)))[name]
    assert raw.endswith(b"}\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    written = json.loads(raw)
    assert written["type"] == "FeatureCollection"
    assert "crs" not in written
    assert len(written["bbox"]) == 4
    for each in written["features"]:
        assert each["type"] == "Feature"
        assert each.keys() == {"type", "id", "geometry", "properties"}
        if each["geometry"] and each["geometry"]["type"] != "Point":
            assert_right_handed(each["geometry"])


def test_nothing_to_export_is_an_empty_collection(small_region: Region) -> None:
    for raw in FORMATS["geojson"].render(empty(small_region)).values():
        assert json.loads(raw) == {"type": "FeatureCollection", "features": []}


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
HOSTILE = st.sampled_from(["</script>", "{{7*7}}", "a\u2028b\u2029c\u0085d", '"\\', "\r\n", "\ufeff"])


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")) | HOSTILE, max_size=3)
)
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    written = collection(feature(text, geometry=None, properties={text: text}) for text in texts)
    read = json.loads(written.encode())["features"]
    assert [(each["id"], each["properties"]) for each in read] == [(text, {text: text}) for text in texts]
    assert len(written.splitlines()) == (3 + len(texts) if texts else 2)


@pytest.mark.parametrize("unreadable", ["\x00", "\ud800"])
def test_what_readers_cannot_read_becomes_a_replacement_character(tmp_path: Path, unreadable: str) -> None:
    told = f"\\u0000 a{unreadable}b"
    written = collection([feature("x", geometry=point(lon=1, lat=2), properties={"quote": told, "quotes": [told]})])
    path = tmp_path / "x.geojson"
    path.write_text(written, encoding="utf-8")
    frame = gpd.read_file(path, engine="pyogrio")
    assert frame.loc[0, "quote"] == "\\u0000 a\ufffdb"
    assert list(frame.loc[0, "quotes"]) == ["\\u0000 a\ufffdb"]


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        collection([feature("x", geometry=None, properties={"km2": float("nan")})])


coordinate = st.integers(0, 6)
boxes = st.lists(
    st.tuples(coordinate, coordinate, st.integers(1, 3), st.integers(1, 3)).map(
        lambda corner: box(corner[0], corner[1], corner[0] + corner[2], corner[1] + corner[3])
    ),
    min_size=1,
    max_size=6,
)


@given(shapes=boxes, shift=st.floats(-100, 70), factor=st.floats(0.01, 3))
def test_a_surface_round_trips_as_the_union_of_its_shapes(shapes: list[Polygon], shift: float, factor: float) -> None:
    moved = [shapely.transform(each, lambda xy: xy * factor + shift) for each in shapes]
    written = json.loads(json.dumps(surface(moved)))
    read = shape(written)
    assert read.is_valid
    assert_right_handed(written)
    assert shapely.symmetric_difference(read, shapely.union_all(moved)).area < 1e-6 * (1 + read.length)
    for _, ring in rings(written):
        assert all(round(value, 6) == value for position in ring for value in position)


@given(shapes=boxes, data=st.data())
def test_the_order_of_shapes_does_not_change_a_surface(shapes: list[Polygon], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(shapes))
    turned = [each.reverse() if data.draw(st.booleans()) else each for each in shuffled]
    assert surface(turned) == surface(shapes)


def test_a_hole_stays_a_hole_and_runs_clockwise() -> None:
    ring = surface([box(0, 0, 3, 1), box(0, 2, 3, 3), box(0, 1, 1, 2), box(2, 1, 3, 2)])
    assert ring is not None
    assert len(rings(ring)) == 2
    assert_right_handed(ring)
    assert not shape(ring).contains(Point(1.5, 1.5))


def test_no_area_is_no_geometry() -> None:
    assert surface([]) is None
    assert surface([box(0, 0, 1e-9, 1e-9)]) is None
    assert point(lon=None, lat=39.0) is None


def test_minus_zero_is_written_as_zero() -> None:
    assert json.dumps(point(lon=-1e-9, lat=0.12345678)) == '{"type": "Point", "coordinates": [0.0, 0.123457]}'
