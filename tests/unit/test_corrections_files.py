"""A table survives what spreadsheets do to it, and what is wrong in it is named by row and column."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from correction_cases import ARTICLES, CLAIMS, LOST, TAKEN, corrected, reading, report, row, written
from hypothesis import given
from hypothesis import strategies as st

from geo.articles import read_articles
from geo.corrections.cells import guarded, unguarded
from geo.corrections.files import csv_bytes, json_bytes, read_table
from geo.corrections.finding import find_tables, places_for
from geo.corrections.table import COLUMNS, Row
from geo.corrections.tables import correct_by
from geo.csvtext import FORMULA_STARTS
from geo.errors import InputError, MissingInputError
from geo.regions import open_region

DECIDED = (
    row(TAKEN, "edit", when="1993-06-01", why="two sources, both “sure”"),
    row(LOST, "reject", why="=HYPERLINK(0)"),
)


def read(path, data):
    path.write_bytes(data)
    return read_table(path, on_problem=pytest.fail)


def values(rows):
    """What rows hold, without what is empty."""
    return [{column: text for column, text in found.values.items() if text} for found in rows]


@given(st.text())
def test_a_cell_comes_back_as_the_text_that_it_was(text) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="=+-@'’0123456789.e \t\r\n＝"))
def test_no_cell_runs_as_a_formula(text) -> None:
    assert not guarded(text).startswith(FORMULA_STARTS)


@pytest.mark.parametrize(
    "text", ["2020-11-25", "2020-11", "1992/1994", "0012", "1234567890123456", "12345678e9012345", "25.11.2020", "TRUE"]
)
def test_what_a_spreadsheet_would_change_is_kept_as_text(text) -> None:
    assert guarded(text) == f"'{text}"


def test_an_apostrophe_that_a_spreadsheet_has_bent_is_taken_off_too() -> None:
    assert unguarded("’2020-11-25") == "2020-11-25"


@pytest.mark.parametrize("text", ["2020", "Lachin", "9c3ab8c66c6fa4d8", "“300 villages”", "'We took it', he said"])
def test_what_a_spreadsheet_leaves_alone_stays_as_it_is(text) -> None:
    assert guarded(text) == text


def test_a_table_is_csv_as_excel_wants_it(tmp_path) -> None:
    data = csv_bytes(DECIDED)
    assert data.startswith(b"\xef\xbb\xbfclaim,decision,who,why,")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    assert b",'=HYPERLINK(0)," in data
    assert b",'1993-06-01," in data
    assert b",0.6," in data
    assert values(read(tmp_path / "t.csv", data)) == values(DECIDED)


def test_a_table_is_json_lines_with_values_of_their_kind(tmp_path) -> None:
    data = json_bytes(DECIDED)
    first = json.loads(data.splitlines()[0])
    assert list(first) == list(COLUMNS)
    assert (first["places"], first["confidence"], first["claimant"]) == (["south", "north"], 0.6, None)
    assert values(read(tmp_path / "t.jsonl", data)) == values(DECIDED)


def respelled(
    rows, *, delimiter=",", columns=COLUMNS, end="\r\n", header=str, unguard=False, quoting=csv.QUOTE_MINIMAL
):
    """The table as a spreadsheet might write it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow([header(column) for column in columns])
    for found in rows:
        writer.writerow([found[column] if unguard else guarded(found[column]) for column in columns])
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(respelled(DECIDED).encode(), id="without the mark"),
        pytest.param(respelled(DECIDED, end="\n").encode(), id="with the line ends of Unix"),
        pytest.param(respelled(DECIDED, delimiter=";").encode("utf-8-sig"), id="with semicolons"),
        pytest.param(respelled(DECIDED, delimiter="\t").encode("utf-16"), id="as Unicode text of Excel"),
        pytest.param(f"sep=;\r\n{respelled(DECIDED, delimiter=';')}".encode(), id="with a line for Excel"),
        pytest.param(respelled(DECIDED, columns=COLUMNS[::-1]).encode(), id="with columns in another order"),
        pytest.param(respelled(DECIDED, header=str.title).encode(), id="with capitals in the header"),
        pytest.param(respelled(DECIDED, header=lambda name: name.replace("_", " ")).encode(), id="with blanks in it"),
        pytest.param(respelled(DECIDED, quoting=csv.QUOTE_ALL).encode(), id="with quotes everywhere"),
        pytest.param(respelled(DECIDED, unguard=True).encode(), id="without apostrophes"),
        pytest.param((respelled(DECIDED) + ("," * 22 + "\r\n") * 900).encode(), id="with empty rows at its end"),
        pytest.param(respelled(DECIDED).replace("“", "'").replace("”", "'").encode("cp1252"), id="in an old alphabet"),
    ],
)
def test_a_table_is_read_whatever_a_spreadsheet_has_made_of_it(tmp_path, data) -> None:
    found = corrected(*read(tmp_path / "t.csv", data))
    assert [outcome.state for outcome in found.outcomes] == ["applied", "applied"]
    assert [claim.review.decision for claim in found.claims] == ["edit", "reject"]
    assert found.claims[0].when == "1993-06-01"
    assert found.claims[1].review.why == "=HYPERLINK(0)"


def test_rows_are_numbered_as_a_spreadsheet_does_though_a_cell_has_lines_and_a_row_is_empty(tmp_path) -> None:
    first = Row(values={**DECIDED[0].values, "why": "one\ntwo"})
    text = respelled([first]) + "\r\n" + respelled([DECIDED[1]]).partition("\r\n")[2]
    assert [found.number for found in read(tmp_path / "t.csv", text.encode())] == [2, 4]


def test_columns_of_the_analysts_own_stay(tmp_path) -> None:
    rows = [replace(DECIDED[0], values={**DECIDED[0].values, "my_notes": "ask B."})]
    again = written(rows=read(tmp_path / "t.csv", csv_bytes(rows)))
    assert [found["my_notes"] for found in again if found["claim"] == TAKEN.id] == ["ask B."]
    undecided = [Row(values={**found.values, "my_notes": "later"}) for found in written()]
    assert all(found["my_notes"] == "later" for found in written(rows=undecided))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("claim,desicion,who\n", "row 1 has no column 'decision', so nothing of it counts. Is 'desicion' meant?"),
        ("a,b\n", "row 1 has no column 'claim'"),
        ("", "row 1 has no column 'claim'"),
        ("claim,decision,who,claim\n", "row 1 has the column 'claim' twice"),
        ('claim,decision,who\n"x', "Save it as CSV anew"),
        ("PK\x03\x04", "a ZIP archive or an office document, not plain text. Save the table as CSV in UTF-8."),
    ],
)
def test_a_table_that_is_none_is_named_and_the_rest_goes_on(tmp_path, text, says) -> None:
    wrong, right = tmp_path / "wrong.csv", tmp_path / "right.csv"
    wrong.write_bytes(text.encode())
    right.write_bytes(csv_bytes(DECIDED))
    with pytest.raises(InputError, match=says.split("'", maxsplit=1)[0]):
        read_table(wrong, on_problem=pytest.fail)
    problems = []
    found = correct_by(
        [wrong, right], ARTICLES, CLAIMS, region=open_region("karabakh"), on_problem=lambda p: problems.append(str(p))
    )
    assert says in problems[0]
    assert problems[0].startswith(f"{wrong}: ")
    assert any(claim.is_rejected for claim in found.claims)


def test_a_line_that_is_no_row_is_named_and_the_others_are_read(tmp_path) -> None:
    path, problems = tmp_path / "t.jsonl", []
    lines = [b'{"claim": ', b"[]", b'{"claim": "x", "who": "A"}', json_bytes(DECIDED[:1]).strip(), b""]
    path.write_bytes(b"\n".join(lines))
    assert len(read_table(path, on_problem=lambda problem: problems.append(str(problem)))) == 1
    assert [problem.partition(":")[0] for problem in problems] == [f"{path}, row {n}" for n in (1, 2, 3)]
    assert "no field 'decision'" in problems[2]


def test_a_table_that_does_not_exist_is_told(tmp_path) -> None:
    with pytest.raises(MissingInputError, match="geo review"):
        read_table(tmp_path / "none.csv", on_problem=pytest.fail)
    with pytest.raises(MissingInputError, match="geo review"):
        find_tables([], tmp_path / "none.csv")


def test_a_table_is_found_beside_the_articles_and_is_none_itself(tmp_path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text("Armenia withdrew from Agdam.")
    (folder / "corrections.csv").write_bytes(csv_bytes(DECIDED))
    (folder / "corrections.jsonl").write_bytes(json_bytes(DECIDED))
    tables = [folder / "corrections.csv", folder / "corrections.jsonl"]
    assert find_tables([folder]) == find_tables([folder / "one.txt", folder]) == tables
    assert find_tables([folder], tables[1]) == tables[1:]
    assert places_for([folder])[0] == tables[0]
    articles = read_articles([folder], region=open_region("karabakh"), on_problem=pytest.fail)
    assert [article.id for article in articles] == ["one.txt"]


def test_tables_are_found_in_the_folders_that_reports_are_read_from(tmp_path) -> None:
    for name in ("2020/autumn", ".hidden", "output"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "corrections.csv").write_bytes(csv_bytes(DECIDED))
    (tmp_path / "output" / ".build.json").write_text("{}")
    assert find_tables([tmp_path]) == [tmp_path / "2020" / "autumn" / "corrections.csv"]
    assert places_for([tmp_path])[0] == tmp_path / "corrections.csv"


def test_a_hostile_quote_stays_a_quote(tmp_path) -> None:
    article = report("x.txt", '=cmd|"/c calc"!A1 took south; "it" said,\r\nand more.')
    claim = reading(article, article.text, "capture", ("south",), by="red")
    data = csv_bytes(written((claim,), (article,)))
    assert b",\"'=cmd|" in data
    (found,) = read(tmp_path / "t.csv", data)
    assert found["quote"] == '=cmd|"/c calc"!A1 took south; "it" said, and more.'
