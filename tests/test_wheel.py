"""The wheel has all that a site needs: what is installed from it builds one from any folder."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("src", "templates", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")
OFFLINE = ("No matching distribution found", "Could not find a version", "Connection", "Temporary failure")

pytestmark = pytest.mark.slow


def pip(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / part, folder / part)
    isolation = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    done = pip("wheel", "--no-deps", *isolation, "--wheel-dir", "dist", ".", cwd=folder)
    if done.returncode and any(sign in done.stderr for sign in OFFLINE) and not os.environ.get("CI"):
        pytest.skip("the build backend is not installed and cannot be fetched")
    assert done.returncode == 0, done.stderr
    [made] = (folder / "dist").glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel where nothing else of ours is; return the folder with its commands."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    done = pip("--python", scripts / "python", "install", "--no-deps", "--no-index", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    [packages] = {path.parent for path in folder.rglob("chronicle/__init__.py")}
    (packages.parent / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return scripts


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    arguments = [str(each) for each in command]
    return subprocess.run(arguments, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_has_templates_words_and_assets_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for path in (path for path in (ROOT / "templates").rglob("*") if path.is_file()):
        assert f"chronicle/templates/{path.relative_to(ROOT / 'templates').as_posix()}" in names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"chronicle", "conflict_chronicle"}
    assert "chronicle/py.typed" in names


def test_the_installed_program_finds_its_own_theme(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "python", "-c", "from chronicle.render import theme; print(theme.own_theme())", cwd=tmp_path)
    assert done.stderr == ""
    assert Path(done.stdout.strip()).is_relative_to(installed.parent.resolve())


@pytest.mark.parametrize("command", [("chronicle",), ("python", "-m", "chronicle")])
def test_the_installed_command_builds_a_site_from_a_folder_elsewhere(
    installed: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    root = tmp_path / "records"
    shutil.copytree(ROOT / "tests" / "sites" / "minimal", root)
    done = run(installed / command[0], *command[1:], "build", root, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert (root / "build" / "events" / "2020-06-07-convoy.html").exists()


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path, wheel: Path) -> None:
    said = run(installed / "chronicle", "--version", cwd=tmp_path).stdout
    assert wheel.name.split("-")[1] in said
