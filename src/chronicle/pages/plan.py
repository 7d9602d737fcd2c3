"""The plan of a site: every page of it, in one order."""

from chronicle.pages.about import about_page
from chronicle.pages.actor import actor_pages
from chronicle.pages.event import event_page
from chronicle.pages.home import home_page
from chronicle.pages.indexes import index_pages
from chronicle.pages.location import location_pages
from chronicle.pages.periods import period_pages
from chronicle.pages.signposts import signpost_pages
from chronicle.pages.site import Site
from chronicle.pages.source import source_pages
from chronicle.pages.type import type_pages
from chronicle.views.page import Page


def plan(site: Site) -> list[Page]:
    """Return all pages; their paths are distinct."""
    registers = site.chronicle.registers
    return [
        home_page(site),
        *period_pages(site),
        *(event_page(site, event) for event in site.ordered),
        *(page for filed in registers.locations.entries.values() for page in location_pages(site, filed)),
        *(page for filed in registers.actors.entries.values() for page in actor_pages(site, filed)),
        *(page for filed in registers.types.entries.values() for page in type_pages(site, filed)),
        *(page for filed in registers.sources.entries.values() for page in source_pages(site, filed)),
        *index_pages(site),
        about_page(site),
        *signpost_pages(site),
    ]
