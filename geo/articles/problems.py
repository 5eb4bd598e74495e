"""What was wrong with an input, told to whoever asked for it to be read; the reading goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class InputProblem:
    """A file, or a line of one, that was left out or not read in full, and why. ``path`` is one printable line."""

    path: str
    reason: str

    def __str__(self) -> str:
        """The problem as one line."""
        return f"{self.path}: {self.reason}"


OnProblem: TypeAlias = "Callable[[InputProblem], None]"
