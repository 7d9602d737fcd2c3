"""Dashes that look as if they began a list item."""

import re
from collections.abc import Iterable, Iterator

from chronicle.yaml.events import Visit
from chronicle.yaml.lines import UNCOMMON_SPACES, Line, lines_of, parts
from chronicle.yaml.quoting import advice
from chronicle.yaml.source import Edit, Finding, Source

_GLUED = re.compile(f"-[{UNCOMMON_SPACES}]*(?=[^\\s-])(?![\\d.,]+$)")
_DASH = re.compile(r"-(?: |$)")
_SUSPECT = re.compile(r"\n *-[^ \n-]")


def possible(text: str) -> bool:
    """Tell, cheaply, whether `text` may hold a line that begins with a dash and no space after it."""
    return text.startswith("-") or _SUSPECT.search(text) is not None


def glued(line: Line, index: int) -> Finding | None:
    """The fault of a dash at `index` without a space after it, where a list item is meant."""
    dash = _GLUED.match(line.text.rstrip(), index - line.start)
    if not dash:
        return None
    edits = (Edit(index, line.start + dash.end(), "- "),)
    return Finding("yaml-list-dash", "no space stands after this dash", index, line.end, advice(line, edits), edits)


def run_together(source: Source, visits: Iterable[Visit]) -> Iterator[Finding]:
    """Find list items that YAML reads as one text, because a dash lacks its space or stands too deep."""
    for visit in visits:
        if visit.is_plain and not visit.is_key and not visit.holder.startswith("flow") and not visit.is_empty:
            yield from _in_text(source, visit)


def _in_text(source: Source, visit: Visit) -> Iterator[Finding]:
    above = source.line_at(visit.start)
    beside = parts(above)
    begins_line = not above.text[: visit.start - above.start].strip()
    column = visit.start - above.start if begins_line else max(beside.lead.rfind("-"), 0)
    for number, part in enumerate(lines_of(source.text[visit.start : visit.end])):
        line = source.line_at(visit.start + part.start)
        index = max(visit.start, line.start + len(line.text) - len(line.text.lstrip()))
        finding = glued(line, index) if number or begins_line else None
        if finding or (number and _DASH.match(line.text, index - line.start)):
            yield _aligned(finding, line, index, column, is_item=begins_line or "-" in beside.lead)


def _aligned(finding: Finding | None, line: Line, index: int, column: int, *, is_item: bool) -> Finding:
    """Put the dash below the one above it, where the text above is a list item and not the value of a key."""
    edits = finding.edits if finding else ()
    if is_item and index - line.start != column:
        edits = (Edit(line.start, index, " " * column), *edits)
    message = "this line goes on with the text above, and is no list item"
    if finding:
        return finding._replace(edits=edits if is_item else ())
    if not is_item:
        edits = ()
    way_out = "write the dash below the one above" if is_item else "put the text above on a line with a dash too"
    return Finding("yaml-list-dash", message, index, line.end, way_out, edits)
