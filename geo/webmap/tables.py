"""Long lists of the page's data as they are kept while it is made: by column, and not an object for each row.

A hundred thousand rows as dictionaries take as much memory as all records that they are made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

Json = dict[str, object]

LACKING: Final = object()
"""Stands in a column for a row that lacks its key."""


class Table(Sequence[Json]):
    """Rows by column; a row is made when it is asked for."""

    def __init__(self, rows: Iterable[Mapping[str, object]] = ()) -> None:
        """Take the rows one by one; none of them is kept."""
        self.columns: dict[str, list[object]] = {}
        self._length = 0
        self._last: tuple[str, ...] = ()
        self._put: list[Callable[[object], None]] = []
        for row in rows:
            self.append(row)

    @classmethod
    def of(cls, columns: Mapping[str, list[Any]]) -> Table:
        """Rows that are there by column already, all of one length; they are taken as they are.

        :data:`LACKING` stands for what a row lacks. Columns stand as they would if the rows had come one by one: by
        the first row that has them.
        """
        first = {name: _first_there(values) for name, values in columns.items()}
        table = cls()
        table._length = max(map(len, columns.values()), default=0)
        table.columns = {
            name: columns[name] for name in sorted(columns, key=first.__getitem__) if first[name] < table._length
        }
        return table

    def append(self, row: Mapping[str, object]) -> None:
        """Add a row at the end."""
        if self._last != tuple(row):
            self._expect(tuple(row))
        for put, value in zip(self._put, row.values(), strict=True):
            put(value)
        self._length += 1
        if len(self._put) < len(self.columns):
            for column in self.columns.values():
                if len(column) < self._length:
                    column.append(LACKING)

    def _expect(self, names: tuple[str, ...]) -> None:
        """Where the values of rows with these keys go: most rows have those of the one before."""
        for name in names:
            if name not in self.columns:
                self.columns[name] = [LACKING] * self._length
        self._last = names
        self._put = [self.columns[name].append for name in names]

    def __len__(self) -> int:
        """How many there are."""
        return self._length

    @overload
    def __getitem__(self, index: int) -> Json: ...
    @overload
    def __getitem__(self, index: slice) -> list[Json]: ...
    def __getitem__(self, index: int | slice) -> Json | list[Json]:
        """A row, without the keys that it lacks, or several."""
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self._length))]
        if not -self._length <= index < self._length:
            raise IndexError(f"no row {index}; there are {self._length}")
        return {name: column[index] for name, column in self.columns.items() if column[index] is not LACKING}


def _first_there(values: Sequence[object]) -> int:
    """The place of the first value that is not lacking; their number, where all are."""
    return next((i for i, value in enumerate(values) if value is not LACKING), len(values))


class Ragged(Sequence[list[int]]):
    """Lists of whole numbers, as their lengths and the numbers of all."""

    def __init__(self, counts: NDArray[np.int64], items: NDArray[np.int32]) -> None:
        """``items`` are those of the first list, of the second, and so on, as many of each as ``counts`` says."""
        self.counts = counts
        self.items = items
        self._ends: list[int] = counts.cumsum().tolist()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> list[int]: ...
    @overload
    def __getitem__(self, index: slice) -> list[list[int]]: ...
    def __getitem__(self, index: int | slice) -> list[int] | list[list[int]]:
        """A list, or several."""
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        end = self._ends[index]
        found: list[int] = self.items[end - int(self.counts[index]) : end].tolist()
        return found
