"""How well reports are read: claims against gold, the claims that readers made by hand.

Importing this loads no engine; :mod:`geo.evaluate.reading` does, which reads gold's articles anew.
"""

from geo.evaluate.figures import Figures
from geo.evaluate.gold import GoldArticle, NamedPlace, Statement, read_claims, read_gold
from geo.evaluate.scoring import Mistake, Score, score

__all__ = [
    "Figures",
    "GoldArticle",
    "Mistake",
    "NamedPlace",
    "Score",
    "Statement",
    "read_claims",
    "read_gold",
    "score",
]
