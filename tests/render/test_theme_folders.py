"""Where templates, words and assets lie."""

from pathlib import Path

from chronicle.render import theme


def put(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def test_the_theme_that_comes_along_is_whole() -> None:
    own = theme.own_theme()
    assert all((own / name).is_file() for name in ("base.html", "words/en.yaml", "assets/site.css"))


def test_a_chronicles_own_templates_come_first(tmp_path: Path) -> None:
    put(tmp_path, "templates/x.html")
    assert theme.folders(tmp_path) == (tmp_path / "templates", theme.own_theme())


def test_without_templates_of_its_own_there_is_the_theme_alone(tmp_path: Path) -> None:
    assert theme.folders(tmp_path) == (theme.own_theme(),)


def test_the_themes_own_folder_is_not_searched_twice() -> None:
    assert theme.folders(theme.own_theme().parent) == (theme.own_theme(),)


def test_a_name_is_found_in_the_first_folder_that_has_it(tmp_path: Path) -> None:
    put(tmp_path, "one/a", "other/a", "other/b", "one/folder/x")
    places = (tmp_path / "one", tmp_path / "other")
    assert theme.find(places, "a") == tmp_path / "one/a"
    assert theme.find(places, "b") == tmp_path / "other/b"
    assert theme.find(places, "c") is None
    assert theme.find(places, "folder") is None


def test_an_own_asset_replaces_one_of_the_same_name_and_others_stay(tmp_path: Path) -> None:
    put(tmp_path, "own/assets/site.css", "own/assets/fonts/x.woff2", "theme/assets/site.css", "theme/assets/icon.svg")
    assert theme.assets((tmp_path / "own", tmp_path / "theme")) == {
        "assets/fonts/x.woff2": tmp_path / "own/assets/fonts/x.woff2",
        "assets/icon.svg": tmp_path / "theme/assets/icon.svg",
        "assets/site.css": tmp_path / "own/assets/site.css",
    }


def test_hidden_files_are_no_assets(tmp_path: Path) -> None:
    put(tmp_path, "theme/assets/.DS_Store")
    assert theme.assets((tmp_path / "theme",)) == {}
