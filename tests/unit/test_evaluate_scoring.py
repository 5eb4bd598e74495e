"""What counts as right, missed and spurious when claims are scored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.evaluate import GoldArticle, NamedPlace, Score, Statement, report, score

AGDAM = NamedPlace(text="Agdam", extent="whole")
HANDOVER = Statement(
    article="a",
    kind="handover",
    places=(AGDAM,),
    gained_by="Azerbaijan",
    lost_by="Armenia",
    when="2020-11-20",
    stance="asserted",
    evidence="Agdam was handed over to Azerbaijan on Friday.",
)


def scored(wanted: list[Statement], found: list[Statement], *, optional: tuple[Statement, ...] = ()) -> Score:
    return score([GoldArticle(id="a", claims=tuple(wanted), optional=optional)], found)


def faults(result: Score) -> list[str]:
    return [mistake.fault for mistake in result.mistakes]


def test_a_claim_counts_once_for_each_place() -> None:
    both = replace(HANDOVER, places=(AGDAM, NamedPlace(text="Lachin")))
    figures = scored([both], [HANDOVER]).figures
    assert (figures.gold, figures.right, figures.precision, figures.recall) == (2, 1, 1.0, 0.5)
    assert figures.f1 == 0.6667


@pytest.mark.parametrize(
    "found",
    [
        replace(HANDOVER, places=(NamedPlace(text="the city of Ağdam"),)),
        replace(HANDOVER, places=(NamedPlace(text="the town", name="Aghdam"),)),
        replace(HANDOVER, kind="capture"),
        replace(HANDOVER, gained_by="Baku", lost_by=None),
        replace(HANDOVER, when="2020-11"),
    ],
    ids=["another spelling", "named by its name", "gained in another way", "another name of the party", "a wider date"],
)
def test_the_same_fact_in_other_words_is_right(found: Statement) -> None:
    result = scored([HANDOVER], [found])
    assert result.figures.strict_f1 == 1.0
    assert not result.mistakes


@pytest.mark.parametrize(
    "found",
    [
        replace(HANDOVER, places=(NamedPlace(text="Lachin"),)),
        replace(HANDOVER, gained_by="Armenia", lost_by="Azerbaijan"),
        replace(HANDOVER, kind="withdrawal"),
        replace(HANDOVER, kind="hold", actor="Azerbaijan"),
    ],
    ids=["another place", "another side", "another direction", "a state"],
)
def test_another_fact_is_missed_and_spurious(found: Statement) -> None:
    result = scored([HANDOVER], [found])
    assert faults(result) == ["MISSED", "SPURIOUS"]
    assert result.figures.f1 == 0.0


def test_a_fact_in_another_stance_is_right_but_not_strictly() -> None:
    result = scored([HANDOVER], [replace(HANDOVER, stance="planned")])
    assert (result.figures.f1, result.figures.strict_f1, faults(result)) == (1.0, 0.0, ["STANCE"])


def test_saying_everything_in_every_stance_gains_nothing() -> None:
    stances = ("asserted", "claimed", "planned", "denied")
    result = scored([HANDOVER], [replace(HANDOVER, stance=stance) for stance in stances])
    assert (result.figures.right, result.figures.found, result.figures.precision) == (1, 4, 0.25)
    assert faults(result) == ["SPURIOUS"] * 3


def test_facts_of_one_stance_are_brought_together_first() -> None:
    planned = replace(HANDOVER, stance="planned")
    result = scored([HANDOVER, planned], [planned, HANDOVER])
    assert (result.figures.right, result.figures.strict_f1) == (2, 1.0)


def test_a_repeat_of_a_fact_in_its_stance_is_no_fault() -> None:
    again = replace(HANDOVER, places=(NamedPlace(text="a plateau", name="Agdam"),))
    assert not scored([HANDOVER], [HANDOVER, again]).mistakes


def test_a_fact_said_twice_counts_once_and_with_the_date_that_it_has() -> None:
    result = scored([HANDOVER], [replace(HANDOVER, when=None), HANDOVER])
    assert (result.figures.found, result.figures.dated) == (1, 1.0)


def test_an_optional_fact_counts_neither_way() -> None:
    shusha = replace(HANDOVER, places=(NamedPlace(text="Shusha"),), kind="capture", stance="claimed")
    found = scored([HANDOVER], [HANDOVER, shusha], optional=(shusha,))
    left = scored([HANDOVER], [HANDOVER], optional=(shusha,))
    assert found == left
    assert found.figures.found == 1


@pytest.mark.parametrize(
    ("when", "right"),
    [
        ("2020-11-20", True),
        ("2020-11-01/2020-11-30", True),
        ("2020", False),
        ("2020-11-21", False),
        (None, False),
        ("some day", False),
    ],
)
def test_the_date_of_a_change_overlaps_and_is_not_much_wider(when: str | None, right: bool) -> None:  # noqa: FBT001
    result = scored([HANDOVER], [replace(HANDOVER, when=when)])
    assert result.figures.dated == float(right)
    assert faults(result) == ([] if right else ["DATE"])


def test_a_state_may_be_dated_as_widely_as_it_lasts() -> None:
    hold = replace(HANDOVER, kind="hold", actor="Azerbaijan")
    assert scored([hold], [replace(hold, when="1994/2021")]).figures.dated == 1.0


def test_a_date_that_gold_lacks_is_not_asked_for() -> None:
    assert scored([replace(HANDOVER, when=None)], [HANDOVER]).figures.dated is None


@pytest.mark.parametrize(("extent", "share"), [("part", 0.0), ("whole", 1.0), ("unspecified", 1.0), (None, 1.0)])
def test_part_is_told_from_whole(extent: str | None, share: float) -> None:
    found = replace(HANDOVER, places=(replace(AGDAM, extent=extent),))
    assert scored([HANDOVER], [found]).figures.extent == share


@pytest.mark.parametrize("kind", ["capture", "hold"])
def test_a_past_taking_that_still_stood_is_met_by_a_gain_or_a_hold(kind: str) -> None:
    occupation = replace(HANDOVER, kind="occupation", gained_by=None, actor="Armenia")
    found = replace(HANDOVER, kind=kind, gained_by="Yerevan", lost_by=None)
    assert scored([occupation], [found]).figures.f1 == 1.0


def test_a_change_without_a_taker_is_its_losers_loss() -> None:
    taken = replace(HANDOVER, kind="capture", gained_by=None)
    assert scored([taken], [replace(HANDOVER, kind="loss")]).figures.f1 == 1.0


def test_of_other_events_only_the_kind_counts() -> None:
    context = [replace(HANDOVER, kind="ceasefire", places=()), replace(HANDOVER, kind="agreement")]
    figures = scored(context, [replace(HANDOVER, kind="agreement", places=(), stance="planned")]).figures
    assert (figures.context_recall, figures.gold, figures.found) == (0.5, 0, 0)


def test_an_article_with_nothing_to_find_is_quiet() -> None:
    gold = [GoldArticle(id="a", claims=()), GoldArticle(id="b", claims=())]
    assert score(gold, []).figures.quiet_articles_kept_quiet == "2/2"
    result = score(gold, [HANDOVER])
    assert result.figures.quiet_articles_kept_quiet == "1/2"
    assert result.figures.precision == 0.0


def test_a_claim_counts_in_its_own_article_only() -> None:
    result = score([GoldArticle(id="a", claims=(HANDOVER,))], [replace(HANDOVER, article="b")])
    assert (result.figures.gold, result.figures.found) == (1, 0)


def test_mistakes_are_listed_by_kind_with_the_sentence() -> None:
    lachin = replace(HANDOVER, places=(NamedPlace(text="Lachin"),), evidence="Lachin\nfell\x1b[2J.")
    result = scored([HANDOVER, lachin], [replace(HANDOVER, stance="denied", when=None)])
    assert report.as_list(result.mistakes).splitlines() == [
        "MISSED (1): in gold, not found",
        "  a: Lachin, azerbaijan gains (handover, asserted) “Lachin fell\\x1b[2J.”",
        "",
        "STANCE (1): found in another stance than gold's",
        f"  a: Agdam, azerbaijan gains (handover, asserted), found denied “{HANDOVER.evidence}”",
        "",
        "DATE (1): found with another date than gold's",
        f"  a: Agdam, azerbaijan gains (handover, asserted), dated 2020-11-20, found no date “{HANDOVER.evidence}”",
    ]


def test_a_figure_with_nothing_behind_it_is_a_dash() -> None:
    table = report.as_table(scored([], []).figures).splitlines()
    assert table[8:10] == ["dated                        -", "extent                       -"]
