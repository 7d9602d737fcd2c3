"""Markdown as records may use it: no raw HTML, no images, links to the web and to mail alone."""

import re

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
# A character that can begin something in Markdown, or a line that can; text without any is one plain paragraph after
# another.
_MARKS = re.compile(r"[*_`\[\]<>&\\!#|~=]|^[ \t]|^\s*[-+]|^\s*\d+[.)]|\t|  $|&", re.MULTILINE)
_TAG_OR_QUOTE = re.compile(r'(</?[a-z]+(?:\s[a-z]+="[^"]*")*\s*/?>)|"')


class MarkdownFilter:
    """Renders Markdown to HTML that is safe to print; made once, as its parser and its sanitiser are costly to make."""

    def __init__(self) -> None:
        self._parser = markdown.Markdown(output_format="html")
        self._parser.preprocessors.deregister("html_block")
        self._parser.inlinePatterns.deregister("html")
        self._parser.inlinePatterns.deregister("image_link")
        self._parser.inlinePatterns.deregister("image_reference")
        self._parser.inlinePatterns.deregister("short_image_ref")
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            link_rel="noreferrer",
        )

    def __call__(self, text: str) -> Markup:
        """Return the HTML of a text; a quotation mark in it is always written as an entity, so that `="` is in tags
        alone.
        """
        if not _MARKS.search(text):
            return plain(text)
        self._parser.reset()
        cleaned = self._cleaner.clean(self._parser.convert(text))
        return Markup(_TAG_OR_QUOTE.sub(_quoted, cleaned))  # noqa: S704 - what the sanitiser let through, and entities


def plain(text: str) -> Markup:
    """Return the paragraphs of a text that has nothing of Markdown in it."""
    paragraphs = [paragraph.strip() for paragraph in re.split(r"\n\s*\n", text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(each)) for each in paragraphs if each)


def _quoted(found: re.Match[str]) -> str:
    return found.group(1) or "&#34;"
