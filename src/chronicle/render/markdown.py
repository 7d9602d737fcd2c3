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
# All white space but space and newline, spelled out, so that a class with it is looked up and not tried part by part.
_SPACES = r"\t\v\f\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_OWN_MARKS = r"\x02\x03"
# A character that can begin something in Markdown, white space that the parser may read otherwise, and its own marks;
# text without any, nor a line that can, is one plain paragraph after another.
_MARK = re.compile(rf"[*_`\[<>&\\{_OWN_MARKS}{_SPACES}]")
_LINE = re.compile(r"\n(?:[ +-]|\d+[.)])")
_WORDS = rf"[^\W_](?:[^*_`\[\]<>&\\\n{_OWN_MARKS}{_SPACES}]*[^\W_])?"
_ADDRESS = r"https?://(?:[a-z0-9]+\.)+[a-z]{2,}(?:/[a-z0-9/.-]*)?"
# A span that can mean one thing alone: strong, emphasised or linked words, with no mark within or right beside them.
# What stands before it is looked at after its first character, by which it is found.
_SPAN = re.compile(
    rf"[*\[](?<![\w*!\]].)(?:(?<=\*)(?:\*({_WORDS})\*\*|({_WORDS})\*)|(?<=\[)({_WORDS})\]\(({_ADDRESS})\))(?![\w*(\[])"
)
_PIECES = _SPAN.groups + 1
_BLANK = re.compile(r"\n\s*\n")
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
        if not _marked(text):
            return plain(text)
        # The parser takes many times as long, and few texts have more than spans.
        html = spanned(text)
        return self.parsed(text) if html is None else html

    def parsed(self, text: str) -> Markup:
        """Return the same by the whole parser and sanitiser, whatever the text."""
        self._parser.reset()
        cleaned = self._cleaner.clean(self._parser.convert(text))
        return Markup(_TAG_OR_QUOTE.sub(_quoted, cleaned))  # noqa: S704 - what the sanitiser let through, and entities


def plain(text: str) -> Markup:
    """Return the paragraphs of a text that has nothing of Markdown in it."""
    return _paragraphs(str(escape(text)))


def spanned(text: str) -> Markup | None:
    """Return the paragraphs of a text that has nothing of Markdown in it but plain spans, None where it has more."""
    pieces = _SPAN.split(text)
    if _marked("x".join(pieces[::_PIECES])):
        return None
    html = [_entities(pieces[0])]
    for first in range(1, len(pieces), _PIECES):
        *span, after = pieces[first : first + _PIECES]
        html += (_span(*span), _entities(after))
    return _paragraphs("".join(html))


def _span(strong: str | None, em: str | None, label: str | None, href: str | None) -> str:
    if strong:
        return f"<strong>{_entities(strong)}</strong>"
    return f"<em>{_entities(em)}</em>" if em else f'<a href="{href}" rel="noreferrer">{_entities(label or "")}</a>'


def _entities(text: str) -> str:
    """Return a text without <, > and & as it is written in HTML."""
    return text.replace('"', _ENTITIES['"']).replace("'", _ENTITIES["'"])


def _marked(text: str) -> bool:
    """Tell whether anything in a text can mean something in Markdown."""
    lines = f"\n{text}\n"
    return bool(_MARK.search(text) or _LINE.search(lines)) or " \n" in lines


def _paragraphs(html: str) -> Markup:
    paragraphs = [paragraph.strip() for paragraph in _BLANK.split(html.strip())]
    joined = "\n".join([f"<p>{each}</p>" for each in paragraphs if each])
    return Markup(joined)  # noqa: S704 - escaped already


def _outward(_tag: str, attribute: str, value: str) -> str | None:
    """Keep the address of a link that names its scheme; one into the site would be another on every page that shows
    the text.
    """
    return value if attribute == "rel" or (attribute == "href" and _OUTWARD.match(value)) else None


def _quoted(found: re.Match[str]) -> str:
    return found[1] or _ENTITIES[found[2]]
