"""Makes a region of anybody's files: areas are read, mended, cut into cells, and every change is said."""

from __future__ import annotations

from geo.regions.making.changes import Change
from geo.regions.making.plan import About, Inputs
from geo.regions.making.region import Made, make_region
from geo.regions.making.vectors import Source

__all__ = ["About", "Change", "Inputs", "Made", "Source", "make_region"]
