"""Every page, wide in light and on a phone in dark: nothing for axe to find, nothing wider than the window,
no error on the console, no request to another host."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.urls import URLResolver, get_resolver, reverse
from playwright.sync_api import Page

from tests.browser.accessibility import examine
from tests.browser.pages import (
    analysis,
    cascade,
    collecting,
    consultation,
    documents,
    goals,
    initiatives,
    mapping,
    revisions,
    risks,
)
from tests.browser.pages.shown import WRITTEN, Shown
from tests.browser.windows import PHONE, WIDE, Windows
from tests.installation import Installation

pytestmark = pytest.mark.browser


OBJECTIVE = "SELECT o.id FROM strategy_objective o ORDER BY o.id LIMIT 1"
PLAN = "SELECT code FROM strategy_plan WHERE state = 'active' AND kind = 'organisation' LIMIT 1"
KPI = "SELECT code FROM kpis_kpi ORDER BY code LIMIT 1"
SERIES = "SELECT id FROM kpis_series ORDER BY id LIMIT 1"
BENCHMARK = "SELECT id FROM kpis_peerbenchmark ORDER BY id LIMIT 1"
DRAFT = f"SELECT code FROM strategy_plan WHERE id = ({WRITTEN})"
VALUE = f"SELECT id FROM strategy_value WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
PERSPECTIVE = f"SELECT id FROM strategy_perspective WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
PRIORITY = f"SELECT id FROM strategy_priority WHERE plan_id = ({WRITTEN}) ORDER BY id LIMIT 1"
OBJECTIVES = f"SELECT id FROM strategy_objective WHERE plan_id = ({WRITTEN})"
WRITTEN_OBJECTIVE = f"{OBJECTIVES} ORDER BY id LIMIT 1"
LINK = f"""SELECT objective_id, kpi_id FROM strategy_objectivekpi WHERE objective_id IN ({OBJECTIVES})
ORDER BY id LIMIT 1"""
CAUSE = f"""SELECT cause_id, id FROM strategy_causeeffect WHERE known_to IS NULL
AND cause_id IN ({OBJECTIVES}) ORDER BY id LIMIT 1"""
ENTERED = """SELECT k.code FROM kpis_kpi k JOIN kpis_series s ON s.kpi_id = k.id ORDER BY k.code LIMIT 1"""
CHECKED = "SELECT code FROM kpis_kpi WHERE approval_needed ORDER BY code LIMIT 1"
EVIDENCE = "SELECT id FROM kpis_evidence ORDER BY id LIMIT 1"
CLOSING = "SELECT id FROM kpis_periodclosing ORDER BY id LIMIT 1"
PERSON = "SELECT id FROM org_user WHERE email = 'head@demo.example'"
MEMBERSHIP = f"SELECT user_id, id FROM org_membership WHERE user_id = ({PERSON}) LIMIT 1"
SERVICE = "SELECT id FROM org_user WHERE kind = 'service' LIMIT 1"
TOKEN = "SELECT t.id FROM org_apitoken t JOIN org_user u ON u.id = user_id WHERE email = 'admin@demo.example'"
REPORT = "SELECT id FROM comms_reportdefinition ORDER BY id LIMIT 1"
RUN = "SELECT id FROM comms_reportrun ORDER BY id LIMIT 1"
ROADS = "SELECT 'transport'"

PAGES = {
    "home": Shown("executive"),
    "my_work": Shown("contributor"),
    "fill_values": Shown("contributor"),
    "fill_kpi": Shown("smo", ENTERED),
    "search": Shown("viewer", query="?q=water"),
    "administration": Shown("admin"),
    "organisation": Shown("admin"),
    "departments": Shown("admin"),
    "add_department": Shown("admin"),
    "import_departments": Shown("admin"),
    "department": Shown("head", ROADS),
    "change_department": Shown("admin", ROADS),
    "move_department": Shown("admin", ROADS),
    "close_department": Shown("admin", ROADS),
    "people": Shown("admin"),
    "add_person": Shown("admin"),
    "import_people": Shown("admin"),
    "person": Shown("admin", PERSON),
    "change_person": Shown("admin", PERSON),
    "add_role": Shown("admin", PERSON),
    "remove_role": Shown("admin", MEMBERSHIP),
    "person_tokens": Shown("admin", SERVICE),
    "add_person_token": Shown("admin", SERVICE),
    "profile": Shown("contributor"),
    "tokens": Shown("admin"),
    "add_token": Shown("smo"),
    "revoke_token": Shown("admin", TOKEN),
    "mail": Shown("admin"),
    "history": Shown("admin"),
    "object_history": Shown("smo", f"SELECT 'strategy.objective', ({OBJECTIVE})"),
    "account_login": Shown(""),
    "account_logout": Shown("viewer"),
    "account_inactive": Shown(""),
    "account_reauthenticate": Shown("viewer"),
    "account_change_password": Shown("viewer"),
    "account_reset_password": Shown(""),
    "account_reset_password_done": Shown(""),
    "account_reset_password_from_key_done": Shown(""),
    "mfa_index": Shown("viewer"),
    "mfa_reauthenticate": Shown("viewer"),
    "api-docs": Shown("smo"),
    "add_kpi": Shown("smo"),
    "change_kpi": Shown("smo", KPI),
    "kpi_series": Shown("smo", KPI),
    "open_series": Shown("smo", KPI),
    "split_baseline": Shown("smo", KPI),
    "remove_split": Shown("smo", "SELECT id FROM kpis_baselinesplit ORDER BY id LIMIT 1"),
    "change_steward": Shown("smo", SERIES),
    "close_series": Shown("smo", SERIES),
    "edit_targets": Shown("smo", SERIES),
    "target_grid": Shown("smo", ENTERED),
    "plan_targets": Shown("smo", f"SELECT 'copy', ({ENTERED})", query="?source_year=2025&year=2026&go=1"),
    "add_benchmark": Shown("smo", KPI),
    "change_benchmark": Shown("smo", BENCHMARK),
    "remove_benchmark": Shown("smo", BENCHMARK),
    "kpi_duplicates": Shown("smo"),
    "check_plan": Shown("smo", PLAN),
    "add_plan": Shown("smo"),
    "change_plan": Shown("smo", DRAFT),
    "plan_state": Shown("smo", PLAN),
    "weigh_perspectives": Shown("smo", DRAFT),
    "add_value": Shown("smo", DRAFT),
    "add_perspective": Shown("smo", DRAFT),
    "add_priority": Shown("smo", DRAFT),
    "add_objective": Shown("smo", DRAFT),
    "change_value": Shown("smo", VALUE),
    "change_perspective": Shown("smo", PERSPECTIVE),
    "change_priority": Shown("smo", PRIORITY),
    "change_objective": Shown("smo", OBJECTIVE),
    "place_objective": Shown("smo", WRITTEN_OBJECTIVE),
    "link_kpi": Shown("smo", WRITTEN_OBJECTIVE),
    "weigh_kpis": Shown("smo", WRITTEN_OBJECTIVE),
    "unlink_kpi": Shown("smo", LINK),
    "add_effect": Shown("smo", WRITTEN_OBJECTIVE),
    "add_cause": Shown("smo", WRITTEN_OBJECTIVE),
    "unlink_cause": Shown("smo", CAUSE),
    "override_status": Shown("smo", "SELECT 'ferry-guests'", "?department=city&period=2026-Q1"),
    "lift_override": Shown("smo", "SELECT id FROM kpis_statusoverride ORDER BY id LIMIT 1"),
    "restatements": Shown("viewer"),
    "kpis": Shown("viewer"),
    "kpi": Shown("contributor", KPI),
    "performance_imports": Shown("smo"),
    "import_kpis": Shown("smo"),
    "import_measurements": Shown("contributor"),
    "enter_value": Shown("smo", ENTERED),
    "approvals": Shown("smo"),
    "reported_value": Shown("smo", CHECKED, query="?department=transport"),
    "add_evidence": Shown("smo", CHECKED, query="?department=transport"),
    "remove_evidence": Shown("smo", EVIDENCE),
    "periods": Shown("smo"),
    "close_period": Shown("smo", "SELECT '2020-Q1'"),
    "reopen_period": Shown("smo", CLOSING),
    "plans": Shown("smo"),
    "import_stratml": Shown("smo"),
    "plan": Shown("smo", PLAN),
    "objective": Shown("viewer", OBJECTIVE),
    "scorecard": Shown("executive"),
    "why": Shown("executive", query="?kind=objective&key=O1"),
    "department_scores": Shown("executive"),
    "department_performance": Shown("head", ROADS),
    "reports": Shown("smo"),
    "add_report": Shown("smo"),
    "report": Shown("smo", REPORT),
    "change_report": Shown("smo", REPORT),
    "remove_report": Shown("smo", REPORT),
    "report_preview": Shown("smo", REPORT),
    "report_run": Shown("smo", RUN),
    "report_body": Shown("smo", RUN),
}

# Routes that draw no page of their own, or are looked at in another file.
NOT_HERE = {
    "healthz": "for machines",
    "readyz": "for machines",
    "computation_stamp": "for machines",
    "similar_kpis": "a part of the form of a new KPI",
    "check_formula": "a part of the form of a KPI",
    "api-schema": "for machines",
    "api-nowhere": "for machines",
    "performance": "leads to the scorecard",
    "send_report": "takes only a POST",
    "decide_values": "takes only a POST",
    "remind_person": "takes only a POST",
    "evidence_file": "a file",
    "password_link": "takes only a POST: test_the_page_behind_a_password_link",
    "set_language": "takes only a POST",
    "message": "its address is not known before the mail: test_a_mail_and_its_body",
    "message_body": "the same",
    "account_reset_password_from_key": "its address is a secret: test_the_page_behind_a_password_link",
    "first_administrator": "only on an empty installation: test_beginning.py",
    "account_set_password": "leads who has a password to the change of it",
    "mfa_authenticate": "only while signing in: test_journeys.py",
    "mfa_activate_totp": "behind the password: test_journeys.py",
    "mfa_deactivate_totp": "only with a second factor: test_journeys.py",
    "mfa_view_recovery_codes": "only with a second factor: test_journeys.py",
    "mfa_generate_recovery_codes": "only with a second factor: test_journeys.py",
    "mfa_download_recovery_codes": "a text file",
}
STYLEGUIDE = ("/styleguide/", "/styleguide/confirm/")
FRAMED = {"report_preview", "report_body"}  # shown in a frame without scripts, where axe could not run


def names(resolver: URLResolver) -> Iterator[str]:
    """The names of all routes but those of the REST resources and of the styleguide."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace is None and not str(pattern.pattern).startswith("v1/"):
                yield from names(pattern)
        elif pattern.name is not None:
            yield pattern.name


def test_no_page_is_forgotten() -> None:
    assert sorted(set(names(get_resolver()))) == sorted(set(PAGES) | set(NOT_HERE))


TOPICS = (analysis, cascade, collecting, consultation, documents, goals, mapping, revisions)
for topic in (*TOPICS, *initiatives.TOPICS, *risks.TOPICS):
    PAGES |= topic.PAGES
    NOT_HERE |= topic.NOT_HERE


# Two frames later whatever follows the window's size and colours is drawn; nothing moves any more.
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Viewing:
    """A window a person, which is wide and light first, then a phone's in dark."""

    windows: Windows
    pages: dict[str, Page] = field(default_factory=dict)

    def examine(self, by: str, path: str) -> list[str]:
        """Everything wrong with a page in either form."""
        page = self._page(by)
        page.goto("about:blank")  # it is quicker to change than the page before
        take_form(page, WIDE)
        page.goto(path, wait_until="load")
        if page.locator("#swagger-ui").count():  # it draws after the page has loaded
            page.locator("#swagger-ui .opblock-tag").first.wait_for(timeout=60_000)
        return self._in_both_forms(page)

    def _in_both_forms(self, page: Page) -> list[str]:
        troubles = []
        for form, options in {"wide": WIDE, "phone": PHONE}.items():
            take_form(page, options)
            troubles += [f"{form}: {each}" for each in examine(page)]
        return troubles

    def examine_framed(self, by: str, path: str) -> list[str]:
        """The same for HTML that is shown in a frame without scripts."""
        html = self._page(by).request.get(path).text()
        page = self._page("")
        page.goto("about:blank")
        page.set_content(html)
        return self._in_both_forms(page)

    def _page(self, by: str) -> Page:
        if by not in self.pages:
            self.pages[by] = self.windows.open(by, has_touch=True, reduced_motion="reduce")
        return self.pages[by]


def take_form(page: Page, form: dict[str, Any]) -> None:
    """Make the window of this size and in these colours, and wait until the page has followed."""
    page.set_viewport_size(form["viewport"])
    page.emulate_media(color_scheme=form["color_scheme"])
    page.evaluate(DRAWN)


@pytest.fixture(scope="module")
def viewing(shared_windows: Windows, demo: Installation) -> Viewing:
    """The demo with a token, a service account and a sent report more, so that no page is empty."""
    gauge = {"email": "gauge@demo.example", "name": "Tide gauge", "kind": "service"}
    demo.call("POST", "/api/v1/people/", gauge, email="admin@demo.example")
    page = shared_windows.open("smo", f"/communication/reports/{demo.query(REPORT)[0][0]}/")
    page.get_by_role("button", name="Send now").click()
    page.wait_for_url("**/communication/runs/*/")
    return Viewing(shared_windows)


@pytest.fixture(autouse=True)
def nothing_misbehaves(shared_windows: Windows) -> Iterator[None]:
    """No error on a console, no request to another host, no answer with an error."""
    shared_windows.troubles.clear()
    yield
    assert shared_windows.troubles == []


@pytest.mark.parametrize("route", PAGES)
def test_a_page(viewing: Viewing, demo: Installation, route: str) -> None:
    shown = PAGES[route]
    arguments = demo.query(shown.arguments)[0] if shown.arguments else ()
    path = reverse(route, args=arguments) + shown.query
    looked = viewing.examine_framed if route in FRAMED else viewing.examine
    troubles = looked(shown.by, path)
    assert not troubles, "\n".join(troubles)


def test_a_mail_and_its_body(viewing: Viewing) -> None:
    page = viewing.windows.open("admin", "/administration/mail/")
    page.locator("main tbody a").first.click()
    page.wait_for_url("**/administration/mail/*/")
    body = f"{page.url}body/"
    troubles = viewing.examine("admin", page.url) + viewing.examine_framed("admin", body)
    assert not troubles, "\n".join(troubles)


def test_the_page_behind_a_password_link(viewing: Viewing, demo: Installation) -> None:
    page = viewing.windows.open("admin", reverse("person", args=demo.query(PERSON)[0]))
    page.get_by_role("button", name="Link to set a password").click()
    link = page.get_by_role("textbox").input_value()
    troubles = examine(page) + viewing.examine("", link)
    assert not troubles, "\n".join(troubles)


def test_a_guest_of_a_consultation(viewing: Viewing, demo: Installation) -> None:
    page = viewing.windows.open("smo", reverse("consultation", args=demo.query(consultation.OPEN)[0]))
    page.get_by_role("button", name="New link").click()
    link = urlsplit(page.get_by_role("textbox").input_value()).path
    troubles = examine(page)
    for options in (WIDE, PHONE):  # its policy allows no inline style, with which axe tries things out
        troubles += examine(viewing.windows.open("", link, **options, bypass_csp=True))
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("path", STYLEGUIDE)
def test_a_page_of_the_styleguide(viewing: Viewing, path: str) -> None:
    troubles = viewing.examine("smo", path)
    assert not troubles, "\n".join(troubles)
