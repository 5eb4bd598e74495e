"""What the page tells of each claim beside its quote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webmap_cases import make_article, make_claim, make_region

from geo.locating import UNDATED
from geo.records import AsRead, LocatedClaim, Mark, Review, UnplacedClaim
from geo.regions.outlets import Outlet
from geo.timeline import speakers
from geo.webmap.evidence import ROLES, Outlets, marks_for, why_listed

REJECTED = Review(decision="reject", who="A", why=None, decided_on=None, own=False, read=None)
QUOTE = "North forces 🚩 took Oneton from the south."


def outlet(ident, *, agency=None, side=None):
    return Outlet(id=ident, name=ident.title(), words=(ident.title(),), agency=agency or ident, side=side, source="s")


def marked(*marks, start=100, **changes):
    found = tuple(Mark(start=start + QUOTE.index(words), end=start + QUOTE.index(words) + len(words), role=role)
                  for words, role in marks)  # fmt: skip
    return replace(make_claim(evidence=QUOTE), start=start, end=start + len(QUOTE), places=(), marks=found, **changes)


def shown(claim):
    """What a browser marks: it counts in UTF-16 units."""
    units = QUOTE.encode("utf-16-le")
    flat = marks_for(claim)
    return [
        (units[2 * start : 2 * (start + length)].decode("utf-16-le"), ROLES[role])
        for start, length, role in zip(flat[::3], flat[1::3], flat[2::3], strict=True)
    ]


def test_marks_are_the_words_of_the_quote_as_a_browser_counts_them():
    claim = marked(("North", "gained"), ("took", "decides"), ("Oneton", "place"), ("south", "lost"))
    expected = [("North", "gained"), ("took", "decides"), ("Oneton", "place"), ("south", "lost")]
    assert shown(claim) == expected


def test_words_outside_the_quote_are_not_marked():
    claim = marked(("North", "gained"))
    away = replace(
        claim, marks=(*claim.marks, Mark(start=3, end=9, role="date"), Mark(start=900, end=905, role="date"))
    )
    assert shown(away) == [("North", "gained")]


def test_what_an_analyst_changed_is_not_marked_as_if_it_had_been_read():
    claim = marked(("North", "gained"), ("took", "decides"), ("south", "lost"))
    read = AsRead(**{name: getattr(claim, name) for name in AsRead.__slots__})
    review = Review(decision="edit", who="A", why=None, decided_on=None, own=False, read=read)
    edited = replace(claim, gained_by="guards", review=review)
    assert shown(edited) == [("took", "decides"), ("south", "lost")]
    assert shown(replace(claim, review=replace(review, decision="reject"))) == shown(claim)


def test_reports_of_one_agency_or_with_one_text_are_one_source():
    region = make_region(outlets=(outlet("alpha", agency="wire"), outlet("beta", agency="wire"), outlet("gamma")))
    articles = [make_article(name, source=name.title()) for name in ("alpha", "beta", "gamma")]
    outlets = Outlets(articles, region)
    alpha, beta, gamma = (replace(make_claim(), article=article.id) for article in articles)
    beta = replace(beta, evidence="Another sentence with other words.")
    own = replace(alpha, review=Review(decision="add", who="A", why=None, decided_on=None, own=True, read=None))
    sources = outlets.counter([alpha, beta, gamma, replace(gamma, evidence="Quite another one."), own])
    assert sources([0, 1]) == 1
    assert sources([0, 2]) == 1, "they share a sentence"
    assert sources([0, 3]) == 2
    assert sources([0, 4]) == sources([0]) == 1, "an analyst's own statement is no source"
    assert sources([4]) == sources([]) == 0


def test_an_outlet_stands_once_with_its_side_and_whether_it_is_on_record():
    region = make_region(outlets=(outlet("alpha", side="north"), outlet("gamma")))
    articles = [
        make_article(f"a{i}", source=source)
        for i, source in enumerate(("Alpha", "ALPHA news", "Gamma", "Nobody", None))
    ]
    outlets = Outlets(articles, region)
    assert outlets.rows == [
        {"name": "Alpha", "side": "north", "listed": True},
        {"name": "Gamma", "side": None, "listed": True},
        {"name": "Nobody", "side": None, "listed": False},
        {"name": "", "side": None, "listed": False},
    ]
    assert list(outlets.of_article.values()) == [0, 0, 1, 2, 3]


@pytest.mark.parametrize(
    ("source", "stance", "claimant", "speaker"),
    [
        ("Gamma", "asserted", None, None),
        ("Gamma", "claimed", "north", "north"),
        ("Gamma", "claimed", "residents", None),
        ("Alpha", "asserted", None, "north"),
        ("Alpha", "claimed", "residents", "north"),  # what serves the outlet's side is that side's word
    ],
)
def test_whose_word_a_claim_is_follows_the_rule_that_decides_control(source, stance, claimant, speaker):
    region = make_region(outlets=(outlet("alpha", side="north"), outlet("gamma")))
    claim = make_claim(kind="capture", gained_by="north", lost_by="south", stance=stance, claimant=claimant)
    item = LocatedClaim(claim=claim, places=(), source=source, published="2011-06-01")
    assert speakers([item], region) == ({claim.id: speaker} if speaker else {})


@pytest.mark.parametrize(
    ("claim", "text", "reason", "why"),
    [
        ({}, "some villages", "counted or described, and not named", "place"),
        ({"places": ()}, None, "no place is named", "place"),
        ({}, None, f"{UNDATED}: neither the claim nor its report has a date", "date"),
        ({"gained_by": "rebels"}, "rebels", "the region does not know the party 'rebels'", "party"),
        ({"kind": "hold", "gained_by": None, "lost_by": None}, None, "no party is named", "party"),
        ({"review": REJECTED}, None, "an analyst's decision", "rejected"),
    ],
)  # fmt: skip
def test_what_is_not_drawn_is_told_by_what_keeps_it_from_the_map(claim, text, reason, why):
    item = UnplacedClaim(claim=make_claim(**claim), text=text, reason=reason, source=None, published=None)
    assert why_listed(item, make_region()) == why
