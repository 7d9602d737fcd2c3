"""Every view that a page can have."""

from typing import TypeAlias

from chronicle.views.event import EventView
from chronicle.views.registers import ActorView, IndexView, LocationView, SourceView, TypeView
from chronicle.views.site import AboutView, HomeView, ListView, NotFoundView, RedirectView, SignpostView
from chronicle.views.timeline import PeriodView, TimelineView

AnyView: TypeAlias = (
    HomeView
    | TimelineView
    | PeriodView
    | EventView
    | LocationView
    | ActorView
    | TypeView
    | SourceView
    | IndexView
    | ListView
    | AboutView
    | SignpostView
    | RedirectView
    | NotFoundView
)
