"""General knowledge of parties and places: what a name stands for, and what the tables promise."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib.resources import files

import pytest

from geo.errors import RecordError
from geo.text import tokenize
from geo.world import Named, World, world
from geo.world.phrasebook import fold_phrase
from geo.world.reading import _heads, _leaders, _rows

ROWS = ("states", "organisations", "peoples")


@pytest.fixture(scope="module")
def known() -> World:
    return world()


@pytest.fixture(scope="module")
def tables() -> dict[str, dict[str, object]]:
    return {name: tomllib.loads(files("geo.world").joinpath(f"{name}.toml").read_text("utf-8")) for name in ROWS}


def parts(text: object) -> set[str]:
    assert isinstance(text, str)
    return {part.strip() for part in text.replace("\n", "|").split("|") if part.strip()}


def readings(known: World, text: str) -> tuple[Named, ...]:
    """The readings of a text that is a party's name as a whole; empty where a part of it is no name."""
    tokens = tokenize(text)
    found = known.parties_at(tokens, 0)
    return found.values if found and found.last == len(tokens) else ()


def all_readings(known: World) -> dict[str, set[tuple[str, str]]]:
    """The rows that share each name, as pairs of table and id."""
    rows: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for kind, table in (("state", known.states), ("organisation", known.organisations), ("people", known.peoples)):
        for row in table.values():
            for field in ("names", "exact", "adjectives", "people", "capitals", "metonyms"):
                for name in getattr(row, field, ()):
                    rows[name].add((kind, row.id))
    return rows


@pytest.mark.parametrize(
    ("text", "owner", "form"),
    [
        ("the DRC", "democratic-republic-of-the-congo", "name"),
        ("DR Congo", "democratic-republic-of-the-congo", "name"),
        ("U.S.", "united-states", "name"),
        ("the US", "united-states", "name"),
        ("US Army", "united-states-armed-forces", "name"),
        ("the U.S. Army", "united-states-armed-forces", "name"),
        ("UK", "united-kingdom", "name"),
        ("the USSR", "soviet-union", "name"),
        ("the Kremlin", "russia", "metonym"),
        ("Kiev", "ukraine", "capital"),
        ("Addis Ababa", "ethiopia", "capital"),
        ("N'Djamena", "chad", "capital"),
        ("Côte d\u2019Ivoire", "ivory-coast", "name"),
        ("St. Kitts and Nevis", "saint-kitts-and-nevis", "name"),
        ("the French", "france", "people"),
        ("Iraqis", "iraq", "people"),
        ("Nigerien", "niger", "adjective"),
        ("Nigerian", "nigeria", "adjective"),
        ("South Sudanese", "south-sudan", "adjective"),
        ("Burma", "myanmar", "name"),
        ("Transdniester", "transnistria", "name"),
        ("the Donetsk People's Republic", "donetsk-peoples-republic", "name"),
        ("Bosnian Serb", "bosnian-serbs", "adjective"),
        ("Republika Srpska", "republika-srpska", "name"),
        ("M23", "m23", "name"),
        ("IS", "islamic-state", "name"),
        ("Isis", "islamic-state", "name"),
        ("Hay'at Tahrir al-Sham", "hayat-tahrir-al-sham", "name"),
        ("the Kurdistan Workers' Party", "pkk", "name"),
        ("the Free Syrian army", "free-syrian-army", "name"),
        ("al-Shabaab", "al-shabaab", "name"),
        ("SPLM/A", "splm", "name"),
        ("Houthis", "houthis", "people"),
        ("the Tamil Tigers", "ltte", "name"),
        ("Monusco", "monusco", "name"),
        ("UN", "united-nations", "name"),
        ("U.N.", "united-nations", "name"),
        ("AU", "african-union", "name"),
        ("Tuareg", "tuareg", "adjective"),
        ("jihadist", "jihadists", "adjective"),
        ("Islamist", "islamists", "adjective"),
    ],
)
def test_a_name_is_known_in_the_ways_that_news_writes_it(known: World, text: str, owner: str, form: str) -> None:
    assert (owner, form) in {(one.id, one.form) for one in readings(known, text)}


@pytest.mark.parametrize(
    "text", ["is", "us", "Us", "Is", "turkey", "chad", "mend", "plan", "model", "fact", "who", "polish"]
)
def test_a_common_word_is_no_party(known: World, text: str) -> None:
    assert not readings(known, text)


def test_the_longest_name_wins(known: World) -> None:
    tokens = tokenize("Islamic State Khorasan Province fighters")
    found = known.parties_at(tokens, 0)
    assert found is not None
    assert (found.last, {one.id for one in found.values}) == (4, {"islamic-state-khorasan"})


def test_an_adjective_with_an_article_keeps_both_readings(known: World) -> None:
    found = known.parties_at(tokenize("the French army"), 0)
    assert found is not None
    assert found.last == 2
    assert {one.form for one in found.values} == {"people", "adjective"}


def test_a_name_that_is_also_another_things_says_so(known: World) -> None:
    assert all(one.homonym for one in readings(known, "Georgia"))
    assert not any(one.homonym for one in readings(known, "Ukraine"))


def test_parties_are_found_by_name_whatever_the_case(known: World) -> None:
    assert {one.id for one in known.parties("the democratic republic of the congo")} == {
        "democratic-republic-of-the-congo"
    }
    assert not known.parties("Atlantis")


def test_no_name_belongs_to_two_rows_unless_it_is_listed_as_shared(known: World, tables: dict) -> None:

    shared = {fold_phrase(name) for name in parts(tables["states"]["shared"])}
    owners: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, rows in all_readings(known).items():
        owners[fold_phrase(name)] |= rows
    assert {name for name, rows in owners.items() if len(rows) > 1} == shared


@pytest.mark.parametrize("table", ROWS)
def test_every_homonym_is_a_name_of_its_table(known: World, tables: dict, table: str) -> None:
    kind = table.removesuffix("s")
    names = {name for name, rows in all_readings(known).items() if any(own == kind for own, _ in rows)}
    assert parts(tables[table]["homonyms"]) <= names


def test_an_id_is_an_english_slug_and_names_one_row(known: World) -> None:
    ids = [*known.states, *known.organisations, *known.peoples]
    assert not [one for one in ids if not one.replace("-", "").isalnum() or not one.isascii() or not one.islower()]
    assert not set(known.states) & set(known.organisations)


def test_the_state_of_an_organisation_is_a_state(known: World) -> None:
    owners = {row.state for row in known.organisations.values() if row.state}
    assert owners <= set(known.states)
    assert not [row.id for row in known.organisations.values() if row.kind == "state-forces" and not row.state]


def test_names_have_capitals_and_abbreviations_are_written_exactly(known: World) -> None:
    rows = (*known.states.values(), *known.organisations.values())
    assert not [name for row in rows for name in row.names if name.islower()]
    assert not [name for row in rows for name in row.exact if not name[0].isupper() and not name[0].isdigit()]
    short = [name for row in rows for name in row.names if len(name) < 3 and name.isupper()]
    assert short == ["G9"]


def test_every_name_is_found_where_a_text_has_it(known: World) -> None:
    lost = [
        name
        for name, rows in all_readings(known).items()
        if not {one.id for one in readings(known, name)} & {i for _, i in rows}
    ]
    assert not lost


def test_there_are_states_and_organisations_enough(known: World) -> None:
    assert len(known.states) > 220
    assert len(known.organisations) > 250
    assert len(known.given_names) > 600


@pytest.mark.parametrize(
    ("text", "flag", "form"),
    [
        ("troops", "forces", "plural"),
        ("border guards", "forces", "plural"),
        ("militiaman", "forces", "singular"),
        ("government", "government", "singular"),
        ("spokeswoman", "voice", "singular"),
        ("general staff", "voice", "singular"),
        ("warlords", "person", "plural"),
        ("Archbishop", "person", "singular"),
        ("invaders", "attackers", "plural"),
        ("garrison", "forces", "singular"),
        ("defenders", "defenders", "plural"),
    ],
)
def test_a_head_noun_is_known_in_both_numbers(known: World, text: str, flag: str, form: str) -> None:
    found = known.head_at(tokenize(text), 0)
    assert found is not None
    assert found.last == len(tokenize(text))
    assert any(flag in noun.flags and getattr(noun, form) == text.lower() for noun in found.values)


def test_the_longest_head_noun_wins(known: World) -> None:
    found = known.head_at(tokenize("defence ministry spokesman"), 0)
    assert found is not None
    assert (found.last, found.values[0].singular) == (2, "defence ministry")


@pytest.mark.parametrize("title", ["President", "Gen.", "Lt. Col.", "Prime Minister", "Mr", "Colonel"])
def test_a_title_is_known_with_and_without_its_full_stop(known: World, title: str) -> None:
    assert known.title_at(tokenize(f"{title} Ivanov"), 0)


@pytest.mark.parametrize(
    "name", ["Ivan", "Nikol", "Ilham", "Zurab", "Mohammed", "Abiy", "Recep", "José", "Volodymyr", "Ratko"]
)
def test_usual_given_names_are_known(known: World, name: str) -> None:
    assert known.is_given_name(name)
    assert not known.is_given_name(name.lower())


@pytest.mark.parametrize("text", ["Monday", "God", "Ramadan", "HIMARS", "Telegram", "New Year's Eve", "World War II"])
def test_some_capitalised_words_are_no_places(known: World, text: str) -> None:
    assert known.not_place_at(tokenize(text), 0)


@pytest.mark.parametrize("text", ["may", "grad", "patriot"])
def test_small_words_are_left_to_the_grammar(known: World, text: str) -> None:
    assert known.not_place_at(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("towns", "settlement"),
        ("air base", "site"),
        ("ridge", "feature"),
        ("governorate", "area"),
        ("neighbourhoods", "quarter"),
        ("district", "area"),
        ("border posts", "site"),
        ("bridgehead", "site"),
        ("crossroads", "feature"),
    ],
)
def test_a_place_noun_says_what_it_stands_for(known: World, text: str, first: str) -> None:
    found = known.place_noun_at(tokenize(text), 0)
    assert found is not None
    assert found.values[0].classes[0] == first


def test_a_district_may_also_be_part_of_a_city(known: World) -> None:
    found = known.place_noun_at(tokenize("districts"), 0)
    assert found is not None
    assert found.values[0].classes == ("area", "quarter")


@pytest.mark.parametrize(
    "name",
    ["Stepanakert", "Tel Abyad", "Jalalabad", "Novomykhailivka", "Severodonetsk", "Khan Yunis", "Khankendi Kənd"],
)
def test_a_name_made_like_a_place_sounds_like_one(known: World, name: str) -> None:
    assert known.sounds_like_place(name)


@pytest.mark.parametrize(
    "name", ["Ivanov", "Pashinyan", "al-Assad", "Karzai", "Zelensky", "Clinton", "airport", "Aliyev"]
)
def test_a_name_made_like_a_persons_does_not_sound_like_a_place(known: World, name: str) -> None:
    assert not known.sounds_like_place(name)


def test_a_row_with_an_unknown_field_or_kind_is_refused() -> None:
    with pytest.raises(RecordError, match="nmaes"):
        _rows({"x": "nmaes: X\n"}, kinds=())
    with pytest.raises(RecordError, match="army"):
        _rows({"x": "kind: army\nnames: X\n"}, kinds=("alliance",))


def test_a_noun_without_its_numbers_or_with_an_unknown_flag_is_refused() -> None:
    with pytest.raises(RecordError, match="two numbers"):
        _heads([{"flags": "forces", "nouns": "troops\n"}])
    with pytest.raises(RecordError, match="heroes"):
        _heads([{"flags": "heroes", "nouns": "- | troops\n"}])


def test_the_world_is_read_once() -> None:
    assert world() is world()


@pytest.mark.parametrize(
    ("name", "led"),
    [
        ("Volodymyr Zelensky", "Ukraine"),
        ("General Oleksandr Syrskyi", "Ukraine"),
        ("Khan", None),
        ("Imran Khan", "Pakistan"),
        ("Zelensky Street", None),
        ("", None),
    ],
)
def test_leaders_are_known_by_the_end_of_their_names(known: World, name: str, led: str | None) -> None:
    assert known.led_by(name) == led


def test_a_leader_of_nobody_known_is_refused() -> None:
    with pytest.raises(RecordError, match="ruritania"):
        _leaders({"ruritania": "Rudolf Rassendyll"}, known={"ukraine"})
