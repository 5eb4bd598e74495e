"""Exports for other programs: records in, the text of a file out. Nothing here writes to a disk."""

from geo.export.control import control_geojson
from geo.export.events import events_geojson
from geo.export.formats import FORMATS, Content, Format
from geo.export.places import places_geojson
from geo.export.table import control_csv

__all__ = ["FORMATS", "Content", "Format", "control_csv", "control_geojson", "events_geojson", "places_geojson"]
