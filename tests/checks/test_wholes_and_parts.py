from pathlib import Path

import pytest

from written_chronicles import examined

PART = "part_of: whole"
NOTE = "note: The paper took it back."


def trucks(number: str) -> str:
    return f"quantities: {{trucks: {number}}}"


def test_parts_that_state_more_than_their_whole_are_an_error_that_names_their_numbers(tmp_path: Path) -> None:
    events = {"whole": f"date: 2020-06\n{trucks('7')}", "a": f"{PART}\n{trucks('4')}", "b": f"{PART}\n{trucks('5')}"}
    problem = examined(tmp_path, events).one("parts-exceed-whole")
    assert problem.message == "the parts state at least 9 trucks, and this whole at most 7"
    assert problem.remedy == "parts: a (4), b (5); correct a number, or make a part certainty: possible"
    assert (problem.file, problem.line, problem.excerpt[problem.column - 1 :]) == ("events/whole.yaml", 2, "7}")


def test_parts_that_may_be_none_are_not_named(tmp_path: Path) -> None:
    events = {"whole": trucks("7"), "a": f"{PART}\n{trucks('9')}", "b": f"{PART}\n{trucks('up to 3')}"}
    assert examined(tmp_path, events).one("parts-exceed-whole").remedy.startswith("parts: a (9); ")


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("7", "7"),
        ("at least 7", "9"),
        ("7", "up to 9"),
        ("7", "about 9"),
        ("6 to 8", "8"),
        ("unknown", "9"),
        ("about 7", "9"),
        ("{amount: 7, cumulative: true}", "9"),
        ("7", "{amount: 9, cumulative: true}"),
        ("90%", "95"),
    ],
)
def test_parts_that_may_be_no_more_than_their_whole_are_no_error(tmp_path: Path, whole: str, part: str) -> None:
    events = {"whole": trucks(whole), "part": f"{PART}\n{trucks(part)}"}
    assert not examined(tmp_path, events).of("parts-exceed-whole")


def test_parts_are_held_against_the_widest_account_of_their_whole(tmp_path: Path) -> None:
    whole = f"{trucks('7')}\nsources: [june, {{source: july, {trucks('9')}}}]"
    assert not examined(tmp_path, {"whole": whole, "part": f"{PART}\n{trucks('9')}"}).of("parts-exceed-whole")


@pytest.mark.parametrize(
    "part",
    [
        f"{PART}\nquantities: {{tanks: 9}}",
        f"part_of: [{{event: whole, certainty: possible}}]\n{trucks('9')}",
        f"{PART}\nstatus: retracted\n{NOTE}\n{trucks('9')}",
        f"{PART}\nsources: [{{source: june, stance: denies}}]\n{trucks('9')}",
    ],
)
def test_another_noun_and_an_uncertain_part_exceed_nothing(tmp_path: Path, part: str) -> None:
    assert not examined(tmp_path, {"whole": trucks("7"), "part": part}).of("parts-exceed-whole")


def test_two_parts_that_may_be_the_same_are_counted_once(tmp_path: Path) -> None:
    same = "same_as: [{event: a, certainty: possible}]"
    events = {"whole": trucks("7"), "a": f"{PART}\n{trucks('5')}", "b": f"{PART}\n{same}\n{trucks('5')}"}
    assert not examined(tmp_path, events).of("parts-exceed-whole")


def test_more_occurrences_than_the_whole_has_are_an_error_at_its_number(tmp_path: Path) -> None:
    events = {"whole": "occurrences: 2", "part": f"{PART}\noccurrences: 3"}
    problem = examined(tmp_path, events).one("parts-exceed-whole")
    assert problem.message == "the parts state at least 3 occurrences, and this whole at most 2"
    assert problem.line == 1


def test_occurrences_in_another_unit_exceed_nothing(tmp_path: Path) -> None:
    events = {"whole": "occurrences: {count: 2, of: occasions}", "part": f"{PART}\noccurrences: 3"}
    assert not examined(tmp_path, events).of("parts-exceed-whole")


def test_a_whole_without_a_number_of_its_own_may_have_any_number_of_parts(tmp_path: Path) -> None:
    assert not examined(tmp_path, {"whole": "", "a": PART, "b": PART}).of("parts-exceed-whole")


def test_more_killed_of_a_group_than_the_whole_has_are_an_error(tmp_path: Path) -> None:
    killed = "casualties: [{{group: {}, killed: {}}}]"
    events = {"whole": killed.format("residents", 2), "part": f"{PART}\n{killed.format('Residents', 3)}"}
    problem = examined(tmp_path, events).one("parts-exceed-whole")
    assert problem.message == "the parts state at least 3 killed (residents), and this whole at most 2"


def test_parts_say_nothing_against_a_number_that_cannot_be_read(tmp_path: Path) -> None:
    events = {"whole": trucks("sevn"), "part": f"{PART}\n{trucks('9')}"}
    assert examined(tmp_path, events).errors == ["quantity-malformed"]


def test_a_part_whose_date_cannot_meet_its_wholes_is_an_error_that_shows_both(tmp_path: Path) -> None:
    events = {"whole": "date: 2020-06-01 to 2020-06-03", "part": f"date: 2020-06-04\n{PART}"}
    problem = examined(tmp_path, events).one("part-outside-date")
    assert problem.message == (
        "this cannot be part of whole: their dates do not meet (2020-06-04; 2020-06-01 to 2020-06-03)"
    )
    assert (problem.file, problem.line) == ("events/part.yaml", 2)


@pytest.mark.parametrize("date", ["2020-06-03", "2020-06", "between 2020-06-03 and 2020-06-20", "by 2020-06-10"])
def test_a_part_whose_date_may_meet_its_wholes_is_no_error(tmp_path: Path, date: str) -> None:
    events = {"whole": "date: 2020-06-01 to 2020-06-03", "part": f"date: {date}\n{PART}"}
    assert not examined(tmp_path, events).of("part-outside-date")


def test_a_possible_part_must_be_possible_by_its_date(tmp_path: Path) -> None:
    events = {"whole": "date: 2020-06-01", "part": "part_of: [{event: whole, certainty: possible}]"}
    assert examined(tmp_path, events).of("part-outside-date")


def test_a_part_in_a_place_outside_the_wholes_is_a_warning_with_the_way_out(tmp_path: Path) -> None:
    events = {"whole": "locations: [kobani]", "part": f"locations: [manbij]\n{PART}"}
    found = examined(tmp_path, events)
    problem = found.one("part-outside-place")
    assert problem.message == "manbij is not known to lie where whole is (kobani)"
    assert problem.remedy == "check the place; if it lies there, add kobani to in: of the location manbij"
    assert found.errors == []


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("[aleppo-governorate]", "[manbij]"),
        ("[kobani]", "[kobani]"),
        ("[north-east, manbij]", "[manbij, qamishli]"),
        ("[{one_of: [kobani, manbij]}]", "[manbij]"),
        ("[kobani]", "[kobani, {name: manbij, role: from}, {name: qamishli, role: to}]"),
        ("[]", "[manbij]"),
    ],
)
def test_a_part_in_a_place_of_its_whole_or_within_it_is_no_warning(tmp_path: Path, whole: str, part: str) -> None:
    events = {"whole": f"locations: {whole}" if whole != "[]" else "", "part": f"locations: {part}\n{PART}"}
    assert not examined(tmp_path, events).of("part-outside-place")


def test_a_possible_part_may_lie_anywhere(tmp_path: Path) -> None:
    possible = "part_of: [{event: whole, certainty: possible}]"
    events = {"whole": "locations: [kobani]", "part": f"locations: [manbij]\n{possible}"}
    assert not examined(tmp_path, events).of("part-outside-place")


def test_a_circle_of_parts_is_reported_once_at_the_tie_of_its_first_event(tmp_path: Path) -> None:
    events = {"b": "part_of: a", "a": "part_of: [other, b]", "other": ""}
    problem = examined(tmp_path, events).one("circle")
    assert problem.message == "this goes round in a circle: a → b → a"
    assert (problem.file, problem.excerpt[problem.column - 1 :]) == ("events/a.yaml", "b]")


def test_a_circle_that_is_only_possible_is_a_circle(tmp_path: Path) -> None:
    events = {"a": "part_of: [{event: b, certainty: possible}]", "b": "part_of: a"}
    assert examined(tmp_path, events).of("circle")
