import csv
from datetime import date

import pytest
from seed_claims import GOLD, seed_records

from geo import outputs, pipeline
from geo.answers import who
from geo.checking import check, read_truth
from geo.figures import totals
from geo.locating import locate
from geo.regions import open_region
from geo.settings import Settings
from geo.timeline import decide, last_report

ROWS = list(csv.DictReader((GOLD / "seeds_control.csv").read_text("utf-8").splitlines()))


class Quiet:
    """A reporter who says nothing."""

    def track(self, items, *, stage):  # noqa: ARG002
        return items

    def problem(self, problem):
        raise AssertionError(problem)

    def warn(self, message):
        raise AssertionError(message)


@pytest.fixture(scope="module", params=["claims", "optional claims too", "what we read"])
def decided(request, root, tmp_path_factory):
    """What is decided from the claims of gold, with and without the optional ones, and from those that we extract."""
    region = open_region("karabakh")
    if request.param == "what we read":
        output = tmp_path_factory.mktemp("build")
        pipeline.build([root / "seeds"], output, settings=Settings(), reporter=Quiet())
        built = outputs.load_decision(output)
        return region, built.located, built.intervals, built.unplaced
    articles, claims = seed_records(region, optional=request.param == "optional claims too")
    located, unplaced = locate(claims, articles, region)
    return region, located, decide(located, region), unplaced


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['area']} {row['on']}")
def test_the_seeds_give_the_control_worked_out_by_hand(decided, row):
    region, located, intervals, _ = decided
    answer = who(row["area"], date.fromisoformat(row["on"]), region=region, intervals=intervals, claims=located)
    got = (answer.controller or "", answer.status, answer.basis)
    assert got == (row["controller"], row["status"], row["basis"]), answer.rule


def test_a_check_finds_what_was_worked_out_by_hand(decided, tmp_path):
    """Days that are held are right, all others are left open, and none is wrong; of ``check``, not of the timeline."""
    region, _, intervals, _ = decided
    table = tmp_path / "truth.csv"
    rows = [f"{row['area']},{row['on']},{row['on']},{row['controller'] or 'azerbaijan'}" for row in ROWS]
    table.write_text("\n".join(["place,from_date,to_date,controller", *rows]), "utf-8")
    facts = read_truth(table, region, on_problem=pytest.fail)
    found = check(facts, intervals, region, on_problem=pytest.fail)
    held = sum(row["status"] == "held" for row in ROWS)
    assert found.all.weight == len(ROWS)
    assert (found.all.right, found.all.wrong) == (pytest.approx(held / len(ROWS)), 0)


def test_every_days_figures_add_up_to_the_region(decided):
    region, located, intervals, _ = decided
    rows = totals(intervals, region, until=last_report(located), claims={item.claim.id: item for item in located})
    area = sum(cell.km2 for cell in region.cells)
    assert len(rows) > 4
    for row in rows:
        assert sum(s.low_km2 for s in row.held) + sum(o.km2 for o in row.open) == pytest.approx(area, abs=1e-6)


@pytest.mark.parametrize("name", ["seeds.jsonl", "sentences.jsonl", "seeds_control.csv"])
def test_the_gold_here_is_the_gold_shared(shared, name):
    assert (GOLD / name).read_bytes() == (shared / "gold" / name).read_bytes()


def test_what_cannot_be_placed_is_listed(decided):
    *_, unplaced = decided
    assert {(item.text, item.reason) for item in unplaced} >= {
        ("several cities", "counted or described, and not named"),
        ("nearly 300 settlements and villages", "counted or described, and not named"),
        ("some of the districts", "counted or described, and not named"),
        ("contact line", "a line whose course is not in the region's data"),
        (None, "no place is named"),
    }


def test_events_that_say_nothing_of_control_are_not_listed(decided):
    *_, unplaced = decided
    assert not {item.claim.kind for item in unplaced} & {"ceasefire", "agreement", "clash", "declaration"}


def test_the_sources_of_the_seeds_are_counted_right(decided):
    region, located, intervals, _ = decided

    def support(place, day):
        return who(place, date.fromisoformat(day), region=region, intervals=intervals, claims=located).support

    assert support("kalbajar", "2021-02-01") == "single"
    assert support("nagorno-karabakh-1991-oblast", "2000-06-01") == "independent"


def test_the_corridor_was_taken_with_its_district_and_not_handed_over_with_it(decided):
    region, located, intervals, _ = decided

    def answer(day):
        return who("Lachin corridor", date.fromisoformat(day), region=region, intervals=intervals, claims=located)

    assert (answer("2000-01-01").controller, answer("2000-01-01").status) == ("armenia", "held")
    assert (answer("2021-02-01").controller, answer("2021-02-01").status) == ("armenia", "in_doubt")
