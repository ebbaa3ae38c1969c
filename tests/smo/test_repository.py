"""What the repository promises of itself: no strangers' addresses, every setting told, no dead templates."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template.loader import get_template

from comms.templatetags import report_tags
from smo.home.navigation import SECTIONS

PROJECT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = PROJECT / "templates"
APPS = ("core", "org", "kpis", "strategy", "initiatives", "risks", "comms", "smo")


def tracked() -> list[Path]:
    """The files under version control; else, in an unpacked archive, none."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a checkout: git knows no files here")
    return [PROJECT / name for name in done.stdout.split("\0") if name and (PROJECT / name).is_file()]


def text_of(path: Path) -> str:
    """The file's text; nothing for pictures and other bytes."""
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""


def templates() -> list[str]:
    """The names of our templates."""
    return sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*"))


def python_files(*folders: str) -> list[Path]:
    """The Python files below folders of the project."""
    return [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]


# Written apart, so that this file does not hold what it forbids.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "registry" + ".npmjs", "registry" + ".yarnpkg")
HOMES = ("/" + "work/", "/" + "root/", "/" + "home/", "/" + "Users/")


@pytest.mark.parametrize("forbidden", [*REGISTRIES, *HOMES])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(forbidden: str) -> None:
    whole = re.compile(
        rf"(?<![\w.}}/]){re.escape(forbidden)}" if forbidden in HOMES else re.escape(forbidden)
    )

    assert [path.name for path in tracked() if whole.search(text_of(path))] == []


def test_lock_files_pin_with_hashes_and_name_no_address() -> None:
    for name in ("base", "dev"):
        text = (PROJECT / "requirements" / f"{name}.txt").read_text()
        pinned = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, re.MULTILINE)
        assert pinned
        assert len(re.findall(r"^    --hash=sha256:", text, re.MULTILINE)) >= len(pinned)
        assert "--index-url" not in text
    assert '"resolved"' not in (PROJECT / "package-lock.json").read_text()


def explained() -> set[str]:
    """The variables that .env.example explains."""
    return set(re.findall(r"^# ([A-Z][A-Z0-9_]+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))


def test_every_setting_is_explained_where_people_look() -> None:
    read = re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z0-9_]+)\"", (PROJECT / "smo" / "settings.py").read_text())

    assert set(read) - explained() == set()


def test_what_is_explained_is_read_somewhere() -> None:
    places = [
        *python_files("smo", "tests"),
        PROJECT / "Makefile",
        PROJECT / "docker-compose.yml",
        PROJECT / "Dockerfile",
    ]
    text = "\n".join(text_of(path) for path in places)

    assert {name for name in explained() if not re.search(rf"\b{name}\b", text)} == set()


def test_ci_runs_the_checks_and_the_suite() -> None:
    lines = (PROJECT / ".ci" / "run").read_text().splitlines()

    assert [line for line in lines if line.startswith("make ")] == ["make check", "make test"]
    assert "set -euo pipefail" in lines


@pytest.mark.parametrize("name", templates())
def test_each_template_compiles(name: str) -> None:
    get_template(name)


def test_no_template_is_unused() -> None:
    """A name is used where code or a template holds it in quotes, or where it replaces a framework's own."""
    sources = [*python_files(*APPS), *(TEMPLATES / name for name in templates())]
    used = "\n".join(text_of(path) for path in sources)
    own = [name for name in templates() if not _replaces_anothers(name)]

    assert [name for name in own if not re.search(rf"[\"']{re.escape(name)}[\"'#]", used)] == []


def _replaces_anothers(name: str) -> bool:
    """Whether Django or allauth ask for this template by themselves."""
    return re.fullmatch(r"[45]\d\d(_csrf)?\.html|(account|allauth|mfa)/.+", name) is not None


# Mails are read by programs that know no style sheets and are fenced in where the browser shows them.
OF_MAILS = re.compile(r"/mail/|^ui/mail_style")
PAGES = [name for name in templates() if not OF_MAILS.search(name) and name.endswith(".html")]
INLINE = {
    "a handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", re.IGNORECASE),
    "a script's address": re.compile(r"javascript:", re.IGNORECASE),
    "a style": re.compile(r"<style|<[^>]*\sstyle\s*=", re.IGNORECASE),
    "another host": re.compile(
        r"<(?:script|link|img|iframe|use|form)\b[^>]*[\"'](?:https?:)?//", re.IGNORECASE
    ),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_page_has_inline(what: str) -> None:
    assert [name for name in PAGES if INLINE[what].search((TEMPLATES / name).read_text())] == []


def test_styles_and_scripts_ask_no_other_host() -> None:
    files = [*(PROJECT / "static").rglob("*.css"), *(PROJECT / "static").rglob("*.js")]
    asked = re.compile(r"(?:url\(|@import|import |from |fetch\()\s*[\"']?(?:https?:)?//", re.IGNORECASE)

    assert files
    assert [path.name for path in files if asked.search(path.read_text())] == []


def icons() -> Iterator[str]:
    """Every icon that a template, the navigation or a tag names."""
    for name in templates():
        text = (TEMPLATES / name).read_text()
        yield from re.findall(r"\{% icon \"([\w-]+)\"", text)
        yield from re.findall(r"icon_name(?:=|\|default:)\"([\w-]+)\"", text)
    yield from (section.icon for section in SECTIONS)
    yield from report_tags._ICONS.values()


def test_every_icon_that_is_used_is_in_the_sprite() -> None:
    known = set((PROJECT / "static" / "icons.txt").read_text().split())

    assert set(icons()) - known == set()


def test_views_write_nothing_themselves() -> None:
    """Every write goes through an action."""
    files = [path for path in python_files(*APPS) if "views" in path.relative_to(PROJECT).parts]
    files += [path for path in python_files(*APPS) if path.name == "views.py"]
    writes = re.compile(
        r"\.objects\b[^\n]*\.(?:create|get_or_create|update|update_or_create|delete)\(|\.save\("
    )

    assert files
    assert [str(path.relative_to(PROJECT)) for path in files if writes.search(path.read_text())] == []
