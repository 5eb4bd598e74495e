"""Exports for other programs: records in, the bytes of files out; the caller writes them."""

from geo.export.content import LAYERS, Content, atlas_of
from geo.export.formats import FORMATS, Format
from geo.export.layers import Atlas, Layer, Row

__all__ = ["FORMATS", "LAYERS", "Atlas", "Content", "Format", "Layer", "Row", "atlas_of"]
