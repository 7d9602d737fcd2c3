"""Markdown of a record is text with a few marks, whatever it holds."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.render.markdown import MarkdownFilter, plain, spanned

markdown = MarkdownFilter()

ALLOWED = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul"}
hostile = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *(
                    "<script>",
                    "</script>",
                    "<img src=x onerror=alert(1)>",
                    "<a href='x' id=y>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                ),
                *(
                    "[a](",
                    "[a]:",
                    "![",
                    "](",
                    ")",
                    "javascript:",
                    "data:",
                    "http://x.example",
                    "//x.example",
                    "mailto:",
                ),
                *(
                    '"',
                    "'",
                    "`",
                    "**",
                    "_",
                    "# ",
                    "\n",
                    "\n\n",
                    "> ",
                    "- ",
                    "1. ",
                    "    ",
                    "&#106;",
                    "&quot;",
                    "&lt;",
                    "\\",
                ),
                *(
                    ' href="x"',
                    " id='y'",
                    "<",
                    ">",
                    "&",
                    "é",
                    "ع",
                    "<a@b.example>",
                    "<http://x.example/>",
                    "===",
                    "---",
                ),
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=12,
).map("".join)
plain_characters = st.one_of(
    st.sampled_from("ab 1.-+#=~|!:'\"()^$%/@é،\n"), st.characters(exclude_categories=("Cs", "Cc", "Zs"))
)
words = st.one_of(
    st.sampled_from(["a", "b c", "é, 1", "عربي", 'it\'s "so"']),
    st.text(plain_characters, max_size=5).map(lambda text: f"a{text}b"),
    st.text(plain_characters, max_size=5),
)
addresses = st.sampled_from(
    [
        "https://a.example/1-b.html",
        "http://x.y.example",
        "https://1.2.3.4/",
        "https://xn--a.example/",
        "http://a.example//..",
    ]
)
spans = st.one_of(
    words.map("**{}**".format),
    words.map("*{}*".format),
    st.tuples(words, addresses).map(lambda parts: "[{}]({})".format(*parts)),
)
between = st.sampled_from([" ", " ", ", ", "\n", "\n\n", "x", "(", ")", "!", "*", "[", "]", " * ", "\n1. ", "\n- "])
spanned_texts = st.lists(st.one_of(spans, between, words), max_size=7).map("".join)


class Tags(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


@given(hostile)
def test_no_text_gives_more_than_the_allowed_tags_and_links_to_the_web_and_to_mail(text: str) -> None:
    found = Tags(markdown(text))
    assert set(found.tags) <= ALLOWED
    for name, value in found.attributes:
        assert name in ("href", "rel")
        assert name == "rel" or re.match(r"(https?://|mailto:)", value or "", re.IGNORECASE)


@given(hostile)
def test_quotes_stand_as_entities_outside_of_tags(text: str) -> None:
    assert not re.search("[\"']", re.sub(r'</?[a-z]+(?: [a-z]+="[^"]*")*>', "", markdown(text)))


@given(st.text(plain_characters))
def test_text_without_marks_is_laid_out_as_the_whole_parser_does(text: str) -> None:
    assert markdown(text) == markdown.parsed(text)


@given(spanned_texts)
def test_text_with_spans_is_laid_out_as_the_whole_parser_does(text: str) -> None:
    assert markdown(text) == markdown.parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        '*a* and **b c**, "d"\n\n(*e*).',
        "[a b](https://x.example/c-1.html), [d](http://x.example) *e*",
        "It was **closed**.\n*Then* it was not.",
    ],
)
def test_plain_spans_need_no_parser(text: str) -> None:
    assert markdown(text) == spanned(text) == markdown.parsed(text)


@given(st.text(st.characters(categories=("L", "N", "Po"), exclude_characters="*_`[<>&\\"), min_size=1))
def test_plain_words_come_back_as_they_were(text: str) -> None:
    assert Tags(markdown(text)).text == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("one", "<p>one</p>"),
        ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("[a](https://x.example/?b=1&c=2)", '<p><a href="https://x.example/?b=1&amp;c=2" rel="noreferrer">a</a></p>'),
        ("<https://x.example/>", '<p><a href="https://x.example/" rel="noreferrer">https://x.example/</a></p>'),
        ("[a](mailto:b@x.example)", '<p><a href="mailto:b@x.example" rel="noreferrer">a</a></p>'),
    ],
)
def test_what_a_record_may_use_is_laid_out(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b>x</b>",
        '<a href="x.html" id="main">x</a>',
        '<img src="x.png" onerror="alert(1)">',
        "<!-- x -->",
        "<div>\n\nx\n\n</div>",
        "<?php x ?>",
        "# x",
        "x\n===",
        "x\n---",
        "***",
    ],
)
def test_html_headings_and_rules_stay_text(text: str) -> None:
    found = Tags(markdown(text))
    assert set(found.tags) == {"p"}
    assert re.sub(r"\s+", " ", found.text) == re.sub(r"\s+", " ", text)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "events/x.html",
        "../index.html",
        "/index.html",
        "//evil.example/",
        "\\\\evil.example",
        "#main",
        "?x",
        "http:x",
        "https:",
    ],
)
def test_a_link_to_anything_but_the_web_and_mail_keeps_its_words_alone(address: str) -> None:
    for text in (f"[words]({address})", f"[words][1]\n\n[1]: {address}"):
        found = Tags(markdown(text))
        assert "words" in found.text
        assert all(name == "rel" for name, _ in found.attributes)


@pytest.mark.parametrize(
    "text", ["![alt](https://x.example/p.png)", "![alt][1]\n\n[1]: https://x.example/p.png", "![alt]"]
)
def test_an_image_is_never_shown(text: str) -> None:
    assert "img" not in Tags(markdown(text)).tags


def test_a_title_of_a_link_is_left_out() -> None:
    assert Tags(markdown("[a](https://x.example 'on\"click')")).attributes == [
        ("href", "https://x.example"),
        ("rel", "noreferrer"),
    ]


def test_prose_that_looks_like_an_attribute_has_no_quotes_left() -> None:
    for text in ("""see href="x.html" and src='y'""", """*see* href="x.html" and src='y'"""):
        assert "=&#34;x.html&#34;" in markdown(text)
        assert "=&#39;y&#39;" in markdown(text)


def test_one_text_leaves_no_trace_in_the_next() -> None:
    markdown("[1]: https://x.example/\n\n[a][1]")
    assert markdown("[a][1]") == "<p>[a][1]</p>"


def test_plain_paragraphs_are_escaped() -> None:
    assert plain('a < b\n\n"c"') == "<p>a &lt; b</p>\n<p>&#34;c&#34;</p>"
