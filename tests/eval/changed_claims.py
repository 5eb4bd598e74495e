"""Gold's own claims, dropped, repeated and changed at random: what a reader might find, right and wrong."""

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
    **dict.fromkeys(("gained_by", "lost_by", "actor"), PARTIES),
    **{"when": DATES, "kind": KINDS, "stance": STANCES},
}


def gold_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def changed(rows: list[dict[str, Any]], random: Random) -> list[dict[str, Any]]:
    """Claims in the form of ``claims.jsonl``, of these gold articles."""
    claims = []
    for row in rows:
        for claim in [*row["claims"], *row.get("optional", [])]:
            again = 0 if random.random() < 0.15 else 2 if random.random() < 0.1 else 1
            claims += [{"article": row["id"], **_changed(claim, random)} for _ in range(again)]
        if random.random() < 0.2:
            claims.append({"article": row["id"], **_made_up(random)})
    random.shuffle(claims)
    return claims


def _changed(claim: dict[str, Any], random: Random) -> dict[str, Any]:
    fields = {
        name: random.choice(CHOICES[name]) if name in CHOICES and random.random() < 0.1 else value
        for name, value in claim.items()
        if name != "places"
    }
    return {**fields, "places": list(_changed_places(claim["places"], random))}


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
