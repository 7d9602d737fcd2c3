"""The page of a location."""

from collections.abc import Iterator
from functools import partial

from chronicle import urls
from chronicle.pages import ways
from chronicle.pages.alphabet import sorted_as
from chronicle.pages.charts import chart
from chronicle.pages.draft import Draft
from chronicle.pages.entries import fact, facts_of_spellings, trails
from chronicle.pages.figures import totals
from chronicle.pages.listing import Listed
from chronicle.pages.locator import locator_of
from chronicle.pages.site import Site
from chronicle.read.filed import Filed
from chronicle.records.registers import LocationRecord
from chronicle.views.pieces import Fact
from chronicle.views.registers import LocationView

# What lies above district shows counts and parts, and lists only the events that name it itself.
_WHOLES = frozenset({"country", "region", "governorate", "desert", "mountains"})


def location_pages(site: Site, filed: Filed[LocationRecord]) -> Iterator[Draft]:
    """Yield the page of a location, and the further pages of its listing."""
    name = site.location(filed.id)
    inside = site.chronicle.at[filed.id]
    if _whole(site, filed):
        inside = tuple(site.ordered[place].id for place in site.facets.locations.having(site.at(filed.id), (filed.id,)))
    listed = Listed(site, inside, name, filed.file, partial(_reason, site, filed.id))
    yield Draft(name.href, "location.html", filed.file, (name.href,), partial(_view, site, filed, listed))
    yield from listed.further()


def _whole(site: Site, filed: Filed[LocationRecord]) -> bool:
    return filed.record.kind in _WHOLES and bool(site.chronicle.registers.locations.tree.parts[filed.id])


def _reason(site: Site, location: str, event: str) -> str:
    return "" if _surely(site, site.place[event], location) else site.words("plan.possible_place")


def _view(site: Site, filed: Filed[LocationRecord], listed: Listed) -> LocationView:
    record, tree = filed.record, site.chronicle.registers.locations.tree
    path, whole = urls.entry("locations", filed.id), _whole(site, filed)
    inside = site.at(filed.id)
    possible = {place for place in site.somewhere.intersection(inside) if not _surely(site, place, filed.id)}
    return LocationView(
        id=filed.id,
        title=record.name,
        kind=site.words(f"place-kind.{record.kind.replace(' ', '-')}"),
        trail=trails(filed.id, tree, site.location),
        facts=tuple(_facts(site, record)),
        spellings=facts_of_spellings(site, record),
        locator=locator_of(site, filed.id),
        no_point="" if record.point else site.words("plan.no_point"),
        parts=ways.parts(
            site,
            ((site.location(each), len(site.chronicle.at[each])) for each in _by_name(site, tree.parts[filed.id])),
        ),
        totals=totals(
            site,
            [place for place in inside if place not in possible] if possible else inside,
            possible,
            f"{path}#parts" if whole else f"{path}#events",
        ),
        chart=chart(site, inside, record.name),
        whole=whole,
        listing=listed.listing(),
        actors=ways.actors(site, inside),
        types=ways.types(site, inside),
        note=site.text(record.note),
        suggest=site.suggest(filed.file),
        formerly=record.formerly,
    )


def _surely(site: Site, event: int, location: str) -> bool:
    """Tell whether one place of an event, by its place in the order, surely lies here: of several that it may be, all
    do.
    """
    tree = site.chronicle.registers.locations.tree
    return event not in site.somewhere or any(
        all(tree.within(each, location) for each in place.locations) for place in site.ordered[event].places
    )


def _by_name(site: Site, ids: tuple[str, ...]) -> list[str]:
    return sorted(ids, key=lambda id_: (sorted_as(site.location(id_).label), id_))


def _facts(site: Site, record: LocationRecord) -> Iterator[Fact]:
    words = site.words
    point = f"{record.point[0]}, {record.point[1]}" if record.point else ""
    origin = words("plan.point_from", origin=record.point_from) if point and record.point_from else ""
    yield fact(site, "point", point, remark=origin)
    if record.precision:
        yield fact(site, "precision", words(f"precision.{record.precision}"))
    for key, value in (("pcode", record.pcode), ("geonames", record.geonames), ("wikidata", record.wikidata)):
        if value:
            yield fact(site, key, value)
