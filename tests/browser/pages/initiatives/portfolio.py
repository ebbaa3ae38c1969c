"""Who looks at the pages of initiatives: the portfolio."""

from tests.browser.pages.shown import Shown

_CODE = "SELECT 'FAULT-DESK'"

PAGES: dict[str, Shown] = {
    "initiatives": Shown("smo"),
    "initiative_board": Shown("smo"),
    "initiative": Shown("smo", _CODE),
    "change_initiative": Shown("smo", _CODE),
    "initiative_objectives": Shown("smo", _CODE),
    "remove_initiative": Shown("smo", _CODE),
    "bulk_initiatives": Shown("smo", query="?code=FAULT-DESK&code=LAMPS"),
    "initiative_categories": Shown("smo"),
}
NOT_HERE: dict[str, str] = {
    "add_initiative": "a plain form: looked at once as change_initiative",
    "initiative_departments": "a plain form: looked at once as initiative_objectives",
    "add_category": "a plain form: looked at once as change_initiative",
    "change_category": "a plain form: looked at once as change_initiative",
    "save_view": "a plain form: looked at once as change_initiative",
    "change_view": "a plain form: looked at once as change_initiative",
    "remove_view": "a plain form: looked at once as remove_step",
}
