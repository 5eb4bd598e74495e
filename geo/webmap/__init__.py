"""The map page: records in, one HTML file out that opens from disk without a network."""

from __future__ import annotations

from geo.webmap.page import render_page

__all__ = ["render_page"]
