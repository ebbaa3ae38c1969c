"""/api/v1/revisions/ and /api/v1/plan-versions/"""

from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Resource
from core.api.shapes import Shaped, Written
from core.errors import Fault, Refused
from core.web import authorise
from strategy.actions.revisions import begin_revision, change_revision
from strategy.api import revisions_examples as examples
from strategy.cascade.kept import standing_versions
from strategy.enums import RevisionState
from strategy.models import Plan, PlanVersion, Revision
from strategy.queries import visible_plans
from strategy.revisions.comparing import compare
from strategy.revisions.snapshot import snapshot_of
from strategy.revisions.steps import STEPS
from strategy.revisions.visible import visible_revisions
from strategy.revisions.wording import readable


class RevisionFields(serializers.Serializer):
    """What is said about a change to a plan in force."""

    title = serializers.CharField(max_length=300)
    reason = serializers.CharField()
    since = serializers.DateField(
        allow_null=True, required=False, help_text="Weights, places and links hold from then; null: approval."
    )


class RevisionSerializer(Shaped, RevisionFields):
    """A change to a plan in force, written on the plan `branch`."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    branch = Reference(read_only=True)
    state = serializers.ChoiceField(choices=RevisionState.choices, read_only=True)
    begun_by = Reference(code_field="email", read_only=True, allow_null=True)
    begun_at = serializers.DateTimeField(read_only=True)
    proposed_at = serializers.DateTimeField(read_only=True, allow_null=True)
    decided_by = Reference(code_field="email", read_only=True, allow_null=True)
    decided_at = serializers.DateTimeField(read_only=True, allow_null=True)
    comment = serializers.CharField(read_only=True)
    before = serializers.IntegerField(source="before.number", default=None, allow_null=True, read_only=True)
    after = serializers.IntegerField(source="after.number", default=None, allow_null=True, read_only=True)


class RevisionInput(Written, RevisionFields):
    """A revision of an active plan; its branch is then edited as any plan."""

    plan = Reference(queryset=Plan.objects.all())


class RevisionChange(Written, RevisionFields):
    """What of a revision may change while it is written."""


class RevisionStepInput(Written):
    """The next step; `return` needs a comment, `take-back` a reason."""

    step = serializers.ChoiceField(choices=[name for name in STEPS if name != "change"])
    comment = serializers.CharField(allow_blank=True, required=False)
    reason = serializers.CharField(required=False)
    since = serializers.DateField(required=False)


class FactSerializer(serializers.Serializer):
    """A fact that differs, in words."""

    label = serializers.CharField()  # type: ignore[assignment]
    before = serializers.CharField(allow_blank=True)
    after = serializers.CharField(allow_blank=True)


class DifferenceSerializer(serializers.Serializer):
    """An element that differs."""

    key = serializers.CharField()
    kind = serializers.CharField()
    name = serializers.CharField()
    deed = serializers.ChoiceField(choices=["added", "removed", "changed", "moved"])
    facts = FactSerializer(many=True)


class ClashSerializer(serializers.Serializer):
    """What the revision and the plan both changed since it was begun."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    base = serializers.CharField(allow_blank=True)
    ours = serializers.CharField(allow_blank=True)
    theirs = serializers.CharField(allow_blank=True)


class ComparisonSerializer(serializers.Serializer):
    """What a revision changes, and what stands against it."""

    changes = DifferenceSerializer(many=True)
    clashes = ClashSerializer(many=True)
    behind = serializers.BooleanField(help_text="Whether the plan was changed since the revision was begun.")


class RevisionFilters(Filters):
    """By plan and state."""

    plan = ByReference(visible_plans)

    class Meta:
        model = Revision
        fields = {"id": ["in"], "state": ["exact", "in"]}


class Revisions(Creates, Changes, Resource):
    """Changes to active plans: written on a branch, approved by an executive, taken back."""

    queryset = Revision.objects.select_related("plan", "branch", "begun_by", "decided_by", "before", "after")
    serializer_class = RevisionSerializer
    input_class, change_class = RevisionInput, RevisionChange
    filterset_class = RevisionFilters
    code_field = "branch__code"
    search_fields = ["title", "reason"]
    ordering_fields = ["begun_at", "title"]
    example, input_example = examples.REVISION, examples.REVISION_INPUT
    change_example = {"reason": "The sea rises faster than we thought."}
    permissions = {
        "read": "strategy.view_plan",
        "create": "strategy.begin_revision",
        "change": "strategy.begin_revision",
        "steps": "strategy.view_plan",  # each step asks for its own
        "differences": "strategy.view_plan",
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those that the user may know of."""
        return queryset.filter(pk__in=visible_revisions(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Revision:
        """On a branch of the plan."""
        return begin_revision(by=self.caller, **data)

    def change_one(self, obj: Revision, data: dict[str, Any]) -> Revision:
        """Title, reason and day."""
        said = {"title": obj.title, "reason": obj.reason, "since": obj.since}
        return change_revision(by=self.caller, revision=obj, **{**said, **data})

    @extend_schema(
        request=RevisionStepInput,
        responses=RevisionSerializer,
        examples=[OpenApiExample("Propose", examples.STEP, request_only=True)],
    )
    @action(detail=True, methods=["post"])
    def steps(self, request: Request, **_kwargs: Any) -> Response:
        """Propose, approve, return, withdraw, bring up to date or take back; 409 names what clashes."""
        revision = self.get_object()
        serializer = RevisionStepInput(data=request.data, context=self.get_serializer_context())
        serializer.is_valid(raise_exception=True)
        data = dict(serializer.validated_data)
        step = STEPS[data.pop("step")]
        authorise(self.caller, step.permission, revision.plan)
        unknown = [name for name in data if name not in step.takes]
        if unknown:
            raise Refused([Fault("This step does not take it.", field=name) for name in unknown])
        step.act(by=self.caller, revision=revision, **{**step.defaults, **data})
        return self.done([revision], many=False, status=200)

    @extend_schema(responses=ComparisonSerializer, examples=[examples.COMPARISON])
    @action(detail=True, methods=["get"])
    def differences(self, _request: Request, **_kwargs: Any) -> Response:
        """What the revision changes in words, and what clashes with the plan as it is by now."""
        return Response(ComparisonSerializer(compare(self.get_object())).data)


class VersionSerializer(Shaped):
    """A plan as it was at a moment; `snapshot` has every element with its facts."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)
    number = serializers.IntegerField(read_only=True)
    reason = serializers.CharField(read_only=True)
    made_by = Reference(code_field="email", read_only=True, allow_null=True)
    made_at = serializers.DateTimeField(read_only=True)
    snapshot = serializers.JSONField(read_only=True)


class VersionFilters(Filters):
    """By plan and number."""

    plan = ByReference(visible_plans)

    class Meta:
        model = PlanVersion
        fields = {"id": ["in"], "number": ["exact", "in"]}


class PlanVersions(Resource):
    """Plans as they were approved, and before and after each revision."""

    queryset = PlanVersion.objects.select_related("plan", "made_by")
    serializer_class = VersionSerializer
    filterset_class = VersionFilters
    code_field = "id"
    ordering_fields = ["number", "made_at"]
    example = examples.VERSION
    permissions = {"read": "strategy.view_plan", "differences": "strategy.view_plan"}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the user may know of, and what stands of a plan whose draft is hidden."""
        seen = Q(plan__in=visible_plans(user))
        if self.action == "differences":  # from the plan as it is written now
            return queryset.filter(seen)
        return queryset.filter(seen | Q(pk__in=standing_versions(user).values("pk")))

    @property
    def query_parameters(self) -> set[str]:  # type: ignore[override]
        """`to` names the version to compare with."""
        return {"to"} if getattr(self, "action", None) == "differences" else set()

    @extend_schema(
        responses=DifferenceSerializer(many=True),
        parameters=[OpenApiParameter("to", int, description="Number of a later version; else the plan now.")],
        examples=[examples.DIFFERENCES],
        filters=False,
    )
    @action(detail=True, methods=["get"], pagination_class=None, filterset_class=None)
    def differences(self, request: Request, **_kwargs: Any) -> Response:
        """How another version of the plan, or the plan now, differs from this one."""
        version = self.get_object()
        number = request.query_params.get("to")
        after = snapshot_of(version.plan)
        if number is not None:
            other = version.plan.versions.filter(number=number).first() if number.isdigit() else None
            if other is None:
                raise Refused([Fault("The plan has no such version.", field="to", code="unknown")])
            after = other.snapshot
        return Response(DifferenceSerializer(readable(version.snapshot, after), many=True).data)
