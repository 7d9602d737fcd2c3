"""The alphabetical order of labels, as a reader looks for them."""

import unicodedata

_ARTICLES = ("al-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-", "the ")


def sorted_as(label: str) -> str:
    """Return a label as it is sorted: without marks, case and a leading article, so al-Malikiyah stands under M."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", label.casefold()) if not unicodedata.combining(c))
    article = next((each for each in _ARTICLES if plain.startswith(each)), "")
    return plain.removeprefix(article)


def letter(label: str) -> str:
    """Return the heading under which a label stands: its first letter as sorted, or # for what is no letter."""
    first = sorted_as(label)[:1].upper()
    return first if first.isalpha() else "#"
