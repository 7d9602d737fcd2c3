"""What the pages of the site itself say: home, lists, about, and what stands at addresses that something has left."""

from chronicle.views.drawings import Chart
from chronicle.views.page import View
from chronicle.views.pieces import Entry, Listing, Name, Total, Way


class HomeView(View, frozen=True):
    """The first page."""

    title: str
    description: str
    span: str
    totals: tuple[Total, ...]
    chart: Chart | None
    newest: tuple[Entry, ...]
    places: tuple[Way, ...]
    actors: tuple[Way, ...]
    types: tuple[Way, ...]


class ListView(View, frozen=True):
    """All events, or a part of a listing that has a page of its own; `trail` leads back to where it belongs."""

    title: str
    trail: tuple[Name, ...]
    listing: Listing


class AboutView(View, frozen=True):
    """About: method, licence, how dates, numbers and names work."""

    title: str
    about: str
    """Markdown: the chronicle's own words."""
    editor: str
    licence: Name | None
    repository: str
    figures: tuple[Total, ...]


class SignpostView(View, frozen=True):
    """What stays where a record was: `reason` is Markdown, `target` where it went."""

    title: str
    reason: str
    target: Name | None


class RedirectView(View, frozen=True):
    """An old address that leads to the new one at once, without a script."""

    target: Name


class NotFoundView(View, frozen=True):
    """The 404 page; `root` is the path of the site's root, as the page stands at any depth."""

    root: str
