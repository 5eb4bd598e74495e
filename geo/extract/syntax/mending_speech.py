"""Mends trees of reported speech, where the parser hangs verbs of saying on what is said, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.voice import SUBJECTS

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.parse import Parse

Links = dict[int, tuple[int, str]]
"""New governors of words, with the labels that they hang by."""


def joined_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """Verbs of saying and denying that are joined to what is said: ``said it held the town and denied that ...``."""
    words = parse.words
    speaking = lexicon.say | lexicon.deny
    found: Links = {}
    for word in words:
        if word.dep != "conj" or word.lemma not in speaking or word.tag not in ("VBD", "VBZ", "VBP"):
            continue
        if parse.dep(word.at, *SUBJECTS, "aux", "auxpass") is not None or parse.dep(word.at, "ccomp", "xcomp", "dobj") is None:
            continue
        said = word.head
        while words[said].dep == "conj":
            said = words[said].head
        speaker = words[words[said].head]
        if words[said].dep == "ccomp" and speaker.lemma in speaking and speaker.tag == word.tag:
            found[word.at] = (speaker.at, "conj")
    return found


def inserted_reports(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Hasakah, the governor told television, is in the hands of the army``: what the parser takes for the main clause."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if verb.lemma not in lexicon.say or not verb.tag.startswith("V"):
            continue
        subjects = [child for child in parse.deps(verb.at, *SUBJECTS) if child < verb.at]
        said = next((c for c in parse.deps(verb.at, "conj", "ccomp", "dep") if c > verb.at and words[c].tag.startswith("V")), None)
        if len(subjects) != 2 or said is None or parse.dep(said, *SUBJECTS) is not None:  # noqa: PLR2004 - one too many
            continue
        if words[said - 1].text != "," and words[parse.edges(said)[0] - 1].text != ",":
            continue
        passive = parse.dep(said, "auxpass") is not None
        found[said] = (said if verb.head == verb.at else verb.head, verb.dep)
        found[verb.at] = (said, "parataxis")
        found[subjects[0]] = (said, "nsubjpass" if passive else "nsubj")
    return found
