"""What holds of every timeline, whatever the reports say and in whatever order they come."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_cases import REGION, told

from geo.areas import locate
from geo.dates import When, bounds
from geo.timeline import decide, last_report
from geo.timeline.statements import read_statements

PLACES = st.sampled_from(
    ["south", "north", "east", "core", "both", "part of north", "part of south", "southton", "?some"]
)
DAYS = st.dates(date(1989, 1, 1), date(1996, 12, 31)).map(str)
WHENS = st.one_of(
    st.none(),
    DAYS,
    st.sampled_from(["1990", "1993", "1994-06", "../1993", "1992/..", "1992/1994", "1993-06/1995"]),
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(sorted(days))),
)
SIDES = st.sampled_from(["red", "blue", "red-locals", None, "strangers", "green-peacekeepers"])
SOURCES = st.sampled_from(["wire", "echo", "post", "redpress", "bluepress", None])
STANCES = st.sampled_from(["asserted", "asserted", "claimed", "denied", "planned"])
PUBLISHED = st.sampled_from(["1991-05-05", "1994-03", "1997-01-01/1997-02-28", "1996-12-31", None])


@st.composite
def tellings(draw, stances=STANCES):
    kind = draw(st.sampled_from(["capture", "handover", "withdrawal", "loss", "hold", "deployment", "ceasefire"]))
    gains = kind in ("capture", "handover")
    return told(
        kind,
        tuple(draw(st.lists(PLACES, max_size=2, unique=True))),
        by=draw(SIDES) if gains or kind in ("hold", "deployment") else None,
        frm=draw(SIDES) if kind not in ("hold", "deployment") else None,
        when=draw(WHENS),
        who=draw(st.sampled_from([None, "Redville", "Blueton", "a traveller"])),
        source=draw(SOURCES),
        published=draw(PUBLISHED),
        stance=draw(stances),
        number=draw(st.integers(0, 3)),
    )


REPORTS = st.lists(tellings(), max_size=14, unique_by=lambda telling: telling[0].id)


def decided(reports):
    claims = [claim for claim, _ in reports]
    articles = [article for _, article in reports]
    return decide(locate(claims, articles, REGION)[0], REGION)


@given(REPORTS)
@settings(max_examples=150)
def test_intervals_of_a_cell_neither_overlap_nor_leave_a_gap(reports):
    by_cell = {cell.id: [] for cell in REGION.cells}
    for interval in decided(reports):
        by_cell[interval.cell].append(interval)
    for intervals in by_cell.values():
        assert intervals[0].start == REGION.start
        assert intervals[-1].end is None
        for before, after in pairwise(intervals):
            assert before.start < before.end == after.start


@given(REPORTS, st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_order_of_claims_does_not_matter(reports, random):
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert decided(shuffled) == decided(reports)


@given(REPORTS, st.data())
@settings(max_examples=150)
def test_a_claim_given_twice_changes_nothing(reports, data):
    if reports:
        again = data.draw(st.sampled_from(reports))
        assert decided([*reports, again]) == decided(reports)


@given(REPORTS, st.data())
@settings(max_examples=150)
def test_a_copy_of_an_article_changes_no_state(reports, data):
    if not reports:
        return
    claim, article = data.draw(st.sampled_from(reports))
    copy = (replace(claim, id="copy", article="copy"), replace(article, id="copy"))
    assert [without_claims(i) for i in decided([*reports, copy])] == [without_claims(i) for i in decided(reports)]


@given(REPORTS)
@settings(max_examples=150)
def test_splitting_an_article_changes_nothing(reports):
    same_source = [(replace(claim, article="one"), replace(article, id="one", source="wire", published="1997-01-01"))
                   for claim, article in reports]  # fmt: skip
    split = [(replace(claim, article=f"part {i}"), replace(article, id=f"part {i}"))
             for i, (claim, article) in enumerate(same_source)]  # fmt: skip
    assert decided(split) == decided(same_source)


@given(REPORTS)
@settings(max_examples=100)
def test_no_state_without_a_claim_a_presupposition_or_the_baseline(reports):
    known = {claim.id for claim, _ in reports}
    for interval in decided(reports):
        assert set(interval.claims) <= known
        assert interval.rule
        if interval.basis == "baseline" and interval.status == "held":
            assert interval.controller == REGION.baseline.side
        elif interval.status != "unknown" or interval.basis is not None:
            assert interval.claims


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
    for interval in decided(reports):
        if interval.cell == "south.held":
            assert (interval.controller, interval.status) != ("blue", "held")


@given(REPORTS)
@settings(max_examples=150)
def test_every_report_that_bears_on_a_cell_is_cited_in_one_of_its_intervals(reports):
    located_claims = locate([c for c, _ in reports], [a for _, a in reports], REGION)[0]
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
    for interval in decided(reports):
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
    for interval in decided(reports):
        if interval.cell == "south.held" and interval.status == "contested":
            cited = {by_id[claim].gained_by or by_id[claim].actor for claim in interval.claims}
            assert interval.support == "conflicting"
            assert len({interval.controller, *interval.others} - {None}) > 1
            assert cited & set(interval.others)


@given(REPORTS)
@settings(max_examples=100)
def test_peacekeepers_and_strangers_control_nothing(reports):
    for interval in decided(reports):
        assert interval.controller in (None, "red", "blue", "green")


@given(REPORTS)
@settings(max_examples=100)
def test_the_last_report_is_the_last_publication(reports):
    claims, articles = [c for c, _ in reports], [a for _, a in reports]
    last = last_report(locate(claims, articles, REGION)[0])
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
    intervals = [interval for interval in decided(reports) if interval.cell == "south.held"]
    for day, side in holds.items():
        if day <= REGION.start:
            continue
        (shown,) = [i for i in intervals if i.start <= day and (i.end is None or day < i.end)]
        assert (shown.controller, shown.status) == (side, "held"), day


@given(REPORTS)
@settings(max_examples=100)
def test_a_cell_that_a_report_names_is_never_said_to_be_named_by_none(reports):
    located_claims = locate([c for c, _ in reports], [a for _, a in reports], REGION)[0]
    said = read_statements(located_claims, REGION).by_cell
    for interval in decide(located_claims, REGION):
        assert not (said.get(interval.cell) and interval.rule.startswith("No report names it"))
