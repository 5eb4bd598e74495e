"""Article + mentions -> claims: who gained, lost, held or was deployed to which place, when, and on whose word."""

from __future__ import annotations

from geo.extract.claims import claim_id
from geo.extract.engine import Reader, extract_claims

__all__ = ["Reader", "claim_id", "extract_claims"]
