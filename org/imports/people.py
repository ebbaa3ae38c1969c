"""People and their roles from a file."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.imports import Outcome, attempt, import_rows
from core.tabular import Column, Row, Table, read_table
from org.actions import change_user, create_user, grant_role
from org.enums import Role
from org.models import Department, Membership, User

PEOPLE_COLUMNS = (
    Column("email", required=True, also=("e-mail", "mail")),
    Column("name", required=True),
    Column("job_title"),
    Column("role"),
    Column("department"),
)


def import_people(
    *, by: User | None, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
) -> Outcome:
    """Add or change people by their address, and give them roles; a person may stand on several lines.

    A role without a department is held on the whole organisation. Nobody loses a role. New people set a
    password with “Forgot password” or a link from an administrator.
    """
    table = read_table(name, data, PEOPLE_COLUMNS)
    return attempt(lambda: _import(by, table, skip_bad), dry_run=dry_run)


def _import(by: User | None, table: Table, skip_bad: bool) -> Outcome:
    seen: dict[tuple[str, str, str], int] = {}

    def store(row: Row) -> str:
        key = (row["email"].casefold(), row["role"].casefold(), row["department"].casefold())
        first = seen.setdefault(key, row.line)
        if first != row.line:
            raise Refused([Fault(_("This is line %(line)s again.") % {"line": first}, code="duplicate")])
        return _store(by, row)

    return import_rows(table, store, skip_bad=skip_bad)


def _store(by: User | None, row: Row) -> str:
    role, department = _role(row), _department(row)
    user = User.objects.filter(email__iexact=row["email"]).first()
    fields = {"name": row["name"], "job_title": row["job_title"] or (user.job_title if user else "")}
    User(email=row["email"], **fields).clean_fields(exclude=["password"])
    if user is None:
        user = create_user(by=by, email=row["email"], **fields)
        answer = _("new people")
    elif (user.name, user.job_title) != (fields["name"], fields["job_title"]):
        change_user(by=by, user=user, is_active=user.is_active, language=user.language, **fields)
        answer = _("changed people")
    else:
        answer = _("known people")
    if role and not Membership.objects.filter(user=user, role=role, department=department).exists():
        grant_role(by=by, user=user, role=role, department=department)
        return answer if answer != _("known people") else _("changed people")
    return answer


def _role(row: Row) -> str:
    """The role by its value or its label; empty where none is given."""
    wanted = row["role"].casefold().replace(" ", "_")
    if not wanted:
        return ""
    for role in Role:
        if wanted in (role.value, str(role.label).casefold().replace(" ", "_")):
            return str(role.value)
    reason = _("There is no role %(role)s; there are: %(known)s.")
    values = {"role": repr(row["role"]), "known": ", ".join(Role.values)}
    raise ValidationError({"role": reason % values})


def _department(row: Row) -> Department | None:
    if not row["department"]:
        return None
    if not row["role"]:
        raise ValidationError({"department": _("A department needs the role that is held on it.")})
    department = Department.objects.filter(code__iexact=row["department"]).first()
    if department is None:
        raise ValidationError(
            {"department": _("There is no department %(code)s.") % {"code": row["department"]}}
        )
    return department
