"""Changing many initiatives at once: all of them, or none."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault, Refused
from initiatives.actions.portfolio import archive_initiative, change_initiative
from initiatives.models import Initiative
from initiatives.portfolio.askers import editable
from org.models import User

FIELDS = ("category", "lead", "sponsor", "department", "cadence", "confidentiality", "must_do")


@action
def change_many(
    *, by: User, initiatives: Sequence[Initiative], fields: Mapping[str, Any], archive: bool = False
) -> None:
    """Set these fields of `FIELDS` on each, then archive them where that is asked.

    Raises Refused with a fault for each initiative that cannot be changed so; nothing is stored then.
    """
    faults = [*why_not_many(by, initiatives)]
    fresh = Initiative.objects.select_for_update(of=("self",)).filter(
        pk__in=[each.pk for each in initiatives]
    )
    for each in fresh.select_related("department") if not faults else ():
        try:
            if fields:
                change_initiative(by=by, initiative=each, **fields)
            if archive:
                archive_initiative(by=by, initiative=each)
        except (Refused, Conflict) as error:
            faults.append(Fault(f"{each.code}: {error}"))
    if faults:
        raise Refused(faults)


def why_not_many(by: User, initiatives: Sequence[Initiative]) -> list[Fault]:
    """A fault for each initiative that this person may not change."""
    allowed = editable(by, initiatives)
    words = _("%(code)s: you may not change “%(name)s”.")
    return [
        Fault(words % {"code": each.code, "name": each.name}, code="permission")
        for each in initiatives
        if each.pk not in allowed
    ]
