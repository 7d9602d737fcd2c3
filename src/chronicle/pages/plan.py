"""The plan of a site: every page of it, in one order."""

from collections.abc import Callable, Container, Iterator
from typing import Any

from chronicle import urls
from chronicle.pages.about import about_page
from chronicle.pages.actor import actor_pages
from chronicle.pages.draft import Draft
from chronicle.pages.event import event_page
from chronicle.pages.home import home_page
from chronicle.pages.indexes import index_pages
from chronicle.pages.location import location_pages
from chronicle.pages.periods import Periods, period_pages
from chronicle.pages.signposts import signpost_pages
from chronicle.pages.site import Site
from chronicle.pages.source import source_pages
from chronicle.pages.type import type_pages


def plan(site: Site, touched: Container[str] | None = None) -> list[Draft]:
    """Return all pages, or those alone whose own `subject` is touched and those that are about nothing.

    Their paths are distinct.
    """
    periods = Periods(site)
    drafts: list[Draft] = [home_page(site, periods)]
    drafts += period_pages(site, periods, touched)
    drafts += (event_page(site, event) for event in site.ordered if touched is None or urls.event(event.id) in touched)
    for name, pages in _REGISTERS:
        for filed in getattr(site.chronicle.registers, name).entries.values():
            if touched is None or urls.entry(name, filed.id) in touched:
                drafts += pages(site, filed)
    return [*drafts, *index_pages(site), about_page(site), *signpost_pages(site)]


def subject(path: str) -> str:
    """Return the page that a page is a part of, as the subject that it is about: itself, or the head of its listing."""
    return f"{path.partition('.')[0]}.html"


_REGISTERS: tuple[tuple[str, Callable[[Site, Any], Iterator[Draft]]], ...] = (
    ("locations", location_pages),
    ("actors", actor_pages),
    ("types", type_pages),
    ("sources", source_pages),
)
