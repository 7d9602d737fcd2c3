"""Characters that cannot be seen, and change what is read."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import yaml

from chronicle.yaml import characters
from chronicle.yaml.events import Visit
from chronicle.yaml.source import Finding, Source


def forbidden(source: Source, written: str) -> Iterator[Finding]:
    """Find the lines that hold forbidden characters: one finding a line, at the first of them."""
    found = characters.forbidden(written)
    for _, in_line in groupby(found, key=lambda match: source.line_number(match.start())):
        first, *others = in_line
        more = f", and {len(others)} more in this line" if others else ""
        message = f"a character that cannot be seen: {characters.name(first.group())}{more}"
        yield Finding("yaml-control-character", message, first.start(), first.end())


def escaped(visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find texts between double quotes in which a code stands for a forbidden character."""
    for visit in visits:
        if isinstance(visit.event, yaml.ScalarEvent) and visit.event.style == '"':
            value = visit.text.replace(characters.STAND_IN, "")
            first = next(characters.forbidden(value), None)
            if first:
                message = (
                    f"a code in this text stands for a character that cannot be seen: {characters.name(first.group())}"
                )
                yield Finding("yaml-control-character", message, visit.start, visit.end)


def spaces_in_keys(source: Source, visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find keys with a space in them that is not the common one."""
    for visit in visits:
        space = characters.uncommon_space(visit.text) if visit.is_key else None
        if space:
            at = max(source.text.find(space.group(), visit.start, visit.end), visit.start)
            message = f"the key holds a {characters.name(space.group())}"
            yield Finding("yaml-no-break-space", message, at, at + 1)
