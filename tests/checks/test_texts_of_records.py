from pathlib import Path

import pytest

from written_chronicles import Examined, examined

WORDS_24 = " ".join(["word"] * 24)
WORDS_25 = f"{WORDS_24} word"


def patrol(root: Path, fields: str) -> Examined:
    return examined(root, {"patrol": fields})


@pytest.mark.parametrize("title", ["A patrol passes.", "{en: A patrol passes., ar: دورية}", "دورية۔"])
def test_a_title_with_a_full_stop_is_a_warning(tmp_path: Path, title: str) -> None:
    found = patrol(tmp_path, f"title: {title}")
    assert found.one("title-full-stop").remedy == "remove it"
    assert found.errors == []


@pytest.mark.parametrize("title", ["A patrol", "Who passes?", "A patrol...", "A patrol of the U.S.", "A patrol…"])
def test_a_title_that_ends_otherwise_is_none(tmp_path: Path, title: str) -> None:
    assert patrol(tmp_path, f"title: {title}").problems == []


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"'])
@pytest.mark.parametrize("key", ["summary", "note"])
def test_a_long_quotation_is_a_warning_that_counts_its_words(tmp_path: Path, key: str, marks: str) -> None:
    found = patrol(tmp_path, f"{key}: He said {marks.format(WORDS_25)} and left.")
    assert found.one("long-quotation").message == "a quotation of 25 words; the chronicle quotes fewer than 25"
    assert found.errors == []


def test_a_long_quotation_in_an_account_is_a_warning_there(tmp_path: Path) -> None:
    sources = f"sources:\n  - june\n  - {{source: july, says: “{WORDS_25}”}}"
    assert patrol(tmp_path, sources).one("long-quotation").line == 3


def test_a_long_quotation_in_another_language_is_a_warning(tmp_path: Path) -> None:
    assert patrol(tmp_path, f"summary: {{en: He spoke., ar: «{WORDS_25}»}}").of("long-quotation")


@pytest.mark.parametrize("text", [f"He said “{WORDS_24}” and left.", WORDS_25, f"“One” {WORDS_25} “two”"])
def test_a_short_quotation_and_long_prose_are_none(tmp_path: Path, text: str) -> None:
    assert patrol(tmp_path, f"summary: {text}").problems == []


def test_each_long_quotation_is_told(tmp_path: Path) -> None:
    assert len(patrol(tmp_path, f"summary: “{WORDS_25}” and “{WORDS_25} more”").of("long-quotation")) == 2


def test_a_text_without_the_first_language_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    problem = patrol(tmp_path, "title: {ar: دورية}").one("missing-language")
    assert problem.message == "this text is given in ar, and not in the chronicle's first language"
    assert problem.remedy == "add en: with the text"


def test_a_noun_used_once_and_near_another_is_a_warning_that_offers_it(tmp_path: Path) -> None:
    events = {
        "a": "quantities: {vehicles: 3}",
        "b": "date: 2020-06-08\nquantities: {vehicles: 3}",
        "c": "date: 2020-06-09\nquantities: {vehicels: 3}",
    }
    found = examined(tmp_path, events)
    problem = found.one("single-noun")
    assert problem.message == '"vehicels" is counted in this record alone'
    assert problem.remedy == 'did you mean "vehicles"? Sums are taken noun by noun'
    assert (problem.file, problem.excerpt[problem.column - 1 :]) == ("events/c.yaml", "vehicels: 3}")
    assert found.errors == []


def test_a_noun_used_in_two_records_is_no_warning(tmp_path: Path) -> None:
    events = {
        "a": "quantities: {vehicles: 3, vehicels: 1}",
        "b": "date: 2020-06-08\nquantities: {vehicles: 3, vehicels: 1}",
    }
    assert not examined(tmp_path, events).of("single-noun")


def test_a_noun_used_once_and_near_no_other_is_no_warning(tmp_path: Path) -> None:
    assert not patrol(tmp_path, "quantities: {vehicles: 3, tanks: 1}").of("single-noun")


def test_a_noun_that_a_record_and_its_account_share_is_used_once(tmp_path: Path) -> None:
    events = {
        "a": "quantities: {vehicels: 3}\nsources: [{source: june, quantities: {vehicels: 4}}]",
        "b": "date: 2020-06-08\nquantities: {vehicles: 3}",
        "c": "date: 2020-06-09\nquantities: {vehicles: 3}",
    }
    assert examined(tmp_path, events).one("single-noun").line == 1
