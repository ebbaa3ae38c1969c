"""Finding risks by words, by what they are, what they touch, how they are rated and who watches them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.queries import departments_headed, visible_initiatives
from org.models import Department, Placement, User
from org.queries import department_tree, path_of
from risks.enums import Confidentiality, RiskKind, RiskState
from risks.models import Risk, RiskCategory, RiskDepartment, RiskLink
from risks.queries import visible_risks
from risks.register.rows import RegisterRow
from strategy.queries import standing_objectives

Found = QuerySet[Risk]
NOTHING = "none"


def find_risks(user: Any, asked: Mapping[str, str]) -> Found:
    """Risks that the user may know of, by every parameter of the list that a query can answer.

    Without `state`, closed ones are left out; `archived`: "yes" for those put aside.
    """
    archived = asked.get("archived") == "yes"
    found = visible_risks(user).filter(archived_on__isnull=not archived)
    if not asked.get("state") and not archived:
        found = found.exclude(state=RiskState.CLOSED)
    for word in asked.get("q", "").split()[:10]:
        texts = ("title", "code", "cause", "event", "consequence", "reference")
        said = Q()
        for text in texts:
            said |= Q(**{f"{text}__icontains": word})
        found = found.filter(said)
    for name, narrow in _NARROWING.items():
        if value := asked.get(name, ""):
            found = narrow(found, value, user)
    return found


def _number(value: str) -> int:
    """An id as it stands in an address; what is none finds nothing."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 18 else 0


def in_departments(found: Found, value: str, user: Any = None) -> Found:
    """Answered for by a department (its code) or one below it, or concerning one of them."""
    department = Department.objects.filter(code=value).first()
    path = path_of(department) if department else None
    if path is None:
        return found.none()
    below = Placement.objects.current().filter(valid__contains=timezone.localdate(), path__startswith=path)
    return found.filter(_of_departments(below.values("department")))


def _of_departments(ids: Any) -> Q:
    concerned = RiskDepartment.objects.filter(risk=OuterRef("pk"), department__in=ids)
    return Q(department__in=ids) | Q(Exists(concerned))


def _touching(found: Found, things: Any, name: str) -> Found:
    links = RiskLink.objects.filter(**{"risk": OuterRef("pk"), f"{name}__in": things.order_by().values("pk")})
    return found.filter(Exists(links))


def _mine(found: Found, value: str, user: Any) -> Found:
    if value == "departments":
        return found.filter(_of_departments(departments_headed(user)))
    return found.filter(owner=user.pk)


def _named(field: str) -> Callable[[Found, str, Any], Found]:
    return lambda found, value, _user: found.filter(**{field: None if value == NOTHING else _number(value)})


_NARROWING: dict[str, Callable[[Found, str, Any], Found]] = {
    "kind": lambda found, value, user: found.filter(kind=value),
    "state": lambda found, value, user: found.filter(state=value),
    "department": in_departments,
    "category": _named("category"),
    "owner": _named("owner"),
    "objective": lambda found, value, user: _touching(
        found, standing_objectives(user).filter(pk=_number(value)), "objective"
    ),
    "initiative": lambda found, value, user: _touching(
        found, visible_initiatives(user).filter(pk=_number(value)), "initiative"
    ),
    "mine": _mine,
    "who": lambda found, value, user: found.filter(confidentiality=value),
    "escalated": lambda found, value, user: found.filter(escalated_at__isnull=value != "yes"),
}


def of_rating(rows: Sequence[RegisterRow], asked: Mapping[str, str]) -> list[RegisterRow]:
    """Of the rows, those that `rating` (above, unrated, or a band's key) and `review` (overdue) ask for."""
    rating, review = asked.get("rating", ""), asked.get("review", "")
    return [row for row in rows if _is_rated(row, rating) and (review != "overdue" or row.is_overdue)]


def _is_rated(row: RegisterRow, asked: str) -> bool:
    if asked == "above":
        return row.is_above
    if asked == "unrated":
        return row.current is None
    return not asked or (row.current is not None and row.current.band.key == asked)


@dataclass(frozen=True)
class RegisterFilter:
    """A choice beside the search: the parameter, what no choice is called, and values with their words."""

    name: str
    anything: str
    choices: Sequence[tuple[str, Any]]
    chosen: str


def register_filters(user: Any, asked: Mapping[str, str]) -> list[RegisterFilter]:
    """The filters of the list, the usual ones first, with what is asked for now; five queries."""
    offered: list[tuple[str, str, Sequence[tuple[str, Any]]]] = [
        ("kind", _("Threats and opportunities"), RiskKind.choices),
        ("category", _("Any category"), _categories()),
        ("department", _("Any department"), [(node.code, node.name) for node in department_tree()]),
        ("rating", _("Any rating"), [("above", _("Above appetite")), ("unrated", _("Unrated"))]),
        ("review", _("Any review day"), [("overdue", _("Review overdue"))]),
        ("mine", _("Anybody's"), [("owner", _("Mine")), ("departments", _("My departments'"))]),
        ("owner", _("Any owner"), _owners(user)),
        ("objective", _("Any objective"), _objectives(user)),
        ("initiative", _("Any initiative"), _initiatives(user)),
        ("escalated", _("Escalated or not"), [("yes", _("Escalated"))]),
        ("who", _("Open or restricted"), [(Confidentiality.OPEN, _("Open")),
                                          (Confidentiality.RESTRICTED, _("Restricted"))]),
        ("archived", _("Without archived ones"), [("yes", _("Archived ones"))]),
    ]  # fmt: skip
    return [RegisterFilter(name, words, values, asked.get(name, "")) for name, words, values in offered]


def _categories() -> list[tuple[str, str]]:
    found = [(str(each.pk), each.name) for each in RiskCategory.objects.all()]
    return [*found, (NOTHING, _("Without a category"))]


def _owners(user: Any) -> list[tuple[str, str]]:
    people = User.objects.filter(pk__in=visible_risks(user).order_by().values("owner")).order_by("name")
    return [*((str(each.pk), str(each)) for each in people), (NOTHING, _("Without an owner"))]


def _touched(user: Any, name: str) -> Any:
    return RiskLink.objects.filter(risk__in=visible_risks(user).order_by().values("pk")).values(name)


def _objectives(user: Any) -> list[tuple[str, str]]:
    found = standing_objectives(user).filter(pk__in=_touched(user, "objective"))
    return [(str(each.pk), f"{each.code} {each.name}") for each in found.order_by("position", "pk")]


def _initiatives(user: Any) -> list[tuple[str, str]]:
    found = visible_initiatives(user).filter(pk__in=_touched(user, "initiative")).order_by("name")
    return [(str(each.pk), each.name) for each in found]
