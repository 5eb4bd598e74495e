"""Files are written whole or not at all, and errors name the file."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from geo import files
from geo.errors import InputError, MissingInputError, OutputError, RecordError
from geo.records import Candidate, Name

if TYPE_CHECKING:
    from pathlib import Path


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "names.jsonl"
    names = [Name(lang="az", text="Kəlbəcər"), Name(lang="hy", text="a\u2028b\u0085c\r\n\x00")]
    files.write_records(path, names)
    assert files.read_records(path, Name) == names


def test_each_record_is_one_line_for_every_reader(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    files.write_records(path, [Name(lang="hy", text="a\u2028b\u2029c\u0085d")])
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_a_failed_write_keeps_the_old_file_and_leaves_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    files.write_bytes(path, b"old")

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OutputError, match=r"out\.txt: No space left on device"):
        files.write_bytes(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.txt"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_record_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "candidates.jsonl"
    files.write_records(path, [Candidate(place="lachin", score=1.0)])
    before = path.read_bytes()
    with pytest.raises(ValueError, match="Out of range float"):
        files.write_records(path, [Candidate(place="lachin", score=0.5), Candidate(place="shusha", score=float("nan"))])
    assert path.read_bytes() == before


def test_writing_onto_a_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=f"{tmp_path.name}: it is a folder"):
        files.write_bytes(tmp_path, b"x")


def test_writing_below_a_file_names_the_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match=r"file/out\.txt: a file stands where its folder should be"):
        files.write_bytes(tmp_path / "file" / "out.txt", b"x")


def test_a_written_file_is_as_readable_as_the_umask_says(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    files.write_bytes(path, b"x")
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask


def test_a_missing_file_says_which_command_writes_it(tmp_path: Path) -> None:
    with pytest.raises(MissingInputError, match=r"No file .*claims\.jsonl\. It is written by: geo build"):
        files.read_records(tmp_path / "claims.jsonl", Name)


def test_a_bad_line_is_named_by_file_and_number(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    path.write_text('{"lang": "az", "text": "x"}\n\n{"lang": "az"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"names\.jsonl, line 3: Name\.text: the field is missing"):
        files.read_records(path, Name)
    path.write_text('{"lang": \n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"names\.jsonl, line 1: not JSON"):
        files.read_records(path, Name)


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    path.write_bytes('{"lang": "fr", "text": "é"}'.encode("latin-1"))
    with pytest.raises(InputError, match=r"names\.jsonl is not UTF-8"):
        files.read_records(path, Name)


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Is a directory"):
        files.read_records(tmp_path, Name)


def test_a_hostile_path_is_shown_on_one_line(tmp_path: Path) -> None:
    assert files.show(tmp_path / "a\nb\x1b[31m") == f"{tmp_path}/a\\nb\\x1b[31m"


@pytest.mark.parametrize("value", ["1e400", "9" * 400, "-" + "9" * 5000, "[" * 50_000, "NaN"])
def test_a_value_that_no_computer_need_read_is_named_by_its_line(tmp_path: Path, value: str) -> None:
    path = tmp_path / "candidates.jsonl"
    path.write_text(f'{{"place": "lachin", "score": 1}}\n{{"place": "lachin", "score": {value}}}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"candidates\.jsonl, line 2: ") as refusal:
        files.read_records(path, Candidate)
    assert len(str(refusal.value)) < 300


def test_a_pipe_is_not_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="a device or a pipe"):
        files.write_bytes(pipe, b"x")
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path):
    target = tmp_path / "target"
    target.write_text("old", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(target)
    files.write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
