"""The WGS 84 ellipsoid, on which areas and distances are measured."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyproj import Geod


@cache
def ellipsoid() -> Geod:
    """The ellipsoid, made once."""
    from pyproj import Geod

    return Geod(ellps="WGS84")
