import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.codes import CODES
from chronicle.problems.problem import Fault
from chronicle.quantities import ONE, Quantity, read

DERIVED = [
    # text, form, numbers, least, best, most: the table of the handbook for editors
    ("45", "exact", (45,), 45, 45, 45),
    ("400,000", "exact", (400_000,), 400_000, 400_000, 400_000),
    ("400000", "exact", (400_000,), 400_000, 400_000, 400_000),
    ("none", "none", (), 0, 0, 0),
    ("0", "none", (), 0, 0, 0),
    ("about 300", "about", (300,), None, 300, None),
    ("over 60", "over", (60,), 61, None, None),
    ("at least 60", "at-least", (60,), 60, None, None),
    ("up to 12", "up-to", (12,), None, None, 12),
    ("under 12", "under", (12,), None, None, 11),
    ("16 to 25", "range", (16, 25), 16, None, 25),
    ("1,000 to 1,500", "range", (1000, 1500), 1000, None, 1500),
    ("several", "word", (), 3, None, None),
    ("many", "word", (), 3, None, None),
    ("dozens", "word", (), 24, None, None),
    ("hundreds", "word", (), 200, None, None),
    ("90%", "share", (), None, None, None),
    ("90.5%", "share", (), None, None, None),
    ("100%", "share", (), None, None, None),
    ("unknown", "unknown", (), None, None, None),
]


@pytest.mark.parametrize(("text", "form", "numbers", "least", "best", "most"), DERIVED)
def test_every_form_has_its_bounds(
    text: str, form: str, numbers: tuple[int, ...], least: int | None, best: int | None, most: int | None
) -> None:
    found = read(text)
    assert (found.form, found.numbers) == (form, numbers)
    assert (found.least, found.best, found.most) == (least, best, most)


@pytest.mark.parametrize("text", [row[0] for row in DERIVED])
def test_the_wording_is_kept(text: str) -> None:
    assert read(text).text == text


def test_spaces_are_made_single() -> None:
    assert read("  about \t 300\n").text == "about 300"
    assert read("90 %").text == "90%"


def test_capitals_make_no_difference_to_the_number() -> None:
    assert read("About 300").best == 300
    assert read("Several").word == "several"


@pytest.mark.parametrize("word", ["several", "many", "dozens", "hundreds"])
def test_a_word_is_kept_and_known_to_rest_on_the_convention(word: str) -> None:
    assert read(word).word == word
    assert read(word).conventional


@pytest.mark.parametrize("text", ["3", "about 3", "at least 24", "unknown", "none", "90%"])
def test_a_figure_rests_on_no_convention(text: str) -> None:
    assert not read(text).conventional
    assert read(text).word == ""


def test_a_record_that_says_nothing_of_its_own_counts_one() -> None:
    assert (ONE.form, ONE.least, ONE.most) == ("exact", 1, 1)


numbers = st.integers(0, 10**7)
texts = st.text() | st.from_regex(
    r"(about|over|at least|up to|under|more than|~|>)? ?[0-9 ,.'-]{0,9}( to |-)?[0-9,]{0,5}( [a-z]{1,6})?%?",
    fullmatch=True,
)


def attempt(text: str) -> Quantity | Fault:
    try:
        return read(text)
    except Fault as fault:
        return fault


@given(texts)
def test_any_text_is_read_or_refused_with_a_headline(text: str) -> None:
    found = attempt(text)
    assert isinstance(found, Quantity) or (found.code in CODES and found.message)


@given(texts)
def test_bounds_are_in_order_and_never_negative(text: str) -> None:
    found = attempt(text)
    if isinstance(found, Quantity):
        stated = [bound for bound in (found.least, found.best, found.most) if bound is not None]
        assert stated == sorted(stated)
        assert all(bound >= 0 for bound in stated)


@given(texts)
def test_reading_the_kept_wording_again_gives_the_same_quantity(text: str) -> None:
    found = attempt(text)
    assert isinstance(found, Fault) or read(found.text) == found


@given(numbers)
def test_commas_between_thousands_change_no_number(number: int) -> None:
    assert read(f"{number:,}").numbers == read(str(number)).numbers
    assert read(f"{number:,}").best == number
