"""Makes of a claim as it was read what an analyst decided: confirmed, rejected, or with other words in its fields."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from geo.corrections.quoting import words_within
from geo.corrections.table import CLAIM_COLUMNS, Fault
from geo.corrections.understanding import NOTHING, Misunderstanding
from geo.corrections.wording import TEXT_HASH, cells_of, in_quotes, one_line, place_cell, read_as_read
from geo.records import ROLES, AsRead, ClaimPlace, Review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from geo.corrections.judging import Judgement
    from geo.corrections.table import Row
    from geo.corrections.understanding import PlaceMeant, Understanding
    from geo.records import Claim, Kind
    from geo.regions import Region

CONFIRMED = 1.0
"""The confidence of what an analyst has confirmed."""

_READ_FIELDS = tuple(field.name for field in fields(AsRead))
_PARTIES = ("gained_by", "lost_by", "actor")


class Changer:
    """Changes claims as rows say."""

    def __init__(self, region: Region, understanding: Understanding) -> None:
        self.region = region
        self.understanding = understanding

    def decide(self, claim: Claim, row: Row, judgement: Judgement) -> Claim | list[Fault]:
        """The claim after a decision, or what is wrong with the row.

        What an analyst has accepted or edited stands as the row has it, though the program reads it otherwise by now.
        """
        review = Review(
            decision=judgement.verdict,
            who=judgement.who,
            why=judgement.why,
            decided_on=judgement.decided_on,
            own=False,
            read=_as_read(claim),
        )
        if judgement.verdict == "reject":
            return replace(claim, review=review)
        base, changed = self._changes(claim, row)
        if judgement.verdict == "accept" and changed:
            column = next(iter(changed))
            told = f"{row[column]!r} is not what was read, {base[column]!r}. Write edit as the decision, or undo it."
            return [Fault(column=column, words=told)]
        if judgement.verdict == "edit" and not changed:
            return [Fault(column="decision", words="edit, but no cell differs from what was read. Write accept.")]
        found = self._fields(claim, base | changed)
        if isinstance(found, list):
            return found
        if {"kind", *_PARTIES} & set(changed) and (fault := missing_party(found)):
            return [fault]
        return replace(claim, **found, confidence=CONFIRMED, review=review)

    def confirm(self, claim: Claim, as_decided: Claim, judgement: Judgement) -> Claim:
        """A claim that the program reads by now, as an analyst had added it before."""
        review = Review(
            decision="accept",
            who=judgement.who,
            why=judgement.why,
            decided_on=judgement.decided_on,
            own=False,
            read=_as_read(claim),
        )
        return replace(
            claim,
            when=as_decided.when,
            when_basis=as_decided.when_basis,
            stance=as_decided.stance,
            claimant=as_decided.claimant,
            confidence=CONFIRMED,
            review=review,
        )

    def _changes(self, claim: Claim, row: Row) -> tuple[dict[str, str], dict[str, str]]:
        """What was read when the row was written, and the cells that the analyst has changed since.

        In a table that does not say what was read, an empty cell is no change.
        """
        read, now = read_as_read(row), cells_of(claim, self.region)
        base = {column: read.get(column, "") for column in CLAIM_COLUMNS} if TEXT_HASH in read else now
        changed = {}
        for column in CLAIM_COLUMNS:
            if column not in row.values:
                continue
            cell = one_line(row[column])
            if cell == base[column] or (not cell and TEXT_HASH not in read):
                continue
            changed[column] = "" if cell.casefold() == NOTHING else cell
        return base, changed

    def _fields(self, claim: Claim, cells: Mapping[str, str]) -> dict[str, Any] | list[Fault]:
        """The claim's fields as the cells say; a cell that says what was read leaves the field as it is."""
        now, found, faults = cells_of(claim, self.region), dict[str, Any](), list[Fault]()
        understand: dict[str, Any] = {
            "kind": self.understanding.kind,
            "gained_by": lambda cell: self.understanding.party("gained_by", cell),
            "lost_by": lambda cell: self.understanding.party("lost_by", cell),
            "actor": lambda cell: self.understanding.party("actor", cell),
            "when": self.understanding.when,
            "stance": self.understanding.stance,
            "claimant": lambda cell: cell or None,
        }
        for column, read in understand.items():
            if cells[column] != now[column]:
                try:
                    found[column] = read(cells[column])
                except Misunderstanding as error:
                    faults.append(error.fault)
        if (cells["places"], cells["extent"]) != (now["places"], now["extent"]):
            try:
                meant = self.understanding.places(cells["places"], cells["extent"])
                found["places"] = tuple(_places(claim, meant, self.region))
            except Misunderstanding as error:
                faults.append(error.fault)
        if "when" in found:
            found["when_basis"] = None
        kept = {name: getattr(claim, name) for name in ("kind", *_PARTIES)}
        return faults or {**kept, **found}


def missing_party(said: Mapping[str, Any]) -> Fault | None:
    """That a claim of its kind says nothing without a party, where it has none."""
    kind: Kind = said["kind"]
    needed = ROLES.get(kind, ())
    if not needed or any(said[name] for name in needed):
        return None
    return Fault(column=needed[0], words=f"a claim of the kind {kind} needs {' or '.join(needed)}.")


def place_at(meant: PlaceMeant, evidence: str, *, start: int, region: Region) -> ClaimPlace:
    """A place of a claim, with the words of its evidence that name it; where none do, there are no words.

    ``start`` is where the evidence begins in its article.
    """
    spans = (words_within(name, evidence) for name in _names_of(meant, region))
    first, last = next((span for span in spans if span), (0, 0))
    return ClaimPlace(
        text=evidence[first:last],
        start=start + first,
        end=start + last,
        name=meant.name if meant.place else None if last else meant.words,
        place=meant.place,
        extent=meant.extent,
    )


def _places(claim: Claim, meant: Sequence[PlaceMeant], region: Region) -> Iterator[ClaimPlace]:
    """Places as an analyst has them: those that were read keep their words, and one put for another takes its words."""
    read: defaultdict[str, list[ClaimPlace]] = defaultdict(list)
    for known in claim.places:
        read[place_cell(known)].append(known)
    cells = [place.place or in_quotes(place.words) for place in meant]
    for number, (place, cell) in enumerate(zip(meant, cells, strict=True)):
        if read[cell]:
            yield replace(read[cell].pop(0), extent=place.extent)
        elif len(meant) == len(claim.places) and place.place and place_cell(claim.places[number]) not in cells:
            yield replace(claim.places[number], name=place.name, place=place.place, extent=place.extent)
        else:
            yield place_at(place, claim.evidence, start=claim.start, region=region)


def _as_read(claim: Claim) -> AsRead:
    return AsRead(**{name: getattr(claim, name) for name in _READ_FIELDS})


def _names_of(meant: PlaceMeant, region: Region) -> list[str]:
    """All names by which a text may call a place, the longest first."""
    place, area = region.place(meant.place or ""), region.area(meant.place or "")
    names = {meant.words, meant.name or ""}
    if place:
        names |= {place.name, *(name.text for name in place.names)}
    if area:
        names |= {area.name, *(text for _, text in area.names)}
    return sorted((name for name in names if name), key=lambda name: (-len(name), name))
