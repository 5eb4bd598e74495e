"""Logistic regression with a ridge (Hoerl and Kennard 1970) over signs that an example has or lacks.

Fitted by accelerated gradient descent (Nesterov 1983) from zero, so that the same examples give the same weights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_STEPS = 600


def fitted(
    rows: Sequence[Sequence[int]], *, right: NDArray[np.float64], counts: NDArray[np.float64], size: int, ridge: float
) -> NDArray[np.float64]:
    """The weights of the signs 0 to ``size``, of which every example has 0, held by no ridge.

    Each row holds the numbers of the signs that an example has; ``right`` is 1 or 0, ``counts`` what it counts.
    """
    columns = np.array([column for row in rows for column in row])
    lengths = np.array([len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    held = np.full(size, ridge)
    held[0] = 0.0
    steepness = 0.25 * np.bincount(columns, weights=np.repeat(counts * lengths, lengths), minlength=size) + held + 1e-9
    weights = ahead = np.zeros(size)
    for step in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.add.reduceat(ahead[columns], starts)))
        slope = np.bincount(columns, weights=np.repeat(counts * (right - chance), lengths), minlength=size)
        after = ahead + (slope - held * ahead) / steepness
        ahead = after + step / (step + 3) * (after - weights)
        weights = after
    return weights
