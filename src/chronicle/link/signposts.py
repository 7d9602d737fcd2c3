"""What stands at addresses that records have left: withdrawn, merged into another, or moved."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from chronicle.link.event import Words
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Fault, Problem
from chronicle.read.filed import Filed, Records
from chronicle.records.event import SignpostRecord


class Signpost(msgspec.Struct, frozen=True):
    """The end of a record: why it was withdrawn, or (`target`) the event that it became part of."""

    id: str
    file: str
    withdrawn: Words = ""
    target: str = ""
    formerly: tuple[str, ...] = ()


class Addresses(msgspec.Struct, frozen=True):
    """Where every id leads: to an event, by way of old ids and merged records, or to a record that was withdrawn.

    `unread` are ids of which nobody can tell where they lead, as their files could not be read.
    """

    events: frozenset[str]
    moved: Mapping[str, str]
    withdrawn: frozenset[str]
    unread: frozenset[str]

    def way(self, id_: str) -> list[str]:
        """Return the ids that one leads to, itself first, up to an event, a signpost's end, or the first that it would
        come to a second time.
        """
        way = [id_]
        while way[-1] not in self.events and (onward := self.moved.get(way[-1])):
            way.append(onward)
            if onward in way[:-1]:
                break
        return way

    def find(self, id_: str) -> str | None:
        """Return the id of the event that an id leads to, or None."""
        end = self.way(id_)[-1]
        return end if end in self.events else None

    def problem(self, id_: str) -> Fault | None:
        """Return why an id leads to no event; None where the one to blame is another record."""
        end = self.way(id_)[-1]
        if end in self.unread or end in self.moved:
            return None
        if end in self.withdrawn:
            return Fault("withdrawn-event", f'the record "{end}" was withdrawn')
        if end != id_:
            return None
        near = nearest(id_, self.events)
        return Fault("unknown-event", f'no event has the id "{id_}"', f"did you mean {near}?" if near else "")


def signposts(records: Records) -> tuple[dict[str, Signpost], Addresses, list[Problem]]:
    """Return the signposts by id and where every id leads, with a problem for each that leads nowhere or to two
    places.
    """
    filed: tuple[Filed[Any], ...] = (*records.events, *records.signposts)
    merged = {post.id: post.record.merged_into for post in records.signposts if post.record.merged_into}
    old, problems = _old_ids(filed, records.unread_events)
    addresses = Addresses(
        events=frozenset(each.id for each in records.events),
        moved={**old, **merged},
        withdrawn=frozenset(post.id for post in records.signposts if post.record.withdrawn),
        unread=records.unread_events | {post.id for post in records.signposts if post.lost},
    )
    posts = {post.id: _signpost(post, addresses) for post in records.signposts}
    return posts, addresses, [*problems, *_astray(records.signposts, addresses)]


def _signpost(filed: Filed[SignpostRecord], addresses: Addresses) -> Signpost:
    record = filed.record
    target = addresses.find(filed.id) if record.merged_into else None
    return Signpost(filed.id, filed.file, record.withdrawn, target or "", record.formerly)


def _old_ids(filed: tuple[Filed[Any], ...], unread: frozenset[str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the record that each old id leads to, and a problem for each that leads to two, or is in use."""
    taken = {each.id for each in filed} | unread
    old_ids: dict[str, str] = {}
    problems: list[Problem] = []
    for each in filed:
        for number, old in enumerate(each.record.formerly):
            if old_ids.get(old) == each.id:
                problems.append(
                    Problem(
                        code="repeated-item",
                        message=f"{old} stands in the list already",
                        file=each.file,
                        field=each.place("formerly", number),
                    )
                )
            elif whose := _owner(old, each.id, taken, old_ids):
                problems.append(
                    Problem(
                        code="taken-id",
                        message=f'"{old}" cannot lead here: {whose}',
                        file=each.file,
                        field=each.place("formerly", number),
                    )
                )
            else:
                old_ids[old] = each.id
    return old_ids, problems


def _owner(old: str, id_: str, taken: set[str], old_ids: Mapping[str, str]) -> str:
    """Return who else has an old id, "" if nobody does."""
    if old == id_:
        return "it is the record's own id"
    if old in taken:
        return "a record has this id now"
    if old in old_ids:
        return f"{old_ids[old]} has the same old id"
    return ""


def _astray(posts: tuple[Filed[SignpostRecord], ...], addresses: Addresses) -> Iterator[Problem]:
    """Yield a problem for each merged record that leads to no event; a circle is told once."""
    told: set[str] = set()
    for post in sorted(posts, key=lambda post: post.id):
        target = post.record.merged_into
        if not target or addresses.find(post.id):
            continue
        way = addresses.way(post.id)
        if way[-1] in way[:-1]:
            circle = way[way.index(way[-1]) :]
            fault = Fault("circle", f"this goes round in a circle: {' → '.join(circle)}")
            if post.id not in circle or told.intersection(circle):
                continue
            told.update(circle)
        elif found := addresses.problem(target):
            fault = found
        else:
            continue
        yield Problem(
            code=fault.code,
            message=fault.message,
            help=fault.help or _REMEDIES.get(fault.code, ""),
            file=post.file,
            field=post.place("merged_into"),
        )


_REMEDIES = {"withdrawn-event": "say withdrawn: here too, with the reason, in the place of merged_into"}
