"""The wheel carries all that a build needs: installed elsewhere, it builds from another folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.slow


def run(command: Sequence[str | Path], folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder], root)
    return next(folder.glob("control_atlas-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel; what it depends on is lent by the environment of the tests."""
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run([sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel], folder)
    library = Path(run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip())
    (library / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return folder / "bin"


def test_the_wheel_carries_the_data_and_not_the_sources_of_the_page(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("geo", "geo"), ("shapes", "geo/_shapes")):
        for path in (root / folder).rglob("*"):
            data = path.suffix in {".csv", ".geojson", ".json", ".toml", ".html", ".css"}
            if data and "script" not in path.parts:
                assert f"{inside}/{path.relative_to(root / folder).as_posix()}" in names
    assert not [name for name in names if "node_modules" in name or name.startswith(("geo/webmap/script/", "tests/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_carries_the_licence_of_what_it_carries_of_others(wheel: Path, root: Path) -> None:
    leaflet = "geo/webmap/assets/leaflet"
    with zipfile.ZipFile(wheel) as packed:
        for name in ("LICENSE", "leaflet.js", "leaflet.css"):
            assert packed.read(f"{leaflet}/{name}") == (root / leaflet / name).read_bytes()
    assert "BSD" in (root / leaflet / "LICENSE").read_text(encoding="utf-8")


def test_the_installed_command_builds_from_another_folder(installed: Path, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "reports")
    python = installed / "python"
    where = Path(run([python, "-c", "import geo; print(geo.__file__)"], tmp_path).strip())
    assert where.is_relative_to(installed.parent), "the checkout must not answer for the wheel"
    assert run([installed / "geo", "build", "reports", "-o", "out"], tmp_path) == "out/map.html\n"
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"map.html", "control.geojson", "claims.jsonl"}
    answer = run([installed / "geo", "who", "Lachin", "--on", "2021-02-01", "-i", "out"], tmp_path)
    assert "Azerbaijan" in answer


def test_the_installed_command_gives_the_bytes_of_the_checkout(installed: Path, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "seeds", tmp_path / "reports")
    run([installed / "geo", "build", "reports", "-o", "wheel"], tmp_path)
    run([sys.executable, "-m", "geo", "build", "reports", "-o", "checkout"], tmp_path)
    wheel, checkout = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if not path.name.startswith(".")}
        for name in ("wheel", "checkout")
    )
    assert wheel == checkout
