"""Tabs where only spaces count."""

import re
from collections.abc import Iterable, Iterator, Sequence

from chronicle.yaml.events import Visit
from chronicle.yaml.lines import Line
from chronicle.yaml.source import Edit, Finding, Source

_INDENTATION = re.compile(r" *\t[ \t]*")


def indented(line: Line) -> int:
    """Return how many characters of a line are an indentation with a tab in it."""
    match = _INDENTATION.match(line.text)
    return match.end() if match else 0


def finding(lines: Sequence[Line]) -> Finding:
    """Return one finding for all these lines, each indented by a tab."""
    edits = (Edit(line.start, line.start + indented(line), _spaces(line)) for line in lines)
    start = lines[0].start + lines[0].text.index("\t")
    more = f", and {len(lines) - 1} more" if len(lines) > 1 else ""
    return Finding("yaml-tab", f"a tab indents this line{more}", start, start + 1, edits=tuple(edits))


def _spaces(line: Line) -> str:
    return line.text[: indented(line)].expandtabs(2)


def in_prose(source: Source, visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find tabs that change where the lines of a text below its key are broken."""
    for visit in visits:
        if getattr(visit.event, "style", "") in ("|", ">"):
            first, last = source.line_number(visit.start), source.line_number(visit.end)
            lines = [line for line in source.lines[first + 1 : last + 1] if indented(line) and not line.is_empty]
            if lines:
                yield finding(lines)
