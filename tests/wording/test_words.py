import pytest
from english_words import ENGLISH

from chronicle.wording import Words
from chronicle.wording.words import Tree

NUMBER: Tree = {"digits": "0123456789", "group": ","}
WORDS = Words.load(
    "en",
    {
        "number": NUMBER,
        "title": "All events",
        "page": {"by": "{what} by {who}", "total": "{total} in all"},
        "events": {"one": "{n} event in {place}", "other": "{n} events in {place}"},
    },
)


def test_a_dotted_key_finds_its_phrase() -> None:
    assert WORDS("title") == "All events"


def test_values_stand_in_the_places_that_bear_their_names() -> None:
    assert WORDS("page.by", who="a witness", what="photographs") == "photographs by a witness"


def test_a_value_is_never_read_as_a_place() -> None:
    assert WORDS("page.by", what="{who}", who="{what}") == "{who} by {what}"


def test_a_number_is_written_in_groups() -> None:
    assert WORDS("page.total", total=400_000) == "400,000 in all"


def test_a_missing_phrase_is_named_with_its_language() -> None:
    with pytest.raises(KeyError, match=r'no words for "page\.from" in en'):
        WORDS("page.from")


def test_a_missing_value_is_named_with_its_phrase_and_language() -> None:
    with pytest.raises(KeyError, match=r'no value for {who} of "page\.by" in en'):
        WORDS("page.by", what="photographs")


@pytest.mark.parametrize(
    ("number", "phrase"),
    [(0, "0 events in Kobani"), (1, "1 event in Kobani"), (1_200, "1,200 events in Kobani")],
)
def test_a_count_takes_its_plural(number: int, phrase: str) -> None:
    assert WORDS.count("events", number, place="Kobani") == phrase


def test_a_category_that_is_left_out_is_told_as_other() -> None:
    words = Words.load("ar", {"number": NUMBER, "day": {"one": "{n} a", "other": "{n} b"}})
    assert words.count("day", 3) == "3 b"


def test_a_count_without_words_is_named() -> None:
    with pytest.raises(KeyError, match=r'no words for "actors\.other" in en'):
        WORDS.count("actors", 2)


def test_numbers_have_the_digits_and_the_separator_of_their_language() -> None:
    words = Words.load("ar", {"number": {"digits": "٠١٢٣٤٥٦٧٨٩", "group": "٬"}})
    assert words.number(400_000) == "٤٠٠٬٠٠٠"
    assert words.digits("2020") == "٢٠٢٠"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_direction_is_the_catalogues(direction: str) -> None:
    assert Words.load("en", {"direction": direction}).direction == direction


@pytest.mark.parametrize(
    "tree",
    [
        {"direction": "left"},
        {"number": {"digits": "0123"}},
        {"list": ["a", "b"]},
        {"date": {"day": 1}},
        {"date": None},
    ],
)
def test_a_catalogue_of_anything_but_texts_is_refused(tree: Tree) -> None:
    with pytest.raises(ValueError, match='"'):
        Words.load("en", tree)


def test_the_fingerprint_does_not_depend_on_the_order_of_the_words() -> None:
    assert Words.load("en", {"a": "1", "b": "2"}).fingerprint == Words.load("en", {"b": "2", "a": "1"}).fingerprint


@pytest.mark.parametrize(("language", "text"), [("ar", "1"), ("en", "2")])
def test_another_word_or_language_has_another_fingerprint(language: str, text: str) -> None:
    assert Words.load(language, {"a": text}).fingerprint != Words.load("en", {"a": "1"}).fingerprint


def test_the_english_catalogue_can_be_loaded() -> None:
    assert ENGLISH.direction == "ltr"
