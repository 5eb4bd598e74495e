"""Sentences made of every way to tell of control in every construction of English, each with the claim it must give.

``python tests/eval/matrix.py`` reads them all and prints, for each way and each construction, the share that is read
right; ``--faults WAY-OR-CONSTRUCTION`` lists the sentences that are not. The words stand in ``matrix.toml``.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from geo.evaluate.gold import GoldArticle, NamedPlace, Statement
from geo.evaluate.matching import match
from geo.evaluate.reading import read_statements
from geo.records import Article
from geo.regions import Region, open_region

PUBLISHED = "2020-11-25"
KINDS = {"gains": "capture", "loses": "loss", "holds": "hold", "deploys": "deployment"}
SLOTS = {"gains": "gained_by", "loses": "lost_by", "holds": "actor", "deploys": "actor"}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One sentence: a way to say it in a construction, and the claims that it must give, or may."""

    way: str
    construction: str
    text: str
    wanted: tuple[Statement, ...]
    allowed: tuple[Statement, ...] = ()

    @property
    def id(self) -> str:
        """The cell's own name."""
        return f"{self.way} / {self.construction}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fillers:
    """Who and where, chosen for a cell by its name, so that every run makes the same sentences."""

    a: Row
    b: Row
    x: Row
    civil: str

    def put(self, text: str) -> str:
        """A pattern with A, B and X filled in; beside a hyphen or a noun a party goes without its article."""
        for letter, row in (("A", self.a), ("B", self.b)):
            bare = _bare(row["text"])
            text = re.sub(rf"\b{letter}(?=-\w)", bare.removesuffix(" forces").removesuffix(" troops"), text)
            text = re.sub(rf"\b{letter}(?= territory)", bare.removesuffix(" forces").removesuffix(" troops"), text)
            text = re.sub(rf"\b{letter}'s\b", row["text"] + ("'" if row["text"].endswith("s") else "'s"), text)
            text = re.sub(rf"\b{letter}\b", row["text"], text)
        return re.sub(r"\bX\b", self.x["text"], text)


def data() -> Row:
    """The words of the matrix."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def cells(turn: int = 0) -> list[Cell]:
    """All sentences; another ``turn`` gives them other parties and places."""
    words = data()
    found: list[Cell] = []
    for way in words["way"]:
        for verb in way["verbs"]:
            found += [
                _verbal(words, way, verb.split("/"), construction, turn)
                for construction in words["construction"]
                if _suits(way, construction)
            ]
    for kind, rows, texts, slot in (("nominal", "noun", "phrases", "N"), ("stating", "state", "clauses", "C")):
        for row in words[rows]:
            for text in row[texts]:
                found += [_whole(words, row["says"], text, one, slot=slot, turn=turn) for one in words[kind]]
    return found


def sample(each: int = 5) -> list[Cell]:
    """A few sentences of every construction, always the same."""
    chosen: dict[str, list[Cell]] = {}
    for cell in sorted(cells(), key=lambda cell: crc32(cell.id.encode())):
        chosen.setdefault(cell.construction, []).append(cell)
    return [cell for row in chosen.values() for cell in row[:each]]


def faults(found: list[Cell], region: Region) -> dict[str, list[str]]:
    """What was read wrong, by the cell's name; cells that were read right are not there."""
    wrong: dict[str, list[str]] = {}
    articles = [_article(cell) for cell in found]
    told: dict[str, list[Statement]] = {}
    for statement in read_statements(articles, region=region):
        told.setdefault(statement.article, []).append(statement)
    for cell in found:
        gold = GoldArticle(id=cell.id, claims=cell.wanted, optional=cell.allowed)
        matched = match(gold, told.get(cell.id, []))
        lines = [f"missed {fact.directions[0]} {fact.side} {fact.stance}" for fact in matched.missed]
        lines += [
            f"spurious {fact.directions[0]} {fact.side} {fact.stance} {fact.place.text}" for fact in matched.spurious
        ]
        lines += [
            f"stance {pair.found.stance}, not {pair.wanted.stance}"
            for pair in matched.pairs
            if pair.found.stance != pair.wanted.stance
        ]
        if lines:
            wrong[cell.id] = lines
    return wrong


# sentences


def _suits(way: Row, construction: Row) -> bool:
    place_first = way["subject"] == "X"
    if construction.get("of", "any") == "party" and place_first:
        return False
    needs = construction.get("needs")
    if needs == "bare":
        return way.get("object") == "X"
    return needs != "object" or ("object" in way and not way.get("tail", "").count("{own}"))


def _fillers(words: Row, name: str, turn: int) -> Fillers:
    seed = crc32(name.encode()) + turn
    parties, places, civil = words["party"], words["place"], words["people"]["civil"]
    first = seed % len(parties)
    second = (first + 1 + seed // 7 % (len(parties) - 1)) % len(parties)
    return Fillers(
        a=parties[first], b=parties[second], x=places[seed // 3 % len(places)], civil=civil[seed % len(civil)]
    )


def _verbal(words: Row, way: Row, verb: list[str], construction: Row, turn: int) -> Cell:
    frame = " ".join(filter(None, (way["subject"], verb[0], way.get("object"), way.get("tail"))))
    name = f"{way['says']}: {frame}"
    fill = _fillers(words, f"{name} {construction['id']}", turn)
    subject, plural, own = _subject(way["subject"], fill)
    base, past, participle, gerund = _forms(verb)
    target = fill.put(way.get("object", "").replace("{own}", own))
    many = (
        fill.x.get("plural")
        if way.get("object") == "X"
        else way.get("object", "") in ("troops", "soldiers", "checkpoints")
    )
    many = fill.b.get("plural") if way.get("object") == "B" else many
    tail = fill.put(way.get("tail", "").replace("{own}", own))
    text = construction["text"].format(
        S=subject, O=target, T=f" {tail}" if tail else "", base=base, past=past, pp=participle, ing=gerund,
        pres=base if plural else _third(base), has="have" if plural else "has", was="were" if plural else "was",
        **{"is": "are" if plural else "is"}, owas="were" if many else "was", ohas="have" if many else "has",
    )  # fmt: skip
    return _cell(name, construction, text, way["says"], fill)


def _whole(words: Row, says: str, pattern: str, construction: Row, *, slot: str, turn: int) -> Cell:
    name = f"{says}: {pattern}"
    fill = _fillers(words, f"{name} {construction['id']}", turn)
    x, a, b = (bool(row.get("plural")) for row in (fill.x, fill.a, fill.b))
    body = fill.put(pattern).format(
        be="are" if x else "is", have="have" if x else "has", lie="lie" if x else "lies", tbe="are", be1="is",
        belong="belong" if x else "belongs", abe="are" if a else "is", ahave="have" if a else "has",
        bcontrol="control" if b else "controls", bhold="hold" if b else "holds",
    )  # fmt: skip
    return _cell(name, construction, construction["text"].format(**{slot: body}), says, fill)


def _cell(name: str, construction: Row, text: str, says: str, fill: Fillers) -> Cell:
    text = re.sub(r"\s+", " ", text).replace(" ,", ",").replace(" .", ".")
    text = text[0].upper() + text[1:]
    told = construction.get("told", "asserted")
    claims: tuple[Statement, ...] = ()
    allowed: tuple[Statement, ...] = ()
    if says != "nothing" and told != "nothing":
        who, deed = says.split()
        party = (fill.a if who == "A" else fill.b)["text"]
        claims = (_claim(f"{name} / {construction['id']}", deed, party, told.removesuffix("?"), fill.x),)
        if told.endswith("?"):
            others = [_claim("", deed, party, stance, fill.x) for stance in ("denied", "hypothetical", "planned")]
            claims, allowed = (), (*others, *_kept(deed, fill))
    return Cell(way=name, construction=construction["id"], text=text, wanted=claims, allowed=allowed)


def _kept(deed: str, fill: Fillers) -> list[Statement]:
    """Who does not leave, holds."""
    if deed not in ("loses", "gains"):
        return []
    return [_claim("", "holds", fill.b["text"], "asserted", fill.x)]


def _claim(article: str, deed: str, party: str, stance: str, place: Row) -> Statement:
    parties: dict[str, Any] = {SLOTS[deed]: party}
    names = tuple(NamedPlace(text=name) for name in place["names"])
    return Statement(article=article, kind=KINDS[deed], places=names, stance=stance, **parties)


def _subject(who: str, fill: Fillers) -> tuple[str, bool, str]:
    if who == "civil":
        plural = fill.civil.endswith("s") and not fill.civil.startswith("a ")
        return fill.civil, plural, "their" if plural else "its"
    row = {"A": fill.a, "B": fill.b, "X": fill.x}[who]
    return row["text"], bool(row.get("plural")), row.get("own", "its")


def _bare(text: str) -> str:
    return text.removeprefix("the ")


# forms of verbs


def _forms(verb: list[str]) -> tuple[str, str, str, str]:
    if len(verb) > 1:
        return verb[0], verb[1], verb[2], verb[3]
    first, _, rest = verb[0].partition(" ")
    rest = f" {rest}" if rest else ""
    past, gerund = f"{first}ed", f"{first}ing"
    if first.endswith("e"):
        past, gerund = f"{first}d", f"{first[:-1]}ing"
    elif re.search(r"[^aeiou]y$", first):
        past = f"{first[:-1]}ied"
    return verb[0], past + rest, past + rest, gerund + rest


def _third(base: str) -> str:
    first, _, rest = base.partition(" ")
    form = re.sub(r"([^aeiou])y$", r"\1ie", first)
    form = f"{form}es" if re.search(r"(s|sh|ch|x|o)$", form) else f"{form}s"
    return f"{form} {rest}".strip()


def _article(cell: Cell) -> Article:
    return Article(
        id=cell.id, source=None, title=None, url=None, published=PUBLISHED, published_basis="metadata", language="en",
        text=cell.text, sha256=hashlib.sha256(cell.text.encode()).hexdigest(),
    )  # fmt: skip


# the command


def main(arguments: list[str] | None = None) -> int:
    """Read the whole matrix and print what share of each row and column is read right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turn", type=int, default=0, help="other parties and places")
    parser.add_argument("--faults", help="list the wrong sentences whose way or construction contains this")
    parser.add_argument("--every", type=int, default=1, help="read only each nth sentence")
    options = parser.parse_args(arguments)
    found = [cell for cell in cells(options.turn) if crc32(cell.text.encode()) % options.every == 0]
    if options.faults is not None:
        found = [cell for cell in found if options.faults in cell.id]
    wrong = faults(found, open_region("karabakh"))
    out = sys.stdout.write
    if options.faults is not None:
        for cell in found:
            if cell.id in wrong:
                out(f"{cell.id}\n    {cell.text}\n    {'; '.join(wrong[cell.id])}\n")
    for title, of in (("way", lambda cell: cell.way), ("construction", lambda cell: cell.construction)):
        count = Counter(of(cell) for cell in found)
        bad = Counter(of(cell) for cell in found if cell.id in wrong)
        out(f"\n{title}\n")
        for name, times in sorted(count.items(), key=lambda row: (-bad[row[0]] / row[1], row[0])):
            out(f"{1 - bad[name] / times:7.2f} {times - bad[name]:4} of {times:4}  {name}\n")
    out(f"\n{len(found) - len(wrong)} of {len(found)} sentences read right: {1 - len(wrong) / len(found):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
