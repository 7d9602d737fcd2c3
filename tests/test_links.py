"""The links of rendered pages, checked against all that the site has."""

from collections.abc import Iterable, Iterator, Mapping

import pytest

from chronicle import links
from chronicle.links import Judge, leads_to, lost_fragment, mark
from chronicle.problems.problem import Problem
from chronicle.render.references import References

FILES = ("assets/site.css", "papers/the paper.txt", "papers/100%.txt", "feed.xml")
IDS = {
    "index.html": ("main", "cité"),
    "404.html": (),
    "events/index.html": (),
    "events/a.html": ("main", "account-1"),
    "about/index.html": ("cite",),
}
SUB = "https://host.example/sub/chronicle"


def check(
    pages: Mapping[str, References],
    files: Iterable[str],
    origins: Mapping[str, str],
    base_url: str = "",
    templates: Mapping[str, str] | None = None,
) -> Iterator[Problem]:
    """Judge every page of a site, and each id of another page that it wants."""
    judge = Judge(frozenset(files) | pages.keys(), base_url)
    ids = {path: frozenset(found.ids) for path, found in pages.items()}
    faults = []
    for path, found in pages.items():
        judgement = judge.judge(path, [found])
        faults += [(path, fault) for fault in judgement.faults]
        lost = (lost_fragment(each, ids[each[1]]) for each in judgement.wanted if each[1] in ids)
        faults += [(path, fault) for fault in lost if fault]
    return links.problems(faults, origins, templates or {})


def problems(link: str, page: str = "events/a.html", base_url: str = "", also: tuple[str, ...] = ()) -> list[Problem]:
    pages = {path: References((link,) if path == page else (), ids) for path, ids in IDS.items()}
    return list(check(pages, (*FILES, *also), {page: "events/2020/a.yaml"}, base_url))


@pytest.mark.parametrize(
    "link",
    [
        "../index.html",
        "../",
        "..",
        "./",
        "a.html",
        "../about/index.html#cite",
        "../about/#cite",
        "#account-1",
        "#",
        "#top",
        "#TOP",
        "?print",
        "?print#main",
        "../index.html?a=1&b=2#main",
        "../index.html#cit%C3%A9",
        "../index.html#cité",
        "../assets/site.css",
        "../feed.xml#anything",
        "../papers/the%20paper.txt",
        "../papers/the paper.txt",
        "../papers/100%25.txt",
        "%61.html",
        "../events/../events/a.html",
        "/events/a.html",
        "/",
    ],
)
def test_a_link_to_what_the_site_has_is_sound(link: str) -> None:
    assert problems(link) == []


@pytest.mark.parametrize(
    "link",
    [
        "b.html",
        "events/a.html",
        "../events",
        "../event/a.html",
        "../actors/",
        "../assets/Site.css",
        "A.html",
        "a.html/",
        "a.htm",
        "/sub/events/a.html",
        "/about",
        "../papers/100%.txt%",
        "..\\index.html",
    ],
)
def test_a_link_to_what_the_site_has_not_is_broken(link: str) -> None:
    [problem] = problems(link)
    assert problem.code == "broken-link"
    assert link in problem.message


@pytest.mark.parametrize("link", ["#account-2", "../about/index.html#Cite", "../index.html#main%20", "a.html#x?y"])
def test_a_link_to_an_id_that_its_page_has_not_is_broken(link: str) -> None:
    [problem] = problems(link)
    assert "has nothing with the id" in problem.message


@pytest.mark.parametrize("link", ["", " ", "\n"])
def test_an_empty_link_is_broken(link: str) -> None:
    [problem] = problems(link)
    assert "a link is empty" in problem.message


@pytest.mark.parametrize(
    "link", ["../../index.html", "../../events/a.html", "../../../etc/passwd", "%2e%2e/../../x.html"]
)
def test_a_link_out_of_the_site_is_broken(link: str) -> None:
    [problem] = problems(link)
    assert "leads out of the site" in problem.message


@pytest.mark.parametrize(
    "link",
    ["https://other.example/nowhere", "http://other.example", "HTTPS://other.example/", "mailto:editors@other.example"],
)
def test_an_address_elsewhere_is_not_asked(link: str) -> None:
    assert problems(link) == []


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "ftp://other.example/",
        "file:///etc/passwd",
        "vbscript:x",
        "blob:x",
        "tel:1",
    ],
)
def test_a_scheme_that_is_not_of_the_web_or_of_mail_is_refused(link: str) -> None:
    [problem] = problems(link)
    assert "scheme" in problem.message


def test_a_host_without_a_scheme_is_refused_as_it_leads_nowhere_from_disk() -> None:
    [problem] = problems("//host.example/x")
    assert "without a scheme" in problem.message
    assert problem.help == "write https://host.example/x"


def test_what_is_not_an_address_is_refused() -> None:
    [problem] = problems("https://[broken/")
    assert "is not an address" in problem.message


@pytest.mark.parametrize(
    "link",
    [
        f"{SUB}/events/a.html",
        f"{SUB}/events/a.html#main",
        f"{SUB}/",
        SUB,
        f"{SUB}?x=1",
        f"{SUB}/about/#cite",
        "HTTPS://HOST.example/sub/chronicle/index.html",
        "/sub/chronicle/events/a.html",
        "/sub/chronicle/",
        "/sub/chronicle",
        "../about/index.html",
    ],
)
def test_a_link_below_the_sites_own_address_is_sound_where_its_page_is_there(link: str) -> None:
    assert problems(link, base_url=f"{SUB}/") == []
    assert problems(link, base_url=SUB) == []


@pytest.mark.parametrize(
    "link",
    [f"{SUB}/events/b.html", f"{SUB}/events/a.html#b", "HTTPS://HOST.example/sub/chronicle/x", "/sub/chronicle/x.html"],
)
def test_a_link_below_the_sites_own_address_is_broken_where_its_page_is_not_there(link: str) -> None:
    assert len(problems(link, base_url=SUB)) == 1


@pytest.mark.parametrize(
    "link", ["https://host.example/", f"{SUB}s/x", f"{SUB}/../x", "https://host.example:8443/sub/chronicle/x"]
)
def test_an_address_beside_the_site_on_its_own_host_is_not_asked(link: str) -> None:
    assert problems(link, base_url=SUB) == []


@pytest.mark.parametrize("link", ["/events/a.html", "/", "/sub/chronicles/"])
def test_a_path_from_the_hosts_root_that_misses_the_sites_own_is_broken(link: str) -> None:
    [problem] = problems(link, base_url=SUB)
    assert "which lies below /sub/chronicle/" in problem.message


def test_a_page_that_stands_at_any_depth_may_link_by_the_sites_own_path() -> None:
    assert problems("/sub/chronicle/about/index.html", page="404.html", base_url=SUB) == []


@pytest.mark.parametrize(
    ("link", "near"),
    [
        ("../event/a.html", "../events/a.html"),
        ("../about/index.html#cit", "#cite"),
        ("../assets/sites.css", "../assets/site.css"),
    ],
)
def test_the_nearest_target_is_offered(link: str, near: str) -> None:
    [problem] = problems(link)
    assert problem.help == f"did you mean {near}?"


@pytest.mark.parametrize(
    ("page", "link", "near"),
    [
        ("index.html", "about/idex.html", "about/index.html"),
        ("events/a.html", "https://host.example/sub/chronicle/events/aa.html", "SITE/events/a.html"),
        ("events/a.html", "/sub/chronicle/about/idex.html", "/sub/chronicle/about/index.html"),
        ("404.html", "/sub/chronicle/about/idex.html", "/sub/chronicle/about/index.html"),
    ],
)
def test_the_nearest_target_is_offered_as_the_page_would_link_to_it(page: str, link: str, near: str) -> None:
    [problem] = problems(link, page=page, base_url=SUB)
    assert problem.help == f"did you mean {near.replace('SITE', SUB.rstrip('/'))}?"


@pytest.mark.parametrize(
    ("link", "near"),
    [("../a#b.txt", "../a%23b.txt"), ("../a%23bb.txt", "../a%23b.txt"), ("../p%2520c.txt", "../p%2520d.txt")],
)
def test_a_file_is_offered_as_a_link_has_its_name(link: str, near: str) -> None:
    [problem] = problems(link, also=("a#b.txt", "p%20d.txt"))
    assert problem.help == f"did you mean {near}?"


@pytest.mark.parametrize("link", ["javascript:x", "mailto:me"])
def test_a_file_does_not_make_another_scheme_of_a_link_sound(link: str) -> None:
    assert problems(link, page="index.html", also=(link,)) == problems(link, page="index.html")


def test_a_problem_names_the_page_and_the_record_behind_it() -> None:
    [problem] = problems("b.html")
    assert problem.message.startswith("page events/a.html: ")
    assert problem.file == "events/2020/a.yaml"


def shared(*behind: tuple[str, str]) -> Problem:
    """Return the one problem of pages that have the same broken link, each with its record and its template."""
    pages = {f"{number}.html": References(("lost/x",), ()) for number in range(len(behind))}
    origins = dict(zip(pages, (record for record, _ in behind), strict=True))
    templates = dict(zip(pages, (template for _, template in behind), strict=True))
    [problem] = check(pages, (), origins, "", templates)
    return problem


def test_a_fault_that_many_pages_share_is_told_once() -> None:
    problem = shared(("a.yaml", "t.html"), ("b.yaml", "t.html"), ("c.yaml", "t.html"))
    assert problem.message.startswith('page 0.html and 2 more: "lost/x" leads to nothing')


@pytest.mark.parametrize(
    ("behind", "file"),
    [
        ([("a.yaml", "one.html")], "a.yaml"),
        ([("a.yaml", "one.html"), ("a.yaml", "other.html")], "a.yaml"),
        ([("a.yaml", "one.html"), ("b.yaml", "one.html")], "one.html"),
        ([("a.yaml", "one.html"), ("b.yaml", "other.html")], "templates/base.html"),
    ],
)
def test_a_shared_fault_is_laid_to_what_its_pages_have_in_common(behind: list[tuple[str, str]], file: str) -> None:
    assert shared(*behind).file == file


def test_every_broken_link_of_a_page_is_reported() -> None:
    pages = {"a.html": References(("lost/x", "lost/y"), ()), "b.html": References(("lost/z",), ())}
    assert len(list(check(pages, (), {}))) == 3


def test_a_page_tells_what_it_leads_to_by_marks() -> None:
    links = ("../about/index.html#cite", "./", "../assets/site.css", "https://elsewhere.example/index.html", "#main")
    part = References(("../index.html", "#main"), ("main",))
    judged = Judge(frozenset(FILES) | IDS.keys()).judge("events/a.html", [References(links, ()), part])
    assert judged.faults == ()
    for path in ("about/index.html", "events/index.html", "assets/site.css", "index.html"):
        assert leads_to(judged.marks, frozenset({mark(path)})), path
    assert not leads_to(judged.marks, frozenset({mark("404.html"), mark("events/b.html")}))


def test_a_part_of_pages_is_judged_on_each_of_them() -> None:
    part = References(("#here", "../lost/x"), ())
    judge = Judge(frozenset({"a.html", "b.html", "c/d.html"}))
    assert [fault for fault, _ in judge.judge("c/d.html", [References((), ("here",)), part]).faults] == [
        '"../lost/x" leads to nothing'
    ]
    assert len(judge.judge("c/d.html", [References((), ()), part]).faults) == 2


@pytest.mark.parametrize("name", ["a%20b.txt", "a#b.txt", "a?b.txt"])
def test_a_link_is_not_what_it_looks_like_where_a_character_means_something_else(name: str) -> None:
    judge = Judge(frozenset({"events/a.html", f"papers/{name}"}))
    assert judge.judge("events/a.html", [References((f"../papers/{name}",), ())]).faults
