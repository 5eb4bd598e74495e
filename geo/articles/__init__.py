"""Articles: files, folders and JSON Lines of reports, read with their outlet, title, language and publication date."""

from geo.articles.problems import InputProblem, OnProblem
from geo.articles.reading import read_articles, read_stream

__all__ = ["InputProblem", "OnProblem", "read_articles", "read_stream"]
