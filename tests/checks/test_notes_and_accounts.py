from pathlib import Path

import pytest

from written_chronicles import Examined, examined

EDITED = "{when: 2020-06-07, basis: editor}"


def patrol(root: Path, fields: str) -> Examined:
    return examined(root, {"patrol": fields})


@pytest.mark.parametrize(
    ("fields", "message", "mark"),
    [
        (f"date: {EDITED}", "the editor inferred this date, and no note says how", "editor}"),
        (
            f"sources: [{{source: june, date: {EDITED}}}]",
            "the editor inferred this date, and no note says how",
            "editor}}]",
        ),
        ("status: confirmed", "the editor set this status, and no note says why", "confirmed"),
    ],
)
def test_what_an_editor_decides_without_a_note_is_an_error(
    tmp_path: Path, fields: str, message: str, mark: str
) -> None:
    problem = patrol(tmp_path, fields).one("missing-note")
    assert problem.message == message
    assert problem.remedy == "add note: with the reasons; readers see them"
    assert problem.excerpt[problem.column - 1 :] == mark
    assert patrol(tmp_path, f"{fields}\nnote: So the context has it.").errors == []


def test_a_computed_status_needs_no_note(tmp_path: Path) -> None:
    assert patrol(tmp_path, "sources: [{source: june, stance: denies}]").errors == []


def test_the_date_of_a_source_that_the_editor_inferred_needs_a_note_of_the_source(tmp_path: Path) -> None:
    problem = examined(tmp_path, {}, sources=f"new: {{title: New, published: {EDITED}}}").one("missing-note")
    assert problem.message == "the editor inferred this date, and no note of the source says how"
    noted = f"new: {{title: New, published: {EDITED}, note: By its page number.}}"
    assert examined(tmp_path, {}, sources=noted).errors == []


def test_an_account_that_disputes_something_must_say_what(tmp_path: Path) -> None:
    problem = patrol(tmp_path, "sources: [june, {source: july, stance: disputes}]").one("missing-point")
    assert problem.message == "this account disputes something, and does not say what"
    assert problem.remedy == "add point: with what is disputed, or use denies if it is the event itself"
    assert problem.excerpt[problem.column - 1 :] == "disputes}]"


@pytest.mark.parametrize("stance", ["disputes", "denies"])
def test_an_account_may_say_what_it_contests(tmp_path: Path, stance: str) -> None:
    assert patrol(tmp_path, f"sources: [{{source: june, stance: {stance}, point: the place}}]").errors == []


@pytest.mark.parametrize("stance", ["reports", "confirms"])
def test_a_point_of_an_account_that_contests_nothing_is_an_error(tmp_path: Path, stance: str) -> None:
    problem = patrol(tmp_path, f"sources: [{{source: june, stance: {stance}, point: the place}}]").one("missing-stance")
    assert problem.message == "this account has a point that is disputed, and disputes nothing"


def test_an_outlet_as_the_speaker_is_a_warning(tmp_path: Path) -> None:
    found = patrol(tmp_path, "sources: [{source: june, speaker: the Daily}]")
    assert found.one("speaker-is-outlet").message == "the Daily is the article's publisher, and so never its speaker"
    assert found.errors == []


def test_anybody_else_may_speak(tmp_path: Path) -> None:
    assert patrol(tmp_path, "sources: [{source: june, speaker: a shepherd, via: The Daily}]").problems == []


def test_the_same_account_twice_is_an_error(tmp_path: Path) -> None:
    problem = patrol(tmp_path, "sources: [june, july, june]").one("repeated-item")
    assert problem.message == "this account by june stands in the list already"
    assert problem.column == 23


def test_two_accounts_by_one_source_may_say_different_things(tmp_path: Path) -> None:
    assert patrol(tmp_path, "sources: [june, {source: june, speaker: a shepherd}]").problems == []
