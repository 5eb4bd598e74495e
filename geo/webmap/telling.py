"""A story's steps as the page has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.story import SHOWN
from geo.webmap.days import day_number

if TYPE_CHECKING:
    from geo.story import Step, Story

Json = dict[str, object]


def story_data(story: Story | None) -> Json:
    """What the page has to know of a story, under its key; nothing where there is none."""
    if story is None:
        return {}
    steps = [_step(step) for step in story.steps]
    return {"story": {"title": story.title, "language": story.language, "steps": steps}}


def _step(step: Step) -> Json:
    known = step.known if step.known in (None, SHOWN) else day_number(step.known)
    view = step.view
    return {
        "title": step.title,
        "text": step.text,
        "day": day_number(step.date),
        "bbox": list(view.bbox) if view and view.bbox else None,
        "at": [*view.center, view.zoom] if view and view.center else None,
        "open": step.selection,
        "known": "all" if known is None else known,
    }
