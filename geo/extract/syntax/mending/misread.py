"""Mends words that the tagger took for another class: sites taken for verbs, verbs taken for participles or nouns."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.parse import PLURAL_TAGS, Parse
from geo.extract.syntax.trees.voice import SUBJECTS
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Word

_APOSTROPHES = ("'", "\u2019")
_UNDER = frozenset({"under", "into"})
_OPENING_QUOTES = ("'", "\u2018", "`", "``")


def irregular_forms(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with the base forms of irregular verbs that the tagger left as they stand: ``clung`` is ``cling``."""
    words = list(parse.words)
    for word in parse.words:
        if word.tag in ("VBD", "VBN") and word.lemma == word.lower and word.lower not in lexicon.verbs:
            forms = lexicon.forms.get(word.lower, ())
            words[word.at] = word._replace(lemma=forms[0].lemma) if forms else word
        elif word.tag == "JJ" and word.dep == "ROOT" and parse.dep(word.at, "nsubj") is not None:  # no verb of being
            past = next((one.lemma for one in lexicon.forms.get(word.lower, ()) if one.form == "past"), None)
            words[word.at] = word._replace(tag="VBD", lemma=past) if past else word
    return replace(parse, words=tuple(words))


def movers_into(parse: Parse, _lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``Rebel units swept into Olan.`` as told of the past, where the tagger saw a headline's participle.

    A headline has no full stop: ``Rebels forced into Olan`` may be told of those whom others forced.
    """
    words = list(parse.words)
    for word in parse.words[1:-2]:
        helped = parse.dep(word.at, "aux", "auxpass", "agent", "nsubjpass", "dobj") is not None
        subject = parse.dep(word.at, "nsubj")
        root = word.tag == "VBN" and word.dep == "ROOT" and not helped
        if root and subject is not None and words[word.at + 1].lower == "into" and words[-1].text == ".":
            words[word.at] = word._replace(tag="VBD")
    return replace(parse, words=tuple(words))


def acronyms_as_plurals(parse: Parse, _lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``the MNLA`` as one, taken for several: a plural's own ``s`` is small (``APCs``)."""
    several = [word for word in parse.words if word.tag in PLURAL_TAGS and _is_acronym(word.text)]
    words = list(parse.words)
    for word in several:
        words[word.at] = word._replace(tag="NNP", lemma=word.lower)
    return replace(parse, words=tuple(words)) if several else parse


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isalpha() and text.isupper()


def participles_as_nouns(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``Sangin, overrun by the Taliban, ...`` as a participle: no noun has an agent."""
    words = list(parse.words)
    for word in parse.words[2:]:
        if word.tag not in ("NN", "JJ", "VB", "VBP") or parse.dep(word.at, "agent") is None:
            continue
        lemma = next((one.lemma for one in lexicon.forms.get(word.lower, ()) if one.form == "participle"), None)
        if lemma is None:
            continue
        words[word.at] = word._replace(tag="VBN", lemma=lemma)
        named = words[word.at - 2]
        if words[word.at - 1].text == "," and named.tag.startswith("NN") and word.dep in (*SUBJECTS, "appos", "conj"):
            words[word.at] = words[word.at]._replace(head=named.at, dep="acl")
            if word.dep in SUBJECTS and named.dep not in SUBJECTS:
                words[named.at] = named._replace(head=word.head, dep=word.dep)
    return Parse.of(words)


def prepositions_as_adverbs(parse: Parse) -> Links:
    """``flew over Sirte``: a preposition and the name behind it that the parser took for two adverbs."""
    words = parse.words
    found: Links = {}
    for link, name in pairwise(words):
        if link.tag != "IN" or (link.dep, name.dep) != ("advmod", "advmod") or link.head != name.head:
            continue
        if name.tag == "NNP" and parse.words[link.head].tag.startswith("V"):
            found |= {link.at: (link.head, "prep"), name.at: (link.at, "pobj")}
    return found


def reports_as_verbs(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``that claims of control were fiction`` as a noun: no verb is the subject of another."""
    words = list(parse.words)
    for word in parse.words:
        if word.tag not in ("VBZ", "VBP") or word.lemma not in lexicon.say_nouns | lexicon.deny_nouns:
            continue
        if parse.dep(word.at, "xcomp", "ccomp", "dobj") is not None:
            continue
        clause = _clause_without_subject(parse, word.at)
        if clause is not None:
            words[word.at - 1] = words[word.at - 1]._replace(head=clause, dep="mark", tag="IN")
            words[word.at] = word._replace(head=clause, dep="nsubj", tag="NNS")
        elif word.dep in (*SUBJECTS, "dobj", "pobj"):
            words[word.at] = word._replace(tag="NNS" if word.tag == "VBZ" else "NN")
    return Parse.of(words)


def _clause_without_subject(parse: Parse, at: int) -> int | None:
    """The clause that lacks its subject where ``told a reporter that claims of ...`` was read as ``that claims``."""
    words = parse.words
    if words[at].dep != "relcl" or words[at - 1].lower != "that" or words[at + 1].lower != "of":
        return None
    told = words[words[at].head].head
    behind = (clause for clause in parse.deps(told, "ccomp") if clause > at)
    return next((clause for clause in behind if parse.dep(clause, *SUBJECTS) is None), None)


def joined_states(parse: Parse) -> Links:
    """``The town is quiet and in rebel hands``: what is joined to the adjective is said by the same verb."""
    words = parse.words
    return {
        link.at: (words[link.head].head, "prep")
        for link in words
        if link.tag == "IN"
        and link.dep == "conj"
        and words[link.head].dep in ("acomp", "oprd")
        and words[link.head].tag.startswith("J")
    }


def perfects_as_names(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``had overrun Lofa`` as a perfect where the tagger took the participle for part of the name."""
    for have in parse.words[:-1]:
        if have.lemma != "have":
            continue
        done = parse.words[have.at + 1]
        lemma = next((one.lemma for one in lexicon.forms.get(done.text, ()) if one.form == "participle"), None)
        if lemma is None or done.dep != "compound" or done.tag not in ("NNP", "NN"):
            continue
        if parse.words[done.head].head != have.at or not _has_subject(parse, have):
            continue
        words = _promoted(parse.words, done=done._replace(lemma=lemma), auxiliary=have, dep="aux")
        return Parse.of(words)
    return parse


def _has_subject(parse: Parse, verb: Word) -> bool:
    """Whether a verb has a subject, or takes that of the one it is joined to: ``They attacked and had overrun X``."""
    joined = parse.words[verb.head] if verb.dep == "conj" else verb
    return any(parse.dep(one.at, "nsubj") is not None for one in (verb, joined))


def _promoted(words: Sequence[Word], *, done: Word, auxiliary: Word, dep: str) -> list[Word]:
    """The words with a participle in the place of the verb that it was read under, which becomes its auxiliary."""
    head = done.at if auxiliary.head == auxiliary.at else auxiliary.head
    moved = [word._replace(head=done.at) if word.head == auxiliary.at else word for word in words]
    moved[done.at] = done._replace(tag="VBN", head=head, dep=auxiliary.dep)
    moved[auxiliary.at] = auxiliary._replace(head=done.at, dep=dep)
    return moved


def sites_as_verbs(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``the Salang pass`` and ``the Bab al-Hawa crossing`` as nouns, which can be verbs elsewhere."""
    words = list(parse.words)
    sites = lexicon.lists["verbal_sites"]
    for word in parse.words[1:]:
        if not word.tag.startswith("V") or word.dep not in ("dobj", "pobj", *SUBJECTS):
            continue
        kind = word.lower if word.lower in sites else word.lower.removesuffix("s")
        never_verb = bool(world().place_nouns.of(kind)) and not lexicon.basic.lemmas(word.lower)  # "Kimpo airfield"
        if not (kind in sites or never_verb) or words[word.at - 1].tag not in ("NNP", "NN"):
            continue
        words[word.at] = word._replace(tag="NN" if kind == word.lower else "NNS", lemma=kind)
        for child in parse.deps(word.at, *SUBJECTS):
            if child == word.at - 1:
                words[child] = words[child]._replace(dep="compound")
        for child in parse.deps(word.at, "advcl"):
            words[child] = words[child]._replace(dep="acl")
        for child in parse.deps(word.at, "prep", "punct", "advmod"):
            if child < parse.edges(word.at - 1)[0]:  # "In Kashmir, the Salang pass": said of the clause
                words[child] = words[child]._replace(head=word.head)
    return Parse.of(words)


def infinitives_as_nouns(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``Soldiers are to garrison Gao`` as what is to be done: no noun stands bare before a name."""
    for to in parse.words[:-2]:
        noun, name, be = parse.words[to.at + 1], parse.words[to.at + 2], parse.words[to.head]
        if to.lower != "to" or to.dep != "prep" or be.lemma != "be" or noun.tag != "NN" or name.tag != "NNP":
            continue
        if noun.lower not in lexicon.verbs or noun.at not in range(*parse.edges(to.at)):
            continue
        chain = [name.at, *parse.governors(name.at)]
        top = next((at for at in chain if parse.words[at].head in (to.at, be.at, noun.at)), None)
        if top is None or top in (to.at, be.at, noun.at):
            continue
        words = list(parse.words)
        words[noun.at] = noun._replace(tag="VB", lemma=noun.lower, head=be.at, dep="xcomp")
        words[to.at] = to._replace(tag="TO", head=noun.at, dep="aux")
        words[top] = words[top]._replace(head=noun.at, dep="dobj")
        return Parse.of(words)
    return parse


def bare_possessives(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The town has been the rebels' since June``: an apostrophe behind a plural that closes no quotation."""
    words = parse.words
    for mark in words[1:]:
        owner = words[mark.at - 1]
        if mark.text not in _APOSTROPHES or owner.tag not in PLURAL_TAGS:
            continue
        if any(word.text in _OPENING_QUOTES for word in words[: mark.at]):
            continue
        if owner.dep == "attr" and mark.dep != "case":
            return {mark.at: (owner.at, "case")}
    return {}


def got_passives(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``got overrun`` as a passive where the tagger took the participle for an object."""
    for verb in parse.words[:-1]:
        if verb.lemma != "get":
            continue
        done = parse.words[verb.at + 1]
        lemma = next((one.lemma for one in lexicon.forms.get(done.lower, ()) if one.form == "participle"), None)
        subject = parse.dep(verb.at, "nsubj")
        if lemma is None or subject is None or done.head != verb.at:
            continue
        if done.tag not in ("NN", "JJ", "VBD", "VBN", "VB") or done.dep not in ("dobj", "acomp", "attr", "oprd"):
            continue
        words = _promoted(parse.words, done=done._replace(lemma=lemma), auxiliary=verb, dep="auxpass")
        words[subject] = words[subject]._replace(dep="nsubjpass")
        return Parse.of(words)
    return parse


def lone_participles(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``A thousand defenders clung to the town`` as a clause: such a verb has no passive participle."""
    for noun in parse.words:
        verb = parse.dep(noun.at, "acl") if noun.dep == "ROOT" and noun.tag in ("NN", "NNS") else None
        if verb is None or verb != noun.at + 1 or parse.words[verb].tag not in ("VBN", "VBD"):
            continue
        predicates = lexicon.verbs.get(parse.words[verb].lemma, ())
        passive = any(predicate.passive for predicate in predicates) or not predicates
        if passive or parse.dep(verb, "aux", "auxpass", "agent") is not None:
            continue
        words = [word._replace(head=verb) if word.head == noun.at and word.at > verb else word for word in parse.words]
        words[verb] = words[verb]._replace(tag="VBD", head=verb, dep="ROOT")
        words[noun.at] = noun._replace(head=verb, dep="nsubj")
        return Parse.of(words)
    return parse


def passed_under(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``Two posts passed under rebel control`` as active: nobody passed them there."""
    words = list(parse.words)
    for verb in parse.words[:-1]:
        alone = verb.tag == "VBN" and verb.dep == "ROOT" and parse.dep(verb.at, "aux", "auxpass", "agent") is None
        if not alone or parse.dep(verb.at, *SUBJECTS) is None or parse.words[verb.at + 1].lower not in _UNDER:
            continue
        predicates = lexicon.verbs.get(verb.lemma, ())
        if any(one.subject == "place" and not one.passive and one.ruled_under for one in predicates):
            words[verb.at] = verb._replace(tag="VBD")
            for subject in parse.deps(verb.at, "nsubjpass"):
                words[subject] = words[subject]._replace(dep="nsubj")
    return replace(parse, words=tuple(words))


def allies_as_verbs(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``troops and allied Hezbollah fighters took`` as two takers: nobody is there to ally anybody."""
    for word in parse.words[2:]:
        noun, joined = parse.dep(word.at, "dobj"), parse.words[word.head]
        beside = word.dep == "conj" and joined.dep in SUBJECTS and word.at < joined.head
        if word.lower not in lexicon.lists["allied"] or not word.tag.startswith("V") or not beside:
            continue
        if noun is None or noun < word.at or parse.dep(word.at, *SUBJECTS) is not None:
            continue
        words = [one._replace(head=noun) if one.head == word.at and one.at > noun else one for one in parse.words]
        words[word.at] = word._replace(tag="JJ", lemma=word.lower, head=noun, dep="amod")
        words[noun] = words[noun]._replace(head=joined.at, dep="conj")
        return Parse.of(words)
    return parse


def flags_that_fly(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with ``Our flag flies over Goma`` as a clause: behind a flag no ``flies`` are insects."""
    for word in parse.words[1:-1]:
        flag, behind = parse.words[word.at - 1], parse.words[word.at + 1]
        if word.lower not in lexicon.lists["flag_verbs"] or word.tag != "NNS" or behind.tag != "IN":
            continue
        if flag.lemma not in lexicon.lists["flags"] or flag.head != word.at:
            continue
        own = {at for at in parse.children[word.at] if at < flag.at}
        words = [one._replace(head=flag.at) if one.at in own else one for one in parse.words]
        words[word.at] = word._replace(tag="VBZ", lemma="fly")
        words[flag.at] = flag._replace(dep="nsubj")
        return Parse.of(words)
    return parse
