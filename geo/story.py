"""A story to be told on the map: steps, each with words, a date, a view and what to open; read from ``story.json``.

What the steps say is their author's. The schema is ``geo/schemas/story-1.json``; what a schema cannot know (whether the
region has such an area, whether anything is reported on the date) is checked here too.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geo.codec import from_dict
from geo.dates import bounds
from geo.early_days import FIRST_DAY, day_of
from geo.errors import InputError, MissingInputError, RecordError
from geo.files import show
from geo.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from geo.records import Claim
    from geo.regions import Region

SHOWN: Final = "shown"
"""Knowledge that follows the date, as the page's switch ``As known on`` has it."""

MOST_ZOOM: Final = 12.0
_FURTHEST: Final = (-180.0, -85.0, 180.0, 85.0)
"""West, south, east and north beyond which the page's projection shows nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Where the map looks: at all of ``bbox`` (west, south, east, north), or at ``center`` (lon, lat) from a ``zoom``.

    Degrees on WGS 84; a zoom is one of web maps, 0 to 12.
    """

    bbox: tuple[float, float, float, float] | None = None
    center: tuple[float, float] | None = None
    zoom: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its words (paragraphs of ``text`` are parted by an empty line), and what the page shows with them.

    ``date`` is an ISO day. ``selection`` opens what a link to the page would (``area.kalbajar-district``,
    ``place.shusha``, ``event.`` and a claim's id). ``known`` is an ISO day, or ``shown``: only what was published by
    then, or by ``date``.
    """

    title: str
    text: str
    date: str
    view: View | None = None
    selection: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Steps in their order under a title; ``language`` (BCP 47) is the one that they are written in."""

    title: str
    steps: tuple[Step, ...]
    language: str | None = None


def read_story(path: Path) -> Story:
    """The story in a JSON file.

    Raises
    ------
    MissingInputError
        Where there is no such file.
    InputError
        Where it is not JSON of a story; the message names the step, the field and the value.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MissingInputError(f"No file {show(path)}. Name the story's JSON file.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{show(path)} cannot be read as text in UTF-8: {error}") from error
    try:
        story = from_dict(Story, loads(text))
    except RecordError as error:
        raise InputError(f"{show(path)}: {error}") from error
    if not story.title.strip():
        raise InputError(f"{show(path)}: the story has no title")
    if not story.steps:
        raise InputError(f"{show(path)}: the story has no steps")
    for number, step in enumerate(story.steps, 1):
        problem = _problem(step)
        if problem:
            raise InputError(f"{show(path)}, step {number}: {problem}")
    return story


def check_story(story: Story, region: Region, *, claims: Iterable[Claim], last: date | None) -> None:
    """Refuse a story that the map cannot show: days without reports, places and events that are not there.

    Raises
    ------
    InputError
        With the step's number, the value, and what to try.
    """
    first = bounds(region.start).first or FIRST_DAY
    choices = _choices(region, claims)
    for number, step in enumerate(story.steps, 1):
        day = day_of(step.date)
        if day < first or (last and day > last):
            raise InputError(f"story, step {number}: nothing is shown on {day}; the map goes from {first} to {last}")
        if step.selection is not None and step.selection not in choices:
            near = difflib.get_close_matches(step.selection, choices, n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "Copy what stands behind open= in a link to the page."
            raise InputError(f"story, step {number}: nothing on the map is {step.selection!r}. {hint}")


def _problem(step: Step) -> str | None:
    """What is wrong with a step, whatever the map; None where nothing is."""
    if not step.title.strip():
        return "it has no title"
    for name, text in (("date", step.date), ("known", step.known)):
        if text is not None and not _is_day(text) and not (name == "known" and text == SHOWN):
            return f"{name}: {text!r} is no day. Write it as 2020-11-10" + (", or 'shown'" if name == "known" else "")
    return _view_problem(step.view) if step.view else None


def _view_problem(view: View) -> str | None:
    west, south, east, north = _FURTHEST
    if (view.bbox is None) == (view.center is None) or (view.center is None) != (view.zoom is None):
        return "view: give either bbox [west, south, east, north], or center [lon, lat] and zoom"
    if view.zoom is not None and not 0 <= view.zoom <= MOST_ZOOM:
        return f"view.zoom: {view.zoom:g} is none. Give 0 to {MOST_ZOOM:g}"
    corners = [view.center] if view.center else [view.bbox[:2], view.bbox[2:]] if view.bbox else []
    for lon, lat in corners:
        if not (west <= lon <= east and south <= lat <= north):
            return f"view: longitude {lon:g}, latitude {lat:g} is not on the map. The longitude comes first"
    if view.bbox and not (view.bbox[0] < view.bbox[2] and view.bbox[1] < view.bbox[3]):
        return f"view.bbox: {list(view.bbox)} has no inside. Its order is west, south, east, north"
    return None


def _is_day(text: str) -> bool:
    try:
        return day_of(text).isoformat() == text
    except ValueError:
        return False


def _choices(region: Region, claims: Iterable[Claim]) -> list[str]:
    """What can be opened on the page, by the keys of its links."""
    return [
        *(f"area.{area.id}" for area in region.areas if area.cells),
        *(f"place.{place.id}" for place in region.places if place.area is None),
        *(f"cell.{cell.id}" for cell in region.cells),
        *(f"event.{claim.id}" for claim in claims if not claim.is_rejected),
    ]
