"""What a command writes is written whole or not at all; what it reads may be anything."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from geo import webmap

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MORE = '{"id": "more", "text": "Armenia handed the Lachin district over to Azerbaijan on 1 December 2020."}\n'
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e"
HOSTILE = (
    "line\nWarning: forged.txt",
    "<img src=x onerror=alert(1)>.txt",
    "{{7*7}}.txt",
    "${7*7}`.txt",
    f"{ESCAPES}.txt",
    "-o",
)


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def more(here: Path) -> Path:
    (here / "more.jsonl").write_text(MORE, encoding="utf-8")
    return here / "more.jsonl"


@pytest.mark.usefixtures("more")
@pytest.mark.parametrize("failing", [1, 6, 12])
def test_a_disk_that_fills_up_in_the_middle_of_a_build_leaves_the_old_one_whole(
    geo: Callable, here: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    geo("build seeds")
    before = found(here / "output")
    calls, fsync = iter(range(1, 100)), os.fsync

    def full(handle: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    done = geo("build seeds more.jsonl")
    assert (done.status, "No space left on device" in done.err) == (1, True)
    assert found(here / "output") == before
    monkeypatch.undo()


@pytest.mark.usefixtures("more")
def test_a_build_that_breaks_down_at_the_map_leaves_the_old_one_whole(
    geo: Callable, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    geo("build seeds")
    before = found(here / "output")

    def break_down(**_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(webmap, "render_page", break_down)
    assert geo("build seeds more.jsonl").status == 1
    assert found(here / "output") == before


@pytest.mark.usefixtures("more")
def test_claims_that_are_read_anew_take_back_what_was_told_of_the_old_build(geo: Callable, here: Path) -> None:
    geo("build seeds")
    geo("extract more.jsonl")
    assert not (here / "output" / ".build.json").exists()
    assert geo("build seeds").err.startswith("Built: ")


def test_a_build_does_not_go_into_a_pipe(geo: Callable, here: Path) -> None:
    done = geo("build seeds -o -")
    assert done.status == 2
    assert "a build writes a folder" in " ".join(done.err.split())
    assert not (here / "-").exists()


def test_articles_come_in_through_a_pipe(geo: Callable, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pipe(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(text.encode()))))

    pipe(MORE + '{"id": \n')
    done = geo("build - seeds")
    assert done.status == 0
    assert "Warning: standard input, line 2: not JSON" in done.err
    ids = [json.loads(line)["id"] for line in (here / "output" / "articles.jsonl").read_text("utf-8").splitlines()]
    assert (ids[0], len(ids)) == ("more", 6)
    pipe(MORE)
    assert '"article": "more"' in geo("extract - -o -").out
    pipe("")
    assert geo("build -").err.endswith(
        "No report could be read from -. Give .txt or .jsonl files, or folders of them.\n"
    )


UNREADABLE = ("9" * 5000, "[" * 50_000, "-Infinity")
STRANGE = ("1e400", "9" * 400, "[" * 900 + "]" * 900, "{}", "true")


def test_a_line_that_no_computer_need_read_is_left_out_and_the_rest_built(geo: Callable, here: Path) -> None:
    bad = [f'{{"{name}": {value}, "text": "Left."}}' for value in UNREADABLE for name in ("id", "published", "other")]
    odd = [f'{{"{name}": {value}, "text": "Left."}}' for value in STRANGE for name in ("id", "published", "other")]
    (here / "bad.jsonl").write_text(MORE + "\n".join((*bad, *odd)), encoding="utf-8")
    done = geo("extract bad.jsonl -o out")
    assert done.status == 0, done.err
    assert len((here / "out" / "articles.jsonl").read_bytes().splitlines()) == 1 + len(odd)
    assert done.err.count("not JSON (-Infinity is no number)") == 3
    assert done.err.count("it holds a number with too many digits") == 3
    assert done.err.count("its JSON is nested too deeply") == 3


def test_a_record_that_no_computer_need_read_is_named(geo: Callable, here: Path) -> None:
    geo("extract seeds -o out")
    mentions = here / "out" / "mentions.jsonl"
    good = mentions.read_text(encoding="utf-8")
    first = json.loads(good.splitlines()[0])
    for value in (*UNREADABLE, *STRANGE):
        line = json.dumps({**first, "score": "?"}).replace('"?"', value)
        mentions.write_text(f"{good}{line}\n", encoding="utf-8")
        done = geo("timeline -i out")
        assert done.status == 1
        assert done.err.startswith(f"Error: out/mentions.jsonl, line {len(good.splitlines()) + 1}: "), value[:20]


def test_hostile_file_names_go_the_whole_way_as_text(geo: Callable, here: Path) -> None:
    folder = here / "reports"
    folder.mkdir()
    text = b"Armenia handed the Lachin district over to Azerbaijan on 1 December 2020.\n"
    names = [os.fsencode(name) for name in HOSTILE] + [b"bytes-\xff\xfe.txt"]
    for name in names:
        (folder / os.fsdecode(name)).write_bytes(text)
    (folder / os.fsdecode(b"empty\x1b[2J\xff.txt")).write_bytes(b"")
    done = geo("build reports --names both")
    assert done.status == 0, done.err
    articles = [json.loads(line) for line in (here / "output" / "articles.jsonl").read_text("utf-8").splitlines()]
    assert len(articles) == len(names)
    assert {article["id"] for article in articles} == {*HOSTILE, "bytes-\ufffd\ufffd.txt"}
    page = (here / "output" / "map.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert "\x1b" not in page
    assert "Warning: reports/empty\\x1b[2J\\udcff.txt: it is empty." in done.err
    assert only_text(done.err)


def test_nothing_that_a_terminal_obeys_is_printed(geo: Callable, here: Path) -> None:
    article = {
        "id": f"one{ESCAPES}\nError: forged",
        "source": f"Sputnik{ESCAPES}",
        "title": f"Title{ESCAPES}",
        "published": "2020-12-01",
        "text": f"Armenia handed the Lachin district over to Azerbaijan on 1 December 2020, it said{ESCAPES}.",
    }
    placeless = {"published": f"2020{ESCAPES}", "id": f"two{ESCAPES}\nError: forged", "text": "Nothing happened."}
    lines = "".join(f"{json.dumps(one)}\n" for one in (article, placeless, placeless))
    (here / "bad.jsonl").write_text(lines, encoding="utf-8")
    said = [
        geo("build bad.jsonl"),
        geo("who Lachin --on 2020-12-01"),
        geo("who Lachin --on 2020-12-01 --format json"),
        geo(f"who 'Lachin{ESCAPES}' --on 2020-12-01"),
        geo(f"build '{ESCAPES}'"),
        geo("extract bad.jsonl -o -"),
    ]
    assert "Sputnik\\x1b]0;owned" in said[1].out
    for done in said:
        assert only_text(done.out), done.out
        assert only_text(done.err), done.err
        assert "\nError: forged" not in done.out + done.err


def only_text(said: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in said)


@pytest.mark.parametrize("command", ["map", "build seeds"])
def test_names_in_a_language_that_the_region_lacks_are_refused_with_those_it_has(geo: Callable, command: str) -> None:
    geo("build seeds")
    done = geo(f"{command} --names zz")
    assert done.status == 1
    assert "Region 'karabakh' has no names in 'zz'. Choose: both, az, " in done.err
    assert geo(f"{command} --names hy").status == 0
