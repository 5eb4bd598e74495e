"""The columns of a state of control, the same for an area and for a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.export.layers import Kind
    from geo.export.rows import ControlRow
    from geo.records import ControlInterval
    from geo.regions import Region

STATE: dict[str, Kind] = {
    "controller": "text",
    "controller_name": "text",
    "others": "texts",
    "other_names": "texts",
    "status": "text",
    "basis": "text",
    "support": "text",
    "start": "day",
    "end": "day",
    "start_edtf": "text",
    "end_edtf": "text",
    "last_reported": "text",
    "rule": "text",
}
"""``start`` and ``end`` are half-open ISO days, None where open; the ``_edtf`` columns keep how exactly they are
known."""


def state_values(state: ControlRow | ControlInterval, region: Region) -> dict[str, object]:
    """The values of :data:`STATE`: the state's own fields, and its parties by name."""
    names = {
        "controller_name": party_name(state.controller, region),
        "other_names": tuple(str(party_name(other, region)) for other in state.others),
    }
    return {name: names[name] if name in names else getattr(state, name) for name in STATE}


def party_name(party: str | None, region: Region) -> str | None:
    """The neutral name of a party by its id; words that are no id stay as they are."""
    known = region.party(party)
    return known.name if known else party
