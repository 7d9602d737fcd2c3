"""About the chronicle: its method, its terms, and how dates, numbers and names work."""

from functools import partial

from chronicle import urls
from chronicle.pages.draft import Draft
from chronicle.pages.home import numbers
from chronicle.pages.site import Site
from chronicle.views.pieces import Name
from chronicle.views.site import AboutView


def about_page(site: Site) -> Draft:
    """Return the page about the chronicle."""
    return Draft(urls.ABOUT, "about.html", "templates/about.html", (), partial(_view, site))


def _view(site: Site) -> AboutView:
    settings = site.chronicle.settings
    licence = settings.licence
    return AboutView(
        title=site.words("nav.about"),
        about=site.text(settings.about),
        editor=settings.editor,
        licence=Name(licence.url or "", licence.name) if licence else None,
        repository=settings.repository.url if settings.repository else "",
        figures=numbers(site),
    )
