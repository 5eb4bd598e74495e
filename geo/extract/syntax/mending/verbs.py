"""Mends verbs that the parser took for nouns or adjectives, and the subjects and objects that went astray with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMES = ("NNP", "NNPS")
_HAVING = frozenset({"have", "has", "had", "having"})
_OF_TIME = frozenset({"after", "before", "since", "until", "till", "when"})
_SAID_WITH_VERBS = frozenset({*SUBJECTS, "csubj", "advcl", "prep", "npadvmod", "advmod", "mark", "cc", "punct"})
_OPENS_A_SENTENCE = ("DT", "PRP$", "NNP", "NNPS")


def retagged(parse: Parse, lexicon: SyntaxLexicon) -> Parse:
    """The tree with the tags of nouns and verbs that were taken for one another, each in its own place.

    ``in control of``, ``to have overrun Ghazni``, ``The junta clings to``.
    """
    words = list(parse.words)
    finite = any(word.tag in ("VBZ", "VBD", "VBP", "MD") for word in words)
    sentence = (
        bool(words) and words[-1].text == "." and next(w for w in words if w.dep != "lead").tag in _OPENS_A_SENTENCE
    )
    for word in parse.words:
        if word.dep == "pobj" and word.tag.startswith("VB") and word.lower in lexicon.lists["holding_nouns"]:
            words[word.at] = word._replace(tag="NN", lemma=word.lower)
        elif word.at and word.tag in ("NN", "JJ") and words[word.at - 1].lower in _HAVING:
            lemma = next((one.lemma for one in lexicon.forms.get(word.lower, ()) if one.form == "participle"), None)
            if lemma is not None and words[min(word.at + 1, len(words) - 1)].tag in _NAMES:
                words[word.at] = word._replace(tag="VBN", lemma=lemma)
        elif word.dep == "ROOT" and word.tag == "NNS" and parse.dep(word.at, "nsubj") == word.at - 1:
            lemma = _verb_of(word.lower, lexicon)  # "The flag flies over"
            words[word.at] = word if lemma is None else word._replace(tag="VBZ", lemma=lemma)
        elif not finite and sentence and word.dep == "ROOT" and word.tag == "NNS":
            lemma = _verb_of(word.lower, lexicon)
            behind = words[min(word.at + 1, len(words) - 1)].tag
            if lemma is not None and behind in ("IN", "TO", *_NAMES) and parse.dep(word.at, "compound") == word.at - 1:
                words[word.at] = word._replace(tag="VBZ", lemma=lemma)
    return replace(parse, words=tuple(words))


def _verb_of(third_person: str, lexicon: SyntaxLexicon) -> str | None:
    """The verb of control whose third person a word can be: ``clings``, ``flies``."""
    stems = (third_person.removesuffix("s"), third_person.removesuffix("es"), third_person.removesuffix("ies") + "y")
    return next((stem for stem in stems if stem != third_person and stem in lexicon.verbs), None)


def subjects_of_third_persons(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The junta clings``, ``UNITA retook``: what was the first part of a compound is the subject of the verb."""
    found: Links = {}
    for verb in parse.words:
        past = verb.tag in ("VBD", "VB") and verb.lower != verb.lemma and verb.dep in ("ROOT", "ccomp", "parataxis")
        if not past and (verb.dep != "ROOT" or verb.tag not in ("VBZ", "VBP")):
            continue
        noun = parse.dep(verb.at, "compound")
        if noun != verb.at - 1 or parse.dep(verb.at, *SUBJECTS) is not None:
            continue
        below = {c: (noun, parse.words[c].dep) for c in parse.deps(verb.at, "det", "poss", "amod", "nmod") if c < noun}
        found |= {noun: (verb.at, "nsubj"), **below}
    return found


def parted_verbs(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The army has over the past week taken X``: what was hung on the auxiliary is said with the verb."""
    words = parse.words
    found: Links = {}
    for word in words:
        auxiliary = words[word.head]
        parted = auxiliary.at != word.at and auxiliary.dep in ("aux", "auxpass") and word.dep in _SAID_WITH_VERBS
        if parted and words[auxiliary.head].tag.startswith("V"):
            found[word.at] = (auxiliary.head, word.dep)
    return found


def perfect_participles(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``claim to have overrun Ghazni``, ``had earlier freed X``: it was overrun, and ``have`` is but the auxiliary."""
    words = parse.words
    found: Links = {}
    for verb in words[1:-1]:
        first = _before_adverbs(parse, verb.at)
        have, name = words[max(0, first - 1)], words[verb.head]
        if verb.tag != "VBN" or have.lower not in _HAVING or verb.dep not in ("compound", "amod", "nmod"):
            continue
        by_since = first <= name.head < verb.at and name.dep == "pobj"  # "they have since recaptured X"
        if not by_since and (name.head != have.at or name.dep not in ("dobj", "attr")):
            continue
        over = words[have.head]
        dep = "xcomp" if have.dep == "acl" and over.lemma in lexicon.say and over.tag.startswith("V") else have.dep
        later = {c: (verb.at, words[c].dep) for c in parse.children[have.at] if c != name.at}
        found |= {
            **later,
            verb.at: (verb.at if have.dep == "ROOT" else have.head, dep),
            **dict.fromkeys(range(first, verb.at), (verb.at, "advmod")),
            have.at: (verb.at, "aux"),
            name.at: (verb.at, "dobj"),
        }
    return found


def _before_adverbs(parse: Parse, at: int) -> int:
    """The first of the adverbs right before a word: ``had earlier liberated Mubi``, ``have since taken it``."""
    while at and (parse.words[at - 1].tag in ("RB", "RBR") or parse.words[at - 1].lower == "since"):
        at -= 1
    return at


def clauses_of_time(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Ten years after Russia annexed Crimea``: a clause, and not one name that two words describe."""
    words = parse.words
    found: Links = {}
    for verb in words[2:-1]:
        name, taker = words[verb.head], words[verb.at - 1]
        link = words[name.head]
        if verb.tag != "VBD" or verb.dep != "amod" or name.dep != "pobj" or link.lower not in _OF_TIME:
            continue
        if taker.tag not in _NAMES or taker.head != name.at or not link.at < taker.at:
            continue
        found |= {
            verb.at: (link.head, "advcl"),
            link.at: (verb.at, "mark"),
            taker.at: (verb.at, "nsubj"),
            name.at: (verb.at, "dobj"),
        }
    return found


def verbs_as_adjectives(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``On Friday M23 captured Kavumu airport, 30 km to the north``: a clause, and no airport that is described."""
    words = parse.words
    for verb in words[1:-1]:
        noun = words[verb.head]
        subject = parse.dep(verb.at, *SUBJECTS)
        if verb.tag != "VBD" or verb.dep != "amod" or subject is None or not subject < verb.at < noun.at:
            continue
        before = {c: (verb.at, words[c].dep) for c in parse.children[noun.at] if c < subject and c != verb.at}
        over = (verb.at, "ROOT") if noun.dep == "ROOT" else (noun.head, noun.dep)
        return {**before, verb.at: over, noun.at: (verb.at, "dobj")}
    return {}


def what_is_to_be(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Soldiers are to garrison Gao``: what is to be done is no noun that tells what they are."""
    words = parse.words
    return {
        verb.at: (verb.head, "xcomp")
        for verb in words
        if verb.tag == "VB" and verb.dep == "attr" and words[verb.head].lemma == "be"
        if any(words[child].lower == "to" for child in parse.deps(verb.at, "aux"))
    }


def going_on(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The rebels went on to take Kitchanga``: what they went on to do came about, and was no purpose of a way."""
    words = parse.words
    found: Links = {}
    for verb in words[2:]:
        first = parse.dep(verb.at, "aux")
        if verb.tag != "VB" or verb.dep not in ("advcl", "acl", "ccomp") or first is None:
            continue
        on, go = words[first - 1], words[first - 2]
        if words[first].lower == "to" and on.lower == "on" and go.lemma == "go" and go.tag.startswith("V"):
            found[verb.at] = (go.at, "xcomp")
    return found


def inverted_conditions(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Should Goma fall``: a name between the auxiliary and its verb is the subject."""
    words = parse.words
    for verb in words[2:]:
        first = parse.dep(verb.at, "aux", "auxpass")
        name = words[verb.at - 1]
        opens = first is not None and words[first].lower in ("should", "had", "were") and first + 1 < verb.at
        if verb.dep == "advcl" and opens and name.dep == "compound" and name.head == verb.at and name.tag in _NAMES:
            return {name.at: (verb.at, "nsubj")}
    return {}


def subjects_behind_clauses(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Unless help arrives the army may lose it``: what stands right before the auxiliary is its verb's subject."""
    words = parse.words
    for verb in words:
        if not verb.tag.startswith("V") or parse.dep(verb.at, *SUBJECTS, "expl", "csubj") is not None:
            continue
        first = parse.dep(verb.at, "aux", "auxpass")
        if first is None or words[first].tag not in ("MD", "VBZ", "VBD", "VBP") or not first:
            continue
        noun = words[first - 1]
        clause = words[noun.head]
        if noun.dep != "dobj" or clause.dep != "advcl" or clause.head != verb.at or not clause.at < noun.at:
            continue
        passive = words[first].lemma == "be" and verb.tag == "VBN"
        return {noun.at: (verb.at, "nsubjpass" if passive else "nsubj")}
    return {}


def takers_of_nouns(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``the anniversary of the fall of Mosul to Islamic State``: it fell to them, and no anniversary did."""
    words = parse.words
    found: Links = {}
    for link in words[2:-1]:
        over = words[link.head]
        if link.dep != "prep" or link.lower not in ("to", "by", "from") or not over.tag.startswith("N"):
            continue
        if over.lemma in lexicon.nouns:
            continue
        inner = [
            noun for of in parse.deps(over.at, "prep") if words[of].lower == "of" for noun in parse.deps(of, "pobj")
        ]
        event = next((noun for noun in inner if noun < link.at and words[noun].lemma in lexicon.nouns), None)
        if event is not None and parse.dep(event, "prep") is not None:
            found[link.at] = (event, "prep")
    return found


def headlines_told(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``M23 in control of Goma, UN says``: what stands before the comma is what is said."""
    words = parse.words
    for verb in words:
        if verb.lemma not in lexicon.say or verb.dep != "ROOT":
            continue
        subject = max(parse.deps(verb.at, *SUBJECTS), default=None)
        if subject is None:
            continue
        told = next((c for c in parse.deps(verb.at, "advcl", "npadvmod", "dep", *SUBJECTS) if c != subject), None)
        low, _ = parse.edges(subject)
        if told is None or told > low or words[low - 1].text != "," or parse.dep(verb.at, "ccomp") is not None:
            continue
        held = [noun for link in parse.deps(told, "prep") for noun in parse.deps(link, "pobj")]
        if words[told].tag.startswith("N") and any(words[n].lemma in lexicon.lists["holding_nouns"] for n in held):
            return {told: (verb.at, "ccomp")}
    return {}


def subjects_behind_names(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``X lies in Mali and rebels have held it``: a verb with nobody to share a subject with has the noun before it."""
    words = parse.words
    for verb in words:
        first = parse.dep(verb.at, "aux", "auxpass")
        if first is None or not first or words[first].tag not in ("VBZ", "VBP", "MD") or not verb.tag.startswith("V"):
            continue
        before = verb.head if verb.dep == "conj" else parse.dep(verb.at, "ccomp")
        if before is None or not before < first or parse.dep(verb.at, *SUBJECTS, "expl", "csubj") is not None:
            continue
        if parse.dep(before, *SUBJECTS) is None or words[first - 1].tag in ("CC", ",", "RB", "WDT", "WP"):
            continue
        for noun in (first - 1, *parse.governors(first - 1)):
            links = _parted_from_name(parse, noun) if before < noun < first else {}
            if links:
                passive = verb.tag == "VBN" and words[first].lemma == "be"
                return {**links, noun: (verb.at, "nsubjpass" if passive else "nsubj")}
    return {}


def _parted_from_name(parse: Parse, noun: int) -> Links:
    """New governors where a noun was joined to the name before ``and``, or that name was taken for its adjective."""
    words = parse.words
    name = words[words[noun].head]
    link = next((c for c in parse.deps(name.at, "cc") if c < noun), None)
    if words[noun].dep == "conj" and words[noun].tag.startswith("N"):
        joined = name.dep == "pobj" and name.tag in _NAMES and link is not None and not parse.dep(noun, "cc")
        return {link: (noun, "cc")} if joined and link is not None else {}
    if words[noun].dep != "pobj":
        return {}
    for at in parse.deps(noun, "amod", "nmod", "compound"):
        link, joined_to = parse.dep(at, "cc"), parse.dep(at, "conj")
        if link is not None and joined_to is not None and words[at].text[:1].isupper():
            own = {c: (noun, words[c].dep) for c in parse.deps(noun, "det", "amod", "nmod") if c != at}
            return {**own, at: (words[noun].head, "pobj"), joined_to: (noun, "amod"), link: (noun, "cc")}
    return {}


def uneven_members(parse: Parse) -> Links:
    """``demanded that Armenia leave Lachin but ruled out``: what is ruled out goes on from what was demanded."""
    words = parse.words
    found: Links = {}
    for word in words:
        bare = words[word.head]
        above = words[bare.head]
        if (
            word.dep != "conj"
            or word.tag not in ("VBD", "VBZ")
            or not ((bare.tag == "VB" and bare.dep in ("ccomp", "xcomp")) or _is_mere_object(parse, bare, word))
        ):
            continue
        if above.tag != word.tag or parse.dep(word.at, "nsubj", "nsubjpass") is not None:
            continue
        links = [c for c in parse.deps(bare.at, "cc", "punct") if bare.at < c < word.at]
        found |= {word.at: (above.at, "conj")} | {link: (above.at, words[link].dep) for link in links}
    return found


def _is_mere_object(parse: Parse, noun: Word, verb: Word) -> bool:
    """``invades the colony and captures its capital``: a verb goes on from a verb, and not from its object."""
    joined = any(noun.at < c < verb.at and parse.words[c].dep == "cc" for c in parse.children[noun.at])
    return noun.dep == "dobj" and noun.tag.startswith("N") and joined and parse.dep(verb.at, "dobj") is not None
