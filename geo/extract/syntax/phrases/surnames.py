"""Tells persons from places by a fuller name elsewhere in the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.extract.syntax.phrases.naming import Name


def with_surnames(found: Sequence[Mapping[int, Name]]) -> list[dict[int, Name]]:
    """The names of an article's sentences, those told apart as persons by a fuller name of the same article.

    ``Assad`` is a person where ``President Bashar al-Assad`` stands in another sentence.
    """
    persons = {name.text.split()[-1] for names in found for name in names.values() if name.nature == "person"}
    persons |= {surname.partition("-")[2] for surname in persons if surname.lower().startswith("al-")}

    def known(name: Name) -> Name:
        if name.nature == "open" and name.text in persons:
            return replace(name, nature="person", is_place=False)
        return name

    return [{at: known(name) for at, name in names.items()} for names in found]
