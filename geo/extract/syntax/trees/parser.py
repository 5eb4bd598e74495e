"""The parser: spaCy with the small English model, where one is installed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import import_module
from itertools import count
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.trees.embeddings import embed_each_once
from geo.extract.syntax.trees.line_labels import LineLabels, label_pattern
from geo.extract.syntax.trees.models import installed_model
from geo.extract.syntax.trees.parse import Parse, Word
from geo.extract.syntax.trees.products import multiply_by_numpy, one_thread
from geo.extract.syntax.trees.small_words import small_words_of_names
from geo.extract.syntax.trees.spelling import Written, lead, spelled
from geo.text import Token, visible
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from geo.extract.syntax.lexicon import SyntaxLexicon

_TOGETHER = 64
"""Sentences that are parsed at once: more take more memory and save no time."""

_BY_FORM = ("attribute_ruler", "lemmatizer")
"""What gives a word its lemma by its form, tag and label: asked once for each, and not for every word of a text."""

_KEPT_LEMMAS = 1 << 15

_NAME = re.compile(r"(?:[ae]\w{1,2}[-\u2010\u2011\u2013])?(?P<name>\w\w)")
_NO_NAME_TAGS = ("V", "RB", "IN", "MD", "WRB")
_NAME_TAGS = ("NNP", "NNPS")
_KNOWN_NAME = "Baghdad"
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_ALSO_NOUNS = frozenset({"left", "set", "cut", "put", "hit", "shot", "rose", "found", "ground", "wound", "saw", "run"})
"""Past forms that are nouns as often."""


class _Tagged(NamedTuple):
    """A word as the model read it; ``head`` is the position of its governor."""

    text: str
    lower: str
    tag: str
    dep: str
    head: int
    lemma: str


class _Labels(dict[int, str]):
    """The names of tags and labels by the model's keys for them, looked up once."""

    def __init__(self, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._name_of = name_of

    def __missing__(self, key: int) -> str:
        name = self[key] = str(self._name_of(key % 2**64))
        return name


_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxysz]").fullmatch
"""A verb of one syllable whose last letter is doubled before an ending: ``hopped``, so that ``hoped`` is of another."""


def _with_its_e(word: str, lemma: str) -> str:
    """The lemma of a verb whose ``e`` the lemmatiser left out: ``hopes`` and ``hoping`` are of ``hope``."""
    stem, _, ending = word.partition(lemma)
    return f"{lemma}e" if not stem and ending in ("es", "ed", "ing") and _DOUBLES(lemma) else lemma


class SpacyParser:
    """spaCy without what the reading does not use."""

    def __init__(self, model: str) -> None:
        load: Any = import_module(model).load
        self._nlp = load(exclude=["ner"])
        self._lemmatisers: list[Callable[[Doc], Doc]] = [pipe for name, pipe in self._nlp.pipeline if name in _BY_FORM]
        if self._nlp.has_pipe("tok2vec"):
            embed_each_once(self._nlp.get_pipe("tok2vec").model)
        multiply_by_numpy(self._nlp)
        self._nlp.select_pipes(disable=[name for name in self._nlp.pipe_names if name in _BY_FORM])
        self._lemma = lru_cache(maxsize=_KEPT_LEMMAS)(self._lemma_of)
        self._labels = _Labels(self._nlp.vocab.strings.__getitem__)
        self._words = frozenset(self._nlp.vocab.strings)  # before any text adds its own

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences, parsed together: first as they are, then those with words that are better known."""
        written = [self._written(text) for text, _ in sentences]
        leads = [self._leads(words, text) for words, (text, _) in zip(written, sentences, strict=True)]
        proper = [words[skip:] for words, skip in zip(written, leads, strict=True)]
        openings = [words[:skip] for words, skip in zip(written, leads, strict=True)]
        trees: list[Parse] = []
        again: dict[int, list[Written]] = {}
        for number, words in enumerate(self._tagged(proper)):
            others = _better_known(words) | self._unknown_names(words)
            others |= dict.fromkeys(small_words_of_names(words), _KNOWN_NAME)
            if others:
                again[number] = _with(proper[number], others)
            trees.append(_tree(words, openings[number], proper[number], sentences[number][1]))
        for number, words in zip(again, self._tagged(again.values()), strict=True):
            trees[number] = _tree(words, openings[number], proper[number], sentences[number][1])
        return trees

    def _unknown_names(self, words: Sequence[_Tagged]) -> dict[int, str]:
        """``Robotyne is in their hands``: words with a capital that English lacks, and no names to the tagger."""
        return {
            at: _KNOWN_NAME
            for at, word in enumerate(words)
            if word.tag not in _NAME_TAGS
            and (at == 0 or word.tag in ("NN", "NNS"))
            and _is_capitalised(word.text)
            and not ({word.text, word.lower, word.text.upper()} & self._words or _is_common(word.lower))
        }

    def _tagged(self, sentences: Collection[Sequence[Written]]) -> Iterator[list[_Tagged]]:
        with one_thread():
            docs = list(self._nlp.pipe((self._doc(words) for words in sentences), batch_size=_TOGETHER))
        label, lemma = self._labels.__getitem__, self._lemma
        for doc, words in zip(docs, sentences, strict=True):
            texts = [word.text for word in words]
            tags, deps, heads = doc.to_array(["TAG", "DEP", "HEAD"]).astype("int64").T.tolist()
            heads = map(add, heads, count())
            rows = zip(texts, map(str.lower, texts), map(label, tags), map(label, deps), heads, strict=True)
            yield [_Tagged(*row, lemma(row[0], row[2], row[3])) for row in rows]

    def _lemma_of(self, text: str, tag: str, dep: str) -> str:
        """The lemma of a word, in lower case."""
        from spacy.tokens import Doc

        doc = Doc(self._nlp.vocab, words=[text], tags=[tag], deps=[dep], heads=[0])
        for lemmatise in self._lemmatisers:
            doc = lemmatise(doc)
        return _with_its_e(text.lower(), str(doc[0].lemma_).lower())

    def _written(self, text: str) -> list[Written]:
        read = self._nlp.tokenizer(text)
        tokens = [Written(visible(token.text), token.idx, token.idx + len(token.text)) for token in read]
        return spelled([token for token in tokens if token.text.strip()], text, is_common=_is_common, labels=_labels())

    def _leads(self, written: Sequence[Written], text: str) -> int:
        """How many words stand before the sentence proper."""
        begins = lead(text)
        begins = _labels().before_clause(text, begins, known=self._words) or begins
        return sum(word.end <= begins for word in written) if begins < len(text) else 0

    def _doc(self, words: Sequence[Written]) -> Doc:
        from spacy.tokens import Doc

        ends = [word.end for word in words]
        spaces = [after.start > end for after, end in zip(words[1:], ends, strict=False)] + [False] * bool(words)
        return Doc(self._nlp.vocab, words=[word.text for word in words], spaces=spaces)


@cache
def spacy_parser() -> SpacyParser | None:
    """The parser of the installed model, loaded once; None where there is none."""
    model = installed_model()
    return SpacyParser(model) if model else None


def _is_capitalised(text: str) -> bool:
    """Whether a word is written as names are: ``Štúrovo``, ``al-Bab``."""
    match = _NAME.match(text)
    return match is not None and match["name"][0].isupper() and match["name"][1].islower()


def _is_common(word: str) -> bool:
    """Whether a word in lower case is one of English that news of war uses, and no name."""
    lexicon, token = syntax_lexicon(), Token(0, len(word), word, word)
    if word in lexicon.closed or lexicon.basic.lemmas(word) or word in lexicon.nouns or word in lexicon.forms:
        return True
    return bool(world().head_at((token,), 0) or world().place_noun_at((token,), 0))


@cache
def _labels() -> LineLabels:
    lexicon = syntax_lexicon()

    def is_participle(word: str) -> bool:
        return any(one.form == "participle" and one.lemma in lexicon.verbs for one in lexicon.forms.get(word, ()))

    def is_part(word: str) -> bool:
        noun = world().place_noun_at((Token(0, len(word), word, word),), 0) if word.islower() else None
        return noun is not None and {"site", "quarter", "feature"} & set(noun.values[0].classes) != set()

    def is_party(text: str) -> bool:
        return bool(world().parties(text))

    def is_side(word: str) -> bool:
        if word.islower():
            return word in lexicon.lists["bare_parties"] or word.removesuffix("s") in lexicon.lists["bare_parties"]
        return any(one.kind in ("armed-group", "state-forces") for one in world().parties(word))

    def is_finite(word: str) -> bool:
        told = any(one.form in ("past", "third") and one.lemma in lexicon.verbs for one in lexicon.forms.get(word, ()))
        return told or word in _FINITE

    return LineLabels(
        label=label_pattern(lexicon.lists["label_kinds"]),
        is_common=_is_common,
        is_finite=is_finite,
        is_participle=is_participle,
        is_party=is_party,
        is_part=is_part,
        is_side=is_side,
        asides=lexicon.lists["label_asides"],
    )


def _better_known(words: Sequence[_Tagged]) -> dict[int, str]:
    """Words that the tagger did not know for what they are, each with one of their kind that it does; by position.

    ``Fighters overrun Mosul`` is parsed again as ``Fighters seized Mosul``, and a name that was taken for a verb or an
    adverb (``have not left Bakhmut``) as the name of a large town. The words stay those of the text.
    """
    lexicon = syntax_lexicon()
    found: dict[int, str] = {}
    for at, word in enumerate(words[1:], 1):
        other = _KNOWN_NAME if _is_mistaken_name(word) else None
        other = "seized" if _is_mistaken_participle(words, at, lexicon) else other
        if at < len(words) - 1:
            other = "them" if _is_lost_object(words, at) else other
            other = "defend" if _mans(words, at, lexicon) else other
            other = "seized" if _is_mistaken_past(word, lexicon) else other
        if other:
            found[at] = other
    if any(word.head == at and word.tag.startswith(("V", "M")) for at, word in enumerate(words)):
        return found
    for at, word in enumerate(words[1:-1], 1):
        forms = {reading.form for reading in lexicon.basic.lemmas(word.lower) if reading.lemma in lexicon.verbs}
        forms |= {reading.form for reading in lexicon.forms.get(word.lower, ()) if reading.form == "past"}
        if word.text.islower() and word.tag.startswith("N") and forms & {"third", "past", "base"}:
            return found | {at: "seizes" if "third" in forms else "seized"}
    return found


def _is_mistaken_name(word: _Tagged) -> bool:
    return bool(word.tag.startswith(_NO_NAME_TAGS) and _is_capitalised(word.text) and not _is_common(word.lower))


def _is_mistaken_participle(words: Sequence[_Tagged], at: int, lexicon: SyntaxLexicon) -> bool:
    """``was overrun``, ``have overrun``: a participle taken for a noun or an adjective behind its auxiliary."""
    word = words[at]
    if word.tag == "NN" and words[at - 1].lemma == "have" and (words[at - 1].dep == "aux" or _has_object(words, at)):
        return _is_participle(word.lower, lexicon)
    if word.dep not in ("attr", "acomp") or word.tag.startswith("V") or words[word.head].lemma != "be":
        return False
    if words[at - 1].lemma != "be" or not word.text.islower():
        return False
    return _is_participle(word.lower, lexicon)


def _has_object(words: Sequence[_Tagged], at: int) -> bool:
    """Whether what was taken for a noun has an object itself: ``have overrun much of the north``."""
    return any(word.head == at and word.dep == "dobj" for word in words[at + 1 :])


def _is_participle(word: str, lexicon: SyntaxLexicon) -> bool:
    """Whether a word is the participle of a verb that looks the same: ``overrun``."""
    return any(one.form == "participle" and one.lemma == word for one in lexicon.forms.get(word, ()))


def _is_mistaken_past(word: _Tagged, lexicon: SyntaxLexicon) -> bool:
    """``The Kurds retook``: a past form that is no noun of English, taken for one."""
    if not (word.tag.startswith("N") and word.text.islower()):
        return False
    readings = lexicon.forms.get(word.lower, ())
    return any(one.form == "past" and one.lemma in lexicon.verbs for one in readings) and _is_open(word.lower, lexicon)


def _is_open(word: str, lexicon: SyntaxLexicon) -> bool:
    """Whether a word is no noun that news of war uses."""
    if word in lexicon.nouns or word in _ALSO_NOUNS:
        return False
    token = Token(0, len(word), word, word)
    return not (world().head_at((token,), 0) or world().place_noun_at((token,), 0))


def _is_lost_object(words: Sequence[_Tagged], at: int) -> bool:
    """``lost both within a week``: what the parser hung on the words behind it, and is what was lost."""
    word = words[at]
    stray = word.lower in ("both", "neither") and word.dep in ("advmod", "preconj", "cc", "predet")
    return stray and words[at - 1].tag.startswith("V") and words[at + 1].tag in ("IN", "RB", ".", ",", "CC")


def _mans(words: Sequence[_Tagged], at: int, lexicon: SyntaxLexicon) -> bool:
    """``Border guards man posts``: no man, but those who stand there."""
    behind = words[at + 1].lower
    return bool(
        words[at].lower == "man"
        and words[at].tag == "NN"
        and words[at - 1].tag in ("NNS", "NNPS", "NNP", "NN")
        and {behind, behind.removesuffix("s"), behind.removesuffix("es")} & lexicon.lists["manned"]
    )


def _with(words: Sequence[Written], others: Mapping[int, str]) -> list[Written]:
    return [word._replace(text=others.get(at, word.text)) for at, word in enumerate(words)]


def _tree(read: Sequence[_Tagged], opening: Sequence[Written], written: Sequence[Written], offset: int) -> Parse:
    """The tree of a sentence, without the words that were put in: what hung on one hangs on its governor.

    The words of its ``opening`` hang on its root.
    """
    kept = [at for at, word in enumerate(written) if word.end > word.start]
    first = [word for word in opening if word.end > word.start]
    place = {at: len(first) + number for number, at in enumerate(kept)}
    heads = [place[_kept_governor(read, at, place)] for at in kept]
    root = next((place[at] for at, head in zip(kept, heads, strict=True) if place[at] == head), 0)
    words = [
        _word(number, word, offset, tag="CD" if word.text[0].isdigit() else "NNP", dep="lead", head=root)
        for number, word in enumerate(first)
    ]
    for at, head in zip(kept, heads, strict=True):
        lemma = _lemma(read[at], written[at].text)
        words.append(_word(place[at], written[at], offset, tag=read[at].tag, dep=read[at].dep, head=head, lemma=lemma))
    return Parse.of(words)


def _word(at: int, word: Written, offset: int, *, tag: str, dep: str, head: int, lemma: str | None = None) -> Word:
    lower = word.text.lower().replace("\u2019", "'")
    return Word(
        at=at,
        start=offset + word.start,
        end=offset + word.end,
        text=word.text,
        lower=lower,
        lemma=lower if lemma is None else lemma,
        tag=tag,
        dep=dep,
        head=head,
    )


def _kept_governor(read: Sequence[_Tagged], at: int, place: Mapping[int, int]) -> int:
    governor = read[at].head
    while governor not in place and read[governor].head != governor:
        governor = read[governor].head
    return governor if governor in place else at


def _lemma(read: _Tagged, word: str) -> str:
    """The lemma of the word that stands in the text, where another stood in for it."""
    if read.text == _KNOWN_NAME:
        return word.lower()
    if read.lower == word.lower():
        forms = syntax_lexicon().forms.get(word.lower(), ()) if read.tag.startswith("V") else ()
        return read.lemma if not forms or read.lemma in syntax_lexicon().verbs else forms[0].lemma
    readings = syntax_lexicon().basic.lemmas(word.lower())
    return readings[0].lemma if readings else word.lower()
