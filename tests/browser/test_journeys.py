"""What people come for, done in a browser on a running installation."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import hotp_value
from playwright.sync_api import Page, expect

from smo.demo.accounts import ACCOUNTS, PASSWORD, Account
from tests.browser.accessibility import examine
from tests.browser.scorecards import Reported, actual, choose, latest_reported, row
from tests.browser.windows import PHONE, Windows, sign_in
from tests.installation import Installation
from tests.strategy.stratml import plans

pytestmark = pytest.mark.browser
SECONDS = 1000


@pytest.fixture(scope="module")
def reported(demo: Installation) -> Reported:
    """A value that the demo knows."""
    return latest_reported(demo)


def as_shown(value: float) -> re.Pattern[str]:
    """A whole number as pages write it, with whatever stands between its thousands."""
    return re.compile(rf"^\s*{f'{value:,.0f}'.replace(',', '.?')}\s*$")


def upload(page: Page, name: str, text: str | bytes) -> None:
    """Choose a file on an import page and have it checked."""
    data = text if isinstance(text, bytes) else text.encode()
    page.get_by_label("File").set_input_files({"name": name, "mimeType": "text/plain", "buffer": data})
    page.get_by_role("button", name="Check the file").click()


class TestSigningIn:
    """With the accounts that the sign-in page of the demonstration offers."""

    @pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.login)
    def test_each_account_of_the_demonstration_by_one_click(self, windows: Windows, account: Account) -> None:
        page = windows.open(path="/accounts/login/?next=/performance/scorecard/")
        page.get_by_role("button", name=f"Sign in {account.email}").click()
        expect(page).to_have_title(re.compile("^Scorecard"))
        expect(page.get_by_role("navigation").get_by_text(account.name).first).to_be_attached()

    def test_a_wrong_password_is_refused_with_a_word(self, windows: Windows) -> None:
        page = windows.open(path="/accounts/login/")
        page.get_by_label("E-mail").fill("viewer@demo.example")
        page.get_by_label("Password").fill("demo-demo-2")
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_text("not correct")).to_be_visible()
        assert examine(page) == []


class TestReadingTheScorecard:
    """From the whole city down to one number."""

    def test_a_kpi_opens_with_the_number_of_its_row(self, windows: Windows, reported: Reported) -> None:
        page = windows.open("executive", f"/performance/scorecard/?{reported.place}")
        number = actual(page, reported.name).inner_text().strip()
        page.get_by_role("link", name=reported.name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(reported.name)
        expect(page.locator("main")).to_contain_text(number)
        expect(page.locator("[data-chart][data-drawn]")).to_be_visible()

    def test_department_and_period_are_chosen_and_stay_on_the_way(
        self, windows: Windows, reported: Reported
    ) -> None:
        page = windows.open("executive", "/performance/scorecard/")
        choose(page, "Department", reported.department_name)
        expect(page).to_have_url(re.compile(f"department={reported.department}"))
        choose(page, "Period", "20")
        page.goto(f"/performance/scorecard/?{reported.place}")
        expect(actual(page, reported.name)).to_have_text(as_shown(reported.value))
        page.get_by_role("link", name=reported.name, exact=True).click()
        expect(page).to_have_url(re.compile(f"department={reported.department}.*period={reported.month}"))

    def test_the_filter_leaves_what_is_off_target(self, windows: Windows) -> None:
        page = windows.open("executive", "/performance/scorecard/")
        wanted = page.get_by_role("group", name="KPIs shown").get_by_role("link", name="Off target")
        count = int(wanted.inner_text().split()[-1])
        wanted.click()
        page.wait_for_url("**show=off**")
        rows = page.locator("tr.is-leaf")
        expect(rows).to_have_count(count)
        assert ["Off target" in text for text in rows.all_inner_texts()] == [True] * count

    def test_an_objective_folds_its_kpis_away(self, windows: Windows) -> None:
        page = windows.open("executive", "/performance/scorecard/")
        fold = page.locator("button.fold").first
        below = page.locator(f"tr.is-leaf[data-in~='{fold.get_attribute('data-fold')}']")
        expect(below.first).to_be_visible()
        fold.click()
        expect(below.first).to_be_hidden()

    def test_search_finds_a_kpi(self, windows: Windows, reported: Reported) -> None:
        page = windows.open("viewer", "/")
        page.keyboard.press("Control+k")
        page.get_by_role("searchbox").fill(reported.name)
        page.keyboard.press("Enter")
        expect(page.locator("main").get_by_role("link", name=reported.name).first).to_be_visible()


class TestAChangedValue:
    """It reaches who is looking."""

    def test_it_shows_on_an_open_scorecard_within_two_seconds(
        self, windows: Windows, reported: Reported
    ) -> None:
        watching = windows.open("smo", f"/performance/scorecard/?{reported.place}")
        before = actual(watching, reported.name)
        expect(before).to_have_text(as_shown(reported.value))
        entering = watching.context.new_page()
        entering.goto(f"/performance/enter/{reported.code}/?{reported.place}")
        entering.get_by_label(re.compile("^Value")).fill(str(int(reported.value) + 1111))
        entering.get_by_label("Reason").fill("Recounted")
        entering.get_by_role("button", name="Store the value").click()
        expect(entering.get_by_text("The value is corrected")).to_be_visible()
        changed = as_shown(reported.value + 1111)
        expect(actual(watching, reported.name)).to_have_text(changed, timeout=2 * SECONDS)

    def test_a_value_that_is_no_number_is_refused_in_its_field(
        self, windows: Windows, reported: Reported
    ) -> None:
        page = windows.open("smo", f"/performance/enter/{reported.code}/?{reported.place}")
        page.get_by_label(re.compile("^Value")).fill("many")
        with windows.expecting("400"):
            page.get_by_role("button", name="Store the value").click()
            expect(page.get_by_label(re.compile("^Value"))).to_have_attribute("aria-invalid", "true")
        assert examine(page) == []


class TestImporting:
    """Files are looked at before anything is stored."""

    @pytest.fixture
    def values(self, demo: Installation) -> Callable[[], int]:
        """How many values the installation holds."""
        return lambda: int(demo.query("SELECT count(*) FROM kpis_measurement")[0][0])

    @pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
    def test_a_file_with_a_bad_row(
        self, windows: Windows, reported: Reported, values: Callable[[], int], scripts: bool
    ) -> None:
        before = values()
        new = reported.value + 1 + scripts
        good = f"{reported.code},{reported.department},{reported.month},{new},Recounted"
        bad = f"{reported.code},{reported.department},{reported.month}-99,7,"
        page = windows.open("smo", "/performance/imports/", java_script_enabled=scripts)
        page.get_by_role("link", name="Import values").click()
        with windows.expecting("400"):
            upload(page, "values.csv", f"kpi,department,period,value,reason\n{good}\n{bad}\n")
            expect(page.get_by_role("heading", name="1 row of 2 is not in order")).to_be_visible()
        fault = page.locator("tr", has=page.get_by_role("rowheader", name="3"))
        expect(fault).to_contain_text("period")
        assert values() == before
        if scripts:
            assert examine(page) == []
        page.get_by_role("button", name="Leave out 1 row").click()
        expect(page.get_by_text("Imported:")).to_be_visible()
        assert values() == before + 1

    def test_a_strategic_plan_becomes_a_scorecard(self, windows: Windows) -> None:
        results = [
            plans.result("Target", "2024-01-01", "2024-12-31", "10"),
            plans.result("Actual", "2024-01-01", "2024-12-31", "12"),
        ]
        file = plans.plan(plans.goal(plans.objective(plans.indicator(results))))
        page = windows.open("smo", "/strategy/")
        page.get_by_role("link", name=re.compile("Import")).first.click()
        upload(page, "harbour.xml", file)
        expect(page.get_by_role("heading", name="Everything in order")).to_be_visible()
        assert examine(page) == []
        page.get_by_role("button", name="Import", exact=True).click()
        page.wait_for_url("**/performance/scorecard/?plan=harbour-plan*")
        expect(page.get_by_role("link", name="Fewer accidents")).to_be_visible()
        page.goto(f"{page.url}&period=2024")
        expect(actual(page, "Collisions")).to_contain_text("12")

    def test_a_file_that_is_no_plan_is_refused(self, windows: Windows) -> None:
        page = windows.open("smo", "/strategy/import/stratml/")
        with windows.expecting("400"):
            upload(page, "harbour.xml", "<html/>")
            expect(page.get_by_role("heading", name="This file cannot be imported")).to_be_visible()
        assert examine(page) == []


class TestOnlyTheKeyboard:
    """No hand on the mouse from the sign-in to a department's number."""

    def test_from_signing_in_to_a_department(self, windows: Windows, reported: Reported) -> None:
        page = windows.open(path="/accounts/login/?next=/performance/scorecard/")
        page.get_by_label("E-mail").focus()
        page.keyboard.type("executive@demo.example")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page).to_have_title(re.compile("^Scorecard"))
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        summary = page.locator("details.picker summary", has_text="Department")
        self.when_tab_reaches(page, summary, backwards=True)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Search in Department")).to_be_focused()
        page.keyboard.type(f"{reported.department_name}\n")
        expect(page).to_have_url(re.compile(f"department={reported.department}"))

    def test_escape_closes_a_picker(self, windows: Windows) -> None:
        page = windows.open("executive", "/performance/scorecard/")
        summary = page.locator("details.picker summary", has_text="Period")
        summary.focus()
        page.keyboard.press("Enter")
        expect(page.locator("details.picker[open]")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator("details.picker[open]")).to_have_count(0)
        expect(summary).to_be_focused()

    def when_tab_reaches(self, page: Page, wanted: object, *, backwards: bool = False) -> None:
        """Press Tab until that element has the focus; its ring must be seen."""
        for _each in range(40):
            page.keyboard.press("Shift+Tab" if backwards else "Tab")
            if wanted.evaluate("element => element === document.activeElement"):  # type: ignore[attr-defined]
                break
        ring = wanted.evaluate("element => getComputedStyle(element).outlineStyle")  # type: ignore[attr-defined]
        assert ring not in {"none", ""}


class TestOnAPhone:
    """What does not fit is found nevertheless."""

    def test_the_tab_that_is_shown_is_in_sight(self, windows: Windows) -> None:
        page = windows.open("smo", "/performance/periods/", **PHONE)
        expect(page.locator(".tabs a[aria-current]")).to_have_text("Periods")
        expect(page.locator(".tabs a[aria-current]")).to_be_in_viewport(ratio=1)


class TestWithoutScripts:
    """Every page is whole as the server draws it."""

    @pytest.mark.parametrize("form", [{}, PHONE], ids=["wide", "phone"])
    def test_the_scorecard_and_its_pickers(
        self, windows: Windows, reported: Reported, form: dict[str, object]
    ) -> None:
        page = windows.open(java_script_enabled=False, **form)
        sign_in(page, "executive")
        page.goto("/performance/scorecard/")
        choose(page, "Department", reported.department_name)
        expect(page).to_have_url(re.compile(f"department={reported.department}"))
        expect(row(page, reported.name)).to_be_visible()
        page.get_by_role("link", name=reported.name, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(reported.name)
        course = page.get_by_role("table", name=f"{reported.name} at {reported.department_name}")
        expect(course).to_be_visible()


class TestAReport:
    """Numbers frozen as they were sent."""

    def test_it_is_sent_now_and_read_in_the_mail(self, windows: Windows) -> None:
        page = windows.open("smo", "/communication/reports/")
        page.locator("main tbody a").first.click()
        page.get_by_role("button", name="Send now").click()
        page.wait_for_url("**/communication/runs/*/")
        subject = page.get_by_role("heading", level=1).inner_text()
        mail = windows.open("admin", "/administration/mail/")
        mail.get_by_role("link", name=subject).first.click()
        body = mail.frame_locator("iframe").locator("body")
        expect(body).to_contain_text("Perspectives and objectives")


class TestASecondFactor:
    """Of an account nobody else here signs in with."""

    def test_it_is_set_up_and_then_asked_for(self, windows: Windows) -> None:
        page = windows.open()
        sign_in(page, "contributor")
        page.goto("/accounts/2fa/totp/activate/")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()
        page.wait_for_url("**/totp/activate/")
        assert examine(page) == []
        secret = page.locator("#authenticator_secret").input_value()
        page.get_by_role("textbox", name=re.compile("code", re.IGNORECASE)).fill(self.code(secret))
        page.get_by_role("button", name="Activate").click()
        page.wait_for_url("**/recovery-codes/")
        for path in ("", "recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
            page.goto(f"/accounts/2fa/{path}")
            troubles = examine(page)
            assert not troubles, path + "\n".join(troubles)
        self.then_it_is_asked_for(windows)

    def then_it_is_asked_for(self, windows: Windows) -> None:
        """Behind the password comes the page of the second factor."""
        page = windows.open()
        sign_in(page, "contributor")
        page.wait_for_url("**/accounts/2fa/authenticate/")
        assert examine(page) == []

    def code(self, secret: str) -> str:
        """What an authenticator shows for this secret now."""
        return f"{hotp_value(secret, int(time.time()) // 30):06d}"
