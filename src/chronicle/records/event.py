"""The event file: an event, or the signpost that stays where one was."""

from typing import Annotated, Literal

from msgspec import Meta, field

from chronicle.schema.kinds import (
    DateText,
    Day,
    Flag,
    Id,
    Line,
    LongText,
    Noun,
    QuantityText,
    Text,
    Written,
)

Basis = Literal["stated", "weekday", "published", "announced", "editor"]
PlaceRole = Literal["site", "from", "to", "via", "near", "between"]
Precision = Literal["exact", "settlement", "vicinity", "district", "governorate", "region", "country"]
ActorRole = Literal["initiator", "partner", "target", "participant", "mediator"]
Stance = Literal["reports", "confirms", "denies", "disputes"]
Status = Literal["reported", "confirmed", "disputed", "retracted"]


class Dated(Written, frozen=True, kw_only=True):
    """A date with where it comes from."""

    when: Annotated[DateText, Meta(description="the date; left out with basis published")] | None = None
    text: Annotated[Line, Meta(description="the source's wording")] = ""
    basis: Annotated[Basis, Meta(description="where the date comes from")] = "stated"
    inferred: Annotated[Literal["year"] | None, Meta(description="what of it the source leaves out")] = None
    doubt: Annotated[Line, Meta(description="why the stated date is doubted")] = ""


class PlaceRecord(Written, frozen=True, kw_only=True):
    """A place with the part it plays, or two places of which the source does not say which."""

    name: Annotated[Line, Meta(description="id, name or any spelling")] = ""
    as_: Annotated[Line, Meta(description="the wording of the source")] = field(default="", name="as")
    role: Annotated[PlaceRole, Meta(description="the part the place plays")] = "site"
    precision: Annotated[Precision | None, Meta(description="how closely the place is known")] = None
    one_of: Annotated[tuple[Line, ...], Meta(description="the places of which the source does not say which")] = ()


class ParticipantRecord(Written, frozen=True, kw_only=True):
    """An actor with the part it plays."""

    name: Annotated[Line, Meta(description="id, name or any spelling")]
    as_: Annotated[Line, Meta(description="the wording of the source")] = field(default="", name="as")
    role: Annotated[ActorRole | None, Meta(description="the part the actor plays")] = None


class CountRecord(Written, frozen=True, kw_only=True):
    """How many such events a record stands for, in a unit of its own."""

    count: QuantityText
    of: Annotated[Noun, Meta(description="the unit, such as occasions")] = ""


class AmountRecord(Written, frozen=True, kw_only=True):
    """A counted thing that is a running total."""

    amount: QuantityText
    cumulative: Annotated[Flag, Meta(description="true for a running total, which no sum takes in")] = "false"


class CasualtyRecord(Written, frozen=True, kw_only=True):
    """The dead, injured and captured of one group; `none` is a statement, absence is not."""

    group: Annotated[Line, Meta(description="a registered actor, or plain words")] = ""
    killed: QuantityText | None = None
    injured: QuantityText | None = None
    captured: QuantityText | None = None
    civilian: Annotated[Flag | None, Meta(description="whether they were civilians")] = None


Occurrences = QuantityText | CountRecord
Quantities = dict[Noun, QuantityText | AmountRecord]


class AccountRecord(Written, frozen=True, kw_only=True):
    """What one source says, who said it, who passed it on, and what differs from the record."""

    source: Annotated[Line, Meta(description="an id of the source register")]
    speaker: Annotated[Line, Meta(description="the person, office or group quoted, never the outlet")] = ""
    via: Annotated[Line, Meta(description="who passed it on: an agency, a broadcaster")] = ""
    says: Annotated[LongText, Meta(description="a paraphrase or a short quotation")] = ""
    stance: Annotated[Stance, Meta(description="how the account stands to the record")] = "reports"
    point: Annotated[Text, Meta(description="what is disputed")] = ""
    locator: Annotated[Line, Meta(description="where in the source: a paragraph, a caption")] = ""
    type: Annotated[Line, Meta(description="the type as this account has it")] = ""
    date: Annotated[DateText | Dated | None, Meta(description="the date as this account has it")] = None
    locations: Annotated[tuple[Line | PlaceRecord, ...], Meta(description="the places as this account has them")] = ()
    occurrences: Annotated[Occurrences | None, Meta(description="the number as this account has it")] = None
    quantities: Annotated[Quantities, Meta(description="the quantities as this account has them")] = {}
    casualties: Annotated[tuple[CasualtyRecord, ...], Meta(description="the casualties as this account has them")] = ()


class TieRecord(Written, frozen=True, kw_only=True):
    """A tie to another event that may be only possible."""

    event: Annotated[Id, Meta(description="the other event")]
    certainty: Annotated[Literal["certain", "possible"], Meta(description="how sure the tie is")] = "certain"


Ties = Id | tuple[Id | TieRecord, ...]


class EventRecord(Written, frozen=True, kw_only=True):
    """One thing that happened, as its file has it."""

    type: Annotated[Line, Meta(description="an id of the type register; a family serves as well")]
    title: Annotated[Text, Meta(description="plain text, no full stop")]
    date: Annotated[DateText | Dated, Meta(description="when it happened, no closer than it is known")]
    locations: Annotated[tuple[Line | PlaceRecord, ...], Meta(description="where it happened")] = ()
    actors: Annotated[tuple[Line | ParticipantRecord, ...], Meta(description="who took part")] = ()
    others: Annotated[Flag, Meta(description="true if the list of actors is not complete")] = "false"
    occurrences: Annotated[Occurrences | None, Meta(description="how many such events the record stands for")] = None
    quantities: Annotated[Quantities, Meta(description="any counted thing, by its plural noun")] = {}
    casualties: Annotated[tuple[CasualtyRecord, ...], Meta(description="the killed, injured, captured")] = ()
    summary: Annotated[LongText, Meta(description="a neutral account in the chronicle's own words")] = ""
    sources: Annotated[tuple[Line | AccountRecord, ...], Meta(description="who says so, and where")]
    status: Annotated[Status | None, Meta(description="overrides the computed status; needs a note")] = None
    part_of: Annotated[Ties, Meta(description="the events in which this one is already counted")] = ()
    same_as: Annotated[Ties, Meta(description="may be the same happening, told elsewhere")] = ()
    related: Annotated[tuple[Id, ...], Meta(description="linked both ways")] = ()
    distinct_from: Annotated[tuple[Id, ...], Meta(description="looked at and not the same")] = ()
    note: Annotated[LongText, Meta(description="the editor's own remark, shown as such")] = ""
    recorded: Annotated[Day | None, Meta(description="the day it entered the chronicle")] = None
    changed: Annotated[Day | None, Meta(description="the day it last changed in substance")] = None
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()


class SignpostRecord(Written, frozen=True, kw_only=True):
    """What stays where a record was withdrawn or merged into another; exactly one of the two reasons."""

    withdrawn: Annotated[LongText, Meta(description="why the record was withdrawn")] = ""
    merged_into: Annotated[Id | None, Meta(description="the event that it became part of")] = None
    formerly: Annotated[tuple[Id, ...], Meta(description="old ids, each a redirect for good")] = ()
