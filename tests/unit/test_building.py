"""Building a map in Python: a folder or none, and a result that shows itself and answers."""

from __future__ import annotations

import doctest
import html
import json
import re
import tempfile
from pathlib import Path

import pytest

import geo
from geo.errors import DateError, MissingInputError
from geo.webmap.inline import frame

REPORT = {
    "id": "r1",
    "source": "The Wire",
    "title": "Kalbajar",
    "published": "2020-11-26",
    "text": "On 25 November 2020 Armenia handed over the Kalbajar district to Azerbaijan.",
}


@pytest.fixture
def reports(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """The folder in which temporary ones are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def control(tmp_path_factory):
    """Of the one report, without a folder."""
    path = tmp_path_factory.mktemp("reports") / "reports.jsonl"
    path.write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    return built(path)


def built(*args, **options):
    return geo.build(*args, **{"grammar_only": True, **options})


def source_of(shown: str) -> str:
    """The page that a frame holds, as a browser reads it."""
    return html.unescape(re.fullmatch(r"<iframe [^']* srcdoc='([^']*)'></iframe>", shown)[1])


def test_a_build_without_a_folder_answers_and_leaves_nothing_on_the_disk(reports, temporary):
    control = built(reports)
    assert list(temporary.iterdir()) == []
    held = control.on("2020-11-26")
    assert "azerbaijan" in set(held[held["area"] == "kalbajar-district"]["controller"])
    assert control.page.startswith("<!DOCTYPE html>")


def test_a_build_into_a_folder_is_what_the_command_writes_and_can_be_read_again(reports, tmp_path):
    control = built([str(reports)], tmp_path / "output")
    assert control.page == (tmp_path / "output" / "map.html").read_text(encoding="utf-8")
    again = geo.read_control(tmp_path / "output")
    assert again.page == control.page
    assert again.history("kalbajar").equals(control.history("kalbajar"))


def test_what_was_known_then_is_what_is_shown(reports, tmp_path):
    built(reports, tmp_path / "output")
    with pytest.warns(UserWarning, match="No report was published by 2020-11-25"):
        before = built(reports, as_known_on="2020-11-25")
    assert "handed over the Kalbajar" not in before.page
    with pytest.warns(UserWarning, match="No report was published"):
        assert "handed over the Kalbajar" not in geo.read_control(tmp_path / "output", as_known_on="2020-11-25").page


def test_what_was_left_out_is_warned_of_where_the_build_was_asked_for(reports):
    reports.write_text(reports.read_text() + "no JSON\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="Left out: .*line 2") as told:
        built(reports)
    assert {Path(one.filename).name for one in told} == {"test_building.py"}


def test_what_cannot_be_built_says_why():
    with pytest.raises(MissingInputError, match="nowhere"):
        built("nowhere")
    with pytest.raises(DateError, match="yesterday"):
        built("nowhere", as_known_on="yesterday")


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(control):
    shown = control._repr_html_()
    assert source_of(shown) == control.page
    assert "allow-same-origin" not in shown
    assert 'title="Nagorno-Karabakh and the districts around it: reported control"' in shown
    assert len(shown) < 1.02 * len(control.page)
    assert "iframe" not in repr(control)


def test_no_text_of_a_page_ends_its_frame():
    page = """<p title="x">'></iframe><script>alert(1)</script>&#x27;&amp;</p>"""
    assert source_of(frame(page, title='"><script>')) == page
    assert "<script>alert" not in frame("", title="<script>alert")


def test_the_example_of_the_documentation_runs(root, monkeypatch):
    monkeypatch.chdir(root)
    (example,) = doctest.DocTestFinder(recurse=False).find(geo.build, "build", globs={})
    runner = doctest.DocTestRunner()
    runner.run(example)
    assert (runner.tries, runner.failures) == (4, 0)


def test_the_page_is_saved_where_it_is_wanted(control, tmp_path):
    assert control.save(tmp_path / "kept.html").read_text(encoding="utf-8") == control.page
