"""Prints what a region's areas measure, for its README and for whoever corrects an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.regions import Region


def area_table(region: Region) -> str:
    """A table of the areas: all of it, what lies in each layer, what changes hands with its name; km² on WGS 84."""
    size = {cell.id: cell.km2 for cell in region.cells}
    inside = {cell.id: set(cell.layers) for cell in region.cells}
    layers = sorted({layer for cell in region.cells for layer in cell.layers})
    rows = [["area", "km²", *(f"in {layer}" for layer in layers), "changes hands"]]
    for area in region.areas:
        in_layers = [sum(size[cell] for cell in area.cells if layer in inside[cell]) for layer in layers]
        whole = sum(size[cell] for cell in area.cells)
        changing = sum(size[cell] for cell in area.transfer_cells)
        rows.append([area.id, *(f"{km2:,.0f}" for km2 in (whole, *in_layers, changing))])
    return "".join(f"| {' | '.join(row)} |\n" for row in [rows[0], ["---", *["---:"] * (len(rows[0]) - 1)], *rows[1:]])
