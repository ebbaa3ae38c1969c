"""Which risks a picture shows: threats or opportunities, of a department, a category, an objective."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from org.models import Department, Placement
from org.queries import department_tree, path_of
from risks.enums import RiskKind
from risks.models import Risk, RiskCategory, RiskDepartment, RiskLink
from risks.queries import standing_risks
from strategy.queries import current_plan, standing_objectives

NAMES = ("department", "category", "objective")


@dataclass(frozen=True)
class Choice:
    """A choice over a picture: its name in the address, what none means, value and words of each."""

    name: str
    anything: str
    choices: Sequence[tuple[str, str]]
    chosen: str


def kind_asked(asked: Mapping[str, str]) -> RiskKind:
    """Opportunities where the address asks for them, else threats."""
    return RiskKind.OPPORTUNITY if asked.get("kind") == RiskKind.OPPORTUNITY else RiskKind.THREAT


def find_risks(user: Any, asked: Mapping[str, str]) -> QuerySet[Risk]:
    """Standing risks that the user may know of, narrowed; what is unknown finds nothing."""
    found = standing_risks(user).select_related("owner", "department", "category")
    if code := asked.get("department"):
        found = found.filter(_in_department(code))
    if category := asked.get("category"):
        found = found.filter(category=_number(category))
    if objective := asked.get("objective"):
        seen = standing_objectives(user).filter(pk=_number(objective)).order_by().values("pk")
        found = found.filter(Exists(RiskLink.objects.filter(risk=OuterRef("pk"), objective__in=seen)))
    return found


def _number(value: str) -> int:
    """An id as it stands in an address; what is none finds nothing."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 18 else 0


def _in_department(code: str) -> Q:
    """Answered for by a department or one below it, or concerning one of them."""
    department = Department.objects.filter(code=code).first()
    path = path_of(department) if department else None
    if path is None:
        return Q(pk__in=[])
    today = timezone.localdate()
    below = Placement.objects.current().filter(valid__contains=today, path__startswith=path)
    ids = below.values("department")
    concerned = RiskDepartment.objects.filter(risk=OuterRef("pk"), department__in=ids)
    return Q(department__in=ids) | Q(Exists(concerned))


def choices(user: Any, asked: Mapping[str, str]) -> list[Choice]:
    """The choices over a picture."""
    tree = [(node.code, "\u2003" * node.depth + node.name) for node in department_tree()]
    categories = RiskCategory.objects.filter(archived_on__isnull=True)
    plan = current_plan(user)
    objectives = standing_objectives(user).filter(plan=plan).order_by("code") if plan else []
    given = {
        "department": (_("All departments"), tree),
        "category": (_("All categories"), [(str(each.pk), each.name) for each in categories]),
        "objective": (
            _("All objectives"),
            [(str(each.pk), f"{each.code} {each.name}") for each in objectives],
        ),
    }
    return [Choice(name, words, options, asked.get(name, "")) for name, (words, options) in given.items()]
