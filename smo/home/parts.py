"""The parts of My work as tabs, each for those whom it concerns."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from core.due import DueItem
from core.ui.pickers import Option

VALUES, BY_KPI, APPROVALS, LATE = "values", "by_kpi", "approvals", "late"
PERMISSIONS = {BY_KPI: "kpis.enter_value", APPROVALS: "kpis.approve_values", LATE: "smo.chase"}


def tabs(user: Any, shown: str, items: Sequence[DueItem]) -> list[Option]:
    """The parts that the reader may see, with how much waits in each; none where there is only one."""
    kinds = [item.kind for item in items]
    counts = {VALUES: kinds.count("kpis.value") + kinds.count("kpis.returned"),
              APPROVALS: kinds.count("kpis.approval")}  # fmt: skip
    names = {VALUES: _("Values"), BY_KPI: _("By KPI"), APPROVALS: _("Approvals"), LATE: _("Who is late")}
    parts = [
        Option(names[part], _url(part), part == shown, 0, str(counts.get(part) or ""))
        for part in names
        if part == VALUES or user.has_perm(PERMISSIONS[part])
    ]
    return parts if len(parts) > 1 else []


def _url(part: str) -> str:
    page = reverse("my_work")
    if part == BY_KPI:
        return reverse("fill_values")
    return page if part == VALUES else f"{page}?show={part}"
