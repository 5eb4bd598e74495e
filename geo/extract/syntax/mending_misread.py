"""Mends words that the tagger took for another class: sites taken for verbs, verbs taken for participles or nouns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending_speech import Links
    from geo.extract.syntax.parse import Parse, Word

_APOSTROPHES = ("'", "\u2019")
_OPENING_QUOTES = ("'", "\u2018", "`", "``")


def sites_as_verbs(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``the Salang pass`` and ``the Bab al-Hawa crossing`` as nouns, which can be verbs elsewhere."""
    words = list(parse.words)
    for word in parse.words[1:]:
        kind = word.lower.removesuffix("s")
        slot = word.tag.startswith("V") and word.dep in ("dobj", "pobj", *SUBJECTS)
        if not slot or kind not in lexicon.lists["verbal_sites"] or words[word.at - 1].tag not in ("NNP", "NN"):
            continue
        words[word.at] = word._replace(tag="NN" if kind == word.lower else "NNS", lemma=kind)
        for child in parse.deps(word.at, *SUBJECTS):
            if child == word.at - 1:
                words[child] = words[child]._replace(dep="compound")
        for child in parse.deps(word.at, "advcl"):
            words[child] = words[child]._replace(dep="acl")
    return replace(parse, words=tuple(words))


def bare_possessives(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The town has been the rebels' since June``: an apostrophe behind a plural that closes no quotation."""
    words = parse.words
    for mark in words[1:]:
        owner = words[mark.at - 1]
        opened = any(word.text in _OPENING_QUOTES for word in words[: mark.at])
        if mark.text not in _APOSTROPHES or owner.tag not in ("NNS", "NNPS") or opened:
            continue
        if owner.dep == "attr" and mark.dep != "case":
            return {mark.at: (owner.at, "case")}
    return {}


def got_passives(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``got overrun`` as a passive where the tagger took the participle for an object."""
    for verb in parse.words[:-1]:
        done = parse.words[verb.at + 1]
        lemma = next((one.lemma for one in lexicon.forms.get(done.lower, ()) if one.form == "participle"), None)
        subject = parse.dep(verb.at, "nsubj")
        if verb.lemma != "get" or lemma is None or subject is None or done.head != verb.at:
            continue
        if done.tag not in ("NN", "JJ", "VBD", "VBN", "VB") or done.dep not in ("dobj", "acomp", "attr", "oprd"):
            continue
        head = done.at if verb.head == verb.at else verb.head
        words = [
            word._replace(head=done.at) if word.head == verb.at and word.at != done.at else word for word in parse.words
        ]
        words[done.at] = done._replace(tag="VBN", lemma=lemma, head=head, dep=verb.dep)
        words[verb.at] = verb._replace(head=done.at, dep="auxpass")
        words[subject] = words[subject]._replace(dep="nsubjpass")
        return replace(parse, words=tuple(words), children=_children(words))
    return parse


def lone_participles(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``A thousand defenders clung to the town`` as a clause: such a verb has no passive participle."""
    for noun in parse.words:
        verb = next(parse.deps(noun.at, "acl"), None) if noun.dep == "ROOT" and noun.tag in ("NN", "NNS") else None
        if verb is None or verb != noun.at + 1 or parse.words[verb].tag not in ("VBN", "VBD"):
            continue
        predicates = lexicon.verbs.get(parse.words[verb].lemma, ())
        passive = any(predicate.passive for predicate in predicates) or not predicates
        if passive or parse.dep(verb, "aux", "auxpass", "agent") is not None:
            continue
        words = [word._replace(head=verb) if word.head == noun.at and word.at > verb else word for word in parse.words]
        words[verb] = words[verb]._replace(tag="VBD", head=verb, dep="ROOT")
        words[noun.at] = noun._replace(head=verb, dep="nsubj")
        return replace(parse, words=tuple(words), children=_children(words))
    return parse


def _children(words: list[Word]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            found[word.head].append(word.at)
    return tuple(map(tuple, found))
