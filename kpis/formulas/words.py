"""What people are told about a KPI that is computed."""

from django.utils.translation import gettext as _

from kpis.engine.formulas.parser import parse


def computed_text(code: str, formula: str) -> str:
    """That nobody reports the KPI, and which KPIs are reported instead."""
    return _("%(kpi)s is computed by a formula; enter its inputs: %(inputs)s.") % {
        "kpi": code,
        "inputs": ", ".join(parse(formula).codes),
    }
