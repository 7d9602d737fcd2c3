"""What the build before kept of itself."""

from collections.abc import Collection, Mapping
from functools import cached_property
from itertools import compress
from operator import is_not
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from chronicle.build.fingerprints import program
from chronicle.build.header import Header, put_header
from chronicle.build.inputs import Seen
from chronicle.build.laying import Kept, digests
from chronicle.build.store import DamagedError, Store
from chronicle.link.event import Event
from chronicle.link.link import Gathered
from chronicle.link.signposts import Signpost
from chronicle.link.totals import Contribution
from chronicle.looks import Look
from chronicle.pages.facets import Facets
from chronicle.publish.publish import Standing
from chronicle.read.filed import Records

T = TypeVar("T")


class Linked(msgspec.Struct, frozen=True, array_like=True):
    """A linked event, with what it adds to totals."""

    event: Event
    contribution: Contribution


class Keeping(NamedTuple):
    """Values of one kind that are new or changed, and the names that are `gone`; with None the values are all."""

    values: Mapping[str, Any]
    gone: Collection[str] | None = None


def difference(before: Mapping[str, T], now: Mapping[str, T]) -> Keeping:
    """Return how what is kept of a kind becomes what there is now."""
    # Most are the very same object, which is told without a step of Python's for each.
    others = compress(now, map(is_not, now.values(), map(before.get, now)))
    return Keeping({name: now[name] for name in others if before.get(name) != now[name]}, gone(before, now))


def gone(before: Mapping[str, object], now: Mapping[str, object]) -> Collection[str]:
    """Return the names that there are no more; mostly there are none, which is told in a third of the time."""
    return () if before.keys() <= now.keys() else before.keys() - now.keys()


class Past:
    """What is known of the build before, each part read when it is first asked for; nothing where there was none.

    Every part raises DamagedError where it cannot be read back whole.
    """

    def __init__(self, store: Store, header: Header) -> None:
        self._store = store
        self.header = header
        self._references: dict[str, bytes] = {}
        self.known = bool(header.engine)
        """Whether there was a build before, by this version of the program."""

    def _read(self, kind: str, type_: type[T]) -> dict[str, T]:
        return self._store.read(kind, type_) if self.known else {}

    @cached_property
    def inputs(self) -> dict[str, Seen]:
        """The files that it took in."""
        return self._read("inputs", Seen)

    @cached_property
    def pages(self) -> dict[str, Kept]:
        """Its pages."""
        return self._read("pages", Kept)

    def read_references(self) -> None:
        """Read what all of its pages referred to, as to look each up takes longer where many are asked for."""
        self._references = self._read("references", bytes)

    def references_of(self, page: str) -> bytes:
        """Return what one of its pages referred to, encoded Referred."""
        if page not in self._references:
            self._references |= self._store.pick("references", [page], bytes)
        try:
            return self._references[page]
        except KeyError:
            raise DamagedError("references") from None

    @cached_property
    def files(self) -> dict[str, str]:
        """The digests of its files that are no pages."""
        return self._read("files", str)

    @cached_property
    def exports(self) -> dict[str, bytes]:
        """What its exports told of, as a digest each."""
        return self._read("exports", bytes)

    @cached_property
    def looks(self) -> dict[str, Look]:
        """How the files of its site looked when they were published."""
        return self._read("looks", Look)

    @cached_property
    def read(self) -> dict[str, bytes]:
        """What its event files hold, by path, encoded."""
        return self._read("read", bytes)

    def read_of(self, paths: Collection[str]) -> dict[str, bytes]:
        """Return what some of its event files hold, encoded."""
        return self._store.pick("read", paths, bytes) if self.known else {}

    @cached_property
    def linked(self) -> dict[str, Linked]:
        """The events of its chronicle, in its order."""
        found = self._read("linked", Linked)
        order = self._read("order", list[str]).get("order", [])
        if len(order) != len(found) or not found.keys() >= set(order):
            raise DamagedError("order")
        return {id_: found[id_] for id_ in order}

    @cached_property
    def gathered(self) -> Gathered:
        """The events of each entry of its registers."""
        ids = tuple(self.linked)
        found = self._read("gathered", dict[str, list[int]])
        return Gathered(
            **{
                name: {entry: tuple([ids[number] for number in numbers]) for entry, numbers in found[name].items()}
                for name in Gathered._fields
            }
        )

    @cached_property
    def facets(self) -> Facets:
        """What its pages counted of its events, in their order."""
        found = self._read("facets", Facets)["facets"]
        if len(found.dated.of) != len(self.linked):
            raise DamagedError("facets")
        return found

    @cached_property
    def registers(self) -> Records:
        """Its settings and the records of its registers."""
        return self._read("registers", Records)["registers"]

    @cached_property
    def signposts(self) -> dict[str, Signpost]:
        """The signposts of its chronicle."""
        return self._read("signposts", Signpost)

    def still(self, out: Path, stands: Standing) -> bool:
        """Tell whether a build of the same inputs would change nothing of what stands at `out`, though looks differ."""
        header = self.header
        if stands.strange or header.program != program() or header.out != str(out.absolute()):
            return False
        return stands.files == self.published

    @cached_property
    def published(self) -> dict[str, str]:
        """The digest of every file of its site."""
        return self.files | digests(self.pages)

    def keep(self, header: Header, kinds: Mapping[str, Keeping]) -> None:
        """Keep a build for the next one; where it cannot be written, that does its work from the beginning."""

        def write() -> None:
            for kind, keeping in kinds.items():
                if keeping.gone is None or not self.known:
                    self._store.write(kind, keeping.values)
                else:
                    self._store.update(kind, keeping.values, keeping.gone)
            put_header(self._store, header)

        self._store.commit(write)
