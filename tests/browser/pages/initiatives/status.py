"""Who looks at the pages of initiatives: status."""

from tests.browser.pages.shown import Shown

_ASKED = """SELECT i.code, u.id FROM initiatives_updatequestion q JOIN initiatives_statusupdate u
ON u.id = q.update_id JOIN initiatives_initiative i ON i.id = u.initiative_id
WHERE q.answered_at IS NULL ORDER BY q.id LIMIT 1"""
_CODE = "SELECT 'FAULT-DESK'"

PAGES: dict[str, Shown] = {
    "portfolio_status": Shown("executive"),
    "updates_due": Shown("head"),
    "initiative_status": Shown("executive", _CODE),
    "write_update": Shown("head", "SELECT 'BUS-LANES'"),
    "ask_about_update": Shown("executive", _ASKED),
}
NOT_HERE: dict[str, str] = {
    "keep_draft": "takes a POST",
    "drop_draft": "a plain form: looked at once as remove_step",
    "answer_question": "a plain form: looked at once as ask_about_update",
}
