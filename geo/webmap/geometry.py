"""The page's shapes: cells as shared arcs, and where the labels of areas stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.webmap.topology import STEPS, build_topology, snap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from geo.regions import Region
    from geo.webmap.topology import Points

TOLERANCE = 0.005
MANY_AREAS = 1_000


def page_geometry(region: Region) -> dict[str, object]:
    """Shapes for the page.

    Returns
    -------
    ``steps`` a degree; ``arcs`` by difference; ``cells`` as rings of arc numbers, in the region's order; for each
    area its ``anchors`` (lon, lat, half-width in degrees of the room for its label, or None); ``lines`` with name, kind
    and arc numbers; ``bounds`` as west, south, east, north. Borders of areas are
    what an odd number of their cells' rings use; the page works that out, as it must for any choice of cells.
    """
    shapes = _cell_shapes(region)
    drawn = _lines(region)
    topology = build_topology(shapes)
    first_line = len(topology.lines)
    topology.lines += [points for _, parts in drawn for points in parts]
    cell_at = {cell.id: i for i, cell in enumerate(region.cells)}
    members = [[cell_at[cell] for cell in area.cells if cell in cell_at] for area in region.areas]
    return {
        "steps": STEPS,
        "arcs": topology.deltas(),
        "cells": topology.polygons,
        "anchors": anchors([[shapes[cell] for cell in cells] for cells in members], tolerance=_tolerance(members)),
        "lines": _numbered(drawn, first_line),
        "bounds": _view(region) or bounds(shapes),
    }


def bounds(shapes: Sequence[BaseGeometry | None]) -> list[float] | None:
    """West, south, east, north of the shapes in degrees; None where nothing has a geometry."""
    boxes = [shape.bounds for shape in shapes if shape is not None and not shape.is_empty]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return [round(value, 4) for value in (min(west), min(south), max(east), max(north))]


def _view(region: Region) -> list[float] | None:
    view = region.view
    return [view.west, view.south, view.east, view.north] if view else None


def _cell_shapes(region: Region) -> list[BaseGeometry | None]:
    frame = region.cell_frame()
    by_cell = dict(zip(frame["cell"], frame.geometry, strict=True))
    return [by_cell.get(cell.id) for cell in region.cells]


def _lines(region: Region) -> list[tuple[dict[str, object], list[Points]]]:
    """What is said of each line, and its parts on the grid."""
    if not (region.folder / "lines.geojson").is_file():
        return []
    found = []
    for row in region.line_frame().itertuples(index=False):
        about: dict[str, object] = {"name": str(row.name), "kind": str(row.kind), "schematic": bool(row.schematic)}
        parts = getattr(row.geometry, "geoms", [row.geometry])
        found.append((about, [snap(part.coords) for part in parts]))
    return found


def _numbered(drawn: list[tuple[dict[str, object], list[Points]]], first: int) -> list[dict[str, object]]:
    result = []
    for about, parts in drawn:
        result.append({**about, "arcs": list(range(first, first + len(parts)))})
        first += len(parts)
    return result


def _tolerance(areas: Sequence[object]) -> float:
    """How exactly labels are placed, in degrees: a tenth as exactly where there are so many that it takes seconds."""
    return TOLERANCE if len(areas) <= MANY_AREAS else 10 * TOLERANCE


def anchors(
    areas: Sequence[Sequence[BaseGeometry | None]], *, tolerance: float = TOLERANCE
) -> list[list[float] | None]:
    """The middle of the largest circle inside of each area, and its radius: the calmest place for a label.

    An area is the union of its shapes. It is right to ``tolerance`` degrees; None of an area without an inside.
    """
    from shapely import get_coordinates, length, maximum_inscribed_circle

    parts = [_largest(area) for area in areas]
    there = [number for number, part in enumerate(parts) if part is not None]
    radii = maximum_inscribed_circle([parts[number] for number in there], tolerance=tolerance)
    middles = get_coordinates(radii).reshape(-1, 2, 2)[:, 0].tolist()
    found: list[list[float] | None] = [None] * len(parts)
    for number, (lon, lat), radius in zip(there, middles, length(radii).tolist(), strict=True):
        found[number] = [round(lon, 4), round(lat, 4), round(radius, 4)]
    return found


def _largest(shapes: Sequence[BaseGeometry | None]) -> BaseGeometry | None:
    """The largest part of the union of shapes; None where it has no inside."""
    from shapely import union_all

    found = [shape for shape in shapes if shape is not None]
    whole = found[0] if len(found) == 1 else union_all(found)
    if whole.is_empty or not whole.area:
        return None
    return max(whole.geoms, key=lambda part: part.area) if hasattr(whole, "geoms") else whole
