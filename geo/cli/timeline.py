"""``geo timeline``: claims to who held what, when; the second half of a build, without the map."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import PIPE, Folder, Region

NAME = "timeline"
EXAMPLES = """Examples:

geo timeline -i output

geo timeline -i output -o - | head"""


def run(
    *,
    folder: Folder = Path("output"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            show_default=False,
            help="Where to write, by default the input's folder; - for the intervals in a pipe.",
        ),
    ] = None,
    region: Region = "karabakh",
) -> None:
    """Decide who held what from claims that were read: located, intervals, presence, unplaced (.jsonl)."""
    from geo.cli.writing import put_lines
    from geo.outputs import INTERVALS, read_reading, write_course
    from geo.pipeline import decide_course
    from geo.regions import open_region

    course = decide_course(read_reading(folder), region=open_region(region))
    if output == PIPE:
        put_lines(PIPE, course.intervals)
    else:
        write_course(output or folder, course)
        typer.echo(f"{len(course.intervals)} intervals in {(output or folder) / INTERVALS}", err=True)
