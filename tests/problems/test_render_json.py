import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.problem import Problem
from chronicle.problems.render import as_json

PROBLEM = Problem(
    code="yaml-comment",
    message="the text ends before this #",
    file="events/a.yaml",
    field=("sources", 0, "says"),
    line=3,
    column=7,
    length=2,
    excerpt="  says: a #b",
)


def test_a_problem_is_an_object_with_the_documented_keys() -> None:
    assert json.loads(as_json.render([PROBLEM])) == [
        {
            "code": "yaml-comment",
            "severity": "warning",
            "file": "events/a.yaml",
            "line": 3,
            "column": 7,
            "length": 2,
            "field": ["sources", 0, "says"],
            "message": "the text ends before this #",
            "help": "quote the text if # belongs to it, or put the comment on a line of its own",
        }
    ]


def test_no_problems_are_an_empty_array() -> None:
    assert json.loads(as_json.render([])) == []


def test_what_cannot_be_seen_is_escaped_and_the_rest_is_not() -> None:
    rendered = as_json.render([Problem(code="yaml-syntax", message="دمشق \x1b\x9b\u202e\U000e0041")])
    assert "دمشق" in rendered
    assert rendered.replace("\n", "").isprintable()
    assert json.loads(rendered)[0]["message"] == "دمشق \x1b\x9b\u202e\U000e0041"


def test_a_file_name_that_is_no_unicode_is_named_all_the_same() -> None:
    assert (
        json.loads(as_json.render([Problem(code="yaml-syntax", message="m", file="a\udc80")]))[0]["file"] == "a\\udc80"
    )


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_any_message_reads_back_the_same(message: str) -> None:
    rendered = as_json.render([msgspec.structs.replace(PROBLEM, message=message)])
    assert json.loads(rendered)[0]["message"] == message
