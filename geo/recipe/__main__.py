"""``python -m geo.recipe REGION``: rebuild a region's geometry; see the folder's README."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from geo.errors import GeoError
from geo.recipe import build_region
from geo.recipe.base import fetched, write_base
from geo.regions import open_region
from geo.regions.folders import find_folder
from geo.regions.measuring import area_table


def main(arguments: list[str] | None = None) -> int:
    """Parse, build, report to stderr; 1 for what the build refuses, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m geo.recipe", description="Rebuild a region's geometry.")
    parser.add_argument("region", help="the region's name, or its folder")
    parser.add_argument(
        "--downloads",
        type=Path,
        default=Path("build/downloads"),
        help="where packages are kept (default: build/downloads)",
    )
    parser.add_argument("--base", action="store_true", help="make the base map instead: land, waters and towns around")
    parser.add_argument("--figures", action="store_true", help="build nothing; print what geo region areas prints")
    options = parser.parse_args(arguments)
    try:
        if options.figures:
            sys.stdout.write(area_table(open_region(options.region)))
            return 0
        folder = find_folder(options.region)
        if options.base:
            written = [write_base(folder, fetched(options.downloads))]
        else:
            written = build_region(folder, downloads=options.downloads)
        for path in written:
            sys.stderr.write(f"wrote {path}\n")
    except GeoError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
