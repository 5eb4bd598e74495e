"""What is packed in Python is unpacked by the page's script, value for value."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import subprocess

import numpy as np
import pytest

from geo.webmap.embed import data_for_script
from geo.webmap.packing import LONG, pack
from geo.webmap.tables import LACKING, Ragged, Table

DRAW = random.Random(7)  # noqa: S311 - the same values each time, and no secret
COUNT = LONG + 37

WORDS = [f"word{i}" for i in range(200)]

COLUMNS = {
    "numbers": [DRAW.randrange(-40_000, 3_000_000) for _ in range(COUNT)],
    "numbers or null": [DRAW.choice((None, 0, 1, -1, 127, 128, -128)) for _ in range(COUNT)],
    "nothing": [None] * COUNT,
    "booleans": [DRAW.choice((True, False)) for _ in range(COUNT)],
    "points": [[round(DRAW.uniform(-180, 180), 4), 39.5] for _ in range(COUNT)],
    "floats beyond the grid": [DRAW.random() for _ in range(COUNT)],
    "texts": [f"quote {i} \u201c\u0584\u2019 \U0001f30d</script>\x00" for i in range(COUNT)],
    "texts of the same words": [
        " ".join(DRAW.choices(WORDS, k=12)) + DRAW.choice((".", "\u2026 \u0585\u0584\u0568", "")) for _ in range(COUNT)
    ],
    "texts of the same words, oddly spaced": [
        DRAW.choice(("", " ", "\n")) + "  ".join(DRAW.choices(WORDS, k=12)) + DRAW.choice(("", " ", "  "))
        for _ in range(COUNT)
    ],
    "addresses": [f"https://outlet.example/{DRAW.choice(WORDS)}/{DRAW.choice(WORDS)}?q=a" for _ in range(COUNT)],
    "texts of the same words or null": [
        DRAW.choice((None, "", " ".join(DRAW.choices(WORDS, k=12)))) for _ in range(COUNT)
    ],
    "lists of whole numbers": Ragged(np.arange(COUNT) % 3, np.arange((np.arange(COUNT) % 3).sum(), dtype=np.int32) - 9),
    "rows by column": Table({"a": i, **({"b": [i]} if i % 5 else {"c": "few"})} for i in range(COUNT)),
    "few rows by column": Table([{"a": 1}, {"b": 2}]),
    "few texts or null": [DRAW.choice(("a", "b", "", None)) for _ in range(COUNT)],
    "days": [f"{DRAW.randrange(1, 9999):04d}-02-1{i % 9}" for i in range(COUNT)],
    "what are no days": [DRAW.choice(("0000-01-01", "2020-02-31", "2020-02-03")) for i in range(COUNT)],
    "ids": [f"{DRAW.getrandbits(48):012x}" for _ in range(COUNT)],
    "lists": [[DRAW.randrange(9) for _ in range(DRAW.randrange(4))] for _ in range(COUNT)],
    "lists or null": [DRAW.choice((None, [], [1], [2, 3])) for _ in range(COUNT)],
    "objects": [{"a": i, "b": None, "c": [{"d": "x" * (i % 3)}]} for i in range(COUNT)],
    "objects that lack a key": [{"a": 1} if i % 2 else {"a": 2, "b": "c"} for i in range(COUNT)],
    "objects or null": [DRAW.choice((None, {"a": "x"}, {"a": None})) for _ in range(COUNT)],
    "anything": [DRAW.choice((1, "a", [None], {})) for _ in range(COUNT)],
    "a table": {"start": list(range(COUNT)), "end": [*range(1, COUNT), None], "state": [i // 2 for i in range(COUNT)]},
    "a short list": [1, "two", None],
    "claims": [{"id": f"{i:04x}", "span": [i, None]} for i in range(COUNT)],
}

UNPACK = """
import {{ unpack }} from "{folder}/unpack.js";
import {{ readFileSync }} from "node:fs";
const bytes = readFileSync(0);
process.stdout.write(JSON.stringify(unpack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))));
"""


@pytest.fixture(scope="module")
def unpacked(root):
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    script = UNPACK.format(folder=(root / "geo" / "webmap" / "script").as_posix())
    ended = subprocess.run(
        [node, "--input-type=module", "--eval", script],
        input=gzip.decompress(pack(COLUMNS)), capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr.decode()
    return json.loads(ended.stdout)


@pytest.mark.parametrize("name", COLUMNS)
def test_the_page_reads_back_what_was_packed(unpacked, name):
    assert unpacked[name] == (COLUMNS[name] if isinstance(COLUMNS[name], dict) else list(COLUMNS[name]))


def test_texts_whose_words_return_take_less_than_half_the_room():
    texts = COLUMNS["texts of the same words"] * 40
    raw = gzip.decompress(pack({"quotes": texts}))
    assert len(raw) < 0.5 * sum(len(text) for text in texts)


def test_rows_by_column_read_like_rows():
    rows = Table([{"a": 1}, {"b": 2, "a": 3}, {"b": None}])
    assert list(rows) == [{"a": 1}, {"a": 3, "b": 2}, {"b": None}]
    assert rows[-1] == {"b": None}
    assert rows[1:] == [{"a": 3, "b": 2}, {"b": None}]
    with pytest.raises(IndexError, match="no row 3; there are 3"):
        rows[3]


def test_columns_that_are_there_already_read_like_rows_that_came_one_by_one():
    columns = {"a": [1, 2, 3], "never": [LACKING] * 3, "late": [LACKING, LACKING, 5], "sooner": [LACKING, 4, LACKING]}
    table, rows = Table.of(columns), Table([{"a": 1}, {"a": 2, "sooner": 4}, {"a": 3, "late": 5}])
    assert list(table) == list(rows)
    assert list(table.columns) == list(rows.columns)
    assert len(Table.of({})) == 0


def test_the_same_data_gives_the_same_bytes():
    assert pack(COLUMNS) == pack(COLUMNS)


def test_small_data_stays_json_and_large_data_is_compressed():
    assert data_for_script({"claims": [1, 2]}) == ('{"claims":[1,2]}', "application/json")
    text, kind = data_for_script({"claims": ["word " * 100] * 3_000})
    assert kind == "application/gzip"
    assert len(text) < 20_000
