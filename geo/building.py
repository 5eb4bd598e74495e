"""Building a map in Python, for scripts and notebooks.

>>> geo.build("seeds")  # the map itself, where a notebook shows it                     # doctest: +SKIP
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from geo.frames import as_day, read_control

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from geo.articles import InputProblem
    from geo.frames import Control
    from geo.pipeline import BuildResult

T = TypeVar("T")


def build(
    inputs: str | Path | Iterable[str | Path],
    output: str | Path | None = None,
    *,
    region: str = "karabakh",
    names: str = "both",
    as_known_on: str | date | None = None,
    corrections: str | Path | None = None,
    story: str | Path | None = None,
    grammar_only: bool = False,
) -> Control:
    """Read reports and decide who controlled what, when: what ``geo build`` does, and the result to go on with.

    A notebook shows the result as the map; :meth:`Control.on` and its kin answer with GeoDataFrames.

    Parameters
    ----------
    inputs
        A file or folder of reports, or several, in the forms that ``geo build`` takes.
    output
        The folder to write to. None keeps nothing on the disk.
    region
        A name or a path, as :func:`geo.regions.open_region` takes it.
    names
        The names of places to show: ``both`` in the region's stated order, or the tag of one language.
    as_known_on
        Use only what was published by this day.
    corrections
        A table of an analyst's decisions; None takes those that stand beside the reports.
    story
        The file of a story that the page tells.
    grammar_only
        Read without the parser.

    Warns
    -----
    UserWarning
        Of each file or line that was left out and why, and of what else the result's reader should know.

    Raises
    ------
    MissingInputError, InputError
        Where a path does not exist, or no report could be read.
    UnknownRegionError, UnknownLanguageError, RegionError
        Where there is no such region, it has no names in the language, or it contradicts itself.
    OutputError
        Where a file cannot be written; the folder then holds what it held before.
    DateError
        Where ``as_known_on`` is no day.

    Examples
    --------
    >>> import geo
    >>> control = geo.build("seeds")
    >>> day = control.on("2021-02-01")
    >>> day[day["area"] == "kalbajar-district"]["controller"].tolist()
    ['azerbaijan', 'armenia', 'azerbaijan']
    """
    from geo import pipeline
    from geo.settings import Settings

    day = str(as_day(as_known_on)) if as_known_on else None
    settings = Settings(region=region, names=names, as_known_on=day, grammar_only=grammar_only)
    tables, told = Path(corrections) if corrections else None, Path(story) if story else None
    listener = _Listener()

    def build_in(folder: Path) -> Control:
        result = pipeline.build(
            _paths(inputs), folder, settings=settings, reporter=listener, corrections=tables, story=told
        )
        return _control(result, folder, region=region, names=names)

    try:
        if output is not None:
            return build_in(Path(output))
        with TemporaryDirectory(prefix="geo-") as folder:
            return build_in(Path(folder))
    finally:
        for message in listener.messages:
            warnings.warn(message, stacklevel=2)


def _paths(inputs: str | Path | Iterable[str | Path]) -> list[Path]:
    return [Path(inputs)] if isinstance(inputs, str | Path) else [Path(path) for path in inputs]


def _control(result: BuildResult, folder: Path, *, region: str, names: str) -> Control:
    """What was decided, with the page as it was written: the folder may be gone when it is asked for."""
    page = result.page.read_text(encoding="utf-8")
    return replace(read_control(folder, region=region, names=names), draw=lambda: page)


@dataclass(frozen=True, slots=True)
class _Listener:
    """Keeps what is told of, and shows no progress."""

    messages: list[str] = field(default_factory=list)

    def track(self, items: Sequence[T], *, stage: str) -> Iterable[T]:  # noqa: ARG002 - the protocol names it
        return items

    def problem(self, problem: InputProblem) -> None:
        self.messages.append(f"Left out: {problem}")

    def warn(self, message: str) -> None:
        self.messages.append(message)
