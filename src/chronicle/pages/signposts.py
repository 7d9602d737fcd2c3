"""What stands at addresses that something has left, and where nothing ever was."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from chronicle import urls
from chronicle.link.register import Register
from chronicle.link.signposts import Signpost
from chronicle.pages.draft import Draft
from chronicle.pages.site import Site
from chronicle.views.pieces import Name
from chronicle.views.site import NotFoundView, RedirectView, SignpostView


def signpost_pages(site: Site) -> Iterator[Draft]:
    """Yield the signposts of withdrawn and merged records, the redirects from all old ids, and the 404 page."""
    for signpost in site.chronicle.signposts.values():
        yield _signpost(site, signpost)
        target = Name(urls.event(signpost.target or signpost.id), site.words("plan.signpost"))
        yield from (_redirect(urls.event(old), target, signpost.file) for old in signpost.formerly)
    for event in site.ordered:
        if not event.formerly:
            continue
        target = Name(urls.event(event.id), site.text(event.title))
        yield from (_redirect(urls.event(old), target, event.file) for old in event.formerly)
    registers = site.chronicle.registers
    yield from _of_register("locations", registers.locations, site.location)
    yield from _of_register("actors", registers.actors, site.actor)
    yield from _of_register("types", registers.types, site.type)
    yield from _of_register("sources", registers.sources, site.source)
    compose = partial(NotFoundView, _root(site))
    yield Draft(urls.NOT_FOUND, "notfound.html", "templates/notfound.html", (), compose)


def _root(site: Site) -> str:
    return urls.base_path(site.chronicle.settings.base_url or "")


def _signpost(site: Site, signpost: Signpost) -> Draft:
    return Draft(urls.event(signpost.id), "signpost.html", signpost.file, (), partial(_view, site, signpost))


def _view(site: Site, signpost: Signpost) -> SignpostView:
    words = site.words
    if signpost.target:
        target = Name(urls.event(signpost.target), site.entry(signpost.target).title)
        return SignpostView(words("plan.merged"), "", target)
    return SignpostView(words("plan.withdrawn"), site.text(signpost.withdrawn), None)


def _redirect(path: str, target: Name, origin: str) -> Draft:
    return Draft(path, "redirect.html", origin, (), partial(RedirectView, target))


def _of_register(name: str, register: Register[Any], target: Any) -> Iterator[Draft]:
    for id_, entry in register.entries.items():
        for old in entry.record.formerly:
            yield _redirect(urls.entry(name, old), target(id_), entry.file)
