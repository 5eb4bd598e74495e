"""Mends trees of reported speech, where the parser hangs verbs of saying on what is said, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse


def foreign_clauses(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """A clause before a semicolon is not what somebody behind it says: ``They took Goma; Kinshasa said that ...``."""
    words = parse.words
    found: Links = {}
    for word in words:
        if word.dep != "ccomp" or word.head < word.at or words[word.head].lemma not in lexicon.say | lexicon.deny:
            continue
        _, end = parse.edges(word.at)
        subject = parse.dep(word.head, *SUBJECTS)
        between = words[end : word.head if subject is None else min(subject, word.head)]
        if any(mark.text == ";" for mark in between):
            found[word.at] = (word.head, "conj")
    return found


def shared_subjects(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``It has left the houses, he said, but keeps the heights``: the second verb goes with the first, not with his."""
    words = parse.words
    found: Links = {}
    for word in words:
        speaker = words[word.head]
        if word.dep != "conj" or not word.tag.startswith("V") or speaker.lemma not in lexicon.say:
            continue
        said = max((c for c in parse.deps(speaker.at, "ccomp") if c < speaker.at), default=None)
        if said is None or parse.dep(word.at, *SUBJECTS) is not None or word.lemma in lexicon.say | lexicon.deny:
            continue
        tense = next((words[c].tag for c in parse.deps(word.at, "aux", "auxpass")), word.tag)
        if tense != speaker.tag:
            found[word.at] = (said, "conj")
    return found


def trailing_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The army has the barracks, they say; the rest ...``: what is said stands before, not behind."""
    words = parse.words
    found: Links = {}
    for word in words:
        if (
            word.dep != "parataxis"
            or word.lemma not in lexicon.say
            or word.head < word.at
            or parse.dep(word.at, "ccomp") is not None
        ):
            continue
        low, high = parse.edges(word.at)
        after = any(mark.text == ";" for mark in words[word.at : min(high + 1, len(words))])
        before = [
            w for w in words[:low] if w.tag in ("VBD", "VBZ", "VBP") and w.dep in ("ROOT", "ccomp", "conj", "parataxis")
        ]
        if after and before and words[low - 1].text == ",":
            found[word.at] = (before[0].at, "parataxis")
    return found


def strayed_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``The flag flies over Sarn, the command reported to the president``: who says so is no place."""
    words = parse.words
    root = next((word for word in words if word.dep == "ROOT" and word.tag in ("VBD", "VBZ", "VBP")), None)
    if root is None or (root.lemma in lexicon.say and parse.dep(root.at, "ccomp") is not None):
        return {}
    for verb in words[root.at :]:
        if verb.dep not in ("acl", "relcl") or verb.tag not in ("VBD", "VBZ") or verb.lemma not in lexicon.say:
            continue
        own = parse.dep(verb.at, *SUBJECTS)
        speaker = _strayed_speaker(parse, verb.at) if own is None else own
        if speaker is None or parse.dep(verb.at, "aux", "auxpass", "agent") is not None:
            continue
        low = min([speaker, *(c for c in parse.children[speaker] if c < speaker)])
        relative = any(word.tag in ("WDT", "WP", "WRB") or word.lower == "that" for word in words[low : verb.at])
        if words[low - 1].text == "," and words[low].tag in ("DT", "NNP", "PRP$") and not relative:
            return {verb.at: (verb.at, "ROOT"), root.at: (verb.at, "ccomp"), speaker: (verb.at, "nsubj")}
    return {}


def _strayed_speaker(parse: Parse, verb: int) -> int | None:
    """The noun right before a verb that was taken for one more of the list before it."""
    noun = parse.words[verb - 1]
    return noun.at if parse.words[verb].head == noun.at and noun.dep in ("appos", "conj") else None


def declared_states(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``declared Palma fully regained``: of a place that is declared to be in a state, nothing says that it acts."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.dep != "ccomp" or verb.tag != "VBD" or words[verb.head].lemma not in lexicon.lists["declaring"]:
            continue
        subject = parse.dep(verb.at, "nsubj")
        low, _ = parse.edges(verb.at)
        direct = subject is not None and verb.head < low and words[low - 1].text not in (",", ":", '"')
        if direct and verb.lemma in lexicon.verbs and parse.dep(verb.at, "mark", "aux", "dobj", "prt") is None:
            found[subject or 0] = (verb.at, "nsubjpass")
    return found


def reported_as(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``listed more villages as taken``: what is reported as something has become so, by that report."""
    words, known = parse.words, lexicon.say | lexicon.lists["giving_as"]
    found: Links = {}
    for verb in words:
        told = words[verb.head]
        if verb.tag != "VBN" or verb.dep not in ("advcl", "pcomp") or parse.dep(verb.at, *SUBJECTS, "aux", "auxpass"):
            continue
        link = told.at if told.lower == "as" else parse.dep(verb.at, "mark")
        over = words[told.head] if told.lower == "as" else told
        target = parse.dep(over.at, "dobj", "nsubjpass")
        if link is None or words[link].lower != "as" or over.lemma not in known or target is None:
            continue
        found |= {verb.at: (over.at, "ccomp"), target: (verb.at, "nsubjpass"), link: (verb.at, "mark")}
    return found


def joined_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Verbs of saying and denying that are joined to what is said: ``said it held the town and denied that ...``."""
    words = parse.words
    speaking = lexicon.say | lexicon.deny
    found: Links = {}
    for word in words:
        if word.dep != "conj" or word.lemma not in speaking or word.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if (
            parse.dep(word.at, *SUBJECTS, "aux", "auxpass") is not None
            or parse.dep(word.at, "ccomp", "xcomp", "dobj") is None
        ):
            continue
        said = word.head
        while words[said].dep == "conj":
            said = words[said].head
        speaker = words[words[said].head]
        if words[said].dep == "ccomp" and speaker.lemma in speaking and speaker.tag == word.tag:
            found[word.at] = (speaker.at, "conj")
    return found


def stolen_objects(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Its forces hold Chasiv Yar, the staff said``: what is held is no second subject of the saying."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.lemma not in lexicon.say:
            continue
        subjects = [child for child in parse.deps(verb.at, *SUBJECTS) if child < verb.at]
        if len(subjects) != 2:  # noqa: PLR2004 - one too many
            continue
        said = next((c for c in parse.deps(verb.at, "ccomp") if c < subjects[0]), None)
        low, high = parse.edges(subjects[0])
        if said is None or parse.dep(said, "dobj") is not None or parse.edges(said)[1] != low:
            continue
        if any(mark.text == "," for mark in words[high - 1 : subjects[1]]):
            found[subjects[0]] = (said, "dobj")
    return found


def inserted_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Hasakah, the governor told television, is in the army's hands``: taken for the main clause."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.lemma not in lexicon.say or not verb.tag.startswith("V"):
            continue
        subjects = [child for child in parse.deps(verb.at, *SUBJECTS) if child < verb.at]
        said = next(
            (c for c in parse.deps(verb.at, "conj", "ccomp", "dep") if c > verb.at and words[c].tag.startswith("V")),
            None,
        )
        if len(subjects) != 2 or said is None or parse.dep(said, *SUBJECTS) is not None:  # noqa: PLR2004 - one too many
            continue
        if words[said - 1].text != "," and words[parse.edges(said)[0] - 1].text != ",":
            continue
        passive = parse.dep(said, "auxpass") is not None
        found[said] = (said if verb.head == verb.at else verb.head, verb.dep)
        found[verb.at] = (said, "parataxis")
        found[subjects[0]] = (said, "nsubjpass" if passive else "nsubj")
    return found


def inserted_asides(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Rize fell, it will be remembered, on the 7th of March``: what stands between two commas is no main clause."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.lemma not in lexicon.lists["aside_verbs"]:
            continue
        told, subject = parse.dep(verb.at, "ccomp"), parse.dep(verb.at, "nsubjpass", "nsubj")
        behind = [child for child in parse.children[verb.at] if child > verb.at + 1]
        if told is None or subject is None or not behind or not told < subject < verb.at < len(words) - 2:
            continue
        set_off = words[subject - 1].text == words[verb.at + 1].text == ","
        if set_off and words[subject].lower == "it":
            found |= {told: (told if verb.head == verb.at else verb.head, verb.dep), verb.at: (told, "parataxis")}
            found |= {child: (told, words[child].dep) for child in behind}
    return found


def told_clauses(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``reports on social networks that the enemy stands on the road``: what is reported, and no relative clause."""
    words = parse.words
    found: Links = {}
    for verb in words:
        noun = words[verb.head]
        if verb.dep != "relcl" or noun.lemma not in lexicon.say_nouns or not noun.tag.startswith("N"):
            continue
        low, _ = parse.edges(verb.at)
        subject = next((c for c in parse.deps(verb.at, *SUBJECTS) if c > low), None)
        objects = [c for c in parse.deps(verb.at, "dobj") if c != low]
        if words[low].lower != "that" or subject is None or objects:
            continue
        if words[low].dep in ("dobj", "pobj", "mark") and verb.lemma in lexicon.verbs:
            found |= {verb.at: (noun.at, "acl"), low: (verb.at, "mark")}
    return found


def said_in_passing(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``insisted in a recording that the town had not fallen``: what is said hangs on the verb, not on a noun."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.dep != "relcl" or words[words[verb.head].head].dep != "prep":
            continue
        said = words[words[words[verb.head].head].head]
        low, _ = parse.edges(verb.at)
        whole = any(c > low for c in parse.deps(verb.at, *SUBJECTS)) and (
            parse.dep(verb.at, "nsubjpass", "auxpass") is not None
            or any(c > verb.at for c in parse.deps(verb.at, "dobj"))
            or verb.lemma == "fall"
        )
        says = said.lemma in lexicon.say | lexicon.deny and parse.dep(said.at, "ccomp") is None
        if says and whole and words[low].lower == "that" and words[verb.head].lemma not in lexicon.say_nouns:
            found |= {verb.at: (said.at, "ccomp"), low: (verb.at, "mark")}
    return found


def second_clauses(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``reports that the town was lost and that the enemy is there are false``: the second goes with the first."""
    words = parse.words
    found: Links = {}
    for verb in words:
        noun = parse.dep(verb.head, *SUBJECTS)
        if verb.dep != "csubj" or noun is None or words[noun].lemma not in lexicon.say_nouns:
            continue
        low, _ = parse.edges(verb.at)
        first = parse.dep(noun, "acl", "ccomp")
        if first is not None and words[low].lower == "that" and words[low - 1].tag == "CC":
            found[verb.at] = (first, "conj")
    return found


def stolen_names(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``calls reports that they entered X a lie``: what something is called is no object of what is told in it."""
    words, lists = parse.words, lexicon.lists
    found: Links = {}
    for word in words:
        verb = words[word.head]
        given = word.lower in lists["untrue"] or word.lemma in lists["untrue_nouns"]
        if not given or word.dep not in ("dobj", "oprd", "acomp") or verb.lemma in lists["calling"]:
            continue
        over = next((at for at in parse.governors(verb.at) if words[at].lemma in lists["calling"]), None)
        if over is None or parse.dep(over, "oprd") is not None:
            continue
        found[word.at] = (over, "oprd")
        target = parse.dep(verb.at, "dative")
        if target is not None:
            found[target] = (verb.at, "dobj")
    return found
