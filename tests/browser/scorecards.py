"""The scorecard page as a reader sees it."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.installation import Installation


@dataclass(frozen=True)
class Reported:
    """A value that is known: of which KPI, from which department, for which month."""

    code: str
    name: str
    department: str
    department_name: str
    month: str
    value: float

    @property
    def place(self) -> str:
        """The parameters that lead to it."""
        return f"department={self.department}&period={self.month}"


def latest_reported(installation: Installation) -> Reported:
    """The latest value of a monthly KPI that counts something."""
    rows = installation.query(
        """SELECT k.code, k.name, d.code, d.name, m.period, m.value FROM kpis_measurement m
        JOIN kpis_kpi k ON k.id = m.kpi_id JOIN org_department d ON d.id = m.department_id
        JOIN kpis_definition f ON f.kpi_id = k.id AND f.known_to IS NULL
        WHERE m.known_to IS NULL AND f.frequency = 'month' AND f.department_rollup = 'sum' AND k.decimals = 0
        ORDER BY m.period DESC, k.code, d.code LIMIT 1"""
    )
    code, name, department, department_name, period, value = rows[0]
    return Reported(
        code, name, department, department_name, f"{period // 12:04d}-{period % 12 + 1:02d}", value
    )


def row(page: Page, kpi: str) -> Locator:
    """The row of a KPI, by its name."""
    return page.locator("tr.is-leaf").filter(has=page.get_by_role("link", name=kpi, exact=True))


def actual(page: Page, kpi: str) -> Locator:
    """The cell with the KPI's actual value."""
    return row(page, kpi).locator("td").first


def choose(page: Page, picker: str, option: str) -> None:
    """Open a picker of the page's head and follow one of its choices."""
    details = page.locator("details.picker").filter(has=page.get_by_text(picker, exact=True))
    details.locator("summary").click()
    details.get_by_role("link", name=re.compile(f"^{re.escape(option)}")).first.click()
