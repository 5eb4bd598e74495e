"""The parser: spaCy with the small English model, where one is installed."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.line_labels import LineLabels
from geo.extract.syntax.models import installed_model
from geo.extract.syntax.parse import Parse, Word
from geo.extract.syntax.spelling import Written, lead, spelled
from geo.text import Token, visible
from geo.world import world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from geo.extract.syntax.lexicon import SyntaxLexicon

_TOGETHER = 64
"""Sentences that are parsed at once: more take more memory and save no time."""

_NAME = re.compile(r"(?:[ae]\w{1,2}[-\u2010\u2011\u2013])?[A-Z][a-z]")
_NO_NAME_TAGS = ("V", "RB", "IN", "MD", "WRB")
_NAME_TAGS = ("NNP", "NNPS")
_KNOWN_NAME = "Baghdad"
_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would"})
_ALSO_NOUNS = frozenset({"left", "set", "cut", "put", "hit", "shot", "rose", "found", "ground", "wound", "saw", "run"})
"""Past forms that are nouns as often."""


class SpacyParser:
    """spaCy without what the reading does not use."""

    def __init__(self, model: str) -> None:
        load: Any = import_module(model).load
        self._nlp = load(exclude=["ner"])
        self._words = frozenset(self._nlp.vocab.strings)  # before any text adds its own

    def parse(self, sentences: Sequence[tuple[str, int]]) -> list[Parse]:
        """The trees of sentences, parsed together: first as they are, then those with words that are better known."""
        written = [self._written(text) for text, _ in sentences]
        leads = [self._leads(words, text) for words, (text, _) in zip(written, sentences, strict=True)]
        proper = [words[skip:] for words, skip in zip(written, leads, strict=True)]
        openings = [words[:skip] for words, skip in zip(written, leads, strict=True)]
        trees: list[Parse] = []
        again: dict[int, list[Written]] = {}
        for number, doc in enumerate(self._docs(proper)):
            others = _better_known(doc) | self._unknown_names(doc)
            if others:
                again[number] = _with(proper[number], others)
            trees.append(_tree(doc, openings[number], proper[number], sentences[number][1]))
        for number, doc in zip(again, self._docs(again.values()), strict=True):
            trees[number] = _tree(doc, openings[number], proper[number], sentences[number][1])
        return trees

    def _unknown_names(self, doc: Doc) -> dict[int, str]:
        """``Robotyne is in their hands``: words with a capital that English lacks, and no names to the tagger."""
        return {
            token.i: _KNOWN_NAME
            for token in doc
            if token.tag_ not in _NAME_TAGS
            and (token.i == 0 or token.tag_ in ("NN", "NNS"))
            and _NAME.match(token.text)
            and not ({token.text, token.lower_, token.text.upper()} & self._words or _is_common(token.lower_))
        }

    def _docs(self, sentences: Iterable[Sequence[Written]]) -> Iterator[Doc]:
        yield from self._nlp.pipe((self._doc(words) for words in sentences), batch_size=_TOGETHER)

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

    def is_finite(word: str) -> bool:
        told = any(one.form in ("past", "third") and one.lemma in lexicon.verbs for one in lexicon.forms.get(word, ()))
        return told or word in _FINITE

    return LineLabels(
        is_common=_is_common,
        is_finite=is_finite,
        is_participle=is_participle,
        is_party=is_party,
        is_part=is_part,
        asides=lexicon.lists["label_asides"],
    )


def _better_known(doc: Doc) -> dict[int, str]:
    """Words that the tagger did not know for what they are, each with one of their kind that it does; by position.

    ``Fighters overrun Mosul`` is parsed again as ``Fighters seized Mosul``, and a name that was taken for a verb or an
    adverb (``have not left Bakhmut``) as the name of a large town. The words stay those of the text.
    """
    found = {
        token.i: _KNOWN_NAME
        for token in doc[1:]
        if token.tag_.startswith(_NO_NAME_TAGS) and _NAME.match(token.text) and not _is_common(token.lower_)
    }
    lexicon = syntax_lexicon()
    found |= {token.i: "seized" for token in doc[1:] if _is_mistaken_participle(token, lexicon)}
    found |= {token.i: "them" for token in doc[1:-1] if _is_lost_object(token)}
    found |= {token.i: "defend" for token in doc[1:-1] if _mans(token, lexicon)}
    found |= {token.i: "seized" for token in doc[1:-1] if _is_mistaken_past(token, lexicon)}
    if any(token.head == token and token.tag_.startswith(("V", "M")) for token in doc):
        return found
    for token in doc[1:-1]:
        forms = {reading.form for reading in lexicon.basic.lemmas(token.lower_) if reading.lemma in lexicon.verbs}
        forms |= {reading.form for reading in lexicon.forms.get(token.lower_, ()) if reading.form == "past"}
        if token.text.islower() and token.tag_.startswith("N") and forms & {"third", "past", "base"}:
            return found | {token.i: "seizes" if "third" in forms else "seized"}
    return found


def _is_mistaken_participle(token: SpacyToken, lexicon: SyntaxLexicon) -> bool:
    """``was overrun``: a participle that the tagger takes for a noun or an adjective behind a form of ``be``."""
    if token.dep_ not in ("attr", "acomp") or token.tag_.startswith("V") or token.head.lemma_ != "be":
        return False
    if token.nbor(-1).lemma_ != "be" or not token.text.islower():
        return False
    return any(one.form == "participle" and one.lemma == token.lower_ for one in lexicon.forms.get(token.lower_, ()))


def _is_mistaken_past(token: SpacyToken, lexicon: SyntaxLexicon) -> bool:
    """``The Kurds retook``: a past form that is no noun of English, taken for one."""
    if not (token.text.islower() and token.tag_.startswith("N")) or not _is_open(token.lower_, lexicon):
        return False
    readings = lexicon.forms.get(token.lower_, ())
    return any(one.form == "past" and one.lemma in lexicon.verbs for one in readings)


def _is_open(word: str, lexicon: SyntaxLexicon) -> bool:
    """Whether a word is no noun that news of war uses."""
    if word in lexicon.nouns or word in _ALSO_NOUNS:
        return False
    token = Token(0, len(word), word, word)
    return not (world().head_at((token,), 0) or world().place_noun_at((token,), 0))


def _is_lost_object(token: SpacyToken) -> bool:
    """``lost both within a week``: what the parser hung on the words behind it, and is what was lost."""
    stray = token.lower_ in ("both", "neither") and token.dep_ in ("advmod", "preconj", "cc", "predet")
    return stray and token.nbor(-1).tag_.startswith("V") and token.nbor().tag_ in ("IN", "RB", ".", ",", "CC")


def _mans(token: SpacyToken, lexicon: SyntaxLexicon) -> bool:
    """``Border guards man posts``: no man, but those who stand there."""
    behind = token.nbor().lower_
    return bool(
        token.lower_ == "man"
        and token.tag_ == "NN"
        and token.nbor(-1).tag_ in ("NNS", "NNPS", "NNP", "NN")
        and {behind, behind.removesuffix("s"), behind.removesuffix("es")} & lexicon.lists["manned"]
    )


def _with(words: Sequence[Written], others: Mapping[int, str]) -> list[Written]:
    return [word._replace(text=others.get(at, word.text)) for at, word in enumerate(words)]


def _tree(doc: Doc, opening: Sequence[Written], written: Sequence[Written], offset: int) -> Parse:
    """The tree of a sentence, without the words that were put in: what hung on one hangs on its governor.

    The words of its ``opening`` hang on its root.
    """
    kept = [at for at, word in enumerate(written) if word.end > word.start]
    first = [word for word in opening if word.end > word.start]
    place = {at: len(first) + number for number, at in enumerate(kept)}
    heads = [place[_kept_governor(doc, at, place)] for at in kept]
    root = next((place[at] for at, head in zip(kept, heads, strict=True) if place[at] == head), 0)
    words = [
        _word(number, word, offset, tag="CD" if word.text[0].isdigit() else "NNP", dep="lead", head=root)
        for number, word in enumerate(first)
    ]
    for at, head in zip(kept, heads, strict=True):
        token = doc[at]
        lemma = _lemma(doc, at, written[at].text)
        words.append(_word(place[at], written[at], offset, tag=token.tag_, dep=token.dep_, head=head, lemma=lemma))
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.at:
            children[word.head].append(word.at)
    return Parse(words=tuple(words), children=tuple(tuple(row) for row in children))


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


def _kept_governor(doc: Doc, at: int, place: Mapping[int, int]) -> int:
    governor = doc[at].head.i
    while governor not in place and doc[governor].head.i != governor:
        governor = doc[governor].head.i
    return governor if governor in place else at


def _lemma(doc: Doc, at: int, word: str) -> str:
    """The lemma of the word that stands in the text, where another stood in for it."""
    if doc[at].text == _KNOWN_NAME:
        return word.lower()
    if doc[at].lower_ == word.lower():
        lemma = str(doc[at].lemma_).lower()
        forms = syntax_lexicon().forms.get(word.lower(), ()) if doc[at].tag_.startswith("V") else ()
        return lemma if not forms or lemma in syntax_lexicon().verbs else forms[0].lemma
    readings = syntax_lexicon().basic.lemmas(word.lower())
    return readings[0].lemma if readings else word.lower()
