"""Several things in one phrase."""

from collections.abc import Sequence

from chronicle.wording.words import Words


def list_words(items: Sequence[str], words: Words) -> str:
    """Return all of the items: "a", "a and b", "a, b and c"; "" for none."""
    return _joined(items, words, "list.and")


def either_words(items: Sequence[str], words: Words) -> str:
    """Return one of the items, it is not known which: "a", "a or b", "a, b or c"; "" for none."""
    return _joined(items, words, "list.or")


def _joined(items: Sequence[str], words: Words, last: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return words(last, before=words("list.comma").join(items[:-1]), last=items[-1])
