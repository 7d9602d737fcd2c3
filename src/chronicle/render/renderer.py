"""The renderer: a page's bytes in, HTML and what it refers to out."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from chronicle import urls
from chronicle.render.environment import Environment, TemplateFiles
from chronicle.render.faults import Faults
from chronicle.render.fragments import Fragments, Item, Settle, as_it_is
from chronicle.render.prepared import Codes, Prepared
from chronicle.render.references import References
from chronicle.render.sources import Sources, digest
from chronicle.views.frame import Frame
from chronicle.views.page import View
from chronicle.views.views import AnyView
from chronicle.wording.words import Words


class Letter(msgspec.Struct, frozen=True):
    """What a worker receives of one page, and all that can be on it."""

    path: str
    template: str
    view: AnyView


class Rendered(msgspec.Struct, frozen=True):
    """One file of the site with what it refers to, part by part: its own, and that of fragments that others share."""

    path: str
    html: bytes
    parts: list[References]


class Renderer:
    """Renders pages with one set of templates, words and frame; templates are compiled once.

    What a fragment refers to is settled once (`Fragments`).
    """

    def __init__(
        self,
        folders: tuple[Path, ...],
        words: Words,
        frame: Frame,
        prepared: Prepared | None = None,
        settle: Settle = as_it_is,
    ) -> None:
        self._frame = frame
        self._words = words
        self._faults = Faults(folders)
        self._fragments = Fragments(self._fragment, settle)
        known = {"frame": frame, **self._fragments.functions}
        templates = TemplateFiles(folders)
        found = prepared if prepared and prepared.holds(templates, words) else Prepared()
        self._straight = Environment(templates, words, known, codes=Codes(found.codes))
        self._plain = Environment(templates, words, known, straight=False)
        self._sources = Sources(self._straight, self._faults, found.named)
        # Templates in which straight code failed where Jinja's own did not.
        self._others: set[str] = set()
        self._prints: dict[str, bytes] = {}

    def _fragment(self, template: str, up: str, item: Item) -> str:
        return self._laid_out(template, {"up": up, "item": item})

    def _laid_out(self, template: str, given: Mapping[str, object]) -> str:
        """Lay a template out, by Jinja's own code where the straight one fails: that knows whether anything is wrong,
        and where.
        """
        if template not in self._others:
            with suppress(Exception):
                return self._straight.lay_out(template, given)
        html = self._plain.get_template(template).render(given)
        self._others.add(template)
        return html

    def fingerprint(self, template: str) -> bytes:
        """Return a digest of a template with all that it extends, includes and imports, of the words and of the frame.

        Raise TemplateFault where one is missing or named by a computed expression, as no digest could then be told.
        """
        if template not in self._prints:
            self._prints[template] = digest(self._sources.all_of(template), self._words, self._frame)
        return self._prints[template]

    def render(self, letter: bytes) -> Rendered:
        """Return the page of an encoded Letter, as `page` does of its parts."""
        read = msgspec.msgpack.decode(letter, type=Letter)
        return self.page(read.path, read.template, read.view)

    def page(self, path: str, template: str, view: View) -> Rendered:
        """Return the page of a view; raise TemplateFault with the template's line where it cannot be laid out."""
        self._fragments.begin(urls.up(path))
        try:
            given = {"view": view, "up": self._up(path), "path": path, "canonical": self._canonical(path)}
            file, parts = self._fragments.finished(self._laid_out(template, given))
        except Exception as error:
            raise self._faults.behind(error, template, path) from error
        return Rendered(path, file, parts)

    def _up(self, path: str) -> str:
        """Return the way to the site's root; the 404 page stands in for pages at any depth, so it takes the root's
        own path.
        """
        if path != urls.NOT_FOUND:
            return urls.up(path)
        return urls.base_path(self._frame.base_url)

    def _canonical(self, path: str) -> str:
        return urls.absolute(self._frame.base_url, path) if self._frame.base_url and path != urls.NOT_FOUND else ""
