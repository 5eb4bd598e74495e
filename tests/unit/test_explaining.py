"""Why a claim says what it does: the words that decided, where each part came from, what is not known."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest

from geo.errors import InputError, UnknownClaimError
from geo.explaining import as_object, as_text, explain
from geo.explaining.asking import find_claim
from geo.explaining.phrasing import table
from geo.extract.dates import DateRule, How
from geo.extract.engine import Reader
from geo.extract.parties import Filled
from geo.extract.syntax.lexicon import syntax_lexicon
from geo.extract.syntax.trees.parser import installed_model
from geo.places.mentions import MentionFinder
from geo.records import Article, Claim
from geo.regions import open_region

if TYPE_CHECKING:
    from geo.explaining import Explanation
    from geo.explaining.records import RoleTold

needs_parser = pytest.mark.skipif(installed_model() is None, reason="no parser is installed")
WHERE = ("claims.jsonl", "articles.jsonl")


def _article(text: str) -> Article:
    return Article(
        id="a",
        source="An Outlet",
        title="A title",
        url=None,
        published="2020-12-01",
        published_basis="metadata",
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


@cache
def _reader(*, grammar_only: bool) -> tuple[Reader, MentionFinder]:
    region = open_region("karabakh")
    return Reader(region, grammar_only=grammar_only), MentionFinder(region)


def _claims(text: str, *, grammar_only: bool = False) -> list[Claim]:
    reader, finder = _reader(grammar_only=grammar_only)
    article = _article(text)
    return reader.read(article, finder.find(article))


def _explained(text: str, evidence: str = "", *, stance: str | None = None, grammar_only: bool = False) -> Explanation:
    claims = _claims(text, grammar_only=grammar_only)
    (claim,) = [one for one in claims if evidence in one.evidence and stance in (None, one.stance)]
    return explain(claim.id, claims, [_article(text)], open_region("karabakh"), where=WHERE)


def _role(found: Explanation, name: str) -> RoleTold:
    (role,) = [role for role in found.roles if role.role == name]
    return role


def _words(role: RoleTold) -> str | None:
    return role.words.text if role.words else None


def _meant(role: RoleTold) -> str | None:
    return role.stands_for.text if role.stands_for else None


@needs_parser
def test_a_passive_tells_its_voice_its_word_and_the_words_of_each_role() -> None:
    found = _explained("Agdam was taken by Azerbaijani troops on November 20.")
    assert found.marked == (
        "[Agdam | place] was [taken | decides] by [Azerbaijani troops | gained] on [November 20 | date]."
    )
    assert (found.rule.id, found.rule.voice) == ("verb:take:take:passive", "passive")
    assert "tell of a taking by force. Its subject is who gains it; its object is the place" in found.rule.row
    assert _role(found, "gained").name == "Azerbaijan"
    assert _role(found, "lost").why == "not said, and nothing in the article makes clear who"
    assert found.says == "In the report's own words: Azerbaijan took Agdam, on 2020-11-20."


@needs_parser
def test_a_pronoun_is_told_with_whom_it_stands_for_and_where_that_is_named() -> None:
    found = _explained("Azerbaijani troops entered Kalbajar on Wednesday. Two days later they took Lachin.", "later")
    gained = _role(found, "gained")
    assert (_words(gained), _meant(gained)) == ("they", "Azerbaijani troops")
    assert gained.stands_for is not None
    assert gained.stands_for.sentence == "Azerbaijani troops entered Kalbajar on Wednesday."


@needs_parser
def test_forces_of_a_possessive_stand_for_their_owner() -> None:
    gained = _role(_explained("Azerbaijan said its forces had captured Fuzuli."), "gained")
    assert (_words(gained), _meant(gained)) == ("its forces", "Azerbaijan")


@needs_parser
def test_a_noun_that_refers_is_told_with_the_place_it_stands_for() -> None:
    found = _explained("Residents fled Kalbajar. The district was handed over to Azerbaijan on Monday.", "handed")
    place = _role(found, "place")
    assert (place.id, _words(place), _meant(place)) == ("kalbajar-district", "The district", "Kalbajar")


@needs_parser
def test_a_date_told_beside_another_says_what_it_was_counted_from() -> None:
    found = _explained("Azerbaijani troops entered Kalbajar on Wednesday. Two days later they took Lachin.", "later")
    assert (found.date.when, found.date.words and found.date.words.text) == ("2020-11-27", "Two days later")
    assert found.date.counted_from is not None
    assert found.date.counted_from.text == "on Wednesday"


@needs_parser
def test_a_date_of_the_story_names_the_sentence_that_gives_it() -> None:
    text = "Azerbaijani troops entered Kalbajar on November 25, 2020. They took control of Lachin too."
    found = _explained(text, "too")
    assert (found.date.when, found.date.words) == ("2020-11-25/2020-12-01", None)
    assert found.date.counted_from is not None
    assert found.date.counted_from.sentence == "Azerbaijani troops entered Kalbajar on November 25, 2020."
    assert "the story goes on from its last date" in found.date.why


@needs_parser
def test_a_date_of_the_publication_says_so() -> None:
    date = _explained("Azerbaijani troops took Agdam on Monday.").date
    assert date.why.endswith("read against the day of publication, 2020-12-01")
    date = _explained("Azerbaijani troops took Agdam.").date
    assert (date.words, date.why.startswith("no date of its own")) == (None, True)


@needs_parser
def test_the_preposition_that_turns_a_date_is_told() -> None:
    date = _explained("Lachin remained under Armenian control until October.").date
    assert (date.when, date.link, date.words and date.words.text) == ("../2020-10", "until", "October")


@needs_parser
def test_a_report_is_told_with_its_word_and_its_speaker() -> None:
    found = _explained("Azerbaijan's president said on Monday that the army had taken Hadrut.")
    assert found.stance.why == "“said” reports it: Azerbaijan's president speaks"
    assert "[Azerbaijan's president | speaks] [said | reports]" in found.marked


@needs_parser
def test_a_denial_of_a_clause_names_the_word_that_denies() -> None:
    found = _explained("Armenia's defence ministry denied that Azerbaijani troops had taken Hadrut.")
    assert found.stance.why == "“denied” denies it: Armenia's defence ministry speaks"
    assert found.says.startswith("Armenia's defence ministry denies: Azerbaijan took Hadrut")


@needs_parser
def test_a_denial_of_what_was_told_before_quotes_the_sentence_that_told_it() -> None:
    found = _explained("Azerbaijan said its army had captured Shusha. Armenia denied it.", "denied it")
    assert found.marked == "[Armenia | speaks] [denied | reports] it."
    assert found.rule.word is not None
    assert found.rule.word.sentence == "Azerbaijan said its army had captured Shusha."
    assert found.stance.why == "“denied” denies what was told before it: Armenia speaks"


@needs_parser
def test_a_claim_that_another_denies_says_that_somebody_must_have_made_it() -> None:
    found = _explained("Azerbaijan's claim to have taken Agdam was dismissed by Yerevan.", stance="claimed")
    assert found.stance.why == "“dismissed” denies it, so somebody must have claimed it"


@needs_parser
@pytest.mark.parametrize(
    ("text", "stance", "why"),
    [
        ("Armenian forces will leave Lachin.", "planned", "by “will” it is something to come"),
        ("Armenia agreed to hand Agdam over to Azerbaijan.", "planned", "by “agreed” it is something to come"),
        ("If the army takes Shusha, the war is over.", "hypothetical", "by “If” it is a condition or a possibility"),
        ("The army failed to take Hadrut.", "denied", "by “failed” it is negated"),
        ("Azerbaijani troops did not take Hadrut.", "denied", "by “not” it is negated"),
        ("Azerbaijani troops took Hadrut.", "asserted", "the report's own voice: nothing in the sentence reports, "),
    ],
)
def test_modals_negations_and_conditions_are_named(text: str, stance: str, why: str) -> None:
    found = _explained(text)
    assert found.stance.stance == stance
    assert found.stance.why.startswith(why)


@needs_parser
def test_a_leaving_that_was_not_is_told_as_a_hold() -> None:
    found = _explained("Armenian forces have not left Lachin.")
    assert found.claim.kind == "hold"
    assert found.rule.row.endswith("Who has not left holds it still, so it tells of a hold.")
    assert found.stance.why == "the report's own voice; “not” belongs to what is told"


@needs_parser
def test_a_clause_without_its_verb_says_where_the_verb_stands() -> None:
    first, second = (
        explain(claim.id, [claim], [_article(claim.evidence)], open_region("karabakh"), where=WHERE)
        for claim in _claims("Agdam was handed over on Friday and Kalbajar on Wednesday.")
    )
    assert "takes it from the one before" not in first.rule.row
    assert second.rule.row.endswith("The clause leaves the verb out and takes it from the one before.")
    assert second.date.words is not None
    assert second.date.words.text == "on Wednesday"


@needs_parser
def test_a_party_that_the_sentence_leaves_out_says_why_it_was_filled_in() -> None:
    text = "Azerbaijani troops entered Kalbajar on Friday. Agdam was turned over last Friday."
    gained = _role(_explained(text, "turned over"), "gained")
    assert (gained.id, gained.words, _meant(gained)) == ("azerbaijan", None, "Azerbaijani troops")
    assert gained.why.startswith("left out here; filled in with")


@needs_parser
def test_the_enemy_is_told_as_the_other_side_of_the_speaker() -> None:
    text = "Azerbaijan holds Talish. Armenia's defence ministry said that the enemy had captured Hadrut."
    gained = _role(_explained(text, "enemy"), "gained")
    assert (_words(gained), _meant(gained)) == ("the enemy", "Azerbaijan")
    assert gained.why == "the words mean the other side of whoever speaks"


@needs_parser
def test_the_confidence_names_the_signs_that_weigh_most() -> None:
    found = _explained("Agdam was taken by Azerbaijani troops on November 20.")
    weights = [abs(sign.weight) for sign in found.signs]
    assert weights == sorted(weights, reverse=True)
    first, second = [sign for sign in found.signs if sign.weight > 0][:2]
    assert f"raised most by: {first.words} ({first.weight:+.2f}), {second.words} (" in as_text(found)
    assert {"a gazetteer knows its place", "its parties are named"} <= {sign.words for sign in found.signs}


@needs_parser
def test_marks_quote_the_words_they_point_at_and_never_overlap() -> None:
    text = "Azerbaijan said its forces had captured Fuzuli, part of Agdam and several villages on Monday."
    for claim in _claims(text):
        found = explain(claim.id, [claim], [_article(text)], open_region("karabakh"), where=WHERE)
        spans = [(mark.start, mark.end) for mark in found.marks]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert all(f"[{text[mark.start : mark.end]} | {mark.role}]" in found.marked for mark in found.marks)


def test_a_claim_of_the_grammar_alone_is_explained_by_the_grammar() -> None:
    found = _explained("Azerbaijani troops captured Agdam on November 20, 2020.", grammar_only=True)
    assert found.rule.word is not None
    assert (found.rule.word.text, found.rule.id) == ("captured", "verb:take:capture:active")
    assert found.date.words is not None
    assert found.date.words.text == "November 20, 2020"


def test_an_event_around_control_tells_its_row_and_its_one_confidence() -> None:
    found = _explained("A ceasefire was announced on 10 November 2020.")
    assert found.rule.row.startswith("A verb (accept, agree, announce")
    assert "0.80; the same for every event around control." in as_text(found)


def test_a_claim_that_no_reading_gives_is_told_by_itself_and_says_so() -> None:
    text = "Azerbaijani troops captured Agdam on November 20, 2020."
    claim = replace(_claims(text)[0], id="by-hand", extractor="hand")
    found = explain("by-hand", [claim], [_article(text)], open_region("karabakh"), where=WHERE)
    assert found.note is not None
    assert found.note.startswith("The article, read anew, gives no claim of this id")
    assert found.says == "In the report's own words: Azerbaijan took Agdam, on 2020-11-20."
    assert found.rule.row == "This program has no row of that name."


def test_an_explanation_as_json_holds_the_claim_and_each_ground() -> None:
    text = "Azerbaijani troops captured Agdam on November 20, 2020."
    assert list(as_object(_explained(text))) == [
        "claim", "says", "marked", "marks", "rule", "roles", "stance", "date", "signs", "article", "note",
    ]  # fmt: skip


# asking


def _named(*ids: str) -> list[Claim]:
    return [replace(_claims("Azerbaijani troops captured Agdam.")[0], id=one) for one in ids]


def test_a_claim_is_found_by_its_id_in_brackets_or_by_its_beginning() -> None:
    claims = _named("abc1", "abd2", "abc1-2")
    assert find_claim("[abd2]", claims, where="claims.jsonl").id == "abd2"
    assert find_claim("abd", claims, where="claims.jsonl").id == "abd2"
    assert find_claim("abc1", claims, where="claims.jsonl").id == "abc1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("zz", "No claim of claims.jsonl has an id that begins with 'zz'. Ids stand there under `id`"),
        ("", "No claim of claims.jsonl has an id that begins with ''."),
        ("ab", "2 claims of claims.jsonl begin with 'ab': abc1, abd2. Give more of it."),
    ],
)
def test_a_beginning_of_no_claim_or_of_several_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnknownClaimError) as error:
        find_claim(text, _named("abc1", "abd2"), where="claims.jsonl")
    assert str(error.value).startswith(message)


def test_an_article_that_is_gone_or_changed_is_refused() -> None:
    text = "Azerbaijani troops captured Agdam on November 20, 2020."
    claims, region = _claims(text), open_region("karabakh")
    with pytest.raises(InputError, match=r"articles.jsonl has no article 'a'"):
        explain(claims[0].id, claims, [], region, where=WHERE)
    with pytest.raises(InputError, match="is not the one that claim"):
        explain(claims[0].id, claims, [_article(f"He said: {text}")], region, where=WHERE)


# words


def test_every_reason_that_a_reading_can_give_has_words() -> None:
    rules = {rule for arg in get_args(DateRule) for rule in (get_args(arg) or (arg,))}
    assert rules | set(get_args(How)) == set(table("date"))
    assert set(get_args(Filled)) == set(table("filled"))


def test_every_part_and_need_of_the_lexicon_has_words() -> None:
    rows = [
        row for words in (syntax_lexicon().verbs, syntax_lexicon().nouns) for rows in words.values() for row in rows
    ]
    without = {need for row in rows for need in row.needs} - set(table("needs"))
    assert not without, "say in [needs] of geo/explaining/words.toml what each of these asks for"
    parts = {part for row in rows for part in (row.subject, row.object, *row.parties.values()) if part}
    assert parts <= set(table("parts"))
