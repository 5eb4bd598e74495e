"""Hangs words of a tree on other governors."""

from __future__ import annotations

from dataclasses import replace

from geo.extract.syntax.trees.parse import Parse

Links = dict[int, tuple[int, str]]
"""The words that a mending moves: each with its new governor and the label of its link."""


def tagged(parse: Parse, links: Links, tag: str) -> Parse:
    """The tree with words that are names or participles after all, each in its own place."""
    if not links:
        return parse
    words = tuple(
        word._replace(tag=tag) if links.get(word.at, ("", "npadvmod"))[1] != "npadvmod" else word
        for word in parse.words
    )
    return rehang(replace(parse, words=words), links)


def rehang(parse: Parse, links: Links) -> Parse:
    """The tree with some words on other governors."""
    if not links:
        return parse
    if _goes_round(parse, links):
        return parse
    hung = ((word, *links.get(word.at, (word.head, word.dep))) for word in parse.words)
    return Parse.of(word._replace(head=head, dep=dep) for word, head, dep in hung)


def _goes_round(parse: Parse, links: Links) -> bool:
    """Whether new governors would leave words that hang on one another and on no root: no tree at all."""
    heads = {word.at: links.get(word.at, (word.head, ""))[0] for word in parse.words}
    for at in links:
        seen: set[int] = set()
        while at not in seen:
            seen.add(at)
            above = heads[at]
            if above == at:
                break
            at = above  # noqa: PLW2901 - climbs from each moved word
        else:
            return True
    return False
