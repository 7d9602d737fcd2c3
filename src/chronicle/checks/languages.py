"""Texts in several languages have the chronicle's first."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event, Words
from chronicle.places import SETTINGS
from chronicle.problems.problem import Field, Problem
from chronicle.read.filed import Filed


class _Text(NamedTuple):
    file: str
    field: Field
    words: Words
    is_lost: bool = False
    """Whether the first language is there and could not be read."""


def languages(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[Problem]:
    """Yield an error for each text of an event that is given by language and lacks the chronicle's first one."""
    return _lacking(chronicle, _of_events(chronicle, events))


def register_languages(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for each text of settings, signposts and registers that is given by language and lacks the
    chronicle's first one.
    """
    return _lacking(chronicle, _of_registers(chronicle, chronicle.settings.language))


def _lacking(chronicle: Chronicle, texts: Iterable[_Text]) -> Iterator[Problem]:
    first = chronicle.settings.language
    for text in texts:
        if isinstance(text.words, dict) and first not in text.words and not text.is_lost:
            yield Problem(
                code="missing-language",
                message=f"this text is given in {', '.join(text.words)}, and not in the chronicle's first language",
                help=f"add {first}: with the text",
                file=text.file,
                field=text.field,
                on_key=isinstance(text.field[-1], str),
            )


def _of_events(chronicle: Chronicle, events: Iterable[Event]) -> Iterator[_Text]:
    """Yield the texts of those events that have one by language."""
    first = chronicle.settings.language
    for event in events:
        if not _is_in_several(event):
            continue
        fields: list[tuple[Field, Words]] = [
            (("title",), event.title),
            (("summary",), event.summary),
            (("note",), event.note),
        ]
        for account in event.accounts:
            fields.append((("sources", account.number, "says"), account.says))
            fields.append((("sources", account.number, "point"), account.point))
        for field, words in fields:
            yield _Text(event.file, field, words, chronicle.lacks(event.id, *field, first))


def _is_in_several(event: Event) -> bool:
    if isinstance(event.title, dict) or isinstance(event.summary, dict) or isinstance(event.note, dict):
        return True
    return any(isinstance(each.says, dict) or isinstance(each.point, dict) for each in event.accounts)


def _of_registers(chronicle: Chronicle, first: str) -> Iterator[_Text]:
    own = chronicle.settings
    for key, words in (("title", own.title), ("description", own.description), ("about", own.about)):
        yield _Text(SETTINGS, (key,), words)
    for signpost in chronicle.signposts.values():
        yield _Text(signpost.file, ("withdrawn",), signpost.withdrawn)
    registers = chronicle.registers
    for register in (registers.locations, registers.actors, registers.sources):
        for entry in register.entries.values():
            yield _of_entry(entry, first, entry.record.note, "note")
    for type_ in registers.types.entries.values():
        yield _of_entry(type_, first, type_.record.label, "label")
        yield _of_entry(type_, first, type_.record.definition, "definition")
        for number, case in enumerate(type_.record.cases):
            yield _of_entry(type_, first, case, "cases", number)


def _of_entry(entry: Filed[Any], first: str, words: Words, *field: str | int) -> _Text:
    return _Text(entry.file, entry.place(*field), words, entry.lacks(*field, first))
