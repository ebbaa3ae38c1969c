"""The charter of the strategy office, with its members and services as rows; an emptied row goes."""

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
        for n in range(self._members):
            self._add_member(n, members[n] if n < len(members) else None, kept)
        for n in range(self._services):
            self._add_service(n, services[n] if n < len(services) else None, kept)

    def _add_member(self, n: int, row: CharterMember | None, kept: Iterable[int | None]) -> None:
        number = {"number": n + 1}
        self.fields[f"member_{n}_who"] = PersonField(
            label=_("Member %(number)d") % number, kept=kept, initial=row.person_id if row else None
        )
        self.fields[f"member_{n}_part"] = _words(_("Their part"), row.part if row else "")

    def _add_service(self, n: int, row: CharterService | None, kept: Iterable[int | None]) -> None:
        number = {"number": n + 1}
        name = _words(_("Service %(number)d") % number, row.name if row else "")
        what = TextField(label=_("What it is"), rows=2, initial=row.description if row else "")
        self.fields |= {f"service_{n}_who": name, f"service_{n}_what": what}
        self.fields[f"service_{n}_audience"] = _words(_("For whom"), row.audience if row else "")
        self.fields[f"service_{n}_contact"] = PersonField(
            label=_("Whom one asks"), kept=kept, initial=row.contact_id if row else None
        )

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        names = ("mandate", "authority", "principles", "approved_by", "approved_on", "review_on")
        members = [Member(data[f"member_{n}_who"], data[f"member_{n}_part"]) for n in range(self._members)]
        services = [self._service(n) for n in range(self._services)]
        return {
            **{name: data[name] for name in names},
            "members": [each for each in members if each.person is not None],
            "services": [each for each in services if each.name.strip()],
        }

    def _service(self, n: int) -> Service:
        given = (self.cleaned_data[f"service_{n}_{part}"] for part in ("who", "what", "audience", "contact"))
        return Service(*given)


def _words(label: Any, initial: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200, initial=initial)


def _rows(data: Any, kind: str, stored: Sequence[Any]) -> int:
    """As many rows as were sent; a new page shows what is stored and some empty ones."""
    if data is None:
        return len(stored) + MORE_ROWS
    sent = [int(found[1]) for name in data if (found := re.fullmatch(rf"{kind}_(\d{{1,3}})_who", name))]
    return min(max(sent, default=-1) + 1, MOST_ROWS)
