"""The model's embedding of words, worked out once for each word of a batch and not for each time that it stands there.

What a word is embedded as hangs on nothing beside it, so that the numbers are the same to the last bit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_PARTS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
"""The layers of an embedding that knows a word by its features alone; other models are left as they are."""


def embed_each_once(tok2vec: Any) -> None:  # noqa: ANN401 - a model of thinc, which is loaded with spaCy only
    """Make a tok2vec model embed each of the words of a batch once."""
    from thinc.api import Model, chain

    embedding = tok2vec.layers[0] if tok2vec.layers else tok2vec
    if [layer.name.partition("(")[0] for layer in embedding.layers] == _PARTS:
        embedding.layers[2:4] = [Model("each_once", _forward, layers=[chain(*embedding.layers[2:4])])]


def _forward(
    model: Any,  # noqa: ANN401 - as thinc hands them over
    words: Any,  # noqa: ANN401
    is_train: bool,  # noqa: ARG001, FBT001 - by name
) -> tuple[Any, Callable[[object], None]]:
    import numpy as np

    ragged = type(words)
    distinct, at = np.unique(words.dataXd, axis=0, return_inverse=True)
    embedded = model.layers[0].predict(ragged(distinct, np.array([len(distinct)], dtype="i")))
    return ragged(embedded.dataXd[at.reshape(-1)], words.lengths), _not_trained


def _not_trained(_gradient: object) -> None:
    raise NotImplementedError
