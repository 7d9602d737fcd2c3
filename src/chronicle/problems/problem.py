"""The problem: one fault at one place."""

from typing import TypeAlias

import msgspec

from chronicle.problems.codes import CODES, Severity

Field: TypeAlias = tuple[str | int, ...]
"""The way from a file's root to a value: keys and list indices from 0."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One fault.

    `line` and `column` count from 1, columns in code points; 0 means that the place is not known yet
    and follows from `field` (`on_key`: from the key rather than its value). `length` is in code points.
    `excerpt` is the whole source line, without its end.
    """

    code: str
    message: str
    help: str = ""
    file: str = ""
    field: Field = ()
    on_key: bool = False
    line: int = 0
    column: int = 0
    length: int = 0
    excerpt: str = ""

    @property
    def severity(self) -> Severity:
        """The severity that belongs to the code."""
        return CODES[self.code].severity

    @property
    def remedy(self) -> str:
        """This problem's own way out, else the one that belongs to its code."""
        return self.help or CODES[self.code].remedy

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """The key of file and line order."""
        return (self.file, self.line, self.column, self.code, self.message)


class Fault(ValueError):
    """What a small language says of a text that is none of its own; it knows no file and no place."""

    def __init__(self, code: str, message: str, help: str = "") -> None:  # noqa: A002 - the word of every diagnostic
        super().__init__(message)
        self.code, self.message, self.help = code, message, help
