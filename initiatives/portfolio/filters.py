"""Finding initiatives by words, by what they are, whom they serve and who cares for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.enums import Confidentiality, Rag
from initiatives.models import Category, Contribution, Initiative, InitiativeDepartment
from initiatives.portfolio.rows import NOTHING
from initiatives.queries import departments_headed, visible_initiatives
from org.models import Department, Placement, User
from org.queries import department_tree, path_of
from strategy.models import ObjectivePlacement, Priority
from strategy.queries import standing_objectives, standing_plans

Found = QuerySet[Initiative]


def find_initiatives(user: Any, asked: Mapping[str, str]) -> Found:
    """Initiatives that the user may know of, by every parameter of the list that a query can answer.

    `archived`: "yes" for those put aside, which every other list leaves out. `reported` and `stage` are left
    to whoever reads the rows, so that what is left out can be counted.
    """
    put_aside = Q(archived_on__isnull=False) | Q(merged_into__isnull=False)
    found = visible_initiatives(user)
    found = found.filter(put_aside) if asked.get("archived") == "yes" else found.exclude(put_aside)
    for word in asked.get("q", "").split()[:10]:
        found = found.filter(Q(name__icontains=word) | Q(code__icontains=word) | Q(purpose__icontains=word))
    for name, narrow in _NARROWING.items():
        if value := asked.get(name, ""):
            found = narrow(found, value, user)
    return found


def _number(value: str) -> int:
    """An id as it stands in an address; what is none finds nothing."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 18 else 0


def in_departments(found: Found, value: str, user: Any) -> Found:
    """Led by a department or one below it, or with one of them taking part."""
    department = Department.objects.filter(code=value).first()
    path = path_of(department) if department else None
    if path is None:
        return found.none()
    below = Placement.objects.current().filter(valid__contains=timezone.localdate(), path__startswith=path)
    return found.filter(_of_departments(below.values("department")))


def _of_departments(ids: Any) -> Q:
    part = InitiativeDepartment.objects.filter(initiative=OuterRef("pk"), department__in=ids)
    return Q(department__in=ids) | Q(Exists(part))


def _serving(found: Found, **objective: Any) -> Found:
    return found.filter(Exists(Contribution.objects.filter(initiative=OuterRef("pk"), **objective)))


def _by_objective(found: Found, value: str, user: Any) -> Found:
    if value == NOTHING:
        return found.exclude(Exists(Contribution.objects.filter(initiative=OuterRef("pk"))))
    seen = standing_objectives(user).filter(pk=_number(value))
    return _serving(found, objective__in=seen.order_by().values("pk"))


def _by_priority(found: Found, value: str, user: Any) -> Found:
    placed = (
        ObjectivePlacement.objects.current()
        .valid_on(timezone.localdate())
        .filter(priority=_number(value), objective__in=standing_objectives(user).order_by().values("pk"))
    )
    return _serving(found, objective__in=placed.values("objective"))


def _mine(found: Found, value: str, user: Any) -> Found:
    if value == "departments":
        return found.filter(_of_departments(departments_headed(user)))
    return found.filter(Q(lead=user.pk) | Q(sponsor=user.pk))


_NARROWING: dict[str, Callable[[Found, str, Any], Found]] = {
    "department": in_departments,
    "category": lambda found, value, user: (
        found.filter(category=None) if value == NOTHING else found.filter(category=_number(value))
    ),
    "objective": _by_objective,
    "priority": _by_priority,
    "lead": lambda found, value, user: (
        found.filter(lead=None) if value == NOTHING else found.filter(lead=_number(value))
    ),
    "must": lambda found, value, user: found.filter(must_do=value == "yes"),
    "who": lambda found, value, user: found.filter(confidentiality=value),
    "mine": _mine,
}


@dataclass(frozen=True)
class PortfolioFilter:
    """A choice beside the search: the parameter, what no choice is called, and values with their words."""

    name: str
    anything: str
    choices: Sequence[tuple[str, Any]]
    chosen: str


def portfolio_filters(user: Any, asked: Mapping[str, str]) -> list[PortfolioFilter]:
    """The filters of the list, the usual ones first, with what is asked for now; six queries."""
    offered: list[tuple[str, str, Sequence[tuple[str, Any]]]] = [
        ("department", _("Any department"), [(node.code, node.name) for node in department_tree()]),
        ("mine", _("Anybody's"), [("lead", _("Mine")), ("departments", _("My departments'"))]),
        ("reported", _("Any reported state"), [*Rag.choices, (NOTHING, _("Nothing reported"))]),
        ("objective", _("Any objective"), _objectives(user)),
        ("priority", _("Any priority"), _priorities(user)),
        ("category", _("Any category"), _categories()),
        ("lead", _("Any lead"), _leads(user)),
        ("must", _("Must be done or not"), [("yes", _("Must be done")), ("no", _("May be done"))]),
        ("who", _("Open or restricted"), [(Confidentiality.OPEN, _("Open")),
                                          (Confidentiality.RESTRICTED, _("Restricted"))]),
        ("archived", _("Without archived ones"), [("yes", _("Archived ones"))]),
    ]  # fmt: skip
    return [PortfolioFilter(name, words, values, asked.get(name, "")) for name, words, values in offered]


def _objectives(user: Any) -> list[tuple[str, str]]:
    served = Contribution.objects.filter(initiative__in=visible_initiatives(user)).values("objective")
    found = standing_objectives(user).filter(pk__in=served).order_by("plan__name", "position")
    named = [(str(each.pk), f"{each.code} {each.name}") for each in found]
    return [*named, (NOTHING, _("Without an objective"))]


def _priorities(user: Any) -> list[tuple[str, str]]:
    found = Priority.objects.filter(plan__in=standing_plans(user), archived_on__isnull=True)
    return [(str(each.pk), f"{each.code} {each.name}") for each in found.order_by("plan", "position")]


def _categories() -> list[tuple[str, str]]:
    return [
        *((str(each.pk), each.name) for each in Category.objects.all()),
        (NOTHING, _("Without a category")),
    ]


def _leads(user: Any) -> list[tuple[str, str]]:
    leading = visible_initiatives(user).order_by().values("lead")
    people = User.objects.filter(pk__in=leading).order_by("name")
    return [*((str(each.pk), str(each)) for each in people), (NOTHING, _("Without a lead"))]
