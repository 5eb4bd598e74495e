"""Areas are queries over cells, so that a rebuilt partition needs no list to be kept by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from geo.errors import RegionError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.regions.model import Cell

CONDITIONS = frozenset({"district", "adjoins", "inside", "outside", "any", "all"})


def select(cells: Sequence[Cell], query: Mapping[str, Any], *, where: str) -> tuple[str, ...]:
    """Ids of the cells that meet a query, in the order of ``cells``.

    Parameters
    ----------
    cells
        The region's cells.
    query
        ``district`` and ``adjoins`` (an id or several), ``inside`` and ``outside`` (layers: a cell lies in all of
        them, or in none), ``any`` (several queries, one of which must hold), ``all = true`` (every cell). Conditions
        in one query must all hold.
    where
        What asks, for errors.

    Raises
    ------
    RegionError
        Where the query is empty, names an unknown condition, district or layer, or finds no cell.

    Examples
    --------
    >>> from geo.regions import Cell
    >>> held = Cell(id="agdam.held", district="agdam-district", layers=("held-1994",), km2=805.6)
    >>> free = Cell(id="agdam", district="agdam-district", layers=(), km2=140.0)
    >>> select([held, free], {"district": "agdam-district", "outside": ["held-1994"]}, where="an example")
    ('agdam',)
    """
    _check(cells, query, where)
    found = tuple(cell.id for cell in cells if _meets(cell, query))
    if not found:
        raise RegionError(f"{where}: no cell meets {dict(query)}. Loosen the query.")
    return found


def _meets(cell: Cell, query: Mapping[str, Any]) -> bool:
    layers = set(cell.layers)
    return (
        ("district" not in query or cell.district in _list(query["district"]))
        and ("adjoins" not in query or cell.adjoins in _list(query["adjoins"]))
        and layers.issuperset(_list(query.get("inside", ())))
        and layers.isdisjoint(_list(query.get("outside", ())))
        and ("any" not in query or any(_meets(cell, part) for part in query["any"]))
    )


def _check(cells: Sequence[Cell], query: Mapping[str, Any], where: str) -> None:
    if not isinstance(query, dict):
        raise RegionError(f"{where}: no query, but {query!r}. Write {', '.join(sorted(CONDITIONS))}.")
    for name in ("district", "adjoins", "inside", "outside"):
        if not all(isinstance(ident, str) for ident in _list(query.get(name, ()))):
            raise RegionError(f"{where}: no ids in {name!r}, but {query[name]!r}. Write one, or a list of them.")
    if not isinstance(query.get("any", []), list):
        raise RegionError(f"{where}: no list of queries in 'any', but {query['any']!r}. Write [{{...}}, {{...}}].")
    unknown = sorted(set(query) - CONDITIONS)
    if unknown or not query:
        raise RegionError(f"{where}: {', '.join(unknown) or 'an empty query'}. Write {', '.join(sorted(CONDITIONS))}.")
    _known(_list(query.get("district", ())), {cell.district for cell in cells}, "district", where)
    _known(_list(query.get("adjoins", ())), {cell.adjoins for cell in cells if cell.adjoins}, "fringe of", where)
    layers = {layer for cell in cells for layer in cell.layers}
    _known([*_list(query.get("inside", ())), *_list(query.get("outside", ()))], layers, "layer", where)
    for part in query.get("any", ()):
        _check(cells, part, where)


def _known(names: Sequence[str], known: set[str], what: str, where: str) -> None:
    for name in names:
        if name not in known:
            raise RegionError(f"{where}: no {what} {name!r}. There are: {', '.join(sorted(known))}.")


def _list(value: str | Sequence[str]) -> Sequence[str]:
    return value if isinstance(value, list | tuple) else [cast("str", value)]
