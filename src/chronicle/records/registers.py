"""The four registers: places, actors, sources and event types."""

from typing import Annotated, Literal

from msgspec import Meta, field

from chronicle.records.event import Dated, Precision
from chronicle.schema.kinds import (
    Address,
    Country,
    DateText,
    Day,
    Digits,
    FilePath,
    Id,
    LanguageTag,
    Latitude,
    Line,
    Longitude,
    LongText,
    Pcode,
    Text,
    Wikidata,
    Written,
)

Spellings = dict[LanguageTag, Line | tuple[Line, ...]]
PlaceKind = Literal[
    "country",
    "region",
    "governorate",
    "district",
    "subdistrict",
    "city",
    "town",
    "village",
    "neighbourhood",
    "border crossing",
    "road",
    "area",
    "mountains",
    "desert",
    "river",
    "base",
    "facility",
]
# The eight of ACLED's codebook, in its own words.
ActorKind = Literal[
    "state forces",
    "rebel group",
    "political militia",
    "identity militia",
    "rioters",
    "protesters",
    "civilians",
    "external/other forces",
]
Match = Literal["exact", "broad", "narrow", "none"]


# How closely a place is known that says nothing of it: by its kind. What is no area has the precision of a settlement.
_BY_KIND: dict[str, Precision] = {
    "country": "country",
    "region": "region",
    "desert": "region",
    "mountains": "region",
    "river": "region",
    "area": "vicinity",
    "road": "vicinity",
    "governorate": "governorate",
    "district": "district",
    "subdistrict": "district",
}


class LocationRecord(Written, frozen=True, kw_only=True):
    """A place under all its names."""

    name: Annotated[Line, Meta(description="the chronicle's own spelling")]
    names: Annotated[Spellings, Meta(description="names in other languages, by language")] = {}
    also: Annotated[tuple[Line, ...], Meta(description="other spellings")] = ()
    kind: Annotated[PlaceKind, Meta(description="what sort of place it is")]
    in_: Annotated[tuple[Id, ...], Meta(description="the wholes that it lies in")] = field(default=(), name="in")
    point: Annotated[tuple[Latitude, Longitude] | None, Meta(description="latitude and longitude, [37.18, 42.14]")] = (
        None
    )
    precision: Annotated[Precision | None, Meta(description="how closely the point is known")] = None
    geonames: Digits | None = None
    pcode: Pcode | None = None
    wikidata: Wikidata | None = None
    point_from: Annotated[Line, Meta(description="who gives the point")] = ""
    note: LongText = ""
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()

    @property
    def closeness(self) -> Precision:
        """How closely the place is known: as its entry says, else as its kind does."""
        return self.precision or _BY_KIND.get(self.kind, "settlement")


class ActorRecord(Written, frozen=True, kw_only=True):
    """A person, group, force or office under all its names."""

    name: Annotated[Line, Meta(description="the chronicle's own spelling")]
    names: Annotated[Spellings, Meta(description="names in other languages, by language")] = {}
    also: Annotated[tuple[Line, ...], Meta(description="other spellings")] = ()
    kind: Annotated[ActorKind | None, Meta(description="one of ACLED's eight")] = None
    part_of: Annotated[tuple[Id, ...], Meta(description="the wholes that it belongs to")] = ()
    country: Country | None = None
    note: LongText = ""
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()


class SourceRecord(Written, frozen=True, kw_only=True):
    """One article, report or post; what it does not state is left out."""

    title: Line
    publisher: Line = ""
    author: Line = ""
    published: Annotated[DateText | Dated | None, Meta(description="when it was published, no closer than known")] = (
        None
    )
    url: Address | None = None
    file: FilePath | None = None
    archived: Annotated[tuple[Address, ...], Meta(description="copies in web archives")] = ()
    language: LanguageTag | None = None
    retrieved: Annotated[Day | None, Meta(description="the day it was retrieved")] = None
    agency: Annotated[Line, Meta(description="the news agency behind it")] = ""
    note: LongText = ""
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()


class AcledMatch(Written, frozen=True, kw_only=True):
    """The nearest sub-event type of ACLED, and how near it is."""

    event: Line = ""
    sub_event: Line = ""
    match: Match
    note: Line = ""


class UcdpMatch(Written, frozen=True, kw_only=True):
    """The types of organised violence under which UCDP would hold it."""

    violence: tuple[Literal["state-based", "non-state", "one-sided"], ...] = ()
    match: Match
    note: Line = ""


class CameoMatch(Written, frozen=True, kw_only=True):
    """The codes of CAMEO, with the category of PLOVER."""

    codes: tuple[Line, ...] = ()
    plover: Line = ""
    match: Match
    note: Line = ""


class TypeRecord(Written, frozen=True, kw_only=True):
    """A kind of event: what counts as one, and what others call it."""

    label: Text
    family: Annotated[Id | None, Meta(description="the wider type; a root has none")] = None
    definition: LongText
    cases: Annotated[tuple[Text, ...], Meta(description="edge cases that were decided")] = ()
    acled: AcledMatch | None = None
    ucdp: UcdpMatch | None = None
    cameo: CameoMatch | None = None
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()


RegisterRecord = LocationRecord | ActorRecord | SourceRecord | TypeRecord
REGISTERS: dict[str, type[Written]] = {
    "locations": LocationRecord,
    "actors": ActorRecord,
    "sources": SourceRecord,
    "types": TypeRecord,
}
