"""The folium map of the page: no tiles unless asked for, no borrowed scripts, layers of our own that draw on canvas.

folium writes the code that makes the Leaflet map, adds the layers and the layer control. Nothing that comes from a
report passes through here, since folium and branca run Jinja over the strings that they are given: the data is put in
after they have rendered (:mod:`geo.webmap.page`).
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import folium
from branca.element import Figure, MacroElement
from folium.map import Layer
from folium.template import Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.webmap.tiles import Tiles

MAP_ID = "geo"
LAND = "land"
OFFLINE = "Offline map"
LAYERS = (
    (LAND, None),
    ("control", "Control"),
    ("waters", "Rivers and lakes"),
    ("presence", "Forces and plans"),
    ("borders", "Borders"),
    ("events", "Events"),
    ("places", "Towns and villages"),
    ("labels", "Names"),
)
"""Our canvas layers from the bottom up, with the name that the layer control shows; None is always on."""


class PageFigure(Figure):
    """The page around the map: the shell from our assets instead of branca's, so no script from elsewhere is named."""

    _template = Template(files("geo.webmap").joinpath("assets/page.html").read_text(encoding="utf-8"))


class CanvasLayer(Layer):
    """A layer that our script draws; ``key`` says which."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = GeoPage.layer({{ this.key|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, key: str, *, name: str | None, overlay: bool = True) -> None:
        super().__init__(name=name or key, overlay=overlay, control=name is not None)
        self._name = "Canvas"
        self._id = key
        self.key = key


class OnlineTiles(Layer):
    """Tiles of a host, off until the page's reader switches them on; instead of the offline land."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.tileLayer({{ this.source.url|tojson }}, {{ this.options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, source: Tiles) -> None:
        super().__init__(name=f"{source.name} (asks the network)", overlay=False, control=True, show=False)
        self._name = "Tiles"
        self._id = source.id.replace("-", "_")
        self.source = source
        self.options = {
            "attribution": source.attribution,
            "maxNativeZoom": source.max_zoom,
            "subdomains": source.subdomains or "abc",
            "referrerPolicy": "strict-origin-when-cross-origin" if source.referrer else "no-referrer",
        }


class Start(MacroElement):
    """Hands the finished map to our script; added last."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            GeoPage.start({{ this._parent.get_name() }});
        {% endmacro %}
        """
    )


def page_figure(bounds: Sequence[float] | None, tiles: Sequence[Tiles] = ()) -> PageFigure:
    """The page's shell with its map, which can show ``tiles`` instead of the offline land.

    The map starts in the middle of ``bounds`` (west, south, east, north in degrees; None for the world). Our script
    fits it to them, once it knows how much room the page leaves.
    """
    west, south, east, north = bounds or (-180.0, -60.0, 180.0, 75.0)
    view = folium.Map(
        location=[round((south + north) / 2, 4), round((west + east) / 2, 4)],
        tiles=None,
        zoom_start=8,
        control_scale=True,
        zoom_snap=0.1,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=120,
        max_zoom=12,
        attribution_control=False,
        world_copy_jump=False,
    )
    view._id = MAP_ID  # noqa: SLF001 - branca offers no other way to fix an element's id
    for key, name in LAYERS:
        stands_for_tiles = key == LAND and bool(tiles)
        CanvasLayer(key, name=OFFLINE if stands_for_tiles else name, overlay=not stands_for_tiles).add_to(view)
    for source in tiles:
        OnlineTiles(source).add_to(view)
    control = folium.LayerControl(position="topright", collapsed=True, autoZIndex=False)
    control._id = MAP_ID  # noqa: SLF001
    control.add_to(view)
    view.add_child(Start(), name="start")
    figure = PageFigure()
    figure.add_child(view)
    return figure


def render_shell(bounds: Sequence[float] | None, tiles: Sequence[Tiles] = ()) -> str:
    """HTML of the page with ``@@name@@`` where assets and data go; the same bounds always give the same bytes."""
    shell: str = page_figure(bounds, tiles).render()
    return shell
