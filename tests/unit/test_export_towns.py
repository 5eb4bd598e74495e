"""The layer of towns: points with a state of their own, beside the areas that they lie in."""

from itertools import pairwise

import pytest
from timeline_cases import REGION, located, told

from geo.errors import RecordError, RegionError
from geo.export import LAYERS
from geo.export.towns import towns_layer
from geo.timeline import decide_control

HELD = told("capture", "south", by="red", frm="blue", when="1993-05-01")
FELL = told("capture", "southton", by="blue", frm="red", when="1996-03-01", words="The town fell.")
CLAIMS, ARTICLES = zip(HELD, FELL, strict=True)
POINTS = decide_control(located(HELD, FELL), REGION).points


def layer(points=POINTS, claims=CLAIMS, region=REGION):
    return towns_layer(points, claims=claims, articles=ARTICLES, region=region)


def test_each_state_of_a_town_is_a_point_with_its_reasons():
    last = layer().rows[-1]
    assert last.geometry == {"type": "Point", "coordinates": [1.0, 1.0]}
    assert (last.properties["place"], last.properties["district"]) == ("southton", "south")
    assert (last.properties["controller"], last.properties["start"], last.properties["end"]) == (
        "blue",
        "1996-03-01",
        None,
    )
    assert last.properties["quotes"] == ("The town fell.",)
    assert [row.id for row in layer().rows] == ["southton.1", "southton.2", "southton.3"]
    assert all(list(row.properties) == list(layer().columns) for row in layer().rows)


def test_states_of_a_town_leave_no_gap():
    rows = [row.properties for row in layer().rows]
    assert all(before["end"] == after["start"] for before, after in pairwise(rows))


def test_what_is_missing_is_named():
    with pytest.raises(RecordError, match="rests on claim"):
        layer(claims=())
    with pytest.raises(RegionError, match="'place:southton' is no place of region"):
        layer(region=type(REGION)(**{**{n: getattr(REGION, n) for n in REGION.__dataclass_fields__}, "places": ()}))


def test_the_layer_is_exported_with_the_others():
    assert "towns" in LAYERS
