"""Open boundaries: asked for on loopback, cached, checked, and kept with their licence."""

from __future__ import annotations

import hashlib
import json

import pytest
from boundary_service import AREAS, serving

from geo.errors import InputError, MissingInputError, UnknownRegionError
from geo.regions.countries import country_code
from geo.regions.fetching import fetch_boundaries, source_of


@pytest.fixture
def service():
    with serving() as found:
        yield found


def test_boundaries_are_fetched_once_with_licence_and_checksum(service, tmp_path):
    first = fetch_boundaries("MLI", 1, tmp_path, api=service.api)
    assert (first.fetched, first.areas, first.licence) == (True, 1, "CC BY 4.0")
    assert first.source == "Survey of Mali, 2020, in geoBoundaries MLI-ADM1-1"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "MLI-ADM1.LICENCE.txt", "MLI-ADM1.geojson", "MLI-ADM1.source.json",
    ]  # fmt: skip
    assert json.loads(first.path.read_bytes()) == AREAS
    assert source_of(first.path)["sha256"] == hashlib.sha256(first.path.read_bytes()).hexdigest()
    licence = first.licence_path.read_text("utf-8")
    assert "CC BY 4.0" in licence
    assert "journal.pone.0231866" in licence
    assert service.asked == ["/api/current/gbOpen/MLI/ADM1/", "/whole.geojson"]
    again = fetch_boundaries("MLI", 1, tmp_path, api=service.api)
    assert (again.fetched, again.path, len(service.asked)) == (False, first.path, 2)
    assert fetch_boundaries("MLI", 1, tmp_path, api=service.api, refresh=True).fetched


def test_generalised_outlines_are_a_file_of_their_own(service, tmp_path):
    found = fetch_boundaries("MLI", 1, tmp_path, api=service.api, simplified=True)
    assert found.path.name == "MLI-ADM1-simplified.geojson"
    assert service.asked[-1] == "/simple.geojson"


def test_boundaries_changed_by_hand_are_refused(service, tmp_path):
    path = fetch_boundaries("MLI", 1, tmp_path, api=service.api).path
    path.write_text("{}", "utf-8")
    with pytest.raises(InputError, match=r"has changed since it was fetched.*--refresh"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)
    path.with_suffix(".source.json").unlink()
    with pytest.raises(InputError, match=r"has no \.source\.json"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


def test_a_redirection_is_followed_on_the_own_host(service, tmp_path):
    service.put("/whole.geojson", b"", status=302, Location=f"{service.url}/simple.geojson")
    assert fetch_boundaries("MLI", 1, tmp_path, api=service.api).areas == 1


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://localhost/a", "ftp://127.0.0.1/a", "/etc/passwd", ""]
)
def test_an_address_that_is_not_https_is_not_asked(address, service, tmp_path):
    service.put("/api/current/gbOpen/MLI/ADM1/", service.about(gjDownloadURL=address))
    with pytest.raises(InputError, match="only https is"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)
    assert list(tmp_path.iterdir()) == []


def test_a_redirection_to_elsewhere_is_not_followed(service, tmp_path):
    service.put("/whole.geojson", b"", status=302, Location="http://localhost:9/a")
    with pytest.raises(InputError, match="only https is"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<html>", "did not answer with JSON"),
        ([], "did not answer with one object"),
        ({"boundaryISO": "MLI"}, "answered without 'boundaryID'"),
    ],
)
def test_an_answer_that_is_none_is_refused(body, message, service, tmp_path):
    service.put("/api/current/gbOpen/MLI/ADM1/", body)
    with pytest.raises(InputError, match=message):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


def test_an_answer_about_another_country_is_refused(service, tmp_path):
    service.put("/api/current/gbOpen/MLI/ADM1/", service.about(boundaryISO="NER"))
    with pytest.raises(InputError, match="answered about NER ADM1"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"version https://git-lfs.github.com/spec/v1\n", "is a pointer"),
        (b"[]", "is no GeoJSON"),
        (b"{", "is no GeoJSON"),
    ],
)
def test_a_file_that_is_no_geojson_is_refused_and_not_kept(body, message, service, tmp_path):
    service.put("/whole.geojson", body)
    with pytest.raises(InputError, match=message):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)
    assert list(tmp_path.iterdir()) == []


def test_a_file_larger_than_is_read_is_refused(service, tmp_path, monkeypatch):
    monkeypatch.setattr("geo.regions.fetching.MOST_BYTES", 2000)
    service.put("/whole.geojson", b" " * 2001)
    with pytest.raises(InputError, match="answers more than"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


def test_a_level_that_is_not_there_and_a_broken_service_are_told_apart(service, tmp_path):
    with pytest.raises(MissingInputError, match="may not have that level"):
        fetch_boundaries("MLI", 2, tmp_path, api=service.api)
    service.put("/api/current/gbOpen/MLI/ADM1/", b"", status=503)
    with pytest.raises(MissingInputError, match="answered 503"):
        fetch_boundaries("MLI", 1, tmp_path, api=service.api)


def test_without_a_network_the_way_without_one_is_named(tmp_path):
    with pytest.raises(MissingInputError, match=r"cannot be reached.*geo region new --areas FILE"):
        fetch_boundaries("MLI", 1, tmp_path, api="http://127.0.0.1:9/api")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ukraine", "UKR"), ("ukraine", "UKR"), ("UA", "UKR"), ("ukr", "UKR"),
        ("Côte d'Ivoire", "CIV"), ("Kosovo", "XKX"),
        ("DR Congo", "COD"), ("Türkiye", "TUR"), ("Palestine", "PSE"), ("Netherlands", "NLD"), ("East Timor", "TLS"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_name_and_codes(name, code):
    assert country_code(name) == code


def test_an_unknown_country_is_answered_with_the_nearest():
    with pytest.raises(UnknownRegionError, match=r"No country 'Ukrain'\. Did you mean 'Ukraine'\?"):
        country_code("Ukrain")


def test_no_two_countries_share_a_name(root):
    import csv

    from geo.names import fold

    with (root / "geo" / "regions" / "countries.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    words = [fold(w) for r in rows for w in {r["iso3"], r["iso2"], r["name"], *r["also"].split("|")} if w]
    assert sorted(words) == sorted(set(words))
    assert len(rows) == 250
