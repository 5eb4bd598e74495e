"""KML 2.2 for Google Earth: a folder for each layer, time spans, the parties' colours, the quotes in the balloon.

Written here and not by GDAL's LIBKML, which through pyogrio can give neither colours nor folders. LIBKML reads it: the
time spans become its fields ``begin`` and ``end``.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree as ET

from geo.export.layers import NOTICE
from geo.export.times import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from geo.export.layers import Atlas, Layer, Row

_NAMESPACE = "http://www.opengis.net/kml/2.2"

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""

_TOLD_OTHERWISE = ("start", "end", "start_time", "end_time")
"""Columns that a TimeSpan tells; under their own names they would clash with it."""

_GREY = "#8a8a8a"
_FIRM, _UNSURE = 0xA0, 0x50
"""How opaque a surface is whose state is held, and one whose state is in any doubt; 255 is fully so."""


def kml(atlas: Atlas) -> bytes:
    """One document with a folder for each layer; an interval without an end has a TimeSpan without one."""
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = _child(root, "Document")
    _child(document, "name", "Reported control")
    _child(document, "description", NOTICE)
    for ident, colour, opacity in _styles(atlas):
        style = _child(document, "Style")
        style.set("id", ident)
        _child(_child(style, "IconStyle"), "color", _abgr(colour, 0xFF if opacity == _FIRM else opacity))
        _child(_child(style, "LineStyle"), "color", _abgr(colour, 0xFF))
        _child(_child(style, "PolyStyle"), "color", _abgr(colour, opacity))
    for layer in atlas.layers:
        folder = _child(document, "Folder")
        _child(folder, "name", layer.title)
        for row in layer.rows:
            _placemark(folder, row, layer)
    ET.indent(root, space=" ")
    return cast("bytes", ET.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _placemark(folder: ET.Element, row: Row, layer: Layer) -> None:
    mark = _child(folder, "Placemark")
    mark.set("id", _clean(f"{layer.name}.{row.id}"))
    _child(mark, "name", row.title)
    _child(mark, "description", _balloon(row.properties))
    start, end = row.properties.get("start"), row.properties.get("end")
    if start or end:
        span = _child(mark, "TimeSpan")
        for tag, day in (("begin", as_typed(start, "day")), ("end", as_typed(end, "day"))):
            if day:
                _child(span, tag, f"{day}T00:00:00Z")
    if "controller" in row.properties:
        _child(mark, "styleUrl", f"#{_style_id(row)}")
    data = _child(mark, "ExtendedData")
    for name, value in row.properties.items():
        if value is not None and name not in _TOLD_OTHERWISE:
            held = _child(data, "Data")
            held.set("name", name)
            _child(held, "value", _text(value))
    if row.geometry is not None:
        _geometry(mark, row.geometry)


def _balloon(values: Mapping[str, object]) -> str:
    """What is told of a feature as HTML, in which every text of a report is escaped."""
    if "quotes" in values:
        quotes, sources = values["quotes"], values["sources"]
    else:
        quotes, sources = (values.get("quote") or "",), (values.get("source") or values.get("article") or "",)
    told = zip(cast("Sequence[str]", quotes), cast("Sequence[str]", sources), strict=True)
    lines = [str(values["rule"])] if values.get("rule") else []
    lines += [f"“{quote}” ({source})" for quote, source in told]
    return "<br><br>".join(html.escape(line) for line in lines)


def _geometry(parent: ET.Element, geometry: Mapping[str, object]) -> None:
    kind, coordinates = geometry["type"], cast("list[object]", geometry["coordinates"])
    if kind == "Point":
        _child(_child(parent, "Point"), "coordinates", _position(coordinates))
    elif kind == "Polygon":
        polygon = _child(parent, "Polygon")
        _child(polygon, "tessellate", "1")
        for at, ring in enumerate(cast("list[list[list[float]]]", coordinates)):
            border = _child(_child(polygon, "innerBoundaryIs" if at else "outerBoundaryIs"), "LinearRing")
            _child(border, "coordinates", " ".join(_position(position) for position in ring))
    else:
        several = _child(parent, "MultiGeometry")
        for part in coordinates:
            _geometry(several, {"type": "Polygon", "coordinates": part})


def _styles(atlas: Atlas) -> Iterable[tuple[str, str, int]]:
    """A style for each party and degree of certainty that occurs: its id, colour and opacity."""
    found = {}
    for layer in atlas.layers:
        for row in layer.rows:
            if "controller" in row.properties:
                colour = atlas.colours.get(str(row.properties["controller"]), _GREY)
                found[_style_id(row)] = (colour, _FIRM if _is_firm(row) else _UNSURE)
    return [(ident, colour, opacity) for ident, (colour, opacity) in sorted(found.items())]


def _style_id(row: Row) -> str:
    party = re.sub(r"[^\w-]", "-", _clean(str(row.properties["controller"] or "nobody")))
    return f"{party}.{'firm' if _is_firm(row) else 'unsure'}"


def _is_firm(row: Row) -> bool:
    return row.properties["status"] == "held"


def _abgr(colour: str, opacity: int) -> str:
    """A colour as KML writes it: opacity, blue, green, red."""
    return f"{opacity:02x}{colour[5:7]}{colour[3:5]}{colour[1:3]}"


def _position(position: Sequence[object]) -> str:
    return ",".join(repr(part) for part in position)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "\n".join(value) if isinstance(value, (list, tuple)) else str(value)


def _child(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = None if text is None else _clean(text)
    return child


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
