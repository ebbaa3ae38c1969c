"""Who looks at the pages of risks: workshops."""

from tests.browser.pages.shown import Shown

_TOGETHER = "SELECT id FROM risks_workshop WHERE state = 'together' LIMIT 1"
PAGES: dict[str, Shown] = {
    "risk_workshops": Shown("smo"),
    "begin_risk_workshop": Shown("smo"),
    "risk_workshop": Shown("smo", _TOGETHER),
}
NOT_HERE: dict[str, str] = {}
