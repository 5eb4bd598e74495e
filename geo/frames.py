"""Control for notebooks and GIS: what a build decided, asked in Python, answered as GeoDataFrames.

>>> control = geo.read_control("output")                                                # doctest: +SKIP
>>> control.on("2020-12-15").to_file("control.gpkg")                                    # doctest: +SKIP
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from geo.csvtext import BETWEEN
from geo.early_days import day_of
from geo.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import geopandas as gpd
    from shapely import Point

    from geo.answers import Chart
    from geo.answers.rows import Row

CRS = "EPSG:4326"
"""Degrees on WGS 84."""


def read_control(
    folder: str | Path, *, region: str = "karabakh", as_known_on: str | date | None = None, names: str = "both"
) -> Control:
    """Read who controlled what, when, from a folder that ``geo build`` or ``geo timeline`` wrote.

    Parameters
    ----------
    folder
        The output folder.
    region
        A name or a path, as :func:`geo.regions.open_region` takes it.
    as_known_on
        Use only what was published by this day, deciding anew. Reports without a date of publication, or with one that
        is not certain to be past, are left out; a :class:`UserWarning` names them.
    names
        The names of places to show: ``both`` in the region's stated order, or the tag of one language.

    Raises
    ------
    MissingInputError, InputError, RecordError
        Where a file of the folder is missing or cannot be read.
    UnknownRegionError, UnknownLanguageError, RegionError
        Where there is no such region, it has no names in the language, or it contradicts itself.
    DateError
        Where ``as_known_on`` is no day.

    Examples
    --------
    After ``geo build seeds -o output``:

    >>> import geo
    >>> control = geo.read_control("output")
    >>> day = control.on("2021-02-01")
    >>> kalbajar = day[day["area"] == "kalbajar-district"]
    >>> [(row.controller, row.status, round(row.km2)) for row in kalbajar.itertuples()]
    [('azerbaijan', 'held', 1823), ('armenia', 'in_doubt', 748), ('azerbaijan', 'held', 200)]
    >>> control.history("Kalbajar")[["part", "start", "controller", "status"]].iloc[-2:].values.tolist()
    [[2, '2020-09-27', 'armenia', 'in_doubt'], [3, '1988-01-01', 'azerbaijan', 'held']]
    >>> control.totals()["low_km2"].groupby(control.totals()["start"]).sum().round(2).unique().tolist()
    [16943.46]
    """
    import warnings

    from geo import pipeline
    from geo.regions import open_region

    opened = open_region(region, names=names)
    known_on = as_day(as_known_on) if as_known_on else None
    chart = pipeline.load_chart(
        Path(folder),
        region=opened,
        as_known_on=known_on,
        warn=lambda words: warnings.warn(words, stacklevel=2),
    )

    def draw() -> str:
        reading, decision = pipeline.load(Path(folder), region=opened, as_known_on=known_on, warn=_say_nothing)
        return pipeline.draw(reading, decision, region=opened)

    return Control(chart=chart, draw=draw)


def _say_nothing(_: str) -> None:
    """For what was warned of when the control was read."""


@dataclass(frozen=True, kw_only=True)
class Control:
    """Who controlled what, when, as reported; each answer a GeoDataFrame in degrees on WGS 84 (EPSG:4326).

    A notebook shows it as the map page, in a frame that can reach neither the notebook nor the network.

    The columns are those of the command line's CSV, lists joined by `` | ``, so that every format takes them: fields of
    control intervals, and ``becomes``, who holds the cells once a change of uncertain date is over. ``geometry`` is the
    union of the cells that a row is about, or the point of a town or village.
    """

    chart: Chart
    draw: Callable[[], str] = field(repr=False, compare=False)

    @cached_property
    def page(self) -> str:
        """The map page, as HTML.

        Raises
        ------
        MissingInputError
            Where the folder that was read holds decisions and no articles or claims.
        """
        return self.draw()

    def save(self, path: str | Path) -> Path:
        """Write the map page to a file, whole or not at all, and give its path; OutputError where that fails."""
        from geo.files import write_bytes

        write_bytes(Path(path), self.page.encode("utf-8"))
        return Path(path)

    def _repr_html_(self) -> str:
        from geo.webmap.inline import frame

        return frame(self.page, title=f"{self.chart.region.name}: reported control")

    def on(self, day: str | date) -> gpd.GeoDataFrame:
        """The states of all cells on a day: a row for each district and state, by district and size.

        Raises
        ------
        DateError
            Where it is no day, or nothing is known of it.
        """
        from geo.answers import DAY_COLUMNS, day_rows

        when = as_day(day)
        self.chart.require(when)
        return self._told(day_rows(when, self.chart), columns=DAY_COLUMNS)

    def places_on(self, day: str | date) -> gpd.GeoDataFrame:
        """The states of towns and villages that have one of their own on a day: a row for each, by its id, as points.

        Raises
        ------
        DateError
            Where it is no day, or nothing is known of it.
        """
        from geo.answers import PLACE_COLUMNS, place_rows

        when = as_day(day)
        self.chart.require(when)
        return self._told(place_rows(when, self.chart), columns=PLACE_COLUMNS)

    def history(self, place: str) -> gpd.GeoDataFrame:
        """The states of a place over time: a row for each part and period, the largest part first.

        Raises
        ------
        UnknownPlaceError
            Where the region has no such place, or it has no cells.
        """
        from geo.answers import HISTORY_COLUMNS, history, history_rows

        return self._told(history_rows(history(place, self.chart)), columns=HISTORY_COLUMNS)

    def difference(self, first: str | date, last: str | date) -> gpd.GeoDataFrame:
        """What changed between two days: a row for each change, the largest first.

        Raises
        ------
        DateError
            Where one is no day, they are not in order, or nothing is known of one of them.
        """
        from geo.answers import DIFFERENCE_COLUMNS, difference, difference_rows

        found = difference(as_day(first), as_day(last), self.chart)
        return self._told(difference_rows(found), columns=DIFFERENCE_COLUMNS)

    def totals(self) -> gpd.GeoDataFrame:
        """km² over time: a row for each period and side, and for each status that leaves cells open.

        ``low_km2`` is held for certain, ``high_km2`` all that a side may hold; the low figures of a period add up to
        the region's area. ``geometry`` is what ``low_km2`` measures.
        """
        from geo.answers import TOTALS_COLUMNS, totals_rows
        from geo.figures import totals

        chart = self.chart
        rows = totals_rows(totals(chart.intervals, chart.region, until=chart.last, claims=chart.claims))
        counted = {start: self._counted(day_of(start)) for start in {str(row["start"]) for row in rows}}
        cells = [counted[str(row["start"])][row["controller"], row["status"]] for row in rows]
        return self._frame(rows, cells, columns=TOTALS_COLUMNS)

    def _told(self, rows: Sequence[Row], *, columns: Sequence[str]) -> gpd.GeoDataFrame:
        """Rows that name their own cells."""
        cells = [cast("tuple[str, ...]", row["cells"]) for row in rows]
        return self._frame(rows, cells, columns=columns)

    def _counted(self, day: date) -> defaultdict[tuple[object, object], list[str]]:
        """The cells behind the figures of a day: those held for certain by side, the others by status."""
        from geo.answers import states_on

        states = states_on(day, self.chart)
        found: defaultdict[tuple[object, object], list[str]] = defaultdict(list)
        for cell in self.chart.region.cells:
            state = states.get(cell.id)
            if state is None or (state.status == "held" and state.controller is None):
                found[None, "unknown"].append(cell.id)
            else:
                found[state.controller if state.status == "held" else None, state.status].append(cell.id)
        return found

    def _frame(
        self, rows: Sequence[Row], cells: Sequence[Sequence[str]], *, columns: Sequence[str]
    ) -> gpd.GeoDataFrame:
        """Rows with the union of their cells as geometry."""
        import geopandas as gpd
        from shapely import union_all

        frame = self.chart.region.cell_frame()
        shapes = dict(zip(frame["cell"], frame.geometry, strict=True)) | self._spots()
        unions = {key: union_all([shapes[cell] for cell in key]) for key in {tuple(sorted(ids)) for ids in cells}}
        values = {name: [_flat(row[name]) for row in rows] for name in columns}
        return gpd.GeoDataFrame(values, geometry=[unions[tuple(sorted(ids))] for ids in cells], crs=CRS)

    def _spots(self) -> dict[str, Point]:
        """Where the points lie that have a state of their own, by their ids; an empty one where that is not known."""
        from shapely import Point

        known = {ident: self.chart.region.place(place) for place, ident in self.chart.point_places.items()}
        return {
            ident: Point() if place is None or place.lat is None else Point(place.lon, place.lat)
            for ident, place in known.items()
        }


def _flat(value: object) -> object:
    """A value that every format takes: lists as one text."""
    return BETWEEN.join(map(str, value)) if isinstance(value, list | tuple) else value


def as_day(text: str | date) -> date:
    """The day that a text names; DateError where it names none."""
    try:
        return text if isinstance(text, date) else day_of(text)
    except (TypeError, ValueError) as error:
        raise DateError(f"{text!r} is no day. Write it as 2021-02-01.") from error
