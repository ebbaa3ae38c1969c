"""The column `objective` of KPI files: which objectives a KPI measures."""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from kpis.models import KPI
from org.models import User
from strategy.actions import link_kpi
from strategy.enums import PlanState
from strategy.models import Objective, ObjectiveKPI


def link_objectives(*, by: User | None, kpi: KPI, text: str) -> bool:
    """Link the KPI to the objectives that the cell names, with ; between; True where a link is new.

    Raises Refused for a code that names no objective, or several.
    """
    objectives = [objective_named(code.strip()) for code in text.split(";") if code.strip()]
    links = ObjectiveKPI.objects.current().valid_on(timezone.localdate()).filter(kpi=kpi)
    linked = set(links.values_list("objective_id", flat=True))
    new = [objective for objective in objectives if objective.pk not in linked]
    for objective in new:
        try:
            link_kpi(by=by, objective=objective, kpi=kpi)
        except Conflict as conflict:
            raise Refused([Fault(str(conflict), field="objective", code="conflict")]) from conflict
    return bool(new)


def objective_named(text: str) -> Objective:
    """The objective of this code in the organisation's active plan, else in the only plan that has it.

    `plan:code` names one of any plan, also of a revision's. Raises Refused where there is none, or several.
    """
    plan, colon, code = text.partition(":")
    named = Q(code__iexact=text)
    named &= Q(plan__revises__isnull=True)
    if colon:
        named |= Q(plan__code__iexact=plan, code__iexact=code)
    found = list(
        Objective.objects.filter(named)
        .exclude(plan__state=PlanState.ARCHIVED)
        .select_related("plan")
        .order_by("-plan__created_at")
    )
    active = [each for each in found if each.plan.state == PlanState.ACTIVE and not each.plan.part_of_id]
    if len(active) == 1 or len(found) == 1:
        return (active or found)[0]
    if not found:
        reason = _("There is no objective %(code)s.") % {"code": text}
        raise Refused([Fault(reason, field="objective", code="unknown")])
    reason = _("Several plans have an objective %(code)s: write one of %(codes)s.")
    codes = ", ".join(f"{each.plan.code}:{each.code}" for each in found)
    raise Refused([Fault(reason % {"code": text, "codes": codes}, field="objective", code="ambiguous")])
