import pytest

from chronicle.yaml.characters import STAND_IN, clean, clean_key, forbids, with_stand_ins
from chronicle.yaml.tree import read


def found(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in read(text.encode(), 10_000)[1]]


CONTROLS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9b"
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\xad\u200b\u2028\u2029\u2060\ufeff\ufff9\uffff\U000e0041"


@pytest.mark.parametrize("character", CONTROLS + BIDIRECTIONAL + INVISIBLE)
def test_what_cannot_be_seen_is_refused_and_left_out_of_the_tree(character: str) -> None:
    data = f"a: b\ntitle: US{character} convoy\n".encode()
    node, (problem,) = read(data, 10_000)
    assert (problem.code, problem.line, problem.column, problem.length) == ("yaml-control-character", 2, 10, 1)
    assert f"U+{ord(character):04X}" in problem.message
    assert node == {"a": "b", "title": "US convoy"}


PERSIAN, KURDISH, YEAR = "می\u200cشود", "ئه\u200cو", "ه\u200d 1441"
HINDI, FAMILY, HEART = "क्\u200dष", "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥"


@pytest.mark.parametrize("text", [PERSIAN, KURDISH, YEAR, HINDI, FAMILY, HEART])
def test_joiners_stand_where_they_are_spelling(text: str) -> None:
    assert read(f"title: {text}\n".encode(), 10_000) == ({"title": text}, ())


@pytest.mark.parametrize("text", ["a\u200cb", "a\u200db", "می\u200c\u200cشود"])
def test_joiners_are_refused_where_they_join_nothing(text: str) -> None:
    assert [code for code, _, _ in found(f"title: {text}\n")] == ["yaml-control-character"]


def test_tabs_and_all_that_can_be_seen_are_allowed() -> None:
    text = "é\xa0ß 東京 😀 عمار، صالح"
    assert read(f"a:\tb\nc: {text}\n".encode(), 10_000) == ({"a": "b", "c": text}, ())


def test_one_problem_a_line_counts_the_others() -> None:
    (problem,) = read("title: \u202bعمار\u202c \u200f\n".encode(), 10_000)[1]
    assert "right-to-left embedding" in problem.message
    assert "2 more" in problem.message


def test_forbidden_characters_are_found_in_remarks_and_keys_too() -> None:
    assert found("ti\u200btle: a # \u200b\nb: c\n# \u200e\n") == [
        ("yaml-control-character", 1, 3),
        ("yaml-control-character", 3, 3),
    ]


def test_a_mark_between_colon_and_value_is_one_problem() -> None:
    node, problems = read("speaker:\u202b عمار\u202c\nvia:\u200f\n  - a\n".encode(), 10_000)
    assert [problem.code for problem in problems] == ["yaml-control-character"] * 2
    assert node == {"speaker": "عمار", "via": ["a"]}


def test_a_code_for_a_forbidden_character_is_refused() -> None:
    node, (problem,) = read(rb'a: "b\u202ec"' + b'\nd: "\\t\\n\\x41"\n', 10_000)
    assert (problem.code, problem.line, problem.column) == ("yaml-control-character", 1, 4)
    assert node == {"a": "bc", "d": "\t\nA"}


def test_no_break_spaces_are_refused_in_keys_and_before_values() -> None:
    node, problems = read("ti\xa0tle: a\n\xa0b: c\nd:\u202fe\nf:\n  -\xa0g\nh: {i\xa0: j}\n".encode(), 10_000)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [
        ("yaml-no-break-space", 1, 3),
        ("yaml-no-break-space", 2, 1),
        ("yaml-no-break-space", 3, 3),
        ("yaml-list-dash", 5, 3),
        ("yaml-no-break-space", 6, 6),
    ]
    assert node == {"ti tle": "a", "b": "c", "d": "e", "f": ["g"], "h": {"i": "j"}}


def test_a_stand_in_keeps_every_index() -> None:
    assert with_stand_ins("a\x00b\u202ec") == f"a{STAND_IN}b{STAND_IN}c"


def test_cleaning_takes_out_what_is_forbidden_and_nothing_else() -> None:
    assert clean("a\u200bb\u200c می\u200cشود\t") == "ab می\u200cشود\t"
    assert clean_key("\xa0a\u2009b\u200b") == "a b"
    assert clean_key(" a ") == " a "
    assert not forbids(clean("\x00\u202e\ufeff"))
