import pytest
from english_words import ENGLISH

from chronicle.wording import either_words, list_words


@pytest.mark.parametrize(
    ("items", "phrase"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c", "d"], "a, b, c and d")],
)
def test_items_are_joined_as_the_catalogue_joins_them(items: list[str], phrase: str) -> None:
    assert list_words(items, ENGLISH) == phrase


def test_of_alternatives_it_is_not_known_which() -> None:
    assert either_words(("Kobani", "Sarrin", "Manbij"), ENGLISH) == "Kobani, Sarrin or Manbij"
