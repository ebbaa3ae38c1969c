"""Who looks at the pages of initiatives: methods."""

from tests.browser.pages.shown import Shown

_LED = "SELECT 'BUS-LANES'"
_ELEMENT = """SELECT i.code, e.id FROM initiatives_initiative i
JOIN initiatives_methodelement e ON e.method_id = i.method_id
WHERE i.code = 'BUS-LANES' ORDER BY e.id LIMIT 1"""

PAGES: dict[str, Shown] = {
    "methods": Shown("smo"),
    "method": Shown("smo", "SELECT 'staged'"),
    "add_method_part": Shown("smo", "SELECT 'staged', 'element'"),
    "initiative_method": Shown("smo", _LED),
    "answer_element": Shown("smo", _ELEMENT),
}
_LIKE = "a plain form: looked at as add_method_part"
NOT_HERE: dict[str, str] = {
    "begin_with_methods": "takes a POST",
    "add_method": _LIKE,
    "change_method": _LIKE,
    "archive_method": "a plain question",
    "change_method_part": _LIKE,
    "remove_method_part": "a plain question",
    "move_method_part": "takes a POST",
    "follow_method": _LIKE,
    "tick_element": "takes a POST",
}
