"""A tiny region and short ways to make claims about it, for tests of the timeline."""

from __future__ import annotations

from pathlib import Path

from geo.locating import locate
from geo.records import Article, Claim, ClaimPlace, Name, Place
from geo.regions import Area, Baseline, Cell, Group, Limit, Outlet, Party, Region
from geo.timeline import decide

SOURCE = "made for a test"


def area(name, *cells, transfer=(), kind="district"):
    return Area(
        id=name,
        name=name.title(),
        names=(("en", name.title()),),
        kind=kind,
        cells=cells,
        transfer_cells=transfer,
        schematic=False,
        source=SOURCE,
    )


def place(name, *, area=None, parent=None, kind="district", lat=1.0, lon=1.0, names=()):
    return Place(
        id=name,
        name=name.title(),
        names=tuple(Name(lang="xx", text=text) for text in names),
        kind=kind,
        lat=lat,
        lon=lon,
        precision_km=1.0,
        parent=parent,
        area=area,
        source=SOURCE,
    )


def party(name, *, side=None, words=(), presence_only=False, title=None):
    return Party(
        id=name,
        name=title or name.title(),
        side=side or name,
        words=words,
        adjectives=(),
        presence_only=presence_only,
        source=SOURCE,
    )


def outlet(name, *, agency=None, side=None):
    return Outlet(id=name, name=name.title(), words=(name,), agency=agency or name, side=side, source=SOURCE)


def make_region(**changes):
    """Two sides, red and blue; red can have held the cells of ``line``. North has a part outside it, and a town."""
    values = {
        "id": "tiny",
        "name": "Tiny",
        "folder": Path("tiny"),
        "start": "1990-01-01",
        "baseline": Baseline(side="blue", start="1990-01-01", source="the region's file"),
        "cells": (
            Cell(id="north.core.held", district="north", layers=("core", "line"), km2=10.0),
            Cell(id="north.held", district="north", layers=("line",), km2=30.0),
            Cell(id="north", district="north", layers=(), km2=60.0),
            Cell(id="south.held", district="south", layers=("line",), km2=50.0),
            Cell(id="east.core.held", district="east", layers=("core", "line"), km2=40.0),
        ),
        "areas": (
            area("north", "north.core.held", "north.held", "north", transfer=("north.held",)),
            area("south", "south.held"),
            area("east", "east.core.held"),
            area("core", "north.core.held", "east.core.held", kind="region"),
            area("line", "north.core.held", "north.held", "south.held", "east.core.held", kind="region"),
        ),
        "groups": (Group(id="both", name="Both", words=("two districts",), areas=("north", "south"), source=SOURCE),),
        "places": (
            place("north", area="north"),
            place("south", area="south", names=("Süd",)),
            place("east", area="east"),
            place("core", area="core", kind="region"),
            place("southton", parent="south", kind="town"),
            place("front", kind="line", lat=None, lon=None),
            place("faraway", kind="town"),
        ),
        "parties": (
            party("red", title="Red side", words=("Redville",)),
            party("red-locals", side="red", title="Red locals"),
            party("blue", words=("Blueton",)),
            party("green"),
            party("green-peacekeepers", side="green", presence_only=True, words=("peacekeepers",)),
        ),
        "outlets": (
            outlet("wire"),
            outlet("echo", agency="wire"),
            outlet("post"),
            outlet("redpress", side="red"),
            outlet("bluepress", side="blue"),
        ),
        "limits": (Limit(side="red", area="line", source=SOURCE),),
        "anaphors": (),
    }
    return Region(**{**values, **changes})


REGION = make_region()


def told(
    kind, places=("south",), *, by=None, frm=None, when=None, who=None, source="wire", published="2022-01-01", **more
):
    """A claim and its article; ``who`` claims it. A place that begins with ``?`` is only counted."""
    words = more.pop("words", f"{kind} {places} {by} {frm} {when} {who} {source}")
    stance = more.pop("stance", "claimed" if who else "asserted")
    holder = kind in ("hold", "deployment")
    spots = tuple(_spot(text) for text in ((places,) if isinstance(places, str) else places))
    number = more.pop("number", "")
    claim_id = (
        f"{kind}|{'+'.join(s.text for s in spots)}|{by}|{frm}|{when}|{who}|{source}|{published}|{stance}|{number}"
    )
    claim = Claim(
        id=claim_id,
        article=f"article of {claim_id}",
        start=0,
        end=len(words),
        evidence=words,
        kind=kind,
        places=spots,
        gained_by=None if holder else by,
        lost_by=None if holder else frm,
        actor=by if holder else None,
        when=when,
        when_basis="explicit" if when else None,
        stance=stance,
        claimant=who,
        confidence=1.0,
        extractor="test",
    )
    article = Article(
        id=claim.article,
        source=source,
        title=None,
        url=None,
        published=published,
        published_basis="metadata" if published else "unknown",
        language="en",
        text=words,
        sha256="0",
    )
    return claim, article


def _spot(text):
    name = text.removeprefix("part of ")
    counted = text.startswith("?")
    return ClaimPlace(
        text=text,
        start=0,
        end=len(text),
        name=None if counted else name,
        place=None if counted else name,
        extent="part" if text.startswith("part of ") else "whole",
    )


def located(*tellings, region=REGION):
    claims, articles = zip(*tellings, strict=True) if tellings else ((), ())
    return locate(claims, articles, region)[0]


def listed(*tellings, region=REGION):
    claims, articles = zip(*tellings, strict=True)
    return locate(claims, articles, region)[1]


def history(*tellings, cell="south.held", region=REGION):
    """The intervals of one cell."""
    return [interval for interval in decide(located(*tellings, region=region), region) if interval.cell == cell]


def on(day, *tellings, cell="south.held", region=REGION):
    """The interval of one cell on a day."""
    found = [
        i for i in history(*tellings, cell=cell, region=region) if i.start <= day and (i.end is None or day < i.end)
    ]
    assert len(found) == 1, found
    return found[0]


def state(day, *tellings, cell="south.held", region=REGION):
    """Controller, status and basis of one cell on a day."""
    found = on(day, *tellings, cell=cell, region=region)
    return found.controller, found.status, found.basis
