import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.wording.plurals import category

# The whole numbers that CLDR itself gives as samples for each category.
SAMPLES = {
    "en": {"one": [1], "other": [0, *range(2, 17), 100, 1_000, 1_000_000]},
    "de": {"one": [1], "other": [0, *range(2, 17), 100, 1_000_000]},
    "tr": {"one": [1], "other": [0, *range(2, 17), 100, 1_000_000]},
    "ku": {"one": [1], "other": [0, *range(2, 17), 100, 1_000_000]},
    "fa": {"one": [0, 1], "other": [*range(2, 18), 100, 1_000_000]},
    "fr": {"one": [0, 1], "many": [1_000_000, 2_000_000], "other": [*range(2, 18), 100, 1_000]},
    "es": {"one": [1], "many": [1_000_000, 2_000_000], "other": [0, *range(2, 17), 100, 1_000]},
    "he": {"one": [1], "two": [2], "other": [0, *range(3, 18), 20, 100, 1_000_000]},
    "ru": {
        "one": [1, 21, 31, 41, 51, 61, 71, 81, 101, 1001],
        "few": [2, 3, 4, 22, 23, 24, 32, 33, 34, 102, 1002],
        "many": [0, *range(5, 20), 100, 111, 112, 114, 1_000, 1_000_000],
    },
    "uk": {
        "one": [1, 21, 31, 41, 51, 61, 71, 81, 101, 1001],
        "few": [2, 3, 4, 22, 23, 24, 32, 33, 34, 102, 1002],
        "many": [0, *range(5, 20), 100, 111, 112, 114, 1_000, 1_000_000],
    },
    "ar": {
        "zero": [0],
        "one": [1],
        "two": [2],
        "few": [*range(3, 11), *range(103, 111), 1003],
        "many": [*range(11, 27), 99, 111, 1011],
        "other": [*range(100, 103), *range(200, 203), 300, 1_000, 1_000_000],
    },
}


@pytest.mark.parametrize(
    ("language", "expected", "numbers"),
    [(language, name, numbers) for language, names in SAMPLES.items() for name, numbers in names.items()],
)
def test_a_number_has_the_category_that_cldr_gives_it(language: str, expected: str, numbers: list[int]) -> None:
    assert {category(language, number) for number in numbers} == {expected}


def test_the_first_part_of_a_tag_decides() -> None:
    assert category("ar-SY", 2) == "two"


@given(st.integers(min_value=0))
def test_a_language_without_known_rules_has_one_category(number: int) -> None:
    assert category("tlh", number) == "other"
