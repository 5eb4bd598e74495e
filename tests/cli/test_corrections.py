"""A table of corrections goes round: written, filled in by a spreadsheet, found, applied, taken back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from geo.corrections.cells import guarded, unguarded
from geo.files import read_records
from geo.records import Claim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BUILD = "build seeds --grammar -o out"


def visible(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[0] != "."}


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def save(path: Path, rows: list[dict[str, str]], *, delimiter: str = ";") -> None:
    """As LibreOffice saves it where semicolons part columns: no mark, other line ends, the columns moved about."""
    out = io.StringIO()
    columns = sorted(rows[0], reverse=True)
    writer = csv.DictWriter(out, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(f"{out.getvalue()}{delimiter * (len(columns) - 1)}\n\n", encoding="utf-8")


def decide(rows: list[dict[str, str]], decision: str, **cells: str) -> str:
    """Decide on the first claim that is open; its id comes back."""
    row = next(row for row in rows if not row["decision"] and row["decides_km2"])
    row |= {"decision": decision, "who": "A. Analyst", "why": "seen", **cells}
    return unguarded(row["claim"])


@pytest.fixture
def built(geo: Callable, here: Path) -> dict[str, bytes]:
    assert geo(BUILD).status == 0
    return visible(here / "out")


def test_a_decision_goes_round_and_can_be_taken_back(geo: Callable, here: Path, built: dict[str, bytes]) -> None:
    written = geo("review -i out")
    assert written.err.startswith("Wrote seeds/corrections.csv\n")
    path = here / "seeds" / "corrections.csv"
    assert geo(BUILD).err == f"Built: {said(built)}\n", "a table without decisions is a new input and changes nothing"
    assert visible(here / "out") == built
    rows = table(path)
    rejected, edited = decide(rows, "reject"), decide(rows, "edit", when=guarded("2020-12-01"))
    save(path, rows)
    done = geo(BUILD)
    listed = int(rejected.encode() not in built["unplaced.jsonl"])  # it may have been told of already, for its place
    assert done.err == f"Built: {said(built, more=listed)}, 2 decided by analysts\n"
    claims = {claim.id: claim for claim in read_records(here / "out" / "claims.jsonl", Claim)}
    assert claims[rejected].is_rejected
    assert claims[edited].when == "2020-12-01"
    assert rejected.encode() not in b"".join(
        visible(here / "out")[name] for name in ("intervals.jsonl", "presence.jsonl")
    )
    assert geo(BUILD).err.startswith("Nothing changed: ")
    decided = visible(here / "out")
    for line in ("review -i out", BUILD):
        assert geo(line).status == 0
    assert visible(here / "out") == decided, "writing the table anew keeps all decisions"
    path.unlink()
    geo(BUILD)
    assert visible(here / "out") == built


def said(built: dict[str, bytes], *, more: int = 0) -> str:
    claims, unplaced = (built[name].count(b"\n") for name in ("claims.jsonl", "unplaced.jsonl"))
    return f"5 articles, {claims} claims, {unplaced + more} not drawn but listed"


@pytest.mark.usefixtures("built")
def test_stage_by_stage_gives_the_bytes_of_a_build_with_corrections(geo: Callable, here: Path) -> None:
    assert geo("review -i out").status == 0
    path = here / "seeds" / "corrections.csv"
    rows = table(path)
    decide(rows, "reject")
    added = {"decision": "add", "who": "A", "why": "It is on record.", "kind": "hold", "actor": "armenia"}
    rows.append({**dict.fromkeys(rows[0], ""), **added, "places": "lachin-district", "when": "1993"})
    save(path, rows, delimiter=",")
    for line in (BUILD, "extract seeds --grammar -o steps", "timeline -i steps", "export -i steps", "map -i steps"):
        assert geo(line).status == 0
    whole = visible(here / "out")
    assert visible(here / "steps") == whole
    assert b"analyst:" in whole["articles.jsonl"]
    assert geo("review -i steps").err.startswith("Wrote seeds/corrections.csv\n")
    path.rename(here / "mine.csv")
    assert geo("extract seeds --grammar -o steps").status == 0
    assert geo("timeline -i steps --corrections mine.csv").status == 0
    assert geo("review -i steps").err.startswith("Wrote mine.csv\n")
    for name in ("articles.jsonl", "claims.jsonl", "located.jsonl", "intervals.jsonl", "unplaced.jsonl"):
        assert visible(here / "steps")[name] == whole[name]


@pytest.mark.usefixtures("built")
def test_what_is_wrong_is_told_at_each_build_and_strict_minds_it(geo: Callable, here: Path) -> None:
    (here / "mine.csv").write_text("claim,decision,who,why\nnone-such,reject,A,b\n", encoding="utf-8")
    for _ in range(2):
        done = geo(f"{BUILD} --corrections mine.csv --strict")
        assert done.status == 1
        assert "Warning: mine.csv, row 2, column claim: 'none-such' matches no claim any more" in done.err
        assert "1 problem in the input" in done.err


@pytest.mark.usefixtures("built")
def test_as_known_on_a_day_an_analysts_statement_is_not_and_later_reports_are_not_missed(
    geo: Callable, here: Path
) -> None:
    geo("review -i out -o mine.csv")
    rows = table(here / "mine.csv")
    for row in rows:
        row |= {"decision": "accept", "who": "A. Analyst"}
    added = {"decision": "add", "who": "A", "why": "It is on record.", "kind": "hold", "actor": "armenia"}
    rows.append({**dict.fromkeys(rows[0], ""), **added, "places": "lachin-district", "when": "1993"})
    save(here / "mine.csv", rows)
    done = geo(f"{BUILD} --corrections mine.csv --as-known-on 2021-01-31")
    assert done.status == 0
    assert "analyst:" in done.err
    assert "matches no claim" not in done.err
    assert b'"analyst:' not in visible(here / "out")["claims.jsonl"]


@pytest.mark.usefixtures("built")
def test_tables_are_brought_together_and_no_decision_is_lost(geo: Callable, here: Path) -> None:
    assert geo("review -i out -o mine.csv").status == 0
    assert geo("review -i out -o yours.csv").status == 0
    for name, decision in (("mine.csv", "accept"), ("yours.csv", "reject")):
        rows = table(here / name)
        if name == "yours.csv":
            rows.reverse()
        decide(rows, decision)
        save(here / name, rows)
    done = geo("review -i out --corrections yours.csv -o mine.csv")
    assert done.err.endswith("claims, 2 decided\n")
    assert [row["decision"] for row in table(here / "mine.csv") if row["decision"]] == ["accept", "reject"]
    before = (here / "mine.csv").read_bytes()
    assert geo("review -i out --corrections yours.csv -o mine.csv").status == 0
    assert (here / "mine.csv").read_bytes() == before


def test_a_table_is_not_written_over_what_is_none(geo: Callable, here: Path) -> None:
    assert geo("timeline -i nowhere").status == 1
    geo("extract seeds --grammar -o out")
    before = (here / "truth.csv").read_bytes()
    done = geo("review -i out -o truth.csv")
    assert done.status == 1
    assert "truth.csv: row 1 has no column 'claim'" in done.err
    assert (here / "truth.csv").read_bytes() == before


def test_a_table_of_the_build_that_cannot_be_read_is_not_left_out_of_another(geo: Callable, here: Path) -> None:
    (here / "seeds" / "corrections.csv").write_text("claim,verdict,whom\n", encoding="utf-8")
    geo("extract seeds --grammar -o out")
    for line in ("review -i out", "review -i out -o mine.csv"):
        done = geo(line)
        assert done.status == 1
        assert done.err.endswith("Mend it, or take it away: its decisions would be left out.\n")
    (here / "seeds" / "corrections.csv").unlink()
    assert geo("review -i out -o mine.csv").status == 0
