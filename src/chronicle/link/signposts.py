"""What stands at addresses that records have left: withdrawn, merged into another, or moved."""

from collections.abc import Mapping
from typing import Any

import msgspec

from chronicle.link.event import Words
from chronicle.problems.nearest import nearest
from chronicle.problems.problem import Field, Problem
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
    """Which event an id leads to: its own, an old one of it, or one that was merged into it."""

    events: frozenset[str]
    moved: Mapping[str, str]
    withdrawn: frozenset[str]

    def find(self, id_: str) -> str | None:
        """Return the id of the event that an id leads to, or None."""
        return id_ if id_ in self.events else self.moved.get(id_)

    def nearest(self, id_: str) -> str | None:
        """Return the known id most like an unknown one."""
        return nearest(id_, self.events)


def signposts(records: Records) -> tuple[dict[str, Signpost], Addresses, list[Problem]]:
    """Return the signposts by id and where every id leads, with a problem for each that leads nowhere or to two
    places.
    """
    events = frozenset(filed.id for filed in records.events)
    problems: list[Problem] = []
    moved: dict[str, str] = {}
    merged = {filed.id: filed for filed in records.signposts if filed.record.merged_into}
    for filed in records.signposts:
        if target := _end(filed, merged, events, problems):
            moved[filed.id] = target
    withdrawn = {filed.id for filed in records.signposts if filed.record.withdrawn}
    owners: dict[str, str] = dict.fromkeys(events | {filed.id for filed in records.signposts}, "")
    filed_ones: tuple[Filed[Any], ...] = (*records.events, *records.signposts)
    for each in filed_ones:
        for number, old in enumerate(each.record.formerly):
            if old in owners:
                problems.append(_taken(each, old, owners[old], each.place("formerly", number)))
                continue
            owners[old] = each.id
            if each.id in withdrawn:
                withdrawn.add(old)
            elif each.id in events or each.id in moved:
                moved[old] = moved.get(each.id, each.id)
    return (
        {filed.id: _linked(filed, moved) for filed in records.signposts},
        Addresses(events, moved, frozenset(withdrawn)),
        problems,
    )


def _linked(filed: Filed[SignpostRecord], moved: Mapping[str, str]) -> Signpost:
    record = filed.record
    return Signpost(filed.id, filed.file, record.withdrawn, moved.get(filed.id, ""), record.formerly)


def _end(
    filed: Filed[SignpostRecord],
    merged: Mapping[str, Filed[SignpostRecord]],
    events: frozenset[str],
    problems: list[Problem],
) -> str:
    """Follow a merged record to the event that now holds it; "" where it was withdrawn or the way ends in nothing."""
    seen = [filed.id]
    target = filed.record.merged_into
    while target and target not in events:
        if target in seen or target not in merged:
            problems.append(_lost(filed, target, seen, events))
            return ""
        seen.append(target)
        target = merged[target].record.merged_into
    return target or ""


def _lost(filed: Filed[Any], target: str, seen: list[str], events: frozenset[str]) -> Problem:
    field = filed.place("merged_into")
    if target in seen:
        return Problem(
            code="circle",
            message=f"this goes round in a circle: {' → '.join([*seen, target])}",
            file=filed.file,
            field=field,
        )
    near = nearest(target, events)
    return Problem(
        code="unknown-event",
        message=f'no event has the id "{target}"',
        help=f"did you mean {near}?" if near else "",
        file=filed.file,
        field=field,
    )


def _taken(filed: Filed[Any], old: str, owner: str, field: Field) -> Problem:
    whose = f"{owner} has the same old id" if owner else "a record has this id now"
    return Problem(
        code="taken-id",
        message=f'"{old}" cannot lead here: {whose}',
        file=filed.file,
        field=field,
    )
