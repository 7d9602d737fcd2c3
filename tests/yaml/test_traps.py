"""What must not be taken for a trap."""

import pytest

from chronicle.yaml.tree import Node, read


def problems(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in read(text.encode(), 10_000)[1]]


@pytest.mark.parametrize(
    "line",
    [
        "type: patrol  # or convoy?",
        "type: patrol # or convoy?",
        "title: US convoy patrols Derik # check the source",
        "title: US convoy patrols Derik  #check the source",
        "type: patrol #todo",
        "actors: [US forces] #see note",
        'title: "Resolution" #2254',
        "date: 2020-06-07 # 2 days after",
        "# 5 of them",
        "title: a#b c #",
    ],
)
def test_a_comment_is_no_cut_text(line: str) -> None:
    assert problems(f"{line}\nkey: value\n") == []


@pytest.mark.parametrize(
    ("line", "column"),
    [("title: Brigade #5 attacks", 16), ("title: Residents join #Syria rally", 23), ("title: #SaveSyria", 8)],
)
def test_a_number_or_a_word_after_a_hash_is_cut_text(line: str, column: int) -> None:
    assert problems(f"{line}\n") == [("yaml-comment", 1, column)]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("title: -Russia joins\n", {"title": "-Russia joins"}),
        ("a: [-Russia, -US]\n", {"a": ["-Russia", "-US"]}),
        ("a:\n- -Russia\n", {"a": ["-Russia"]}),
        ("a:\n  -5\n", {"a": "-5"}),
        ("a:\n  - --\n", {"a": ["--"]}),
        ("title: Russia - Turkey -patrols\n", {"title": "Russia - Turkey -patrols"}),
        ("a: >-\n  -b\n  - c\n", {"a": "-b - c"}),
        ("a: b\n  c\n", {"a": "b c"}),
        ("a:\n  b\n  c - d\n", {"a": "b c - d"}),
        ("a: 'b\n  -c'\n", {"a": "b -c"}),
    ],
)
def test_a_dash_that_begins_no_line_of_its_own_is_text(text: str, tree: Node) -> None:
    assert read(text.encode(), 10_000) == (tree, ())


@pytest.mark.parametrize(
    "text",
    [
        "a: {b: , c: d}\n",
        "a: {b: 'c, d', e: \"f, g\"}\n",
        "a: {b: [c, d], e: {f: g}}\n",
        "a: [b: c, d]\n",
        "a: b, c, d\n",
        "a: {}\nb: []\n",
        "a: {b: c,}\n",
        'a: {"b":c}\n',
        "a: {url: https://example.org/a?b=c}\n",
    ],
)
def test_a_comma_between_pairs_splits_nothing(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize("text", ["a: 'دمشق، حلب'\n", 'a: ["دمشق، حلب"]\n', "a: دمشق، حلب\n", "a: {b: دمشق، حلب}\n"])
def test_an_arabic_comma_outside_the_items_of_a_list_is_text(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize("text", ["a:\tb\n", "a: b\tc\n", "a: [b,\n\tc]\n", "a: b\t# c\n"])
def test_a_tab_that_indents_no_text_is_a_space(text: str) -> None:
    assert problems(text) == []


def test_a_comma_is_found_at_any_depth() -> None:
    assert problems("a:\n  - {b: {c: 1,000}}\n  - [{d: 2,000}, e]\n") == [
        ("yaml-comma-split", 2, 15),
        ("yaml-comma-split", 3, 12),
    ]


def test_a_value_split_over_lines_has_no_mended_line() -> None:
    node, (problem,) = read(b"a: {b: c,\n  d}\n", 10_000)
    assert (problem.code, problem.line, problem.column) == ("yaml-comma-split", 2, 3)
    assert problem.help == ""
    assert node == {"a": {"b": "c", "d": ""}}


def test_an_apostrophe_within_words_opens_no_quote() -> None:
    assert problems("a: [Syria's war, Ba'ath]\nb: the 'war'\n") == []


def test_a_line_of_prose_outside_its_text_has_no_key() -> None:
    (problem,) = read(b"a: >-\n  b\nThe convoy left\nc: d\n", 10_000)[1]
    assert (problem.code, problem.message) == ("yaml-colon", "this line has no key")
