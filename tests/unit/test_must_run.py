"""Where every test must run, a skipped test of the browser or of the page's modules is a failed one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TESTS = {
    "tests/browser/test_page.py": "def test_page(chromium):\n    assert chromium\n",
    "tests/browser/test_file.py": "import pytest\npytest.skip('no driver', allow_module_level=True)\n",
    "tests/unit/test_gold.py": "def test_gold(shared):\n    assert shared\n",
    "tests/unit/test_script.py": "import pytest\n\n@pytest.fixture\ndef node():\n    pytest.skip('no node')\n\n"
    "def test_script(node):\n    assert node\n",
    "tests/unit/test_other.py": "import pytest\n\ndef test_other():\n    pytest.skip('on purpose')\n",
}


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A project with this one's conftest and settings, and without ../shared or a browser."""
    for name, text in TESTS.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copy(root / "tests" / "conftest.py", tmp_path / "project" / "tests")
    shutil.copy(root / "pyproject.toml", tmp_path / "project")
    return tmp_path / "project"


def run(project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"CHROMIUM", "GEO_TESTS_MUST_RUN"}}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--continue-on-collection-errors"],
        cwd=project,
        env=environment | {"PATH": str(project)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_the_rule_a_missing_browser_skips_and_says_why(project: Path) -> None:
    done = run(project)
    assert done.returncode == 0
    assert "no Chromium: install Debian's chromium" in done.stdout
    assert "the folder ../shared is not here" in done.stdout


def test_with_the_rule_skipped_tests_of_browser_modules_and_shared_fail(project: Path) -> None:
    done = run(project, GEO_TESTS_MUST_RUN="1")
    assert done.returncode == 1
    assert "test_page must run here, but was skipped: " in done.stdout
    assert "test_gold must run here, but was skipped: " in done.stdout
    assert "test_file.py must run here, but was skipped: " in done.stdout
    assert "test_script must run here, but was skipped: " in done.stdout
    assert "1 skipped, 4 errors" in done.stdout
