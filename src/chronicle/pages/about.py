"""About the chronicle: its method, its terms, and how dates, numbers and names work."""

from chronicle import urls
from chronicle.pages.home import numbers
from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.pieces import Name
from chronicle.views.site import AboutView


def about_page(site: Site) -> Page:
    """Return the page about the chronicle."""
    settings = site.chronicle.settings
    licence = settings.licence
    view = AboutView(
        title=site.words("nav.about"),
        about=site.text(settings.about),
        editor=settings.editor,
        licence=Name(licence.url or "", licence.name) if licence else None,
        repository=settings.repository.url if settings.repository else "",
        figures=numbers(site),
    )
    return Page(urls.ABOUT, "about.html", view, "templates/about.html")
