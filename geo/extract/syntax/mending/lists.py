"""Mends lists of places: what one noun is the kind of, and what is said to be among the places that were taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_BETWEEN = (",", "and", "&", "or")
_AMONG = frozenset({"among", "amongst"})


def plural_kinds(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with plural kinds tagged as the nouns that they are, where their place in it leaves no doubt."""
    words = list(parse.words)
    for word in parse.words:
        kind = word.lower.removesuffix("s")
        if word.tag == "VBZ" and word.dep in ("dobj", "pobj", *SUBJECTS) and kind in lexicon.lists["listed_kinds"]:
            words[word.at] = word._replace(tag="NNS", lemma=kind)
    return replace(parse, words=tuple(words))


def kinds_of_lists(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The Kalbajar, Lachin and Agdam districts``: one noun for all of them, and no apposition to the first."""
    words = parse.words
    for kind in words:
        if kind.tag != "NNS" or kind.lemma not in lexicon.lists["listed_kinds"]:
            continue
        names = list(names_before(words, kind.at))
        if len(names) < 2 or words[names[0]].head == kind.at:  # noqa: PLR2004 - a list has two members
            continue
        first, span = words[names[0]], range(names[0], kind.at + 1)
        links: Links = dict.fromkeys(names[1:], (first.at, "conj"))
        links[first.at] = (kind.at, "nmod")
        if first.head not in span:
            return {**links, kind.at: (first.head, first.dep)}
        if kind.head not in span:
            verb = words[kind.head]
            main = {verb.at: (verb.at, "ROOT")} if first.head == first.at and verb.head in span else {}
            return {**links, **main, kind.at: (kind.head, kind.dep)}
        if first.head == first.at:
            return {**links, kind.at: (kind.at, "ROOT")}
    return {}


def names_before(words: Sequence[Word], at: int) -> Iterator[int]:
    """The last words of the names of a list right before a noun, in the order of the text."""
    found: list[int] = []
    n, expects = at - 1, True
    while n >= 0:
        if words[n].tag in _NAMES:
            if expects:
                found.append(n)
            expects = False
        elif words[n].lower in _BETWEEN:
            expects = True
        else:
            break
        n -= 1
    yield from reversed(found)


def named_among(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Among the towns taken by M23 are X and Y``, ``listed X and Y among the freed villages``: so are they."""
    words = parse.words
    for verb in words:
        group, named = _group_and_members(parse, verb, lexicon)
        if group is None or named is None or words[named].tag not in _NAMES or words[group].tag != "NNS":
            continue
        told = next((c for c in parse.deps(group, "acl", "relcl", "amod") if _is_of_control(words[c], lexicon)), None)
        if told is not None:
            links: Links = {named: (group, "appos")}
            if verb.lemma in lexicon.say:
                links[group] = (verb.at, "oprd")
            return {**links, told: (group, "acl")} if words[told].dep == "amod" else links
    return {}


def _group_and_members(parse: Parse, verb: Word, lexicon: SyntaxLexicon) -> tuple[int | None, int | None]:
    """The noun that counts places, and the first of those that are said to be among them."""
    words = parse.words
    names_members = verb.lemma in lexicon.lists["naming_members"]
    if verb.lemma != "be" and not names_members:
        return None, None
    subject = parse.dep(verb.at, *SUBJECTS)
    among = next((c for c in parse.deps(verb.at, "prep") if words[c].lower in _AMONG), None)
    if among is not None and verb.lemma == "be":
        return parse.dep(among, "pobj"), subject if subject is not None else parse.dep(verb.at, "attr")
    if not names_members or subject is None:
        return None, None
    named = parse.dep(verb.at, "dobj")
    if among is None and named is not None:
        among = next((c for c in parse.deps(named, "prep") if words[c].lower in _AMONG), None)
    if among is not None:
        return parse.dep(among, "pobj"), named
    of = next((c for c in parse.deps(subject, "prep") if words[c].lower == "of"), None)
    if verb.lemma in ("include", "comprise", "name"):
        return (parse.dep(of, "pobj") if of is not None and words[subject].tag == "NN" else subject), named
    return None, None


def _is_of_control(word: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether a participle tells that places were taken, freed or given."""
    return word.lemma in lexicon.verbs or any(one.form == "participle" for one in lexicon.forms.get(word.lower, ()))


def as_participles(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with adjectives that were made clauses (``the freed villages``) tagged as the verbs that they are."""
    words = list(parse.words)
    for word in parse.words:
        if word.dep != "acl" or word.tag != "JJ":
            continue
        lemma = next((one.lemma for one in lexicon.forms.get(word.lower, ()) if one.form == "participle"), None)
        if lemma is not None:
            words[word.at] = word._replace(tag="VBN", lemma=lemma)
    return replace(parse, words=tuple(words))


def aside_participles(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``In Afrin, held by Turkish forces, two people were killed``: the participle is said of the name before it.

    So it is where it closes the sentence and tells who took the place: ``fled Babanusa, captured by the rebels``.
    """
    words = parse.words
    found: Links = {}
    for verb in words[2:]:
        name = words[verb.at - 2]
        if verb.tag != "VBN" or words[verb.at - 1].text != "," or name.tag not in _NAMES or name.head == verb.at:
            continue
        bare = parse.dep(verb.at, *SUBJECTS, "aux", "auxpass", "dobj") is None
        fronted = name.dep == "pobj" and words[name.head].head > verb.at
        if fronted and bare and verb.dep in ("advcl", "dep", "acl", "ccomp"):
            found[verb.at] = (name.at, "acl")
        told = parse.dep(verb.at, "agent") is not None and _is_of_places(verb, lexicon)
        if told and bare and verb.dep in ("advcl", "prep", "dep"):
            found[verb.at] = (name.at, "acl")
    return found


def _is_of_places(participle: Word, lexicon: SyntaxLexicon) -> bool:
    """Whether a passive participle says of a place that it was taken or is held, and of nobody that they lost."""
    rows = lexicon.verbs.get(participle.lemma, ())
    return any(row.object == "place" and row.kind in ("capture", "hold") for row in rows) and not any(
        row.passive and row.object == "lost_by" for row in rows
    )


def strayed_members(parse: Parse) -> Links:
    """Nouns joined to a verb by ``and``, which are members of a list before it that an aside has interrupted.

    ``occupied Karabakh, also known as Artsakh, and seven districts``: the districts are occupied too.
    """
    found: Links = {}
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
            found[word.at] = (objects[-1], word.dep)
    return found


def town_and_more(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The town and railway station of X were taken``: the town is X as well, and what follows is a part of it."""
    words = parse.words
    for town in words[:-2]:
        if town.lemma not in lexicon.lists["settlement_kinds"] or words[town.at + 1].lower != "and":
            continue
        last = next((word.at for word in words[town.at + 2 :] if word.tag not in ("NN", "JJ")), len(words)) - 1
        if words[min(last + 1, len(words) - 1)].lower != "of" or not town.at + 1 < last < len(words) - 2:
            continue
        link, head = words[last + 1], words[town.head]
        if link.head not in (town.at, last) or not any(words[c].tag == "NNP" for c in parse.deps(link.at, "pobj")):
            continue
        found = {link.at: (town.at, "prep"), last: (town.at, "conj"), town.at + 1: (town.at, "cc")}
        found |= dict.fromkeys(range(town.at + 2, last), (last, "compound"))
        if head.at == last:  # the town was taken for a word before the station
            over = town.at if words[last].head == last else words[last].head
            found |= {c: (town.at, words[c].dep) for c in parse.children[last] if c < town.at}
            found |= {town.at: (over, words[last].dep)}
        return found
    return {}


def spelled_out(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Six villages were freed, namely X and Y``: the names are those of the noun before."""
    words = parse.words
    found: Links = {}
    for word in words:
        name = word.head
        if word.lower not in lexicon.lists["spelling_out"] or not words[name].tag.startswith("N") or name < word.at:
            continue
        plural = [one.at for one in words[: word.at] if one.tag == "NNS"]
        if plural and words[name].dep in ("dep", "dobj", "conj", "appos", "npadvmod", "nsubj"):
            found[name] = (plural[-1], "appos")
    return found
