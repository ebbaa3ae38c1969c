"""What an empty installation still needs, in the order in which it is done."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from kpis.models import KPI
from kpis.queries import has_values
from org.models import Department, Organisation, User
from strategy.models import Plan


@dataclass(frozen=True)
class Step:
    """One thing to do: `url` is empty where the reader may not do it."""

    title: str
    detail: str
    url: str
    done: bool


def steps(user: Any) -> list[Step]:
    """The steps, for those who may take one of them and while one is left; else none."""
    listed = [
        _step(user, _("Name the organisation"), _("And say when its fiscal year begins."),
              "organisation", "org.edit_settings", Organisation.objects.exists()),
        _step(user, _("Add the departments"), _("From a file or one by one."),
              "departments", "org.edit_departments", Department.objects.count() > 1),
        _step(user, _("Add the people"), _("With their roles; the next steps need SMO staff."),
              "people", "org.edit_people", User.objects.count() > 1),
        _step(user, _("Bring in a plan"), _("From a StratML file, or write one."),
              "import_stratml", "strategy.edit_plan", Plan.objects.exists()),
        _step(user, _("Define KPIs"), _("From a file or one by one."),
              "import_kpis", "kpis.import_kpis", KPI.objects.exists()),
        _step(user, _("Enter the first values"), _("From a file, by hand or by the API."),
              "import_measurements", "kpis.import_kpis", has_values()),
    ]  # fmt: skip
    concerned = any(step.url for step in listed)
    return listed if concerned and not all(step.done for step in listed) else []


def _step(user: Any, title: str, detail: str, route: str, permission: str, done: bool) -> Step:
    return Step(title, detail, _url(route) if user.has_perm(permission) else "", done)


def _url(route: str) -> str:
    try:
        return reverse(route)
    except NoReverseMatch:
        return ""
