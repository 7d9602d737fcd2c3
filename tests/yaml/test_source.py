from hypothesis import given
from hypothesis import strategies as st

from chronicle.yaml.source import Edit, Finding, Round, Source


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    pieces = draw(st.lists(st.tuples(st.text("ab\n", max_size=4), st.text("cd", max_size=3)), max_size=6))
    text, edits = "", []
    for kept, taken in pieces:
        text += kept
        edits.append(Edit(len(text), len(text) + len(taken), draw(st.text("XY", max_size=3))))
        text += taken + "-"
    return text, edits


@given(texts_and_edits())
def test_what_is_kept_is_found_where_it_was(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    edited = Round(edits)
    result = edited.applied(text)
    assert result.translate(str.maketrans("", "", "XY")) == text.translate(str.maketrans("", "", "cd"))
    for index, character in enumerate(result):
        if character in "ab-":
            assert text[edited.before(index)] == character


@given(texts_and_edits())
def test_what_is_new_is_found_in_what_it_replaces(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    edited = Round(edits)
    for index, character in enumerate(edited.applied(text)):
        if character in "XY":
            assert any(edit.start <= edited.before(index) <= edit.end for edit in edits)


def test_of_two_edits_of_the_same_characters_the_first_is_made() -> None:
    assert Round([Edit(1, 3, "X"), Edit(0, 2, "Y")]).applied("abcd") == "Ycd"


def test_a_place_is_told_in_what_was_written_through_all_rounds() -> None:
    source = Source("a\r\nbcd\n").mended([Edit(3, 4, "XXX")]).mended([Edit(0, 0, "YY")])
    assert source.text == "YYa\r\nXXXcd\n"
    assert source.place(source.text.index("c")) == (2, 2)
    assert source.place(len(source.text)) == (3, 1)


def test_a_problem_never_reaches_beyond_its_written_line() -> None:
    source = Source("ab\ncd\n").mended([Edit(2, 2, "XXXX")])
    problem = source.problem(Finding("yaml-syntax", "x", 1, len(source.text)))
    assert (problem.line, problem.column, problem.length, problem.excerpt) == (1, 2, 1, "ab")
