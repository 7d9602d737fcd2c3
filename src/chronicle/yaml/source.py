"""A text under repair: what was written, what is read instead, and where each of its characters stands."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from chronicle.problems.problem import Problem
from chronicle.yaml.characters import with_stand_ins
from chronicle.yaml.lines import LINE_END, Line, lines_of


class Edit(NamedTuple):
    """A change of a text: `new` in the place of what stands from `start` to `end`, all within one line."""

    start: int
    end: int
    new: str


class Finding(NamedTuple):
    """A fault from `start` to `end` of the text as it is read, and the edits that mend it."""

    code: str
    message: str
    start: int
    end: int
    help: str = ""
    edits: tuple[Edit, ...] = ()


class Round:
    """Edits made at once, all in terms of the same text; of two that touch the same characters, the first counts."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits: list[Edit] = []
        self._starts: list[int] = []
        shift = 0
        for edit in sorted(edits):
            if not self._edits or edit.start >= self._edits[-1].end:
                self._edits.append(edit)
                self._starts.append(edit.start + shift)
                shift += len(edit.new) - (edit.end - edit.start)

    def applied(self, text: str) -> str:
        """Return `text` with the edits made."""
        pieces, done = [], 0
        for edit in self._edits:
            pieces += [text[done : edit.start], edit.new]
            done = edit.end
        return "".join([*pieces, text[done:]])

    def before(self, index: int) -> int:
        """Return the index that the character at `index` had before the edits."""
        position = bisect_right(self._starts, index) - 1
        if position < 0:
            return index
        edit, offset = self._edits[position], index - self._starts[position]
        beyond = offset - len(edit.new)
        return edit.end + beyond if beyond >= 0 else min(edit.start + offset, edit.end)


class Source:
    """What was written, and the text that is read in its place, after any rounds of edits."""

    def __init__(self, written: str, rounds: tuple[Round, ...] = ()) -> None:
        self._written = written
        self._rounds = rounds

    @cached_property
    def text(self) -> str:
        """The text to read: at most its edits and its forbidden characters differ from what was written."""
        text = with_stand_ins(self._written)
        for edits in self._rounds:
            text = edits.applied(text)
        return text

    @cached_property
    def _written_lines(self) -> tuple[Line, ...]:
        return lines_of(self._written)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the text that is read."""
        return lines_of(self.text)

    def line_number(self, index: int) -> int:
        """Return which line of the text that is read holds `index`, from 0."""
        return bisect_right(self.lines, index, key=lambda line: line.start) - 1

    def line_at(self, index: int) -> Line:
        """Return the line of the text that is read that holds `index`."""
        return self.lines[self.line_number(index)]

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1, of what was written for the character at `index`."""
        for edits in reversed(self._rounds):
            index = edits.before(index)
        number = bisect_right(self._written_lines, index, key=lambda line: line.start) - 1
        line = self._written_lines[number]
        return number + 1, min(index, line.end) - line.start + 1

    def as_written(self) -> tuple[str, ...]:
        """Return the lines that were written."""
        return tuple(line.text for line in self._written_lines)

    def extent(self, start: int, end: int) -> int:
        """Return how many characters of their first line stand from `start` to `end`; at least 1."""
        stop = LINE_END.search(self.text, start, end)
        return max(1, len(self.text[start : stop.start() if stop else end].rstrip(" \t")))

    def problem(self, finding: Finding) -> Problem:
        """Return a finding in this text as a problem with its place."""
        line, column = self.place(finding.start)
        excerpt = self._written_lines[line - 1].text
        return Problem(
            code=finding.code,
            message=finding.message,
            help=finding.help,
            line=line,
            column=column,
            length=max(1, min(self.extent(finding.start, finding.end), len(excerpt) - column + 1)),
            excerpt=excerpt,
        )

    def mended(self, edits: Iterable[Edit]) -> "Source":
        """Return this source with `edits` made as well."""
        return Source(self._written, (*self._rounds, Round(edits)))
