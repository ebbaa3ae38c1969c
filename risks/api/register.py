"""/api/v1/risks/ and /api/v1/risk-links/"""

from typing import Any

import django_filters
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from core.web import authorise
from initiatives.api.references import InitiativeReference
from kpis.models import KPI
from org.models import Department, User
from risks.actions import register as actions
from risks.actions.response import choose_response
from risks.api import register_examples as examples
from risks.api.references import RiskReference, person
from risks.enums import Confidentiality, Knowledge, RatingKind, RiskKind, RiskState
from risks.enums import Response as RiskResponse
from risks.models import Risk, RiskCategory, RiskLink, RiskRating, SharedCause
from risks.queries import visible_risks
from risks.register.filters import in_departments
from risks.register.ratings import is_above_appetite, rated
from risks.register.things import links_seen
from risks.views.seen import EDIT, VIEW
from strategy.api.references import ObjectiveReference
from strategy.models import Assumption


class CurrentRatingSerializer(serializers.Serializer):
    """The latest current rating in short."""

    likelihood = serializers.IntegerField()
    impact = serializers.IntegerField()
    score = serializers.IntegerField()
    band = serializers.CharField()
    rated_on = serializers.DateField()


class RiskSerializer(Shaped):
    """A risk or opportunity; `risk-links` say what it touches, `risk-ratings` how it was rated."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices=RiskKind.choices, read_only=True)
    title = serializers.CharField(read_only=True)
    cause = serializers.CharField(read_only=True)
    event = serializers.CharField(read_only=True)
    consequence = serializers.CharField(read_only=True)
    category = Reference(code_field="name", read_only=True, allow_null=True)
    state = serializers.ChoiceField(choices=RiskState.choices, read_only=True)
    confidentiality = serializers.ChoiceField(choices=Confidentiality.choices, read_only=True)
    owner = person(read_only=True)
    department = Reference(read_only=True, allow_null=True, help_text="The one that answers for it.")
    concerned = serializers.SerializerMethodField(help_text="Codes of departments it concerns beside.")
    knowledge = serializers.ChoiceField(choices=Knowledge.choices, allow_blank=True, read_only=True)
    response = serializers.ChoiceField(choices=RiskResponse.choices, allow_blank=True, read_only=True)
    response_reason = serializers.CharField(read_only=True)
    accepted_by = person(read_only=True)
    accepted_until = serializers.DateField(read_only=True, allow_null=True)
    shared_cause = Reference(code_field="name", read_only=True, allow_null=True)
    reference = serializers.CharField(read_only=True)
    current = serializers.SerializerMethodField(help_text="Null: unrated, which is not zero.")
    above_appetite = serializers.SerializerMethodField()
    next_review_on = serializers.DateField(read_only=True, allow_null=True)
    escalated_at = serializers.DateTimeField(read_only=True, allow_null=True)
    escalation = serializers.CharField(read_only=True)
    closed_on = serializers.DateField(read_only=True, allow_null=True)
    closing_note = serializers.CharField(read_only=True)
    added_at = serializers.DateTimeField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)

    def get_concerned(self, risk: Any) -> list[str]:
        """In no order."""
        return [each.department.code for each in risk.concerned.all()]

    @extend_schema_field(CurrentRatingSerializer(allow_null=True))
    def get_current(self, risk: Any) -> Any:
        """Score and band."""
        shown = rated(risk, _current(risk))
        if shown is None:
            return None
        of = shown.rating
        return {
            "likelihood": of.likelihood,
            "impact": of.impact,
            "score": of.score,
            "band": shown.band.label,
            "rated_on": of.rated_on,
        }

    def get_above_appetite(self, risk: Any) -> bool:
        """Its current score is higher than its category's appetite."""
        return is_above_appetite(risk, _current(risk))


def _current(risk: Any) -> RiskRating | None:
    return risk.current_ratings[0] if risk.current_ratings else None


class RiskChange(Written):
    """What of a risk may change."""

    code = serializers.CharField(max_length=40)
    title = serializers.CharField(max_length=300)
    kind = serializers.ChoiceField(choices=RiskKind.choices, required=False)
    cause = serializers.CharField(allow_blank=True, required=False)
    event = serializers.CharField(allow_blank=True, required=False)
    consequence = serializers.CharField(allow_blank=True, required=False)
    category = Reference(
        code_field="name", queryset=RiskCategory.objects.all(), allow_null=True, required=False
    )
    confidentiality = serializers.ChoiceField(choices=Confidentiality.choices, required=False)
    owner = person()
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    knowledge = serializers.ChoiceField(choices=Knowledge.choices, allow_blank=True, required=False)
    shared_cause = Reference(
        code_field="name", queryset=SharedCause.objects.all(), allow_null=True, required=False
    )
    reference = serializers.CharField(max_length=100, allow_blank=True, required=False)
    next_review_on = serializers.DateField(allow_null=True, required=False)


class RiskInput(RiskChange):
    """A new risk; only code and title are needed. `state`: proposed, or (else) open."""

    state = serializers.ChoiceField(choices=[RiskState.PROPOSED, RiskState.OPEN], required=False)


class RiskStateInput(Written):
    """Where it stands; `note` says what became of it, needed where it is closed."""

    state = serializers.ChoiceField(choices=RiskState.choices)
    note = serializers.CharField(allow_blank=True, required=False)


class RiskResponseInput(Written):
    """What is done about it, and why; *accept* is said by who may, until a day to come."""

    response = serializers.ChoiceField(choices=RiskResponse.choices)
    reason = serializers.CharField()
    accepted_until = serializers.DateField(allow_null=True, required=False)


class RiskFilters(Filters):
    """By department (`within`: or one below it, concerned ones included), people, category."""

    department = ByReference(Department.objects.all())
    within = django_filters.CharFilter(method="filter_within", label="department and those below it")
    owner = ByReference(User.objects.all(), code_field="email__iexact")
    category = ByReference(RiskCategory.objects.all(), code_field="name")

    class Meta:
        model = Risk
        fields = {
            "id": ["in"],
            "code": ["exact", "in"],
            "title": ["exact", "icontains"],
            "kind": ["exact"],
            "state": ["exact", "in"],
            "confidentiality": ["exact"],
            "response": ["exact", "in"],
            "next_review_on": ["lte", "gte", "isnull"],
            "escalated_at": ["isnull"],
            "reference": ["exact"],
            "archived_on": ["isnull"],
        }

    def filter_within(self, queryset: QuerySet, _name: str, value: str) -> QuerySet:
        """Answered for by the department or one below it, or concerning one of them."""
        return in_departments(queryset, value)


class Risks(Creates, Changes, Removes, Resource):
    """Risks and opportunities of the register, as far as the caller may know of them."""

    queryset = Risk.objects.select_related("category", "owner", "department", "shared_cause", "accepted_by")
    serializer_class = RiskSerializer
    input_class, change_class = RiskInput, RiskChange
    filterset_class = RiskFilters
    search_fields = ["code", "title", "cause", "event", "consequence"]
    ordering_fields = ["code", "title", "next_review_on", "added_at"]
    example, input_example = examples.RISK, examples.RISK_INPUT
    change_example = {"owner": "gwen@city.example", "next_review_on": "2027-01-15"}
    permissions = {
        "read": VIEW,
        "create": "risks.propose_risk",
        **dict.fromkeys(("change", "remove", "archive", "restore", "state"), EDIT),
        "respond": "risks.choose_response",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that the user may know of."""
        current = RiskRating.objects.filter(kind=RatingKind.CURRENT).select_related("matrix")
        return queryset.filter(pk__in=visible_risks(user).order_by().values("pk")).prefetch_related(
            "concerned__department", Prefetch("ratings", current, to_attr="current_ratings")
        )

    def create_one(self, data: dict[str, Any]) -> Risk:
        """Open, or proposed."""
        return actions.create_risk(by=self.caller, **data)

    def change_one(self, obj: Risk, data: dict[str, Any]) -> Risk:
        """What it is."""
        return actions.change_risk(by=self.caller, risk=obj, **data)

    def remove_one(self, obj: Risk) -> None:
        """What was only proposed; others are closed and archived (409)."""
        actions.remove_risk(by=self.caller, risk=obj)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def archive(self, request: Request, ref: str) -> Response:
        """A closed one leaves the lists."""
        obj = self.get_object()
        actions.archive_risk(by=self.caller, risk=obj)
        return self.done([obj], many=False, status=200)

    @extend_schema(request=None)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, ref: str) -> Response:
        """It stands in the lists again."""
        obj = self.get_object()
        actions.archive_risk(by=self.caller, risk=obj, archived=False)
        return self.done([obj], many=False, status=200)

    @extend_schema(
        request=RiskStateInput, examples=[OpenApiExample("state", examples.STATE, request_only=True)]
    )
    @action(detail=True, methods=["post"])
    def state(self, request: Request, ref: str) -> Response:
        """It was taken into the register, has occurred, or is closed."""
        obj = self.get_object()
        said = RiskStateInput(data=request.data)
        said.is_valid(raise_exception=True)
        actions.set_state(by=self.caller, risk=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)

    @extend_schema(
        request=RiskResponseInput,
        examples=[OpenApiExample("response", examples.RESPONSE, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def respond(self, request: Request, ref: str) -> Response:
        """What is done about it; accepting is for the leadership and heads."""
        obj = self.get_object()
        said = RiskResponseInput(data=request.data)
        said.is_valid(raise_exception=True)
        choose_response(by=self.caller, risk=obj, **said.validated_data)
        return self.done([obj], many=False, status=200)


class RiskLinkSerializer(Shaped):
    """What a risk touches: one of objective, initiative, KPI and assumption is said."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    objective = ObjectiveReference(read_only=True, allow_null=True)
    initiative = InitiativeReference(read_only=True, allow_null=True)
    kpi = Reference(read_only=True, allow_null=True)
    assumption = serializers.IntegerField(source="assumption_id", read_only=True, allow_null=True)
    note = serializers.CharField(read_only=True)


class RiskLinkChange(Written):
    """How it touches it."""

    note = serializers.CharField(max_length=300, allow_blank=True, required=False)


class RiskLinkInput(RiskLinkChange):
    """Exactly one thing; said again of the same one it is changed."""

    risk = RiskReference()
    objective = ObjectiveReference(required=False)
    initiative = InitiativeReference(required=False)
    kpi = Reference(queryset=KPI.objects.all(), required=False)
    assumption = Reference(code_field="", queryset=Assumption.objects.all(), required=False)


class RiskLinkFilters(Filters):
    """By risk."""

    risk = ByReference(visible_risks)

    class Meta:
        model = RiskLink
        fields: dict[str, list[str]] = {"id": ["in"]}


class RiskLinks(Creates, Changes, Removes, Resource):
    """What risks touch, as far as the caller may know of both ends."""

    queryset = RiskLink.objects.select_related("risk__department")
    serializer_class = RiskLinkSerializer
    input_class, change_class = RiskLinkInput, RiskLinkChange
    filterset_class = RiskLinkFilters
    code_field = ""
    ordering_fields = ["id"]
    example, input_example = examples.LINK, examples.LINK_INPUT
    change_example = {"note": "Its dates"}
    permissions = {"read": VIEW, **dict.fromkeys(("create", "change", "remove"), "risks.edit_part")}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Where the user may know of both ends."""
        return links_seen(user, queryset.filter(risk__in=visible_risks(user).order_by().values("pk")))

    def create_one(self, data: dict[str, Any]) -> RiskLink:
        """For who may change the risk."""
        authorise(self.caller, EDIT, data["risk"])
        named = [data[name] for name in actions.THINGS if data.get(name) is not None]
        if len(named) != 1:
            raise Refused([Fault(_("Say one thing that it touches."), code="one_thing")])
        return actions.touch(by=self.caller, risk=data["risk"], thing=named[0], note=data.get("note", ""))

    def change_one(self, obj: RiskLink, data: dict[str, Any]) -> RiskLink:
        """How it touches it."""
        thing = next(each for name in actions.THINGS if (each := getattr(obj, name)) is not None)
        return actions.touch(by=self.caller, risk=obj.risk, thing=thing, note=data.get("note", obj.note))

    def remove_one(self, obj: RiskLink) -> None:
        """It touches it no longer."""
        actions.stop_touching(by=self.caller, link=obj)
