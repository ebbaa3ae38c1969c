"""What the pages answer to whom: GET and POST of every route that people open in a browser."""

from django.conf import settings

from tests.smo.matrix.callers import (
    ADMINISTRATOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    MEASURES,
    NOBODY,
    READS_CONSULTATIONS,
    READS_DRAFTS,
    STAFF,
    VIEWER,
)
from tests.smo.matrix.editing import EDITING
from tests.smo.matrix.formulating import FORMULATING_PAGES
from tests.smo.matrix.initiatives import INITIATIVE_PAGES
from tests.smo.matrix.measures import MEASURE_PAGES, PLAN_CHECKS
from tests.smo.matrix.past import PAST_PAGES
from tests.smo.matrix.risks import RISK_PAGES
from tests.smo.matrix.rows import HIDDEN, Row, page, public
from tests.smo.matrix.values import VALUE_PAGES

ADMIN = (ADMINISTRATOR,)
SMO = (STAFF,)
AT_ROADS = {"code": "roads"}
OF_VIEWER = {"pk": "{viewer_id}"}

HOME: list[Row] = [
    *public("healthz", get=200, post=405),
    *public("readyz", get=200, post=405),
    *public("set_language", get=302, post=302),
    *page("home"),
    *page("my_work", post=MEASURES, answer=302),
    *page("fill_values", get=MEASURES, post=MEASURES, answer=302),
    *page("fill_kpi", {"code": "complaints"}, get=MEASURES, post=MEASURES, answer=302),
    *page("decide_values", get=None, post=(STAFF, HEAD), answer=302),
    *page("remind_person", OF_VIEWER, get=None, post=SMO, answer=302),
    *page("search"),
    *page("administration", get=ADMIN),
    *page("organisation", get=ADMIN, post=ADMIN),
]

# What allauth redirects is answered by the page it leads to.
ACCOUNTS: list[Row] = [
    *public("account_login", get=200, post=200, signed_in_get=302, signed_in_post=302),
    *public("account_logout", get=302, post=302, signed_in_get=200),
    *public("account_inactive", get=200, post=405),
    *public("account_reset_password", get=200, post=200),
    *public("account_reset_password_done", get=200, post=405),
    *public("account_reset_password_from_key", get=200, post=200, where={"uidb36": "a", "key": "b-c"}),
    *public("account_reset_password_from_key_done", get=200, post=405),
    *public("mfa_authenticate", get=302, post=302),
    *public("first_administrator", get=302, post=302),
    *page("account_reauthenticate", post=EVERYONE, answer=200),
    *page("account_change_password", post=EVERYONE, answer=200),
    *page("account_set_password", get=NOBODY, post=NOBODY, otherwise=302),  # who has one changes it
    *page("mfa_index"),
    *page("mfa_reauthenticate", get=NOBODY, post=NOBODY, otherwise=302),
    *page("mfa_activate_totp", get=NOBODY, post=NOBODY, otherwise=302),  # asks for the password first
    *page("mfa_deactivate_totp", get=NOBODY, post=NOBODY, otherwise=HIDDEN),  # there is none yet
    *page("mfa_view_recovery_codes", get=NOBODY, otherwise=HIDDEN),
    *page("mfa_generate_recovery_codes", get=NOBODY, post=NOBODY, otherwise=302),
    *page("mfa_download_recovery_codes", get=NOBODY, post=NOBODY, otherwise=HIDDEN),
]

ORGANISATION: list[Row] = [
    *page("departments"),
    *page("department", AT_ROADS),
    *page("add_department", get=ADMIN, post=ADMIN),
    *page("import_departments", get=ADMIN, post=ADMIN),
    *page("change_department", AT_ROADS, get=ADMIN, post=ADMIN),
    *page("move_department", AT_ROADS, get=ADMIN, post=ADMIN),
    *page("close_department", AT_ROADS, get=ADMIN, post=ADMIN),
    *page("people"),
    *page("person", OF_VIEWER),
    *page("add_person", get=ADMIN, post=ADMIN),
    *page("import_people", get=ADMIN, post=ADMIN),
    *page("change_person", OF_VIEWER, get=ADMIN, post=ADMIN),
    *page("password_link", OF_VIEWER, get=None, post=ADMIN, answer=200),
    *page("add_role", OF_VIEWER, get=ADMIN, post=ADMIN),
    *page("remove_role", {**OF_VIEWER, "membership_pk": "{membership}"}, get=ADMIN, post=ADMIN, answer=302),
    *page("person_tokens", {"pk": "{service_id}"}, get=ADMIN, variant="of a service account"),
    *page("person_tokens", OF_VIEWER, get=(VIEWER,), variant="of a person"),
    *page("add_person_token", {"pk": "{service_id}"}, get=ADMIN, post=ADMIN, variant="of a service account"),
    *page("add_person_token", OF_VIEWER, get=(VIEWER,), post=(VIEWER,), variant="of a person"),
    *page("profile", post=EVERYONE),
    *page("tokens"),
    *page("add_token", post=EVERYONE),
    *page(
        "revoke_token", {"pk": "{service_token}"}, get=ADMIN, post=ADMIN, answer=302, variant="a program's"
    ),
    *page("revoke_token", {"pk": "{viewer_token}"}, (VIEWER,), (VIEWER,), 302, variant="own"),
    *page("mail", get=ADMIN),
    *page("message", {"key": "{message}"}, get=ADMIN),
    *page("message_body", {"key": "{message}"}, get=ADMIN),
    *page("history", get=(ADMINISTRATOR, STAFF)),
    *page("object_history", {"kind": "org.department", "pk": "{department_id}"}, get=(ADMINISTRATOR, STAFF)),
]

MEASURING: list[Row] = [
    *page("computation_stamp"),
    *page("kpis"),
    *page("kpi", {"code": "complaints"}),
    *page("performance_imports", get=MEASURES),
    *page("import_kpis", get=SMO, post=SMO),
    *page("import_measurements", get=MEASURES, post=MEASURES),
    *page("enter_value", {"code": "complaints"}, get=MEASURES, post=MEASURES),
    *MEASURE_PAGES,
    *PAST_PAGES,
]

STRATEGY: list[Row] = [
    *PLAN_CHECKS,
    *page("plans"),
    *page("import_stratml", get=SMO, post=SMO),
    *page("plan", {"code": "active"}, variant="active"),
    *page("plan", {"code": "consultation"}, get=READS_CONSULTATIONS, otherwise=HIDDEN, variant="asked"),
    *page("plan", {"code": "draft"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="draft"),
    *page("objective", {"pk": "{active_objective}"}, variant="active"),
    *page(
        "objective",
        {"pk": "{consultation_objective}"},
        get=READS_CONSULTATIONS,
        otherwise=HIDDEN,
        variant="asked",
    ),
    *page("objective", {"pk": "{draft_objective}"}, get=READS_DRAFTS, otherwise=HIDDEN, variant="draft"),
    *page("performance", get=NOBODY, otherwise=302),
    *page("scorecard"),
    *page("scorecard", query="?plan=draft", get=READS_DRAFTS, otherwise=HIDDEN),
    *page("why"),
    *page("why", query="?kind=objective&key=O9", get=NOBODY, otherwise=HIDDEN, variant="nowhere"),
    *page("why", query="?plan=draft", get=READS_DRAFTS, otherwise=HIDDEN),
    *page("department_scores"),
    *page("department_scores", query="?plan=draft", get=READS_DRAFTS, otherwise=HIDDEN),
    *page("department_performance", AT_ROADS),
    *page("department_performance", AT_ROADS, query="?plan=draft", get=READS_DRAFTS, otherwise=HIDDEN),
]

COMMUNICATION: list[Row] = [
    *page("reports"),
    *page("add_report", get=SMO, post=SMO),
    *page("report", {"pk": "{report}"}, get=(STAFF, EXECUTIVE), otherwise=HIDDEN),
    *page("change_report", {"pk": "{report}"}, get=SMO, post=SMO),
    *page("remove_report", {"pk": "{report}"}, get=SMO, post=SMO, answer=302),
    *page("report_preview", {"pk": "{report}"}, get=SMO),
    *page("send_report", {"pk": "{report}"}, get=None, post=SMO, answer=302),
    *page("report_run", {"pk": "{run}"}, get=(STAFF, EXECUTIVE), otherwise=HIDDEN),
    *page("report_body", {"pk": "{run}"}, get=(STAFF, EXECUTIVE), otherwise=HIDDEN),
]

STYLEGUIDE: list[Row] = [
    *page("styleguide:components"),
    *page("styleguide:confirm", post=EVERYONE, answer=302),
]

PAGES = [
    *HOME,
    *ACCOUNTS,
    *ORGANISATION,
    *MEASURING,
    *VALUE_PAGES,
    *STRATEGY,
    *EDITING,
    *FORMULATING_PAGES,
    *INITIATIVE_PAGES,
    *RISK_PAGES,
    *COMMUNICATION,
]
if settings.DEBUG or settings.DEMO:
    PAGES += STYLEGUIDE
