"""Learns who is meant where a sentence leaves a party out, and prints what that gives on texts it has not seen.

::

    python -m geo.evaluate.learning GOLD.jsonl ... [--check GOLD.jsonl ...] [--write]

Rows with ``"aside": true`` are left alone in any file; the same texts give the same weights
(:mod:`geo.evaluate.logistic`).
Each file is read with what the others teach (the files of one folder of cases together), beside the rules alone;
files of ``--check`` are never learned from.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.errors import InputError
from geo.evaluate.facts import facts_of
from geo.evaluate.gold import Statement, read_gold
from geo.evaluate.logistic import fitted
from geo.evaluate.naming import sides
from geo.evaluate.reading import read_gold_articles
from geo.evaluate.scoring import score
from geo.extract.claims import ClaimWriter
from geo.extract.syntax.contest.choices import SLOTS
from geo.extract.syntax.contest.learned import filled_in, is_open
from geo.extract.syntax.engine import SyntaxReader
from geo.extract.syntax.trees.parser import spacy_parser
from geo.files import write_bytes
from geo.jsontext import dumps
from geo.places.mentions import MentionFinder
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geo.evaluate.facts import Direction, Fact
    from geo.evaluate.figures import Figures
    from geo.evaluate.gold import GoldArticle
    from geo.extract.told import Told
    from geo.records import Article
    from geo.regions import Region

RIDGE = 3.0
"""How strongly weights are held near zero: signs that are seen seldom shall say little."""
_SEEN = 3
"""How often a sign must be seen to have a weight."""
_OF_OPEN = 3.0
"""What a case counts in which the rules of one sentence find nobody: those are the cases that are to be learned."""
_SMALLEST = 0.005
_WEIGHTS = Path(__file__).resolve().parent.parent / "extract" / "syntax" / "contest" / "learned.json"
_DIRECTIONS: dict[str, Direction] = {"gained_by": "gains", "lost_by": "loses"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article with gold, and what was read in it before anything learned."""

    fold: str
    gold: GoldArticle
    article: Article
    told: Sequence[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Somebody who might have been meant: the signs, whether gold says so, and what the case counts."""

    signs: frozenset[str]
    right: bool
    counts: float


def read_texts(paths: Iterable[Path], region: Region) -> list[Text]:
    """The texts of gold files that are not put aside, read with everybody who might be meant.

    Raises
    ------
    InputError
        Where no parser is installed: without one nobody is left to choose from.
    """
    parser = spacy_parser()
    if parser is None:
        raise InputError("No model of English is installed, so nothing can be learned. Try: pip install -e .")
    finder, reader = MentionFinder(region), SyntaxReader(region, parser, learning=True)
    found: list[Text] = []
    for path in paths:
        gold = {article.id: article for article in read_gold(path)}
        fold = path.parent.name if path.parent.name == "cases" else path.stem
        found += [
            Text(fold=fold, gold=gold[article.id], article=article, told=reader.read(article, finder.find(article)))
            for article in read_gold_articles(path, region=region)
            if not gold[article.id].aside
        ]
    return found


def examples(text: Text, writer: ClaimWriter) -> Iterator[Example]:
    """Those who might be meant by each change that gold has, too, with a party."""
    conflict = text.gold.conflict
    wanted = facts_of(text.gold.claims, conflict=conflict)
    for one in text.told:
        slot = SLOTS.get(one.draft.kind)
        if slot is None or not one.choices:
            continue
        found = facts_of([Statement.of(claim) for claim in writer.write(text.article, [one])], conflict=conflict)
        meant = _meant(wanted, found, _DIRECTIONS[slot], one.sentence.text)
        if meant is None:
            continue
        for choice in one.choices:
            names = [sides().side_of(name, conflict=conflict) for name in (choice.party.name, choice.party.text)]
            right = any(sides().agree(side, name) for side in meant for name in names)
            yield Example(signs=choice.signs, right=right, counts=_OF_OPEN if is_open(one) else 1.0)


def _meant(wanted: Iterable[Fact], found: Sequence[Fact], direction: Direction, sentence: str) -> set[str] | None:
    """The sides that gold gives for the places of a claim: in its own sentence, else anywhere in the text.

    None where gold does not tell of them; no side at all where it leaves the party open, too.
    """
    places = {key for fact in found for key in fact.places}
    told = [fact for fact in wanted if fact.places & places and (direction in fact.directions or fact.side is None)]
    here = [fact for fact in told if _overlap(fact.statement.evidence or "", sentence)]
    return {fact.side for fact in here or told if fact.side} if told else None


def _overlap(some: str, other: str) -> bool:
    return bool(some) and (some in other or other in some)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs, and of ``""`` which everybody has."""
    seen: dict[str, int] = {}
    for sign in chain.from_iterable(example.signs for example in found):
        seen[sign] = seen.get(sign, 0) + 1
    names = ["", *sorted(sign for sign, times in seen.items() if times >= _SEEN)]
    number = {name: at for at, name in enumerate(names)}
    rows = [[0, *sorted(number[sign] for sign in example.signs if sign in number)] for example in found]
    weights = fitted(
        rows,
        right=np.array([example.right for example in found], dtype=float),
        counts=np.array([example.counts for example in found]),
        size=len(names),
        ridge=RIDGE,
    )
    kept = zip(names, (round(float(weight), 3) for weight in weights), strict=True)
    return {name: weight for name, weight in kept if abs(weight) >= _SMALLEST or not name}


def read_with(texts: Sequence[Text], weights: Mapping[str, float] | None, writer: ClaimWriter) -> Figures:
    """How well texts are read, by the rules alone or with what was learned beside them."""
    statements = [
        Statement.of(claim)
        for text in texts
        for claim in writer.write(
            text.article, text.told if weights is None else [filled_in(one, weights) for one in text.told]
        )
    ]
    return score([text.gold for text in texts], statements).figures


def _compared(name: str, texts: Sequence[Text], weights: Mapping[str, float], writer: ClaimWriter) -> str:
    cells = [f"{name:18}{sum(is_open(one) for text in texts for one in text.told):5}"]
    for known in (None, weights):
        got = read_with(texts, known, writer)
        cells.append(f"{got.precision:.3f} {got.recall:.3f} {got.f1:.3f} {got.strict_f1:.3f}")
    return "   ".join(cells)


def table(texts: Sequence[Text], check: Sequence[Text], writer: ClaimWriter) -> list[str]:
    """Each fold read with what the others teach, beside the rules alone."""
    taught = {text.article.id: list(examples(text, writer)) for text in texts}
    lines = ["texts              open   rules: P, R, F1, strict   with the learned part"]
    for fold in dict.fromkeys(text.fold for text in texts):
        mine = [text for text in texts if text.fold == fold]
        others = [example for text in texts if text.fold != fold for example in taught[text.article.id]]
        lines.append(_compared(fold, mine, fit(others), writer))
    everything = fit([example for text in texts for example in taught[text.article.id]]) if check else {}
    checked = dict.fromkeys(text.fold for text in check)
    lines += [_compared(fold, [text for text in check if text.fold == fold], everything, writer) for fold in checked]
    return lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn, print the figures, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="texts with gold to learn from")
    parser.add_argument("--check", nargs="+", type=Path, default=[], help="texts with gold to measure on only")
    parser.add_argument("--write", action="store_true", help=f"write {_WEIGHTS.name}")
    options = parser.parse_args(arguments)
    region = open_region("karabakh")
    writer = ClaimWriter(region)
    texts = read_texts(options.gold, region)
    sys.stdout.write("\n".join(table(texts, read_texts(options.check, region), writer)) + "\n")
    if options.write:
        weights = fit([example for text in texts for example in examples(text, writer)])
        write_bytes(_WEIGHTS, f"{dumps(weights, indent=1)}\n".encode())
        sys.stdout.write(f"{len(weights)} weights in {_WEIGHTS.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
