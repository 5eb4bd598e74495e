"""Why a claim says what it does: its words, its rule, its roles, its stance, its date, and how sure that is."""

from __future__ import annotations

from geo.explaining.explaining import explain
from geo.explaining.records import Explanation
from geo.explaining.telling import as_object, as_text

__all__ = ["Explanation", "as_object", "as_text", "explain"]
