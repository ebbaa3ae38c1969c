"""/api/v1/resource-load/: capacity, demand and gap by department, skill and month."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from core.api.lookup import found
from core.api.resources import Api
from initiatives.api.means_examples import LOAD
from initiatives.api.months import MonthField
from initiatives.means.load import Load, LoadRow, LoadState, Part, read_load
from initiatives.means.months import first_day, month_of
from initiatives.models import Skill
from initiatives.views.seen import VIEW
from org.models import Department
from org.queries import TreeNode, department_tree

MOST_MONTHS = 120


class CauseSerializer(serializers.Serializer):
    """What an initiative asks for."""

    initiative = serializers.CharField()
    fte = serializers.FloatField()


class LoadMonthSerializer(serializers.Serializer):
    """A team in a month, in full-time people; capacity and gap are null where no capacity is stated."""

    month = MonthField()
    capacity = serializers.FloatField(allow_null=True)
    demand = serializers.FloatField(help_text="Of initiatives under way.")
    proposed = serializers.FloatField(help_text="Of ideas and proposals, with `proposals=true`.")
    gap = serializers.FloatField(allow_null=True, help_text="Capacity minus what is asked for.")
    state = serializers.ChoiceField(choices=[(each.value, each.name) for each in LoadState])
    initiatives = CauseSerializer(many=True)


class TeamSerializer(serializers.Serializer):
    """A department and skill, month by month."""

    department = serializers.CharField()
    skill = serializers.CharField()
    months = LoadMonthSerializer(many=True)


class PersonLoadSerializer(serializers.Serializer):
    """A person who is promised for more than the whole of a month."""

    person = serializers.EmailField()
    month = MonthField()
    fte = serializers.FloatField()
    initiatives = CauseSerializer(many=True)


@extend_schema_serializer(many=False)
class LoadSerializer(serializers.Serializer):
    """Teams that have or give people in the months asked for."""

    first_month = MonthField()
    last_month = MonthField()
    teams = TeamSerializer(many=True)
    people = PersonLoadSerializer(many=True)


class ResourceLoad(Api, ViewSet):
    """Capacity beside demand, counting the initiatives that the caller may know of."""

    example = LOAD
    permissions = {"read": VIEW}
    query_parameters = {"department", "skill", "first_month", "last_month", "proposals"}

    @extend_schema(
        responses=LoadSerializer,
        examples=[OpenApiExample("load", LOAD, response_only=True)],
        parameters=[
            OpenApiParameter("department", str, description="Code or id: it and those below; else all."),
            OpenApiParameter("skill", str, description="Code or id; else all."),
            OpenApiParameter("first_month", str, description="`2027-03`; else this month."),
            OpenApiParameter("last_month", str, description="`2028-02`; else eleven months later."),
            OpenApiParameter("proposals", bool, description="Count ideas and proposals as well."),
        ],
    )
    def list(self, request: Request) -> Response:
        """Every team with its months, and who is promised twice."""
        months = _months(request)
        read = read_load(
            request.user, months, _department(request), _skill(request), yes_or_no(request, "proposals")
        )
        return Response(LoadSerializer(_as_data(read)).data)


def _months(request: Request) -> range:
    month = MonthField()
    asked = request.query_params
    days = {}
    for name in ("first_month", "last_month"):
        try:
            days[name] = month.to_internal_value(asked[name]) if asked.get(name) else None
        except ValidationError as error:
            raise ValidationError({name: error.detail}) from None
    first = month_of(days["first_month"] or timezone.localdate())
    last = month_of(days["last_month"]) if days["last_month"] else first + 11
    if not first <= last < first + MOST_MONTHS:
        words = _("From the first month on, at most %(most)d months.") % {"most": MOST_MONTHS}
        raise ValidationError({"last_month": words})
    return range(first, last + 1)


def _department(request: Request) -> TreeNode | None:
    reference = request.query_params.get("department")
    if not reference:
        return None
    department = found(Department.objects.all(), "code", reference)
    nodes = {node.id: node for node in department_tree()}
    if department is None or department.pk not in nodes:
        raise ValidationError({"department": _("There is no department %(ref)s.") % {"ref": repr(reference)}})
    return nodes[department.pk]


def _skill(request: Request) -> Skill | None:
    reference = request.query_params.get("skill")
    skill: Skill | None = found(Skill.objects.all(), "code", reference) if reference else None
    if reference and skill is None:
        raise ValidationError({"skill": _("There is no skill %(ref)s.") % {"ref": repr(reference)}})
    return skill


def yes_or_no(request: Request, name: str) -> bool:
    """A parameter that is `true` or `false`; raises ValidationError for anything else."""
    text = request.query_params.get(name, "false")
    if text not in ("true", "false"):
        raise ValidationError({name: _("true or false.")})
    return text == "true"


def _as_data(load: Load) -> dict[str, Any]:
    return {
        "first_month": first_day(load.months[0]),
        "last_month": first_day(load.months[-1]),
        "teams": [_team(row) for row in load.rows],
        "people": [
            {
                "person": each.person.email,
                "month": first_day(each.month),
                "fte": round(each.fte, 6),
                "initiatives": _causes(each.parts),
            }
            for each in load.people
        ],
    }


def _team(row: LoadRow) -> dict[str, Any]:
    months = [
        {
            "month": first_day(month),
            "capacity": cell.capacity,
            "demand": round(cell.demand, 6),
            "proposed": round(cell.proposed, 6),
            "gap": None if cell.gap is None else round(cell.gap, 6),
            "state": cell.state.value,
            "initiatives": _causes(row.parts.get(month, [])),
        }
        for month, cell in row.cells.items()
    ]
    return {"department": row.department.code, "skill": row.skill.code, "months": months}


def _causes(parts: Sequence[Part]) -> list[dict[str, Any]]:
    return [{"initiative": part.initiative.code, "fte": part.fte} for part in parts]
