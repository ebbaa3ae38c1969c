"""Beginnings: the first administrator of an empty installation, and a new person with their first role."""

from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from org.actions import change_organisation, create_department, create_user, grant_role
from org.enums import AccountKind, Role
from org.models import Department, User


@dataclass(frozen=True)
class Founding:
    """What an empty installation is begun with."""

    organisation: str
    first_month: int
    named_by: str
    department_code: str
    department_name: str
    name: str
    email: str
    password: str


def is_unfounded() -> bool:
    """Whether nobody has an account yet."""
    return not User.objects.exists()


@action
def found_organisation(*, by: User | None, founding: Founding) -> User:
    """Name the organisation, put its top department into the tree and make its first administrator.

    Raises Conflict as soon as anybody has an account, also where two try at once.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE org_user IN SHARE ROW EXCLUSIVE MODE")
    if not is_unfounded():
        raise Conflict(_("This installation has its first administrator: sign in instead."))
    change_organisation(
        by=by,
        name=founding.organisation,
        fiscal_year_first_month=founding.first_month,
        fiscal_year_named_by=founding.named_by,
    )
    create_department(by=by, code=founding.department_code, name=founding.department_name)
    user = create_user(by=by, email=founding.email, name=founding.name, password=founding.password)
    grant_role(by=by, user=user, role=Role.ADMINISTRATOR)
    return user


@action
def add_person(
    *,
    by: User | None,
    email: str,
    name: str,
    job_title: str = "",
    kind: str = AccountKind.PERSON,
    role: str = "",
    department: Department | None = None,
) -> User:
    """Add an account and, where `role` is given, that role. Raises Refused."""
    user = create_user(by=by, email=email, name=name, kind=kind, job_title=job_title)
    if role:
        grant_role(by=by, user=user, role=role, department=department)
    return user
