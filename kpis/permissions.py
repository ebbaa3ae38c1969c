"""Who may define KPIs and enter their values."""

from typing import Any

import rules
from django.db.models import OuterRef, Subquery

from kpis.enums import Kind
from kpis.models import Definition, Series
from kpis.queries import series_with_path
from org.enums import AccountKind, Role, Scope
from org.models import Department
from org.permissions import is_signed_in, is_smo_staff
from org.queries import path_of
from org.roles import held_by


@rules.predicate
def may_enter(user: Any, series: Any) -> bool:
    """Values of a series: SMO staff, heads within their subtree, its steward, a program by its token.

    `series` has `steward_id` and `path`, its department's path today; None asks whether any is possible.
    """
    held = held_by(user)
    if held.token_scopes is not None:
        if not held.token_scopes & {Scope.MEASUREMENTS_WRITE, Scope.WRITE}:
            return False
        if series is not None and not series.path.startswith(held.token_path):
            return False
        if user.kind == "service":
            return True
    if series is None:
        return held.anywhere(Role.SMO_STAFF, Role.DEPARTMENT_HEAD, Role.CONTRIBUTOR)
    if held.on(series.path, Role.SMO_STAFF, Role.DEPARTMENT_HEAD):
        return True
    return bool(series.steward_id == user.pk and held.anywhere(Role.CONTRIBUTOR, Role.DEPARTMENT_HEAD))


@rules.predicate
def may_define(user: Any, defined: Any) -> bool:
    """A KPI, or what belongs to one: SMO staff; heads where only departments of their subtree report it.

    One that nobody reports yet is its owner's, so that a head who defines one can go on with it. A formula
    counts at every department, so it is SMO staff's. None asks whether any is possible.
    """
    held = held_by(user)
    if held.anywhere(Role.SMO_STAFF):
        return True
    reaches = held.paths(Role.DEPARTMENT_HEAD)
    if defined is None or not reaches:
        return bool(reaches)
    kpi = getattr(defined, "kpi", defined)
    if Definition.objects.current().filter(kpi=kpi, kind=Kind.FORMULA).exists():
        return False
    paths = series_paths(kpi.pk)
    if not paths:
        return bool(kpi.owner_id == user.pk)
    return all(path is not None and path.startswith(tuple(reaches)) for path in paths)


def series_paths(kpi_id: int) -> list[str | None]:
    """Where a KPI's series stand today; None for one whose department has left the tree."""
    placed: Any = series_with_path().filter(pk=OuterRef("pk"))
    return list(Series.objects.filter(kpi=kpi_id).values_list(Subquery(placed.values("path")), flat=True))


@rules.predicate
def may_set_for(user: Any, place: Any) -> bool:
    """Targets and stewards at a department: SMO staff, and heads within their subtree.

    `place`: a department, a series, or whatever has the `path` of one; None asks whether any is possible.
    """
    held = held_by(user)
    if held.anywhere(Role.SMO_STAFF):
        return True
    if place is None:
        return held.anywhere(Role.DEPARTMENT_HEAD)
    path = _path(place)
    return path is not None and held.on(path, Role.DEPARTMENT_HEAD)


def _path(place: Any) -> str | None:
    if isinstance(place, Department):
        return path_of(place)
    path: str | None = place.path if hasattr(place, "path") else path_of(place.department)
    return path


@rules.predicate
def may_approve(user: Any, series: Any) -> bool:
    """Values that were submitted: SMO staff, heads within their subtree; never a program.

    `series` as for `may_enter`; None asks whether any is possible. That nobody approves their own entry is
    for the action to say.
    """
    held = held_by(user)
    if getattr(user, "kind", "") == AccountKind.SERVICE:
        return False
    if held.token_scopes is not None and Scope.WRITE not in held.token_scopes:
        return False
    if series is None:
        return held.anywhere(Role.SMO_STAFF, Role.DEPARTMENT_HEAD)
    if held.token_scopes is not None and not series.path.startswith(held.token_path):
        return False
    return held.on(series.path, Role.SMO_STAFF, Role.DEPARTMENT_HEAD)


@rules.predicate
def may_see_evidence(user: Any, series: Any) -> bool:
    """Files behind a value, which may name people: those who enter or approve there, and executives.

    `series` as for `may_enter`; None asks whether any is possible. What somebody uploaded they see too.
    """
    held = held_by(user)
    if series is None:
        return held.anywhere(Role.SMO_STAFF, Role.EXECUTIVE, Role.DEPARTMENT_HEAD, Role.CONTRIBUTOR)
    reached = held.on(series.path, Role.SMO_STAFF, Role.EXECUTIVE, Role.DEPARTMENT_HEAD)
    return reached or user.pk in (series.steward_id, getattr(series, "uploaded_by_id", None))


rules.add_perm("kpis.view_kpi", is_signed_in)
rules.add_perm("kpis.edit_kpi", may_define)
rules.add_perm("kpis.edit_series", may_set_for)
rules.add_perm("kpis.edit_targets", may_set_for)
rules.add_perm("kpis.split_baseline", may_set_for)
rules.add_perm("kpis.import_kpis", is_smo_staff)
rules.add_perm("kpis.import_measurements", may_enter)
rules.add_perm("kpis.enter_value", may_enter)
rules.add_perm("kpis.state_known_since", is_smo_staff)
rules.add_perm("kpis.override_status", is_smo_staff)
rules.add_perm("kpis.approve_values", may_approve)
rules.add_perm("kpis.view_closings", is_signed_in)
rules.add_perm("kpis.close_period", is_smo_staff)
rules.add_perm("kpis.view_evidence", may_see_evidence)
rules.add_perm("kpis.add_evidence", may_enter)
