"""Mends clauses that the parser hung on the wrong word: what is said far from its verb, judged, or given time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NOBODY = frozenset({"nobody", "none", "nothing", "one", "noone", "anybody", "anyone", "anything"})
_EXCEPTING = frozenset({"but", "except", "save", "bar", "besides"})
_TIMES = frozenset({"hour", "day", "night", "week", "month", "year"})
_UNTIL = frozenset({"until", "till", "by"})


def excepted_subjects(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Nobody but the Kurds has held Kobani``, ``is held by no one except M23``: they have, and nobody else."""
    words = parse.words
    found: Links = {}
    for word in words[:-2]:
        but = words[word.at + 1]
        nobody = word.lower in _NOBODY and (word.lower != "one" or words[word.at - 1].lower == "no")
        first = word.at + 2
        if but.lower == "other" and words[first].lower == "than":
            first += 1
        elif but.lower not in _EXCEPTING:
            nobody = False
        if not nobody or word.dep not in (*SUBJECTS, "pobj", "dobj", "attr"):
            continue
        named = next((one.at for one in words[first:] if one.tag.startswith(("N", "PRP"))), None)
        while named is not None and words[named].dep in ("compound", "nmod", "poss", "amod"):
            named = words[named].head if words[named].head > named else None
        if named is None or any(one.tag.startswith(("V", "MD")) for one in words[first:named]):
            continue
        found |= {named: (word.head, word.dep), word.at: (named, "lead"), but.at: (named, "lead")}
    return found


def judged_clauses(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``That X has been taken is a lie``, ``the rumour put about, that X is lost, is a lie``: the lie is said of it."""
    words = parse.words
    for verb in words:
        said = verb.head
        if verb.lemma not in lexicon.lists["copulas"] or verb.dep not in ("conj", "ccomp") or said >= verb.at:
            continue
        if parse.dep(verb.at, *SUBJECTS, "expl") is not None or any(words[c].dep == "cc" for c in parse.children[said]):
            continue
        judged = parse.dep(verb.at, "attr", "acomp")
        if judged is None or words[said].head != said or not words[said].tag.startswith("V"):
            continue
        low, _ = parse.edges(said)
        opens = words[low]
        if opens.lower == "that" and opens.dep in ("det", "mark"):
            return {verb.at: (verb.at, "ROOT"), said: (verb.at, "csubj"), low: (said, "mark")}
        noun = parse.dep(said, "nsubj")
        told = next((c for c in parse.deps(said, "advcl", "ccomp") if parse.dep(c, "mark") is not None), None)
        if noun is not None and words[noun].lemma in lexicon.say_nouns and told is not None:
            return {verb.at: (verb.at, "ROOT"), noun: (verb.at, "nsubj"), said: (noun, "acl"), told: (noun, "acl")}
    return {}


def gerunds_of_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Talk of Kidal having fallen is nonsense``: what the talk is of is a clause with a subject of its own."""
    words = parse.words
    found: Links = {}
    for of in words[1:-2]:
        if of.dep != "prep" or words[of.head].lemma not in lexicon.say_nouns:
            continue
        named = parse.dep(of.at, "pobj")
        if named is None:
            continue
        _, high = parse.edges(named)
        auxiliary = next(
            (w for w in words[named + 1 : max(high, named + 3) + 1] if w.lower in ("having", "being")), None
        )
        verb = auxiliary.head if auxiliary is not None and auxiliary.dep in ("aux", "auxpass") else None
        if verb is None or words[verb].tag not in ("VBN", "VBG") or parse.dep(verb, *SUBJECTS) is not None:
            continue
        passive = words[verb].tag == "VBN" and any(w.lower in ("been", "being") for w in words[named:verb])
        found |= {verb: (of.at, "pcomp"), named: (verb, "nsubjpass" if passive else "nsubj")}
    return found


def terms_given(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``gave Armenia until 25 November to quit it``, ``were given a week to leave``: the time is not what leaves."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.tag != "VB" or verb.dep not in ("relcl", "acl", "advcl", "xcomp", "ccomp"):
            continue
        giving = next((words[g] for g in parse.governors(verb.at) if words[g].tag.startswith("V")), None)
        if giving is None or giving.lemma not in lexicon.lists["giving_time"] or giving.at > verb.at:
            continue
        if parse.dep(verb.at, "aux") is not None and gives_time(parse, giving.at, lexicon):
            found[verb.at] = (giving.at, "xcomp")
    return found


def gives_time(parse: Parse, verb: int, lexicon: SyntaxLexicon) -> bool:
    """Whether a verb of giving or having has a time for its object: ``has until Friday``, ``gets ten more days``."""
    words = parse.words
    if any(words[c].lower in _UNTIL for c in parse.deps(verb, "prep")):
        return True
    objects = parse.deps(verb, "dobj", "npadvmod", "dative", "attr", "oprd")
    return words[verb].lemma in lexicon.lists["giving_time"] and any(
        words[c].lemma in lexicon.lists["durations"] - {"time", "effort"} for c in objects
    )


def clauses_said_far_off(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``told a crowd at a cemetery on Sunday that his forces had taken it``: no relative clause of the cemetery."""
    words = parse.words
    found: Links = {}
    for verb in words:
        noun = words[verb.head]
        if verb.dep not in ("relcl", "acl") or not noun.tag.startswith("N") or noun.lemma in lexicon.say_nouns:
            continue
        low, _ = parse.edges(verb.at)
        if words[low].lower != "that" or words[low].dep != "mark" or parse.dep(verb.at, *SUBJECTS) is None:
            continue
        if noun.lemma in lexicon.lists["thoughts"] | lexicon.lists["signs"] | lexicon.lists["untrue_nouns"] | {"fact"}:
            continue
        over = next((g for g in parse.governors(verb.head) if words[g].tag.startswith("V")), None)
        if over == noun.head and noun.dep == "dobj" and words[over].lemma not in lexicon.lists["telling"]:
            continue
        if over is not None and words[over].lemma in lexicon.say and parse.dep(over, "ccomp") is None:
            found[verb.at] = (over, "ccomp")
    return found


def clauses_over_land(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``a town in the north of the enclave which they gave up``: the town, and not the land that it lies in."""
    words, lists = parse.words, lexicon.lists
    land = (
        lists["wide_kinds"]
        | lists["directions"]
        | {"desert", "valley", "plain", "coast", "border", "district", "mountain"}
    )
    found: Links = {}
    for verb in words:
        noun = words[verb.head]
        if verb.dep != "relcl" or noun.lemma not in land or words[verb.at - 1].text == ",":
            continue
        if not any(words[c].lower == "the" for c in parse.deps(noun.at, "det")):
            continue
        for over in parse.governors(noun.at):
            new = any(words[c].lower in ("a", "an", "another") for c in parse.deps(over, "det"))
            if new and words[over].tag == "NN" and words[over].lemma not in land:
                low, _ = parse.edges(verb.at)
                if words[low - 1].text != ",":
                    found[verb.at] = (over, "relcl")
                break
            if not (words[over].tag.startswith(("N", "IN")) or words[over].dep == "prep"):
                break
    return found


def clauses_taken_for_objects(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Azerbaijan keeps Shusha and Armenia leaves Agdam``: two clauses, and Armenia is no second object."""
    words = parse.words
    for second in words:
        verb = words[second.head]
        if second.dep not in ("ccomp", "conj") or not second.tag.startswith("V") or verb.lemma in lexicon.say:
            continue
        subject, taken = parse.dep(second.at, *SUBJECTS), parse.dep(verb.at, "dobj")
        first = subject if second.dep == "ccomp" and taken is None else taken if subject is None else None
        if first is None or not verb.at < first < second.at or not words[first].tag.startswith("NNP"):
            continue
        if not any(one.object == "place" and one.kind != "deployment" for one in lexicon.verbs.get(verb.lemma, ())):
            continue
        begins = min(parse.deps(second.at, "aux", "auxpass", "neg"), default=second.at)
        other = next((c for c in parse.deps(first, "conj") if c + 1 == begins and words[c].tag.startswith("NNP")), None)
        link = next((c for c in parse.deps(first, "cc") if words[c].lower in ("and", "while", "but")), None)
        if other is not None and link is not None:
            slot = "nsubjpass" if parse.dep(second.at, "auxpass") is not None else "nsubj"
            joined = {link: (verb.at, "cc"), other: (second.at, slot), second.at: (verb.at, "conj")}
            return {**joined, first: (verb.at, "dobj")}
    return {}


def parted_by_semicolons(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``They took Beni; the others had left it``: the parser takes what is told first for a report by what follows."""
    words = parse.words
    for stop in (word.at for word in words if word.text == ";"):
        first = next((word for word in words[:stop] if _head_over_semicolon(parse, word, stop) is not None), None)
        at = None if first is None else _head_over_semicolon(parse, first, stop)
        if first is None or at is None or not first.tag.startswith("V") or not words[at].tag.startswith("V"):
            continue
        later = words[at]
        if later.lemma in lexicon.say or not all(_has_subject(parse, one.at) for one in (first, later)):
            continue
        above = first.at if later.head == later.at else later.head
        opening = {words[first.head].head: (first.at, "prep")} if first.dep == "relcl" else {}
        return {**opening, first.at: (above, later.dep), later.at: (first.at, "conj")}
    return {}


def _head_over_semicolon(parse: Parse, word: Word, stop: int) -> int | None:
    """The verb behind a semicolon on which one before it hangs: by itself, or by ``in the next days they took X``."""
    words = parse.words
    if word.dep == "ccomp" and word.head > stop:
        return word.head
    time, link = words[word.head], words[words[word.head].head]
    if (
        word.dep != "relcl"
        or time.dep != "pobj"
        or link.dep != "prep"
        or not link.at < time.at < word.at < stop < link.head
    ):
        return None
    bare = words[time.at + 1].at == parse.dep(word.at, *SUBJECTS)
    return link.head if bare and time.lemma in _TIMES else None


def _has_subject(parse: Parse, verb: int) -> bool:
    return parse.dep(verb, *SUBJECTS) is not None


def before_semicolons(parse: Parse) -> Links:
    """What stands before a semicolon and was hung on a verb behind it belongs to the clause that it closes."""
    words = parse.words
    found: Links = {}
    for stop in (word.at for word in words if word.text == ";"):
        clause = next((word for word in words[:stop] if word.dep == "ccomp" and word.head > stop), None)
        if clause is None or not clause.tag.startswith("V"):
            continue
        for child in parse.deps(clause.head, "prep", "npadvmod"):
            if clause.at < child < stop:
                found[child] = (clause.at, words[child].dep)
    return found
