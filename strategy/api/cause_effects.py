"""/api/v1/cause-effects/: which objective helps or hinders which."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from strategy import actions
from strategy.api import mapping_examples as examples
from strategy.api.references import ObjectiveReference
from strategy.enums import Influence
from strategy.models import CauseEffect, Objective
from strategy.queries import visible_plans
from strategy.validators import LONGEST_LAG

EDIT = "strategy.edit_objective"


class CauseEffectSerializer(Shaped):
    """A claim of the strategy."""

    id = serializers.IntegerField(read_only=True)
    cause = ObjectiveReference(read_only=True)
    effect = ObjectiveReference(read_only=True)
    influence = serializers.ChoiceField(choices=Influence.choices, read_only=True)
    lag_months = serializers.IntegerField(
        allow_null=True, read_only=True, help_text="After how many months the effect shows."
    )
    note = serializers.CharField(read_only=True)


class CauseEffectChange(Written):
    """What a claim says; between which two objectives it is made does not change."""

    influence = serializers.ChoiceField(choices=Influence.choices, required=False)
    lag_months = serializers.IntegerField(min_value=0, max_value=LONGEST_LAG, allow_null=True, required=False)
    note = serializers.CharField(allow_blank=True, required=False)


class CauseEffectInput(CauseEffectChange):
    """A new claim, between two objectives of one plan."""

    cause = ObjectiveReference()
    effect = ObjectiveReference()


class CauseEffectFilters(Filters):
    """By the plan of both objectives."""

    plan = ByReference(visible_plans, field_name="cause__plan")

    class Meta:
        model = CauseEffect
        fields = {"id": ["in"], "influence": ["exact"]}


class CauseEffects(Creates, Changes, Removes, Resource):
    """Claims of cause and effect: the arrows of strategy maps."""

    queryset = CauseEffect.objects.current().select_related(
        "cause__plan", "cause__lead", "effect__plan", "effect__lead"
    )
    serializer_class = CauseEffectSerializer
    input_class, change_class = CauseEffectInput, CauseEffectChange
    filterset_class = CauseEffectFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["id"]
    example, input_example = examples.CLAIM, examples.CLAIM_INPUT
    change_example = examples.CLAIM_CHANGE
    permissions = {"read": "strategy.view_plan", "create": EDIT, "change": EDIT, "remove": EDIT}

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the plans that the caller may know of."""
        return queryset.filter(cause__plan__in=visible_plans(user))

    def check_object_permissions(self, request: Any, obj: CauseEffect) -> None:
        """Whoever may edit one of its two objectives may edit the claim; everyone who sees it may read it."""
        if request.method not in ("GET", "HEAD"):
            self._authorise(obj.cause, obj.effect)

    def _authorise(self, cause: Objective, effect: Objective) -> None:
        if not self.caller.has_perm(EDIT, cause):
            authorise(self.caller, EDIT, effect)

    def create_one(self, data: dict[str, Any]) -> CauseEffect:
        """The same claim again changes its words."""
        self._authorise(data["cause"], data["effect"])
        return actions.link_cause(by=self.caller, **data)

    def change_one(self, obj: CauseEffect, data: dict[str, Any]) -> CauseEffect:
        """What is not said stays."""
        kept = {name: getattr(obj, name) for name in ("influence", "lag_months", "note")}
        return actions.link_cause(by=self.caller, cause=obj.cause, effect=obj.effect, **{**kept, **data})

    def remove_one(self, obj: CauseEffect) -> None:
        """Withdraw the claim."""
        actions.unlink_cause(by=self.caller, cause=obj.cause, effect=obj.effect)
