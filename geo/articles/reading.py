"""Reads files and folders into articles; the one way in for reports.

An article's ``text`` is what its file holds, character for character: leading blanks and line ends (CR LF too) stay, so
that offsets can be checked against the file. Only a byte order mark is taken off.
"""

from __future__ import annotations

import codecs
import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from geo.articles.datelines import find_dateline
from geo.articles.decoding import MAX_BYTES, decode
from geo.articles.finding import ReportFile, find_files
from geo.articles.jsonl import Draft, read_lines, whole_characters
from geo.articles.languages import language_of
from geo.articles.outlets import source_of
from geo.articles.problems import InputProblem, OnProblem
from geo.articles.publication import Publication, publication_of
from geo.articles.titles import title_of
from geo.errors import InputError
from geo.files import show
from geo.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.regions import Region


STDIN = Path("-")
"""Stands for standard input among the paths, where that is given."""


def read_articles(
    paths: Iterable[Path], *, region: Region, on_problem: OnProblem, stdin: io.BufferedReader | None = None
) -> list[Article]:
    """The articles of files, folders and JSON Lines files, in the order of ``paths``.

    Parameters
    ----------
    paths
        Files of plain text, ``.jsonl`` files, or folders of these.
    region
        Whose outlets are known by name.
    on_problem
        Called with each file or line that was left out; the others are read.
    stdin
        The JSON Lines that ``-`` stands for, which come first; without it, ``-`` is a file of that name.

    Raises
    ------
    MissingInputError
        When a path does not exist.
    InputError
        When not one article could be read.
    """
    paths = list(paths)
    reader = _Reader(region, on_problem)
    if stdin and STDIN in paths:
        reader.read_lines(stdin, shown="standard input", name="stdin")
    for file in find_files([path for path in paths if not (stdin and path == STDIN)], on_problem=reader.note):
        reader.read_file(file)
    return reader.articles_or_refusal(", ".join(show(path) for path in paths))


def read_stream(stream: io.BufferedReader, *, name: str, region: Region, on_problem: OnProblem) -> list[Article]:
    """The articles of a stream of JSON Lines (standard input); ``name`` stands for it in messages.

    Raises
    ------
    InputError
        When not one article could be read.
    """
    reader = _Reader(region, on_problem)
    reader.read_lines(stream, shown=name, name=name)
    return reader.articles_or_refusal(name)


class _Reader:
    """Collects articles, and sees to it that no id is given twice."""

    def __init__(self, region: Region, on_problem: OnProblem) -> None:
        self._articles: list[Article] = []
        self._problems = 0
        self._region = region
        self._on_problem = on_problem
        self._ids: set[str] = set()

    def note(self, problem: InputProblem) -> None:
        self._problems += 1
        self._on_problem(problem)

    def articles_or_refusal(self, tried: str) -> list[Article]:
        """The articles; an error where there is not one. Why a file gave none was told as it was read."""
        if self._articles:
            return self._articles
        raise InputError(f"No report could be read from {tried}. Give .txt or .jsonl files, or folders of them.")

    def read_file(self, file: ReportFile) -> None:
        shown = show(file.path)
        try:
            with file.path.open("rb") as stream:
                if file.is_lines:
                    self.read_lines(stream, shown=shown, name=file.name)
                else:
                    self._add(Draft(id=file.name, text=_plain_text(stream)))
        except InputError as error:
            self._report(shown, str(error))
        except OSError as error:
            self._report(shown, f"it cannot be read ({error.strerror}).")

    def read_lines(self, stream: io.BufferedReader, *, shown: str, name: str) -> None:
        def on_line(number: int, reason: str) -> None:
            self._report(f"{shown}, line {number}", reason)

        before = self._problems
        drafts = 0
        for number, draft in read_lines(_as_utf8(stream), on_line=on_line):
            drafts += 1
            try:
                self._add(draft, otherwise=f"{name}:{number}")
            except InputError as error:
                on_line(number, str(error))
        if not drafts and self._problems == before:
            self._report(shown, "it holds no articles.")

    def _add(self, draft: Draft, *, otherwise: str = "") -> None:
        if not draft.text.strip():
            raise InputError("it is empty.")
        ident = draft.id or otherwise
        if ident in self._ids:
            raise InputError(f"its id {ident[:60]!r} was given already, and ids must differ; left out.")
        self._ids.add(ident)
        self._articles.append(self._article(ident, draft))

    def _article(self, ident: str, draft: Draft) -> Article:
        text = draft.text
        dateline = find_dateline(text)
        given: Publication | None = (draft.published, "metadata") if draft.published else None
        published, basis = given or publication_of(text, dateline)
        return Article(
            id=ident,
            source=draft.source or source_of(text, dateline, self._region),
            title=draft.title or title_of(text),
            url=draft.url,
            published=published,
            published_basis=basis,
            language=language_of(text),
            text=text,
            sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        )

    def _report(self, shown: str, reason: str) -> None:
        self.note(InputProblem(path=shown, reason=reason))


def _plain_text(stream: BinaryIO) -> str:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(f"it is longer than {MAX_BYTES // 2**20} MiB, which no report is. Split it into its reports.")
    return whole_characters(decode(data))


def _as_utf8(stream: io.BufferedReader) -> BinaryIO:
    """The stream; one in UTF-16, whose line ends are two bytes, is brought to UTF-8 first."""
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return io.BytesIO(decode(stream.read()).encode("utf-8"))
    return stream
