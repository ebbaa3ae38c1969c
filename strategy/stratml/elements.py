"""An element of a StratML file, read child by child, that knows what of it has not been read."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _
from lxml import etree

from strategy.stratml.dates import read_date
from strategy.stratml.errors import Remark, StratmlError
from strategy.stratml.extra import Extra
from strategy.stratml.kept import KEPT, fields_of, replaced
from strategy.stratml.markup import line_of
from strategy.stratml.numbers import is_filler, is_placeholder, read_number

R = TypeVar("R")
_MAX_ATTRIBUTES = 100
"""The schema knows two at most; lxml takes time quadratic in their number."""


class Element:
    """A view of one XML element by local names, in any namespace and any order of children.

    Readers take what they know; `extra()` gives what nobody took and remarks on it. Remarks of the whole
    file go into the one list `remarks`.
    """

    def __init__(self, node: etree._Element, remarks: list[Remark]) -> None:
        """Wrap `node`."""
        self._node = node
        self._remarks = remarks
        self._left = list(node)
        self._attributes = {etree.QName(name).localname: str(text) for name, text in _own_attributes(node)}
        self._unreadable: dict[str, str] = {}
        self._leaf_attributes: dict[str, Extra] = {}

    @property
    def name(self) -> str:
        """The local name."""
        return etree.QName(self._node).localname

    @property
    def namespace(self) -> str:
        """The namespace, `""` where there is none."""
        return etree.QName(self._node).namespace or ""

    @property
    def line(self) -> int:
        """The line of the start tag, from 1."""
        return line_of(self._node)

    def child_names(self) -> list[str]:
        """Give the local names of the children, each once, in document order."""
        return list(dict.fromkeys(etree.QName(child).localname for child in self._node))

    def is_empty(self) -> bool:
        """Tell whether neither text nor an attribute with a value is in it, at any depth."""
        return _is_empty(self._node)

    def each(self, *names: str) -> list["Element"]:
        """Take the children of these names in document order, leaving out empty ones."""
        return [one for one in self.slots(*names) if not one.is_empty()]

    def slots(self, *names: str) -> list["Element"]:
        """Take the children of these names in document order, empty ones included."""
        found: list[etree._Element] = []
        left: list[etree._Element] = []
        for child in self._left:
            (found if etree.QName(child).localname in names else left).append(child)
        self._left = left
        return [Element(child, self._remarks) for child in found]

    def first(self, *names: str) -> "Element | None":
        """Take the first child of these names that is not empty; others stay and count as left over."""
        for child in self._left:
            if etree.QName(child).localname in names and not _is_empty(child):
                self._left.remove(child)
                return Element(child, self._remarks)
        return None

    def _leaf(self, *names: str) -> "Element | None":
        """Take a child that holds text; its attributes, which the schema does not know, are kept."""
        child = self.first(*names)
        if child is not None and (kept := {name: text for name, text in child._attributes.items() if text}):
            self._leaf_attributes[child.name] = kept
        return child

    def attribute(self, *names: str) -> str:
        """Take the first of these attributes that is there; `""` where none is."""
        taken = [self._attributes.pop(name, "").strip() for name in names]
        return next((text for text in taken if text), "")

    def words(self, *names: str) -> str:
        """Take the text of a child on one line; a filler such as `[Insert name]` is empty, with a remark."""
        child = self._leaf(*names)
        text = "" if child is None else " ".join(child.own_text().split())
        if child is not None and is_filler(text):
            child.remark(_("“%(text)s” in %(element)s is read as empty."), text=text[:80])
            return ""
        return text

    def token(self, name: str) -> str:
        """Take the text of a child that names something for machines; fillers are empty, without a word."""
        child = self._leaf(name)
        return "" if child is None else child.token_text()

    def token_text(self) -> str:
        """Give its own text as `token` does."""
        text = " ".join(self.own_text().split())
        return "" if is_filler(text) else text

    def prose(self, name: str) -> str:
        """Take the text of a child with its line breaks; fillers are empty, without a word."""
        child = self._leaf(name)
        text = "" if child is None else child.own_text()
        return "" if is_filler(text) else text

    def own_text(self) -> str:
        """Give all text in it, markup left out, each line and the whole stripped."""
        text = "".join(str(part) for part in self._node.itertext())
        return "\n".join(line.strip() for line in text.replace("\r", "\n").split("\n")).strip()

    def loose_text(self) -> str:
        """Give the text that stands in it beside its children."""
        return _loose_text(self._node)

    def day(self, name: str, *, at_end: bool = False) -> date | None:
        """Take a date; what cannot be read as one is None, with a remark, and kept in `extra()`."""
        child = self._leaf(name)
        if child is None:
            return None
        text = " ".join(child.own_text().split())
        found = read_date(text, at_end=at_end)
        if found is None and text:
            self._unreadable[name] = text
            child.remark(
                _("“%(text)s” in %(element)s is no date like 2026-12-31; kept as text."), text=text[:80]
            )
        return found

    def number(self, name: str) -> float | None:
        """Take a number; what cannot be read as one is None, with a remark, and kept in `extra()`."""
        child = self._leaf(name)
        if child is None:
            return None
        text = " ".join(child.own_text().split())
        found = None if is_placeholder(text) else read_number(text)
        if found is None and text:
            self._unreadable[name] = text
            child.remark(_("“%(text)s” in %(element)s is no number; kept as text."), text=text[:80])
        return found

    def extra(self, *, loose_text_taken: bool = False) -> Extra:
        """Give what nobody took, as JSON values; remark on elements that have no place here."""
        strays = [child for child in self._left if not _is_empty(child)]
        for stray in strays:
            message = _("%(element)s is unknown or repeated in %(parent)s; kept with the plan.")
            Element(stray, self._remarks).remark(message, parent=self.name)
        attributes = {name: text for name, text in self._attributes.items() if text.strip()}
        kept = {
            "attributes": attributes,
            "texts": self._unreadable,
            "leaf_attributes": self._leaf_attributes,
            "text": "" if loose_text_taken else self.loose_text(),
            "elements": [_stray(child) for child in strays],
        }
        return {key: what for key, what in kept.items() if what}

    def said(self, record: R) -> R:
        """Give `record`, read from this element, with what our own instruction in it says instead."""
        return replaced(record, fields_of(self._node, self.line), self.line)

    def remark(self, message: str, **words: str) -> None:
        """Remark on this element; `message` may use `%(element)s`, its name, and any of `words`."""
        self._remarks.append(Remark(self.line, message % {"element": self.name, **words}))


_NOT_OWN = ("http://www.w3.org/2001/XMLSchema-instance", etree.QName(KEPT).namespace)
"""XML Schema's attributes speak of the file and not of the plan; ours are read by `said`."""


def _own_attributes(node: etree._Element) -> Iterator[tuple[str, str]]:
    if len(node.attrib) > _MAX_ATTRIBUTES:
        raise StratmlError(_("An element has too many attributes."), line_of(node))
    for name, text in node.attrib.items():
        if etree.QName(name).namespace not in _NOT_OWN:
            yield str(name), str(text)


def _is_empty(node: etree._Element) -> bool:
    if any(str(text).strip() for text in node.itertext()) or any(KEPT in one.attrib for one in node.iter()):
        return False
    return not any(text.strip() for one in node.iter() for _name, text in _own_attributes(one))


def _loose_text(node: etree._Element) -> str:
    parts = [node.text or "", *(child.tail or "" for child in node)]
    return " ".join(" ".join(parts).split())


def _stray(node: etree._Element) -> Extra:
    """Give an element that has no place, with all it holds, as JSON values."""
    attributes = {etree.QName(name).localname: text for name, text in _own_attributes(node)}
    kept = {
        "name": etree.QName(node).localname,
        "line": line_of(node),
        "attributes": attributes,
        "text": _loose_text(node),
        "elements": [_stray(child) for child in node if not _is_empty(child)],
    }
    return {key: what for key, what in kept.items() if what}
