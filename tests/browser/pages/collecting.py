"""Who looks at the pages of rounds, the TOWS matrix and the gap check."""

from tests.browser.pages.shown import WRITTEN, Shown

PLAN = "SELECT code FROM strategy_plan WHERE code = 'harbour-city'"
COLLECTING = "SELECT id FROM strategy_analysisround WHERE state = 'collecting' LIMIT 1"
ITEM = """SELECT i.id FROM strategy_analysisitem i JOIN org_user u ON u.id = i.contributor_id
WHERE i.state = 'own' AND u.email = 'contributor@demo.example' LIMIT 1"""
OPTION = "SELECT id FROM strategy_strategicoption WHERE state = 'considered' ORDER BY id LIMIT 1"
PART = f"SELECT id FROM strategy_statementpart WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
PRIORITY = """SELECT p.id FROM strategy_priority p JOIN strategy_plan l ON l.id = p.plan_id
WHERE l.code = 'harbour-city' ORDER BY p.id LIMIT 1"""

PAGES: dict[str, Shown] = {
    "rounds": Shown("smo", PLAN),
    "add_round": Shown("smo", PLAN),
    "round": Shown("contributor", COLLECTING),
    "change_round": Shown("smo", COLLECTING),
    "remove_round": Shown("smo", COLLECTING),
    "round_item": Shown("contributor", ITEM),
    "options": Shown("smo", PLAN),
    "add_option": Shown("smo", PLAN),
    "option": Shown("smo", OPTION),
    "change_option": Shown("smo", OPTION),
    "decide_option": Shown("smo", f"SELECT ({OPTION}), 'choose'"),
    "statement_parts": Shown("smo", PLAN),
    "change_statement_part": Shown("smo", PART),
    "priority": Shown("executive", PRIORITY),
    "link_priority": Shown(
        "smo", f"SELECT id FROM strategy_priority WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
    ),
}
NOT_HERE: dict[str, str] = {}
