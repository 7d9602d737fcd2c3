"""The build before, as far as the next one needs it at once."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from chronicle.build.fingerprints import engine, program
from chronicle.build.inputs import fingerprint, settled
from chronicle.build.outcome import Outcome, Wish
from chronicle.build.store import DamagedError, Store
from chronicle.looks import Look, looks
from chronicle.problems.problem import Problem

_KIND = "header"


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """A build that published a site, as far as the next one needs it at once.

    `engine` and `program` are fingerprints of ours, `out` the folder of the site. `inputs` and `outputs` are the
    fingerprints of how all files looked at the times `began` and `ended` (ns since 1970); `further` are inputs that the
    settings name, `unkept` those of which nothing is kept to tell a change by, as they are no files, or changed
    meanwhile. `prints` are the fingerprints of templates; `amendable` tells that every name in the records led
    somewhere.
    """

    engine: bytes = b""
    program: bytes = b""
    out: str = ""
    began: int = 0
    ended: int = 0
    inputs: bytes = b""
    outputs: bytes = b""
    further: tuple[str, ...] = ()
    unkept: tuple[str, ...] = ()
    events: int = 0
    pages: int = 0
    problems: tuple[Problem, ...] = ()
    prints: dict[str, bytes] = {}
    amendable: bool = False

    def holds(self, looked: Mapping[str, Look | None], out: Path) -> bool:
        """Tell whether a build of files that look like this would change nothing at `out`."""
        if self.unkept or self.program != program() or self.out != str(out.absolute()):
            return False
        if self.inputs != fingerprint(looked):
            return False
        published = dict(looks(out))
        return self.outputs == fingerprint(published) and settled(looked, self.began) and settled(published, self.ended)

    def outcome(self, wish: Wish) -> Outcome:
        """Tell of the site that stands and would become no other."""
        problems = list(self.problems)
        return Outcome(problems, self.events, self.pages, published=not wish.refuses(problems))


def header_of(store: Store) -> Header:
    """Return the header of the build before; one that cannot be read back, or is of another version of the program,
    goes with all that was kept.
    """
    try:
        found = store.read(_KIND, Header)[_KIND]
    except (DamagedError, KeyError):
        found = Header()
    if found.engine == engine():
        return found
    store.discard()
    return Header()


def put_header(store: Store, header: Header) -> None:
    """Keep a header, within a commit."""
    store.write(_KIND, {_KIND: header})
