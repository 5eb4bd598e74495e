"""Overlays tiles (districts) with layers (an oblast, a held area, a corridor) into cells that share no inside.

Boundaries from different sources do not nest: a district lies partly in the oblast and partly behind a line. Every
line of every input is noded on one grid, so that neighbours meet in the same vertices and none needs rounding
afterwards; the faces between the lines are then gathered by tile and layers. Pure: shapes in, shapes out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, cast

from geo.ellipsoid import ellipsoid
from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shapely import MultiPolygon, Point, Polygon

    Surface: TypeAlias = Polygon | MultiPolygon

GRID_DEGREES = 1e-6
"""Width of the grid on which lines meet: six decimals, about 11 cm."""

SLIVER_KM2 = 1.0
"""A piece smaller than this comes from two outlines of one border, and joins a neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of one tile that lies in exactly these layers; degrees on WGS 84."""

    tile: str
    layers: tuple[str, ...]
    geometry: Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patch:
    """A connected run of faces with one tile and one set of layers."""

    tile: str
    layers: tuple[str, ...]
    geometry: Polygon
    km2: float


def partition(
    tiles: Mapping[str, Surface],
    layers: Mapping[str, Surface],
    *,
    grid: float = GRID_DEGREES,
    sliver_km2: float = SLIVER_KM2,
) -> list[Piece]:
    """Cut ``tiles`` along ``layers``.

    Parameters
    ----------
    tiles
        Shapes that do not overlap, by id; what lies in no tile is dropped. Degrees on WGS 84.
    layers
        Shapes that may overlap each other and the tiles, by id. A piece's layers keep this order.
    grid
        Degrees; every vertex of the result is a multiple of it.
    sliver_km2
        A connected piece smaller than this takes the layers of the neighbour in its own tile with which it shares
        the longest edge; a tile as a whole keeps its shape. One without such a neighbour stays.

    Returns
    -------
    list of Piece
        By tile in the order given, then by layers. They form a valid coverage: no gaps, no overlaps, common edges
        vertex by vertex.

    Raises
    ------
    RegionError
        Where two tiles overlap by more than a sliver.

    Examples
    --------
    >>> from shapely import box
    >>> [(piece.tile, piece.layers) for piece in partition({"a": box(46, 39, 47, 40)}, {"b": box(46.5, 39, 48, 41)})]
    [('a', ()), ('a', ('b',))]
    """
    by_tile: dict[str, list[_Patch]] = {}
    for face in _labelled_faces(tiles, layers, grid=grid, sliver_km2=sliver_km2):
        by_tile.setdefault(face.tile, []).append(face)
    merged = [patch for faces in by_tile.values() for patch in _absorb_slivers(_patches(faces), sliver_km2)]
    return _gather(merged, list(tiles), list(layers))


def area_km2(shape: Surface) -> float:
    """Area on the WGS 84 ellipsoid, in square kilometres."""
    square_metres, _ = ellipsoid().geometry_area_perimeter(shape)
    return abs(float(square_metres)) / 1e6


def _labelled_faces(
    tiles: Mapping[str, Surface], layers: Mapping[str, Surface], *, grid: float, sliver_km2: float
) -> list[_Patch]:
    """The faces between all lines, each with its tile and layers."""
    import shapely

    lines = shapely.union_all([shape.boundary for shape in (*tiles.values(), *layers.values())], grid_size=grid)
    shapes = cast("Sequence[Polygon]", shapely.polygonize([lines]).geoms)
    inner = shapely.point_on_surface(list(shapes))
    faces = []
    for geometry, point, found, inside in zip(
        shapes, inner, _around(inner, tiles), _around(inner, layers), strict=True
    ):
        if not found:
            continue
        km2 = area_km2(geometry)
        if len(found) > 1 and km2 >= sliver_km2:
            raise RegionError(
                f"Tiles {found[0]!r} and {found[1]!r} overlap by {km2:.1f} km² near {point.x:.4f}, {point.y:.4f}. "
                "Cut one of them first."
            )
        faces.append(_Patch(tile=found[0], layers=tuple(inside), geometry=geometry, km2=km2))
    return faces


def _around(points: Sequence[Point], shapes: Mapping[str, Surface]) -> list[list[str]]:
    """For each point the names of the shapes that it lies in, in their order."""
    from shapely import STRtree

    names = list(shapes)
    found: list[list[str]] = [[] for _ in points]
    if not names or not len(points):
        return found
    pairs = STRtree(list(shapes.values())).query(points, predicate="intersects").T.tolist()
    for point, name in sorted(pairs):
        found[point].append(names[name])
    return found


def _patches(faces: Iterable[_Patch]) -> list[_Patch]:
    """Join the faces that have the same tile and layers and touch along an edge; in a stable order."""
    import shapely

    groups: dict[tuple[str, tuple[str, ...]], list[Polygon]] = {}
    for face in faces:
        groups.setdefault((face.tile, face.layers), []).append(face.geometry)
    joined = [
        _Patch(tile=tile, layers=layers, geometry=part, km2=area_km2(part))
        for (tile, layers), shapes in groups.items()
        for part in _polygons(shapely.coverage_union_all(shapes))
    ]
    return sorted(joined, key=lambda patch: (patch.tile, patch.layers, patch.geometry.bounds))


def _absorb_slivers(patches: list[_Patch], sliver_km2: float) -> list[_Patch]:
    """Let each sliver, the smallest first, take the layers of the neighbour with the longest common edge.

    ``patches`` are those of one tile: a sliver never leaves its tile, so that each is settled on its own.
    """
    settled: set[bytes] = set()
    while True:
        slivers = [patch for patch in patches if patch.km2 < sliver_km2 and patch.geometry.wkb not in settled]
        if not slivers:
            return patches
        sliver = min(slivers, key=lambda patch: (patch.km2, patch.geometry.bounds))
        neighbour = _closest_neighbour(sliver, patches)
        if neighbour is None:
            settled.add(sliver.geometry.wkb)
            continue
        patches = _patches([replace(patch, layers=neighbour.layers) if patch is sliver else patch for patch in patches])


def _closest_neighbour(sliver: _Patch, patches: Iterable[_Patch]) -> _Patch | None:
    """The patch of the same tile with the longest common edge; None where the sliver stands alone in its tile."""
    edges = [
        (sliver.geometry.boundary.intersection(patch.geometry.boundary).length, patch)
        for patch in patches
        if patch is not sliver
    ]
    length, neighbour = max(edges, key=lambda edge: edge[0], default=(0.0, None))
    return neighbour if length > 0 else None


def _gather(patches: Iterable[_Patch], tiles: Sequence[str], layers: Sequence[str]) -> list[Piece]:
    """One piece for each tile and set of layers, its polygons turned and ordered alike on every run."""
    import shapely

    groups: dict[tuple[str, tuple[str, ...]], list[Polygon]] = {}
    for patch in patches:
        groups.setdefault((patch.tile, patch.layers), []).append(patch.geometry)
    pieces = [
        Piece(tile=tile, layers=inside, geometry=shapely.normalize(shapely.coverage_union_all(shapes)))
        for (tile, inside), shapes in groups.items()
    ]
    tile_rank, layer_rank = ({name: rank for rank, name in enumerate(names)} for names in (tiles, layers))
    return sorted(pieces, key=lambda piece: (tile_rank[piece.tile], [layer_rank[name] for name in piece.layers]))


def _polygons(shape: Surface) -> list[Polygon]:
    return list(shape.geoms) if shape.geom_type == "MultiPolygon" else [cast("Polygon", shape)]
