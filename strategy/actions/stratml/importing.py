"""One import: a plan with all that belongs to it, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault, Refused
from kpis.queries import calendar as fiscal_calendar
from org.actions import create_department
from org.models import Department, User
from org.queries import root_department
from strategy.actions.plans import create_plan, set_plan_state
from strategy.actions.stratml.indicators import store_indicators
from strategy.actions.stratml.kept import plan_extra
from strategy.actions.stratml.structure import store_structure
from strategy.enums import PlanState
from strategy.models import Plan
from strategy.stratml.document import Document, Remark, shortened
from strategy.stratml.indicators import read_kpis


@dataclass(frozen=True)
class ImportReport:
    """What an import stored, or with `dry_run` would store."""

    plan_code: str
    plan_name: str
    state: str
    department: str
    department_created: bool
    priorities: int
    objectives: int
    kpis: int
    targets: int
    measurements: int
    stakeholders: int
    warnings: tuple[Remark, ...]
    dry_run: bool

    @property
    def counts(self) -> dict[str, int]:
        """How many of what, in words for people."""
        return {
            _("priorities"): self.priorities,
            _("objectives"): self.objectives,
            _("KPIs"): self.kpis,
            _("targets"): self.targets,
            _("measurements"): self.measurements,
            _("stakeholders"): self.stakeholders,
        }


@action
def import_document(
    *, by: User | None, document: Document, code: str = "", dry_run: bool = False
) -> ImportReport:
    """Store a StratML document as a plan; with `dry_run` do the same and take it back.

    The plan is active where no other is, so that its scorecard shows at once; else it is a draft. KPIs
    report at the root department; an installation without departments gets one named after the plan's
    organisation. Raises Refused where a plan of the code (default: made of the name) exists.
    """
    plan = _store_plan(document, code, by)
    structure = store_structure(plan, document, by)
    department, created = _department(document, by)
    calendar = fiscal_calendar()
    readings = read_kpis(document, calendar)
    indicators = store_indicators(
        plan, structure.objectives, readings.kpis, department, calendar, document.plan.published, by
    )
    if not Plan.objects.filter(state=PlanState.ACTIVE).exists():
        set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    if dry_run:
        transaction.set_rollback(True)
    return ImportReport(
        plan_code=plan.code,
        plan_name=plan.name,
        state=plan.state,
        department=department.name,
        department_created=created,
        priorities=len(structure.priorities),
        objectives=len(structure.objectives),
        stakeholders=structure.stakeholders,
        warnings=(*document.warnings, *_swapped_dates(document), *readings.warnings),
        dry_run=dry_run,
        **indicators._asdict(),
    )


def _store_plan(document: Document, code: str, by: User | None) -> Plan:
    """The plan itself; refused where one of its code exists, since that may be the same file once more."""
    said = document.plan
    name = shortened(said.title, 300) or _("Imported plan")
    code = code or default_code(name)
    existing = Plan.objects.filter(code__iexact=code).first()
    if existing:
        message = _("There is a plan “%(name)s” with the code %(code)s already; give another code.")
        raise Refused(
            [Fault(message % {"name": existing.name, "code": existing.code}, field="code", code="unique")]
        )
    start, end = said.start, said.end
    if start and end and end < start:
        start, end = end, start
    return create_plan(
        by=by,
        code=code,
        name=name,
        description=said.description,
        vision=said.vision.description if said.vision else "",
        mission=said.mission.description if said.mission else "",
        starts_on=start,
        ends_on=end,
        default_perspectives=False,
        extra=plan_extra(document, name),
    )


def default_code(name: str) -> str:
    """The code of a plan that is imported without one: its name's words."""
    return slugify(name, allow_unicode=True)[:40].strip("-_") or "plan"


def _swapped_dates(document: Document) -> Iterable[Remark]:
    """A warning where the plan ends before it starts, which files do: it is read the other way round."""
    start, end = document.plan.start, document.plan.end
    if start and end and end < start:
        message = _("The plan starts on %(start)s, after its end on %(end)s; read the other way round.")
        yield Remark(document.plan.line, message % {"start": start.isoformat(), "end": end.isoformat()})


def _department(document: Document, by: User | None) -> tuple[Department, bool]:
    """The department at the top, and whether it had to be created."""
    found = root_department()
    if found:
        return found, False
    organisation = next((one for one in document.plan.organisations if one.name or one.acronym), None)
    name = (organisation.name or organisation.acronym) if organisation else _("Organisation")
    short = organisation.acronym if organisation else ""
    code = slugify(short or name, allow_unicode=True)[:40].strip("-_") or "root"
    created = create_department(by=by, code=code, name=name[:200], short_name=short[:40])
    return created, True
