"""Who looks at the pages of people, money and technology."""

from tests.browser.pages.shown import Shown

_WITH_MONEY = "SELECT code FROM initiatives_initiative WHERE code = 'FAULT-DESK'"

PAGES: dict[str, Shown] = {
    "resources": Shown("viewer"),
    "capacities": Shown("smo"),
    "money_follows": Shown("viewer", query="?stages=all"),
    "technologies": Shown("smo"),
    "means_lists": Shown("smo"),
    "initiative_means": Shown("smo", _WITH_MONEY),
    "initiative_people": Shown("smo", _WITH_MONEY),
    "initiative_money": Shown("smo", _WITH_MONEY),
    "add_allocation": Shown("smo", _WITH_MONEY),
}
_PLAIN = "a plain form: looked at once as add_allocation"
_ASKS = "asks before something is lost: looked at elsewhere"
NOT_HERE: dict[str, str] = {
    **dict.fromkeys(
        (
            "add_capacity",
            "change_capacity",
            "add_listed",
            "change_listed",
            "change_allocation",
            "add_technology_use",
            "change_technology_use",
        ),
        _PLAIN,
    ),
    **dict.fromkeys(
        ("remove_capacity", "remove_listed", "remove_allocation", "remove_technology_use"), _ASKS
    ),
}
