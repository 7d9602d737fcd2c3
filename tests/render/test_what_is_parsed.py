"""The whole parser of Markdown is asked for what it alone can lay out, and for nothing else."""

import re
import sys

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from chronicle.render.markdown import MarkdownFilter

# What decides, as simply as it can be written.
MARKS = re.compile(r"[*_`\[<>&\\\x02\x03]|[^\S \n]|^ | $|^[-+]|^\d+[.)]", re.MULTILINE)
WORDS = r"[^\W_](?:(?: |[^\s*_`\[\]<>&\\\x02\x03])*[^\W_])?"
ADDRESS = r"https?://(?:[a-z0-9]+\.)+[a-z]{2,}(?:/[a-z0-9/.-]*)?"
SPAN = re.compile(rf"(?<![\w*!\]])(?:\*\*{WORDS}\*\*|\*{WORDS}\*|\[{WORDS}\]\({ADDRESS}\))(?![\w*(\[])")

pieces = st.sampled_from(
    [
        *"a1é٣ \n\t\r\f\x1c\x02\x85\xa0\u2028*_`[]()<>&\\.-+#'",
        *("**", "a b", "*a*", "**it's**", "[a b](https://a.example/)", "](http://1.2.example)", "1)", "\n\n", ", "),
    ]
)
texts = st.one_of(st.lists(pieces, max_size=10).map("".join), st.text())


class Unparsed(MarkdownFilter):
    """Lays out what needs no parser."""

    def parsed(self, text: str) -> Markup:
        return Markup("for the parser: {}").format(text)


def parses(text: str) -> bool:
    return Unparsed()(text).startswith("for the parser")


@given(texts)
def test_the_parser_is_asked_where_something_but_a_span_can_mean_something(text: str) -> None:
    assert parses(text) == bool(MARKS.search(text) and MARKS.search(SPAN.sub("x", text)))


def test_of_all_white_space_the_parser_is_asked_for_what_is_neither_space_nor_newline() -> None:
    spaces = [chr(code) for code in range(sys.maxunicode + 1) if re.match(r"[^\S \n]", chr(code))]
    assert len(spaces) > 20
    assert all(parses(f"a{space}b") and parses(f"*a{space}b*") for space in spaces)


def test_of_all_characters_in_words_the_parser_is_asked_for_marks_and_white_space_alone() -> None:
    others = "".join(chr(code) for code in range(sys.maxunicode + 1) if not MARKS.search(f"a{chr(code)}b"))
    assert len(others) > sys.maxunicode - 50
    assert not parses(f"a{others}b")


def test_of_all_characters_a_span_may_have_any_within_but_marks_and_white_space() -> None:
    within = "".join(chr(code) for code in range(sys.maxunicode + 1) if SPAN.match(f"*a{chr(code)}b*"))
    assert len(within) > sys.maxunicode - 50
    assert not parses(f"*a{within}b*")
