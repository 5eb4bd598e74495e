"""Mends trees in which the parser has lost a subject: a name that it took for an adverb, a cleft sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.extract.syntax.trees.voice import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.extract.syntax.lexicon import SyntaxLexicon
    from geo.extract.syntax.mending.links import Links
    from geo.extract.syntax.trees.parse import Parse, Word

_NAMELIKE = ("NNP", "NNPS")


def clefts(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``It was M23 that took Goma``, ``it was Goma that M23 took``: the clause is said of the name before it."""
    words = parse.words
    found: Links = {}
    for verb in words:
        over = words[verb.head]
        if verb.dep not in ("ccomp", "advcl") or over.lemma != "be" or not verb.tag.startswith("V"):
            continue
        subject, named = parse.dep(over.at, *SUBJECTS), parse.dep(over.at, "attr")
        if subject is None or named is None or words[subject].lower != "it" or not named < verb.at:
            continue
        that = next((c for c in parse.children[verb.at] if words[c].lower in ("that", "who", "which")), None)
        if that is None or not _is_thing(parse, named, lexicon):
            continue
        found[verb.at] = (named, "relcl")
        if words[that].dep == "mark":
            found[that] = (verb.at, "dobj" if parse.dep(verb.at, "dobj") is None else "mark")
    return found


def _is_thing(parse: Parse, noun: int, lexicon: SyntaxLexicon) -> bool:
    """Whether a name or several things are meant, and no ``fact``, ``lie`` or ``time``."""
    word = parse.words[noun]
    lists = lexicon.lists
    if word.lemma in lists["untrue_nouns"] | lists["true"] | lexicon.say_nouns | lexicon.deny_nouns:
        return False
    inner = [one for link in parse.deps(noun, "prep") for one in parse.deps(link, "pobj")]
    return word.tag in (*_NAMELIKE, "NNS") or any(parse.words[one].tag in _NAMELIKE for one in inner)


_STRAY = ("dep", "ROOT", "npadvmod", "nmod", "advmod")


def asides_before_clauses(parse: Parse) -> Links:
    """``Goma, on the shore of Lake Kivu, which they took``: Goma, of which the aside says where it lies."""
    words = parse.words
    found: Links = {}
    for clause in words:
        if clause.dep != "relcl":
            continue
        noun = clause.head
        low, _ = parse.edges(clause.at)
        if low < 1 or words[low - 1].text != "," or words[low].lower != "which":
            continue
        aside = next((at for at in range(noun, 0, -1) if words[at].text == ","), None)
        if aside is None or words[aside + 1].tag != "IN" or words[aside - 1].tag != "NNP" or words[noun].tag != "NNP":
            continue
        if any(word.tag.startswith("V") for word in words[aside:noun]):
            continue
        found[clause.at] = (aside - 1, "relcl")
    return found


def opening_name(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Bakhmut fell to them``: a name that opens a sentence, taken for an adverb; its verb has no other subject."""
    first = next((word for word in parse.words if word.text[:1].isalpha()), None)
    if first is None or not first.text[0].isupper() or first.lower in lexicon.closed:
        return {}
    behind = parse.words[first.at + 1 : first.at + 2]
    if first.lower.endswith("ly") and not (behind and behind[0].dep == "auxpass"):  # "Kubatly was taken"
        return {}
    if first.tag in (*_NAMELIKE, "RB", "JJ", "UH") and first.dep in ("npadvmod", "advmod", "intj", "amod"):
        verb = _finite_verb(parse, first.at)
        if verb is not None and parse.dep(verb, *SUBJECTS, "expl", "csubj") is None:
            passive = parse.dep(verb, "auxpass") is not None
            return {first.at: (verb, "nsubjpass" if passive else "nsubj")}
    return {first.at: (first.head, first.dep)} if first.tag in ("RB", "UH") and first.dep in SUBJECTS else {}


def _finite_verb(parse: Parse, first: int) -> int | None:
    """The verb that follows a name at once, or behind what stands between two commas."""
    words = parse.words
    at = first + 1
    if at < len(words) and words[at].text == ",":
        at = next((word.at + 1 for word in words[at + 1 :] if word.text == ","), len(words))
    if at >= len(words) or words[at].tag not in ("VBD", "VBZ", "MD"):
        return None
    return words[at].head if words[at].dep in ("aux", "auxpass") else at


def opening_list(parse: Parse, lexicon: SyntaxLexicon) -> Links:  # noqa: ARG001 - a mending like the others
    """``Akobo and Waat are under``: two names that open a sentence are one subject, not a clause each."""
    words = parse.words
    first = _last_of_name(words, next((word.at for word in words if word.dep != "lead"), 0))
    if first is None:
        return {}
    joint = _behind_aside(parse, first)
    last = _last_of_name(words, joint + 1) if words[joint:][:1] else None
    if last is None or words[joint].lower not in ("and", ","):
        return {}
    verb = words[last].head
    if words[first].dep not in _STRAY or words[last].dep not in SUBJECTS or verb <= last:
        return {}
    if words[first].head not in (first, verb) or words[verb].head not in (first, verb, words[first].head):
        return {}
    links = {first: (verb, words[last].dep), last: (first, "conj"), joint: (first, words[joint].dep)}
    return {**links, verb: (verb, "ROOT")} if words[verb].head == first else links


def _behind_aside(parse: Parse, name: int) -> int:
    """What joins the next name to one, behind what tells of it: ``Donetsk, a city of a million, and``."""
    words = parse.words
    told = parse.dep(name, "appos")
    if told is None or words[told].tag != "NN" or words[name + 1].text != ",":
        return name + 1
    behind = parse.edges(told)[1]
    closed = words[behind : behind + 2]
    return behind + 1 if [word.lower for word in closed] == [",", "and"] else name + 1


def _last_of_name(words: Sequence[Word], at: int) -> int | None:
    """The last word of the capitalised name that begins at a position."""
    end = at
    while end < len(words) and words[end].tag in ("NNP", "NNPS"):
        end += 1
    return end - 1 if end > at else None


def swallowed_subjects(parse: Parse) -> Links:
    """``At the time of writing most of the district remains``, ``On the eastern axis the factions took``.

    A gerund or a preposition that opens the sentence has taken the subject for its own object.
    """
    words = parse.words
    root = next((word for word in words if word.dep == "ROOT" and word.tag in ("VBZ", "VBD", "VBP")), None)
    if root is None or parse.dep(root.at, "nsubj", "nsubjpass", "expl", "csubj") is not None:
        return {}
    passive = parse.dep(root.at, "auxpass") is not None
    name = _name_before(parse, root.at)
    if name is not None:
        return {**name, next(iter(name)): (root.at, "nsubjpass" if passive else "nsubj")}
    for link in parse.deps(root.at, "prep"):
        others = [noun for noun in parse.deps(link, "pobj") if noun < root.at][1:]
        if others and (parse.dep(others[0], "det") is not None or words[others[0]].tag in ("JJS", "PRP", *_NAMELIKE)):
            return {others[0]: (root.at, "nsubjpass" if passive else "nsubj")}
    for gerund in words[: root.at]:
        taken = parse.dep(gerund.at, "dobj")
        if gerund.tag != "VBG" or gerund.dep != "pcomp" or taken is None or taken > root.at:
            continue
        if root.at not in parse.governors(gerund.at):
            continue
        return {taken: (root.at, "nsubjpass" if passive else "nsubj")}
    return {}


def _name_before(parse: Parse, verb: int) -> Links | None:
    """``In the war of 2020 Azerbaijan took``, ``Under the deal Kyiv got``: the name before the verb, first of all.

    The parser took it for what a year counts, or for another name of the noun behind the preposition.
    """
    words = parse.words
    first = min([verb, *(c for c in parse.deps(verb, "aux", "auxpass", "neg", "advmod") if c < verb)])
    name = words[first - 1] if first else None
    if name is None or name.tag not in (*_NAMELIKE, "NNS") or verb not in parse.governors(name.at):
        return None
    begin = min((c for c in parse.deps(name.at, "compound", "amod", "det", "poss") if c < name.at), default=name.at)
    if words[begin - 1].text == ",":
        return None
    year = next((c for c in parse.deps(name.at, "nummod") if c == begin - 1 and _is_year(words[c].text)), None)
    if name.dep == "pobj" and year is not None:
        return {name.at: (verb, "nsubj"), year: (name.head, "pobj")}
    over = words[name.head]
    beside = name.tag in _NAMELIKE and over.at == begin - 1 and name.dep in ("appos", "nmod", "npadvmod")
    if beside and over.dep == "pobj" and over.tag in ("NN", "NNS"):
        return {name.at: (verb, "nsubj")}
    return None


def _is_year(text: str) -> bool:
    return len(text) == len("1994") and text.isdigit()


def absolute_subjects(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``has taken X, Y and Z, W having surrendered``: what stands before the subject of an absolute is the object."""
    words = parse.words
    found: Links = {}
    for verb in words:
        if not any(words[c].lower == "having" for c in parse.deps(verb.at, "aux")):
            continue
        subjects = [c for c in parse.deps(verb.at, *SUBJECTS) if c < verb.at]
        over = words[verb.head]
        if len(subjects) != 2 or not over.tag.startswith("V"):  # noqa: PLR2004 - one too many
            continue
        if over.at < subjects[0] and parse.dep(over.at, "dobj") is None and parse.dep(over.at, "auxpass") is None:
            found |= {subjects[0]: (over.at, "dobj"), verb.at: (over.at, "advcl")}
    return found


def subjects_before_descriptions(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``Bakhmut, the last city that they took, was retaken``: the name is the subject, and the city describes it."""
    words = parse.words
    for name in words[:-3]:
        verb = words[name.head]
        if name.dep not in ("npadvmod", "dep") or name.tag not in ("NNP", "NNPS") or words[name.at + 1].text != ",":
            continue
        noun = parse.dep(verb.at, "nsubj", "nsubjpass")
        if noun is None or parse.edges(noun)[0] != name.at + 2 or words[name.at + 2].tag != "DT":
            continue
        end = parse.edges(noun)[1]
        if words[end - 1].text == "," or words[min(end, len(words) - 1)].text == ",":
            return {name.at: (verb.at, words[noun].dep), noun: (name.at, "appos")}
    return {}


def subjects_behind_descriptions(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``In Daein, the capital of Darfur, the army's garrison withdrew``: no second description of what is before it."""
    words = parse.words
    for noun in words[2:-1]:
        verb = words[noun.at + 1]
        first = parse.edges(noun.at)[0]
        if noun.dep != "appos" or verb.tag not in ("VBD", "VBZ", "VBP") or words[first - 1].text != ",":
            continue
        if words[first].tag == "WP$":  # "the Wa, whose army fights on"
            continue
        parted = parse.edges(noun.at)[1] == verb.at and words[noun.head].dep == "pobj"
        if not parted or verb.dep not in ("ROOT", "conj", "ccomp"):
            continue
        other = parse.dep(verb.at, *SUBJECTS, "expl")
        name = words[parse.edges(other)[0] - 2] if other is not None and parse.edges(other)[0] > 1 else None
        if other is None:
            return {noun.at: (verb.at, "nsubj")}
        if name is not None and name.tag in ("NNP", "NNPS") and words[name.at + 1].text == "," and other < noun.at:
            return {noun.at: (verb.at, "nsubj"), other: (name.at, "appos")}
    return {}


def shared_fates(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``The army took Goma, and with it two generals``: what stands behind ``with it`` is no second subject."""
    words = parse.words
    found: Links = {}
    for word in words:
        if word.dep != "conj":
            continue
        with_it = next((c for c in parse.deps(word.at, "prep") if c < word.at and words[c].lower == "with"), None)
        if with_it is None or with_it == 0 or words[with_it - 1].tag != "CC":
            continue
        pronoun = parse.dep(with_it, "pobj")
        verb = next((over for over in parse.governors(word.at) if words[over].tag.startswith("V")), None)
        if pronoun is not None and words[pronoun].tag == "PRP" and verb is not None and verb < with_it:
            found[word.at] = (verb, "dep")
    return found


def doubled_subjects(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``told reporters that Goma had been taken``: ``that`` opens the clause, and is no second subject of its verb."""
    words = parse.words
    found: Links = {}
    for that in words:
        if that.lower != "that" or that.dep not in SUBJECTS:
            continue
        verb = words[that.head]
        others = [child for child in parse.deps(verb.at, *SUBJECTS) if that.at < child < verb.at]
        if others and verb.dep in ("ccomp", "conj", "advcl"):
            found[that.at] = (verb.at, "mark")
    return found


def asides_before_subjects(parse: Parse, _lexicon: SyntaxLexicon) -> Links:
    """``In Mosul, a city divided by the river, the army holds a bank``: the city is Mosul, and no second subject."""
    words = parse.words
    found: Links = {}
    for verb in words:
        subjects = parse.deps(verb.at, *SUBJECTS)
        low, high = parse.edges(subjects[0]) if len(subjects) == 2 else (0, 0)  # noqa: PLR2004 - a pair
        if low < 2 or high >= len(words) or words[low - 1].text != "," or words[high].text != ",":  # noqa: PLR2004
            continue
        name = words[low - 2]
        opens = name.dep == "pobj" and words[name.head].head == verb.at and name.tag.startswith("NN")
        if opens and words[low].lower in ("a", "an", "the") and parse.edges(subjects[1])[0] == high + 1:
            found[subjects[0]] = (name.at, "appos")
    return found


def subjects_before_asides(parse: Parse, lexicon: SyntaxLexicon) -> Links:
    """``Sarobi, thought impregnable, collapsed``: the name that opens the sentence is the subject of its main verb."""
    words = parse.words
    first = next((word.at for word in words if word.dep != "lead"), 0)
    name = _last_of_name(words, first)
    if name is None or name + 1 >= len(words) or words[name + 1].text != "," or words[name].dep not in _BEFORE_ASIDES:
        return {}
    verb = _verb_behind_aside(parse, name + 2)
    if verb is None or words[name].head == verb or parse.dep(verb, *SUBJECTS, "expl") is not None:
        return {}
    subject = "nsubjpass" if parse.dep(verb, "auxpass") is not None else "nsubj"
    inner = words[name].head
    if words[name].dep == "ROOT":
        return {verb: (verb, "ROOT"), name: (verb, subject)} if words[verb].head == name else {}
    if not name < inner < verb or verb not in parse.governors(inner):
        return {}
    speaker = words[inner + 1].tag in ("NNP", "NNPS", "DT", "PRP", "NN", "NNS")  # "Sarn, says Moscow, has"
    says = speaker and words[inner].lemma in lexicon.say and words[inner].tag in ("VBD", "VBZ", "VBP")
    return {name: (verb, subject), inner: (verb, "parataxis") if says else (name, "acl")}


_BEFORE_ASIDES = ("ROOT", "nsubj", "nsubjpass", "dep", "npadvmod")


def _verb_behind_aside(parse: Parse, begins: int) -> int | None:
    """The finite verb that stands right behind a comma, first of all."""
    words = parse.words
    for at in range(begins + 1, len(words)):
        if words[at - 1].text == "," and words[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            verb = words[at].head if words[at].dep in ("aux", "auxpass") else at
            return verb if words[verb].dep in ("ROOT", "acl") else None
    return None


def lost_predicates(parse: Parse) -> Links:
    """``A diplomat expected police to move in``: a noun with what the parser takes for its participle is a clause.

    A participle of the passive has no object, so one that has is the verb itself.
    """
    for noun in parse.words:
        if noun.dep != "ROOT" or not noun.tag.startswith("N"):
            continue
        verb = parse.dep(noun.at, "acl")
        if verb is None or parse.words[verb].tag not in ("VBN", "VBD") or verb != noun.at + 1:
            continue
        if parse.dep(verb, "dobj", "ccomp", "xcomp") is None or parse.dep(verb, "aux", "auxpass") is not None:
            continue
        later = {child: (verb, parse.words[child].dep) for child in parse.children[noun.at] if child > verb}
        return {**later, verb: (verb, "ROOT"), noun.at: (verb, "nsubj")}
    return {}
