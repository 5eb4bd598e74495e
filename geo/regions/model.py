"""What a region is made of: cells, areas, groups, limits, places, parties, outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from geo.regions.base import BaseFeature, read_base
from geo.regions.naming import BOTH, NAME_ORDER, shown
from geo.regions.outlets import Outlet, OutletFinder

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    from shapely.geometry.base import BaseGeometry

    from geo.records import Place

CELLS_FILE = "cells.geojson"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A piece of the partition: no two share an inside, and named areas are lists of them.

    ``district`` is the id of the official district's area it lies in; ``layers`` are the ids of the other areas
    (the oblast, the held area, the corridor) it lies in; ``km2`` is measured on the WGS 84 ellipsoid. ``adjoins`` is
    the district that a fringe counts with: a piece that only exists because outlines of different sources disagree.
    """

    id: str
    district: str
    layers: tuple[str, ...]
    km2: float
    adjoins: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A named area: a list of cells. ``transfer_cells`` is what changes hands when the area's name does.

    These can be fewer (not the part in the oblast or behind the line), and take in the fringes that adjoin the area.
    ``schematic`` marks an outline drawn by rule (a corridor's width) and not surveyed. ``seat`` is the town whose bare
    name reports use for the area too.
    """

    id: str
    name: str
    names: tuple[tuple[str, str], ...]
    kind: str
    cells: tuple[str, ...]
    transfer_cells: tuple[str, ...]
    schematic: bool
    source: str
    seat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a side can have held: its claims to whole areas reach only into the cells of ``area``, while it lasted."""

    side: str
    area: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Several areas that reports name together (``seven adjacent regions``)."""

    id: str
    name: str
    words: tuple[str, ...]
    areas: tuple[str, ...]
    source: str
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedArea:
    """What a source says that an area or group measures, in km²: all of it, or what changes hands with its name.

    ``remark`` explains a difference from the outline; ``km2`` is None where no figure is sure.
    """

    area: str
    measure: str
    km2: float | None
    source: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party to the conflict, by a neutral name; ``side`` is the id of the party whose control it counts as.

    ``words`` stand for it in reports (capitals, armies, leaders, demonyms); ``adjectives`` only modify
    (``Armenian``). ``presence_only`` parties (peacekeepers) never control. ``names`` are pairs of a BCP 47 tag and what
    the party is called in that language.
    """

    id: str
    name: str
    side: str
    words: tuple[str, ...]
    adjectives: tuple[str, ...]
    presence_only: bool
    source: str
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Who held the region's cells when it begins, from the region's file and not from a report."""

    side: str
    start: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A frame on the map, degrees on WGS 84."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapStyle:
    """What a region says about its own map; what it does not say is None, and is the page's to choose.

    ``name_order`` are the languages of the names that stand beside each other, in the stated order; ``languages`` those
    that a reader may choose from, in theirs; ``label_without`` words that a label leaves out; ``labelled_kinds`` kinds
    of places that get a label; ``accuracy`` tells how far off the borders may be; ``credits`` are whom the page
    credits, instead of the sources of areas and lines; ``translations`` are texts of the region's own that the page
    says (its accuracy, the names of its lines), each with pairs of a BCP 47 tag and the same in that language.
    """

    name_order: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None
    label_without: tuple[str, ...] | None = None
    labelled_kinds: tuple[str, ...] | None = None
    accuracy: str | None = None
    credits: tuple[str, ...] | None = None
    translations: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Region:
    """A region, opened. Without slots, so that its look-up tables are made once and kept.

    ``start`` is the first day that its timeline knows; ``anaphors`` are pairs of words and the place they stand for;
    ``view`` is the frame in which the map opens; ``colours`` are pairs of a party and the hue that it is drawn in;
    ``shown_names`` is ``both`` or the tag of the language in which people are shown the names of places.
    """

    id: str
    name: str
    folder: Path
    start: str
    baseline: Baseline | None
    cells: tuple[Cell, ...]
    areas: tuple[Area, ...]
    groups: tuple[Group, ...]
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    outlets: tuple[Outlet, ...]
    limits: tuple[Limit, ...]
    anaphors: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str], ...] = ()
    view: Box | None = None
    colours: tuple[tuple[str, str], ...] = ()
    map: MapStyle = MapStyle()
    shown_names: str = BOTH

    def called(self, named: Area | Group | Place, *, choice: str | None = None) -> str:
        """What an area, a group or a place is called where people read it (:mod:`geo.regions.naming`).

        ``choice`` is ``both`` or the tag of a language, instead of the region's ``shown_names``.
        """
        order = NAME_ORDER if self.map.name_order is None else self.map.name_order
        return shown(named.name, self.names_of(named), choice=choice or self.shown_names, order=order)

    @cached_property
    def tags(self) -> frozenset[str]:
        """Tags (BCP 47) of the languages in which it or anything in it has a further name."""
        inside: tuple[Area | Group | Place, ...] = (*self.areas, *self.groups, *self.places)
        return frozenset(tag for names in (self.names, *map(self.names_of, inside)) for tag, _ in names)

    @staticmethod
    def names_of(named: Area | Group | Place) -> list[tuple[str, str]]:
        """Its further names as pairs of a BCP 47 tag and a text."""
        return [name if isinstance(name, tuple) else (name.lang, name.text) for name in named.names]

    def cell(self, cell_id: str) -> Cell | None:
        """The cell with this id, or None."""
        return self._cells_by_id.get(cell_id)

    def area(self, area_id: str) -> Area | None:
        """The area with this id, or None."""
        return self._areas_by_id.get(area_id)

    def area_seated_at(self, place_id: str) -> Area | None:
        """The area whose seat is this town, or None."""
        return self._areas_by_seat.get(place_id)

    def place(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        return self._places_by_id.get(place_id)

    def group(self, group_id: str) -> Group | None:
        """The group with this id, or None."""
        return self._groups_by_id.get(group_id)

    def party(self, party_id: str | None) -> Party | None:
        """The party with this id, or None: a party that the region does not know stays in the text's words."""
        return self._parties_by_id.get(party_id or "")

    def side_of(self, party_id: str | None) -> str | None:
        """The side as which a party's control counts, or None for one that the region does not know."""
        party = self.party(party_id)
        return party.side if party else None

    def outlet(self, source: str | None) -> Outlet | None:
        """The outlet that a report's source names, or None (see :mod:`geo.regions.outlets`)."""
        return self.outlet_finder.find(source) if source else None

    @cached_property
    def districts(self) -> frozenset[str]:
        """The ids of the districts in which the cells lie."""
        return frozenset(cell.district for cell in self.cells)

    @cached_property
    def outlet_finder(self) -> OutletFinder:
        """Finds the region's outlets by their names."""
        return OutletFinder(outlets=self.outlets)

    def cell_frame(self) -> gpd.GeoDataFrame:
        """Cells as a GeoDataFrame (columns ``cell``, ``geometry``; CRS WGS 84, EPSG:4326)."""
        return self._frame(CELLS_FILE)[["cell", "geometry"]]

    @cached_property
    def cell_shapes(self) -> dict[str, BaseGeometry]:
        """The outline of each cell by its id (degrees on WGS 84); empty for a region without a file of outlines."""
        if not (self.folder / CELLS_FILE).is_file():
            return {}
        from shapely.geometry import shape

        return {feature["properties"]["cell"]: shape(feature["geometry"]) for feature in self._features(CELLS_FILE)}

    def line_frame(self) -> gpd.GeoDataFrame:
        """Lines to draw (columns ``id``, ``name``, ``kind``, ``schematic``, ``source``, ``geometry``; EPSG:4326)."""
        return self._frame("lines.geojson")

    @cached_property
    def base(self) -> tuple[BaseFeature, ...]:
        """The base map around the region's areas; empty where the region has none (:mod:`geo.regions.base`)."""
        return read_base(self.folder)

    def _frame(self, name: str) -> gpd.GeoDataFrame:
        import geopandas as gpd

        return gpd.GeoDataFrame.from_features(self._features(name), crs="EPSG:4326")

    def _features(self, name: str) -> Any:  # noqa: ANN401 - what JSON holds
        from geo.errors import RegionError
        from geo.jsontext import loads

        path = self.folder / name
        try:
            collection: Any = loads(path.read_text("utf-8"))
            return collection["features"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RegionError(f"{path} cannot be read as GeoJSON: {error}. Rebuild it with geo.recipe.") from error

    @cached_property
    def _cells_by_id(self) -> dict[str, Cell]:
        return {cell.id: cell for cell in self.cells}

    @cached_property
    def _areas_by_id(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def _areas_by_seat(self) -> dict[str, Area]:
        return {area.seat: area for area in reversed(self.areas) if area.seat is not None}

    @cached_property
    def _groups_by_id(self) -> dict[str, Group]:
        return {group.id: group for group in reversed(self.groups)}

    @cached_property
    def _places_by_id(self) -> dict[str, Place]:
        return {place.id: place for place in self.places}

    @cached_property
    def _parties_by_id(self) -> dict[str, Party]:
        return {party.id: party for party in self.parties}
