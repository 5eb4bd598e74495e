"""docs/rules.md tells every rule in the words that the timeline gives it."""

import inspect
from dataclasses import replace

import pytest
from timeline_cases import REGION, make_region, on, told

from geo.records import Review
from geo.timeline import sentences

MARK = "| rule |"
TAKEN = told("capture", by="red", frm="blue", when="1993-05-01")
CLAIM = told("capture", by="blue", frm="red", when="2020-10-04", who="Blueton", published="2020-10-04")
DENIAL = told(
    "capture", by="blue", frm="red", when="2020-10-04", who="Redville", published="2020-10-04", stance="denied"
)
HANDED = told("handover", by="blue", frm="red", when="2020-11-25", published="2020-11-26")
DUE = told("handover", by="blue", frm="red", when="2020-11-10/2020-11-15", published="2020-11-10", stance="planned")
MOVED = told("handover", by="blue", frm="red", when="2020-11-25", published="2020-11-15", stance="planned")
UNPLACED = told("capture", ("?several cities",), by="blue", when="2020-09-27/2020-11-10")
STILL = told("hold", by="red", when="2020-10-06", source="post", published="2020-10-06")
FIRM = told("capture", by="blue", frm="red", when="2020-10-04", published="2020-10-04")

OWN = told("handover", by="blue", frm="red", when="2020-11-25", source="A. Name (analyst)", published=None)
STATED = (
    replace(OWN[0], review=Review(decision="add", who="A. Name", why="w", decided_on=None, own=True, read=None)),
    OWN[1],
)

SEATED = make_region(areas=tuple(replace(a, seat="southton") if a.id == "south" else a for a in REGION.areas))
CASES = (
    ("baseline", "no report names the cell", "2000-01-01", ()),
    ("baseline", "reports tell of another time only", "1990-01-01", (told("hold", by="red", when="2000-01-01"),)),
    ("baseline", "a later report tells of a past without a begin", "1990-06-01",
     (told("hold", by="blue", when="../1991"), told("capture", by="red", when="1991"))),
    ("baseline", "what reports tell of it settles nothing", "2000-01-01",
     (told("capture", by="red", frm="blue", when="1993", who="Blueton", stance="denied"),)),
    ("change_reported", "a capture", "1994-01-01", (TAKEN,)),
    ("change_reported", "a handover", "2021-01-01", (TAKEN, HANDED)),
    ("change_reported", "the day is not reported", "1993-07-01", (told("capture", by="red", when="1993"),)),
    ("change_reported", "who holds it now, and not how", "2000-01-01",
     (TAKEN, told("hold", by="blue", when="2005-03-02"))),
    ("change_reported", "a loss presupposes that the loser had come to hold it", "2000-01-01",
     (told("handover", by="red", frm="green", when="2020-11-30"),)),
    ("dates_differ", "dates that share no day", "1993-06-01",
     (told("capture", by="red", when="1991"), told("loss", frm="blue", when="1992/1994", source="post"))),
    ("planned", "what was planned, and came on another day", "2021-01-01", (TAKEN, DUE, MOVED, HANDED)),
    ("taker_not_said", "a loss to nobody named, of more than two sides", "1994-01-01",
     (told("hold", by="green", when="1992-05-01"), told("loss", frm="green", when="1993-05-01"))),
    ("only_other_side", "a loss to nobody named, of two sides", "1994-01-01",
     (told("loss", frm="blue", when="1993-05-01"),)),
    ("later_have_it", "the taker is known from later reports", "1994-01-01",
     (told("loss", frm="blue", when="1993-05-01"), told("hold", by="red", when="1995-12-01"))),
    ("supported_by", "only the gainer's side", "1994-01-01",
     (told("capture", by="red", when="1993-05-01", who="Redville"),)),
    ("supported_by", "the loser's side admits it", "1994-01-01",
     (told("capture", by="red", frm="blue", when="1993-05-01", who="Blueton"),)),
    ("supported_by", "unrelated sources", "1994-01-01",
     (TAKEN, told("capture", by="red", when="1993-05-01", source="post", words="the south fell"))),
    ("supported_by", "one agency, two outlets", "1994-01-01",
     (TAKEN, told("capture", by="red", when="1993-05-01", source="echo", words="the south fell"))),
    ("supported_by", "a side accuses the other", "1994-01-01",
     (told("capture", by="red", when="1993-05-01", source="bluepress"),)),
    ("supported_by", "an analyst's own statement", "2021-01-01", (TAKEN, STATED)),
    ("presupposed", "a later loss", "1990-06-01", (TAKEN,)),
    ("held_as_reported", "a report of the state", "2001-01-01",
     (told("hold", by="blue", when="2000-01-01", source="post"),)),
    ("found_still_held", "a report of the state after a doubt", "2020-10-01",
     (TAKEN, UNPLACED, told("hold", by="red", when="2020-10-20"))),
    ("last_known", "held, and then in doubt", "2021-01-01", (TAKEN, UNPLACED)),
    ("in_doubt", "gains that are not placed", "2021-01-01", (TAKEN, UNPLACED)),
    ("overdue", "a handover whose day has passed", "2021-01-01", (TAKEN, DUE)),
    ("contested", "both sides say that they hold it", "2021-01-01",
     (told("hold", by="blue", when="2005-03-02", who="Blueton"),
      told("hold", by="red", when="2005-03-03", who="Redville"))),
    ("denied", "a claim and its denial", "2021-01-01", (TAKEN, CLAIM, DENIAL)),
    ("contradicted", "two firm reports that cannot both be right", "2021-01-01", (TAKEN, FIRM, STILL)),
    ("outweighed", "what weighs less", "2021-01-01",
     (TAKEN, told("hold", by="blue", when="2005-03-02", who="Blueton"))),
    ("by_seat", "the town after which a district is named", "2021-01-01",
     (TAKEN, told("capture", ("southton",), by="blue", when="2020-10-04", words="blue took the town of Southton"))),
    ("divided", "another town, or a part, taken inside", "2021-01-01",
     (TAKEN, told("capture", ("part of south",), by="blue", when="2020-10-04"))),
)  # fmt: skip
NO_RULES = {"sentence", "spoken", "within", "outside_time"}
"""Ways to put a sentence together, and what is said of days of which there is no interval."""


@pytest.mark.parametrize(("rule", "day", "tellings"), [(r, d, t) for r, _, d, t in CASES])
def test_the_sentence_of_each_case_is_a_whole_one(rule, day, tellings):  # noqa: ARG001
    found = on(day, *tellings, region=SEATED).rule
    assert found[0].isupper()
    assert found.endswith(".")


def test_every_rule_has_a_case():
    rules = {
        name
        for name, found in inspect.getmembers(sentences, inspect.isfunction)
        if found.__module__ == sentences.__name__ and not name.startswith("_")
    }
    assert rules - NO_RULES == {rule for rule, *_ in CASES}


def test_the_document_has_the_sentences_that_readers_see(root, golden):
    path = root / "docs" / "rules.md"
    before = path.read_text("utf-8").partition(MARK)[0]
    rows = [
        f"| `{rule}` | {when} | {on(day, *tellings, region=SEATED).rule} |".replace("“?", "“")
        for rule, when, day, tellings in CASES
    ]
    golden(path, "\n".join([f"{before}{MARK} when | what the reader sees |", "|---|---|---|", *rows, ""]))
