"""What a common noun of place says by itself, before the names around it are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.trees.parse import Word
    from geo.records import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class LandNoun:
    """A common noun of place with what it says by itself."""

    head: int
    word: Word
    kind: str | None
    class_: str
    plural: bool
    counted: bool
    extent: Extent

    @property
    def is_thing(self) -> bool:
        """Whether it is a thing with a spot of its own, and no land that a name is given to."""
        return self.class_ in ("site", "feature")
