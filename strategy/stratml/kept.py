"""What a StratML file of ours says beyond the schema: `<?smo {"identifier": "4 b"}?>` inside an element.

The schema allows no other elements or attributes, but processing instructions anywhere, which other
programs pass over. Each holds, as JSON, the fields of the record that the element cannot say: what a file
that was read before had without a place, and texts that break the schema's rules.
"""

import dataclasses
import json
import re
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from lxml import etree

from strategy.stratml.errors import StratmlError

TARGET = "smo"
KEPT = "{urn:smo:kept}kept"
"""The attribute under which the tree in memory holds an element's instruction; never in a file."""

Fields = dict[str, Any]
R = TypeVar("R")


def instruction(fields: Fields) -> etree._ProcessingInstruction:
    """Give the instruction that says `fields`, plain JSON values by the names of the record's fields."""
    text = json.dumps(fields, ensure_ascii=True, separators=(",", ":"))
    return etree.ProcessingInstruction(TARGET, text.replace("?>", "?\\u003e"))


def take_in(root: etree._Element) -> None:
    """Turn our instructions inside `root` into attributes of their elements, and drop all others."""
    for one in root.iter(etree.ProcessingInstruction):
        parent = one.getparent()
        if one.target == TARGET and parent is not None:  # type: ignore[attr-defined]
            parent.set(KEPT, one.text or "")
    etree.strip_tags(root, etree.ProcessingInstruction)


def fields_of(node: etree._Element, line: int) -> Fields:
    """Give what the instruction of an element says, {} where it has none.

    Raises StratmlError where it is no JSON object.
    """
    text = node.get(KEPT)
    if text is None:
        return {}
    try:
        fields = json.loads(text, parse_constant=_no_number)
        storable = _is_storable(fields)
    except (ValueError, RecursionError):
        raise _damaged(line) from None
    if not storable or not isinstance(fields, dict):
        raise _damaged(line)
    return fields


def _no_number(name: str) -> None:
    """NaN and the infinities are no JSON."""
    raise ValueError(name)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def _is_storable(value: Any) -> bool:
    """Whether a database can hold every text in it: no NUL, no half of a pair of surrogates."""
    if isinstance(value, dict):
        return all(_is_storable(name) and _is_storable(one) for name, one in value.items())
    if isinstance(value, list):
        return all(_is_storable(one) for one in value)
    return not (isinstance(value, str) and _UNSTORABLE.search(value))


def _damaged(line: int) -> StratmlError:
    return StratmlError(_("The instruction <?smo …?> is damaged; remove it and try again."), line)


def replaced(record: R, fields: Fields, line: int) -> R:
    """Give `record` with these fields; lists become tuples, as records have them.

    Raises StratmlError where the record has no such field or it holds something else.
    """
    known = {one.name: getattr(record, one.name) for one in dataclasses.fields(record)}  # type: ignore[arg-type]
    values = {name: _frozen(value) for name, value in fields.items()}
    for name, value in values.items():
        if name not in known or type(value) is not type(known[name]):
            raise _damaged(line)
    return dataclasses.replace(record, **values) if values else record  # type: ignore[type-var]


def _frozen(value: Any) -> Any:
    """Lists as tuples, one level down too; dicts (`extra`) as they are."""
    if isinstance(value, list):
        return tuple(tuple(one) if isinstance(one, list) else one for one in value)
    return value


_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def without_controls(text: str) -> str:
    """Leave out the characters that XML cannot hold."""
    return _CONTROLS.sub("", text)
