"""What a column of a file of initiatives may mean."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from core.mapping import CHOICE, Field, Option
from core.tabular import DATE, NUMBER
from initiatives.enums import Cadence, Confidentiality, Rag, Size, Stage
from initiatives.models import Category
from initiatives.validators import check_dates
from org.models import Department, User

_YES = (
    Option("yes", _("Yes"), ("true", "1", "y", "x")),
    Option("no", _("No"), ("false", "0", "n")),
)
_RAG = (
    Option(Rag.GREEN, Rag.GREEN.label, ("green", "g", "on track")),
    Option(Rag.AMBER, Rag.AMBER.label, ("amber", "yellow", "a")),
    Option(Rag.RED, Rag.RED.label, ("red", "r", "off track")),
)


def import_fields() -> Sequence[Field]:
    """Every field, with the departments, categories and people that there are now."""
    return [
        Field("code", _("Code"), also=("id", "project_number", "number", "project_id"), help=_CODE_HELP),
        Field("name", _("Name"), required=True, also=("project_name", "title", "project", "initiative")),
        Field("purpose", _("What it changes, and for whom"), also=("description", "aims", "objective")),
        Field("scope", _("What belongs to it and what does not")),
        Field("category", _("Category"), CHOICE, also=("type", "kind"), options=_categories(), open=True),
        Field("department", _("Department"), CHOICE, also=("dept", "unit"), options=_departments()),
        Field("lead", _("Lead"), CHOICE, also=("owner", "manager"), options=(people := _people())),
        Field("sponsor", _("Sponsor"), CHOICE, also=("sro",), options=people),
        Field("stage", _("Stage"), CHOICE, also=("status",), options=_options(Stage)),
        Field("starts_on", _("Start"), DATE, also=("start", "start_date", "begin")),
        Field("ends_on", _("End"), DATE, also=("end", "end_date", "finish", "finish_date")),
        Field("size", _("Size"), CHOICE, options=_options(Size)),
        Field("must_do", _("Must be done"), CHOICE, options=_YES),
        Field("confidentiality", _("Who may see it"), CHOICE, options=_options(Confidentiality)),
        Field("cadence", _("Status updates"), CHOICE, options=_options(Cadence)),
        Field("reference", _("Reference in another system")),
        *_reported(),
        *_money(),
    ]


_CODE_HELP = _("known codes are changed, others added; without one, the name tells which it is")


def check_row(values: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Fields of a row that contradict each other, with the reason."""
    faults = check_dates(values["starts_on"], values["ends_on"])
    return [(fault.field, fault.message) for fault in faults]


def _reported() -> Sequence[Field]:
    """What was reported: one update a row."""
    return [
        Field("reported_on", _("Reported on"), DATE, also=("report_date", "as_of")),
        Field("overall", _("Reported state as a whole"), CHOICE, also=("rag", "rating"), options=_RAG),
        Field("overall_reason", _("Why this state"), also=("rating_comment",)),
        Field("schedule", _("Reported state of the schedule"), CHOICE, options=_RAG),
        Field("schedule_reason", _("Why this schedule"), also=("schedule_comment",)),
        Field("cost", _("Reported state of the cost"), CHOICE, options=_RAG),
        Field("cost_reason", _("Why this cost"), also=("budget_comment", "cost_comment")),
        Field("progress", _("Progress in percent"), NUMBER, also=("percent_complete", "complete")),
        Field("done", _("What was done")),
        Field("next", _("What is next"), also=("next_steps",)),
    ]


def _money() -> Sequence[Field]:
    """Amounts; those of a year are of the year that is said for the whole file."""
    return [
        Field(
            "whole_budget",
            _("Budget for its whole life"),
            NUMBER,
            also=("whole_life_cost", "total_budget"),
            help=_("kept as its baseline"),
        ),
        Field("year_budget", _("Budget of the year"), NUMBER, also=("budget",)),
        Field("year_committed", _("Committed in the year"), NUMBER, also=("committed",)),
        Field("year_actual", _("Spent in the year"), NUMBER, also=("spent", "actual")),
        Field("year_forecast", _("Forecast of the year"), NUMBER, also=("forecast",)),
        Field("benefit", _("What it is to bring"), also=("benefits", "benefits_comment")),
        Field("benefit_money", _("Money it is to bring a year"), NUMBER),
    ]


def _options(choices: type[TextChoices]) -> list[Option]:
    return [Option(str(key), label) for key, label in choices.choices]


def _categories() -> list[Option]:
    standing = Category.objects.filter(archived_on__isnull=True)
    return [Option(each.name, each.name) for each in standing]


def _departments() -> list[Option]:
    return [
        Option(each.code, each.name, tuple(filter(None, [each.short_name])))
        for each in Department.objects.all()
    ]


def _people() -> list[Option]:
    found: Any = User.objects.filter(is_active=True)
    return [Option(each.email, f"{each.name} ({each.email})", (each.name,)) for each in found]
