"""CSV for a pipe."""

import csv
import io

from geo.csvtext import csv_text


def test_what_a_spreadsheet_would_run_gets_an_apostrophe():
    text = csv_text(["a"], [["=1+1"], ["@x"], ["plain"], [["=x", "y"]], [-3.5]])
    assert [row[0] for row in csv.reader(io.StringIO(text))][1:] == ["'=1+1", "'@x", "plain", "'=x | y", "-3.5"]


def test_commas_quotes_and_lines_come_back_as_they_were():
    values = ["a, b", 'say "so"', "two\nlines", ""]
    assert next(csv.reader(io.StringIO(csv_text(["x"], [values])[3:], newline=""))) == values
    assert csv_text(["x"], [[None], [()]]) == 'x\r\n""\r\n""\r\n'
