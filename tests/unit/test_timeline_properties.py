"""What holds of the history of every cell, whatever the reports say and in whatever order they come."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_cases import REGION, told
from timeline_worlds import CELLS, DAYS, WHENS

from geo.dates import When, bounds
from geo.timeline import decide, last_report
from geo.timeline.statements import read_statements


@given(CELLS.reports)
@settings(max_examples=150)
def test_splitting_an_article_changes_nothing(reports):
    same_source = [(replace(claim, article="one"), replace(article, id="one", source="wire", published="1997-01-01"))
                   for claim, article in reports]  # fmt: skip
    split = [(replace(claim, article=f"part {i}"), replace(article, id=f"part {i}"))
             for i, (claim, article) in enumerate(same_source)]  # fmt: skip
    assert CELLS.decided(split) == CELLS.decided(same_source)


@given(st.lists(st.tuples(st.sampled_from(["capture", "hold"]), DAYS, st.booleans()), min_size=1, max_size=8))
@settings(max_examples=100)
def test_what_is_denied_and_never_confirmed_is_never_held(claims):
    """Blue says again and again that it took south or holds it, and red denies each capture, or says it holds south."""
    reports = [told("capture", by="red", frm="blue", when="1989-06-01", published="1989-07-01")]
    for kind, day, flatly in claims:
        reports.append(told(kind, by="blue", frm="red", when=day, who="Blueton", published="1997-01-01"))
        if kind == "capture" and flatly:
            denial = {"by": "blue", "frm": "red", "stance": "denied"}
            reports.append(told("capture", when=day, who="Redville", published="1997-01-01", **denial))
        elif kind == "capture":
            reports.append(told("hold", by="red", when=day, who="Redville", published="1997-01-01"))
    for interval in CELLS.decided(reports):
        if interval.cell == "south.held":
            assert (interval.controller, interval.status) != ("blue", "held")


@given(CELLS.reports)
@settings(max_examples=150)
def test_every_report_that_bears_on_a_cell_is_cited_in_one_of_its_intervals(reports):
    located_claims = CELLS.placed(reports)
    intervals = decide(located_claims, REGION)
    for cell, said in read_statements(located_claims, REGION).by_cell.items():
        cited = {claim for interval in intervals if interval.cell == cell for claim in interval.claims}
        assert {statement.claim for statement in said} <= cited


OUTLETS = st.sampled_from(["wire", "post", "third paper", "redpress", "bluepress"])
FIRM = st.lists(
    st.tuples(st.sampled_from(["capture", "hold"]), st.sampled_from(["red", "blue"]), DAYS, OUTLETS), max_size=8
)


@given(FIRM)
@settings(max_examples=150)
def test_a_side_is_held_in_control_by_reports_only_that_somebody_gave(firm):
    """Whoever a cell is said to be held by, and not by the region's file, is named in a claim that is cited."""
    reports = [
        told(kind, by=side, when=day, source=outlet, words=f"{outlet} {day}") for kind, side, day, outlet in firm
    ]
    by_id = {claim.id: claim for claim, _ in reports}
    for interval in CELLS.decided(reports):
        if interval.cell == "south.held" and interval.status == "held" and interval.basis == "stated":
            cited = {by_id[claim].gained_by or by_id[claim].actor for claim in interval.claims}
            assert interval.controller in cited


@given(FIRM)
@settings(max_examples=150)
def test_a_contest_cites_reports_of_both_sides(firm):
    reports = [
        told(kind, by=side, when=day, source=outlet, words=f"{outlet} {day}") for kind, side, day, outlet in firm
    ]
    by_id = {claim.id: claim for claim, _ in reports}
    for interval in CELLS.decided(reports):
        if interval.cell == "south.held" and interval.status == "contested":
            cited = {by_id[claim].gained_by or by_id[claim].actor for claim in interval.claims}
            assert interval.support == "conflicting"
            assert len({interval.controller, *interval.others} - {None}) > 1
            assert cited & set(interval.others)


@given(CELLS.reports)
@settings(max_examples=100)
def test_peacekeepers_and_strangers_control_nothing(reports):
    for interval in CELLS.decided(reports):
        assert interval.controller in (None, "red", "blue", "green")


@given(CELLS.reports)
@settings(max_examples=100)
def test_the_last_report_is_the_last_publication(reports):
    last = last_report(CELLS.placed(reports))
    assert last is None or str(last) in {"1991-05-05", "1994-03-31", "1997-02-28", "1996-12-31"}


def without_claims(interval):
    return replace(interval, claims=())


@given(st.dictionaries(DAYS, st.sampled_from(["red", "blue", "green"]), min_size=1, max_size=8), WHENS, st.booleans())
@settings(max_examples=150)
def test_an_unopposed_one_day_hold_shows_on_its_day(holds, when, captured):
    """Whatever came between, who an outlet finds in control on a day is shown on it; a capture of that day opposes."""
    reports = [told("hold", by=side, when=day, published="1997-01-01") for day, side in holds.items()]
    if captured and not (when and str(When.of(bounds(when))) in holds):
        reports.append(told("capture", by="red", when=when, published="1997-01-01"))
    intervals = [interval for interval in CELLS.decided(reports) if interval.cell == "south.held"]
    for day, side in holds.items():
        if day <= REGION.start:
            continue
        (shown,) = [i for i in intervals if i.start <= day and (i.end is None or day < i.end)]
        assert (shown.controller, shown.status) == (side, "held"), day


@given(CELLS.reports)
@settings(max_examples=100)
def test_a_cell_that_a_report_names_is_never_said_to_be_named_by_none(reports):
    located_claims = CELLS.placed(reports)
    said = read_statements(located_claims, REGION).by_cell
    for interval in decide(located_claims, REGION):
        assert not (said.get(interval.cell) and interval.rule.startswith("No report names it"))
