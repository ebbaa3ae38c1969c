"""From bytes to an XML tree, safely: no entities, no DTD, no network, no huge trees, a size limit."""

from typing import cast
from xml.parsers import expat

from django.utils.translation import gettext as _
from lxml import etree

from strategy.stratml.errors import StratmlError
from strategy.stratml.kept import take_in

MAX_BYTES = 20 * 2**20
"""Largest file read unless the caller says otherwise: 20 MiB, some ten times the largest plan met."""

MAX_TAGS = 1_500_000
"""Most tags read, more than 20 MiB of the densest plan met hold: a tree costs far more than its file."""


class _PrologEnd(Exception):
    """The root element begins: nothing that follows can declare an entity."""


def parse(data: bytes, *, max_bytes: int = MAX_BYTES) -> etree._Element:
    """Give the root element of `data`.

    Comments and processing instructions are left out, but for our own (`kept`). Raises StratmlError where
    the data are empty, larger than `max_bytes` or `MAX_TAGS`, not well-formed, or declare or use entities.
    """
    if len(data) > max_bytes:
        limits = {"size": len(data) / 2**20, "limit": max_bytes / 2**20}
        raise StratmlError(
            _("The file is too large: %(size).1f MiB; at most %(limit).1f MiB are read.") % limits
        )
    if data.count(b"<") > MAX_TAGS:
        raise StratmlError(
            _("The file has more than %(limit)d tags, which are too many.") % {"limit": MAX_TAGS}
        )
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise StratmlError(_("The file is empty."))
    _refuse_declarations(data)
    root = _tree(data)
    _refuse_entities(root)
    take_in(root)
    return root


def line_of(node: etree._Element) -> int:
    """Give the line of an element's start tag, from 1; 0 for one that was not read from a file."""
    return cast("int | None", node.sourceline) or 0


def _refuse_declarations(data: bytes) -> None:
    """Refuse a DOCTYPE with an internal subset before any parser expands what it declares.

    Expat tells of the subset when it meets its opening bracket. Other errors are left to the main parser,
    which reads more encodings and explains them better.
    """
    prolog = expat.ParserCreate()

    def on_doctype(_name: str, _system: str | None, _public: str | None, has_internal_subset: bool) -> None:
        if has_internal_subset:
            raise _declaration_refused(prolog.CurrentLineNumber)

    def on_root(_name: str, _attributes: dict[str, str]) -> None:
        raise _PrologEnd

    prolog.StartDoctypeDeclHandler = on_doctype
    prolog.StartElementHandler = on_root
    try:
        prolog.Parse(data, True)
    except (_PrologEnd, expat.ExpatError, ValueError, LookupError):
        return


def _tree(data: bytes) -> etree._Element:
    """Parse with everything switched off that a plan has no need of."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error) from error


def _refuse_entities(root: etree._Element) -> None:
    """Refuse what the look at the prolog could not see: an encoding Expat does not know, a used entity."""
    # The ignored type errors here and below are gaps of lxml-stubs.
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _entity in subset.iterentities()):  # type: ignore[attr-defined]
        raise _declaration_refused(None)
    for entity in root.iter(etree.Entity):
        message = _("The entity “%(entity)s” is used; write the character itself instead.")
        raise StratmlError(message % {"entity": entity.text}, line_of(entity))


def _declaration_refused(line: int | None) -> StratmlError:
    return StratmlError(
        _("The file declares entities or other markup in its DOCTYPE; remove the DOCTYPE and try again."),
        line,
    )


def _not_well_formed(error: etree.XMLSyntaxError) -> StratmlError:
    """Say where the XML breaks and what would mend it."""
    line, column = error.position
    reason = (error.msg or _("the parser gave no reason")).rsplit(", line ", 1)[0]
    message = _("The file is not well-formed XML (%(reason)s). %(mend)s")
    mend = _mend(error.code)  # type: ignore[attr-defined]
    return StratmlError(message % {"reason": reason, "mend": mend}, line or None, column or None)


def _mend(code: int) -> str:
    """Advice for one libxml2 error code (`lxml.etree.ErrorTypes`)."""
    advice = {
        "ERR_DOCUMENT_EMPTY": _("It does not begin like XML: choose the .xml file itself."),
        "ERR_DOCUMENT_END": _("Exactly one root element is expected: remove what follows its end tag."),
        "ERR_INVALID_CHAR": _("Remove the control character at this place."),
        "ERR_UNDECLARED_ENTITY": _("Write the character itself, or its number such as &#160;."),
        "ERR_UNSUPPORTED_ENCODING": _("Save the file as UTF-8."),
        "ERR_RESERVED_XML_NAME": _("The XML declaration must be the very first thing in the file."),
        "ERR_LT_IN_ATTRIBUTE": _("Write a bare “<” as “&lt;”."),
        "ERR_NAME_REQUIRED": _("Write a bare “&” as “&amp;” and a bare “<” as “&lt;”."),
        "ERR_ENTITYREF_SEMICOL_MISSING": _("Write a bare “&” as “&amp;”."),
        "ERR_TAG_NAME_MISMATCH": _("Close every element with its own end tag, the last opened first."),
        "ERR_TAG_NOT_FINISHED": _("The file ends too early: it may have been cut off; get it again."),
        "ERR_INVALID_ENCODING": _("The bytes do not fit the declared encoding: save the file as UTF-8."),
        "NS_ERR_UNDEFINED_NAMESPACE": _("Declare the namespace prefix in the root element."),
    }
    for name, text in advice.items():
        if code == getattr(etree.ErrorTypes, name, None):
            return text
    return _("Mend it in an XML editor and try again.")
