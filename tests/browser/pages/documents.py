"""Who looks at the pages of plan documents, StratML, the strategy calendar and the charter."""

from tests.browser.pages.shown import Shown

PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"

PAGES: dict[str, Shown] = {"plan_document": Shown("viewer", PLAN)}
NOT_HERE: dict[str, str] = {"plan_pdf": "a file", "plan_stratml": "a file"}
