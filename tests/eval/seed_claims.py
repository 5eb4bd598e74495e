"""The gold claims of the five seeds as records, so that control can be tested without the extractor."""

from __future__ import annotations

import json
from pathlib import Path

from geo.names import fold
from geo.records import Article, Claim, ClaimPlace

GOLD = Path(__file__).parent / "gold"
SOURCES = {
    "000": "UrduPoint News / Sputnik",
    "001": "Sputnik",
    "002": "Anadolu Agency",
    "003": "TASS",
    "004": "TASS",
}
KINDS = {"occupation": "capture"}
"""A kind that only gold uses: a past taking that still stood."""


def seed_records(region, *, optional=False):
    """Articles and claims of the seeds, names brought to the region's ids."""
    articles, claims = [], []
    for line in (GOLD / "seeds.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        articles.append(_article(gold))
        for number, entry in enumerate(gold["claims"] + (gold["optional"] if optional and "optional" in gold else [])):
            claims += _claims(gold, entry, number, region)
    return articles, claims


def _article(gold):
    return Article(
        id=gold["id"],
        source=SOURCES[gold["id"][:3]],
        title=None,
        url=None,
        published=gold["published"],
        published_basis=gold["published_basis"],
        language="en",
        text=gold["text"],
        sha256="0",
    )


def _claims(gold, entry, number, region):
    kind = KINDS.get(entry["kind"], entry["kind"])
    taking = entry["kind"] in KINDS
    start = gold["text"].index(entry["evidence"])
    for actor in (entry["actor"] or "").split("; "):
        party = _party(actor, region)
        yield Claim(
            id=f"{gold['id'][:3]}-{number}{actor[:2]}",
            article=gold["id"],
            start=start,
            end=start + len(entry["evidence"]),
            evidence=entry["evidence"],
            kind=kind,
            places=tuple(_place(place, region) for place in entry["places"]),
            gained_by=party if taking else _party(entry["gained_by"], region),
            lost_by=_party(entry["lost_by"], region),
            actor=None if taking else party,
            when=entry["when"],
            when_basis=None,
            stance=entry["stance"],
            claimant=_party(entry["claimant"], region),
            confidence=1.0,
            extractor="gold",
        )


def _place(entry, region):
    name = entry["text"]
    key = fold(name)
    named = [p for p in region.places if key in {fold(p.name), fold(p.id), *(fold(n.text) for n in p.names)}]
    districts = [p.id for p in region.places if p.id == f"{key.removesuffix(' district')}-district"]
    groups = [g.id for g in region.groups if key in {fold(word) for word in g.words}]
    anaphors = [place for words, place in region.anaphors if fold(words) == key]
    found = [*groups, *districts, *(p.id for p in named), *anaphors]
    return ClaimPlace(
        text=name,
        start=0,
        end=len(name),
        name=name if found else None,
        place=found[0] if found else None,
        extent=entry["extent"],
    )


def _party(words, region):
    if not words:
        return None
    key = f" {fold(words)} "
    found = [
        (len(fold(word)), party.id)
        for party in region.parties
        for word in (party.name, *party.words, *party.adjectives)
        if f" {fold(word)} " in key
    ]
    return max(found)[1] if found else words
