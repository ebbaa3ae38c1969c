"""On an initiative's page: whose work it changes and where they are held up."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from initiatives.models import AffectedGroup, Initiative
from initiatives.readiness.presenting import readiness_label
from initiatives.readiness.reading import read_groups
from initiatives.readiness.visible import with_relations


def readiness(request: HttpRequest, initiatives: Sequence[Initiative]) -> dict[Any, SafeString]:
    """The groups of each with where they are held up; a constant number of queries."""
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for each in read_groups(list(with_relations(AffectedGroup.objects.filter(initiative__in=initiatives)))):
        rows[each.group.initiative_id].append({"group": each.group, "label": readiness_label(each)})
    return {
        each.pk: render_to_string(
            "initiatives/readiness/panel.html", {"initiative": each, "rows": rows[each.pk]}, request
        )
        for each in initiatives
    }
