"""The department tree from a file: new departments, new names, new places."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from core.errors import Fault, Refused
from core.imports import Outcome, attempt, import_rows
from core.tabular import Column, Row, Table, read_table
from org.actions import change_department, create_department, move_department
from org.models import Department, Placement, User
from org.queries import root_department
from org.validators import validate_code

DEPARTMENT_COLUMNS = (
    Column("code", required=True),
    Column("name", required=True),
    Column("parent"),
    Column("short_name"),
)


def import_departments(
    *, by: User | None, name: str, data: bytes, skip_bad: bool = False, dry_run: bool = False
) -> Outcome:
    """Add or change departments by their code; parents may stand anywhere in the file.

    An empty parent leaves a known department where it is, and puts a new one under the top department.
    A known department whose parent differs moves today.
    """
    table = read_table(name, data, DEPARTMENT_COLUMNS)
    return attempt(lambda: _import(by, table, skip_bad), dry_run=dry_run)


def _import(by: User | None, table: Table, skip_bad: bool) -> Outcome:
    rows, faults = _parents_first(table.rows)
    storing = _Storing(by, root_department())
    return import_rows(table, storing.store, skip_bad=skip_bad, rows=rows, faults=faults)


def _parents_first(rows: Sequence[Row]) -> tuple[list[Row], list[Fault]]:
    """The rows so that a parent comes before those below it; faults for codes given twice and circles."""
    faults: list[Fault] = []
    waiting: dict[str, Row] = {}
    for row in rows:
        first = waiting.setdefault(row["code"].casefold(), row)
        if first is not row:
            reason = _("This code stands on line %(line)s already.") % {"line": first.line}
            faults.append(Fault(reason, row.line, field="code", code="duplicate"))
    ordered: list[Row] = []
    while ready := [row for row in waiting.values() if row["parent"].casefold() not in waiting]:
        ordered += ready
        waiting = {code: row for code, row in waiting.items() if row not in ready}
    reason = _("This department stands below itself in this file.")
    return ordered, faults + [Fault(reason, row.line, field="parent") for row in waiting.values()]


@dataclass
class _Storing:
    """Stores one row after the other; knows whether there was a top department before the file."""

    by: User | None
    root_before: Department | None

    def store(self, row: Row) -> str:
        _check_code(row["code"])
        fields = {"name": row["name"], "short_name": row["short_name"]}
        Department(code=row["code"], **fields).clean_fields()
        known = Department.objects.filter(code__iexact=row["code"]).first()
        if known is None:
            create_department(by=self.by, code=row["code"], parent=self._parent_of_new(row), **fields)
            return _("new departments")
        return self._change(known, row)

    def _parent_of_new(self, row: Row) -> Department | None:
        if row["parent"]:
            return _department(row["parent"])
        top = root_department()
        if top is not None and self.root_before is None:
            reason = _("Only one department stands at the top, and it is %(top)s: name the parent.")
            raise Refused([Fault(reason % {"top": top.code}, field="parent")])
        return top

    def _change(self, known: Department, row: Row) -> str:
        short_name = row["short_name"] or known.short_name
        renamed = (known.name, known.short_name) != (row["name"], short_name)
        if renamed:
            description = known.description
            change_department(
                by=self.by, department=known, name=row["name"], short_name=short_name, description=description
            )
        moved = bool(row["parent"]) and self._move(known, _department(row["parent"]))
        return _("changed departments") if renamed or moved else _("unchanged departments")

    def _move(self, known: Department, parent: Department) -> bool:
        today = timezone.localdate()
        place = Placement.objects.current().valid_on(today).filter(department=known).first()
        if place is not None and place.parent_id == parent.pk:
            return False
        move_department(by=self.by, department=known, parent=parent, since=today)
        return True


def _check_code(code: str) -> None:
    try:
        validate_code(code)
    except ValidationError as error:
        raise ValidationError({"code": error.messages}) from None


def _department(code: str) -> Department:
    department = Department.objects.filter(code__iexact=code).first()
    if department is None:
        raise Refused(
            [Fault(_("There is no department %(code)s.") % {"code": code}, field="parent", code="unknown")]
        )
    return department
