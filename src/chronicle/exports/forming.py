"""From a linked event to its JSON form."""

from chronicle import urls
from chronicle.exports.forms import (
    AccountForm,
    ActorForm,
    AmountForm,
    CasualtiesForm,
    CountForm,
    DateForm,
    EventForm,
    LocationForm,
    NamedForm,
    PlaceForm,
    QuantityForm,
    SourceForm,
    TieForm,
)
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Account, Amount, Casualties, Claim, Count, Event, Participant, Place, Tie, When
from chronicle.quantities import Quantity

_SILENT = Claim()


class Former:
    """Makes the forms of a chronicle's events; keeps those of the entries that they name."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._base_url = chronicle.settings.base_url
        self._types: dict[str, NamedForm] = {}
        self._locations: dict[str, LocationForm] = {}
        self._sources: dict[str, tuple[SourceForm, DateForm | None]] = {}

    def event(self, event: Event) -> EventForm:
        """Return the form of an event."""
        path = urls.event(event.id)
        return EventForm(
            id=event.id,
            path=path,
            url=urls.absolute(self._base_url, path) if self._base_url else None,
            title=event.title or None,
            type=self._type(event.type),
            date=_date(event.when),
            locations=tuple([self._place(each) for each in event.places]),
            actors=tuple([self._actor(each) for each in event.participants]),
            others=event.others,
            occurrences=_count(event.count),
            quantities=tuple([_amount(each) for each in event.amounts]),
            casualties=tuple([_casualties(each) for each in event.casualties]),
            summary=event.summary or None,
            accounts=tuple([self._account(each) for each in event.accounts]),
            status=event.status,
            part_of=_ties(event.wholes),
            parts=_ties(event.parts),
            same_as=_ties(event.same_as),
            related=event.related,
            distinct_from=event.distinct_from,
            note=event.note or None,
            recorded=event.recorded,
            changed=event.changed,
            formerly=event.formerly,
        )

    def _type(self, id_: str) -> NamedForm:
        if id_ not in self._types:
            self._types[id_] = NamedForm(id_, self._chronicle.registers.types.record(id_).label)
        return self._types[id_]

    def _place(self, place: Place) -> PlaceForm:
        meant = [self._locations.get(id_) or self._location(id_) for id_ in place.locations]
        role, precision, as_ = place.role, place.precision, place.as_ or None
        if place.certain:
            return PlaceForm(meant[0].id, meant[0].name, meant[0].point, (), role, precision, as_)
        return PlaceForm(one_of=tuple(meant), role=role, precision=precision, as_=as_)

    def _location(self, id_: str) -> LocationForm:
        record = self._chronicle.registers.locations.record(id_)
        point = (float(record.point[0]), float(record.point[1])) if record.point else None
        self._locations[id_] = LocationForm(id_, record.name, point)
        return self._locations[id_]

    def _actor(self, each: Participant) -> ActorForm:
        name = self._chronicle.registers.actors.record(each.actor).name
        return ActorForm(each.actor, name, each.role, each.as_ or None)

    def _account(self, account: Account) -> AccountForm:
        source, published = self._sources.get(account.source) or self._source(account.source)
        # Most accounts say nothing that differs from the record.
        claim = account.claim
        differs = claim != _SILENT
        return AccountForm(
            source=source,
            published=published,
            speaker=account.speaker or None,
            speaker_id=account.speaker_actor or None,
            via=account.via or None,
            stance=account.stance,
            point=account.point or None,
            says=account.says or None,
            locator=account.locator or None,
            type=claim.type or None,
            date=_date(claim.when) if claim.when else None,
            locations=tuple([self._place(each) for each in claim.places]) if differs else (),
            occurrences=_count(claim.count) if claim.count else None,
            quantities=tuple([_amount(each) for each in claim.amounts]) if differs else (),
            casualties=tuple([_casualties(each) for each in claim.casualties]) if differs else (),
        )

    def _source(self, id_: str) -> tuple[SourceForm, DateForm | None]:
        record = self._chronicle.registers.sources.record(id_)
        published = _date(self._chronicle.published[id_]) if record.published else None
        form = SourceForm(id_, record.title or None, record.publisher or None, record.url or None)
        self._sources[id_] = form, published
        return self._sources[id_]


def _date(when: When) -> DateForm:
    date, bounds = when.date, when.bounds
    return DateForm(
        date.written,
        date.edtf,
        bounds.earliest,
        bounds.latest,
        bounds.earliest_assumed,
        bounds.latest_assumed,
        when.text or None,
        when.basis,
        when.inferred,
        when.doubt or None,
    )


def _count(count: Count) -> CountForm:
    stated = count.quantity
    return CountForm(count.unit or None, stated.text, stated.least, stated.best, stated.most)


def _amount(amount: Amount) -> AmountForm:
    stated = amount.quantity
    return AmountForm(amount.noun, stated.text, stated.least, stated.best, stated.most, amount.cumulative)


def _casualties(each: Casualties) -> CasualtiesForm:
    return CasualtiesForm(
        each.group or None,
        each.actor or None,
        each.civilian,
        _quantity(each.killed),
        _quantity(each.injured),
        _quantity(each.captured),
    )


def _quantity(stated: Quantity | None) -> QuantityForm | None:
    return QuantityForm(stated.text, stated.least, stated.best, stated.most) if stated else None


def _ties(ties: tuple[Tie, ...]) -> tuple[TieForm, ...]:
    return tuple([TieForm(tie.event, "certain" if tie.certain else "possible") for tie in ties])
