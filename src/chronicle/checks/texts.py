"""Texts as the chronicle writes them."""

import re
from collections.abc import Iterable, Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, Words
from chronicle.problems.problem import Field, Problem

# Quotations may be cited, not copied out: the chronicle has words of its own.
_LONGEST_QUOTATION = 25
_QUOTED = re.compile(r'“([^”]*)”|"([^"]*)"|«([^»]*)»', re.DOTALL)

# Dots in a row, and the last one of initials (U.S.), are no full stop.
_LAST = (".", "۔", "\n")
_FULL_STOP = re.compile(r"(?<!\.)(?<!\b\w\.\w)(?:\.|۔)$")


def titles(_: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a warning for a title that ends in a full stop."""
    for event in events:
        for text, field in _texts(event.title, ("title",)):
            if text.endswith(_LAST) and _FULL_STOP.search(text):
                yield Problem(
                    code="title-full-stop",
                    message="a title ends without a full stop",
                    file=event.file,
                    field=field,
                )


def quotations(_: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield a warning for a quotation of 25 words or more."""
    for event in events:
        for text, field in _prose(event):
            if len(text) <= 2 * _LONGEST_QUOTATION or not ('"' in text or "“" in text or "«" in text):
                continue
            for found in _QUOTED.finditer(text):
                words = len((found.group(1) or found.group(2) or found.group(3) or "").split())
                if words >= _LONGEST_QUOTATION:
                    yield Problem(
                        code="long-quotation",
                        message=f"a quotation of {words} words; the chronicle quotes fewer than {_LONGEST_QUOTATION}",
                        file=event.file,
                        field=field,
                    )


def _prose(event: Event) -> Iterator[tuple[str, Field]]:
    yield from _texts(event.summary, ("summary",))
    yield from _texts(event.note, ("note",))
    for account in event.accounts:
        yield from _texts(account.says, ("sources", account.number, "says"))


def _texts(words: Words, field: Field) -> Iterator[tuple[str, Field]]:
    if isinstance(words, str):
        yield words, field
    else:
        for language, text in words.items():
            yield text, (*field, language)
