"""The page of an event."""

import datetime
from functools import partial

from chronicle import urls
from chronicle.drawing.locator import form
from chronicle.link.event import Amount, Event, Participant, Place, Tie
from chronicle.link.totals import Measure, beyond, itemised, statements
from chronicle.pages.accounts import accounts, casualties, contested
from chronicle.pages.dating import article_notes, date_notes
from chronicle.pages.draft import Draft
from chronicle.pages.figures import figure, total_words
from chronicle.pages.listing import key
from chronicle.pages.locator import locator
from chronicle.pages.site import Site
from chronicle.quantities import ONE
from chronicle.views.event import EventView, ParticipantView, PlaceView, TieView
from chronicle.views.pieces import Entry, Figure
from chronicle.wording.dates import machine

NEARBY = 5
"""An event's page shows up to so many events nearby, and looks at so many before and after it at each of its places."""
_NEAR_DAYS = 31


def event_page(site: Site, event: Event) -> Draft:
    """Return the page of an event."""
    path = urls.event(event.id)
    return Draft(path, "event.html", event.file, (path,), partial(_view, site, event), key(site.listed[event.id])[:4])


def _view(site: Site, event: Event) -> EventView:
    words, date = site.words, event.when.date
    path = urls.event(event.id)
    number = site.place[event.id]
    return EventView(
        id=event.id,
        title=site.text(event.title),
        date=site.date(date),
        date_machine=machine(date),
        date_certainty=site.certainty(event),
        date_notes=(*date_notes(site, event.when), *article_notes(site, event)),
        edtf=date.edtf,
        month=site.period(event),
        type=site.type(event.type),
        type_trail=tuple(site.type(each) for each in site.chronicle.registers.types.tree.above[event.type]),
        family=site.family(event.type),
        status=event.status,
        status_word=words(f"status.{event.status}"),
        status_why=_status_why(site, event),
        places=tuple([site.once(_place, place) for place in event.places]),
        locator=locator(site, event.places),
        actors=tuple([site.once(_participant, each) for each in event.participants]),
        others=event.others,
        count=_count(site, event),
        figures=tuple([site.once(_amount, each) for each in event.amounts]),
        casualties=casualties(site, event.casualties),
        summary=site.text(event.summary),
        accounts=accounts(site, event),
        contested=contested(event),
        note=site.text(event.note),
        wholes=_ties(site, event.wholes),
        parts=_ties(site, event.parts),
        residual=_residual(site, event),
        same_as=_ties(site, event.same_as),
        related=_ties(site, tuple([Tie(each) for each in event.related])),
        distinct_from=_ties(site, tuple([Tie(each) for each in event.distinct_from])),
        nearby=_nearby(site, event),
        earlier=_entry_at(site, number - 1),
        later=_entry_at(site, number + 1),
        permalink=site.permalink(path),
        suggest=site.suggest(event.file),
        cite=_cite(site, event, path),
        recorded=_day(site, event.recorded),
        recorded_machine=event.recorded.isoformat() if event.recorded else "",
        changed=_day(site, event.changed),
        changed_machine=event.changed.isoformat() if event.changed else "",
        formerly=event.formerly,
    )


def _status_why(site: Site, event: Event) -> str:
    if event.status_given:
        return site.words("plan.status.given")
    return site.words(f"plan.status.{event.status}")


def _place(site: Site, place: Place) -> PlaceView:
    locations = site.chronicle.registers.locations
    first, *others = place.locations
    return PlaceView(
        name=site.location(first),
        kind=_kind(site, first),
        trail=tuple(site.location(each) for each in locations.tree.above[first]),
        role="" if place.role == "site" else site.words(f"place-role.{place.role}"),
        precision=site.words(f"precision.{place.precision}"),
        form=form(place.precision),
        reported_as=place.as_,
        alternatives=tuple(site.location(each) for each in others),
    )


def _participant(site: Site, each: Participant) -> ParticipantView:
    role = site.words(f"actor-role.{each.role}") if each.role else ""
    return ParticipantView(site.actor(each.actor), role, each.as_)


def _kind(site: Site, location: str) -> str:
    kind = site.chronicle.registers.locations.record(location).kind
    return site.words(f"place-kind.{kind.replace(' ', '-')}")


def _count(site: Site, event: Event) -> Figure | None:
    count = event.count
    if not event.counted and not count.unit and count.quantity == ONE:
        return None
    return figure(site, count.unit or site.words("plan.occurrences"), count.quantity)


def _amount(site: Site, each: Amount) -> Figure:
    return figure(site, each.noun, each.quantity, cumulative=each.cumulative)


def _ties(site: Site, ties: tuple[Tie, ...]) -> tuple[TieView, ...]:
    if not ties:
        return ()
    ordered = sorted(ties, key=lambda tie: site.place[tie.event])
    return tuple(
        TieView(site.entry(tie.event), "" if tie.certain else site.words("plan.possible_tie")) for tie in ordered
    )


def _residual(site: Site, event: Event) -> str:
    """Return what a whole states beyond its parts, in its own unit."""
    measure = Measure("occurrences", event.count.unit)
    certain = itemised(event, site.chronicle.events)
    if not certain or not event.counted:
        return ""
    stated = {tie.event: statements(site.chronicle.events[tie.event]) for tie in certain}
    left = beyond(measure, statements(event)[measure], certain, stated)
    return site.words("plan.residual", number=total_words(site, left)) if left.records else ""


def _nearby(site: Site, event: Event) -> tuple[Entry, ...]:
    """Return the events next in time at the same places and within a month, without those that a tie names."""
    ties = (*event.wholes, *event.parts, *event.same_as)
    tied = {event.id, *event.related, *event.distinct_from, *(tie.event for tie in ties)}
    here, days = site.place[event.id], site.days
    day = days[here]
    # What has no day is near nothing.
    if day is None:
        return ()
    near: dict[int, int] = {}
    for location in event.location_ids:
        for number in site.around(location, here, NEARBY):
            other = days[number]
            if other is not None and abs(other - day) <= _NEAR_DAYS:
                near[number] = abs(other - day)
    found = [number for number in near if site.ordered[number].id not in tied]
    nearest = sorted(found, key=lambda number: (near[number], number))[:NEARBY]
    return tuple(site.entry(site.ordered[number].id) for number in sorted(nearest))


def _entry_at(site: Site, number: int) -> Entry | None:
    return site.entry(site.ordered[number].id) if 0 <= number < len(site.ordered) else None


def _cite(site: Site, event: Event, path: str) -> str:
    settings = site.chronicle.settings
    day = event.changed or event.recorded
    values = {
        "title": site.text(event.title),
        "site": site.text(settings.title),
        "address": site.permalink(path),
        "date": site.date(event.when.date),
    }
    if day is None:
        return site.words("plan.cite", **values)
    return site.words("plan.cite_as_of", day=_day(site, day), **values)


def _day(site: Site, day: datetime.date | None) -> str:
    return site.day(day) if day else ""
