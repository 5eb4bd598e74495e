"""Opens a region: its areas, cells, gazetteer, parties, outlets and groups.

A region is a folder of data, ``shapes/<id>/``; nothing in it is code, and nothing in the code knows a region. A folder
``./shapes`` wins over the regions that the package carries. Attributes are read with the standard library; geometry is
read by those who draw or measure it (:meth:`Region.cell_frame`).
"""

from __future__ import annotations

from geo.regions.folders import list_regions
from geo.regions.languages import check_names, languages, offered
from geo.regions.model import Area, Baseline, Box, Cell, Group, Limit, MapStyle, Party, PublishedArea, Region
from geo.regions.opening import open_region
from geo.regions.outlets import Outlet

__all__ = [
    "Area",
    "Baseline",
    "Box",
    "Cell",
    "Group",
    "Limit",
    "MapStyle",
    "Outlet",
    "Party",
    "PublishedArea",
    "Region",
    "check_names",
    "languages",
    "list_regions",
    "offered",
    "open_region",
]
