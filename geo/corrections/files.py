"""Reads and writes tables of corrections: CSV as spreadsheets write it, and JSON Lines."""

from __future__ import annotations

import csv
import io
from difflib import get_close_matches
from typing import TYPE_CHECKING

from geo.articles.decoding import decode
from geo.articles.problems import InputProblem
from geo.corrections.cells import guarded, unguarded
from geo.corrections.table import COLUMNS, LISTS, NEEDED, Row
from geo.csvtext import BETWEEN, csv_text
from geo.errors import InputError, MissingInputError, RecordError
from geo.files import show
from geo.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from geo.articles.problems import OnProblem

LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
"""Tables with one JSON object a line; all others are CSV."""

_MARK = "\ufeff"
_DELIMITERS = (",", ";", "\t")
_NUMBERS = ("confidence", "decides_km2")


def is_lines(path: Path) -> bool:
    """Whether a table of this name is JSON Lines."""
    return path.suffix.lower() in LINE_SUFFIXES


def read_table(path: Path, *, on_problem: OnProblem) -> list[Row]:
    """The rows of a table; empty ones are passed over.

    Columns may stand in any order, commas, semicolons or tabs between them; a byte order mark may be there or not.
    ``on_problem`` hears of a line that cannot be read; the others are.

    Raises
    ------
    MissingInputError, InputError
        Where there is no such file, it cannot be read, or its header is none of a table of corrections; but for a
        missing file, the message is meant to follow the file's name.
    """
    try:
        text = decode(path.read_bytes())
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Such a table is written by: geo review") from error
    except InputError as error:
        raise InputError(f"{str(error).partition('. ')[0]}. Save the table as CSV in UTF-8.") from error
    except OSError as error:
        raise InputError(f"it cannot be read ({error.strerror}).") from error
    return _json_rows(text, show(path), on_problem) if is_lines(path) else _csv_rows(text, show(path))


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """Rows as CSV that Excel and LibreOffice open: UTF-8 with a byte order mark, CR LF, nothing run as a formula."""
    columns = _columns(rows)
    cells = ([row[name] if name in _NUMBERS else guarded(row[name]) for name in columns] for row in rows)
    return f"{_MARK}{csv_text(columns, cells)}".encode()


def json_bytes(rows: Sequence[Row]) -> bytes:
    """Rows as JSON Lines: places and extents as lists, figures as numbers, null for what is empty."""
    columns = _columns(rows)
    lines = (dumps({column: _json_value(column, row[column]) for column in columns}) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


def _columns(rows: Iterable[Row]) -> list[str]:
    """Ours, then those that analysts have added."""
    return list(dict.fromkeys([*COLUMNS, *(column for row in rows for column in row.values)]))


def _csv_rows(text: str, file: str) -> list[Row]:
    records = _records(text)
    header = next(records, [])
    columns = [_column(name) for name in header]
    _check(columns)
    rows = []
    for number, record in enumerate(records, start=2):
        values = {
            column: unguarded(cell.strip()).strip()
            for column, cell in zip(columns, [*record, *[""] * len(columns)], strict=False)
            if column
        }
        if any(values.values()):
            rows.append(Row(values=values, file=file, number=number))
    return rows


def _records(text: str) -> Iterator[list[str]]:
    """The table's records, parted by whatever parts the most columns of the first line that we know."""
    bare = text.removeprefix(_MARK)
    first = bare.partition("\n")[0]
    if first.lower().startswith("sep="):  # a line by which Excel is told what parts the columns
        bare = bare.partition("\n")[2]
        first = bare.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(_column(name) in COLUMNS for name in first.split(mark)))
    reader = csv.reader(io.StringIO(bare, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: {error}. Save it as CSV anew.") from error


def _column(name: str) -> str:
    return "_".join(name.strip().strip("\"'").lower().split())


def _check(columns: Sequence[str]) -> None:
    """Refuse a header that lacks what is needed, naming what stands there in its place.

    Raises
    ------
    InputError
        Where it does, or has a column of ours twice.
    """
    for column in NEEDED:
        if column not in columns:
            near = get_close_matches(column, [name for name in columns if name not in COLUMNS], n=1)
            hint = f" Is {near[0]!r} meant?" if near else ""
            needed = ", ".join(NEEDED)
            raise InputError(
                f"row 1 has no column {column!r}, so nothing of it counts.{hint} It needs {needed}; "
                "geo review writes a whole table."
            )
    twice = next((column for column in columns if column in COLUMNS and columns.count(column) > 1), None)
    if twice:
        raise InputError(f"row 1 has the column {twice!r} twice, so nothing of it counts. Take one out.")


def _json_rows(text: str, file: str, on_problem: OnProblem) -> list[Row]:
    rows = []
    for number, line in enumerate(text.removeprefix(_MARK).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            data = loads(line)
        except RecordError as error:
            on_problem(InputProblem(path=f"{file}, row {number}", reason=str(error)))
            continue
        if not isinstance(data, dict):
            on_problem(InputProblem(path=f"{file}, row {number}", reason="not a JSON object"))
            continue
        values = {_column(str(name)): _text(value) for name, value in data.items()}
        missing = next((column for column in NEEDED if column not in values), None)
        if missing:
            told = f"no field {missing!r}; a row needs {', '.join(NEEDED)}"
            on_problem(InputProblem(path=f"{file}, row {number}", reason=told))
        elif any(values.values()):
            rows.append(Row(values=values, file=file, number=number))
    return rows


def _text(value: object) -> str:
    """A JSON value as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return BETWEEN.join(map(_text, value))
    return value.strip() if isinstance(value, str) else dumps(value)


def _json_value(column: str, text: str) -> object:
    if column in LISTS:
        return [part.strip() for part in text.split(BETWEEN.strip()) if part.strip()]
    if not text:
        return None
    if column in _NUMBERS or column == "as_read":
        try:
            return loads(text)
        except RecordError:
            return text
    return text
