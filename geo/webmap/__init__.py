"""The map page: records in, one HTML file out that opens from disk without a network.

Records become plain data (:mod:`.payload`, :mod:`.geometry`, :mod:`.topology`, :mod:`.names`, :mod:`.palette`), folium
writes the map and its layers into the page's shell (:mod:`.layers`), and only then the data goes in (:mod:`.page`,
:mod:`.embed`). The page's own script is in ``script/`` (ES modules; ``npm ci && npm run build`` bundles them into
``assets/page.js``, which is committed); Leaflet and its licence are in ``assets/leaflet/``.
"""

from __future__ import annotations

from geo.webmap.page import render_page

__all__ = ["render_page"]
