"""Whole sessions at the command line, against golden files: `$ geo ...`, what it said, and its exit status.

Lines of stderr begin with `2> `. Written anew where GEO_WRITE_GOLDEN=1.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from boundary_service import serving
from seed_claims import seed_records

from geo.extract.syntax.trees.parser import installed_model
from geo.outputs import Reading, write_reading
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Callable

SESSIONS = Path(__file__).parent / "sessions"
LONGEST = 12
"""Lines of output that a session shows; of more, their number."""
LONGEST_EXPLANATION = 24


def transcript(lines: list[str], geo: Callable, *, longest: int = LONGEST) -> str:
    """The session with these commands; what is not a command is kept as a comment if it begins with #."""
    shown = []
    for line in lines:
        shown.append(line)
        if line.startswith("$ "):
            done = geo(line.removeprefix("$ geo"))
            out = done.out.splitlines()
            shown += out if len(out) <= longest else [*out[:3], f"({len(out)} lines)"]
            shown += [f"2> {said}".rstrip() for said in done.err.splitlines()]
            shown += [f"[{done.status}]", ""]
    return "\n".join(shown)


@pytest.fixture
def bad_inputs(here: Path) -> None:
    """Files that are no reports, and one that is."""
    put = {
        "bad/good.txt": b"MOSCOW (Sputnik) - Armenia handed the Lachin district over to Azerbaijan, it said.\n",
        "bad/empty.txt": b"",
        "bad/picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
        "bad/binary.txt": bytes(range(256)) * 8,
        "bad/table.csv": b"a,b\n",
        "bad/windows.txt": "Azerbaijan’s army took the town of Shusha on November 8, 2020, it said.".encode("cp1252"),
        "bad/lines.jsonl": b'{"id": "one", "text": "Armenia withdrew from Agdam on 20 November 2020."}\n{"id": \n',
        "placeless.txt": b"The weather was fine on Monday, the ministry said.\n",
        "long.jsonl": b'{"id": "long", "text": "' + b"x" * 50_000_000 + b'"}\n',
        "a-file": b"",
    }
    for name, data in put.items():
        path = here / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (here / "nothing").mkdir()


@pytest.fixture
def own_files(here: Path) -> None:
    """Files of a region: areas that touch, areas that overlap, towns, parties, and what is none of these."""

    def square(name: str, west: float, east: float) -> dict[str, object]:
        ring = [[west, 39], [east, 39], [east, 40], [west, 40], [west, 39]]
        return {
            "type": "Feature",
            "properties": {"name": name, "name_fr": f"{name} (fr)"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }

    bow = square("Bow", 48, 49)
    bow["geometry"] = {"type": "Polygon", "coordinates": [[[48, 39], [49, 40], [49, 39], [48, 40], [48, 39]]]}
    for name, rows in {
        "areas": [square("Westmark", 46, 47), square("Eastmark", 47, 48), bow],
        "overlap": [square("Westmark", 46, 47), square("Eastmark", 46.5, 48)],
    }.items():
        (here / f"{name}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": rows}), "utf-8")
    (here / "towns.csv").write_text("\ufeffname;lat;lon\nTownley;39,5;46,5\nSeaport;39,5;50\n", "utf-8")
    (here / "bad.csv").write_text("name,lat,lon\nTownley,39.5,46.5\nSeaport,south,50\n", "utf-8")
    (here / "parties.csv").write_text("name,adjectives\nMali,Malian\nSouthland,Southern\n", "utf-8")
    (here / "report.txt").write_text(
        "LONDON, January 1, 2020 (Reuters) - Malian forces captured the Westmark district on January 1, 2020.\n",
        "utf-8",
    )
    bomb = zipfile.ZipFile(here / "bomb.zip", "w", zipfile.ZIP_DEFLATED)
    with bomb, bomb.open("areas.geojson", "w", force_zip64=True) as member:
        for _ in range(600):
            member.write(bytes(2**20))
    (here / "shapes" / "broken").mkdir(parents=True)
    (here / "shapes" / "broken" / "region.toml").write_text('id = "broken"\nnmae = "Broken"\n', "utf-8")


@pytest.mark.parametrize("name", ["seeds", "stages", "evaluate"])
def test_a_session_goes_as_recorded(name: str, geo: Callable, golden: Callable) -> None:
    path = SESSIONS / f"{name}.txt"
    golden(path, transcript(commands(path), geo))


@pytest.mark.skipif(installed_model() is None, reason="no parser is installed")
def test_a_session_of_explanations_goes_as_recorded(geo: Callable, golden: Callable) -> None:
    path = SESSIONS / "explain.txt"
    golden(path, transcript(commands(path), geo, longest=LONGEST_EXPLANATION))


@pytest.mark.usefixtures("bad_inputs")
def test_a_session_with_wrong_input_goes_as_recorded(geo: Callable, golden: Callable) -> None:
    path = SESSIONS / "wrong_input.txt"
    golden(path, transcript(commands(path), geo))


@pytest.mark.usefixtures("output")
def test_a_session_of_exports_goes_as_recorded(geo: Callable, golden: Callable) -> None:
    path = SESSIONS / "export.txt"
    golden(path, transcript(commands(path), geo))


@pytest.fixture
def read_by_hand(here: Path) -> None:
    """What is to be read in the seeds, as ``geo extract`` writes it: so that answers rest on no reading of ours."""
    articles, claims = seed_records(open_region("karabakh"))
    write_reading(here / "output", Reading(articles=articles, mentions=(), claims=claims))


@pytest.mark.usefixtures("read_by_hand")
@pytest.mark.parametrize("name", ["questions", "known"])
def test_a_session_of_questions_goes_as_recorded(name: str, geo: Callable, golden: Callable) -> None:
    path = SESSIONS / f"{name}.txt"
    golden(path, transcript(commands(path), geo))


@pytest.mark.usefixtures("read_by_hand")
def test_a_session_of_reviewing_goes_as_recorded(geo: Callable, golden: Callable, here: Path) -> None:
    (here / "wrong.csv").write_text("claim,desicion,who\n001-2,reject,A. Analyst\n", encoding="utf-8")
    path = SESSIONS / "review.txt"
    golden(path, transcript(commands(path), geo, longest=LONGEST_EXPLANATION))


@pytest.mark.usefixtures("own_files")
def test_a_session_with_a_region_of_ones_own_goes_as_recorded(
    geo: Callable, golden: Callable, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = SESSIONS / "region.txt"
    with serving() as service:
        monkeypatch.setenv("GEO_BOUNDARIES_API", service.api)
        said = transcript(commands(path), geo)
    golden(path, said.replace(service.url, "http://loopback"))
    assert not (here.parent / "other").exists()
    assert not (here / "shapes" / "other").exists()


def commands(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(("$ ", "# "))]


def test_a_failed_build_leaves_nothing_behind(geo: Callable, here: Path) -> None:
    assert geo("build nowhere -o out").status == 1
    assert not (here / "out").exists()


def test_a_build_with_nothing_changed_says_so_and_leaves_every_byte(geo: Callable, here: Path) -> None:
    assert geo("build seeds -o out").err.startswith("Built: ")
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (here / "out").iterdir()}
    assert geo("build seeds -o out").err.startswith("Nothing changed: ")
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in (here / "out").iterdir()} == before


def test_two_builds_in_two_folders_give_the_same_bytes(geo: Callable, here: Path) -> None:
    geo("build seeds -o one")
    geo("build seeds -o two")
    one, two = ({path.name: path.read_bytes() for path in (here / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert len(one) >= 11


def test_stage_by_stage_gives_the_bytes_of_a_build(geo: Callable, here: Path) -> None:
    geo("build seeds -o whole")
    for line in ("extract seeds -o steps", "timeline -i steps", "export -i steps", "map -i steps"):
        assert geo(line).status == 0
    whole = {path.name: path.read_bytes() for path in (here / "whole").iterdir() if path.name[0] != "."}
    assert {path.name: path.read_bytes() for path in (here / "steps").iterdir() if path.name[0] != "."} == whole


def test_what_was_known_on_a_day_is_the_same_from_every_command(geo: Callable, here: Path) -> None:
    day = "--as-known-on 2021-01-31"
    for line in ("build seeds -o all", f"build seeds -o then {day}", "extract seeds -o steps"):
        assert geo(line).status == 0
    for line in (f"timeline -i steps {day}", "export -i steps", "map -i steps"):
        assert geo(line).status == 0
    decided = {"located.jsonl", "intervals.jsonl", "presence.jsonl", "unplaced.jsonl", "known.json"}
    drawn = {"map.html", "control.geojson", "events.geojson", "places.geojson"}
    for name in decided | drawn:
        assert (here / "steps" / name).read_bytes() == (here / "then" / name).read_bytes(), name
    for line in (
        "who Lachin --on 2021-01-11 -f json",
        "export control -o -",
        "export events -o -",
        "totals",
        "map -o -",
    ):
        assert geo(f"{line} -i all {day}").out == geo(f"{line} -i then").out, line
    later = "002_4f0411a692479fe6.txt"
    assert later in told(here / "all" / "map.html")
    for path in (here / "then").iterdir():
        assert later not in told(path), path.name


def told(path: Path) -> str:
    """What a file says; of a page, the data that it holds compressed."""
    text = path.read_text("utf-8")
    packed = re.search(r'type="application/gzip" id="geo-data">(.*?)</script>', text)
    return gzip.decompress(base64.b64decode(packed[1])).decode("utf-8", "replace") if packed else text


def test_a_decision_of_all_that_was_read_is_marked_by_no_day(geo: Callable, here: Path) -> None:
    for line in ("build seeds -o out --as-known-on 2021-01-31", "build seeds -o out"):
        assert geo(line).err.splitlines()[-1].startswith("Built: ")
    assert not (here / "out" / "known.json").exists()
    geo("timeline -i out --as-known-on 2021-01-31")
    geo("timeline -i out")
    assert not (here / "out" / "known.json").exists()


def test_an_answer_as_json_is_one_object_with_the_fields_of_its_contract(geo: Callable) -> None:
    geo("build seeds")
    answer = json.loads(geo("who Kalbajar --on 2021-02-01 --format json").out)
    assert list(answer)[:6] == ["place", "on", "controller", "others", "status", "basis"]
    assert list(answer)[6:12] == ["support", "start_edtf", "end_edtf", "last_reported", "rule", "claims"]
    assert list(answer)[12:] == ["becomes", "parts"]
    assert answer["controller"] == "azerbaijan"
