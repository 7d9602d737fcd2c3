"""What stands at addresses that something has left, and where nothing ever was."""

from collections.abc import Iterator
from typing import Any

from chronicle import urls
from chronicle.link.register import Register
from chronicle.link.signposts import Signpost
from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Name
from chronicle.views.site import NotFoundView, RedirectView, SignpostView


def signpost_pages(site: Site) -> Iterator[Page]:
    """Yield the signposts of withdrawn and merged records, the redirects from all old ids, and the 404 page."""
    for signpost in site.chronicle.signposts.values():
        yield _signpost(site, signpost)
        target = Name(urls.event(signpost.target or signpost.id), site.words("plan.signpost"))
        yield from (_redirect(urls.event(old), target, signpost.file) for old in signpost.formerly)
    for event in site.ordered:
        target = Name(urls.event(event.id), site.text(event.title))
        yield from (_redirect(urls.event(old), target, event.file) for old in event.formerly)
    registers = site.chronicle.registers
    yield from _of_register("locations", registers.locations, site.location)
    yield from _of_register("actors", registers.actors, site.actor)
    yield from _of_register("types", registers.types, site.type)
    yield from _of_register("sources", registers.sources, site.source)
    yield Page(urls.NOT_FOUND, "notfound.html", NotFoundView(_root(site)), "templates/notfound.html")


def _root(site: Site) -> str:
    return urls.base_path(site.chronicle.settings.base_url or "")


def _signpost(site: Site, signpost: Signpost) -> Page:
    words = site.words
    if signpost.target:
        target = Name(urls.event(signpost.target), site.entry(signpost.target).title)
        view = SignpostView(words("plan.merged"), "", target)
    else:
        view = SignpostView(words("plan.withdrawn"), site.text(signpost.withdrawn), None)
    return Page(urls.event(signpost.id), "signpost.html", view, signpost.file)


def _redirect(path: str, target: Name, origin: str) -> Page:
    return Page(path, "redirect.html", RedirectView(target), origin)


def _of_register(name: str, register: Register[Any], target: Any) -> Iterator[Page]:
    for id_, entry in register.entries.items():
        for old in entry.record.formerly:
            yield _redirect(urls.entry(name, old), target(id_), entry.file)
