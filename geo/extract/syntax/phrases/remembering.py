"""Answers about one sentence, worked out once: its tree does not change, and of a noun the same is asked many times."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class _Remembering(Protocol):
    """Whoever reads one sentence, with the answers that were given already."""

    @property
    def known(self) -> dict[Any, Any]: ...


Reader = TypeVar("Reader", bound=_Remembering)
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
_NEW = object()


def remembered(
    method: Callable[Concatenate[Reader, Asked], Answer],
) -> Callable[Concatenate[Reader, Asked], Answer]:
    """A method whose answers are kept in the ``known`` of its object; they are not to be changed by whoever asks."""
    name = method.__name__

    @wraps(method)
    def answer(self: Reader, /, *args: Asked.args, **options: Asked.kwargs) -> Answer:
        key = (name, args, *options.values()) if options else (name, args)
        found: Any = self.known.get(key, _NEW)
        if found is _NEW:
            found = self.known[key] = method(self, *args, **options)
        return found  # type: ignore[no-any-return]

    return answer
