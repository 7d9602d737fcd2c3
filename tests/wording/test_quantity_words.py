from typing import get_args

import msgspec
import pytest
from english_words import ENGLISH

from chronicle.quantities import Form, read
from chronicle.wording import quantity_words, range_words

TABLE = [
    ("45", "45"),
    ("400,000", "400,000"),
    ("400000", "400,000"),
    ("none", "none"),
    ("about 300", "about 300"),
    ("over 60", "over 60"),
    ("at least 1200", "at least 1,200"),
    ("up to 12", "up to 12"),
    ("under 12", "under 12"),
    ("16 to 25", "16–25"),
    ("several", "several"),
    ("many", "many"),
    ("Dozens", "dozens"),
    ("hundreds", "hundreds"),
    ("90%", "90%"),
    ("unknown", "number unknown"),
]


@pytest.mark.parametrize(("text", "phrase"), TABLE)
def test_a_quantity_keeps_its_wording(text: str, phrase: str) -> None:
    assert quantity_words(read(text), ENGLISH) == phrase


def test_every_form_of_a_quantity_is_in_the_table() -> None:
    assert {read(text).form for text, _ in TABLE} == set(get_args(Form))


@pytest.mark.parametrize(
    ("text", "phrase"), [("16 to 2500", "١٦–٢,٥٠٠"), ("90%", "٩٠%"), ("at least 60", "at least ٦٠")]
)
def test_figures_of_a_quantity_are_the_languages_own(text: str, phrase: str) -> None:
    arabic = {**ENGLISH.phrases, "number.digits": "٠١٢٣٤٥٦٧٨٩"}
    assert quantity_words(read(text), msgspec.structs.replace(ENGLISH, phrases=arabic)) == phrase


@pytest.mark.parametrize(
    ("least", "most", "phrase"),
    [
        (31, 31, "31"),
        (31, 40, "31–40"),
        (1_031, 1_040, "1,031–1,040"),
        (31, None, "at least 31"),
        (None, 40, "up to 40"),
        (0, 40, "up to 40"),
        (0, 0, "0"),
        (None, 0, "0"),
        (0, None, "not known"),
        (None, None, "not known"),
    ],
)
def test_a_range_says_what_its_bounds_leave_possible(least: int | None, most: int | None, phrase: str) -> None:
    assert range_words(least, most, ENGLISH) == phrase
