"""The charter of the strategy office: what it is for, who is in it, what it does for others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Fault
from org.models import User
from strategy.models import Charter, CharterMember, CharterService
from strategy.validators import refuse

FIELDS = ("mandate", "authority", "principles", "approved_by", "approved_on", "review_on")


@dataclass(frozen=True)
class Member:
    """Somebody of the office, and their part."""

    person: User
    part: str = ""


@dataclass(frozen=True)
class Service:
    """What the office does, for whom, and whom one asks."""

    name: str
    description: str = ""
    audience: str = ""
    contact: User | None = None


def charter() -> Charter:
    """The one charter; unsaved and empty before it is written."""
    return Charter.objects.select_related("approved_by").filter(pk=1).first() or Charter(pk=1)


@action
def write_charter(
    *,
    by: User | None,
    members: Sequence[Member] | None = None,
    services: Sequence[Service] | None = None,
    **fields: Any,
) -> Charter:
    """Change fields of `FIELDS`, and all members or services where they are given. Raises Refused."""
    written = charter()
    unknown = set(fields) - {*FIELDS}
    if unknown:
        raise TypeError(f"a charter has no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(written, name, value)
    refuse(_faults(written, members or ()))
    written.save()
    if members is not None:
        _keep_members(members)
    if services is not None:
        _keep_services(services)
    return written


def _faults(written: Charter, members: Sequence[Member]) -> Iterator[Fault]:
    people = [each.person.pk for each in members]
    if len(people) != len(set(people)):
        yield Fault(_("Somebody is named twice."), code="unique")
    if written.approved_by and not written.approved_on:
        yield Fault(_("Say on which day it was approved."), field="approved_on", code="required")
    if written.approved_on and written.review_on and written.review_on <= written.approved_on:
        yield Fault(_("That is not after the day on which it was approved."), field="review_on")


def _keep_members(members: Sequence[Member]) -> None:
    CharterMember.objects.exclude(person__in=[each.person for each in members]).delete()
    for position, each in enumerate(members):
        said = {"part": each.part.strip(), "position": position}
        CharterMember.objects.update_or_create(person=each.person, defaults=said)


def _keep_services(services: Sequence[Service]) -> None:
    """Row by row, so that the history tells what changed."""
    stored = list(CharterService.objects.all())
    for position, each in enumerate(services):
        row = stored[position] if position < len(stored) else CharterService()
        row.name, row.description = each.name.strip(), each.description.strip()
        row.audience, row.contact, row.position = each.audience.strip(), each.contact, position
        row.save()
    for row in stored[len(services) :]:
        row.delete()
