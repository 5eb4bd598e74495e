"""Answers: who held a place on a day, as far as the reports go, and the sentences that say so.

A name is found (:mod:`.finding`), the states of its cells are asked for (:mod:`.asking`) and told in words
(:mod:`.telling`).
"""

from __future__ import annotations

from geo.answers.asking import Answer, Part, as_object, who
from geo.answers.finding import Target, find_place
from geo.answers.telling import explain

__all__ = ["Answer", "Part", "Target", "as_object", "explain", "find_place", "who"]
