"""What has no field of its own in the records of a file, kept so that an export can give it back."""

from typing import Any

Extra = dict[str, Any]
"""Plain JSON values (text, numbers, None, lists, dicts); {} where nothing is left over. The keys, where used:

- `attributes`: {name: text} that the schema does not know
- `leaf_attributes`: {element: {name: text}} of children that only hold text
- `texts`: {element: text} that could not be read as a date or number
- `text`: text that stands beside the children
- `elements`: children without a place: a list of {name, line, attributes, text, elements}

A plan's also has these for its `StrategicPlanCore` and `AdministrativeInformation`, an indicator's for its
measurement `instances`, by their number.
"""
