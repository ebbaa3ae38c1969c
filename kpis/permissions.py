"""Who may define KPIs and enter their values."""

from typing import Any

import rules

from org.enums import Role, Scope
from org.permissions import is_signed_in, is_smo_staff
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


rules.add_perm("kpis.view_kpi", is_signed_in)
rules.add_perm("kpis.edit_kpi", is_smo_staff)
rules.add_perm("kpis.import_kpis", is_smo_staff)
rules.add_perm("kpis.import_measurements", may_enter)
rules.add_perm("kpis.enter_value", may_enter)
rules.add_perm("kpis.state_known_since", is_smo_staff)
