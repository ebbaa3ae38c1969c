"""Browser assets: copies the declared files of node_modules to build/assets/vendor and makes the icon sprite.

Standard library only; the setup runs it by path. Everything a page may load comes from here or from static/,
never from another host. Nothing happens when the stamp says that the same was built from the same.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
MODULES = PROJECT / "node_modules"
BUILD = PROJECT / "build"
ICON_LIST = PROJECT / "static" / "icons.txt"
ICONS = MODULES / "@tabler/icons/icons/outline"

# What is served, and the file of node_modules that it is copied from.
COPIES = {
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "tabler/tabler.rtl.min.css": "@tabler/core/dist/css/tabler.rtl.min.css",
    "tabler/tabler.min.js": "@tabler/core/dist/js/tabler.min.js",
    "sortable/sortable.esm.js": "sortablejs/modular/sortable.esm.js",
    "plotly/plotly-cartesian.min.js": "plotly.js-cartesian-dist-min/plotly-cartesian.min.js",
}
# A style sheet of fonts, the style sheets it is made of, and the faces (by their comment) that it keeps.
FONTS = {
    "inter.css": ("@fontsource-variable/inter", ["opsz.css", "opsz-italic.css"], "inter-"),
    "plex-arabic.css": (
        "@fontsource/ibm-plex-sans-arabic",
        ["400.css", "500.css", "600.css"],
        "ibm-plex-sans-arabic-arabic-",
    ),
}
SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
FACE = re.compile(r"/\*\s*(?P<name>[\w-]+)\s*\*/\s*@font-face\s*\{(?P<body>[^}]*)\}")
WOFF2 = re.compile(r"url\(\./files/(?P<file>[\w-]+\.woff2)\)\s*format\('(?P<format>[\w-]+)'\)")
ICON_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
DRAWING = re.compile(r"<svg[^>]*>(?P<paths>.*)</svg>", re.DOTALL)


class AssetError(Exception):
    """A declared file or icon that does not exist; the text says which."""


def copy_vendor_files(target: Path) -> None:
    """Copy each file of COPIES, without the pointer to a source map that is not served."""
    for served, source in COPIES.items():
        file = target / served
        file.parent.mkdir(parents=True, exist_ok=True)
        text = (MODULES / source).read_text(encoding="utf-8")
        file.write_text(SOURCE_MAP.sub("", text), encoding="utf-8")


def write_fonts(target: Path) -> None:
    """Write each style sheet of FONTS and copy the font files that it names, woff2 only."""
    (target / "files").mkdir(parents=True, exist_ok=True)
    for sheet, (package, sources, kept) in FONTS.items():
        css = "\n".join((MODULES / package / source).read_text(encoding="utf-8") for source in sources)
        faces = [face["body"] for face in FACE.finditer(css) if face["name"].startswith(kept)]
        (target / sheet).write_text("\n".join(map(woff2_face, faces)), encoding="utf-8")
        for face in faces:
            for source in WOFF2.finditer(face):
                shutil.copyfile(
                    MODULES / package / "files" / source["file"], target / "files" / source["file"]
                )


def woff2_face(body: str) -> str:
    """Return a font face whose only source is its woff2 file, beside the style sheet."""
    source = WOFF2.search(body)
    if source is None:
        raise AssetError("a font face without a woff2 file")
    kept = f"src: url(files/{source['file']}) format('{source['format']}');"
    return "@font-face {" + re.sub(r"src:[^;]*;", kept, body) + "}\n"


def icon_names() -> list[str]:
    """Return the icons that static/icons.txt lists, one name a line; `#` begins a comment."""
    lines = (line.split("#")[0].strip() for line in ICON_LIST.read_text(encoding="utf-8").splitlines())
    return sorted({line for line in lines if line})


def icon_symbol(name: str) -> str:
    """Return one icon as an SVG symbol whose id is the icon's name."""
    file = ICONS / f"{name}.svg"
    if not ICON_NAME.fullmatch(name) or not file.exists():
        raise AssetError(f"static/icons.txt: Tabler has no outline icon called “{name}”")
    drawing = DRAWING.search(file.read_text(encoding="utf-8"))
    if drawing is None:
        raise AssetError(f"{file.name} holds no drawing")
    paths = re.sub(r'\s*<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>', "", drawing["paths"])
    return (
        f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
        f'stroke-linecap="round" stroke-linejoin="round">{" ".join(paths.split())}</symbol>'
    )


def sprite() -> str:
    """Return the icons of the list as one SVG file."""
    symbols = "\n".join(map(icon_symbol, icon_names()))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def source_hash() -> str:
    """Return what the built files depend on, as one hash."""
    digest = hashlib.sha256()
    for file in (PROJECT / "package-lock.json", ICON_LIST, Path(__file__)):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def build() -> bool:
    """Build build/assets unless it is there already; return whether anything was built."""
    stamp, target = BUILD / "assets.stamp", BUILD / "assets" / "vendor"
    if stamp.exists() and stamp.read_text() == source_hash():
        return False
    stamp.unlink(missing_ok=True)
    copy_vendor_files(target)
    write_fonts(target / "fonts")
    (target / "icons.svg").write_text(sprite(), encoding="utf-8")
    stamp.write_text(source_hash())
    return True


def main() -> int:
    """Build; print one line when a declared file is missing."""
    try:
        build()
    except AssetError as error:
        print(f"✗ {error}", file=sys.stderr)
    except OSError as error:
        print(f"✗ {error.strerror}: {error.filename}", file=sys.stderr)
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
