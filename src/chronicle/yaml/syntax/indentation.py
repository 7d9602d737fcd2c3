"""Lines that stand too far left or right."""

from collections.abc import Iterator

from chronicle.yaml.lines import COMMENT, Line, parts
from chronicle.yaml.source import Edit, Finding, Source
from chronicle.yaml.syntax.failure import Failure
from chronicle.yaml.traps import dashes, tabs


def tab(failure: Failure) -> Finding | None:
    """A line indented by a tab."""
    line = failure.line
    if failure.at > line.start + tabs.indented(line) or not tabs.indented(line):
        return None
    below = failure.source.lines[failure.source.line_number(failure.at) :]
    return tabs.finding([line for line in below if tabs.indented(line)])


def too_deep(failure: Failure) -> Finding | None:
    """A key below a key that has its value already."""
    last = failure.last
    if "mapping values" not in failure.says or last is None or not last.is_plain or last.end < failure.line.start:
        return None
    above = parts(failure.source.line_at(last.start))
    line, here = failure.line, failure.parts
    if above.key and "-" in here.lead:
        return _list_item(line)
    name = above.key or failure.source.text[last.start : last.end].splitlines()[0].strip()
    edits = tuple(_shifted(failure.source, line, above.column - here.column)) if above.key else ()
    return Finding(
        "yaml-indentation",
        f'this line stands deeper than "{name}" above it, which is complete already',
        here.content_start,
        here.content_start + len(here.key or here.value),
        f"begin it in column {above.column + 1}" if above.key else "a list item is either a text or keys with values",
        edits,
    )


def _shifted(source: Source, line: Line, columns: int) -> Iterator[Edit]:
    """Yield the edits that move a line, and those below that stand at least as deep, to the left."""
    for below in source.lines[source.line_number(line.start) :]:
        if not below.is_empty and below.indent < line.indent:
            return
        if not below.is_empty:
            yield Edit(below.start, below.start - columns, "")


def misaligned(failure: Failure) -> Finding | None:
    """A line that begins in a column where nothing above begins."""
    line = failure.line
    start = line.start + line.indent
    if failure.at != start or line.is_empty:
        return None
    return dashes.glued(line, start) or _after_comment(failure.source, line) or _between(failure.source, line)


def _after_comment(source: Source, line: Line) -> Finding | None:
    """A text that goes on below a comment which has ended it."""
    above = source.lines[max(source.line_number(line.start) - 1, 0)]
    beside = parts(above)
    cut = COMMENT.search(above.text, beside.value_start - above.start)
    if not cut or parts(line).key or line.indent <= beside.column or beside.value[:1] in ("'", '"', "[", "{"):
        return None
    at = above.start + cut.end() - 1
    way_out = "put quotes around the whole text, or the comment on a line of its own"
    return Finding("yaml-syntax", "the text ends before this #, and goes on below it", at, above.end, way_out)


def _between(source: Source, line: Line) -> Finding:
    levels = _levels(source, line)
    start = line.start + line.indent
    if line.indent in levels and line.text.startswith("- ", line.indent):
        return _list_item(line)
    if line.indent in levels:
        message = "a key stands among list items here"
        return Finding("yaml-indentation", message, start, line.end, "put it above the list")
    nearest = sorted(levels, key=lambda column: abs(column - line.indent))[:2]
    places = [f"in column {column + 1} like line {levels[column] + 1}" for column in sorted(nearest, reverse=True)]
    message = "this line does not line up with those above it"
    way_out = f"begin it {', or '.join(places)}" if places else ""
    return Finding("yaml-indentation", message, start, line.end, way_out)


def _list_item(line: Line) -> Finding:
    return Finding(
        "yaml-indentation",
        "a list item stands among keys here",
        line.start + line.indent,
        line.end,
        "a list has a key of its own, with nothing beside it",
    )


def _levels(source: Source, line: Line) -> dict[int, int]:
    """Return the columns in which a line may begin here, from 0, each with the last line that begins there."""
    levels: dict[int, int] = {}
    above = range(source.line_number(line.start) - 1, -1, -1)
    for number in (number for number in above if not source.lines[number].is_empty):
        here = parts(source.lines[number])
        if levels and not here.key and not here.lead.strip():
            continue
        for column in (here.column, source.lines[number].indent):
            if column < min(levels, default=column + 1):
                levels[column] = number
        if 0 in levels:
            break
    return levels
