"""Mends what the parser often gets wrong, before anything is read from a tree: each mending is one function."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.parse import Parse


def mend(parse: Parse) -> Parse:
    """The tree with the usual mistakes mended."""
    return _rehang(parse, _strayed_members(parse))


def _strayed_members(parse: Parse) -> dict[int, int]:
    """Nouns joined to a verb by ``and``, which are members of a list before it that an aside has interrupted.

    ``occupied Karabakh, also known as Artsakh, and seven districts``: the districts are occupied too.
    """
    found: dict[int, int] = {}
    for word in parse.words:
        if word.dep != "conj" or not word.tag.startswith("N") or not parse.words[word.head].tag.startswith("V"):
            continue
        if any(parse.words[child].dep in ("nsubj", "cop", "aux") for child in parse.children[word.at]):
            continue
        objects = [
            noun.at
            for noun in parse.words[: word.at]
            if noun.dep in ("dobj", "nsubjpass") and noun.tag.startswith("N") and noun.head >= word.head
        ]
        if objects:
            found[word.at] = objects[-1]
    return found


def _rehang(parse: Parse, heads: dict[int, int]) -> Parse:
    """The tree with some words on other governors."""
    if not heads:
        return parse
    words = tuple(word._replace(head=heads.get(word.at, word.head)) for word in parse.words)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            children[word.head].append(word.at)
    return replace(parse, words=words, children=tuple(map(tuple, children)))
