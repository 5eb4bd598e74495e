"""What a claim says, as cells of a row: ids of places and parties, and words of the report in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.csvtext import BETWEEN
from geo.jsontext import dumps, loads

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.corrections.table import Row
    from geo.records import Article, AsRead, Claim, ClaimPlace
    from geo.regions import Region

OPENING, CLOSING = "“", "”"
"""Stand around words of a report that are no id of the region."""

LONGEST_QUOTE = 5000
"""Characters; a spreadsheet's cell holds 32,767."""

TEXT_HASH = "text_sha256"


def cells_of(said: Claim | AsRead, region: Region) -> dict[str, str]:
    """The cells for what a claim says, or for what was read in it."""
    extents = [place.extent for place in said.places]
    return {
        "kind": said.kind,
        "places": BETWEEN.join(place_cell(place) for place in said.places),
        "extent": extents[0] if len(set(extents)) == 1 else BETWEEN.join(extents),
        "gained_by": party_cell(said.gained_by, region),
        "lost_by": party_cell(said.lost_by, region),
        "actor": party_cell(said.actor, region),
        "when": said.when or "",
        "stance": said.stance,
        "claimant": one_line(said.claimant or ""),
    }


def place_cell(place: ClaimPlace) -> str:
    """A place by its id; one that is only counted, or not in the gazetteer, by the report's words."""
    return place.place or in_quotes(place.name or place.text)


def party_cell(party: str | None, region: Region) -> str:
    """A party by its id; one that the region does not know by the report's words; empty where there is none."""
    if party is None:
        return ""
    return party if region.party(party) else in_quotes(party)


def in_quotes(words: str) -> str:
    """Words of a report as a cell has them; the mark between the values of a list is none of them."""
    return f"{OPENING}{one_line(words).replace(BETWEEN.strip(), '/')}{CLOSING}"


def one_line(text: str) -> str:
    """The text with each run of blanks and line ends as one blank."""
    return " ".join(text.split())


def quote_cell(claim: Claim) -> str:
    """The claim's sentence on one line, as much of it as a cell should hold."""
    quote = one_line(claim.evidence)
    return quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…"


def as_read_cell(cells: Mapping[str, str], article: Article) -> str:
    """What was read, and in which text, for the time when the claim's id is another: one cell, not to be changed."""
    return dumps({TEXT_HASH: article.sha256, **{column: cell for column, cell in cells.items() if cell}})


def read_as_read(row: Row) -> dict[str, str]:
    """What was read when the row was written; empty where the row does not say, or not in a way that can be read."""
    try:
        data = loads(row["as_read"])
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in data.items()} if isinstance(data, dict) else {}
