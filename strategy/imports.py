"""A StratML file as the import page of the browser takes it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.imports import Outcome
from strategy.actions.plans import free_code
from strategy.actions.stratml import ImportReport, import_document
from strategy.actions.stratml.importing import default_code
from strategy.actions.stratml.wording import notes
from strategy.stratml.errors import StratmlError
from strategy.stratml.reader import read


@dataclass(frozen=True)
class PlanOutcome(Outcome):
    """The outcome of a plan's import; `plan_code` names the plan where it is stored."""

    plan_code: str = ""


def import_stratml(
    *, by: Any, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
) -> PlanOutcome:
    """Store a StratML file, or say what it would store; there are no bad rows to leave out.

    Where a plan of this name exists, another one is made under a free code, which the preview says.
    """
    try:
        document = read(data)
        code = free_code(document.plan.title or _("Imported plan"))
        report = import_document(by=by, document=document, code=code, dry_run=dry_run)
    except StratmlError as error:
        return PlanOutcome(faults=[Fault(error.message, error.line)])
    except Refused as refusal:
        return PlanOutcome(faults=refusal.faults)
    return outcome_of(report)


def outcome_of(report: ImportReport) -> PlanOutcome:
    """The report of an import in the terms of the import page."""
    said = notes(report)
    if report.plan_code != default_code(report.plan_name):
        said.insert(1, _("A plan of this name exists already; this becomes another one."))
    return PlanOutcome(
        counts=report.counts,
        stored=True,
        notes=said,
        plan_code=report.plan_code,
    )
