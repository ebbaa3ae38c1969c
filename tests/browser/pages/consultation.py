"""Who looks at the pages of consultation rounds and guests."""

from tests.browser.pages.shown import Shown

OPEN = "SELECT id FROM strategy_consultation WHERE state = 'open' ORDER BY id LIMIT 1"
CLOSED = "SELECT id FROM strategy_consultation WHERE state = 'closed' ORDER BY id LIMIT 1"
CONSULTED = (
    "SELECT p.code FROM strategy_plan p JOIN strategy_consultation c ON c.plan_id = p.id "
    "WHERE c.state = 'open' ORDER BY c.id LIMIT 1"
)
GUEST = (
    "SELECT i.id FROM strategy_consultationinvitation i JOIN strategy_consultation c "
    "ON c.id = i.consultation_id WHERE c.state = 'open' AND i.guest_email <> '' LIMIT 1"
)
OF_HEAD = (
    "SELECT r.id FROM strategy_remark r JOIN org_user u ON u.id = r.author_id "
    "WHERE u.email = 'head@demo.example' ORDER BY r.id LIMIT 1"
)

PAGES: dict[str, Shown] = {
    "consultations": Shown("smo", CONSULTED),
    "add_consultation": Shown("smo", CONSULTED),
    "consultation": Shown("smo", OPEN),
    "consultation_report": Shown("smo", CLOSED),
    "change_consultation": Shown("smo", OPEN),
    "remove_consultation": Shown("smo", OPEN),
    "invite_to_consultation": Shown("smo", OPEN),
    "invite_guest": Shown("smo", OPEN),
    "say": Shown("head", OPEN),
    "withdraw_invitation": Shown("smo", GUEST),
    "change_remark": Shown("head", OF_HEAD),
    "withdraw_remark": Shown("head", OF_HEAD),
    "answer_remark": Shown("smo", OF_HEAD),
}
NOT_HERE: dict[str, str] = {
    "move_consultation": "takes only a POST",
    "renew_guest_link": "takes only a POST: test_a_guest_of_a_consultation",
    "guest_link": "its address is a secret: test_a_guest_of_a_consultation",
    "guest_consultation": "behind that address: test_a_guest_of_a_consultation",
}
