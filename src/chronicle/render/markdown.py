"""Markdown as records may use it: no raw HTML, no headings, no images, links to the web and to mail alone."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

# The parser and the sanitiser are imported where a text first needs them: most texts do not.
if TYPE_CHECKING:
    import markdown
    import nh3

_TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
# What a record's text has no use for is text like any other: a # at the start of a line is a number sign.
_LEFT_OUT_BLOCKS = ("code", "hashheader", "setextheader", "hr")
_LEFT_OUT_SPANS = ("html", "image_link", "image_reference", "short_image_ref")
_OUTWARD = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
# A character that can begin something in Markdown, a line that can, white space that the parser may read otherwise, and
# its own marks; text without any is one plain paragraph after another.
_MARKS = re.compile(r"[*_`\[<>&\\\x02\x03]|[^\S \n]|^ | $|^[-+]|^\d+[.)]", re.MULTILINE)
_WORDS = r"[^\W_](?:(?: |[^\s*_`\[\]<>&\\\x02\x03])*[^\W_])?"
_ADDRESS = r"https?://(?:[a-z0-9]+\.)+[a-z]{2,}(?:/[a-z0-9/.-]*)?"
# A span that can mean one thing alone: strong, emphasised or linked words, with no mark within or right beside them.
_SPAN = re.compile(
    rf"(?<![\w*!\]])(?:\*\*(?P<strong>{_WORDS})\*\*|\*(?P<em>{_WORDS})\*|\[(?P<label>{_WORDS})\]\((?P<href>{_ADDRESS})\))"
    r"(?![\w*(\[])"
)
_TAG_OR_QUOTE = re.compile(r"""(</?[a-z]+(?:\s[a-z]+="[^"]*")*\s*/?>)|(["'])""")
_ENTITIES = {'"': "&#34;", "'": "&#39;"}


class MarkdownFilter:
    """Renders Markdown to HTML that is safe to print; made once, as its parser and its sanitiser are costly to make."""

    @cached_property
    def _parser(self) -> "markdown.Markdown":
        import markdown

        parser = markdown.Markdown(output_format="html")
        parser.preprocessors.deregister("html_block")
        for name in _LEFT_OUT_BLOCKS:
            parser.parser.blockprocessors.deregister(name)
        for name in _LEFT_OUT_SPANS:
            parser.inlinePatterns.deregister(name)
        return parser

    @cached_property
    def _cleaner(self) -> "nh3.Cleaner":
        import nh3

        return nh3.Cleaner(
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
        if not _MARKS.search(text):
            return plain(text)
        # The parser takes ten times as long, and few texts have more than spans.
        return self.parsed(text) if _MARKS.search(_SPAN.sub("x", text)) else spanned(text)

    def parsed(self, text: str) -> Markup:
        """Return the same by the whole parser and sanitiser, whatever the text."""
        self._parser.reset()
        cleaned = self._cleaner.clean(self._parser.convert(text))
        return Markup(_TAG_OR_QUOTE.sub(_quoted, cleaned))  # noqa: S704 - what the sanitiser let through, and entities


def plain(text: str) -> Markup:
    """Return the paragraphs of a text that has nothing of Markdown in it."""
    return _paragraphs(escape(text))


def spanned(text: str) -> Markup:
    """Return the paragraphs of a text that has nothing of Markdown in it but plain spans."""
    html, end = [], 0
    for span in _SPAN.finditer(text):
        html += [escape(text[end : span.start()]), _span(span)]
        end = span.end()
    html.append(escape(text[end:]))
    return _paragraphs(Markup().join(html))


def _span(span: re.Match[str]) -> Markup:
    if span["href"]:
        return Markup('<a href="{}" rel="noreferrer">{}</a>').format(span["href"], span["label"])
    tag = "strong" if span["strong"] else "em"
    return Markup("<{0}>{1}</{0}>").format(tag, span["strong"] or span["em"])


def _paragraphs(html: Markup) -> Markup:
    paragraphs = [paragraph.strip() for paragraph in re.split(r"\n\s*\n", html.strip())]
    joined = "\n".join([f"<p>{each}</p>" for each in paragraphs if each])
    return Markup(joined)  # noqa: S704 - escaped already


def _outward(_tag: str, attribute: str, value: str) -> str | None:
    """Keep the address of a link that names its scheme; one into the site would be another on every page that shows
    the text.
    """
    return value if attribute == "rel" or (attribute == "href" and _OUTWARD.match(value)) else None


def _quoted(found: re.Match[str]) -> str:
    return found[1] or _ENTITIES[found[2]]
