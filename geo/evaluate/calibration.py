"""Fits the confidence of claims to what was right on texts with gold, and prints how well it holds on others.

::

    python -m geo.evaluate.calibration GOLD.jsonl ... --aside GOLD.jsonl ... [--write]

Rows with ``"aside": true`` are put aside in any file; the same texts give the same weights
(:mod:`geo.evaluate.logistic`). The curve sets the confidence of the texts put aside beside the share that was right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.evaluate.gold import Statement, read_gold
from geo.evaluate.logistic import fitted
from geo.evaluate.matching import match
from geo.evaluate.reading import read_gold_articles
from geo.extract.claims import ClaimWriter
from geo.extract.confidence import signs
from geo.extract.engine import Reader
from geo.files import write_bytes
from geo.jsontext import dumps
from geo.places.mentions import MentionFinder
from geo.regions import open_region

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from geo.regions import Region

RIDGE = 4.0
"""How strongly weights are held near zero: signs that are seen seldom shall say little."""
_SEEN = 8
"""How often a sign must be seen to have a weight."""
_SMALLEST = 0.005

_STEPS = 30
_BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01)
_WEIGHTS = Path(__file__).resolve().parent.parent / "extract" / "confidence.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A claim that was read: its signs, and whether gold has it, in the same stance."""

    signs: frozenset[str]
    right: bool


def examples(paths: Iterable[Path], region: Region, *, aside: bool | None = None) -> list[Example]:
    """The claims that are read from texts with gold; what gold calls optional is no example either way.

    ``aside`` takes only the rows that are put aside, or only the others.
    """
    finder, reader, writer = MentionFinder(region), Reader(region), ClaimWriter(region)
    found: list[Example] = []
    for path in paths:
        gold = {article.id: article for article in read_gold(path)}
        for article in read_gold_articles(path, region=region):
            if aside not in (None, gold[article.id].aside):
                continue
            told = reader.tell(article, finder.find(article))
            statements = [Statement.of(claim) for one in told for claim in writer.write(article, [one])]
            matched = match(gold[article.id], statements)
            right = {id(pair.found.statement) for pair in matched.pairs if pair.stance_right}
            wrong = {id(fact.statement) for fact in matched.spurious}
            wrong |= {id(pair.found.statement) for pair in matched.pairs if not pair.stance_right}
            found += [
                Example(signs=signs(one), right=id(statement) in right)
                for one, statement in zip(told, statements, strict=True)
                if id(statement) in right | wrong
            ]
    return found


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs that were seen often enough, and of ``""`` which every claim has."""
    seen = Counter(sign for example in found for sign in example.signs)
    names = ["", *sorted(sign for sign, times in seen.items() if times >= _SEEN)]
    number = {name: at for at, name in enumerate(names)}
    weights = fitted(
        [[0, *sorted(number[sign] for sign in example.signs if sign in number)] for example in found],
        right=np.array([example.right for example in found], dtype=float),
        counts=np.ones(len(found)),
        size=len(names),
        ridge=RIDGE,
    )
    return _rounded({name: float(weight) for name, weight in zip(names, weights, strict=True)})


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    rounded = {name: round(weight, 3) for name, weight in weights.items()}
    return {name: weight for name, weight in rounded.items() if abs(weight) >= _SMALLEST or not name}


def sobered(weights: dict[str, float], found: Sequence[Example]) -> dict[str, float]:
    """The weights brought down to how often unseen claims are right: one factor and one shift (Platt 1999).

    Texts for which rules were made are read better than others, so that what was learned on them is too sure.
    """
    totals = np.array([_total(weights, example) for example in found])
    right = np.array([float(example.right) for example in found])
    factor, shift = 1.0, 0.0
    for _ in range(_STEPS):
        chance = _logistic(factor * totals + shift)
        slope = chance * (1 - chance)
        gradient = np.array([np.sum((right - chance) * totals), np.sum(right - chance)])
        curvature = np.array(
            [[np.sum(slope * totals**2), np.sum(slope * totals)], [np.sum(slope * totals), slope.sum()]]
        )
        step = np.linalg.solve(curvature + 1e-6 * np.eye(2), gradient)
        factor, shift = factor + float(step[0]), shift + float(step[1])
    scaled = {name: factor * weight for name, weight in weights.items()}
    return _rounded(scaled | {"": scaled.get("", 0.0) + shift})


def chances(weights: dict[str, float], found: Sequence[Example]) -> NDArray[np.float64]:
    """The confidence of each example."""
    return _logistic(np.array([_total(weights, example) for example in found]))


def _total(weights: dict[str, float], example: Example) -> float:
    return weights.get("", 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(example.signs))


def curve(weights: dict[str, float], found: Sequence[Example]) -> list[str]:
    """A table of bins of confidence: how many claims each has, their mean confidence, and the share that was right."""
    chance = chances(weights, found)
    right = np.array([example.right for example in found])
    lines, gap = ["confidence   claims   mean   right"], 0.0
    for low, high in pairwise(_BINS):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            mean, share = chance[inside].mean(), right[inside].mean()
            lines.append(f"{low:.1f} to {min(high, 1.0):.1f}   {inside.sum():6d}   {mean:.2f}   {share:.2f}")
            gap += abs(mean - share) * inside.sum() / len(found)
    lines.append(f"expected calibration error {gap:.3f} over {len(found)} claims")
    return [*lines, f"of a right and a wrong claim, the right one is the surer in {surer(chance, right):.0%}"]


def surer(chance: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """How often a right claim has the higher confidence than a wrong one; equal ones count half, 0.5 is no better."""
    above = chance[right][:, None] - chance[~right][None, :]
    return float(np.mean((above > 0) + 0.5 * (above == 0))) if above.size else 0.5


def _logistic(total: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.clip(total, -30, 30)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print the curve, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path, help="texts with gold to learn from")
    parser.add_argument("--aside", nargs="+", type=Path, default=[], help="texts with gold to measure on")
    parser.add_argument("--write", action="store_true", help=f"write {_WEIGHTS.name}")
    options = parser.parse_args(arguments)
    region = open_region("karabakh")
    learned = examples(options.gold, region, aside=False)
    weights = fit(learned)
    out = ["on the texts that it learned from", *curve(weights, learned)]
    held = [*examples(options.gold, region, aside=True), *examples(options.aside, region)]
    if held:
        weights = sobered(weights, held[::2])
        out += ["on the half of the claims put aside that nothing was fitted to", *curve(weights, held[1::2])]
    sys.stdout.write("\n".join(out) + "\n")
    if options.write:
        write_bytes(_WEIGHTS, f"{dumps(weights, indent=1)}\n".encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
