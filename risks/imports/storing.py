"""Rows of a file stored as risks, with how they were rated and what is done."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core.errors import Conflict, Fault, Refused
from core.imports import Outcome, import_rows
from core.tabular.table import Row, Table
from org.models import Department, User
from risks.actions.imports import category_named, keep_actions, keep_rating
from risks.actions.register import change_risk, create_risk, set_state
from risks.enums import RatingKind, RiskState
from risks.imports.lines import actions_in
from risks.models import Risk
from risks.register.codes import code_of, free_code

_TEXTS = ("kind", "cause", "event", "consequence", "confidentiality", "knowledge", "reference")


def import_risks(
    *,
    by: User | None,
    rows: Sequence[Row],
    columns: Sequence[str],
    said: dict[str, Any],
    skip_bad: bool,
) -> Outcome:
    """Add or change a risk a row; an empty cell changes nothing, and nor does what is there already.

    `said`: `matrix` on which the levels are meant, `rated_on` of ratings without a day of their own.
    """
    storing = _Storing(by, said)
    return import_rows(Table(rows, [], columns=columns), storing.store, skip_bad=skip_bad)


class _Storing:
    """Stores one row after the other, each whole or not at all."""

    def __init__(self, by: User | None, said: dict[str, Any]) -> None:
        self.by, self.matrix, self.day = by, said.get("matrix"), said.get("rated_on")
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
            raise Refused(_("This risk stands on another line already."))
        risk, changed = self._risk(found, row)
        self.seen.add(risk.pk)
        changed |= self._rate(risk, row, RatingKind.CURRENT, "", row["rated_on"])
        changed |= self._rate(risk, row, RatingKind.TARGET, "target_", None)
        names, due_on = actions_in(row["actions"]), row["actions_due_on"]
        changed |= keep_actions(by=self.by, risk=risk, names=names, due_on=due_on)
        changed |= self._move(risk, row)
        if found is None:
            return _("new risks")
        return _("changed risks") if changed else _("risks without a change")

    def _risk(self, found: Risk | None, row: Row) -> tuple[Risk, bool]:
        fields = self._fields(row)
        if found is None:
            code = code_of(row["code"]) or free_code(row["title"])
            reference = {"reference": row["code"]} if row["code"] not in ("", code) else {}
            state = RiskState.PROPOSED if row["state"] == RiskState.PROPOSED else RiskState.OPEN
            return create_risk(by=self.by, code=code, state=state, **{**reference, **fields}), True
        differing = {name: value for name, value in fields.items() if getattr(found, name) != value}
        if differing:
            change_risk(by=self.by, risk=found, **differing)
        return found, bool(differing)

    def _fields(self, row: Row) -> dict[str, Any]:
        """What the row says; what it leaves empty is not there."""
        fields: dict[str, Any] = {"title": row["title"]}
        fields |= {name: row[name] for name in _TEXTS if row[name]}
        if row["next_review_on"] is not None:
            fields["next_review_on"] = row["next_review_on"]
        if row["department"]:
            fields["department"] = self.departments[row["department"]]
        if row["owner"]:
            fields["owner"] = self.people[row["owner"]]
        if row["category"]:
            fields["category"] = category_named(by=self.by, name=row["category"])
        return fields

    def _rate(self, risk: Risk, row: Row, kind: str, prefix: str, said_on: dt.date | None) -> bool:
        likelihood, impact = row[f"{prefix}likelihood"], row[f"{prefix}impact"]
        if likelihood is None and impact is None:
            return False
        if self.matrix is None:
            raise Refused(_("Say for the whole file by which matrix its risks are rated."))
        levels = (
            _level(likelihood, f"{prefix}likelihood", len(self.matrix.likelihoods)),
            _level(impact, f"{prefix}impact", len(self.matrix.impacts)),
        )
        day = said_on or self.day
        if day is None:
            raise Refused(_("Say for the whole file on which day it was rated."))
        return keep_rating(
            by=self.by,
            risk=risk,
            kind=kind,
            matrix=self.matrix,
            levels=levels,
            said_on=said_on,
            day=day,
        )

    def _move(self, risk: Risk, row: Row) -> bool:
        """To the state that the row says."""
        if row["state"] in ("", risk.state):
            return False
        note = row["closing_note"] or (_("Closed where it comes from.") if row["state"] == "closed" else "")
        set_state(by=self.by, risk=risk, state=row["state"], note=note)
        return True


def _level(value: float | None, field: str, most: int) -> int:
    if value is None or value != int(value) or not 1 <= value <= most:
        words = _("A level is a whole number from 1 to %(most)d on this matrix.")
        raise Refused([Fault(words % {"most": most}, field=field)])
    return int(value)


def _found(row: Row) -> Risk | None:
    if row["code"]:
        return Risk.objects.filter(code__iexact=code_of(row["code"])).first()
    return Risk.objects.filter(title__iexact=row["title"]).order_by("pk").first()
