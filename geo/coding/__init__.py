"""The codes of claims in the code books of conflict research: ACLED, PLOVER and CAMEO (``codes.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.records import Claim

__all__ = ["Codes", "codes_of"]

_HAPPENED = frozenset({"asserted", "claimed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """A claim in the words of three code books; None where a book has none for it."""

    acled: str | None = None
    plover: str | None = None
    cameo: str | None = None


def codes_of(claim: Claim, *, gainer: str | None = None) -> Codes:
    """The codes of a claim; the books code what is reported to have happened, so that plans and denials have none.

    Parameters
    ----------
    claim
        The claim.
    gainer
        The name of who gained, in words; a state's tells a government's taking from another's.
    """
    row = _table().get(claim.kind)
    if row is None or claim.stance not in _HAPPENED:
        return Codes()
    return Codes(acled=row.get("acled") or _of_taking(row, gainer), plover=row.get("plover"), cameo=row.get("cameo"))


def _of_taking(row: Mapping[str, str], gainer: str | None) -> str | None:
    """The type of a taking; none where the text does not say who took, or the world's parties do not know them."""
    kinds = {reading.kind for reading in world().parties(gainer or "") if reading.form != "capital"}
    if not kinds:
        return None
    return row.get("acled_by_state" if kinds & {"state", "state-forces"} else "acled_by_others")


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("geo.coding").joinpath("codes.toml").read_text("utf-8"))
