"""Who looks at the pages of SMART goals, commentary, teams and the action plan."""

from tests.browser.pages.shown import Shown

PAGES: dict[str, Shown] = {}
NOT_HERE: dict[str, str] = {}
