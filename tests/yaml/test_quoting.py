import pytest
from hypothesis import given
from yaml_texts import texts

from chronicle.yaml.lines import Line, lines_of, parts
from chronicle.yaml.quoting import advice, quoted
from chronicle.yaml.source import Edit
from chronicle.yaml.tree import read


@given(texts.map(str.strip).filter(lambda text: text[:1] not in ("'", '"')))
def test_a_quoted_text_reads_back_the_same(text: str) -> None:
    assert read(f"a: {quoted(text)}\n".encode(), 10_000) == ({"a": text}, ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a: b", '"a: b"'),
        ("Syria's: war", '"Syria\'s: war"'),
        ('"Bribe" said', "'\"Bribe\" said'"),
        ('the "Bribe", Syria\'s', '"the \\"Bribe\\", Syria\'s"'),
        ("C:\\Temp", "'C:\\Temp'"),
        ("'Syria's war'", '"Syria\'s war"'),
        ('"He said "no""', "'He said \"no\"'"),
        ('"Bribe" and "insult"', '\'"Bribe" and "insult"\''),
    ],
)
def test_quotes_are_chosen_so_that_the_text_stays_readable(text: str, written: str) -> None:
    assert quoted(text) == written


def test_advice_shows_the_line_as_it_should_be() -> None:
    assert advice(Line(10, "  - a:\tb: c  # d"), (Edit(17, 21, '"b: c"'),)) == 'write - a: "b: c" # d'


def test_advice_for_prose_is_to_write_it_below_its_key() -> None:
    line = Line(0, "summary: " + "word " * 30)
    assert advice(line, ()) == "write summary: >- and the text on the next line, indented"


def test_advice_for_a_long_list_shows_its_ends() -> None:
    line = Line(0, "list: [" + "word, " * 30 + "end]")
    assert advice(line, ()).startswith("write list: [word, ")
    assert advice(line, ()).endswith("word, end]")
    assert len(advice(line, ())) < 120


@pytest.mark.parametrize(
    ("text", "lead", "key", "value"),
    [
        ("  - key: value  # remark", "  - ", "key", "value"),
        ("- - a", "- - ", "", "a"),
        ("key:", "", "key", ""),
        ("a b: c: d", "", "a b", "c: d"),
        ("http://x: y", "", "", "http://x: y"),
        ("key: 'a # b' # c", "", "key", "'a # b'"),
        ("key: a #b # c", "", "key", "a #b"),
        ("key:value", "", "", "key:value"),
        ('"key": value', "", "", '"key": value'),
    ],
)
def test_a_line_is_taken_apart(text: str, lead: str, key: str, value: str) -> None:
    found = parts(Line(5, text))
    assert (found.lead, found.key, found.value) == (lead, key, value)
    assert text[found.value_start - 5 : found.value_end - 5] == value
    assert found.content_start == 5 + len(lead)


def test_lines_know_where_they_begin() -> None:
    assert lines_of("a\r\n\rb\n") == (Line(0, "a"), Line(3, ""), Line(4, "b"), Line(6, ""))
