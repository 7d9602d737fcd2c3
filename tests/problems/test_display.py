import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.render.display import WIDTH, escaped, excerpt


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("a\nb\rc\td\x00\x7f", r"a\nb\rc\td\x00\x7f"),
        ("\x9b\x85", r"\x9b\x85"),
        ("\u202ea\u2066\u200f\u200b\ufeff", r"\u202ea\u2066\u200f\u200b\ufeff"),
        ("\u2028\U000e0041", r"\u2028\U000e0041"),
        ("\udc80", r"\udc80"),
        ("a\u200cb", "a\u200cb".replace("\u200c", r"\u200c")),
    ],
)
def test_what_would_drive_a_terminal_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize("text", ["قرية دمشق", "می\u200cشود", "東京", "é", "e\u0301", "😀", 'a\\b "c"', "\u0600\u0661"])
def test_what_can_be_seen_is_left_as_it_is(text: str) -> None:
    assert escaped(text) == text


@given(st.text())
def test_nothing_escaped_can_drive_a_terminal_or_break_a_line(text: str) -> None:
    kinds = {unicodedata.category(character) for character in escaped(text)}
    assert kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set(escaped(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize(
    ("line", "column", "length", "offset", "width"),
    [
        ("abc def", 5, 3, 4, 3),
        ("東京: x", 5, 1, 6, 1),
        ("x 東京", 3, 2, 2, 4),
        ("e\u0301e\u0301 x", 6, 1, 3, 1),
        ("\ta", 2, 1, 4, 1),
        ("ab\tc", 4, 1, 4, 1),
        ("a\u200fb", 2, 1, 1, 6),
        ("a\u200fb", 3, 1, 7, 1),
        ("abc", 4, 1, 3, 1),
        ("abc", 9, 9, 3, 1),
        ("", 1, 1, 0, 1),
    ],
)
def test_marks_stand_below_what_is_meant(line: str, column: int, length: int, offset: int, width: int) -> None:
    shown = excerpt(line, column, length)
    assert (shown.offset, shown.width) == (offset, width)


def test_a_tab_is_shown_as_spaces() -> None:
    assert excerpt("ab\tc", 1, 1).text == "ab  c"


@pytest.mark.parametrize("column", [1, 20, 250, 490, 500])
def test_a_long_line_is_cropped_around_its_marks(column: int) -> None:
    line = "".join(chr(0x4E00 + position) for position in range(500))
    shown = excerpt(line, column, 1)
    position = shown.text.index(line[column - 1])
    assert shown.offset == 2 * position - shown.text.startswith("…")
    assert shown.text.strip("…") in line
    assert shown.text.startswith("…") == (column > 20)
    assert shown.text.endswith("…") == (column < 490)
    assert WIDTH - 4 <= 2 * len(shown.text.strip("…")) <= WIDTH - 1


def test_marks_end_with_what_is_shown() -> None:
    shown = excerpt("a" * 300, 10, 250)
    assert shown.offset + shown.width == len(shown.text) - 1


def test_a_line_of_the_full_width_is_not_cropped() -> None:
    assert excerpt("a" * WIDTH, 1, 1).text == "a" * WIDTH


@given(
    st.text(st.sampled_from("ab 東e\u0301\t\u200f😀"), min_size=1, max_size=400),
    st.integers(1, 400),
    st.integers(1, 400),
)
def test_marks_never_leave_the_excerpt(line: str, column: int, length: int) -> None:
    shown = excerpt(line, column, length)
    columns = sum(2 if unicodedata.east_asian_width(char) == "W" else 1 for char in shown.text if char != "\u0301")
    assert columns <= WIDTH
    assert shown.width >= 1
    assert shown.offset + shown.width <= columns + 1
