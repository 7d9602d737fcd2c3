"""`events.json`: every record with its names resolved, its dates and numbers with their bounds, and its accounts."""

from functools import partial
from typing import Any

import msgspec

from chronicle import urls
from chronicle.exports.export import Export, Years
from chronicle.exports.forming import Former
from chronicle.link.chronicle import Chronicle

WHOLE = 2000
"""Up to so many events `events.json` has them all; above, it names a file a year."""


def drafts(chronicle: Chronicle, years: Years) -> list[Export]:
    """Return the export's files, UTF-8 JSON; keys without a value are left out, and all state the number of events.

    Dates: `earliest` and `latest` are ISO 8601 days and null where open, with `…_assumed` where the bound is not the
    date's own; `edtf` is the date in EDTF. Quantities: `text` as written with `least`, `best`, `most`.
    """
    head: dict[str, Any] = {"title": chronicle.settings.title, "count": len(chronicle.events)}
    former = Former(chronicle)
    if len(chronicle.events) <= WHOLE:
        return [_events(urls.RECORDS, head, tuple(chronicle.events), former, chronicle)]
    named = {f"events.{name or 'undated'}.json": ids for name, ids in years.items()}
    parts = dict(sorted(named.items()))
    head_of_all = head | {"parts": list(parts)}
    return [
        Export(urls.RECORDS, (), partial(_json, head_of_all), _json(head_of_all)),
        *(_events(path, head, ids, former, chronicle) for path, ids in parts.items()),
    ]


def _events(path: str, head: dict[str, Any], ids: tuple[str, ...], former: Former, chronicle: Chronicle) -> Export:
    def compose() -> bytes:
        return _json(head | {"events": [former.event(chronicle.events[id_]) for id_ in ids]})

    return Export(path, ids, compose, _json(head))


def _json(value: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
