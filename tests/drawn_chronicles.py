"""Chronicles for Hypothesis: a small world, and records over it of which most are alike or tied in something."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from chronicle.problems.problem import Field
from chronicle.read.filed import Filed, Records
from chronicle.records.event import (
    AccountRecord,
    AmountRecord,
    CasualtyRecord,
    CountRecord,
    Dated,
    EventRecord,
    ParticipantRecord,
    PlaceRecord,
    SignpostRecord,
    TieRecord,
)
from chronicle.records.registers import ActorRecord, LocationRecord, SourceRecord, TypeRecord
from chronicle.settings import Settings

LOCATIONS = {
    "syria": LocationRecord(name="Syria", kind="country"),
    "governorate": LocationRecord(name="Governorate", kind="governorate", in_=("syria",)),
    "region": LocationRecord(name="Region", kind="region", in_=("syria",)),
    "town": LocationRecord(name="Town", kind="town", in_=("governorate", "region")),
    "village": LocationRecord(name="Village", kind="village", in_=("region",)),
}
ACTORS = {
    "russia": ActorRecord(name="Russia"),
    "police": ActorRecord(name="Police", part_of=("russia",)),
    "america": ActorRecord(name="America"),
}
TYPES = {
    "attack": TypeRecord(label="Attack", definition="Violence."),
    "airstrike": TypeRecord(label="Airstrike", definition="From the air.", family="attack"),
    "patrol": TypeRecord(label="Patrol", definition="A way."),
}
SOURCES = {
    "june": SourceRecord(title="June", publisher="The Daily", published="2020-06-07"),
    "july": SourceRecord(title="July", published="2020-07-01", retrieved="2020-08-01"),
    "undated": SourceRecord(title="Undated"),
}
IDS = ("a", "b", "c", "d", "e", "f")
LONG = f"They said “{'one word more ' * 9}”."

ids = st.sampled_from((*IDS, "old-a", "nowhere"))
texts = st.sampled_from(("A patrol", "Ends.", "", LONG, {"en": "In English"}, {"ar": "نص"}))
dates = st.sampled_from(
    (
        *("2020-06-07", "2020-06-08", "2020-06", "2020", "2020-06-05 to 2020-06-09", "by 2020-06-07", "unknown"),
        *("between 2020-06-08 and 2020-06-20", "not before 2020-06-08", "2020-06-01 to open", "about 2020-06-07"),
    )
)
quantities = st.sampled_from(("none", "3", "12", "about 300", "at least 5", "up to 7", "16 to 25", "several", "90%"))
nouns = st.sampled_from(("vehicles", "vehicle", "trucks"))
days = st.sampled_from((None, "2020-06-09", "2020-06-10"))


def some(items: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to `most` items, any of which may be there twice."""
    return st.lists(items, max_size=most).map(tuple)


def rarely(items: st.SearchStrategy[Any], otherwise: Any) -> st.SearchStrategy[Any]:
    """Return one of the items now and then."""
    return st.integers(0, 3).flatmap(lambda number: items if number == 0 else st.just(otherwise))


dated = st.builds(
    Dated,
    when=dates,
    basis=st.sampled_from(("stated", "weekday", "published", "announced", "editor")),
    inferred=rarely(st.just("year"), None),
)
places = st.sampled_from((*LOCATIONS, "Town", "elsewhere")) | st.builds(
    PlaceRecord, name=st.sampled_from(tuple(LOCATIONS)), role=st.sampled_from(("site", "near", "between"))
)
participants = st.sampled_from((*ACTORS, "Nobody")) | st.builds(
    ParticipantRecord, name=st.sampled_from(tuple(ACTORS)), role=st.sampled_from((None, "initiator", "target"))
)
counts = quantities | st.builds(CountRecord, count=quantities, of=st.sampled_from(("", "occasions")))
amounts = st.dictionaries(nouns, quantities | st.builds(AmountRecord, amount=quantities), max_size=2)
casualties = some(
    st.builds(CasualtyRecord, group=st.sampled_from(("", "police", "civilians")), killed=st.none() | quantities), 1
)
accounts = st.sampled_from((*SOURCES, "no-source")) | st.builds(
    AccountRecord,
    source=st.sampled_from(tuple(SOURCES)),
    speaker=st.sampled_from(("", "police", "the daily")),
    says=texts,
    stance=st.sampled_from(("reports", "confirms", "denies", "disputes")),
    point=rarely(texts, ""),
    date=rarely(dates | dated, None),
    locations=rarely(some(places, 1), ()),
    occurrences=rarely(counts, None),
    quantities=rarely(amounts, {}),
    casualties=rarely(casualties, ()),
)
ties = some(ids | st.builds(TieRecord, event=ids, certainty=st.sampled_from(("certain", "possible"))), 2)
event_records = st.builds(
    EventRecord,
    type=st.sampled_from((*TYPES, "unheard-of")),
    title=texts,
    date=dates | dated,
    locations=some(places),
    actors=some(participants),
    others=st.sampled_from(("true", "false")),
    occurrences=rarely(counts, None),
    quantities=rarely(amounts, {}),
    casualties=rarely(casualties, ()),
    summary=rarely(texts, ""),
    sources=some(accounts),
    status=rarely(st.sampled_from(("reported", "confirmed", "disputed", "retracted")), None),
    part_of=rarely(ties, ()),
    same_as=rarely(ties, ()),
    related=rarely(some(ids), ()),
    distinct_from=rarely(some(ids), ()),
    note=rarely(texts, ""),
    recorded=days,
    changed=days,
)
signpost_records = st.builds(SignpostRecord, withdrawn=texts) | st.builds(SignpostRecord, merged_into=ids)
lost: st.SearchStrategy[tuple[Field, ...]] = rarely(
    st.sampled_from(
        ((("date",),), (("note",),), (("actors",),), (("locations", 0),), (("sources", 0, "date"),), (("part_of",),))
    ),
    (),
)


def filed_event(id_: str) -> st.SearchStrategy[Filed[EventRecord]]:
    """Return records of one id, some of which lost a field."""
    return st.builds(Filed, st.just(id_), st.just(f"events/{id_}.yaml"), st.just(()), event_records, lost)


def filed_signpost(id_: str) -> st.SearchStrategy[Filed[SignpostRecord]]:
    """Return signposts of one id."""
    return st.builds(Filed, st.just(id_), st.just(f"events/{id_}.yaml"), st.just(()), signpost_records)


def events(least: int = 1) -> st.SearchStrategy[tuple[Filed[EventRecord], ...]]:
    """Return the records of the first ids, `least` of them at the least."""
    return st.integers(least, len(IDS)).flatmap(lambda count: st.tuples(*map(filed_event, IDS[:count])))


def records(
    found: tuple[Filed[EventRecord], ...], begins: str | None = None, signposts: tuple[Filed[SignpostRecord], ...] = ()
) -> Records:
    """Return the records of a whole chronicle with these events."""
    return Records(
        settings=Settings(title="A test", description="A test.", begins=begins),
        events=found,
        signposts=signposts,
        locations=_entries("locations", LOCATIONS),
        actors=_entries("actors", ACTORS),
        sources=_entries("sources", SOURCES),
        types=_entries("types", TYPES),
    )


def _entries(register: str, entries: Mapping[str, Any]) -> tuple[Filed[Any], ...]:
    return tuple(Filed(id_, f"registers/{register}.yaml", (id_,), each) for id_, each in entries.items())
