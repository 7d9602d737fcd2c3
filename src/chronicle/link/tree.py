"""The trees of a register: what lies in what, where an entry may lie in several wholes."""

from collections.abc import Iterator, Mapping

import msgspec


class Tree(msgspec.Struct, frozen=True):
    """A register's wholes and parts; `above` and `below` reach all the way, nearest first, and never name the entry
    itself.
    """

    wholes: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]
    above: Mapping[str, tuple[str, ...]]
    below: Mapping[str, tuple[str, ...]]
    circles: tuple[tuple[str, ...], ...]

    def within(self, part: str, whole: str) -> bool:
        """Tell whether `part` is `whole` or lies in it."""
        return part == whole or whole in self.above.get(part, ())

    def tied(self, one: str, other: str) -> bool:
        """Tell whether one of the two is, or lies in, the other."""
        return self.within(one, other) or self.within(other, one)

    def roots(self) -> tuple[str, ...]:
        """Return the entries that lie in nothing, in id order."""
        return tuple(sorted(entry for entry, wholes in self.wholes.items() if not wholes))


def tree(wholes: Mapping[str, tuple[str, ...]]) -> Tree:
    """Build the tree of each entry's direct wholes, of which every one must be an entry; circles are named, and
    walked once.
    """
    parts: dict[str, list[str]] = {entry: [] for entry in wholes}
    for entry in sorted(wholes):
        for whole in wholes[entry]:
            parts[whole].append(entry)
    frozen = {entry: tuple(found) for entry, found in parts.items()}
    return Tree(
        wholes=dict(wholes),
        parts=frozen,
        above={entry: _reach(entry, wholes) for entry in wholes},
        below={entry: _reach(entry, frozen) for entry in frozen},
        circles=tuple(_circles(wholes)),
    )


def _reach(entry: str, step: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return everything that can be reached from an entry, breadth first, without the entry."""
    found: dict[str, None] = {}
    ahead = list(step[entry])
    for each in ahead:
        if each not in found and each != entry:
            found[each] = None
            ahead.extend(step[each])
    return tuple(found)


def _circles(wholes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield each circle once, from its first entry in id order."""
    seen: set[str] = set()
    for entry in sorted(wholes):
        if entry in seen:
            continue
        circle = _way_back(entry, wholes)
        if circle:
            seen.update(circle)
            yield circle


def _way_back(entry: str, wholes: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the shortest way from an entry to itself, or nothing."""
    came_from: dict[str, str] = {}
    ahead = [entry]
    for each in ahead:
        for whole in wholes[each]:
            if whole == entry:
                way = [each]
                while way[-1] != entry:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if whole not in came_from:
                came_from[whole] = each
                ahead.append(whole)
    return ()
