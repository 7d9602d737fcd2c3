from pathlib import Path

import pytest

from chronicle.problems.problem import Problem
from written_chronicles import examined


def marked(problem: Problem) -> str:
    """Return what a problem marks in its line."""
    return problem.excerpt[problem.column - 1 :][: problem.length]


@pytest.mark.parametrize(
    ("fields", "code", "line", "mark"),
    [
        ("locations:\n  - {name: kobani, role: at}\n  - Wxyz", "unknown-location", 3, "Wxyz"),
        ("actors:\n  - {name: russia, role: at}\n  - {name: Wxyz}", "unknown-actor", 3, "Wxyz"),
        ("sources:\n  - {speaker: russia}\n  - {source: june, locations: [Wxyz]}", "unknown-location", 3, "Wxyz"),
        ("sources:\n  - {source: june, stance: at}\n  - wxyz", "unknown-source", 3, "wxyz"),
        ("related:\n  - Not An Id\n  - wxyz", "unknown-event", 3, "wxyz"),
        ("part_of:\n  - {certainty: possible}\n  - {event: wxyz}", "unknown-event", 3, "wxyz"),
        ("formerly:\n  - Not An Id\n  - patrol", "taken-id", 3, "patrol"),
    ],
)
def test_a_problem_after_an_item_that_cannot_be_read_stands_at_its_own_line(
    tmp_path: Path, fields: str, code: str, line: int, mark: str
) -> None:
    problem = examined(tmp_path, {"patrol": fields}).one(code)
    assert (problem.line, marked(problem)) == (line, mark)


def test_a_problem_of_an_account_after_one_that_cannot_be_read_stands_at_its_own_line(tmp_path: Path) -> None:
    sources = "sources:\n  - {source: june, stance: at, says: [x]}\n  - 7: x\n  - {source: july, stance: disputes}"
    problem = examined(tmp_path, {"patrol": sources}).one("missing-point")
    assert (problem.line, marked(problem)) == (4, "disputes")


def test_a_problem_of_an_entry_after_an_item_that_cannot_be_read_stands_at_its_own_item(tmp_path: Path) -> None:
    entry = "tal: {name: Tal, kind: village, in: [Not An Id, wxyz]}"
    problem = examined(tmp_path, {}, locations=entry).one("unknown-location")
    assert (problem.excerpt, marked(problem)) == (entry, "wxyz")


def test_a_key_that_a_record_lacks_stands_at_the_first_line(tmp_path: Path) -> None:
    examined(tmp_path, {})
    file = tmp_path / "events" / "patrol.yaml"
    file.parent.mkdir()
    file.write_text("title: A patrol\ntype: patrol\ndate: 2020-06-07\n")
    problem = examined_again(tmp_path)
    assert (problem.code, problem.message) == ("missing-key", '"sources" is missing')
    assert (problem.file, problem.line, problem.column) == ("events/patrol.yaml", 1, 1)


@pytest.mark.parametrize("text", ["Only prose.\n", "- a\n- list\n"])
def test_a_file_that_is_no_record_is_told_at_its_first_line(tmp_path: Path, text: str) -> None:
    examined(tmp_path, {})
    file = tmp_path / "events" / "patrol.yaml"
    file.parent.mkdir()
    file.write_text(text)
    problem = examined_again(tmp_path)
    assert (problem.file, problem.line, problem.column) == ("events/patrol.yaml", 1, 1)


@pytest.mark.parametrize("register", ["locations", "actors", "sources", "types"])
def test_a_register_that_is_no_mapping_is_told_at_its_first_line(tmp_path: Path, register: str) -> None:
    examined(tmp_path, {})
    (tmp_path / "registers" / register).mkdir()
    (tmp_path / "registers" / register / "more.yaml").write_text("- one\n")
    problem = examined_again(tmp_path)
    assert (problem.code, problem.line, problem.column) == ("wrong-kind", 1, 1)


def test_a_key_that_an_account_lacks_stands_at_the_account(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "sources:\n  - june\n  - {says: Nothing.}"}).one("missing-key")
    assert problem.line == 3


def test_problems_come_in_file_and_line_order(tmp_path: Path) -> None:
    events = {"b": "locations: [Wxyz]\nactors: [Wxyz]", "a": "date: 2020-07-31\nsources: [june, wxyz]"}
    found = examined(tmp_path, events, locations="tal: {name: Tal, kind: village, in: [wxyz]}").problems
    places = [(problem.file, problem.line, problem.column) for problem in found]
    assert places == sorted(places)
    assert {file for file, _, _ in places} == {"events/a.yaml", "events/b.yaml", "registers/locations.yaml"}


def test_two_files_of_one_id_are_an_error_in_the_second(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"2020/patrol": "", "2021/patrol": ""}).one("duplicate-id")
    assert problem.file == "events/2021/patrol.yaml"
    assert problem.message == 'the id "patrol" is taken: events/2020/patrol.yaml has it'


def test_the_second_of_two_files_of_one_id_is_read_for_its_own_problems(tmp_path: Path) -> None:
    found = examined(tmp_path, {"2020/patrol": "", "2021/patrol": "locations: [Wxyz]"})
    assert found.one("unknown-location").file == "events/2021/patrol.yaml"


def examined_again(root: Path) -> Problem:
    """Examine a chronicle as it stands, which has one problem."""
    from chronicle.examine import examine

    _, (problem,) = examine(root)
    return problem
