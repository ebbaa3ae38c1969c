"""KPIs and values from files, in the browser."""

import io
from collections.abc import Sequence
from typing import Any, ClassVar

import xlsxwriter
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.exports import csv_response
from core.tabular import NUMBER, Column
from core.upload import ImportPage
from core.web import authorise
from kpis.imports import MEASUREMENT_COLUMNS, import_kpis, import_measurements, kpi_columns

_WAY_HERE = ((gettext_lazy("Performance"), "performance"), (gettext_lazy("Imports"), "performance_imports"))
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """What can be brought in here, as far as the user may."""
    authorise(request.user, "kpis.import_measurements")
    context = {
        "may_import_kpis": request.user.has_perm("kpis.import_kpis"),
        "breadcrumbs": [(_("Performance"), reverse("performance"))],
    }
    return render(request, "kpis/imports.html", context)


class _PerformanceImport(ImportPage):
    """An import whose empty file is offered as a workbook too."""

    breadcrumbs = _WAY_HERE
    file_name: ClassVar[str]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The form, or an empty file: `?template=xlsx`, `?template=csv`."""
        wanted = request.GET.get("template")
        if wanted is None:
            return super().get(request)
        authorise(request.user, self.permission)
        if wanted == "xlsx":
            return _empty_workbook(self.file_name, self.columns)
        return csv_response(f"{self.file_name}.csv", [column.name for column in self.columns], [])


class ImportKpis(_PerformanceImport):
    """KPIs with their series."""

    permission = "kpis.import_kpis"
    title = gettext_lazy("Import KPIs")
    lead = gettext_lazy(
        "A row defines a KPI or changes the one with its code; an empty cell changes nothing."
    )
    importer = staticmethod(import_kpis)
    file_name = "kpis"
    done_route = "kpis"
    notes = {
        "code": gettext_lazy("short, without spaces; how values and objectives name the KPI"),
        "name": gettext_lazy("what is measured, as people say it"),
        "unit": gettext_lazy("like %, days or million EUR; empty for a plain count"),
        "direction": gettext_lazy("up, down or band; a new KPI needs it"),
        "frequency": gettext_lazy("day, week, month, quarter, half or year; a new KPI needs it"),
        "time_rollup": gettext_lazy("sum, mean, min, max or last; a new KPI needs it"),
        "department_rollup": gettext_lazy("sum, mean, weighted, min, max or none; a new KPI needs it"),
        "departments": gettext_lazy(
            "codes of those that report it, with ; between (else the one at the top)"
        ),
        "target": gettext_lazy("the default for every period"),
        "red_line": gettext_lazy("from here on it is off target; else 10 % from the target"),
        "purpose": gettext_lazy("which question it answers"),
        "source": gettext_lazy("where the values come from"),
        "method": gettext_lazy("what is counted and what is not"),
        "own_value": gettext_lazy("adds or replaces: what a department's value does to those below it"),
        "missing_policy": gettext_lazy("leave, zero or carry: what stands in for a missing value"),
        "tendency": gettext_lazy("leading or lagging"),
        "best": gettext_lazy("the value that scores 100"),
        "worst": gettext_lazy("the value that scores 0"),
        "low": gettext_lazy("where the band begins; direction band only"),
        "high": gettext_lazy("where the band ends"),
        "red_low": gettext_lazy("below it is off target; direction band only"),
        "red_high": gettext_lazy("above it is off target"),
        "tolerance": gettext_lazy("0.1 puts the red line 10 % from the target"),
        "min_coverage": gettext_lazy("a share from 0 to 1"),
        "decimals": gettext_lazy("how many are shown; values are kept exactly"),
        "due_days": gettext_lazy("days from a period's end until its value is late"),
        "carry_limit": gettext_lazy("for how many periods a value is carried on"),
        "owner": gettext_lazy("an e-mail address"),
        "approval_needed": gettext_lazy("yes or no: whether values count only once they are approved"),
        "kind": gettext_lazy("reported or formula; with a formula it is the latter"),
        "formula": gettext_lazy("like 100 * resolved / complaints; frequency and rollups are its inputs'"),
        "objective": gettext_lazy("code of the objective that it measures"),
    }

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Ask for the columns now: floors above register theirs when the product starts."""
        super().setup(request, *args, **kwargs)
        vars(self)["columns"] = kpi_columns()


class ImportMeasurements(_PerformanceImport):
    """Values of KPIs."""

    permission = "kpis.import_measurements"
    title = gettext_lazy("Import values")
    lead = gettext_lazy(
        "A row is a value of a KPI, a department and a period; the same again changes nothing."
    )
    importer = staticmethod(import_measurements)
    columns = MEASUREMENT_COLUMNS
    file_name = "values"
    done_route = "performance"
    notes = {
        "kpi": gettext_lazy("its code"),
        "department": gettext_lazy("its code; empty: the one at the top"),
        "period": gettext_lazy("like 2026-03-14, 2026-W09, 2026-03, 2026-Q1, 2026-H1 or 2026"),
        "value": gettext_lazy("a number like 1234.5"),
        "known_since": gettext_lazy("a day, for history known before it was loaded; strategy office only"),
        "reason": gettext_lazy("why it changes, needed where the period is closed"),
        "external_id": gettext_lazy("the value's name in the system it comes from"),
    }


def _empty_workbook(name: str, columns: Sequence[Column]) -> HttpResponse:
    """A workbook with the headers, numbers and text formatted so that a spreadsheet keeps what is typed."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        head, text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for position, column in enumerate(columns):
            is_number = column.kind == NUMBER or column.name == "value"
            sheet.set_column(position, position, max(14, len(column.name) + 2), None if is_number else text)
            sheet.write_string(0, position, column.name, head)
        sheet.freeze_panes(1, 0)
    response = HttpResponse(buffer.getvalue(), content_type=_WORKBOOK)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
