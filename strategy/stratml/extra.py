"""What has no field of its own in the records of a file, kept so that an export can give it back."""

from typing import Any

Extra = dict[str, Any]
"""Plain JSON values (text, numbers, None, lists, dicts); {} where nothing is left over.

`attributes` {name: text}, `texts` {element: text that could not be read as a date or number}, `text` (loose
text) and `elements` (a list of {name, line, attributes, text, elements}) hold what a file says beyond its
schema; a plan's also has these for its `StrategicPlanCore` and `AdministrativeInformation`.
"""
