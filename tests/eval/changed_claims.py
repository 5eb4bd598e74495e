"""Gold's own claims, dropped, repeated and changed at random: what a reader might find, and what gold might say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

GOLD = Path(__file__).parent / "gold"
PARTIES = (
    *(None, "", "...", "Azerbaijan", "azerbaijan", "armenia", "Armenian forces", "karabakh-armenians", "Baku", "AZ"),
    *("the army", "government forces", "rebels", "the separatists", "peacekeepers", "russian-peacekeepers", "Moscow"),
    *(
        "Hayat Tahrir al-Sham",
        "RSF",
        "Ukraine",
        "the SDF",
        "Kosovo Liberation Army",
        "a local militia",
        "Nigerien army",
    ),
    *("Red Valley Front", "Valley Front fighters", "Free People's Movement", "U.S. troops", "South Lebanon Army"),
    *("Northern Alliance", "Northern League", "Red Hill men", "Red Dune men"),
)
PLACES = (
    *(None, "", "!?", "Agdam", "Ağdam District", "the city of Shushi", "Shusha", "Kalbajar", "Kəlbəcər", "Karvachar"),
    *("Lachin corridor", "Lachin", "the region", "the enclave", "Karabakh", "seven districts", "Goma", "the district"),
    *("Xankəndi", "line of contact", "Deir al-Zor", "several cities", "Dağlıq  Qarabağ"),
)
DATES = (
    *(None, "", "2020", "2020-11", "2020-11-10", "2020-11~", "2020-11-10?", "2020-11-10/2021-01-18", "../2020-11-20"),
    *("1993/..", "../..", "199X", "2020-09-2X", "2020-XX", "2020-02-3X", "2020-02-31", "soon", "2020-11-10T12:30"),
    *("2021/2020", "2020-11/", "/2020-11", "1994"),
)
KINDS = (
    *("capture", "handover", "withdrawal", "loss", "hold", "deployment", "occupation", "ceasefire", "agreement"),
    *("clash", "declaration", "parade"),
)
STANCES = (None, "asserted", "claimed", "planned", "denied", "hypothetical")
EXTENTS = (None, "whole", "part", "unspecified")
CHOICES = {
    "gained_by": PARTIES,
    "lost_by": PARTIES,
    "actor": PARTIES,
    "when": DATES,
    "kind": KINDS,
    "stance": STANCES,
}


def gold_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def changed_gold(rows: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    """The same articles, of which gold says something else."""
    return [{**row, "claims": _changed_claims(row["claims"], random)} for row in rows]


def found_claims(rows: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    """Claims in the form of ``claims.jsonl``, more or less those of these gold articles."""
    claims = [
        {"article": row["id"], **claim}
        for row in rows
        for claim in _changed_claims([*row["claims"], *row.get("optional", [])], random)
    ]
    random.shuffle(claims)
    return claims


def _changed_claims(claims: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    kept = [_changed(claim, random) for claim in claims for _ in range(random.choice((0, 1, 1, 1, 1, 1, 2, 3)))]
    return [*kept, *(_made_up(random) for _ in range(random.choice((0, 0, 0, 1))))]


def _changed(claim: dict[str, Any], random: Random) -> dict[str, Any]:
    places = list(_changed_places(claim["places"], random))
    fields = {name: random.choice(values) for name, values in CHOICES.items() if random.random() < 0.1}
    return {**claim, **fields, "places": places}


def _changed_places(places: list[dict[str, Any]], random: Random) -> Iterator[dict[str, Any] | str]:
    for place in places:
        chance = random.random()
        if chance < 0.7:
            yield place
        elif chance < 0.8:
            yield {**place, "extent": random.choice(EXTENTS)}
        elif chance < 0.85:
            yield {**place, "name": random.choice(PLACES)}
        elif chance < 0.9:
            yield place["text"]
        elif chance < 0.95:
            yield _place(random)


def _made_up(random: Random) -> dict[str, Any]:
    places = [_place(random) for _ in range(random.randrange(3))]
    return {"places": places, **{name: random.choice(values) for name, values in CHOICES.items()}}


def _place(random: Random) -> dict[str, Any]:
    return {"text": random.choice(PLACES), "name": random.choice(PLACES), "extent": random.choice(EXTENTS)}
