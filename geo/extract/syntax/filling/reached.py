"""Whether a state is told as reached: ``the bridge was theirs by noon``, ``the town was in rebel hands again``.

Whoever has a place by some hour, or had it again, came to have it: that is a taking, and no holding. Who ``is again in
control`` is told as it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.trees.parse import Parse, Word

_BE_OR_HAVE = frozenset({"be", "have"})
_ENDING = frozenset({"by", "within", "before"})
_AGAIN = frozenset({"again", "back", "anew"})
_PRESENT = frozenset({"VBZ", "VBP"})
_LASTING = frozenset({"still", "remain", "always", "already", "since", "until"})
_OTHER_CLAUSES = frozenset({"conj", "advcl", "ccomp", "parataxis", "relcl"})
"""What is said there is said of another verb: ``stayed in rebel hands, and the traders went back``."""
_FOR_LONG = frozenset({"for", "ever", "throughout"})


def is_reached(parse: Parse, verb: int, lexicon: SyntaxLexicon) -> bool:
    """Whether a verb of being or having tells of a state that began by a time, or anew."""
    words = parse.words
    if words[verb].lemma not in _BE_OR_HAVE:
        return False
    if goes_on(parse, verb):
        return False
    near = _near(parse, verb)
    complement = parse.dep(verb, "attr", "acomp", "oprd")
    named = complement is not None and words[complement].tag.startswith("J")  # "is Armenian again" is told as it stands
    held = any(
        words[noun].lemma in lexicon.lists["holding_nouns"]
        for at in parse.deps(verb, "prep")
        for noun in parse.deps(at, "pobj")
    )
    stands = held and words[verb].lemma == "be" and words[verb].tag in _PRESENT
    again = not named and not stands and any(word.dep in ("advmod", "prt") and word.lower in _AGAIN for word in near)
    return again or any(_is_deadline(parse, word.at, lexicon) for word in near if word.dep == "prep")


def is_back(parse: Parse, verb: int) -> bool:
    """``Was back in the army's keeping``: that came about; what ``is`` or ``has been`` back is told as it stands."""
    near = {word.lower for word in _near(parse, verb)}
    return parse.words[verb].tag == "VBD" and "back" in near and not near & _FOR_LONG and not goes_on(parse, verb)


def goes_on(parse: Parse, verb: int) -> bool:
    """``Still had the town on Friday``, ``had been theirs since May``: a state that began before."""
    return any(word.lower in _LASTING for word in _near(parse, verb))


def _near(parse: Parse, verb: int) -> list[Word]:
    words = parse.words
    low, high = parse.edges(verb)
    return [
        word
        for word in words[low:high]
        if word.head == verb or (words[word.head].head == verb and words[word.head].dep not in _OTHER_CLAUSES)
    ]


def _is_deadline(parse: Parse, link: int, lexicon: SyntaxLexicon) -> bool:
    """``By noon``, ``by the 10th``, ``within hours``, ``before lunch``; no ``by now``, and nobody who did it."""
    words = parse.words
    noun = parse.dep(link, "pobj")
    if noun is None or words[link].lower not in _ENDING:
        return False
    word = words[noun]
    if words[link].lower == "within":
        return word.lemma in lexicon.lists["durations"]
    if words[link].lower == "before":
        return word.lemma in lexicon.lists["deadlines"]
    return word.tag == "CD" or word.lower[:1].isdigit() or word.lemma.lower() in lexicon.lists["deadlines"]
