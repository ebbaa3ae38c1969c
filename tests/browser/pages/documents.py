"""Who looks at the pages of plan documents, StratML, the strategy calendar and the charter."""

from tests.browser.pages.shown import Shown

PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"

DATE = "SELECT id FROM strategy_strategydate ORDER BY id LIMIT 1"

PAGES: dict[str, Shown] = {
    "plan_document": Shown("viewer", PLAN),
    "charter": Shown("viewer"),
    "change_charter": Shown("smo"),
    "strategy_calendar": Shown("smo"),
    "add_strategy_date": Shown("smo"),
    "change_strategy_date": Shown("smo", DATE),
    "remove_strategy_date": Shown("smo", DATE),
}
NOT_HERE: dict[str, str] = {
    "plan_pdf": "a file",
    "plan_stratml": "a file",
    "calendar_file": "a file",
    "calendar_feed": "a file",
    "calendar_address": "takes only a POST: tests/strategy/calendar/test_feed.py",
}
