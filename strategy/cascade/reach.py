"""Departments and what lies below them: who heads them, what they report."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from kpis.models import KPI, Series
from kpis.near import within
from org.enums import AccountKind, Role
from org.models import Department, Membership, Placement, User
from org.queries import path_of


def headed_by(user: Any) -> QuerySet[Placement]:
    """Where the departments stand today that the user heads, or that lie below one of them."""
    here = Placement.objects.current().filter(within(user, Role.DEPARTMENT_HEAD))
    return here.filter(valid__contains=timezone.localdate())


def within_department(department: Department) -> QuerySet[Placement]:
    """Where the department and all below it stand today; none where it has left the tree."""
    path = path_of(department)
    placed = Placement.objects.current().filter(valid__contains=timezone.localdate())
    return placed.filter(path__startswith=path) if path else placed.filter(department=department)


def measured_within(kpis: QuerySet[KPI], department: Department | None) -> QuerySet[KPI]:
    """Those of the KPIs that the department, or one below it, reports today."""
    if department is None:
        return kpis.none()
    series = Series.objects.filter(
        kpi=OuterRef("pk"),
        department__in=within_department(department).values("department"),
        terms__known_to__isnull=True,
        terms__valid__contains=timezone.localdate(),
    )
    return kpis.filter(Exists(series))


def heads_of(department: Department) -> list[User]:
    """Who heads the department itself, by name."""
    held = Membership.objects.filter(department=department, role=Role.DEPARTMENT_HEAD, user__is_active=True)
    return list(User.objects.filter(pk__in=held.values("user")).order_by("name"))


def head_of(department: Department | None) -> User | None:
    """The one who heads the department; None where it is nobody, or several."""
    heads = heads_of(department) if department else []
    return heads[0] if len(heads) == 1 else None


def is_headed(path: str) -> bool:
    """Whether anybody heads the department at `path`, or one above it."""
    above = [path[:end] for end, letter in enumerate(path, start=1) if letter == "."]
    today = timezone.localdate()
    placed = Placement.objects.current().filter(path__in=above, valid__contains=today)
    return Membership.objects.filter(
        Q(department__in=placed.values("department")) | Q(department__isnull=True),
        role=Role.DEPARTMENT_HEAD,
        user__is_active=True,
        user__kind=AccountKind.PERSON,
    ).exists()
