"""The base map in the page: small, shared, named by choice, and nothing where a region has none."""

from __future__ import annotations

import json

import pytest
from webmap_cases import make_region

from geo.regions import open_region
from geo.webmap.base import STEPS, base_data, names_of

BUDGET = 200_000
"""Bytes of a page that its base map may take."""


def test_a_region_without_a_base_map_gives_empty_lists():
    found = base_data(make_region(), labelled=())
    assert found.pop("steps") == STEPS
    assert found.pop("extent") is None
    assert set(map(tuple, found.values())) == {()}


@pytest.mark.parametrize("name", ["karabakh", "ukraine"])
def test_the_base_map_takes_at_most_200_kb_of_the_page(root, name):
    data = base_data(open_region(str(root / "shapes" / name)), labelled=())
    assert 50_000 < len(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()) <= BUDGET


def test_every_arc_that_is_named_is_there(root):
    data = base_data(open_region(str(root / "shapes" / "karabakh")), labelled=())
    rings = [ring for item in (*data["land"], *data["lakes"]) for ring in item["rings"]]
    used = {arc if arc >= 0 else ~arc for ring in rings for arc in ring}
    used |= {arc for item in (*data["rivers"], *data["borders"]) for arc in item["arcs"]}
    assert used == set(range(len(data["arcs"])))


def test_a_river_is_called_by_each_of_the_reader_s_choices_and_by_one_name_where_both_are_chosen(root):
    region = open_region(str(root / "shapes" / "karabakh"))
    (kura,) = (item for item in region.base if item.place == "kura")
    assert names_of(kura, region) == ["Kura", "Kür", "Կուր", "Кура", "Kura"]


def test_a_town_that_the_page_has_already_is_not_said_again(root):
    region = open_region(str(root / "shapes" / "karabakh"))
    names = [town["names"] for town in base_data(region, labelled=["yerevan"])["towns"]]
    assert len(names) == sum(item.kind == "town" for item in region.base) - 1
