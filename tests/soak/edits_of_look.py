"""What designers do: templates, words, assets, files of their own, settings; and the program in another version."""

import shutil

from desk import Desk, read, write
from edits_of_records import Edit
from running import CHECKOUT

_TEMPLATES = ("about.html", "_entry.html", "event.html", "base.html", "_facts.html", "period.html")
_ASSETS = ("assets/site.css", "assets/own.svg")


def override_template(desk: Desk) -> None:
    """Let an own template appear, or add a comment to the one that is there."""
    name = desk.chance.choice(_TEMPLATES)
    path = desk.root / "templates" / name
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(CHECKOUT / "templates" / name, path)
    mark = desk.chance.choice(("{# only a remark #}", f"<!-- {desk.serial()} -->"))
    text = path.read_text(encoding="utf-8")
    at = text.rfind("{% endblock %}")
    path.write_text(text[:at] + mark + text[at:] if at > 0 else text + mark, encoding="utf-8")
    desk.note(f"templates/{name}: {mark}")


def drop_template(desk: Desk) -> None:
    own = sorted(path for path in (desk.root / "templates").rglob("*") if path.is_file())
    if own:
        path = desk.chance.choice(own)
        path.unlink()
        desk.note(f"{path.relative_to(desk.root)} removed")


def put_behind_a_link(desk: Desk) -> None:
    """Let a file of the own theme lie elsewhere, behind a link, or take such a link away."""
    own = sorted(path for path in (desk.root / "templates").rglob("*") if path.is_file())
    if links := [path for path in own if path.is_symlink()]:
        links[0].unlink()
        desk.note(f"the link {links[0].relative_to(desk.root)} removed")
    elif own:
        path, target = desk.chance.choice(own), desk.root.with_name(f"elsewhere-{desk.serial()}")
        path.rename(target)
        path.symlink_to(target)
        desk.note(f"{path.relative_to(desk.root)} is a link now")


def change_words(desk: Desk) -> None:
    path = desk.root / "templates" / "words" / "en.yaml"
    if path.exists() and desk.chance.random() < 0.3:
        path.unlink()
        desk.note("own words removed")
        return
    months = {desk.chance.choice(("january", "june", "december")): desk.word()}
    write(path, {"date": {"months": {"full": months}}})
    desk.note(f"words: {months!r}")


def change_asset(desk: Desk) -> None:
    path = desk.root / "templates" / desk.chance.choice(_ASSETS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"/* {desk.word()} */\n", encoding="utf-8")
    desk.note(f"{path.name} changed")


def change_static(desk: Desk) -> None:
    path = desk.root / "static" / desk.chance.choice(("CNAME", "papers/one.txt", ".well-known/a.txt"))
    if path.exists() and desk.chance.random() < 0.4:
        path.unlink()
        desk.note(f"static: {path.name} removed")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(desk.chance.randbytes(desk.chance.choice((0, 10, 100_000))))
    desk.note(f"static: {path.name} changed")


def turn_file_into_folder(desk: Desk) -> None:
    """Let a file of its own become a folder of the same name, or the other way round."""
    path = desk.root / "static" / "either"
    if path.is_file():
        path.unlink()
        path.mkdir()
        (path / "or").write_text(desk.word(), encoding="utf-8")
    else:
        shutil.rmtree(path, ignore_errors=True)
        path.parent.mkdir(exist_ok=True)
        path.write_text(desk.word(), encoding="utf-8")
    desk.note(f"static/either is a {'file' if path.is_file() else 'folder'}")


def change_settings(desk: Desk) -> None:
    """Change the title, or let an address, a version or a base map appear and go."""
    path = desk.root / "chronicle.yaml"
    settings = read(path)
    key, value = desk.chance.choice(
        (
            ("title", desk.word()),
            ("description", desk.word()),
            ("version", f"1.{desk.serial()}"),
            ("base_url", f"https://host{desk.serial()}.example/below/"),
            ("basemap", "maps/region.geojson"),
            ("begins", "2012-03-04"),
            ("about", f"A *{desk.word()}*."),
            ("repository", {"url": "https://git.example/c", "branch": "main"}),
        )
    )
    if key not in ("title", "description") and key in settings and desk.chance.random() < 0.5:
        del settings[key]
    else:
        settings[key] = value
    write(path, settings)
    desk.note(f"settings: {key} = {settings.get(key)!r}")


def change_version(desk: Desk) -> None:
    desk.version = desk.chance.choice([number for number in range(3) if number != desk.version])
    desk.note(f"the program is version {desk.version}")


EDITS: tuple[Edit, ...] = (
    *(
        override_template,
        drop_template,
        put_behind_a_link,
        change_words,
        change_asset,
        change_static,
        turn_file_into_folder,
        change_settings,
        change_version,
    ),
)
