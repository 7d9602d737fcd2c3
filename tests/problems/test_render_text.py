from chronicle.problems.problem import Problem
from chronicle.problems.render import text

PLACE = Problem(
    code="yaml-syntax",
    message='no location is called "Derick"',
    help="did you mean Derik (al-malikiyah)? A new place goes into registers/locations.yaml",
    file="events/2020/2020-06-07-us-patrol.yaml",
    line=4,
    column=26,
    length=6,
    excerpt="locations: [al-Malikiya, Derick]",
)
PLACE_AS_TEXT = """\
events/2020/2020-06-07-us-patrol.yaml:4:26 yaml-syntax
  4 | locations: [al-Malikiya, Derick]
    |                          ^^^^^^ no location is called "Derick"
  help: did you mean Derik (al-malikiyah)? A new place goes into registers/locations.yaml"""


def test_a_problem_says_where_what_and_the_way_out() -> None:
    assert text.render([PLACE]) == PLACE_AS_TEXT


def test_no_problems_are_no_text() -> None:
    assert text.render([]) == ""


def test_line_numbers_are_aligned_to_the_widest() -> None:
    later = Problem(code="yaml-comment", message="cut", file="b.yaml", line=120, column=3, length=2, excerpt="a #b")
    assert (
        text.render([PLACE, later])
        == """\
events/2020/2020-06-07-us-patrol.yaml:4:26 yaml-syntax
    4 | locations: [al-Malikiya, Derick]
      |                          ^^^^^^ no location is called "Derick"
  help: did you mean Derik (al-malikiyah)? A new place goes into registers/locations.yaml

b.yaml:120:3 yaml-comment warning
  120 | a #b
      |   ^^ cut
  help: quote the text if # belongs to it, or put the comment on a line of its own"""
    )


def test_the_remedy_of_its_code_helps_where_a_problem_has_none_of_its_own() -> None:
    assert text.render([Problem(code="yaml-tab", message="m")]).endswith("\n  help: indent with spaces")


def test_a_problem_without_a_line_shows_its_file() -> None:
    problem = Problem(code="yaml-syntax", message="this file is odd", file="a.yaml")
    assert text.render([problem]) == "a.yaml yaml-syntax\n  this file is odd"


def test_a_problem_without_a_file_shows_its_message() -> None:
    assert text.render([Problem(code="yaml-syntax", message="all is odd")]) == "yaml-syntax\n  all is odd"


def test_an_empty_line_is_shown_too() -> None:
    problem = Problem(code="yaml-syntax", message="odd", file="a.yaml", line=1, column=1, length=1)
    assert text.render([problem]) == "a.yaml:1:1 yaml-syntax\n  odd"


def test_colours_tell_errors_warnings_and_the_frame_apart() -> None:
    coloured = text.render([PLACE, Problem(code="yaml-comment", message="cut")], colour=True)
    assert "\x1b[31myaml-syntax\x1b[0m" in coloured
    assert "\x1b[31m^^^^^^ no location" in coloured
    assert "\x1b[36m4 |\x1b[0m locations" in coloured
    assert "\x1b[36mhelp:\x1b[0m did you" in coloured
    assert "\x1b[33myaml-comment warning\x1b[0m" in coloured


def test_without_colour_there_is_no_escape() -> None:
    assert "\x1b" not in text.render([PLACE, Problem(code="yaml-comment", message="cut")])


def test_nothing_in_a_problem_drives_the_terminal() -> None:
    evil = "\x1b]0;x\x07\u202e\r\n\x9b"
    problem = Problem(
        code="yaml-syntax",
        message=evil,
        help=evil,
        file=f"{evil}\udc80",
        line=1,
        column=2,
        length=3,
        excerpt=f"a{evil}",
    )
    shown = text.render([problem])
    assert not set(shown) & set("\x1b\x07\u202e\r\x9b")
    assert shown.count("\n") == 3
    assert shown.encode()
