"""The schemas say what the records hold: neither may change without the other."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import jsonschema
import pytest
from referencing import Registry, Resource

import geo
from geo import records
from geo.codec import to_dict

SCHEMAS = {
    schema["title"]: schema
    for schema in (
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((Path(geo.__file__).parent / "schemas").glob("*.json"))
    )
}
REGISTRY: Registry[Any] = Registry().with_resources(
    [(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values()]
)
WRITTEN = ("Article", "Mention", "Place", "Claim", "LocatedClaim", "UnplacedClaim", "ControlInterval", "Presence")
READ = ("Story",)
"""What a person writes."""


def schema_of(cls: type) -> dict[str, Any]:
    """The schema of a record: a file of its own, or a definition inside the file of the record that holds it."""
    if cls.__name__ in SCHEMAS:
        return SCHEMAS[cls.__name__]
    found: list[dict[str, Any]] = [
        schema["$defs"][cls.__name__] for schema in SCHEMAS.values() if cls.__name__ in schema.get("$defs", {})
    ]
    assert found, f"no schema for {cls.__name__}"
    return found[0]


def every_record() -> list[type]:
    return [value for value in vars(records).values() if isinstance(value, type) and is_dataclass(value)]


def test_each_record_that_is_written_has_a_schema_of_its_own() -> None:
    assert set(SCHEMAS) == {*WRITTEN, *READ}


@pytest.mark.parametrize("title", [*WRITTEN, *READ])
def test_a_schema_is_valid_and_carries_its_version(title: str) -> None:
    schema = SCHEMAS[title]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert re.fullmatch(r"geo/schemas/[a-z-]+-\d+\.json", schema["$id"])
    assert (Path(geo.__file__).parent.parent / schema["$id"]).is_file()


@pytest.mark.parametrize("cls", every_record(), ids=lambda cls: cls.__name__)
def test_schema_and_record_have_the_same_fields_in_the_same_order(cls: type) -> None:
    schema = schema_of(cls)
    assert list(schema["properties"]) == [field.name for field in fields(cls)]
    assert schema["required"] == [field.name for field in fields(cls) if field.default is MISSING]
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("cls", every_record(), ids=lambda cls: cls.__name__)
def test_schema_and_record_agree_on_choices_and_on_what_may_be_absent(cls: type) -> None:
    properties = schema_of(cls)["properties"]
    for name, hint in get_type_hints(cls).items():
        optional = type(None) in get_args(hint)
        inner = next((arg for arg in get_args(hint) if arg is not type(None)), hint) if optional else hint
        schema = properties[name]
        if get_origin(inner) is Literal:
            assert schema["enum"] == [*get_args(inner), *([None] if optional else [])], name
        elif "type" in schema:
            assert ("null" in schema["type"] and isinstance(schema["type"], list)) is optional, name


def validator(title: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(SCHEMAS[title], registry=REGISTRY)


CLAIM = records.Claim(
    id="c1",
    article="a.txt",
    start=0,
    end=8,
    evidence="evidence",
    kind="handover",
    places=(records.ClaimPlace(text="Lachin", start=0, end=6, name=None, place=None, extent="whole"),),
    gained_by="azerbaijan",
    lost_by=None,
    actor=None,
    when="2020-11-10/2021-01-18",
    when_basis="context",
    stance="asserted",
    claimant=None,
    confidence=1.0,
    extractor="test",
)


def test_records_validate_through_nested_schemas() -> None:
    located = records.LocatedClaim(
        claim=CLAIM,
        places=(
            records.LocatedPlace(text="Lachin", place=None, area=None, extent="whole", cells=("lachin",), reason=None),
        ),
        source="Sputnik",
        published=None,
    )
    validator("LocatedClaim").validate(to_dict(located))


def test_a_wrong_value_inside_a_nested_record_fails() -> None:
    data = to_dict(records.UnplacedClaim(claim=CLAIM, text=None, reason="counted", source=None, published=None))
    validator("UnplacedClaim").validate(data)
    claim = {**to_dict(CLAIM), "stance": "shouted"}
    assert not validator("UnplacedClaim").is_valid({**data, "claim": claim})
