import pytest
import yaml

from chronicle.yaml.tree import Node, read

LIMIT = 10_000


@pytest.fixture(params=[True, False], ids=["libyaml", "python"], autouse=True)
def with_libyaml(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param)


def tree(text: str) -> Node | None:
    node, problems = read(text.encode(), LIMIT)
    assert problems == ()
    return node


def codes(data: bytes, limit: int = LIMIT) -> list[str]:
    return [problem.code for problem in read(data, limit)[1]]


@pytest.mark.parametrize("scalar", ["no", "12:30", "2020-06-07", "045", "1e3", "~", "null", "true", "0x1F", "-5", "="])
def test_every_scalar_is_read_as_the_text_that_is_written(scalar: str) -> None:
    assert tree(f"key: {scalar}\n") == {"key": scalar}


def test_keys_are_read_as_text() -> None:
    assert tree("2020: a\nno: b\n1.5: c\n") == {"2020": "a", "no": "b", "1.5": "c"}


def test_an_empty_value_is_an_empty_text() -> None:
    assert tree('a:\nb: ""\nc: {d: , e: f}\n') == {"a": "", "b": "", "c": {"d": "", "e": "f"}}


def test_lists_and_maps_stand_inside_one_another() -> None:
    text = "a:\n- b: [c, {d: e}]\n  f: g\n- h\n"
    assert tree(text) == {"a": [{"b": ["c", {"d": "e"}], "f": "g"}, "h"]}


def test_prose_below_its_key_is_folded() -> None:
    assert tree("summary: >-\n  One: two,\n  three # four\n\n  five\n") == {"summary": "One: two, three # four\nfive"}


def test_the_whole_file_may_be_a_list_or_a_text() -> None:
    assert tree("- a\n- b\n") == ["a", "b"]
    assert tree("a text\n") == "a text"
    assert tree('""\n') == ""


def test_a_quoted_merge_key_is_a_key() -> None:
    assert tree('"<<": a\n') == {"<<": "a"}


def test_marks_of_the_beginning_and_end_of_one_document_are_passed_over() -> None:
    assert tree("%YAML 1.1\n---\na: b\n...\n") == {"a": "b"}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read(b"\xef\xbb\xbfa: b\n", LIMIT) == ({"a": "b"}, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_of_the_common_ways(end: str) -> None:
    assert tree(f"a: b{end}c: >-{end}  d{end}  e{end}") == {"a": "b", "c": "d e"}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "---\n...\n", "\ufeff"])
def test_an_empty_file_has_no_tree_and_one_problem(text: str) -> None:
    node, (problem,) = read(text.encode(), LIMIT)
    assert node is None
    assert (problem.code, problem.line, problem.column) == ("empty-file", 1, 1)


def test_a_file_is_read_up_to_its_limit_and_refused_above_it() -> None:
    assert codes(b"a: b", 4) == []
    node, (problem,) = read(b"a: bc", 4)
    assert (node, problem.code, problem.line) == (None, "yaml-size", 0)


def test_twenty_levels_are_read_and_the_next_is_refused() -> None:
    node, problems = read(b"[" * 20 + b"]" * 20, LIMIT)
    assert (node is None, problems) == (False, ())
    node, (problem,) = read(b"[" * 21 + b"]" * 21, LIMIT)
    assert (node, problem.code, problem.column) == (None, "yaml-depth", 21)


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[? ", "{? ", "a: [", "[\n"])
def test_a_hundred_thousand_levels_are_refused_too(opening: str) -> None:
    node, problems = read(opening.encode() * 100_000, 10_000_000)
    assert node is None
    assert problems


def test_bytes_that_are_no_utf_8_are_named_with_their_place() -> None:
    node, (problem,) = read("\ufeffa: b\r\nτίτλος: Kobani".encode() + b"\xea\n", LIMIT)
    assert node is None
    assert (problem.code, problem.line, problem.column) == ("yaml-encoding", 2, 15)
    assert "0xEA" in problem.message
    assert problem.excerpt == "τίτλος: Kobani\ufffd"


def test_utf_16_is_named() -> None:
    node, (problem,) = read("a: b".encode("utf-16"), LIMIT)
    assert (node, problem.code) == (None, "yaml-encoding")
    assert "UTF-16" in problem.message


def test_all_problems_of_a_file_are_found_in_one_run() -> None:
    data = b"a: 1\na: 2\nb: 3\nb: 4\nc: {d: 5, d: 6}\ne: !t 7\n"
    assert codes(data) == ["yaml-duplicate-key"] * 3 + ["yaml-tag"]


def test_problems_come_in_line_order() -> None:
    places = [(problem.line, problem.column) for problem in read(b"a: {x, y}\nb: *c\na: b: c\nx: \x01\n", LIMIT)[1]]
    assert len(places) == 6
    assert places == sorted(places)


def test_a_list_below_a_text_is_one_problem() -> None:
    assert codes(b"actors: US\n  - name: SDF\n    role: target\ntype: patrol\n") == ["yaml-indentation"]


def test_of_two_equal_keys_the_first_stands() -> None:
    assert read(b"a: 1\nb: 2\na: {c: d}\n", LIMIT)[0] == {"a": "1", "b": "2"}


def test_what_is_refused_leaves_the_rest_of_the_tree_whole() -> None:
    data = b"a: &x b\nc: *x\nd: !t e\n<<: {f: g}\n[h]: i\nj: k\n"
    assert read(data, LIMIT)[0] == {"a": "b", "c": "*x", "d": "e", "j": "k"}


def test_a_fault_of_syntax_is_mended_as_its_help_says_and_reading_goes_on() -> None:
    node, problems = read(b'title: Syria: a war\nactors: [a, b\nspeaker: "Bribe" said\ndate: 2020\n', LIMIT)
    assert len(problems) == 3
    assert node == {"title": "Syria: a war", "actors": ["a", "b"], "speaker": '"Bribe" said', "date": "2020"}


def test_a_trap_is_mended_as_its_help_says() -> None:
    data = b"a: {killed: 400,000}\nb:\n  -Russia\n  -US\nc: {name Derik, role:site}\n"
    assert read(data, LIMIT)[0] == {
        "a": {"killed": "400,000"},
        "b": ["Russia", "US"],
        "c": {"name": "Derik", "role": "site"},
    }


def test_a_fault_of_syntax_without_a_way_out_leaves_no_tree() -> None:
    node, problems = read(b"a:\n  b: c\n d: e\nf: g: h\n", LIMIT)
    assert node is None
    assert [(problem.code, problem.line) for problem in problems] == [("yaml-indentation", 3)]


def test_forbidden_characters_are_found_beyond_a_fault_of_syntax() -> None:
    data = "a: 1\na: 2\nb:\n  c: d\n e: f\ng: h: i\nj: US\u200b convoy\n".encode()
    node, problems = read(data, LIMIT)
    assert node is None
    assert [(problem.code, problem.line) for problem in problems] == [
        ("yaml-duplicate-key", 2),
        ("yaml-indentation", 5),
        ("yaml-control-character", 7),
    ]


def test_no_word_of_the_parser_reaches_an_editor() -> None:
    jargon = ("mapping", "sequence", "scalar", "token", "flow", "simple key", "block end", "stream", "indicator")
    faults = ["a: b: c", "a: [b", 'a: "b', "a: %b", "a: *", "\ta: b", "a:\n  b: c\n d: e", "[a]: b\n}", "a: |x", "a: ]"]
    for fault in faults:
        for problem in read(fault.encode(), LIMIT)[1]:
            assert not any(word in f"{problem.message} {problem.remedy}" for word in jargon)
