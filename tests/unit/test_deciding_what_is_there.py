"""Deciding from a folder in which something is missing: it is named, and the rest goes on."""

import pytest
from timeline_cases import told

from geo.errors import MissingInputError
from geo.files import record_bytes
from geo.outputs import Reading, load_decidable, load_reading, write_reading

TAKEN, HELD = told("capture", by="red"), told("hold", by="red", source="post")


@pytest.fixture
def folder(tmp_path):
    claims, articles = zip(TAKEN, HELD, strict=True)
    write_reading(tmp_path, Reading(articles=articles, mentions=[], claims=claims))
    return tmp_path


def test_a_claim_whose_article_is_missing_is_named_and_left_out(folder):
    (folder / "articles.jsonl").write_bytes(record_bytes([HELD[1]]))
    said = []
    assert load_decidable(folder, warn=said.append).claims == [HELD[0]]
    assert len(said) == 1
    assert repr(TAKEN[1].id) in said[0]


def test_without_mentions_all_is_decided_and_their_absence_named(folder):
    (folder / "mentions.jsonl").unlink()
    said = []
    assert len(load_decidable(folder, warn=said.append).claims) == 2
    assert len(said) == 1
    assert "mentions.jsonl" in said[0]
    with pytest.raises(MissingInputError):
        load_reading(folder)


def test_of_a_whole_folder_nothing_is_said(folder):
    assert load_decidable(folder, warn=pytest.fail).claims == list(load_reading(folder).claims)
