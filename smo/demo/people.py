"""Storing departments and people of the demonstration."""

import datetime as dt

from django.contrib.auth.hashers import make_password

from org.actions import change_organisation, create_department, create_user, grant_role, move_department
from org.models import Department, User
from smo.demo.accounts import ACCOUNTS, DOMAIN, PASSWORD
from smo.demo.history import months_before
from smo.demo.organisation import DEPARTMENTS, MOVED, MOVED_MONTHS_AGO, NAME, PEOPLE, TAGLINE

Departments = dict[str, Department]
People = dict[str, User]


def store_departments() -> Departments:
    """The organisation and its tree as it was at the start."""
    change_organisation(by=None, name=NAME, tagline=TAGLINE, fiscal_year_first_month=1)
    stored: Departments = {}
    for spec in DEPARTMENTS:
        stored[spec.code] = create_department(
            by=None,
            code=spec.code,
            name=spec.name,
            short_name=spec.short_name,
            description=spec.description,
            parent=stored[spec.parent] if spec.parent else None,
        )
    return stored


def store_people(departments: Departments) -> People:
    """People by login; only the accounts have a password."""
    people: People = {}
    hashed = make_password(PASSWORD)
    for account in ACCOUNTS:
        people[account.login] = create_user(
            by=None,
            email=account.email,
            name=account.name,
            job_title=account.job_title,
        )
        # Hashing is slow by design, and all of them have the one password.
        people[account.login].password = hashed
        people[account.login].save(update_fields=["password"])
        place = departments[account.department] if account.department else None
        grant_role(by=None, user=people[account.login], role=account.role, department=place)
    for person in PEOPLE:
        people[person.login] = create_user(
            by=None,
            email=f"{person.login}@{DOMAIN}",
            name=person.name,
            job_title=person.job_title,
        )
        place = departments[person.department] if person.department else None
        grant_role(by=None, user=people[person.login], role=person.role, department=place)
    return people


def move_a_department(departments: Departments, by: User, loaded_on: dt.date) -> dt.date:
    """Move a department on the first of a month in the past; returns that day."""
    code, parent = MOVED
    day = months_before(loaded_on, MOVED_MONTHS_AGO)
    move_department(by=by, department=departments[code], parent=departments[parent], since=day)
    return day
