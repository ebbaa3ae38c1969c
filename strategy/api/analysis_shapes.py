"""What the API says and takes of items, capabilities, competitors, scenarios and assumptions."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Model
from django.utils.translation import gettext as _
from rest_framework import serializers

from core.api.lookup import Reference
from core.api.shapes import Shaped, Written
from kpis.api.numbers import NumberField
from kpis.models import KPI
from org.models import Department, User
from strategy.api.parts import with_ref
from strategy.enums import (
    AssumptionState,
    Category,
    Course,
    Crossing,
    Horizon,
    ItemState,
    Lens,
    Quadrant,
    Tripwire,
)
from strategy.models import Objective, Plan, Priority


class RatingField(serializers.IntegerField):
    """From 1 (least) to 5 (most); null: not rated."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=5, allow_null=True, required=False, **kwargs)


def text() -> serializers.CharField:
    """Some words, or none."""
    return serializers.CharField(allow_blank=True, required=False)


def choice(choices: Any) -> serializers.ChoiceField:
    """One of the choices, or nothing said."""
    return serializers.ChoiceField(choices=choices, allow_blank=True, required=False)


def person() -> Reference:
    """Somebody by their address."""
    people = User.objects.filter(is_active=True)
    return Reference(queryset=people, code_field="email__iexact", allow_null=True, required=False)


class PartReference(Reference):
    """A priority or objective by `plan:code` or id."""

    def __init__(self, model: type[Model], **kwargs: Any) -> None:
        parts = with_ref(model._default_manager.select_related("plan"))
        super().__init__(queryset=parts, code_field="ref", allow_null=True, required=False, **kwargs)

    def use_pk_only_optimization(self) -> bool:
        """The code of its plan is read, too."""
        return False

    def to_representation(self, value: Any) -> str:
        """`plan:code`."""
        return f"{value.plan.code}:{value.code}"


class TendedFields(serializers.Serializer):
    """What the owner of a finding may write, too."""

    evidence = text()
    review_on = serializers.DateField(allow_null=True, required=False)


class OwnedFields(TendedFields):
    """What every finding has."""

    owner = person()


class Identity(Shaped):
    """What every answer begins with."""

    id = serializers.IntegerField(read_only=True)
    plan = Reference(read_only=True)


class OfPlan(Written):
    """What every new finding names."""

    plan = Reference(queryset=Plan.objects.all())


class ItemFields(OwnedFields):
    """An item that was seen through a lens."""

    statement = serializers.CharField(max_length=500)
    lens = serializers.ChoiceField(choices=Lens.choices, required=False)
    category = choice(Category.choices)
    quadrant = choice(Quadrant.choices)
    detail = text()
    evidence_url = serializers.URLField(allow_blank=True, required=False, max_length=1000)
    kpi = Reference(queryset=KPI.objects.all(), allow_null=True, required=False)
    impact = RatingField()
    likelihood = RatingField()
    course = choice(Course.choices)
    horizon = choice(Horizon.choices)


class ItemSerializer(Identity, ItemFields):
    """An item with where it stands."""

    state = serializers.ChoiceField(choices=ItemState.choices, read_only=True)
    position = serializers.IntegerField(read_only=True)
    contributor = Reference(code_field="email", read_only=True, allow_null=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)


class ItemChange(Written, ItemFields):
    """What of an item may change; `state` archives it or brings it back."""

    state = serializers.ChoiceField(choices=ItemState.choices, required=False)

    def validate_state(self, state: str) -> str:
        """Rounds share and merge items; here they are archived and brought back."""
        if state not in (ItemState.SHARED, ItemState.ARCHIVED):
            raise serializers.ValidationError(_("Either shared or archived."))
        return state


class ItemInput(OfPlan, ItemFields):
    """A new item on the plan's board."""


class PlaceInput(Written):
    """Where a card stands on the SWOT board; no quadrant takes an item of another lens off it."""

    quadrant = serializers.ChoiceField(choices=Quadrant.choices, allow_blank=True)
    position = serializers.IntegerField(min_value=0, required=False, allow_null=True)


class CapabilityFields(OwnedFields):
    """An area of ability."""

    name = serializers.CharField(max_length=200)
    description = text()
    now = RatingField()
    wanted = RatingField()


class CompetitorFields(OwnedFields):
    """Somebody who offers what we do."""

    name = serializers.CharField(max_length=200)
    description = text()
    strengths = text()
    weaknesses = text()
    moves = text()
    response = text()
    share = NumberField(
        allow_null=True, required=False, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    threat = RatingField()


class ScenarioFields(OwnedFields):
    """A future that may come."""

    name = serializers.CharField(max_length=200)
    story = text()
    signposts = text()
    likelihood = RatingField()
    impact = RatingField()
    year = serializers.IntegerField(min_value=1900, max_value=2200, allow_null=True, required=False)


class AssumptionFields(OwnedFields):
    """What the plan takes for granted, and its tripwire."""

    statement = serializers.CharField(max_length=500)
    basis = text()
    confidence = RatingField()
    impact = RatingField()
    priority = PartReference(Priority)
    objective = PartReference(Objective)
    tripwire = serializers.ChoiceField(choices=Tripwire.choices, required=False)
    kpi = Reference(queryset=KPI.objects.all(), allow_null=True, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    crossing = choice(Crossing.choices)
    threshold = NumberField(allow_null=True, required=False)
    trips_on = serializers.DateField(allow_null=True, required=False)


class Owner(serializers.Serializer):
    """Who looks after a finding, as it is read."""

    owner = Reference(code_field="email", read_only=True, allow_null=True)


class CapabilitySerializer(Identity, Owner, CapabilityFields):
    """A capability with its gap."""

    gap = serializers.IntegerField(read_only=True, allow_null=True)
    position = serializers.IntegerField(read_only=True)


class CapabilityChange(Written, CapabilityFields):
    """What of a capability may change."""


class CapabilityInput(OfPlan, CapabilityFields):
    """A new capability."""


class CompetitorSerializer(Identity, Owner, CompetitorFields):
    """A competitor."""

    position = serializers.IntegerField(read_only=True)


class CompetitorChange(Written, CompetitorFields):
    """What of a competitor may change."""


class CompetitorInput(OfPlan, CompetitorFields):
    """A new competitor."""


class EffectSerializer(serializers.Serializer):
    """What a scenario would mean for a priority: −2 (pointless) to 2 (all the more important)."""

    priority = PartReference(Priority)
    effect = serializers.IntegerField(min_value=-2, max_value=2)
    meaning = serializers.CharField(allow_blank=True, required=False)


class EffectInput(Written, EffectSerializer):
    """An effect; 0 without words takes it away."""

    priority = PartReference(Priority)


class EffectsInput(Written):
    """Effects on some or all priorities; the others stay."""

    effects = EffectInput(many=True)


class ScenarioSerializer(Identity, Owner, ScenarioFields):
    """A scenario with its effects."""

    effects = EffectSerializer(many=True, read_only=True)
    position = serializers.IntegerField(read_only=True)


class ScenarioChange(Written, ScenarioFields):
    """What of a scenario may change."""


class ScenarioInput(OfPlan, ScenarioFields):
    """A new scenario."""


class AssumptionSerializer(Identity, Owner, AssumptionFields):
    """An assumption, whether it tripped, and the last answer."""

    state = serializers.ChoiceField(choices=AssumptionState.choices, read_only=True)
    tripped_at = serializers.DateTimeField(read_only=True, allow_null=True)
    tripped_by = serializers.CharField(read_only=True)
    answer = serializers.CharField(read_only=True)
    answered_by = Reference(code_field="email", read_only=True, allow_null=True)
    answered_at = serializers.DateTimeField(read_only=True, allow_null=True)
    position = serializers.IntegerField(read_only=True)


class AssumptionChange(Written, AssumptionFields):
    """What of an assumption may change; its state changes by an answer."""


class AssumptionInput(OfPlan, AssumptionFields):
    """A new assumption; it holds."""


class AssumptionAnswer(Written):
    """Whether an assumption still holds, and what was decided."""

    state = serializers.ChoiceField(choices=AssumptionState.choices)
    answer = serializers.CharField()
    review_on = serializers.DateField(allow_null=True, required=False)
    trips_on = serializers.DateField(allow_null=True, required=False)
