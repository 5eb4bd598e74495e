"""What an analyst decides is what the claims say from then on, with what was read beside it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from correction_cases import (
    ARTICLES,
    CLAIMS,
    FIRST,
    LOST,
    TAKEN,
    added,
    claim_of,
    corrected,
    faults,
    reading,
    report,
    row,
    written,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from timeline_cases import REGION

import geo
from geo import pipeline
from geo.answers.finding import find_place
from geo.codec import from_dict, to_dict
from geo.corrections.table import Row
from geo.corrections.understanding import Misunderstanding, Understanding
from geo.extract.claims import claim_id
from geo.jsontext import dumps
from geo.outputs import Reading
from geo.records import Claim
from geo.regions import open_region


def decided(found):
    return pipeline.decide(Reading(articles=found.articles, mentions=(), claims=found.claims), region=REGION)


def test_a_table_without_decisions_changes_nothing() -> None:
    found = corrected(*written())
    assert (found.articles, found.claims) == (ARTICLES, CLAIMS)
    assert not faults(found)


def test_an_accepted_claim_is_confirmed_and_keeps_what_was_read() -> None:
    found = corrected(row(TAKEN, "accept", decided_on="2026-11-22"))
    claim = claim_of(found, TAKEN)
    assert claim.confidence == 1.0
    assert (claim.review.decision, claim.review.who, claim.review.decided_on) == ("accept", "A. Analyst", "2026-11-22")
    assert claim.review.read.confidence == TAKEN.confidence
    assert replace(claim, confidence=0.6, review=None) == TAKEN


def test_a_rejected_claim_is_listed_with_who_and_why_and_decides_nothing() -> None:
    found = decided(corrected(row(TAKEN, "reject", why="a village of that name")))
    assert {claim for interval in found.intervals for claim in interval.claims} == {LOST.id}
    (listed,) = (item for item in found.unplaced if item.claim.id == TAKEN.id)
    assert listed.reason == "an analyst's decision: rejected by A. Analyst: a village of that name"
    assert TAKEN.id in {item.claim.id for item in found.located}


def test_edited_fields_stand_and_the_original_stays_beside_them() -> None:
    cells = {"when": "1993-06", "places": "south", "extent": "part", "stance": "claimed", "claimant": "Blueton"}
    claim = claim_of(corrected(row(TAKEN, "edit", **cells, gained_by="Red locals")), TAKEN)
    assert (claim.when, claim.when_basis, claim.stance, claim.claimant) == ("1993-06", None, "claimed", "Blueton")
    assert claim.gained_by == "red-locals"
    assert [(place.place, place.extent, place.text) for place in claim.places] == [("south", "part", "south")]
    assert claim.id == TAKEN.id
    read = claim.review.read
    assert (read.when, read.gained_by, len(read.places)) == ("1993-05-05", "red", 2)


def test_a_place_put_for_another_keeps_the_words_of_the_text() -> None:
    claim = claim_of(corrected(row(TAKEN, "edit", places="south | East")), TAKEN)
    assert [(place.place, place.name, place.text) for place in claim.places] == [
        ("south", "south", "south"),
        ("east", "East", "north"),
    ]
    for place in claim.places:
        assert FIRST[place.start : place.end] == place.text


def test_a_place_that_is_named_twice_keeps_both_its_words() -> None:
    again = replace(TAKEN.places[0], start=43, end=48)
    claim = replace(TAKEN, places=(TAKEN.places[0], again))
    found = corrected(row(claim, "edit", claims=(claim,), extent="part"), claims=(claim,))
    assert [(place.start, place.extent) for place in found.claims[0].places] == [
        (TAKEN.places[0].start, "part"),
        (43, "part"),
    ]


def test_an_emptied_cell_of_a_written_table_empties_the_field() -> None:
    claim = claim_of(corrected(row(TAKEN, "edit", gained_by="", lost_by="blue")), TAKEN)
    assert (claim.gained_by, claim.lost_by) == (None, "blue")


def test_in_a_table_made_by_hand_an_empty_cell_is_no_change_and_none_empties_the_field() -> None:
    values = {"claim": TAKEN.id, "decision": "edit", "who": "A", "why": "b", "when": "1993", "lost_by": "blue"}
    claim = claim_of(corrected(Row(values={**values, "gained_by": ""})), TAKEN)
    assert (claim.gained_by, claim.when, claim.kind) == ("red", "1993", "capture")
    claim = claim_of(corrected(Row(values={**values, "gained_by": "none"})), TAKEN)
    assert claim.gained_by is None


def test_removing_the_row_undoes_the_decision() -> None:
    once = corrected(row(TAKEN, "edit", when="1990"), row(LOST, "reject"), added(**STATEMENT))
    undone = corrected(claims=once.claims, articles=once.articles)
    assert (undone.articles, undone.claims) == (ARTICLES, CLAIMS)


STATEMENT = {"kind": "hold", "places": "South", "actor": "red", "when": "1993-07"}


def test_an_added_claim_stands_where_its_quote_does() -> None:
    quote = {"quote": '"nobody"   knew', "kind": "hold", "places": "south", "actor": "Redville", "when": "1994"}
    found = corrected(added(**quote))
    claim = found.claims[-1]
    assert claim.evidence == ARTICLES[1].text[claim.start : claim.end] == "“nobody” knew"
    assert (claim.article, claim.actor, claim.stance, claim.extractor) == ("two.txt", "red", "asserted", "analyst")
    assert (claim.review.decision, claim.review.own, claim.review.read) == ("add", False, None)
    assert found.articles == ARTICLES
    assert claim.id == claim_id(ARTICLES[1].sha256, claim)


def test_a_quote_is_found_though_its_file_has_another_name_by_now() -> None:
    found = corrected(added(**{**STATEMENT, "quote": "They stayed.", "article": "old-name.txt"}))
    assert found.claims[-1].article == "one.txt"


def test_an_added_claim_without_a_quote_is_the_analysts_own_statement_and_no_report() -> None:
    found = corrected(added(**STATEMENT))
    claim, article = found.claims[-1], found.articles[-1]
    assert claim.is_own
    assert (article.source, article.title, article.published) == (
        "A. Analyst (analyst)",
        "An analyst's own statement",
        None,
    )
    assert article.text == claim.evidence == "It was told to me."
    held = [interval for interval in decided(found).intervals if claim.id in interval.claims]
    assert any(
        "Stated, not reported, by A. Analyst (analyst)" in interval.rule.replace("stated", "Stated")
        for interval in held
    )


def test_what_only_an_analyst_states_is_nowhere_called_reported() -> None:
    found = decided(corrected(added(kind="hold", places="east", actor="red", when="1993-07"), claims=()))
    stated = [interval for interval in found.intervals if interval.cell == "east.core.held" and interval.claims]
    assert [(one.status, one.support, one.last_reported) for one in stated] == [
        ("date_uncertain", None, None),
        ("held", None, None),
    ]
    for one in stated:
        assert one.rule == (
            "The Red side is said to be in control on 1993-07-01; no report tells how. "
            "Stated, not reported, by A. Analyst (analyst)."
        )


def test_an_analysts_statement_is_no_second_source() -> None:
    told = {"kind": "capture", "places": "south", "gained_by": "red", "when": "1993-05-05"}
    before = decided(corrected())
    after = decided(corrected(added(**told)))
    supports = [{i.support for i in found.intervals if i.controller == "red"} for found in (before, after)]
    assert supports[0] == supports[1] == {"single"}


def test_what_an_analyst_added_and_the_program_reads_by_now_is_one_claim() -> None:
    cells = {"kind": "loss", "places": "south", "lost_by": "red", "when": "1994-02", "quote": LOST.evidence}
    alone = corrected(added(**cells), claims=(TAKEN,))
    assert alone.claims[-1].id == LOST.id
    found = corrected(added(**cells))
    assert [claim.id for claim in found.claims] == [TAKEN.id, LOST.id]
    assert (found.claims[1].when, found.claims[1].review.decision) == ("1994-02", "accept")
    assert corrected(claims=found.claims, articles=found.articles).claims == CLAIMS


NEWER = replace(TAKEN, kind="handover", lost_by="blue", when="1993-05")
RENAMED = replace(NEWER, id=claim_id(ARTICLES[0].sha256, NEWER))


def test_a_decision_finds_its_claim_by_its_sentence_when_the_id_is_gone() -> None:
    found = corrected(row(TAKEN, "reject"), claims=(RENAMED, LOST))
    assert claim_of(found, RENAMED).is_rejected
    assert not faults(found)


def test_what_was_accepted_stands_though_it_is_read_otherwise_by_now() -> None:
    claim = claim_of(corrected(row(TAKEN, "accept"), claims=(RENAMED, LOST)), RENAMED)
    assert (claim.kind, claim.lost_by, claim.when) == ("capture", None, "1993-05-05")
    assert (claim.review.read.kind, claim.review.read.when) == ("handover", "1993-05")


def test_a_decision_that_may_be_about_two_claims_is_about_none() -> None:
    twin = replace(RENAMED, id="twin", gained_by="blue")
    found = corrected(row(TAKEN, "reject"), claims=(RENAMED, twin))
    assert not any(claim.review for claim in found.claims)
    assert faults(found) == [(2, "claim")]


def test_of_claims_alike_in_one_sentence_the_one_that_says_the_same_is_meant() -> None:
    twin = replace(TAKEN, id="twin", gained_by="blue")
    found = corrected(row(TAKEN, "reject"), claims=(replace(TAKEN, id="new"), twin))
    assert [claim.is_rejected for claim in found.claims] == [True, False]


def test_a_decision_on_a_claim_that_is_gone_is_reported_by_name_and_kept() -> None:
    decision = row(TAKEN, "reject")
    found = corrected(decision, claims=(LOST,))
    (outcome,) = found.outcomes
    assert outcome.state == "unmatched"
    assert str(outcome.faults[0]) == (
        f"column claim: '{TAKEN.id}' (“{TAKEN.evidence}”) matches no claim any more; "
        "the decision (reject, by A. Analyst) is kept, without effect."
    )
    rows = written((LOST,), rows=[decision])
    assert rows[-1]["decision"] == "reject"
    assert corrected(*rows).claims[0].is_rejected, "the claim is there again, and so is the decision"


def test_a_report_that_is_not_looked_at_is_not_missed() -> None:
    found = corrected(row(TAKEN, "reject"), claims=(LOST,), articles=ARTICLES[1:], elsewhere=ARTICLES[:1])
    assert [outcome.state for outcome in found.outcomes] == ["set_aside"]
    found = corrected(added(quote="They stayed.", **STATEMENT), articles=ARTICLES[1:], elsewhere=ARTICLES[:1])
    assert [outcome.state for outcome in found.outcomes] == ["set_aside"]


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        ({"decision": "acept"}, "decision", "'acept' is none. Write accept, reject, edit or add"),
        ({"who": ""}, "who", "Write who decides"),
        ({"why": ""}, "why", "Write why"),
        (
            {"decided_on": "22.11.2026"},
            "decided_on",
            "'22.11.2026' is a day as a spreadsheet writes it. Write 2026-11-22,",
        ),
        ({"decided_on": "2026-02-30"}, "decided_on", "no day of the calendar"),
        ({"when": "25.11.2020"}, "when", "Write 2020-11-25, with an apostrophe in front"),
        ({"when": "11/25/2020"}, "when", "Write 2020-11-25,"),
        ({"when": "03/04/2020"}, "when", "Write 2020-03-04 or 2020-04-03, with an apostrophe in front ('2020-03-04)"),
        ({"when": "25.11.20"}, "when", "Write it as 2020-11-25,"),
        ({"when": "2020-11-10/18.01.2021"}, "when", "'18.01.2021' is a day as a spreadsheet writes it"),
        ({"when": "Nov-20"}, "when", "Write 2020-11 or 2020-11-25, with an apostrophe in front ('2020-11)"),
        ({"when": "25-Nov-2020"}, "when", "is a date as a spreadsheet writes it"),
        ({"when": "soon"}, "when", "no EDTF date"),
        ({"when": "0000"}, "when", "no real day"),
        ({"when": "2021/2020"}, "when", "ends before it starts"),
        ({"kind": "conquest"}, "kind", "Write capture, handover"),
        ({"kind": ""}, "kind", "it is empty"),
        ({"stance": "claim"}, "stance", "Did you mean 'claimed'?"),
        ({"gained_by": "reds"}, "gained_by", "Did you mean 'red'?"),
        ({"places": "Suoth"}, "places", "Did you mean 'South'?"),
        ({"places": "south", "extent": "whole | part"}, "extent", "2 for 1 places"),
        ({"extent": "half"}, "extent", "'half' is no extent"),
        ({"kind": "hold"}, "actor", "a claim of the kind hold needs actor"),
    ],
)
def test_a_cell_that_cannot_be_understood_is_named_and_the_rest_goes_on(cells, column, says) -> None:
    found = corrected(
        row(TAKEN, **{"decision": "edit", "who": "A", "why": "b", **cells}), row(LOST, "reject", number=3)
    )
    assert faults(found) == [(2, column)]
    assert says in found.outcomes[0].faults[0].words
    assert claim_of(found, TAKEN) == TAKEN
    assert claim_of(found, LOST).is_rejected


def test_a_name_of_several_places_is_not_guessed() -> None:
    understanding = Understanding(open_region("karabakh"))
    with pytest.raises(Misunderstanding, match=r"several places\. Write one of: muganli-agdam \(village\), mughanli-"):
        understanding.places("Mughanli", "")
    cells = ("Lachin district", "town of Lachin", "lachin", "Kəlbəcər rayonu", "seven districts", "“some hills”")
    found = understanding.places(" | ".join(cells), "")
    assert [place.place for place in found] == [
        "lachin-district",
        "lachin",
        "lachin",
        "kalbajar-district",
        "seven-districts",
        None,
    ]


@pytest.mark.parametrize("name", ["Lachin", "Zangilan", "Agdam", "Hadrut", "Kəlbəcər"])
def test_a_name_means_what_a_question_by_it_is_answered_for(name: str) -> None:
    region = open_region("karabakh")
    (place,) = Understanding(region).places(name, "")
    assert place.place == find_place(name, region).id


def test_every_wrong_cell_of_a_row_is_named() -> None:
    found = corrected(row(TAKEN, "edit", when="1.1.1993", gained_by="nobody", places="nowhere"))
    assert faults(found) == [(2, "gained_by"), (2, "when"), (2, "places")]


def test_a_changed_cell_is_not_accepted_and_an_edit_changes_something() -> None:
    assert faults(corrected(row(TAKEN, "accept", when="1990"))) == [(2, "when")]
    assert faults(corrected(row(TAKEN, "edit"))) == [(2, "decision")]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"quote": "words that stand nowhere"}, "quote"),
        ({"quote": "Red", "article": ""}, "article"),
        ({"quote": "Red", "article": "three.txt"}, "article"),
        ({"when": ""}, "when"),
        ({"actor": ""}, "actor"),
        ({"kind": ""}, "kind"),
    ],
)
def test_an_added_row_that_lacks_something_is_named(cells, column) -> None:
    found = corrected(added(**{**STATEMENT, **cells}))
    assert faults(found) == [(9, column)]
    assert found.claims == CLAIMS


def test_rows_that_contradict_each_other_count_for_nothing_and_name_each_other() -> None:
    found = corrected(row(TAKEN, "accept"), row(TAKEN, "reject", number=7))
    assert faults(found) == [(2, "decision"), (7, "decision")]
    assert "contradicts row 7" in found.outcomes[0].faults[0].words
    assert claim_of(found, TAKEN) == TAKEN
    edits = corrected(row(TAKEN, "edit", when="1991"), row(TAKEN, "edit", when="1992", number=3))
    assert faults(edits) == [(2, "when"), (3, "when")]


def test_two_analysts_who_agree_are_one_decision() -> None:
    found = corrected(row(TAKEN, "reject", who="B"), row(TAKEN, "reject", who="A", number=3))
    assert not faults(found)
    assert claim_of(found, TAKEN).review.who == "A"


def test_a_review_survives_the_way_to_json_and_is_not_written_where_there_is_none() -> None:
    claim = claim_of(corrected(row(TAKEN, "edit", when="1990")), TAKEN)
    assert from_dict(Claim, to_dict(claim)) == claim
    assert "review" not in to_dict(TAKEN)


def test_a_claim_with_a_decision_is_as_the_schema_says() -> None:
    schema = json.loads((Path(geo.__file__).parent / "schemas" / "claim-1.json").read_text("utf-8"))
    found = corrected(row(TAKEN, "edit", when="1990"), row(LOST, "accept"), added(**STATEMENT))
    for claim in found.claims:
        assert claim.review
        jsonschema.validate(json.loads(dumps(to_dict(claim))), schema)


def test_words_of_a_report_stay_when_another_cell_is_edited() -> None:
    article = report("three.txt", "Strangers took some hills.")
    claim = reading(article, article.text, "capture", ("?some hills",), by="Strangers")
    table = written((claim,), (article,))
    assert (table[0]["places"], table[0]["gained_by"]) == ("“some hills”", "“Strangers”")
    decision = Row(values={**table[0].values, "decision": "edit", "who": "A", "why": "b", "when": "1990"})
    found = corrected(decision, claims=(claim,), articles=(article,))
    assert (found.claims[0].places, found.claims[0].gained_by, found.claims[0].when) == (
        claim.places,
        "Strangers",
        "1990",
    )


ROWS = st.lists(
    st.one_of(
        st.builds(
            lambda claim, decision, cells, who: (claim, decision, {**cells, "who": who}),
            st.sampled_from(CLAIMS),
            st.sampled_from(["", "accept", "reject", "edit", "edited", "nonsense"]),
            st.dictionaries(
                st.sampled_from(["when", "places", "gained_by", "kind", "stance"]),
                st.sampled_from(["1990", "south", "red", "hold", "denied", "25.11.2020", "", "“words”"]),
                max_size=2,
            ),
            st.sampled_from(["A", "B"]),
        ),
        st.builds(lambda when: (None, "add", {**STATEMENT, "when": when}), st.sampled_from(["1991", "1992", ""])),
    ),
    max_size=6,
)


def table_of(drawn):
    return [
        added(number, **cells) if claim is None else row(claim, decision, number=number, **cells)
        for number, (claim, decision, cells) in enumerate(drawn, start=2)
    ]


@given(ROWS)
@settings(max_examples=80)
def test_applying_twice_is_applying_once(drawn) -> None:
    rows = table_of(drawn)
    once = corrected(*rows)
    twice = corrected(*rows, claims=once.claims, articles=once.articles)
    assert (twice.articles, twice.claims) == (once.articles, once.claims)


@given(ROWS, st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_rows_does_not_matter(drawn, random) -> None:
    rows = table_of(drawn)
    before = corrected(*rows)
    random.shuffle(rows)
    after = corrected(*rows)
    assert (after.articles, after.claims) == (before.articles, before.claims)


@given(ROWS)
@settings(max_examples=80)
def test_a_table_written_anew_keeps_every_decision(drawn) -> None:
    rows = table_of(drawn)
    found = corrected(*rows)
    again = written(found.claims, found.articles, rows=rows)
    anew = corrected(*again)
    assert (anew.articles, anew.claims) == (found.articles, found.claims)
