"""The model's products of matrices, made by the BLAS inside numpy and in one thread.

The BLIS that comes with spaCy's wheels is built for processors of any kind, and numpy's OpenBLAS for each of them: it
takes a third of the time. With more threads than one it takes longer than BLIS does, since those of matrices as small
as a few sentences' mostly wait for each other.
"""

from __future__ import annotations

from contextlib import contextmanager
from ctypes import CDLL
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMES = ("scipy_openblas_{}_num_threads64_", "scipy_openblas_{}_num_threads")
"""What numpy's wheels call the two functions of OpenBLAS."""


class Threads(NamedTuple):
    """How many threads OpenBLAS takes, to be asked and to be told."""

    get: Callable[[], int]
    set: Callable[[int], None]


def multiply_by_numpy(nlp: Any) -> None:  # noqa: ANN401 - spaCy is loaded with the model only
    """Make the pipes of a model multiply by numpy where its threads can be counted; else they stay as they are."""
    if openblas_threads() is None:
        return
    models = (getattr(pipe, "model", None) for _, pipe in nlp.pipeline)
    for layer in (layer for model in models if model for layer in model.walk()):
        layer.ops.use_blis = False


@contextmanager
def one_thread() -> Iterator[None]:
    """While this lasts, numpy multiplies in one thread."""
    threads = openblas_threads()
    if threads is None:
        yield
        return
    before = threads.get()
    threads.set(1)
    try:
        yield
    finally:
        threads.set(before)


@cache
def openblas_threads() -> Threads | None:
    """The threads of numpy's own OpenBLAS; None where it has another BLAS."""
    library = CDLL(import_module("numpy.linalg._umath_linalg").__file__)  # through which OpenBLAS is found
    for name in _NAMES:
        if hasattr(library, name.format("set")):
            return Threads(library[name.format("get")], library[name.format("set")])
    return None
