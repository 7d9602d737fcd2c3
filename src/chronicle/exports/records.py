"""`events.json`: every record with its names resolved, its dates and numbers with their bounds, and its accounts."""

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec

from chronicle import urls
from chronicle.dates import month
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Account, Amount, Casualties, Claim, Event, Place, Tie, When
from chronicle.quantities import Quantity

WHOLE = 2000
"""Up to so many events `events.json` has them all; above, it names a file a year."""

Json = dict[str, Any]


def records(chronicle: Chronicle) -> dict[str, bytes]:
    """Return the export's files by path, as UTF-8 JSON; keys without a value are left out.

    Dates: `earliest` and `latest` are ISO 8601 days and null where open, with `…_assumed` where the bound is not the
    date's own; `edtf` is the date in EDTF. Quantities: `text` as written with `least`, `best`, `most`.
    """
    events = tuple(chronicle.events.values())
    head: Json = {"title": chronicle.settings.title, "count": len(events)}
    if len(events) <= WHOLE:
        return {urls.RECORDS: _json(head | {"events": [_event(chronicle, event) for event in events]})}
    files: dict[str, bytes] = {}
    for year, found in groupby(sorted(events, key=lambda event: (_year(event), event.order)), _year):
        files[f"events.{year}.json"] = _json(head | {"events": [_event(chronicle, event) for event in found]})
    return {urls.RECORDS: _json(head | {"parts": sorted(files)}), **files}


def _year(event: Event) -> str:
    period = month(event.when.date)
    return f"{period[0]:04}" if period else "undated"


def _json(value: Json) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _event(chronicle: Chronicle, event: Event) -> Json:
    registers, settings = chronicle.registers, chronicle.settings
    path = urls.event(event.id)
    return _known(
        {
            "id": event.id,
            "path": path,
            "url": urls.absolute(settings.base_url, path) if settings.base_url else None,
            "title": event.title,
            "type": _named(event.type, registers.types.record(event.type).label),
            "date": _when(event.when),
            "locations": [_place(chronicle, each) for each in event.places],
            "actors": [
                _known(
                    {
                        **_named(each.actor, registers.actors.record(each.actor).name),
                        "role": each.role,
                        "as": each.as_,
                    }
                )
                for each in event.participants
            ],
            "others": event.others,
            "occurrences": {"unit": event.count.unit or None, **_quantity(event.count.quantity)},
            "quantities": [_amount(each) for each in event.amounts],
            "casualties": [_casualties(each) for each in event.casualties],
            "summary": event.summary,
            "accounts": [_account(chronicle, each) for each in event.accounts],
            "status": event.status,
            "part_of": _ties(event.wholes),
            "parts": _ties(event.parts),
            "same_as": _ties(event.same_as),
            "related": list(event.related),
            "distinct_from": list(event.distinct_from),
            "note": event.note,
            "recorded": _day(event.recorded),
            "changed": _day(event.changed),
            "formerly": list(event.formerly),
        }
    )


def _known(values: Json) -> Json:
    """Leave out what has no value."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {}, False)}


def _named(id_: str, name: object) -> Json:
    return {"id": id_, "name": name}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _when(when: When) -> Json:
    bounds = when.bounds
    return {
        "written": when.date.written,
        "edtf": when.date.edtf,
        "earliest": _day(bounds.earliest),
        "latest": _day(bounds.latest),
        **_known(
            {
                "earliest_assumed": bounds.earliest_assumed,
                "latest_assumed": bounds.latest_assumed,
                "text": when.text,
                "basis": when.basis,
                "inferred": when.inferred,
                "doubt": when.doubt,
            }
        ),
    }


def _place(chronicle: Chronicle, place: Place) -> Json:
    locations = chronicle.registers.locations
    ids = place.locations
    named = [_location(id_, locations.record(id_).name, locations.record(id_).point) for id_ in ids]
    rest = {"role": place.role, "precision": place.precision, "as": place.as_}
    return _known({**named[0], **rest} if place.certain else {"one_of": named, **rest})


def _location(id_: str, name: str, point: tuple[str, str] | None) -> Json:
    return _known({"id": id_, "name": name, "point": [float(each) for each in point] if point else None})


def _quantity(quantity: Quantity) -> Json:
    return {"text": quantity.text, "least": quantity.least, "best": quantity.best, "most": quantity.most}


def _amount(amount: Amount) -> Json:
    return {"noun": amount.noun, **_quantity(amount.quantity), **_known({"cumulative": amount.cumulative})}


def _casualties(each: Casualties) -> Json:
    figures = {"killed": each.killed, "injured": each.injured, "captured": each.captured}
    stated = {name: _quantity(quantity) for name, quantity in figures.items() if quantity}
    civilian = {} if each.civilian is None else {"civilian": each.civilian}
    return {**_known({"group": each.group, "actor": each.actor}), **civilian, **stated}


def _account(chronicle: Chronicle, account: Account) -> Json:
    record = chronicle.registers.sources.record(account.source)
    return _known(
        {
            "source": _known(
                {
                    "id": account.source,
                    "title": record.title,
                    "publisher": record.publisher,
                    "url": record.url,
                }
            ),
            "published": _when(chronicle.published[account.source]) if record.published else None,
            "speaker": account.speaker,
            "speaker_id": account.speaker_actor,
            "via": account.via,
            "stance": account.stance,
            "point": account.point,
            "says": account.says,
            "locator": account.locator,
            **_claim(chronicle, account.claim),
        }
    )


def _claim(chronicle: Chronicle, claim: Claim) -> Json:
    return {
        "type": claim.type,
        "date": _when(claim.when) if claim.when else None,
        "locations": [_place(chronicle, each) for each in claim.places],
        "occurrences": {"unit": claim.count.unit or None, **_quantity(claim.count.quantity)} if claim.count else None,
        "quantities": [_amount(each) for each in claim.amounts],
        "casualties": [_casualties(each) for each in claim.casualties],
    }


def _ties(ties: Iterable[Tie]) -> list[Json]:
    return [{"event": tie.event, "certainty": "certain" if tie.certain else "possible"} for tie in ties]
