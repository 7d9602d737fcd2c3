"""The links of all pages: of those laid out now as they are, of the others by what they last referred to."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from chronicle.build.laying import Kept, Referred
from chronicle.build.past import Past
from chronicle.build.store import DamagedError
from chronicle.links import Fault, Judge, leads_to, lost_fragment, mark
from chronicle.render.references import references


class Linkage:
    """All pages of a site as they are `kept`, those laid out now with what they refer to (encoded Referred), and the
    build before, whose other pages stand at `out`.
    """

    def __init__(
        self, kept: Mapping[str, Kept], fresh: Mapping[str, bytes], past: Past, paths: frozenset[str], out: Path
    ) -> None:
        self._kept = kept
        self._fresh = fresh
        self._past = past
        self._paths = paths
        self._out = out
        self._ids: dict[str, frozenset[str]] = {}

    def faults(self, judge: Judge) -> Iterator[tuple[str, Fault]]:
        """Yield what is wrong with links to ids of other pages, and with links of standing pages to what is gone."""
        yield from self._gone(judge)
        for path, kept in self._kept.items():
            for wanted in kept.wanted:
                target = wanted[1]
                if target in self._kept and (path in self._fresh or target in self._fresh):
                    fault = lost_fragment(wanted, self._ids_of(target))
                    if fault:
                        yield path, fault

    def _gone(self, judge: Judge) -> Iterator[tuple[str, Fault]]:
        gone = frozenset(map(mark, self._past.published.keys() - self._paths))
        if not gone:
            return
        self._past.read_references()
        for path in self._kept:
            if path not in self._fresh and leads_to(self._referred(path).marks, gone):
                for fault in judge.judge(path, [references(self._text(path))]).faults:
                    yield path, fault

    def _ids_of(self, path: str) -> frozenset[str]:
        if path not in self._ids:
            self._ids[path] = frozenset(self._referred(path).ids)
        return self._ids[path]

    def _referred(self, path: str) -> Referred:
        found = self._fresh[path] if path in self._fresh else self._past.references_of(path)
        return msgspec.msgpack.decode(found, type=Referred)

    def _text(self, path: str) -> str:
        """Return a page that stands; raise DamagedError where it does not any more."""
        try:
            return (self._out / path).read_text(encoding="utf-8")
        except (OSError, UnicodeError) as error:
            raise DamagedError("references") from error
