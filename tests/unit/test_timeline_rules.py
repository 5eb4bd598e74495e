"""Each rule of deciding control, on a tiny region."""

from dataclasses import replace

import pytest
from timeline_cases import REGION, area, history, located, make_region, on, state, told

from geo.dates import bounds
from geo.regions import Cell
from geo.timeline import decide, last_publication, last_report
from geo.timeline.sentences import sentence, spoken
from geo.timeline.statements import read_statements


def test_a_cell_that_no_report_names_is_as_the_regions_file_has_it():
    assert state("2000-01-01", cell="north") == ("blue", "held", "baseline")
    assert on("2000-01-01", cell="north").claims == ()


def test_without_baseline_and_report_a_cell_is_unknown():
    region = make_region(baseline=None)
    assert state("2000-01-01", region=region) == (None, "unknown", None)


class TestNaming:
    """The sentence for what is as the region's file has it says whether reports name the cell, and cites them."""

    def test_no_report_names_it(self):
        assert on("2000-01-01").rule.startswith("No report names it: held by Blue as the region begins")

    def test_reports_tell_of_a_later_time(self):
        assert on("1990-01-01", told("hold", by="red", when="2000-01-01")).rule.startswith(
            "No report tells of this time: held by Blue"
        )

    @pytest.mark.parametrize(
        "telling",
        [
            told("capture", by="red", frm="blue", when="1993", who="Blueton", stance="denied"),
            told("capture", by="red", frm="blue", when="1993", stance="denied"),
            told("handover", ("part of south",), by="blue", frm="red", when="1993"),
            told("capture", ("southton",), by="red", when="1993", who="Redville", stance="denied"),
        ],
        ids=["denied by a side", "denied by an outlet", "part", "town"],
    )
    def test_reports_that_change_nothing_are_cited(self, telling):
        interval = on("2000-01-01", telling)
        assert (interval.controller, interval.basis) == ("blue", "baseline")
        assert interval.rule.startswith("Reports name it, and none settles that all of it changed hands: held by Blue")
        assert interval.claims == (telling[0].id,)

    def test_outlets_that_contradict_a_claim_are_cited_with_it(self):
        claim = told("capture", by="red", frm="blue", when="1993-05-01", who="Redville")
        denial = told("capture", by="red", frm="blue", when="1993-05-02", source="post", stance="denied")
        interval = on("2000-01-01", claim, denial)
        assert set(interval.claims) == {claim[0].id, denial[0].id}
        assert "against the word of the Red side" in interval.rule.replace("Against", "against")


class TestPresupposed:
    """A loss presupposes that the loser held; where the region's file has another side, there was a change between."""

    LATE = told("handover", by="red", frm="green", when="2020-11-30")

    def test_the_regions_file_stands_on_its_first_day(self):
        assert state("1990-01-01", self.LATE) == ("blue", "held", "baseline")

    def test_the_change_between_is_of_an_unknown_day(self):
        between = on("2000-01-01", self.LATE)
        assert (between.controller, between.others, between.status) == (None, ("blue",), "date_uncertain")
        assert (between.basis, between.start, between.end) == ("inferred", "1990-01-02", "2020-11-29")
        assert "as a later report presupposes; no report tells how" in between.rule

    def test_the_loser_held_on_the_eve(self):
        assert state("2020-11-29", self.LATE) == ("green", "held", "inferred")
        assert on("2020-11-29", self.LATE).last_reported is None
        assert state("2020-11-30", self.LATE) == ("red", "held", "stated")

    def test_a_loss_by_whom_the_file_names_needs_no_change(self):
        loss = told("capture", by="red", frm="blue", when="1993-05-01")
        assert state("1990-01-01", loss) == ("blue", "held", "inferred")

    def test_an_undated_loss_leaves_both_changes_undated(self):
        undated = told("handover", by="blue", frm="red", published="2020-12-01")
        assert state("1990-01-01", undated) == ("blue", "held", "baseline")
        assert on("2020-11-30", undated).status == "date_uncertain"
        assert state("2020-12-02", undated) == ("blue", "held", "stated")


def test_a_change_on_a_known_day_turns_on_that_day():
    capture = told("capture", by="red", frm="blue", when="1993-07-23")
    assert state("1993-07-22", capture) == ("blue", "held", "inferred")
    assert state("1993-07-23", capture) == ("red", "held", "stated")
    assert on("2000-01-01", capture).start_edtf == "1993-07-23"


def test_within_the_days_of_a_change_nobody_is_shown_in_control():
    capture = told("capture", by="red", frm="blue", when="1993-07/1993-08")
    first, last = on("1993-07-01", capture), on("1993-08-31", capture)
    assert first == last
    assert (first.controller, first.others, first.status) == (None, ("blue",), "date_uncertain")
    assert state("1993-06-30", capture) == ("blue", "held", "inferred")
    assert state("1993-09-01", capture) == ("red", "held", "stated")


def test_dates_that_overlap_intersect():
    wide = told("handover", by="blue", frm="red", when="2020-11/2022-11", source="post", published="2022-11-30")
    narrow = told("handover", by="blue", frm="red", when="2020-11-10/2021-01-18")
    assert on("2020-12-01", wide, narrow).start_edtf == "2020-11-10/2021-01-18"
    assert on("2020-11-09", wide, narrow).status == "held"


def test_dates_that_do_not_overlap_give_their_hull_and_the_rule_says_so():
    tellings = (told("capture", by="red", when="1991"), told("loss", frm="blue", when="1992/1994", source="post"))
    uncertain = on("1993-06-01", *tellings)
    assert (uncertain.status, uncertain.start_edtf) == ("date_uncertain", "1991/1994")
    assert "eports differ on the date: in 1991; between 1992 and 1994." in uncertain.rule
    assert state("1995-01-01", *tellings) == ("red", "held", "stated")


def test_a_sides_dates_narrow_an_outlets_and_do_not_widen_it():
    report = told("capture", by="red", when="1993-05")
    claims = [told("capture", by="red", when=f"1993-05-{day}", who="Redville") for day in ("05", "20")]
    assert on("1994-01-01", report, claims[0]).start_edtf == "1993-05-05"
    assert on("1994-01-01", report, *claims).start_edtf == "1993-05"


def test_an_undated_report_is_of_the_latest_change_that_it_can_mean():
    tellings = (
        told("capture", by="blue", frm="red", when="1992-07-01"),
        told("capture", by="red", frm="blue", when="1993-05-01"),
        told("capture", by="blue", published="2020-10-05"),
    )
    assert state("1993-04-30", *tellings)[0] == "blue"
    assert state("2020-10-05", *tellings)[1] == "date_uncertain"
    assert state("2020-10-06", *tellings) == ("blue", "held", "stated")
    assert state("1995-01-01", tellings[0], tellings[2])[0] == "blue"


def test_two_changes_take_two_days():
    tellings = (told("capture", by="red", when="1993/1994"), told("capture", by="blue", frm="red", when="1994/1996"))
    assert on("1997-01-01", *tellings).start_edtf == "1995/1996"


def test_a_change_told_again_after_the_taker_was_seen_in_control_keeps_its_date():
    tellings = (
        told("capture", by="red", when="1993-05-01"),
        told("hold", by="red", when="1993-05-10"),
        told("capture", by="red", when="1993-05-20", source="post"),
    )
    assert on("1994-01-01", *tellings).start_edtf == "1993-05-01"


def test_a_change_is_no_later_than_the_first_report_of_the_taker_in_control():
    tellings = (
        told("capture", by="red", frm="blue", when="1993"),
        told("capture", by="blue", frm="red", when="2005-02/2005-04"),
        told("hold", by="blue", when="2005-03-02"),
    )
    assert on("2005-03-10", *tellings).start_edtf == "2005-02-01/2005-03-02"


def test_a_report_years_later_is_of_another_change():
    tellings = (told("capture", by="red", when="1993"), told("capture", by="red", when="2020-10-10"))
    assert state("2000-01-01", *tellings)[1] == "date_uncertain"
    assert "no report tells how" in on("2000-01-01", *tellings).rule


def test_of_two_sides_what_the_one_lost_is_taken_to_be_the_others():
    after = on("1994-01-01", told("loss", frm="blue", when="1993-05-01"))
    assert (after.controller, after.others, after.status, after.basis) == ("red", (), "held", "inferred")
    assert "No report says who took it; of the two sides it can be the Red side alone" in after.rule


def test_of_more_sides_a_loss_without_a_taker_leaves_the_cell_unknown():
    third = told("capture", by="green", frm="blue", when="1992-05-01")
    after = on("1994-01-01", third, told("loss", frm="green", when="1993-05-01"))
    assert (after.controller, after.others, after.status, after.basis) == (None, ("green",), "unknown", "stated")
    assert "not reported" in after.rule


def test_what_is_left_to_peacekeepers_is_not_the_other_sides():
    left = told("handover", by="green-peacekeepers", frm="blue", when="1993-05-01")
    assert state("1994-01-01", left)[:2] == (None, "unknown")


def test_an_undated_gain_is_not_of_a_loss_after_which_the_loser_was_back():
    lost = told("loss", frm="red", when="1992")
    back = told("hold", by="red", when="1994-05-13", source="post")
    gained = told("capture", by="blue", when="../2020-11-08", published="2020-11-08")
    assert state("1994-05-13", lost, back, gained)[:2] == ("red", "held")
    assert state("2020-11-09", lost, back, gained)[:2] == ("blue", "held")
    assert state("1993-01-01", lost, back, gained)[0] is None


def test_a_loss_and_a_gain_of_the_same_days_are_one_change():
    tellings = (told("loss", frm="blue", when="1993"), told("capture", by="red", when="1993-05", source="post"))
    assert on("1993-05-15", *tellings).start_edtf == "1993-05"
    assert on("1994-01-01", *tellings).support == "independent"


def test_a_later_loss_tells_who_had_taken_it():
    tellings = (told("loss", frm="blue", when="1993-05-01"), told("handover", by="blue", frm="red", when="2020-12-01"))
    assert state("2000-01-01", *tellings) == ("red", "held", "inferred")


def test_a_handover_presupposes_that_the_loser_held_until_then():
    handover = told("handover", by="blue", frm="red", when="2020-12-01")
    assert state("2020-11-30", handover) == ("red", "held", "inferred")
    assert "presupposes" in on("2020-11-30", handover).rule


class TestSupport:
    def test_two_unrelated_sources(self):
        tellings = (
            told("capture", by="red", when="1993"),
            told("capture", by="red", when="1993", source="post", words="other"),
        )
        assert on("1995-01-01", *tellings).support == "independent"

    def test_two_outlets_of_one_agency_are_one_source(self):
        tellings = (
            told("capture", by="red", when="1993"),
            told("capture", by="red", when="1993", source="echo", words="other"),
        )
        assert on("1995-01-01", *tellings).support == "single"

    def test_a_copied_sentence_is_one_source(self):
        words = "forces of Redville took the whole of the southern district after a week of fighting"
        copy = f"Officials confirmed that {words}, a reporter said"
        tellings = (
            told("capture", by="red", when="1993", words=words),
            told("capture", by="red", when="1993", source="post", words=copy),
        )
        assert on("1995-01-01", *tellings).support == "single"

    def test_what_only_the_gainers_side_says_is_held_and_marked(self):
        claim = told("capture", by="red", when="1993-05-01", who="Redville's army")
        assert state("1995-01-01", claim) == ("red", "held", "stated")
        assert on("1995-01-01", claim).support == "one_side"
        assert "only the Red side says so" in on("1995-01-01", claim).rule.replace("Only", "only")

    def test_an_outlet_of_a_side_speaks_for_it(self):
        assert on("1995-01-01", told("capture", by="red", when="1993", source="redpress")).support == "one_side"

    def test_what_is_said_against_the_speakers_interest_is_admitted(self):
        claim = told("capture", by="red", frm="blue", when="1993", who="Blueton")
        assert on("1995-01-01", claim).support == "admitted"
        assert "Blue's side admits it" in on("1995-01-01", claim).rule

    def test_an_accusation_admits_nothing(self):
        for accusation in (
            told("capture", by="red", when="1993", source="bluepress"),
            told("hold", by="red", when="1993", source="bluepress"),
        ):
            assert on("1995-01-01", accusation).support == "single"
            assert "admits" not in on("1995-01-01", accusation).rule
            assert "one source: Bluepress; said by those who speak for Blue." in on(
                "1995-01-01", accusation
            ).rule.replace("One", "one")

    def test_a_rivals_control_at_the_time_of_speaking_is_admitted(self):
        hold = told("hold", by="red", when="2021-12/2022-01", source="bluepress")
        assert on("2022-01-01", hold).support == "admitted"

    def test_a_denial_of_the_speakers_own_gain_is_admitted(self):
        claim = told("capture", by="blue", frm="red", when="2020-10-04", source="third", who="a traveller")
        denial = told("capture", by="blue", frm="red", when="2020-10-04", who="Blueton", stance="denied")
        before = told("capture", by="red", frm="blue", when="1993")
        assert state("2021-01-01", before, claim, denial)[:2] == ("red", "held")

    def test_an_outlet_cannot_make_the_other_side_admit(self):
        claim = told("capture", by="red", frm="blue", when="1993", who="Blueton", source="redpress")
        assert on("1995-01-01", claim).support == "one_side"

    def test_unnamed_outlets_count_as_one(self):
        tellings = [told("capture", by="red", when="1993", source=None, number=i, words=f"text {i}") for i in range(3)]
        assert on("1995-01-01", *tellings).support == "single"


class TestNamelessAndImplied:
    """A change of which a report names neither side dates one that other reports imply."""

    NAMELESS = told("capture", when="1993-04-02", published="2002-04-02", source="post")
    HELD = told("hold", by="red", when="1993-04-05/..", published="1993-04-06")
    FOUND = told("hold", by="red", when="1993-04-05", published="1993-04-06")

    def test_it_dates_the_change_that_a_state_implies(self):
        assert on("1993-04-01", self.HELD, self.NAMELESS).basis == "baseline"
        after = on("1993-04-02", self.HELD, self.NAMELESS)
        assert (after.controller, after.status, after.start_edtf) == ("red", "held", "1993-04-02")
        assert after.rule == (
            "Blue lost control on 1993-04-02. Later reports have the Red side in control. "
            "Unrelated sources agree: Post and Wire."
        )

    def test_two_of_different_times_date_nothing(self):
        other = told("capture", when="1991-01-01", published="2003-01-01", source="third")
        assert on("1993-04-04", self.FOUND, self.NAMELESS, other).status == "date_uncertain"

    def test_one_after_the_state_dates_nothing(self):
        late = told("capture", when="1995-01-01", source="post")
        assert on("1993-04-04", self.FOUND, late).status == "date_uncertain"


class TestSince:
    """A report of the state that says since which day it stands dates the change that led there."""

    HELD = told("hold", by="red", when="1995-05-13")
    SINCE = told("hold", by="blue", when="1998-09-20/..", published="1998-10-16")

    def test_a_state_since_a_day_began_on_that_day(self):
        assert state("1998-09-19", self.HELD, self.SINCE)[:2] == ("red", "held")
        assert on("1998-09-20", self.HELD, self.SINCE).rule.startswith("Blue is reported in control since 1998-09-20")

    def test_it_dates_what_an_earlier_report_found(self):
        found = told("hold", by="blue", when="1998-10-02", published="1998-10-02")
        assert state("1998-09-19", self.HELD, found, self.SINCE)[:2] == ("red", "held")
        assert on("1998-09-19", self.HELD, found).status == "date_uncertain"

    def test_since_a_year_dates_nothing(self):
        loosely = told("hold", by="blue", when="1998/..", published="1999-10-16")
        assert on("1997-12-31", self.HELD, loosely).status == "date_uncertain"

    def test_a_day_named_decades_later_does_not_tell_whose_it_was_before(self):
        late = told("hold", by="red", when="1994-05-12/..", published="2020-09-26")
        assert on("1994-05-11", late).status == "date_uncertain"


class TestDenial:
    CLAIM = told("capture", by="blue", frm="red", when="2020-10-04", who="Blueton")
    DENIAL = told("capture", by="blue", frm="red", when="2020-10-04", who="Redville", stance="denied")
    BEFORE = told("capture", by="red", frm="blue", when="1993")

    def test_a_denied_capture_is_contested_from_the_claim_on(self):
        tellings = (self.BEFORE, self.CLAIM, self.DENIAL)
        assert state("2020-10-03", *tellings)[:2] == ("red", "held")
        after = on("2021-01-01", *tellings)
        assert (after.controller, after.others, after.status, after.support) == (
            "red",
            ("blue",),
            "contested",
            "conflicting",
        )
        assert "denied the same day by the Red side, never settled" in after.rule.replace("Denied", "denied")

    def test_without_an_earlier_report_both_sides_are_named_from_the_claim_on(self):
        """The claim and its denial agree that the taker did not hold it: the region's file is no answer any more."""
        claim = told("capture", by="blue", when="../2020-10-25", who="Blueton", published="2020-10-25")
        denial = told(
            "capture", by="blue", when="../2020-10-26", who="Redville", stance="denied", published="2020-10-26"
        )
        assert on("2020-10-24", claim, denial).basis == "baseline"
        after = on("2020-10-26", claim, denial)
        assert (after.controller, after.others, after.status) == (None, ("blue", "red"), "contested")

    def test_a_side_that_says_that_it_does_not_hold_a_place_has_lost_it(self):
        says = told("hold", by="red", when="../2020-10-05", published="2020-10-05", who="Redville", stance="denied")
        after = on("2020-10-06", self.BEFORE, self.CLAIM, says)
        assert (after.controller, after.status, after.support) == ("blue", "held", "admitted")
        assert on("2020-10-06", self.BEFORE, says).basis == "inferred"
        assert state("2000-01-01", self.BEFORE, self.CLAIM, says) == ("red", "held", "stated")

    def test_a_rival_that_says_so_only_denies(self):
        says = told("hold", by="red", when="2020-10-05", who="Blueton", stance="denied")
        assert state("2020-10-06", self.BEFORE, says)[:2] == ("red", "held")

    def test_a_denial_is_not_of_a_change_of_years_ago(self):
        late = told("loss", frm="blue", when="2020-10-04", published="2020-10-04", who="Blueton", stance="denied")
        weak = told("capture", by="red", frm="blue", when="1993", who="Redville")
        assert state("2000-01-01", weak, late) == ("red", "held", "stated")

    def test_saying_it_again_settles_nothing(self):
        again = told("capture", by="blue", frm="red", when="2020-10-06", who="Blueton")
        earlier = told("capture", by="blue", frm="red", when="2020-10-02", who="Blueton")
        for repeated in (again, earlier):
            tellings = (self.BEFORE, self.CLAIM, self.DENIAL, repeated)
            assert on("2021-01-01", *tellings).status == "contested"

    def test_a_later_report_of_the_state_confirms_the_claim(self):
        tellings = (self.BEFORE, self.CLAIM, self.DENIAL, told("hold", by="blue", when="2020-10-20"))
        assert state("2020-10-05", *tellings) == ("blue", "held", "stated")

    def test_a_later_report_of_the_state_refutes_the_claim(self):
        tellings = (self.BEFORE, self.CLAIM, self.DENIAL, told("hold", by="red", when="2020-10-20"))
        assert state("2021-01-01", *tellings)[:2] == ("red", "held")
        assert state("2020-10-10", *tellings)[:2] == ("red", "held")

    def test_a_later_loss_by_the_claimant_confirms_the_claim(self):
        tellings = (self.BEFORE, self.CLAIM, self.DENIAL, told("capture", by="red", frm="blue", when="2020-11-02"))
        assert state("2020-11-01", *tellings) == ("blue", "held", "stated")
        assert state("2020-11-02", *tellings) == ("red", "held", "stated")

    def test_a_later_handover_refutes_an_earlier_claim(self):
        tellings = (self.BEFORE, self.CLAIM, told("handover", by="blue", frm="red", when="2020-11-25"))
        assert state("2020-11-01", *tellings)[:2] == ("red", "held")
        assert state("2020-11-25", *tellings) == ("blue", "held", "stated")

    def test_an_admission_outweighs_the_denial(self):
        admission = told("capture", by="blue", frm="red", when="2020-10-04", who="Redville", published="2022-02-01")
        assert on("2021-01-01", self.BEFORE, self.CLAIM, self.DENIAL, admission).support == "admitted"

    def test_an_outlets_own_voice_outranks_a_denial(self):
        report = told("capture", by="blue", frm="red", when="2020-10-04")
        assert state("2021-01-01", self.BEFORE, report, self.DENIAL) == ("blue", "held", "stated")

    def test_an_outlet_that_denies_a_sides_claim_refutes_it(self):
        denial = told("capture", by="blue", frm="red", when="2020-10-05", stance="denied")
        assert state("2021-01-01", self.BEFORE, self.CLAIM, denial)[:2] == ("red", "held")

    def test_a_sides_word_that_it_holds_the_place_denies_the_others_claim(self):
        holds = told("hold", by="red", when="2020-10-06", who="Redville")
        assert on("2021-01-01", self.BEFORE, self.CLAIM, holds).status == "contested"

    def test_a_denial_alone_changes_nothing(self):
        assert state("2021-01-01", self.BEFORE, self.DENIAL) == state("2021-01-01", self.BEFORE)


def test_opposite_reports_of_one_day_are_contested():
    tellings = (
        told("capture", by="red", frm="blue", when="1993"),
        told("capture", by="blue", when="2020-10-04"),
        told("capture", by="red", when="2020-10-04", source="post"),
    )
    assert on("2021-01-01", *tellings).status == "contested"


def test_what_is_only_planned_never_changes_who_holds_a_cell():
    plan = told("handover", by="red", frm="blue", when="2020-12-01", stance="planned")
    assert {interval.controller for interval in history(plan)} == {"blue"}


def test_what_is_only_hypothetical_changes_nothing():
    assert history(told("handover", by="red", frm="blue", when="2020-12-01", stance="hypothetical")) == history()


class TestHold:
    def test_a_report_of_the_state_keeps_it_fresh(self):
        tellings = (told("capture", by="red", when="1993"), told("hold", by="red", when="2005-03-02"))
        assert on("2006-01-01", *tellings).last_reported == "2005-03-02"

    def test_the_other_sides_hold_shows_that_there_was_a_change(self):
        tellings = (told("capture", by="red", frm="blue", when="1993"), told("hold", by="blue", when="2005-03-02"))
        assert on("2000-01-01", *tellings).status == "date_uncertain"
        assert state("2005-03-03", *tellings) == ("blue", "held", "stated")

    def test_a_side_that_had_held_until_some_year_held_until_its_eve(self):
        tellings = (told("hold", by="blue", when="../1991"), told("capture", by="red", when="1991"))
        assert state("1990-06-01", *tellings) == ("blue", "held", "baseline")
        assert "later report says so of the time before it" in on("1990-06-01", *tellings).rule
        assert state("1990-12-31", *tellings) == ("blue", "held", "stated")
        assert on("1991-06-01", *tellings).start_edtf == "1991"

    @pytest.mark.parametrize(
        ("when", "published"), [("../2019-10-05", "2019-10-05"), (None, "2019-10-05"), (None, "2019-09-01/2019-10-05")]
    )
    def test_a_report_of_the_state_says_nothing_of_the_regions_first_day(self, when, published):
        hold = told("hold", by="red", when=when, published=published)
        assert state("1990-01-01", hold) == ("blue", "held", "baseline")
        assert on("2019-10-04", hold).status == "date_uncertain"
        assert state("2019-10-05", hold) == ("red", "held", "stated")

    def test_a_state_told_to_last_stood_until_its_report(self):
        since = told("hold", by="red", when="1993-05-09/..", published="2020-09-01")
        later = told("hold", by="blue", when="2020-12-01", published="2020-12-01", source="post")
        assert state("2020-09-01", since, later) == ("red", "held", "stated")
        assert on("2020-09-02", since, later).start_edtf == "2020-09-02/2020-12-01"
        gain = told("capture", ("?several towns",), by="blue", when="2016-04-02", published="2016-04-05")
        assert state("2018-01-01", since, gain) == ("red", "held", "inferred")

    @pytest.mark.parametrize(
        ("when", "day"), [("1993/..", "1993-12-31"), ("1993-05/..", "1993-05-31"), ("1993-05-09/..", "1993-05-09")]
    )
    def test_a_state_since_a_month_or_year_is_certain_from_its_last_day(self, when, day):
        since = told("hold", by="red", when=when, published="2020-09-01")
        (held,) = [one for one in history(since) if one.status == "held" and one.controller == "red"]
        assert (held.start, held.start_edtf.rpartition("/")[2]) == (day, day)

    def test_a_later_report_of_an_earlier_day_narrows_the_change_that_it_shows(self):
        late = told("hold", by="red", when="1994-06-01", published="1994-06-01")
        early = told("hold", by="red", when="1993-06-01", published="2020-09-01", source="post")
        changing, held = [one for one in history(late, early) if one.start > "1990-01-01"]
        assert (changing.end, changing.end_edtf, held.start_edtf) == (
            "1993-06-01",
            "1990-01-02/1993-06-01",
            "1990-01-02/1993-06-01",
        )

    def test_since_when_a_state_stood_is_told_as_the_report_has_it(self):
        for when, words in (("1993/..", "since 1993;"), ("1993-05-09/..", "since 1993-05-09;"), ("1993", "on 1993")):
            since = told("hold", by="red", when=when, published="2020-09-01")
            assert f"The Red side is reported in control {words}" in on("1994-01-01", since).rule

    def test_a_side_in_control_is_shown_on_the_day_on_which_a_report_finds_it(self):
        tellings = (told("hold", by="red", when="2000-01-01"), told("hold", by="blue", when="2000-06-01"))
        assert on("1999-12-31", *tellings).status == "date_uncertain"
        assert state("2000-01-01", *tellings) == ("red", "held", "stated")
        assert on("2000-01-02", *tellings).status == on("2000-05-31", *tellings).status == "date_uncertain"
        assert state("2000-06-01", *tellings) == ("blue", "held", "stated")

    def test_a_change_comes_after_the_day_on_which_the_loser_is_still_found(self):
        tellings = (told("hold", by="blue", when="1993-06-01"), told("capture", by="red", when="1993"))
        assert state("1993-06-01", *tellings)[0] == "blue"
        assert on("1993-06-02", *tellings).start_edtf == "1993-06-02/1993-12-31"

    def test_a_taker_found_in_control_ends_the_days_of_the_change(self):
        tellings = (told("capture", by="red", when="1993"), told("hold", by="red", when="1993-06-01"))
        assert on("1993-05-31", *tellings).status == "date_uncertain"
        assert state("1993-06-01", *tellings) == ("red", "held", "stated")

    def test_opposite_reports_of_the_state_on_one_day_are_contested(self):
        for first, second in (("red", "blue"), ("blue", "red")):
            one = told("hold", ("south",), by=first, when="2000-01-01", number=1)
            other = told("hold", ("south",), by=second, when="2000-01-01", number=2, source="post")
            assert on("2000-02-01", one, other).status == "contested"
        ordered = [replace(claim, id=f"{rank}") for rank, (claim, _) in zip("21", (one, other), strict=True)]
        again = zip(ordered, (one[1], other[1]), strict=True)
        assert on("2000-02-01", *again).status == "contested"

    def test_of_opposite_reports_of_one_day_the_smaller_area_rules(self):
        tellings = (
            told("hold", ("core",), by="red", when="2000-01-01"),
            told("hold", ("east",), by="blue", when="2000-01-01", source="post"),
        )
        assert state("2000-01-01", *tellings, cell="east.core.held") == ("blue", "held", "stated")

    def test_a_sides_own_word_does_not_outweigh_an_outlets_report(self):
        tellings = (
            told("capture", by="red", frm="blue", when="1993"),
            told("hold", by="blue", when="2005-03-02", who="Blueton"),
        )
        assert state("2006-01-01", *tellings) == ("red", "held", "stated")
        assert tellings[1][0].id in on("2006-01-01", *tellings).claims

    def test_sides_that_both_say_they_hold_it_contest_it(self):
        tellings = (
            told("hold", by="blue", when="2005-03-02", who="Blueton"),
            told("hold", by="red", when="2005-03-03", who="Redville"),
        )
        assert on("2006-01-01", *tellings).status == "contested"


class TestSmallerAreas:
    LARGE = told("capture", ("core",), by="red", when="1993-05-10", source="post")

    def test_of_one_time_the_smaller_area_rules_its_own_cells(self):
        small = told("hold", ("east",), by="blue", when="1993-05-10")
        assert state("1994-01-01", self.LARGE, small, cell="east.core.held")[0] == "blue"
        assert state("1994-01-01", self.LARGE, small, cell="north.core.held")[0] == "red"

    def test_a_cell_is_divided_until_the_holder_has_the_point_back(self):
        before = told("capture", by="red", frm="blue", when="1993")
        raid = told("capture", ("southton",), by="blue", when="2016-04-02")
        elsewhere = told("capture", ("part of south",), by="blue", when="2016-04-03")
        back = told("capture", ("southton",), by="red", when="2016-04-05")
        said = told("capture", ("southton",), by="red", when="2016-04-05", who="Redville")
        assert state("2016-04-04", before, raid, back)[1] == "divided"
        assert state("2016-04-06", before, raid, back)[:2] == ("red", "held")
        assert state("2016-04-06", before, raid, said)[1] == "divided"
        assert state("2016-04-06", before, raid, elsewhere, back)[1] == "divided"

    def test_a_side_that_never_lost_the_point_by_its_own_word_leaves_the_cell_divided(self):
        before = told("capture", by="red", frm="blue", when="1993")
        claimed = told("capture", ("southton",), by="blue", when="2016-04-02", who="Blueville")
        still = told("hold", ("southton",), by="red", when="2016-04-05", who="Redville")
        again = told("capture", ("southton",), by="red", when="2016-04-05", who="Redville")
        assert state("2016-04-06", before, claimed, still)[1] == "divided"
        assert state("2016-04-06", before, claimed, again)[:2] == ("red", "held")

    def test_a_point_beyond_what_changes_hands_is_inside_its_own_cell(self):
        raid = told("capture", ("southton",), by="red", when="1993-05-01")
        (item,) = located(raid)
        beyond = replace(item, places=(replace(item.places[0], within=("north",)),))
        by_cell = read_statements([beyond], REGION).by_cell
        assert list(by_cell) == ["north"]

    def test_a_later_statement_about_a_larger_area_overrules(self):
        small = told("capture", ("east",), by="blue", when="1993-05-01")
        assert state("1994-01-01", small, self.LARGE, cell="east.core.held")[0] == "red"

    def test_on_one_day_an_outlets_own_voice_outweighs_what_a_traveller_says(self):
        taken = told("capture", by="red", when="1993-05-01")
        opposite = told("withdrawal", frm="red", when="1993-05-01", who="a traveller", source="post")
        assert state("1993-06-01", taken, opposite) == ("red", "held", "stated")
        assert opposite[0].id in on("1993-06-01", taken, opposite).claims

    def test_who_takes_a_larger_area_had_not_lost_what_it_held_of_it(self):
        taken = told("capture", by="red", frm="blue", when="1993")
        back = told("capture", by="blue", frm="red", when="2016-05-04")
        rest = told("capture", "both", by="blue", when="2020-10-04")
        same = told("capture", by="blue", when="2020-10-04", words="the south, and nothing more")
        assert state("2019-01-01", taken, back, rest) == ("blue", "held", "stated")
        assert state("2019-01-01", taken, back, same)[1] == "date_uncertain"

    def test_a_smaller_capture_of_the_same_day_rules(self):
        small = told("capture", ("east",), by="blue", when="1993-05-10")
        assert state("1994-01-01", self.LARGE, small, cell="east.core.held")[0] == "blue"


class TestDoubt:
    BEFORE = told("capture", ("south", "north", "east"), by="red", frm="blue", when="1993")
    UNPLACED = told("capture", ("?several cities",), by="blue", when="2020-09-27/2020-11-10")

    def test_a_gain_that_is_not_placed_puts_the_losers_cells_in_doubt(self):
        doubted = on("2021-01-01", self.BEFORE, self.UNPLACED)
        assert (doubted.controller, doubted.status, doubted.basis) == ("red", "in_doubt", "stated")
        assert doubted.start == "2020-09-27"
        assert "several cities" in doubted.rule
        assert self.UNPLACED[0].id in doubted.claims
        assert doubted.last_reported == "1993"
        assert doubted.rule.startswith("Last reported held by the Red side in 1993, in doubt since 2020-09-27: ")

    def test_a_few_villages_beside_a_named_place_leave_doubt_there_and_nowhere_else(self):
        told_of = told("capture", ("east", "?nine villages"), by="blue", when="2020-10-04")
        near = told("capture", ("?several villages near southton",), by="blue", when="2020-10-04")
        assert on("2021-01-01", self.BEFORE, told_of).status == "held"
        assert on("2021-01-01", self.BEFORE, near).status == "in_doubt"
        assert on("2021-01-01", self.BEFORE, near, cell="east.core.held").status == "held"

    @pytest.mark.parametrize("words", ["nearly 300 villages", "dozens of villages", "two towns", "some land"])
    def test_more_than_a_few_villages_may_be_anywhere(self, words):
        gain = told("capture", ("east", f"?{words}"), by="blue", when="2020-10-04")
        assert on("2021-01-01", self.BEFORE, gain).status == "in_doubt"

    def test_villages_told_beside_no_place_may_be_anywhere(self):
        gain = told("capture", ("?several villages",), by="blue", when="2020-10-04")
        assert on("2021-01-01", self.BEFORE, gain).status == "in_doubt"

    def test_what_no_report_said_is_not_last_reported(self):
        gain = told("capture", ("?some villages",), by="red", when="2020-10-01")
        doubted = on("2021-01-01", gain)
        assert doubted.rule.startswith("Taken to be held by Blue, in doubt since 2020-10-01: ")
        assert doubted.last_reported is None

    def test_the_gainers_own_cells_are_not_in_doubt(self):
        assert state("2021-01-01", self.BEFORE, self.UNPLACED, cell="north") == ("blue", "held", "baseline")

    def test_a_handover_that_presupposes_the_holder_outranks_doubt(self):
        tellings = (self.BEFORE, self.UNPLACED, told("handover", by="blue", frm="red", when="2020-12-01"))
        assert state("2020-09-26", *tellings) == ("red", "held", "stated")
        assert state("2020-10-15", *tellings) == ("red", "held", "inferred")
        assert state("2020-12-01", *tellings) == ("blue", "held", "stated")
        assert on("2020-12-01", self.BEFORE, self.UNPLACED, tellings[2], cell="east.core.held").status == "in_doubt"

    def test_a_report_that_names_the_cell_ends_the_doubt(self):
        tellings = (self.BEFORE, self.UNPLACED, told("hold", by="red", when="2020-10-20"))
        assert state("2020-10-01", *tellings) == ("red", "held", "inferred")
        assert state("2020-10-21", *tellings) == ("red", "held", "stated")

    def test_a_gain_before_the_cell_was_last_named_leaves_no_doubt(self):
        tellings = (self.UNPLACED, told("capture", by="red", frm="blue", when="2020-10-20"))
        assert state("2021-01-01", *tellings) == ("red", "held", "stated")

    def test_a_gain_on_the_first_day_on_which_the_change_is_certain_leaves_doubt(self):
        assert (
            state("1994-01-01", self.BEFORE, told("capture", ("?some villages",), by="blue", when="1994-01-01"))[1]
            == "in_doubt"
        )
        assert (
            state("1994-01-01", self.BEFORE, told("capture", ("?some villages",), by="blue", when="1993-12-31"))[1]
            == "held"
        )

    def test_a_gain_on_the_day_of_a_change_leaves_no_doubt(self):
        tellings = (
            told("capture", by="red", when="1993-05-01"),
            told("capture", ("?some villages",), by="blue", when="1993-05-01"),
        )
        assert state("1994-01-01", *tellings)[1] == "held"

    def test_a_withdrawal_from_nowhere_in_particular_leaves_doubt(self):
        withdrawal = told("withdrawal", (), frm="red", when="2020-11-10/2020-12-10")
        assert on("2021-01-01", self.BEFORE, withdrawal).status == "in_doubt"

    def test_a_side_gains_nothing_outside_what_it_can_have_held(self):
        gain = told("capture", ("?some villages",), by="red", when="2020-10-01")
        assert state("2021-01-01", gain, cell="north") == ("blue", "held", "baseline")
        assert state("2021-01-01", gain, cell="south.held") == ("blue", "in_doubt", "baseline")

    @pytest.mark.parametrize("words", ["?some heights", "?several positions", "?Furukh", "?the road", "?the town"])
    def test_a_gain_of_less_than_settlements_leaves_no_doubt(self, words):
        assert on("2021-01-01", self.BEFORE, told("capture", (words,), by="blue", when="2020-10-01")).status == "held"

    def test_part_of_a_large_area_puts_only_that_area_in_doubt(self):
        part = told("capture", ("part of core",), by="blue", when="2020-10-01")
        assert on("2021-01-01", self.BEFORE, part, cell="east.core.held").status == "in_doubt"
        assert on("2021-01-01", self.BEFORE, part, cell="south.held").status == "held"

    def test_an_undated_gain_leaves_doubt_from_its_publication_on(self):
        gain = told("capture", ("?some villages",), by="blue", published="2020-10-01/2020-10-31")
        assert on("2020-09-30", self.BEFORE, gain).status == "held"
        assert on("2020-10-01", self.BEFORE, gain).status == "in_doubt"


class TestDivided:
    BEFORE = told("capture", by="red", frm="blue", when="1993")

    @pytest.mark.parametrize("place", ["southton", "part of south"])
    def test_a_point_or_part_taken_inside_the_others_cell_divides_it(self, place):
        divided = on("2021-01-01", self.BEFORE, told("capture", (place,), by="blue", when="2020-10-04"))
        assert (divided.controller, divided.others, divided.status) == (None, ("blue", "red"), "divided")
        assert "no line between them is reported" in divided.rule

    def test_a_point_divides_its_own_district_and_no_city_inside_its_outline(self):
        cells = (*REGION.cells, Cell(id="city.held", district="city", layers=("line",), km2=1.0))
        areas = (
            area("south", "south.held", "city.held"),
            area("city", "city.held", kind="city"),
            area("line", *REGION.area("line").cells, "city.held", kind="region"),
            *(known for known in REGION.areas if known.id not in ("south", "line")),
        )
        region = make_region(cells=cells, areas=areas)
        tellings = (self.BEFORE, told("capture", ("southton",), by="blue", when="2020-10-04"))
        assert on("2021-01-01", *tellings, region=region).status == "divided"
        assert state("2021-01-01", *tellings, cell="city.held", region=region) == ("red", "held", "stated")

    def test_the_whole_area_changing_hands_ends_it(self):
        tellings = (
            self.BEFORE,
            told("capture", ("southton",), by="blue", when="2020-10-04"),
            told("capture", by="blue", when="2020-10-20"),
        )
        assert state("2021-01-01", *tellings) == ("blue", "held", "stated")

    def test_a_town_that_is_claimed_and_denied_divides_nothing(self):
        claim = told("capture", ("southton",), by="blue", when="2020-10-04", who="Blueton")
        denial = told("capture", ("southton",), by="blue", when="2020-10-04", who="Redville", stance="denied")
        assert on("2021-01-01", self.BEFORE, claim).status == "divided"
        assert on("2021-01-01", self.BEFORE, claim, denial).status == "held"

    def test_a_town_of_its_own_side_changes_nothing(self):
        town = told("hold", ("southton",), by="red", when="2020-10-04")
        assert state("2021-01-01", self.BEFORE, town) == ("red", "held", "stated")


def test_peacekeepers_never_control():
    tellings = (told("capture", by="red", frm="blue", when="1993"), told("hold", by="green-peacekeepers", when="2021"))
    assert state("2021-12-31", *tellings) == ("red", "held", "stated")


def test_local_forces_count_as_their_side():
    assert state("1995-01-01", told("capture", by="red-locals", when="1993-05-01"))[0] == "red"


def test_events_before_the_region_begins_decide_how_it_begins():
    first = history(told("capture", by="red", frm="blue", when="1985-05-01"))[0]
    assert (first.start, first.controller, first.status) == ("1990-01-01", "red", "held")


@pytest.mark.parametrize("when", ["1980-09", "1944", "-0479-09"])
def test_a_change_before_the_region_begins_keeps_the_days_within_which_it_was_told(when):
    first = history(told("capture", by="red", frm="blue", when=when))[0]
    assert (first.start, first.start_edtf, first.controller, first.status) == ("1990-01-01", when, "red", "held")
    assert "the day not reported" in first.rule


def test_the_last_interval_is_open_and_the_last_report_is_known():
    telling = told("capture", by="red", when="1993", published="2022-09-01/2022-11-30")
    assert history(telling)[-1].end is None
    assert str(last_report(located(telling))) == "2022-11-30"
    assert last_publication(located(telling)) == bounds("2022-09-01/2022-11-30")
    assert last_report([]) is None


def test_no_claim_at_all_leaves_the_baseline_of_every_cell():
    assert {(i.cell, i.controller, i.basis) for i in decide([], REGION)} == {
        (cell.id, "blue", "baseline") for cell in REGION.cells
    }


@pytest.mark.parametrize(
    ("when", "published", "last"),
    [
        ("2020-11/2022-11", "2022-08-31/2022-11-30", "2022-08-31/2022-11-30"),
        ("2020-11-10/2021-01-18", "2021-01-18", "2021-01-18"),
        (None, "2021-01", "2021-01"),
        ("1992/1994", "2021-01-18", "1994"),
        ("2020-10-04", "2020-10-04/2020-10-31", "2020-10-04"),
        ("2020-09-27/2020-11-11", "2020-11-10/2021-10-31", "2020-11-11"),
        ("2020/..", "2021-02-01", "2021-02-01"),
    ],
)
def test_the_last_report_is_no_later_and_no_more_exact_than_is_known(when, published, last):
    assert on("2023-01-01", told("capture", by="red", frm="blue", when=when, published=published)).last_reported == last


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2020-11-10", "on 2020-11-10"),
        ("1991", "in 1991"),
        ("2020-11", "in 2020-11"),
        ("1991/1994", "between 1991 and 1994"),
        ("2020-11-10/2021-01-18", "between 2020-11-10 and 2021-01-18"),
        ("../2021-01-18", "by 2021-01-18"),
        ("2021-01-18/..", "since 2021-01-18"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(when, words):
    assert spoken(bounds(when)) == words


def test_a_sentence_ends_in_one_full_stop():
    assert sentence("one source: TASS..", "", "a second. ") == "One source: TASS. A second."
    outlet = told("capture", by="red", when="1993", source="The Daily.")
    assert ".." not in on("2000-01-01", outlet).rule


def test_lists_of_sources_are_joined_as_people_do():
    tellings = [told("capture", by="red", when="1993", source=f"paper {i}", words=f"text {i}") for i in range(6)]
    assert "paper 0, paper 1, paper 2, paper 3 and 2 others" in on("2000-01-01", *tellings).rule
    assert "paper 0 and paper 1." in on("2000-01-01", *tellings[:2]).rule


class TestOfficials:
    """A source that is no known outlet and names a party's office is that party's own word."""

    BEFORE = told("capture", by="red", frm="blue", when="1993")

    @pytest.mark.parametrize(
        "source", ["statement, Blue's side", "Ministry of Defence of Blue", "Blue president's office"]
    )
    def test_a_gain_that_only_the_gainers_office_reports_is_one_sided(self, source):
        gain = told("capture", by="blue", when="2020-10-01", source=source)
        assert on("2021-01-01", self.BEFORE, gain).support == "one_side"

    @pytest.mark.parametrize(
        "source", ["Blue Weekly", "agency report A", "statement", "statement of Blue and the Red side"]
    )
    def test_other_sources_speak_for_themselves(self, source):
        gain = told("capture", by="blue", when="2020-10-01", source=source)
        assert on("2021-01-01", self.BEFORE, gain).support == "single"

    def test_an_office_that_tells_of_its_own_loss_admits_it(self):
        loss = told("loss", frm="red", when="2020-10-01", source="authorities, the Red side")
        assert on("2021-01-01", self.BEFORE, loss).support == "admitted"


class TestNameless:
    """Reports that name neither side (``the town fell on 23 July``) date what others tell of, no more."""

    LOST = told("loss", frm="blue", when="1992/1993")

    def test_a_nameless_fall_narrows_the_date_of_a_change(self):
        fell = told("loss", when="1993-07-23", source="paper")
        assert state("1993-07-22", self.LOST, fell)[:2] == ("blue", "held")
        assert state("1993-07-23", self.LOST, told("hold", by="red", when="1994"), fell)[:2] == ("red", "held")

    def test_alone_it_changes_nothing(self):
        fell = told("capture", when="1993-07-23")
        assert state("1994-01-01", fell) == ("blue", "held", "baseline")
        assert fell[0].id in on("1994-01-01", fell).claims

    def test_one_of_another_time_dates_nothing(self):
        fell = told("loss", when="2005-07-23", source="paper")
        assert on("1993-07-25", self.LOST, fell).status == on("1993-07-25", self.LOST).status


class TestUndated:
    """A report that something has happened does not say when: it takes the day that a side gave before."""

    BEFORE = told("capture", by="red", frm="blue", when="1993")
    CLAIM = told("capture", by="blue", when="2020-10-17", who="blue", source="statement, Blue's side")

    @staticmethod
    def undated(day):
        claim, article = told("capture", by="blue", when=f"2020-10-01/{day}", published=day, source="paper")
        return replace(claim, when_basis="publication", when=f"{day[:-2]}{int(day[-2:]) - 7:02}/{day}"), article

    def test_it_keeps_the_day_that_the_gainer_gave(self):
        tellings = (self.BEFORE, self.CLAIM, self.undated("2020-10-28"))
        assert state("2020-10-16", *tellings)[:2] == ("red", "held")
        assert state("2020-10-17", *tellings)[:2] == ("blue", "held")
        assert on("2020-10-17", *tellings).support != "one_side"

    def test_alone_it_is_dated_by_its_publication(self):
        tellings = (self.BEFORE, self.undated("2020-10-28"))
        assert state("2020-10-17", *tellings)[:2] == ("red", "held")
        assert state("2020-10-29", *tellings)[:2] == ("blue", "held")

    def test_a_report_of_the_other_direction_between_parts_the_two(self):
        back = told("capture", by="red", frm="blue", when="2020-10-20", source="wire")
        tellings = (self.BEFORE, self.CLAIM, back, self.undated("2020-10-28"))
        assert state("2020-10-20", *tellings)[:2] == ("red", "held")
        assert state("2020-10-29", *tellings)[:2] == ("blue", "held")


class TestSeat:
    """Who takes the town after which a district is named takes the district, if no report of it says otherwise."""

    REGION = make_region(areas=tuple(replace(a, seat="southton") if a.id == "south" else a for a in REGION.areas))
    BEFORE = told("capture", by="red", frm="blue", when="1993")
    TOWN = told("capture", ("southton",), by="blue", when="2020-10-17", words="Blue took the town of southton")

    def on(self, day, *tellings):
        return on(day, self.BEFORE, *tellings, region=self.REGION)

    def test_the_capture_of_the_seat_turns_the_district(self):
        assert self.on("2020-10-16", self.TOWN).controller == "red"
        taken = self.on("2020-10-17", self.TOWN)
        assert (taken.controller, taken.status) == ("blue", "held")
        assert "told of its seat, which stands for the district" in taken.rule.lower()

    def test_what_is_said_of_the_district_on_that_day_outranks_it(self):
        kept = told("capture", by="red", frm="blue", when="2020-10-17", source="post")
        assert self.on("2020-10-18", self.TOWN, kept).controller == "red"

    def test_who_only_holds_the_seat_is_inside_the_district(self):
        hold = told("hold", ("southton",), by="blue", when="2020-10-17", words="Blue holds the town of southton")
        assert self.on("2020-10-18", hold).status == "divided"

    def test_the_holder_of_the_district_gains_nothing_by_its_seat(self):
        district = told("handover", by="blue", frm="red", when="2020-12-01")
        town = told("capture", ("southton",), by="blue", when="2022-08-26", words="Blue took the town of southton")
        assert self.on("2021-06-01", district, town).status == "held"
        assert self.on("2022-08-27", district, town).controller == "blue"

    def test_a_town_that_is_no_seat_is_inside_as_before(self):
        assert on("2020-10-18", self.BEFORE, self.TOWN).status == "divided"


class TestWordOfAHolderInside:
    BEFORE = told("capture", by="red", frm="blue", when="1993")
    STILL = told("hold", ("southton",), by="red", when="2020-10-20", source="redpress")

    def test_a_sides_word_does_not_outweigh_a_report_of_the_loss_of_all(self):
        taken = told("capture", by="blue", frm="red", when="2020-10-17")
        assert state("2020-10-21", self.BEFORE, taken, self.STILL)[:2] == ("blue", "held")

    def test_against_another_sides_word_it_counts(self):
        taken = told("capture", by="blue", frm="red", when="2020-10-17", source="bluepress")
        assert state("2020-10-21", self.BEFORE, taken, self.STILL)[1] != "held"


class TestAgainstTheWord:
    """Of what was put aside only what says otherwise stands against a state."""

    def test_nobody_is_told_against_his_own_word(self):
        part = told("capture", "part of south", by="blue", when="2020-10-04", who="Blueton")
        own = told("hold", "southton", by="blue", when="2020-10-05", who="Blueton")
        before = told("capture", by="red", frm="blue", when="1993")
        found = on("2021-01-01", before, part, own)
        assert (found.status, found.support) == ("divided", "one_side")
        assert "Against" not in found.rule

    def test_who_is_told_inside_what_is_his_contradicts_nothing(self):
        inside = told("hold", "southton", by="red", when="1995-10-05", who="Redville")
        assert "Against" not in on("2000-01-01", told("capture", by="red", frm="blue", when="1993"), inside).rule
