"""Figures of control: km² by side over time, for the page and for those who ask; pure, from intervals and a region."""

from __future__ import annotations

from geo.figures.takers import takers
from geo.figures.totals import Held, Open, Totals, totals

__all__ = ["Held", "Open", "Totals", "takers", "totals"]
