"""Real projects as their government published them: sentences in number cells, days with dots."""

import csv
import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from core.imports import attempt
from core.mapping import ColumnChoice, Mapped, Sheet, read_mapped, read_sheet
from core.mapping.mapping import completed
from initiatives.imports import check_row, import_fields, import_initiatives
from initiatives.models import Initiative

pytestmark = [pytest.mark.django_db, pytest.mark.shared_data]
COLUMNS = {
    "project_number": "code",
    "project_name": "name",
    "description_aims": "purpose",
    "report_category": "category",
    "sro_dca": "overall",
    "rating_comment": "overall_reason",
    "start_date": "starts_on",
    "end_date": "ends_on",
    "schedule_comment": "schedule_reason",
    "fy_baseline_gbp_m": "year_budget",
    "fy_forecast_gbp_m": "year_forecast",
    "wlc_baseline_gbp_m": "whole_budget",
    "budget_comment": "cost_reason",
    "benefits_comment": "benefit",
}
AMOUNTS = ("fy_baseline_gbp_m", "fy_forecast_gbp_m", "wlc_baseline_gbp_m")
SAID: dict[str, Any] = {"year": 2022, "reported_on": dt.date(2023, 3, 31)}


@pytest.fixture
def path(shared_data: Path) -> Path:
    return shared_data / "projects" / "gmpp_2023_utf8.csv"


def mapped(path: Path) -> tuple[Sheet, Mapped]:
    """As somebody would say it on the page, amounts in millions."""
    sheet = read_sheet(path.name, path.read_bytes())
    mapping = {
        position: ColumnChoice(COLUMNS[header], factor=1e6 if header in AMOUNTS else 1)
        for position, header in enumerate(sheet.headers)
        if header in COLUMNS
    }
    return sheet, read_mapped(sheet, completed(sheet, mapping, import_fields()), import_fields(), check_row)


def test_every_project_comes_and_every_cell_that_is_no_number_or_day_is_told(path: Path) -> None:
    _sheet, found = mapped(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    day, number = re.compile(r"\d\d\.\d\d\.\d{4}"), re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
    unreadable = [
        (row["project_number"], header)
        for row in rows
        for header in (*AMOUNTS, "start_date", "end_date")
        if (text := row[header].strip()) and not (day if "date" in header else number).fullmatch(text)
    ]
    told = [fault.field for fault in found.faults if fault.field != "sro_dca" and fault.code != "check"]
    assert (len(found.rows), len(told)) == (len(rows), len(unreadable)) == (244, 140)
    assert all(fault.line for fault in found.faults)


def test_no_number_is_guessed(path: Path) -> None:
    sheet, found = mapped(path)
    position = sheet.headers.index("wlc_baseline_gbp_m")
    by_line = {row.line: row["whole_budget"] for row in found.rows}
    for line, cells in sheet.rows:
        amount = by_line[line]
        assert amount is None or amount == pytest.approx(float(str(cells[position]).replace(",", "")) * 1e6)


def test_they_are_stored_and_a_second_time_changes_nothing(path: Path) -> None:
    _sheet, found = mapped(path)

    def bring_in() -> tuple[dict[str, int], list[str]]:
        outcome = attempt(
            lambda: import_initiatives(
                by=None, rows=found.rows, columns=found.columns, said=SAID, skip_bad=True
            ),
            dry_run=False,
        )
        return outcome.counts, [str(fault) for fault in outcome.faults]

    assert bring_in() == ({"new initiatives": 244}, [])
    assert bring_in() == ({"initiatives without a change": 244}, [])
    early = Initiative.objects.get(code="MOD_0137_2122-Q1")  # its end was before its start
    assert (early.starts_on, early.ends_on) == (dt.date(2023, 2, 20), None)
    assert Initiative.objects.filter(updates__scope="amber").count() == 95
