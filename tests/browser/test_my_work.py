"""Entering what is due, in a browser on a running installation: pasted, typed, confirmed; on a phone too."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import examine
from tests.browser.scorecards import actual
from tests.browser.windows import PHONE, Windows
from tests.installation import Installation

pytestmark = pytest.mark.browser
CLIPBOARD = ["clipboard-read", "clipboard-write"]
# A monthly KPI that the contributor reports for three departments, and its latest value at each.
REPORTED = """
SELECT k.code, k.name, s.id, d.code, m.period, m.value FROM kpis_series s
JOIN kpis_kpi k ON k.id = s.kpi_id AND NOT k.approval_needed
JOIN kpis_definition f ON f.kpi_id = k.id AND f.known_to IS NULL AND f.frequency = 'month'
JOIN org_user u ON u.id = s.steward_id AND u.email = 'contributor@demo.example'
JOIN org_department d ON d.id = s.department_id
JOIN LATERAL (SELECT period, value FROM kpis_measurement v WHERE v.kpi_id = k.id AND v.department_id = d.id
  AND v.known_to IS NULL AND NOT v.pending ORDER BY period DESC LIMIT 1) m ON true
WHERE k.code = (SELECT k2.code FROM kpis_series s2
  JOIN kpis_kpi k2 ON k2.id = s2.kpi_id AND NOT k2.approval_needed
  JOIN kpis_definition f2 ON f2.kpi_id = k2.id AND f2.known_to IS NULL AND f2.frequency = 'month'
  WHERE s2.steward_id = s.steward_id GROUP BY k2.code HAVING count(*) >= 3 ORDER BY k2.code LIMIT 1)
ORDER BY d.name
"""
FORGET = """
DELETE FROM kpis_measurement WHERE kpi_id = (SELECT id FROM kpis_kpi WHERE code = %s) AND period >= %s
"""


@dataclass(frozen=True)
class Gap:
    """A value that is due: of which KPI and department, with the one before it."""

    kpi: str
    key: str
    department: str
    month: str
    before: float


@pytest.fixture
def gaps(demo: Installation) -> list[Gap]:
    """Three values of the latest month that a KPI had at all its departments, not reported yet."""
    rows = demo.query(REPORTED)[:3]
    code, month = rows[0][0], min(row[4] for row in rows)
    demo.query(FORGET, code, month)
    before = {row[3]: row[5] for row in demo.query(REPORTED)}
    text = f"{month // 12:04d}-{month % 12 + 1:02d}"
    return [Gap(row[1], f"{row[2]}-{month}", row[3], text, before[row[3]]) for row in rows]


def row_of(page: Page, gap: Gap) -> Locator:
    """The row of the grid."""
    return page.locator(f"#v-{gap.key}")


def value_of(page: Page, gap: Gap) -> Locator:
    """The field for the value."""
    return page.locator(f"[name='value-{gap.key}']")


def paste(page: Page, text: str) -> None:
    """What a spreadsheet put on the clipboard, into the cell that has the focus."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+v")


def test_a_pasted_block_is_saved_and_reaches_the_scorecard(windows: Windows, gaps: list[Gap]) -> None:
    page = windows.open("contributor", "/my-work/", permissions=CLIPBOARD)
    first, second, third = gaps
    new = [round(gap.before * 1.01, 1) for gap in gaps]
    value_of(page, first).click()
    paste(
        page,
        f"{new[0]:.1f}\tNew counters\r\n{new[1]:.1f}".replace(".", ",")
        + f"\t\r\n {new[2]:.1f} \tAs ever\r\n",
    )
    for gap in gaps:
        expect(row_of(page, gap).locator("[data-entry-state]")).to_contain_text("Saved")
    expect(page.locator(f"[name='note-{third.key}']")).to_have_value("As ever")
    assert examine(page) == []

    page.goto(f"/performance/scorecard/?department={second.department}&period={second.month}")
    shown = re.compile(rf"^\s*{f'{new[1]:,.1f}'.replace(',', '.?')}")
    expect(actual(page, second.kpi)).to_have_text(shown)


def test_only_the_keyboard_confirms_moves_and_asks(windows: Windows, gaps: list[Gap]) -> None:
    page = windows.open("contributor", f"/my-work/#v-{gaps[0].key}")
    expect(value_of(page, gaps[0])).to_be_focused()
    page.keyboard.press("=")
    expect(value_of(page, gaps[1])).to_be_focused()
    expect(row_of(page, gaps[0]).locator("[data-entry-state]")).to_contain_text("Unchanged")

    page.keyboard.type("many")
    page.keyboard.press("Enter")
    expect(row_of(page, gaps[1])).to_contain_text("“many” is no number.")
    expect(value_of(page, gaps[1])).to_have_value("many")

    page.keyboard.type(str(round(gaps[2].before * 9)))
    page.keyboard.press("ArrowUp")
    expect(row_of(page, gaps[2])).to_contain_text("more than")
    assert examine(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(row_of(page, gaps[2]).locator("[data-entry-state]")).to_contain_text("Saved")


def test_on_a_phone_one_tap_confirms_unchanged(windows: Windows, gaps: list[Gap]) -> None:
    page = windows.open("contributor", "/my-work/", **PHONE)
    row_of(page, gaps[0]).get_by_role("button", name="Unchanged").tap()
    expect(row_of(page, gaps[0]).locator("[data-entry-state]")).to_contain_text("Unchanged")
    assert examine(page) == []


def test_without_scripts_the_form_is_sent_whole(windows: Windows, gaps: list[Gap]) -> None:
    page = windows.open("contributor", "/my-work/", java_script_enabled=False)
    value_of(page, gaps[0]).fill(f"{gaps[0].before:g}")
    value_of(page, gaps[1]).fill("many")
    with windows.expecting("400"):
        page.get_by_role("button", name="Save all").click()
        expect(page.get_by_text("1 value is stored.")).to_be_visible()
    expect(value_of(page, gaps[1])).to_have_value("many")
    expect(row_of(page, gaps[0])).to_have_count(0)


def test_a_server_that_is_away_loses_nothing(windows: Windows, gaps: list[Gap]) -> None:
    page = windows.open("contributor", "/my-work/")
    page.route(
        "**/my-work/", lambda route: route.abort() if route.request.method == "POST" else route.fallback()
    )
    with windows.expecting("net::ERR_FAILED"):
        value_of(page, gaps[0]).fill(f"{gaps[0].before:g}")
        value_of(page, gaps[1]).click()
        expect(row_of(page, gaps[0])).to_contain_text("Not saved: no connection")
    page.unroute("**/my-work/")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(row_of(page, gaps[0]).locator("[data-entry-state]")).to_contain_text("Unchanged")


@pytest.mark.parametrize("form", [{}, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize(
    ("login", "query"),
    [("smo", ""), ("head", ""), ("head", "?show=approvals"), ("smo", "?show=late"), ("viewer", "")],
)
def test_each_part_is_in_order(windows: Windows, login: str, query: str, form: dict[str, object]) -> None:
    page = windows.open(login, f"/my-work/{query}", **form)
    troubles = examine(page)
    assert not troubles, "\n".join(troubles)
