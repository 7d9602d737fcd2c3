"""How a build is wanted, and what it comes to."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem

Progress = Callable[[str, int, int], None]
"""Told of a stage, how much of it is done, and how much there is."""


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: its problems in file and line order, and its figures.

    `fresh` counts the pages that had to be laid out; `published` is False where an error stopped the build; `remark`
    is a sentence on how the publication went, or "". `reasons` says of each page that was laid out why, if asked for.
    """

    problems: list[Problem]
    events: int = 0
    pages: int = 0
    fresh: int = 0
    published: bool = False
    remark: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How a build is wanted.

    `strict` lets a warning stop it as well, `force` replaces what was changed in the site's folder, `clean` lays every
    page out anew, `durable` lets the site survive a power cut, `explain` asks for reasons; `jobs` processes share the
    work, and another build of the same site is waited for up to `patience` seconds. `home` is the user's own folder,
    where no site may stand.
    """

    strict: bool = False
    force: bool = False
    clean: bool = False
    durable: bool = False
    explain: bool = False
    jobs: int = 1
    patience: float = 600
    home: Path | None = None

    def refuses(self, problems: Iterable[Problem]) -> bool:
        """Tell whether a problem stops the build."""
        return any(self.strict or problem.severity is Severity.ERROR for problem in problems)
