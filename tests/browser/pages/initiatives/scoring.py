"""Who looks at the pages of prioritisation."""

from tests.browser.pages.shown import Shown

_OPEN = "SELECT id FROM initiatives_scoringround WHERE state = 'open' ORDER BY id LIMIT 1"
_CLOSED = "SELECT id FROM initiatives_scoringround WHERE state = 'closed' ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "scoring_rounds": Shown("smo"),
    "scoring_criteria": Shown("smo"),
    "scoring_round": Shown("executive", _OPEN),
    "begin_scoring_round": Shown("smo"),
}
NOT_HERE: dict[str, str] = {
    "change_scoring_round": "a plain form: looked at once as begin_scoring_round",
    "add_scoring_criterion": "a plain form: looked at once as begin_scoring_round",
    "change_scoring_criterion": "a plain form: looked at once as begin_scoring_round",
    "remove_scoring_criterion": "a plain question",
    "remove_scoring_round": "a plain question",
    "scoring_result": "a file",
}
