"""Files that belong together are written all or not at all."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geo import filesets
from geo.errors import OutputError
from geo.filesets import write_set

OLD = {"a.txt": b"old a", "b.txt": b"old b", "told.json": b"old"}
NEW = {"a.txt": b"new a", "b.txt": b"new b", "c.txt": b"new c", "told.json": b"new"}


def found(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_set(tmp_path / "out", OLD)
    return tmp_path / "out"


def test_a_set_takes_the_place_of_the_one_before_it(folder: Path) -> None:
    write_set(folder, NEW)
    assert found(folder) == NEW


def test_a_folder_may_be_named_from_where_one_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    write_set(Path("out"), NEW)
    write_set(Path(), {"here.txt": b""})
    assert found(folder) == NEW
    assert (folder.parent / "here.txt").is_file()


def test_files_of_others_stay_and_what_the_set_cannot_stand_beside_goes(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"mine")
    write_set(folder, {"a.txt": b"new a"}, without=("told.json", "never-there.json"))
    assert found(folder) == {"a.txt": b"new a", "b.txt": b"old b", "notes.txt": b"mine"}


@pytest.mark.parametrize("failing", range(1, 5))
def test_a_disk_that_fills_up_leaves_the_old_set(folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    calls = iter(range(1, 100))
    fsync = os.fsync

    def full(handle: int) -> None:
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=rf"{list(NEW)[failing - 1]}: No space left on device"):
        write_set(folder, NEW)
    assert found(folder) == OLD


@pytest.mark.parametrize("stopped", [OSError(13, "Permission denied"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", range(1, 5))
def test_a_rename_that_fails_puts_the_old_set_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int, stopped: BaseException
) -> None:
    replace, calls = Path.replace, iter(range(1, 100))

    def break_off(self: Path, target: Path) -> Path:
        if self.parent.name == "new" and next(calls) == failing:
            raise stopped
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", break_off)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write_set(folder, NEW, without=("gone.txt",))
    assert found(folder) == OLD


def test_a_rename_that_fails_brings_back_what_the_set_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(self: Path, target: Path) -> Path:
        if self.parent.name == "new":
            raise OSError(5, f"Input/output error at {target}")
        return replace(self, target)

    replace = Path.replace
    monkeypatch.setattr(Path, "replace", break_off)
    with pytest.raises(OutputError):
        write_set(folder, {"a.txt": b"new a"}, without=("told.json",))
    assert found(folder) == OLD


def test_a_file_system_without_second_names_keeps_the_old_set_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    test_a_rename_that_fails_puts_the_old_set_back(folder, monkeypatch, 3, OSError(5, "Input/output error"))


def test_a_folder_in_the_way_is_named_before_anything_changes(folder: Path) -> None:
    (folder / "c.txt").mkdir()
    with pytest.raises(OutputError, match=r"c\.txt: it is a folder"):
        write_set(folder, NEW)
    (folder / "c.txt").rmdir()
    assert found(folder) == OLD


def test_a_set_that_fails_leaves_no_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError):
        write_set(tmp_path / "out", NEW)
    assert not (tmp_path / "out").exists()


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(OutputError, match=r"out/a\.txt: a file stands where its folder should be"):
        write_set(tmp_path / "out", NEW)


KILLED = """
import os, signal, sys
from pathlib import Path
from geo.filesets import write_set

def kill(self, target):
    os.kill(os.getpid(), signal.SIGKILL)

Path.replace = kill
write_set(Path(sys.argv[1]), {"a.txt": b"new a"})
"""


def test_what_a_killed_build_left_is_cleared_away_by_the_next(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, folder], check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(found_names(folder) - OLD.keys()) == 1, "the killed one leaves its stage"
    assert {name: (folder / name).read_bytes() for name in OLD} == OLD
    write_set(folder, NEW)
    assert found(folder) == NEW


def found_names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def _write_often(folder: Path, mark: bytes) -> None:
    for _ in range(25):
        write_set(folder, dict.fromkeys(NEW, mark))


def test_two_at_once_do_not_mix(folder: Path) -> None:
    pytest.importorskip("fcntl", reason="this system cannot lock a folder")
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=_write_often, args=(folder, mark)) for mark in (b"one" * 9999, b"two" * 9999)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
        assert one.exitcode == 0
    assert len(set(found(folder).values())) == 1
    assert found_names(folder) == NEW.keys()


def test_one_waits_while_another_is_at_work(folder: Path) -> None:
    pytest.importorskip("fcntl", reason="this system cannot lock a folder")
    spawn = multiprocessing.get_context("spawn")
    waiting = spawn.Process(target=write_set, args=(folder, NEW))
    with filesets._alone_in(folder, folder / "a.txt"):
        waiting.start()
        time.sleep(0.7)
        assert found(folder) == OLD
    waiting.join(30)
    assert found(folder) == NEW
