"""An element of a StratML file as it is written: leaves that read back as they were, or say so beside."""

import re
import uuid
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from lxml import etree

from strategy.stratml.kept import Fields, instruction, without_controls
from strategy.stratml.numbers import is_filler

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?(/[\w./~-]*)?(\?[\w.=&+-]*)?(#[\w.-]*)?", re.ASCII)
_NCNAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


class Node:
    """An element under construction. `taken`: the identifiers of the whole file, which are unique in it.

    Every leaf is written as the schema allows; where it would not read back as the record's field, the
    field goes into the element's instruction (`finish`).
    """

    def __init__(self, element: etree._Element, taken: set[str]) -> None:
        """Wrap an empty element."""
        self.element = element
        self._taken = taken
        self._kept: Fields = {}

    def child(self, name: str) -> "Node":
        """Add an element."""
        return Node(etree.SubElement(self.element, f"{{{NAMESPACE}}}{name}"), self._taken)

    def words(self, name: str, field: str, text: str, *, needed: bool = False) -> None:
        """Add a text on one line; empty ones only where the schema needs the element."""
        self._leaf(name, field, text, " ".join(without_controls(text).split()), needed)

    def prose(self, name: str, field: str, text: str, *, needed: bool = False) -> None:
        """Add a text with its line breaks."""
        lines = without_controls(text).replace("\r", "\n").split("\n")
        self._leaf(name, field, text, "\n".join(line.strip() for line in lines).strip(), needed)

    def _leaf(self, name: str, field: str, text: str, plain: str, needed: bool) -> None:
        if plain or needed:
            self.child(name).element.text = plain
        self.keep(field, text, "" if is_filler(plain) else plain)

    def token(self, name: str, text: str) -> str:
        """Add a text for machines where there is one; returns what will be read back."""
        plain = " ".join(without_controls(text).split())
        if plain:
            self.child(name).element.text = plain
        return "" if is_filler(plain) else plain

    def address(self, name: str, text: str) -> str:
        """Add a web address where there is one; what is none is escaped. Returns what will be read back."""
        if not text:
            return ""
        written = text if _ADDRESS.fullmatch(text) else quote(text, safe="")
        self.child(name).element.text = written
        return "" if is_filler(written) else written

    def identifier(self, text: str, *, generated: str = "") -> str:
        """Add the identifier: the record's own where it is a name and the first of its kind, else a new one.

        Returns what was written; the record's own is kept beside another.
        """
        written = text
        if not _NCNAME.fullmatch(text) or text in self._taken:
            written = f"_{uuid.uuid5(uuid.NAMESPACE_OID, f'{len(self._taken)} {text} {generated}')}"
        self._taken.add(written)
        self.child("Identifier").element.text = written
        self.keep("identifier", text, written)
        return written

    def day(self, name: str, day: date | None) -> None:
        """Add a date where there is one."""
        if day is not None:
            self.child(name).element.text = day.isoformat()

    def number(self, name: str, number: float | None) -> None:
        """Add a number as a plain decimal, which the schema wants, that reads back as the very same."""
        if number is not None:
            self.child(name).element.text = format(Decimal(repr(number)), "f")

    def choice(
        self, attribute: str, field: str, text: str, allowed: Sequence[str], *, needed: str = ""
    ) -> None:
        """Set an attribute that allows only some values; `needed`: what to write instead of none."""
        written = text if text in allowed else needed
        if written:
            self.element.set(attribute, written)
        self.keep(field, text, written)

    def keep(self, field: str, value: Any, read_back: Any) -> None:
        """Keep a field beside the element where it would not be read back from it."""
        if value != read_back:
            self._kept[field] = value

    def finish(self) -> None:
        """Add the instruction where anything is to be kept.

        An element that says nothing would be passed over as one that a form left empty, so it says so.
        """
        if not self.element.attrib and not any(self.element.itertext()):
            self._kept.setdefault("line", 0)
        if self._kept:
            self.element.insert(0, instruction(self._kept))
