"""Records survive the way to JSON and back, and what is not a record is refused by the name of its field."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import records
from geo.codec import from_dict, to_dict
from geo.errors import GeoError, RecordError

CLAIM = records.Claim(
    id="c1",
    article="a.txt",
    start=0,
    end=8,
    evidence="evidence",
    kind="handover",
    places=(records.ClaimPlace(text="Lachin", start=0, end=6, name="Lachin", place="lachin-district", extent="whole"),),
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
EVERY_RECORD = [
    getattr(records, name)
    for name in (
        "Article",
        "Candidate",
        "Claim",
        "ClaimPlace",
        "ControlInterval",
        "LocatedClaim",
        "LocatedPlace",
        "Mention",
        "Name",
        "Place",
        "Presence",
        "UnplacedClaim",
    )
]


@pytest.mark.parametrize("cls", EVERY_RECORD, ids=lambda cls: cls.__name__)
def test_every_kind_of_record_survives_a_trip_through_json(cls: type) -> None:
    @given(st.from_type(cls))
    def trip(record: object) -> None:
        finite = all("nan" not in repr(value) and "inf" not in repr(value) for value in [record])
        if finite:
            assert from_dict(cls, json.loads(json.dumps(to_dict(record)))) == record

    trip()


def test_fields_keep_their_order_and_tuples_become_lists() -> None:
    data = to_dict(CLAIM)
    assert list(data)[:3] == ["id", "article", "start"]
    assert data["places"] == [
        {"text": "Lachin", "start": 0, "end": 6, "name": "Lachin", "place": "lachin-district", "extent": "whole"}
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "seizure"}, r"Claim\.kind: expected one of capture, .*'seizure'"),
        ({"kind": ["capture"]}, r"Claim\.kind: expected one of"),
        ({"start": "0"}, r"Claim\.start: expected a whole number, found '0'"),
        ({"start": True}, r"Claim\.start: expected a whole number, found True"),
        ({"confidence": float("nan")}, r"Claim\.confidence: expected a finite number"),
        ({"evidence": None}, r"Claim\.evidence: expected a text, found None"),
        ({"places": "Lachin"}, r"Claim\.places: expected a list, found 'Lachin'"),
        ({"places": [{"text": "Lachin"}]}, r"Claim\.places\[0\]\.start: the field is missing"),
        ({"places": [7]}, r"Claim\.places\[0\]: expected an object, found 7"),
        ({"colour": "ochre"}, r"Claim\.colour: no such field\. Claim has: id, "),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(change: dict[str, object], message: str) -> None:
    with pytest.raises(RecordError, match=message):
        from_dict(records.Claim, {**to_dict(CLAIM), **change})


def test_a_missing_field_is_named() -> None:
    data = to_dict(CLAIM)
    del data["stance"]
    with pytest.raises(RecordError, match=r"Claim\.stance: the field is missing"):
        from_dict(records.Claim, data)


def test_a_field_with_a_default_may_be_left_out() -> None:
    mention = records.Mention(article="a", start=0, end=1, text="x", role="place", place=None, score=0.0)
    data = to_dict(mention)
    del data["candidates"]
    assert from_dict(records.Mention, data) == mention


def test_a_whole_number_is_taken_as_a_fraction() -> None:
    confidence = from_dict(records.Claim, {**to_dict(CLAIM), "confidence": 1}).confidence
    assert isinstance(confidence, float)


def test_a_long_wrong_value_is_shown_shortened() -> None:
    with pytest.raises(RecordError) as caught:
        from_dict(records.Claim, {**to_dict(CLAIM), "kind": "x" * 10_000})
    assert len(str(caught.value)) < 400


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(RecordError, match=r"Claim: expected an object, found \[\]"):
        from_dict(records.Claim, [])


def test_a_pair_keeps_its_length() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        names: tuple[tuple[str, str], ...]

    record = Named(names=(("en", "Lachin"),))
    assert to_dict(record) == {"names": [["en", "Lachin"]]}
    assert from_dict(Named, {"names": [["en", "Lachin"]]}) == record
    with pytest.raises(RecordError, match=r"names\[0\]: expected a list of 2"):
        from_dict(Named, {"names": [["en"]]})


def test_a_type_that_no_record_may_have_is_a_mistake_of_the_code() -> None:
    @dataclass(frozen=True)
    class Odd:
        values: set[str]

    with pytest.raises(TypeError, match="No decoder for the type") as caught:
        from_dict(Odd, {"values": []})
    assert not isinstance(caught.value, GeoError)
    with pytest.raises(TypeError, match="is no record"):
        to_dict({"values": []})


def test_a_changed_copy_differs_only_where_it_was_changed() -> None:
    assert to_dict(replace(CLAIM, stance="planned")) == {**to_dict(CLAIM), "stance": "planned"}
