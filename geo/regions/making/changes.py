"""What was changed on the way in: every repair is said, with the row that it was made in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One repair: ``where`` is a file, with the row and its name where it is about one; ``what`` is a sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        """The change as one line."""
        return f"{self.where}: {self.what}"
