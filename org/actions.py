"""Every change to people, departments and settings."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Refused
from core.outbox import emit
from org.enums import AccountKind, Role, Scope
from org.models import ApiToken, Department, Membership, Organisation, Placement, User

FAR_PAST = dt.date(1900, 1, 1)


def _segment(department: Department) -> str:
    return f"{department.pk:07d}."


def _path_under(parent: Department | None, department: Department, day: dt.date) -> str:
    if parent is None:
        return _segment(department)
    above = Placement.objects.current().filter(department=parent, valid__contains=day).first()
    if above is None:
        raise Refused(_("%(parent)s does not stand in the tree on %(day)s.") % {"parent": parent, "day": day})
    if above.path.startswith(_segment(department)) or f".{_segment(department)}" in above.path:
        raise Refused(_("%(name)s cannot stand below itself.") % {"name": department})
    return above.path + _segment(department)


@action
def create_department(
    *,
    by: User | None,
    code: str,
    name: str,
    parent: Department | None = None,
    short_name: str = "",
    description: str = "",
    since: dt.date = FAR_PAST,
) -> Department:
    """Add a department under `parent` (None: at the top) from a day on; raises Refused."""
    if Department.objects.filter(code__iexact=code).exists():
        raise Refused(_("A department with the code %(code)s exists.") % {"code": code})
    department = Department.objects.create(
        code=code, name=name, short_name=short_name, description=description
    )
    Placement.objects.create(
        department=department,
        parent=parent,
        path=_path_under(parent, department, max(since, timezone.localdate())),
        valid=(since, None),
        recorded_by=by,
    )
    emit("org.tree_changed", since=since.isoformat())
    return department


@action
def change_department(
    *, by: User | None, department: Department, name: str, short_name: str = "", description: str = ""
) -> Department:
    """Rename or describe a department."""
    department.name, department.short_name, department.description = name, short_name, description
    department.save()
    return department


@action
def move_department(
    *, by: User | None, department: Department, parent: Department | None, since: dt.date
) -> None:
    """Put a department, and all below it, under another parent from `since` on; before, nothing changes.

    Rows are closed and added, so that yesterday's tree stays readable.
    """
    now = timezone.now()
    new_path = _path_under(parent, department, since)
    moved = Placement.objects.current().filter(
        Q(path__startswith=_segment(department)) | Q(path__contains=f".{_segment(department)}")
    )
    for row in moved.filter(
        Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=since)
    ).select_for_update():
        Placement.objects.filter(pk=row.pk).update(known_to=now)
        below = row.path.split(_segment(department), 1)[1]
        if row.valid.lower < since:
            _place(by, now, row.department, row.parent, row.path, row.valid.lower, since)
        top = row.department_id == department.pk
        _place(
            by,
            now,
            row.department,
            parent if top else row.parent,
            new_path + below,
            max(row.valid.lower, since),
            row.valid.upper,
        )
    emit("org.tree_changed", since=since.isoformat())


def _place(
    by: User | None,
    now: dt.datetime,
    department: Department,
    parent: Department | None,
    path: str,
    start: dt.date,
    end: dt.date | None,
) -> None:
    Placement.objects.create(
        department=department, parent=parent, path=path, valid=(start, end), known_from=now, recorded_by=by
    )


@action
def close_department(*, by: User | None, department: Department, on: dt.date) -> None:
    """Take a department out of the tree from `on`; its past stays. Refused while others stand below it."""
    standing = Q(valid__endswith__isnull=True) | Q(valid__endswith__gt=on)
    if Placement.objects.current().filter(standing, parent=department).exists():
        raise Conflict(_("Move or close the departments below %(name)s first.") % {"name": department})
    now = timezone.now()
    for row in Placement.objects.current().filter(department=department).select_for_update():
        if row.valid.upper is not None and row.valid.upper <= on:
            continue
        Placement.objects.filter(pk=row.pk).update(known_to=now)
        if row.valid.lower < on:
            _place(by, now, department, row.parent, row.path, row.valid.lower, on)
    emit("org.tree_changed", since=on.isoformat())


@action
def create_user(
    *,
    by: User | None,
    email: str,
    name: str,
    password: str | None = None,
    kind: str = AccountKind.PERSON,
    job_title: str = "",
) -> User:
    """Add a person or a service account; without a password they set one by mail. Raises Refused."""
    if User.objects.filter(email__iexact=email).exists():
        raise Refused(_("There is an account for %(email)s already.") % {"email": email})
    user = User(email=email.strip(), name=name, kind=kind, job_title=job_title)
    user.set_password(password)
    user.save()
    return user


@action
def change_user(
    *, by: User | None, user: User, name: str, job_title: str = "", is_active: bool = True, language: str = ""
) -> User:
    """Change what is said of a person, or take away (give back) their right to sign in."""
    if by is not None and by.pk == user.pk and not is_active:
        raise Conflict(_("You cannot take away your own right to sign in."))
    user.name, user.job_title, user.is_active, user.language = name, job_title, is_active, language
    user.save()
    return user


@action
def grant_role(*, by: User | None, user: User, role: str, department: Department | None = None) -> Membership:
    """Give a role on a department and all below it (None: the whole organisation); twice is once."""
    membership, _created = Membership.objects.get_or_create(user=user, role=role, department=department)
    return membership


@action
def revoke_role(*, by: User | None, membership: Membership) -> None:
    """Take a role away; the last administrator stays one."""
    others = Membership.objects.filter(role=Role.ADMINISTRATOR, user__is_active=True).exclude(
        pk=membership.pk
    )
    if membership.role == Role.ADMINISTRATOR and not others.exists():
        raise Conflict(_("This is the last administrator: name another one first."))
    membership.delete()


@action
def create_api_token(
    *,
    by: User | None,
    user: User,
    name: str = "",
    scopes: Sequence[str] = (Scope.READ,),
    expires_at: dt.datetime | None = None,
    department: Department | None = None,
    networks: Sequence[str] = (),
) -> tuple[ApiToken, str]:
    """Make a token; the second of the pair is its secret, which is shown once and not stored."""
    unknown = set(scopes) - set(Scope.values)
    if unknown or not scopes:
        raise Refused(
            _("Unknown scope %(scope)s; there are: %(known)s.")
            % {"scope": ", ".join(sorted(unknown)) or "–", "known": ", ".join(Scope.values)}
        )
    secret = "smo_" + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=user,
        name=name,
        prefix=secret[:10],
        digest=token_digest(secret),
        scopes=list(scopes),
        expires_at=expires_at,
        department=department,
        networks=list(networks),
    )
    return token, secret


def token_digest(secret: str) -> str:
    """What is stored of a token: SHA-256 suffices, since the secret is 256 random bits."""
    return hashlib.sha256(secret.encode()).hexdigest()


@action
def revoke_api_token(*, by: User | None, token: ApiToken) -> ApiToken:
    """End a token; it stays listed."""
    if token.revoked_at is None:
        token.revoked_at = timezone.now()
        token.save()
    return token


@action
def change_organisation(*, by: User | None, has_data: bool = False, **fields: Any) -> Organisation:
    """Name the organisation and its fiscal year; with data the first month stays.

    `has_data`: whether measurements exist, which this floor cannot know.
    """
    organisation = Organisation.objects.first() or Organisation(pk=1)
    month = fields.get("fiscal_year_first_month", organisation.fiscal_year_first_month)
    if has_data and month != organisation.fiscal_year_first_month:
        raise Conflict(_("The first month of the fiscal year cannot change once there are values."))
    for name, value in fields.items():
        setattr(organisation, name, value)
    organisation.save()
    emit("org.settings_changed")
    return organisation
