"""Forces at a place without control of it."""

from timeline_cases import REGION, located, told

from geo.timeline import presences

PEACE = "green-peacekeepers"


def found(*tellings):
    return presences(located(*tellings), REGION)


def test_reports_of_one_actor_at_one_place_are_one_presence():
    [presence] = found(
        told("deployment", "core", by=PEACE, when="2020-11-10/2021-01-18", published="2021-01-18"),
        told("deployment", "core", by=PEACE, when="2020-11/2022-11", published="2022-11-30"),
    )
    assert (presence.start, presence.start_edtf, presence.end) == ("2020-11-10", "2020-11-10/2021-01-18", None)
    assert presence.last_reported == "2022-11-30"
    assert len(presence.claims) == 2
    assert presence.cells == ("north.core.held", "east.core.held")


def test_an_undated_report_does_not_narrow_the_date():
    [presence] = found(
        told("deployment", "core", by=PEACE, when="2020-11-10/2021-01-18", published="2021-01-18"),
        told("deployment", "core", by=PEACE, published="2020-11-12/2021-11-09"),
    )
    assert presence.start_edtf == "2020-11-10/2021-01-18"


def test_a_report_that_finds_forces_there_years_later_does_not_move_their_coming():
    [presence] = found(
        told("deployment", "core", by=PEACE, when="2020-11-10/2021-01-18", published="2021-01-18"),
        told("deployment", "core", by=PEACE, when="2022-08-31/2022-11-30", published="2022-11-30"),
    )
    assert presence.start_edtf == "2020-11-10/2021-01-18"


def test_the_sources_own_words_stand_beside_the_party():
    [presence] = found(told("deployment", "core", by=PEACE, when="2021", words="Green Peacekeepers came to the core"))
    assert presence.words == "Peacekeepers"
    [named] = found(told("deployment", "core", by=PEACE, when="2021", words="They came"))
    assert named.words == "Green-Peacekeepers"


def test_a_deployment_along_a_line_that_is_not_drawn_has_no_cells():
    [presence] = found(told("deployment", "front", by=PEACE, when="2021"))
    assert (presence.place, presence.cells) == ("front", ())


def test_peacekeepers_who_are_said_to_hold_a_place_are_present_there():
    [presence] = found(told("hold", "core", by=PEACE, when="2021-06-01", published="2021-06-01"))
    assert (presence.actor, presence.start) == (PEACE, "2021-06-01")
    assert found(told("hold", "core", by="red", when="2021-06-01", published="2021-06-01")) == []


def test_a_planned_deployment_stays_apart():
    both = found(
        told("deployment", "core", by=PEACE, when="2021-06", published="2021-05-01", stance="planned"),
        told("deployment", "core", by=PEACE, when="2021-07", published="2021-08-01"),
    )
    assert [(p.stance, p.start_edtf) for p in both] == [("planned", "2021-06"), ("asserted", "2021-07")]


def test_a_plan_stands_until_the_forces_are_there():
    plan = told("deployment", "core", by=PEACE, published="2020-11-01", stance="planned")
    there = told("deployment", "core", by=PEACE, when="2020-11-12", published="2020-11-12")
    assert [(p.stance, p.start, p.end) for p in found(plan, there)] == [
        ("planned", "2020-11-01", "2020-11-12"),
        ("asserted", "2020-11-12", None),
    ]
    late = told("deployment", "core", by=PEACE, published="2021-01-11", stance="planned")
    assert [(p.start, p.end) for p in found(late, there) if p.stance == "planned"] == [("2021-01-11", "2021-01-11")]


def test_a_plan_without_a_date_is_shown_from_its_publication_on():
    [plan] = found(told("deployment", "core", by=PEACE, published="2021-05-01", stance="planned"))
    assert (plan.start, plan.start_edtf, plan.stance) == ("2021-05-01", "2021-05-01/..", "planned")


def test_a_withdrawal_of_the_force_ends_its_presence():
    [presence] = found(
        told("deployment", "east", by=PEACE, when="2020-11-15"),
        told("withdrawal", "core", frm=PEACE, when="2021-06-12", published="2021-07-01"),
    )
    assert (presence.end, presence.end_edtf) == ("2021-06-13", "2021-06-12")
    assert len(presence.claims) == 2


def test_a_withdrawal_before_it_came_ends_nothing():
    [presence] = found(
        told("deployment", "core", by=PEACE, when="2020-11-15"),
        told("withdrawal", "core", frm=PEACE, when="2019-06-12"),
    )
    assert presence.end is None


def test_denied_and_hypothetical_deployments_are_no_presence():
    for stance in ("denied", "hypothetical"):
        assert found(told("deployment", "core", by=PEACE, when="2021", stance=stance)) == []


def test_the_order_of_claims_does_not_matter():
    tellings = [told("deployment", "core", by=PEACE, when=f"2021-{m:02d}", number=m) for m in (3, 1, 2)]
    assert found(*tellings) == found(*reversed(tellings))
