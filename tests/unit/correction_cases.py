"""Two reports about the tiny region, and short ways to decide on their claims."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from timeline_cases import REGION, told

from geo.corrections.applying import correct
from geo.corrections.choosing import Choice
from geo.corrections.reviewing import review_table
from geo.corrections.table import Row
from geo.extract.claims import claim_id

FIRST = "Blue said it. Red took south and north on 5 May 1993. They stayed."
SECOND = "The wire has it that Red lost south in 1994; “nobody” knew."


def report(ident, text):
    _, article = told("clash")
    return replace(article, id=ident, text=text, sha256=hashlib.sha256(text.encode()).hexdigest())


def reading(article, quote, kind, places, **fields):
    """A claim of a report, with the id that the reader would give it."""
    claim, _ = told(kind, places, **fields)
    start = article.text.index(quote)
    spots = []
    for spot in claim.places:
        word = spot.name or spot.text.removeprefix("?")
        at = article.text.index(word)
        spots.append(replace(spot, text=word, start=at, end=at + len(word)))
    claim = replace(
        claim,
        article=article.id,
        start=start,
        end=start + len(quote),
        evidence=quote,
        places=tuple(spots),
        confidence=0.6,
    )
    return replace(claim, id=claim_id(article.sha256, claim))


ARTICLES = (report("one.txt", FIRST), report("two.txt", SECOND))
TAKEN = reading(
    ARTICLES[0], "Red took south and north on 5 May 1993.", "capture", ("south", "north"), by="red", when="1993-05-05"
)
LOST = replace(reading(ARTICLES[1], SECOND, "loss", ("south",), frm="red", when="1994"), confidence=0.4)
CLAIMS = (TAKEN, LOST)


def written(claims=CLAIMS, articles=ARTICLES, rows=None, decides=(), **choice):
    """The rows of a table of claims."""
    return review_table(
        articles, claims, rows, region=REGION, decides=dict.fromkeys(decides, 10.0), choice=Choice(**choice)
    ).rows


def row(claim=TAKEN, decision="", *, number=2, claims=CLAIMS, **cells):
    """The row of a claim as a table has it, with some cells filled in."""
    (found,) = (one for one in written(claims) if one["claim"] == claim.id)
    who = {"who": "A. Analyst", "why": "seen"} if decision else {}
    return Row(values={**found.values, "decision": decision, **who, **cells}, file="t.csv", number=number)


def added(number=9, **cells):
    values = {"decision": "add", "who": "A. Analyst", "why": "It was told to me."}
    return Row(values={**values, **cells}, file="t.csv", number=number)


def corrected(*rows, claims=CLAIMS, articles=ARTICLES, **more):
    return correct(articles, claims, rows, region=REGION, **more)


def claim_of(found, claim):
    return next(one for one in found.claims if one.id == claim.id)


def faults(found):
    return [(outcome.row.number, fault.column) for outcome in found.outcomes for fault in outcome.faults]
