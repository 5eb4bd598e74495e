"""What is asked of a record often and worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Of = TypeVar("Of")
Is = TypeVar("Is")


class once(Generic[Of, Is]):  # noqa: N801 - used as a decorator, as ``property`` is
    """A property that a record without slots keeps.

    Unlike :func:`functools.cached_property` of Python 3.11 it takes no lock, which costs more than most of what is
    kept here: two threads may both work it out, to the same value.
    """

    def __init__(self, work_out: Callable[[Of], Is]) -> None:
        """Keep what ``work_out`` gives."""
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, record: Of, _: type[Of]) -> Is:
        """Work it out; from then on the record's own attribute is found before this is asked."""
        found = record.__dict__[self._name] = self._work_out(record)
        return found
