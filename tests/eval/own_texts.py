"""The texts with gold that were written for this project: cases by phenomenon, and full-length articles.

A third of the cases (``aside``) and half of the articles (``articles_aside_*``) were put aside when they were written:
they are only measured, and never looked at when a rule is made.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

OWN = Path(__file__).parent / "own"
CASES = sorted((OWN / "cases").glob("*.jsonl"))
OPEN_ARTICLES = sorted(OWN.glob("articles_open_[abc].jsonl"))
ASIDE_ARTICLES = sorted(OWN.glob("articles_aside_[abc].jsonl"))
DENSE_ARTICLES = sorted(OWN.glob("articles_open_[de].jsonl"))
"""Articles with twice as many statements of control each, some of them in telegraphic lines."""
DENSE_ASIDE = sorted(OWN.glob("articles_aside_[de].jsonl"))
TRAIN = sorted(OWN.glob("train_[abc].jsonl"))
"""Articles, condensed reports and cases on many wars, to make rules from and to learn from."""
TRAIN_ASIDE = [OWN / "articles_aside_f.jsonl", OWN / "news_aside_b.jsonl"]
"""Every third article and every fourth report of the same writing: measured at the end, opened by nobody."""
PLAIN = [OWN / "plain_open.jsonl", OWN / "plain_open_b.jsonl"]
"""Articles and reports in the plain prose of wires and newspapers, by two more writers who had not seen the rules."""
LATER_PLAIN = [OWN / "plain_open_c.jsonl", OWN / "plain_open_d.jsonl"]
"""The same by two more writers, one of full articles and reports, one of short cases and reports."""
OPENED_PLAIN = [OWN / "plain_open_e.jsonl"]
"""Half of the first plain writer's texts, measured and put aside for three sessions, then opened."""
PLAIN_ASIDE = [OWN / "plain_aside_b.jsonl", OWN / "plain_aside_c.jsonl"]
"""A third of the later two writers' texts: measured at the end, opened by nobody."""
REGISTERS = [OWN / "registers_open.jsonl"]
"""Articles in twenty registers, from staff updates to obituaries of towns, by four writers who had seen no rule."""
REGISTERS_ASIDE = [OWN / "registers_aside.jsonl"]
"""Every third article of these four: measured at the end, opened by nobody."""
HARD = sorted(OWN.glob("train_[d-h].jsonl"))
"""Texts by five more writers, of a wider language than news."""
HARD_ASIDE = [OWN / "news_aside_c.jsonl"]
"""Every second text of one of the five: opened by nobody."""

Row = dict[str, Any]


def rows(*paths: Path) -> list[Row]:
    """The rows of files, in order."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").split("\n") if line.strip()]


def cases(*, aside: bool) -> list[Row]:
    """The cases that were put aside, or those that were not."""
    return [row for row in rows(*CASES) if bool(row.get("aside")) == aside]


def write(texts: list[Row], path: Path) -> Path:
    """Rows as a gold file."""
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in texts), "utf-8")
    return path
