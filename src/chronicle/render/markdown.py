"""Markdown as records may use it: no raw HTML, no headings, no images, links to the web and to mail alone."""

import re

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
# What a record's text has no use for is text like any other: a # at the start of a line is a number sign.
_LEFT_OUT_BLOCKS = ("code", "hashheader", "setextheader", "hr")
_LEFT_OUT_SPANS = ("html", "image_link", "image_reference", "short_image_ref")
_OUTWARD = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
# A character that can begin something in Markdown, a line that can, white space that the parser may read otherwise, and
# its own marks; text without any is one plain paragraph after another.
_MARKS = re.compile(r"[*_`\[<>&\\\x02\x03]|[^\S \n]|^ | $|^[-+]|^\d+[.)]", re.MULTILINE)
_TAG_OR_QUOTE = re.compile(r"""(</?[a-z]+(?:\s[a-z]+="[^"]*")*\s*/?>)|(["'])""")
_ENTITIES = {'"': "&#34;", "'": "&#39;"}


class MarkdownFilter:
    """Renders Markdown to HTML that is safe to print; made once, as its parser and its sanitiser are costly to make."""

    def __init__(self) -> None:
        self._parser = markdown.Markdown(output_format="html")
        self._parser.preprocessors.deregister("html_block")
        for name in _LEFT_OUT_BLOCKS:
            self._parser.parser.blockprocessors.deregister(name)
        for name in _LEFT_OUT_SPANS:
            self._parser.inlinePatterns.deregister(name)
        self._cleaner = nh3.Cleaner(
            tags=_TAGS,
            attributes={"a": {"href"}},
            attribute_filter=_outward,
            url_schemes={"http", "https", "mailto"},
            link_rel="noreferrer",
        )

    def __call__(self, text: str) -> Markup:
        """Return the HTML of a text; a quotation mark in it is always written as an entity, so that `="` is in tags
        alone.
        """
        return plain(text) if not _MARKS.search(text) else self.parsed(text)

    def parsed(self, text: str) -> Markup:
        """Return the same by the whole parser and sanitiser, whatever the text."""
        self._parser.reset()
        cleaned = self._cleaner.clean(self._parser.convert(text))
        return Markup(_TAG_OR_QUOTE.sub(_quoted, cleaned))  # noqa: S704 - what the sanitiser let through, and entities


def plain(text: str) -> Markup:
    """Return the paragraphs of a text that has nothing of Markdown in it."""
    paragraphs = [paragraph.strip() for paragraph in re.split(r"\n\s*\n", text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(each)) for each in paragraphs if each)


def _outward(_tag: str, attribute: str, value: str) -> str | None:
    """Keep the address of a link that names its scheme; one into the site would be another on every page that shows
    the text.
    """
    return value if attribute == "rel" or (attribute == "href" and _OUTWARD.match(value)) else None


def _quoted(found: re.Match[str]) -> str:
    return found[1] or _ENTITIES[found[2]]
