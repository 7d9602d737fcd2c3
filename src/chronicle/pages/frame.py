"""The frame of a site: masthead and footer, from settings and words alone."""

from chronicle import urls
from chronicle.pages.site import Site
from chronicle.views.frame import Frame, Licence, NavigationItem

_NAVIGATION = (
    ("timeline", urls.TIMELINE),
    ("events", urls.EVENTS),
    ("locations", urls.index("locations")),
    ("actors", urls.index("actors")),
    ("types", urls.index("types")),
    ("sources", urls.index("sources")),
    ("about", urls.ABOUT),
)


def frame(site: Site) -> Frame:
    """Return the frame; no total, no date of a build and no newest event is in it, so that it changes no page."""
    settings, words = site.chronicle.settings, site.words
    licence = settings.licence
    return Frame(
        site=site.text(settings.title),
        language=settings.language,
        direction=words.direction,
        description=site.text(settings.description),
        nav=tuple(NavigationItem(key, href, words(f"nav.{key}")) for key, href in _NAVIGATION),
        licence=Licence(licence.url or "", licence.name) if licence else None,
        editor=settings.editor,
        repository=settings.repository.url if settings.repository else "",
        version=settings.version,
        base_url=settings.base_url or "",
        feed=urls.FEED if settings.base_url else "",
    )
