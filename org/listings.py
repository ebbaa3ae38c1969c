"""What the lists of departments and people show."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from org.enums import Role
from org.models import Department, Membership, User
from org.queries import TreeNode, department_tree, path_of


@dataclass(frozen=True)
class DepartmentRow:
    """A department in the tree with its heads and how many people hold a role on it."""

    node: TreeNode
    heads: list[User]
    people: int


def department_rows(on: dt.date | None = None, words: str = "") -> list[DepartmentRow]:
    """The tree of a day, depth first; with `words` only departments whose code or name has them."""
    nodes = [node for node in department_tree(on) if _matches(node, words)]
    heads, people = _heads(), _people_counts()
    return [DepartmentRow(node, heads.get(node.id, []), people.get(node.id, 0)) for node in nodes]


def _matches(node: TreeNode, words: str) -> bool:
    wanted = words.casefold()
    return wanted in node.code.casefold() or wanted in node.name.casefold()


def _heads() -> dict[int, list[User]]:
    found: dict[int, list[User]] = defaultdict(list)
    held = Membership.objects.filter(role=Role.DEPARTMENT_HEAD, user__is_active=True)
    rows = held.exclude(department=None)
    for membership in rows.select_related("user").order_by("user__name"):
        assert membership.department_id is not None
        found[membership.department_id].append(membership.user)
    return found


def _people_counts() -> dict[int, int]:
    rows = Membership.objects.filter(department__isnull=False, user__is_active=True)
    counted = rows.order_by().values("department").annotate(people=Count("user", distinct=True))
    return {row["department"]: row["people"] for row in counted}


def departments_outside_the_tree() -> QuerySet[Department]:
    """Departments that stand nowhere in today's tree: closed, or not yet begun."""
    today = {
        "placements__known_to__isnull": True,
        "placements__valid__contains": timezone.localdate(),
    }
    return Department.objects.exclude(pk__in=Department.objects.filter(**today).values("pk"))


def people(
    words: str = "", role: str = "", department: Department | None = None, active: bool = True
) -> QuerySet[User]:
    """People and service accounts by name, with their memberships; `department` means it and all below."""
    found = User.objects.filter(is_active=active).prefetch_related("memberships__department")
    if words:
        found = found.filter(
            Q(name__icontains=words) | Q(email__icontains=words) | Q(job_title__icontains=words)
        )
    if role or department is not None:
        found = found.filter(pk__in=_holders(role, department).values("user"))
    return found.order_by("name", "pk")


def _holders(role: str, department: Department | None) -> QuerySet[Membership]:
    held = Membership.objects.filter(role=role) if role else Membership.objects.all()
    if department is None:
        return held
    reach = path_of(department) or "-"
    below = Q(
        department__placements__known_to__isnull=True,
        department__placements__valid__contains=timezone.localdate(),
        department__placements__path__startswith=reach,
    )
    return held.filter(below)
