"""What a column of a file of risks may mean."""

from collections.abc import Sequence
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.mapping import CHOICE, Field, Option
from core.tabular import DATE, NUMBER
from org.models import Department, User
from risks.enums import Confidentiality, Knowledge, RiskKind, RiskState
from risks.models import RiskCategory


def import_fields() -> Sequence[Field]:
    """Every field, with the departments, categories and people that there are now."""
    return [
        Field("code", _("Code"), also=("id", "risk_id", "number", "ref"), help=_CODE_HELP),
        Field("title", _("Title"), required=True, also=("name", "risk", "risk_title")),
        Field("kind", _("Kind"), CHOICE, also=("type",), options=_options(RiskKind)),
        Field("cause", _("Because of"), also=("causes", "context")),
        Field("event", _("this may happen"), also=("description", "risk_statement", "statement")),
        Field("consequence", _("which would lead to"), also=("consequences", "effect")),
        Field("category", _("Category"), CHOICE, also=("area", "group"), options=_categories(), open=True),
        Field("state", _("State"), CHOICE, also=("status",), options=_options(RiskState)),
        Field("closing_note", _("What became of it"), also=("closure_note",)),
        Field("confidentiality", _("Who may see it"), CHOICE, options=_options(Confidentiality)),
        Field("owner", _("Owner"), CHOICE, also=("risk_owner",), options=_people()),
        Field("department", _("Answered for by"), CHOICE, also=("dept", "unit"), options=_departments()),
        Field("knowledge", _("Strength of knowledge"), CHOICE, options=_options(Knowledge)),
        Field("reference", _("Reference in another system")),
        Field("next_review_on", _("Next review"), DATE, also=("review_date", "next_review")),
        *_rated(),
        Field("actions", _("Actions"), also=("mitigation", "mitigations", "mitigation_steps"), help=_LINES),
        Field("actions_due_on", _("Actions due on"), DATE, also=("planned_closure", "due_date")),
    ]


_CODE_HELP = _("known codes are changed, others added; without one, the title tells which it is")
_LINES = _("one a line")


def _rated() -> Sequence[Field]:
    """Levels count from 1, on the matrix that is said for the whole file."""
    return [
        Field("rated_on", _("Rated on"), DATE, also=("open_date", "date_raised", "assessed_on")),
        Field("likelihood", _("Likelihood"), NUMBER, also=("probability",)),
        Field("impact", _("Impact"), NUMBER, also=("consequence_level", "severity")),
        Field("target_likelihood", _("Target: likelihood"), NUMBER, also=("residual_likelihood",)),
        Field("target_impact", _("Target: impact"), NUMBER, also=("residual_impact",)),
    ]


def _options(choices: type[TextChoices]) -> list[Option]:
    return [Option(str(key), label) for key, label in choices.choices]


def _categories() -> list[Option]:
    standing = RiskCategory.objects.filter(archived_on__isnull=True)
    return [Option(each.name, each.name) for each in standing]


def _departments() -> list[Option]:
    return [
        Option(each.code, each.name, tuple(filter(None, [each.short_name])))
        for each in Department.objects.all()
    ]


def _people() -> list[Option]:
    found: Any = User.objects.filter(is_active=True)
    return [Option(each.email, f"{each.name} ({each.email})", (each.name,)) for each in found]
