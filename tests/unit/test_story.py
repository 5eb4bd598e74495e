"""Stories: what is wrong with one is named by step, field and value; the schema refuses what the reading refuses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from webmap_cases import make_claim, make_records, make_region

import geo
from geo.errors import InputError, MissingInputError
from geo.regions import open_region
from geo.story import Step, Story, View, check_story, read_story

SCHEMA = json.loads((Path(geo.__file__).parent / "schemas" / "story-1.json").read_text("utf-8"))
STEP = {"title": "One", "text": "Words.", "date": "2010-05-05"}


def story_of(*steps, **fields):
    return {"title": "A story", "steps": list(steps), **fields}


@pytest.fixture
def read(tmp_path):
    def read_one(story):
        path = tmp_path / "story.json"
        path.write_text(story if isinstance(story, str) else json.dumps(story), encoding="utf-8")
        return read_story(path)

    return read_one


def test_a_story_is_read_with_its_steps_in_their_order(read):
    second = STEP | {"title": "Two", "view": {"center": [45.5, 39.5], "zoom": 8}, "known": "shown"}
    found = read(story_of(STEP, second, language="en"))
    assert found.language == "en"
    assert [step.title for step in found.steps] == ["One", "Two"]
    assert found.steps[1].view == View(center=(45.5, 39.5), zoom=8.0)


WRONG = [
    (story_of(), "no steps"),
    (story_of(STEP) | {"title": " "}, "no title"),
    (story_of({"title": "One", "text": ""}), "date: the field is missing"),
    (story_of(STEP | {"datum": "2010-05-05"}), "datum: no such field"),
    (story_of(STEP, STEP | {"date": "May 2010"}), "step 2: date: 'May 2010' is no day. Write it as 2020-11-10"),
    (story_of(STEP | {"known": "then"}), "known: 'then' is no day. Write it as 2020-11-10, or 'shown'"),
    (story_of(STEP | {"title": ""}), "step 1: it has no title"),
    (story_of(STEP | {"text": 7}), "steps[0].text"),
    (story_of(STEP | {"view": {"center": [45.5, 39.5], "zoom": 20}}), "view.zoom: 20 is none. Give 0 to 12"),
    (story_of(STEP | {"view": {"bbox": [45.0, 39.0]}}), "bbox"),
]
UNSEEN = [
    (story_of(STEP | {"date": "2010-02-30"}), "'2010-02-30' is no day"),
    (story_of(STEP | {"view": {}}), "give either bbox [west, south, east, north], or center [lon, lat] and zoom"),
    (story_of(STEP | {"view": {"center": [45.5, 39.5]}}), "give either bbox"),
    (story_of(STEP | {"view": {"center": [39.5, 95.5], "zoom": 8}}), "latitude 95.5 is not on the map. The longitude"),
    (story_of(STEP | {"view": {"bbox": [46.0, 39.0, 45.0, 40.0]}}), "has no inside"),
]
"""What a JSON Schema does not say."""


@pytest.mark.parametrize(("story", "said"), WRONG + UNSEEN)
def test_what_is_wrong_is_named(read, story, said):
    with pytest.raises(InputError) as caught:
        read(story)
    assert said in str(caught.value)
    assert "story.json" in str(caught.value)


@pytest.mark.parametrize(("story", "said"), WRONG)
def test_the_schema_refuses_it_too(story, said):  # noqa: ARG001 - the words are ours
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(story)


def test_what_is_no_json_or_not_there_is_said(read, tmp_path):
    with pytest.raises(InputError, match="not JSON"):
        read("{")
    with pytest.raises(MissingInputError, match=r"No file .*none\.json"):
        read_story(tmp_path / "none.json")


def check(step, claims=()):
    story = Story(title="A story", steps=(Step(**(STEP | step)),))
    check_story(story, make_region(), claims=claims, last=date(2011, 6, 1))


def test_what_the_map_does_not_have_is_refused_with_what_it_has():
    check({"selection": "area.one-district"})
    check({"selection": "place.oneton"})
    check({"selection": "event.c1"}, [make_claim("c1")])
    with pytest.raises(InputError, match=r"step 1: nothing on the map is 'area.on-district'. Did you mean 'area.one-d"):
        check({"selection": "area.on-district"})
    with pytest.raises(InputError, match="open= in a link"):
        check({"selection": "event.c1"})
    with pytest.raises(InputError, match="nothing is shown on 2012-01-01; the map goes from 2000-01-01 to 2011-06-01"):
        check({"date": "2012-01-01"})


def test_a_story_is_text_and_no_markup_of_the_page():
    story = Story(title="</script><b>", steps=(Step(**(STEP | {"text": "<img src=x onerror=alert(1)> {{7*7}}"})),))
    page = make_records().page(story=story)
    assert "</script><b>" not in page
    assert "<img src=x" not in page
    assert "{{7*7}}" in page


def test_the_story_of_the_seeds_fits_its_schema_and_the_region(root):
    path = root / "examples" / "seeds-story" / "story.json"
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(path.read_text("utf-8")))
    story = read_story(path)
    told = [make_claim("9c3ab8c66c6fa4d8")]
    check_story(story, open_region(str(root / "shapes" / "karabakh")), claims=told, last=date(2022, 11, 30))
