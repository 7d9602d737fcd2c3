"""A theme of a few templates, and what a renderer makes of them."""

from pathlib import Path

import msgspec
import pytest

from chronicle.problems.problem import Problem
from chronicle.render.faults import TemplateFault
from chronicle.render.fragments import Settle, as_it_is
from chronicle.render.renderer import Letter, Renderer
from chronicle.views.frame import Frame
from chronicle.views.pieces import Name
from chronicle.views.site import SignpostView
from chronicle.views.views import AnyView
from chronicle.wording.words import Words

NUMBERS = {"number.group": ",", "number.digits": "0123456789"}
WORDS = Words("en", {"hello": "Hello, {name}", "things.one": "one thing", "things.other": "{n} things", **NUMBERS})
FRAME = Frame(
    site="Site",
    language="en",
    direction="ltr",
    description="",
    nav=(),
    licence=None,
    editor="",
    repository="",
    version="1",
    base_url="https://host.example/sub/",
    feed="",
)
VIEW = SignpostView('<b>"T"</b>', "*gone*", Name("events/b.html", "B"))

Templates = dict[str, str]


def renderer(
    folder: Path,
    templates: str | Templates,
    own: Templates | None = None,
    words: Words = WORDS,
    frame: Frame = FRAME,
    settle: Settle = as_it_is,
) -> Renderer:
    """Return a renderer of a theme's templates, by file name or one alone as page.html; those in `own` are a
    chronicle's.
    """
    theme = {"page.html": templates} if isinstance(templates, str) else templates
    folders = []
    for name, files in (("own", own), ("theme", theme)):
        if files is not None:
            folders.append(folder / name)
            folders[-1].mkdir(exist_ok=True)
            for file, text in files.items():
                (folders[-1] / file).write_text(text, encoding="utf-8")
    return Renderer(tuple(folders), words, frame, settle=settle)


def letter(template: str = "page.html", view: AnyView = VIEW, path: str = "events/a.html") -> bytes:
    """Return the bytes of a page."""
    return msgspec.msgpack.encode(Letter(path, template, view), order="deterministic")


def html(made: Renderer, view: AnyView = VIEW, path: str = "events/a.html") -> str:
    """Return the page that page.html makes of a view."""
    return made.render(letter(view=view, path=path)).html.decode()


def fault(made: Renderer, template: str = "page.html") -> Problem:
    """Return the problem that a template gives when it is laid out."""
    with pytest.raises(TemplateFault) as raised:
        made.render(letter(template))
    return raised.value.problem


def print_fault(made: Renderer, template: str = "page.html") -> Problem:
    """Return the problem that a template gives when its fingerprint is taken."""
    with pytest.raises(TemplateFault) as raised:
        made.fingerprint(template)
    return raised.value.problem
