"""What tests share: the folder ../shared, a Chromium, Node, and the rule that none may be missing where they must run.

``GEO_TESTS_MUST_RUN=1`` (set by ``.ci/run``) turns a skipped test of the browser, of the page's modules, or of
../shared into a failed one. What may be skipped even there says why where it skips.
"""

from __future__ import annotations

import difflib
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

ROOT = Path(__file__).resolve().parent.parent
MUST_RUN = os.environ.get("GEO_TESTS_MUST_RUN") == "1"
NEEDS = {"shared": "shared", "chromium": "browser", "node": "node"}
"""Fixtures whose users bear a marker."""
MOST_LINES = 40
"""Lines of a difference that are shown."""

# How long an example takes is the machine's matter: speed is measured in benchmarks/, and no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compares a text with a golden file, or writes the file anew where ``GEO_WRITE_GOLDEN=1``."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get("GEO_WRITE_GOLDEN") == "1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        expected = path.read_bytes().decode("utf-8")
        if text != expected:
            diff = difflib.unified_diff(expected.splitlines(), text.splitlines(), "checked in", "found", lineterm="")
            shown = "\n".join(list(diff)[:MOST_LINES])
            pytest.fail(f"{path.name} differs. If that is meant, run it with GEO_WRITE_GOLDEN=1.\n{shown}")

    return compare


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared: gold, corpora and scorers that are not in this repository."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the folder ../shared is not here")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The path of a Chromium: the one that CHROMIUM names, else one on the PATH."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium: install Debian's chromium, or name one in the variable CHROMIUM")
    return Path(found)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by the fixtures that they use, and those of tests/browser as browser tests."""
    for item in items:
        for fixture, marker in NEEDS.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
        if _is_browser(item):
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail what was skipped although it must run."""
    report = yield
    needed = any(item.get_closest_marker(marker) for marker in NEEDS.values())
    if MUST_RUN and report.skipped and needed and not item.get_closest_marker("other_browser"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} must run here, but was skipped: {_reason(report.longrepr)}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a whole file of browser tests that was skipped although it must run."""
    report = yield
    if MUST_RUN and report.skipped and _is_browser(collector):
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} must run here, but was skipped: {_reason(report.longrepr)}"
    return report


def _is_browser(node: pytest.Item | pytest.Collector) -> bool:
    return (ROOT / "tests" / "browser") in node.path.parents


def _reason(skipped: object) -> str:
    return str(skipped[2]) if isinstance(skipped, tuple) else str(skipped)
