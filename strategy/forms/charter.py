"""The charter of the strategy office, with its members and services as rows; an emptied row goes.

Each field of a row begins with what is stored, so that a page that somebody else changed meanwhile shows both
versions (`core.edit_conflicts`).
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from strategy.actions.charter import Member, Service
from strategy.forms.fields import DayField, TextField
from strategy.forms.goals import PersonField
from strategy.models import Charter, CharterMember, CharterService

MORE_ROWS, MOST_ROWS = 2, 40
_OF_SERVICE = ("who", "what", "audience", "contact")


class CharterForm(forms.Form):
    """What the office is for, who is in it, what it does."""

    mandate = TextField(label=_("Mandate"), rows=4, help_text=_("What the strategy office is for."))
    authority = TextField(label=_("Authority"), rows=4, help_text=_("What it may decide and ask for."))
    principles = TextField(label=_("Principles"), rows=4, help_text=_("How it works."))
    approved_on = DayField(label=_("Approved on"), required=False)
    review_on = DayField(
        label=_("Look at it again on"), required=False, help_text=_("My work asks the office for it.")
    )

    def __init__(
        self,
        data: Any,
        *,
        charter: Charter,
        members: Sequence[CharterMember],
        services: Sequence[CharterService],
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        kept = [charter.approved_by_id, *(each.person_id for each in members)]
        kept += [each.contact_id for each in services]
        self.fields["approved_by"] = PersonField(label=_("Approved by"), kept=kept)
        self.order_fields(["mandate", "authority", "principles", "approved_by"])
        self._members, self._services = _rows(data, "member", members), _rows(data, "service", services)
        # Rows that somebody added beyond those that this page had: they stay.
        self._unseen = members[self._members :], services[self._services :]
        for n in range(self._members):
            self._add_member(n, members[n] if n < len(members) else None, kept)
        for n in range(self._services):
            self._add_service(n, services[n] if n < len(services) else None, kept)

    def _add_member(self, n: int, row: CharterMember | None, kept: Iterable[int | None]) -> None:
        number, who, part = {"number": n + 1}, f"member_{n}_who", f"member_{n}_part"
        self.fields[who] = PersonField(label=_("Member %(number)d") % number, kept=kept)
        self.fields[part] = _words(_("Part of member %(number)d") % number)
        self.initial.update({who: row.person_id if row else None, part: row.part if row else ""})

    def _add_service(self, n: int, row: CharterService | None, kept: Iterable[int | None]) -> None:
        number, begin = {"number": n + 1}, f"service_{n}"
        self.fields |= {
            f"{begin}_who": _words(_("Service %(number)d") % number),
            f"{begin}_what": TextField(label=_("What service %(number)d is") % number, rows=2),
            f"{begin}_audience": _words(_("For whom service %(number)d is") % number),
            f"{begin}_contact": PersonField(
                label=_("Whom one asks for service %(number)d") % number, kept=kept
            ),
        }
        said = (row.name, row.description, row.audience, row.contact_id) if row else ("", "", "", None)
        self.initial.update(zip((f"{begin}_{part}" for part in _OF_SERVICE), said, strict=True))

    @property
    def words(self) -> list[forms.BoundField]:
        """What is neither a member's nor a service's."""
        return [self[name] for name in self.fields if not name.startswith(("member_", "service_"))]

    @property
    def member_rows(self) -> list[list[forms.BoundField]]:
        """Who, and their part, of each row."""
        return [[self[f"member_{n}_{part}"] for part in ("who", "part")] for n in range(self._members)]

    @property
    def service_rows(self) -> list[list[forms.BoundField]]:
        """Name, description, for whom, whom one asks, of each row."""
        return [[self[f"service_{n}_{part}"] for part in _OF_SERVICE] for n in range(self._services)]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        names = ("mandate", "authority", "principles", "approved_by", "approved_on", "review_on")
        members = [Member(data[f"member_{n}_who"], data[f"member_{n}_part"]) for n in range(self._members)]
        services = [self._service(n) for n in range(self._services)]
        members += [Member(each.person, each.part) for each in self._unseen[0]]
        services += [
            Service(each.name, each.description, each.audience, each.contact) for each in self._unseen[1]
        ]
        return {
            **{name: data[name] for name in names},
            "members": [each for each in members if each.person is not None],
            "services": [each for each in services if each.name.strip()],
        }

    def _service(self, n: int) -> Service:
        return Service(*(self.cleaned_data[f"service_{n}_{part}"] for part in _OF_SERVICE))


def _words(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200)


def _rows(data: Any, kind: str, stored: Sequence[Any]) -> int:
    """As many rows as were sent; a new page shows what is stored and some empty ones."""
    if data is None:
        return len(stored) + MORE_ROWS
    sent = [int(found[1]) for name in data if (found := re.fullmatch(rf"{kind}_(\d{{1,3}})_who", name))]
    return min(max(sent, default=-1) + 1, MOST_ROWS)
