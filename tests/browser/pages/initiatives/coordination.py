"""Who looks at the pages of coordination."""

from tests.browser.pages.shown import Shown

_PAIR = "SELECT 'ONLINE-PERMITS', 'PERMIT-BOT'"

PAGES: dict[str, Shown] = {
    "coordination": Shown("viewer", query="?by=initiative"),
    "overlap": Shown("smo", _PAIR),
}
NOT_HERE: dict[str, str] = {"merge_initiatives": "a plain form: looked at once as add_allocation"}
