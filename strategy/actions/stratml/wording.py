"""What an import has to say, in lines of text."""

from django.utils.translation import gettext as _

from strategy.actions.stratml.importing import ImportReport
from strategy.enums import PlanState


def warnings(report: ImportReport) -> list[str]:
    """The remarks of the reading, with their lines in the file."""
    return [
        message if line is None else _("line %(line)d: %(message)s") % {"line": line, "message": message}
        for line, message in report.warnings
    ]


def consequences(report: ImportReport) -> list[str]:
    """Which decisions the import made by itself."""
    lines = []
    if report.department_created:
        message = _("The department “%(name)s” is created to report the KPIs.")
        lines.append(message % {"name": report.department})
    if report.state == PlanState.ACTIVE:
        lines.append(_("The plan is active: its scorecard shows at once."))
    else:
        lines.append(_("The plan is a draft, since another plan is active."))
    return lines


def notes(report: ImportReport) -> list[str]:
    """Name and code of the plan, the decisions, and every remark."""
    name = _("“%(name)s”, code %(code)s") % {"name": report.plan_name, "code": report.plan_code}
    return [name, *consequences(report), *warnings(report)]
