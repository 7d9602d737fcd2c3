"""The links of all pages: of those laid out now as they are, of the others by what they last referred to."""

from collections.abc import Iterator, Mapping

import msgspec

from chronicle.build.laying import Kept
from chronicle.build.past import Past
from chronicle.links import Fault, Judge, lost_fragment
from chronicle.render.references import References


class Linkage:
    """All pages of a site as they are `kept`, those laid out now with their references, and the build before."""

    def __init__(self, kept: Mapping[str, Kept], fresh: Mapping[str, bytes], past: Past, paths: frozenset[str]) -> None:
        self._kept = kept
        self._fresh = fresh
        self._past = past
        self._paths = paths
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
        if self._paths >= self._past.paths:
            return
        self._past.read_references()
        for path in self._kept:
            if path not in self._fresh:
                for fault in judge.judge(path, self._references(path)).faults:
                    yield path, fault

    def _ids_of(self, path: str) -> frozenset[str]:
        if path not in self._ids:
            self._ids[path] = frozenset(self._references(path).ids)
        return self._ids[path]

    def _references(self, path: str) -> References:
        found = self._fresh[path] if path in self._fresh else self._past.references_of(path)
        return msgspec.msgpack.decode(found, type=References)
