"""What a region's areas and groups measure, beside what sources publish, for whoever doubts an outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import RegionError
from geo.regions.tables import read_published_areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from geo.regions.model import PublishedArea, Region

EXPLAINED_PERCENT = 12.0
"""What generalised edges and changed boundaries explain; a larger difference needs a remark."""

Row = dict[str, object]

AREA_COLUMNS = (
    *("area", "name", "kind", "measure", "schematic", "km2", "published_km2", "difference_percent"),
    *("inside", "source", "remark"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaFigure:
    """What an area or group measures (``whole``), or what of it changes hands with its name (``changes-hands``).

    ``km2`` is the sum of its cells on the WGS 84 ellipsoid, ``inside`` that in each layer (the oblast, the line, the
    corridor). ``published`` is None where no figure is on record.
    """

    area: str
    name: str
    kind: str
    measure: str
    schematic: bool
    km2: float
    inside: tuple[tuple[str, float], ...]
    published: PublishedArea | None

    @property
    def label(self) -> str:
        """Its id, and what of it is measured."""
        return f"{self.area}{' (schematic)' * self.schematic}{', changes hands' * (self.measure != 'whole')}"

    @property
    def difference(self) -> float | None:
        """Percent by which the outline measures more than what is published; None where nothing is."""
        told = self.published.km2 if self.published else None
        return None if told is None else 100 * (self.km2 / told - 1)

    @property
    def is_explained(self) -> bool:
        """Whether its difference is one of generalised edges, or has a remark."""
        difference = self.difference
        return (
            difference is None or abs(difference) <= EXPLAINED_PERCENT or bool(self.published and self.published.remark)
        )


def area_figures(region: Region) -> list[AreaFigure]:
    """All areas, then the groups, as the region orders them; what changes hands where it is not the same cells.

    Raises
    ------
    RegionError
        Where ``figures.csv`` names an area that the region does not have, or cannot be read.
    """
    published = {(row.area, row.measure): row for row in read_published_areas(region.folder)}
    found = list(_figures(region, published))
    for area, measure in published.keys() - {(figure.area, figure.measure) for figure in found}:
        raise RegionError(
            f"{region.folder / 'figures.csv'}: the region has no area or group {area!r} of which {measure} is measured."
        )
    return found


def area_rows(figures: Iterable[AreaFigure]) -> list[Row]:
    """One row for each figure; km² and percent to a tenth; ``inside`` as ``held-1994 2570.9``."""
    return [
        {
            "area": figure.area,
            "name": figure.name,
            "kind": figure.kind,
            "measure": figure.measure,
            "schematic": figure.schematic,
            "km2": round(figure.km2, 1),
            "published_km2": figure.published.km2 if figure.published else None,
            "difference_percent": None if figure.difference is None else round(figure.difference, 1),
            "inside": [f"{layer} {km2:.1f}" for layer, km2 in figure.inside],
            "source": figure.published.source if figure.published else None,
            "remark": figure.published.remark or None if figure.published else None,
        }
        for figure in figures
    ]


def area_table(region: Region) -> str:
    """The figures as a table in Markdown, with the sources, the remarks and what has no outline below it."""
    figures = area_figures(region)
    sources = list(dict.fromkeys(figure.published.source for figure in figures if figure.published))
    layers = list(dict.fromkeys(layer for figure in figures for layer, _ in figure.inside))
    compared = ["published", "difference", "source"] if sources else []
    head = ["area", "km²", *compared, *(f"in {layer}" for layer in layers)]
    rows = [_cells(figure, sources, layers) for figure in figures]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = [f"| {' | '.join(_aligned(row, widths))} |" for row in (head, rule, *rows)]
    return "\n".join([*body, *_notes(figures, sources, region)]) + "\n"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [row[0].ljust(widths[0]), *(text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))]


def _cells(figure: AreaFigure, sources: Sequence[str], layers: Sequence[str]) -> list[str]:
    told = figure.published
    inside = dict(figure.inside)
    mark = "*" if told and told.remark else ""
    compared = [
        _km2(told.km2) if told and told.km2 is not None else "",
        "" if figure.difference is None else f"{figure.difference:+.1f} %{mark}",
        f"[{sources.index(told.source) + 1}]" if told else "",
    ]
    return [figure.label, _km2(figure.km2), *(compared if sources else ()), *(_km2(inside[layer]) for layer in layers)]


def _km2(size: float) -> str:
    return f"{size:,.1f}" if 0 < size < 10 else f"{size:,.0f}"  # noqa: PLR2004 - a town of 7.3 km² is not 7


def _notes(figures: Sequence[AreaFigure], sources: Sequence[str], region: Region) -> Iterator[str]:
    yield "" if sources else "\nWhat sources publish can stand beside it: figures.csv, as in the region karabakh."
    yield from (f"[{number}] {source}  " for number, source in enumerate(sources, 1))
    remarks = [(figure, figure.published.remark) for figure in figures if figure.published and figure.published.remark]
    if remarks:
        yield ""
    for figure, remark in remarks:
        yield f"* {figure.label}: {remark}"
    without = [
        place.id
        for place in region.places
        if place.kind == "district" and place.area is None and _inside(place.parent, region)
    ]
    if without:
        yield from ("", f"Known by name, without an outline: {', '.join(without)}.")


def _inside(parent: str | None, region: Region) -> bool:
    """Whether a place lies in one of the region's areas."""
    place = region.place(parent or "")
    return region.area(parent or "") is not None or (place is not None and place.area is not None)


def _figures(region: Region, published: dict[tuple[str, str], PublishedArea]) -> Iterator[AreaFigure]:
    size = {cell.id: cell.km2 for cell in region.cells}
    layers = {cell.id: frozenset(cell.layers) for cell in region.cells}
    named = sorted({layer for cell in region.cells for layer in cell.layers})
    for ident, name, kind, schematic, whole, moving in _measured(region):
        for measure, cells in (("whole", whole), ("changes-hands", moving)):
            if measure == "whole" or set(cells) != set(whole) or (ident, measure) in published:
                yield AreaFigure(
                    area=ident,
                    name=name,
                    kind=kind,
                    measure=measure,
                    schematic=schematic,
                    km2=sum(size[cell] for cell in cells),
                    inside=tuple(
                        (layer, sum(size[cell] for cell in cells if layer in layers[cell])) for layer in named
                    ),
                    published=published.get((ident, measure)),
                )


def _measured(region: Region) -> Iterator[tuple[str, str, str, bool, tuple[str, ...], tuple[str, ...]]]:
    """Id, name, kind, whether its outline is schematic, all its cells and those that change hands."""
    for area in region.areas:
        yield area.id, region.called(area), area.kind, area.schematic, area.cells, area.transfer_cells or area.cells
    for group in region.groups:
        areas = [area for area in map(region.area, group.areas) if area is not None]
        whole = tuple(dict.fromkeys(cell for area in areas for cell in area.cells))
        moving = tuple(dict.fromkeys(cell for area in areas for cell in area.transfer_cells or area.cells))
        yield group.id, region.called(group), "group", False, whole, moving
