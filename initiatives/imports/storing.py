"""Rows of a file stored as initiatives, with what was reported of them and their money."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from core.errors import Conflict, Refused
from core.imports import Outcome, import_rows
from core.tabular.table import Row, Table
from initiatives.actions.imports import category_named
from initiatives.actions.portfolio import change_initiative, create_initiative
from initiatives.imports.money import store_money
from initiatives.imports.reported import store_report
from initiatives.models import Initiative
from initiatives.validators import LONGEST_CODE
from org.models import Department, User

_TEXTS = ("purpose", "scope", "size", "confidentiality", "cadence", "reference")
_DAYS = ("starts_on", "ends_on")
_NO_CODE = re.compile(r"[^\w.:-]+")


def import_initiatives(
    *,
    by: User | None,
    rows: Sequence[Row],
    columns: Sequence[str],
    said: dict[str, Any],
    skip_bad: bool,
) -> Outcome:
    """Add or change an initiative a row; an empty cell changes nothing, and nor does what is there already.

    `said`: `year` of the amounts that are a year's, `reported_on` of updates without a day of their own.
    """
    storing = _Storing(by, said)
    return import_rows(Table(rows, [], columns=columns), storing.store, skip_bad=skip_bad)


class _Storing:
    """Stores one row after the other, each whole or not at all."""

    def __init__(self, by: User | None, said: dict[str, Any]) -> None:
        self.by, self.said = by, said
        self.departments = {each.code: each for each in Department.objects.all()}
        self.people = {each.email: each for each in User.objects.all()}
        self.seen: set[int] = set()

    def store(self, row: Row) -> str:
        """What became of the row; raises Refused."""
        try:
            with transaction.atomic():
                return self._store(row)
        except Conflict as conflict:
            raise Refused(str(conflict)) from None

    def _store(self, row: Row) -> str:
        found = _found(row)
        if found is not None and found.pk in self.seen:
            raise Refused(_("This initiative stands on another line already."))
        initiative, changed = self._initiative(found, row)
        self.seen.add(initiative.pk)
        changed |= store_report(self.by, initiative, row, self.said.get("reported_on"))
        changed |= store_money(self.by, initiative, row, self.said.get("year"))
        if found is None:
            return _("new initiatives")
        return _("changed initiatives") if changed else _("initiatives without a change")

    def _initiative(self, found: Initiative | None, row: Row) -> tuple[Initiative, bool]:
        fields = self._fields(row)
        if found is None:
            stage = {"stage": row["stage"]} if row["stage"] else {}
            code = _code(row["code"]) or _free_code(row["name"])
            reference = {"reference": row["code"]} if row["code"] not in ("", code) else {}
            return create_initiative(by=self.by, code=code, **stage, **{**reference, **fields}), True
        if row["stage"] not in ("", found.stage):
            words = _("It is at the stage “%(is)s” here; a gate moves it to “%(wanted)s”, not a file.")
            wanted = dict(Initiative._meta.get_field("stage").flatchoices)[row["stage"]]
            raise Refused(words % {"is": found.get_stage_display(), "wanted": wanted})
        differing = {name: value for name, value in fields.items() if getattr(found, name) != value}
        if differing:
            change_initiative(by=self.by, initiative=found, **differing)
        return found, bool(differing)

    def _fields(self, row: Row) -> dict[str, Any]:
        """What the row says; what it leaves empty is not there."""
        fields: dict[str, Any] = {"name": row["name"]}
        fields |= {name: row[name] for name in _TEXTS if row[name]}
        fields |= {name: row[name] for name in _DAYS if row[name] is not None}
        if row["department"]:
            fields["department"] = self.departments[row["department"]]
        fields |= {name: self.people[row[name]] for name in ("lead", "sponsor") if row[name]}
        if row["must_do"]:
            fields["must_do"] = row["must_do"] == "yes"
        if row["category"]:
            fields["category"] = category_named(by=self.by, name=row["category"])
        return fields


def _found(row: Row) -> Initiative | None:
    if row["code"]:
        return Initiative.objects.filter(code__iexact=_code(row["code"])).first()
    return Initiative.objects.filter(name__iexact=row["name"]).order_by("pk").first()


def _code(text: str) -> str:
    """A code as addresses can hold it; what the other system calls it is kept as its reference."""
    return _NO_CODE.sub("-", text).strip("-.:")[:LONGEST_CODE]


def _free_code(name: str) -> str:
    """A code made of the name that no initiative has yet."""
    base = slugify(name)[: LONGEST_CODE - 4].strip("-") or "initiative"
    taken = set(Initiative.objects.filter(code__istartswith=base).values_list("code", flat=True))
    number = 2
    code = base
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code
