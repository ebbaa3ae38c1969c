"""What kind of file was handed in, told by its content: a name says nothing, and nothing is ever run."""

import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ENCODINGS = ("utf-8-sig", "cp1252")
# Characters that no text holds: control characters but tab, line break, form feed.
_NO_TEXT = frozenset(map(chr, range(32))) - set("\t\n\r\f")


def _begins(*heads: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(heads)


def _holds(part: str) -> Callable[[bytes], bool]:
    """An Office file with this part and without programs."""

    def test(content: bytes) -> bool:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                names = archive.namelist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
        programs = any(PurePosixPath(name).name.lower() == "vbaproject.bin" for name in names)
        return {"[Content_Types].xml", part} <= set(names) and not programs

    return test


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _reads_as("utf-16", content)
    return any(_reads_as(encoding, content) for encoding in _ENCODINGS)


def _reads_as(encoding: str, content: bytes) -> bool:
    try:
        return not _NO_TEXT & set(content.decode(encoding))
    except UnicodeDecodeError:
        return False


_KINDS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "pdf": ("application/pdf", _begins(b"%PDF-")),
    "png": ("image/png", _begins(b"\x89PNG\r\n\x1a\n")),
    "jpg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "jpeg": ("image/jpeg", _begins(b"\xff\xd8\xff")),
    "xlsx": (_WORKBOOK, _holds("xl/workbook.xml")),
    "docx": (_DOCUMENT, _holds("word/document.xml")),
    "csv": ("text/csv", _is_text),
    "txt": ("text/plain", _is_text),
}
ACCEPTED = tuple(_KINDS)


def content_type_of(name: str, content: bytes) -> str:
    """The content type of a file that may be kept.

    Raises ValueError with the reason: an ending that is not accepted, or content that is no such file.
    """
    ending = PurePosixPath(name).suffix.lower().removeprefix(".")
    if ending not in _KINDS:
        reason = _("Files like %(name)s are not kept here; accepted are: %(accepted)s.")
        raise ValueError(reason % {"name": repr(name[-40:]), "accepted": ", ".join(ACCEPTED)})
    kind, is_one = _KINDS[ending]
    if not content:
        raise ValueError(_("The file is empty."))
    if not is_one(content):
        reason = _("This is no %(kind)s file, whatever its name says (or it holds a program).")
        raise ValueError(reason % {"kind": ending.upper()})
    return kind
