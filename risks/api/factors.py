"""/api/v1/risk-factors/ and /api/v1/risk-controls/"""

from typing import Any

from rest_framework import serializers

from core.api.filters import ByReference
from core.api.resources import Changes, Creates, Removes
from core.api.shapes import Shaped, Written
from org.models import User
from risks.actions import factors as actions
from risks.api import response_examples as examples
from risks.api.parts import TENDED, OfRiskFilters, OfRisks, seen_of
from risks.api.references import PartReference, RiskReference, person
from risks.enums import Knowledge, Side
from risks.models import RiskControl, RiskFactor


class RiskFactorSerializer(Shaped):
    """One of several causes or consequences of a risk."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    side = serializers.ChoiceField(choices=Side.choices, read_only=True)
    text = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)


class RiskFactorChange(Written):
    """What of a cause or consequence may change."""

    side = serializers.ChoiceField(choices=Side.choices)
    text = serializers.CharField(max_length=300)


class RiskFactorInput(RiskFactorChange):
    """A cause or a consequence, after the others."""

    risk = RiskReference()


class RiskFactorFilters(OfRiskFilters):
    """By risk and side."""

    class Meta:
        model = RiskFactor
        fields = {"id": ["in"], "side": ["exact"]}


class RiskFactors(Creates, Changes, Removes, OfRisks):
    """Causes and consequences of risks."""

    queryset = RiskFactor.objects.select_related("risk__department")
    serializer_class = RiskFactorSerializer
    input_class, change_class = RiskFactorInput, RiskFactorChange
    filterset_class = RiskFactorFilters
    search_fields = ["text"]
    ordering_fields = ["position", "text"]
    example, input_example = examples.FACTOR, examples.FACTOR_INPUT
    change_example = {"text": "The wall is forty centimetres too low"}
    permissions = TENDED

    def create_one(self, data: dict[str, Any]) -> RiskFactor:
        """After the others of its risk."""
        self.looks_after(data["risk"])
        return actions.add_factor(by=self.caller, **data)

    def change_one(self, obj: RiskFactor, data: dict[str, Any]) -> RiskFactor:
        """Its words and its side."""
        return actions.change_factor(by=self.caller, factor=obj, **data)

    def remove_one(self, obj: RiskFactor) -> None:
        """Its controls stay, and stand against nothing in particular."""
        actions.remove_part(by=self.caller, part=obj)


class RiskControlSerializer(Shaped):
    """What is in place already: it stands against a cause, or softens a consequence."""

    id = serializers.IntegerField(read_only=True)
    risk = RiskReference(read_only=True)
    side = serializers.ChoiceField(choices=Side.choices, read_only=True)
    factor = serializers.IntegerField(source="factor_id", read_only=True, allow_null=True)
    name = serializers.CharField(read_only=True)
    strength = serializers.ChoiceField(choices=Knowledge.choices, allow_blank=True, read_only=True)
    owner = person(read_only=True)
    position = serializers.IntegerField(read_only=True)


class RiskControlChange(Written):
    """What of a control may change."""

    side = serializers.ChoiceField(choices=Side.choices, required=False)
    factor = PartReference(
        queryset=RiskFactor.objects.all(), allow_null=True, required=False, help_text="Of the same risk."
    )
    name = serializers.CharField(max_length=300)
    strength = serializers.ChoiceField(
        choices=Knowledge.choices, allow_blank=True, required=False, help_text="How well it works."
    )
    owner = person()


class RiskControlInput(RiskControlChange):
    """A control, after the others; only its risk and name are needed."""

    risk = RiskReference()


class RiskControlFilters(OfRiskFilters):
    """By risk, side, factor and owner."""

    factor = ByReference(seen_of(RiskFactor), code_field="")
    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = RiskControl
        fields = {"id": ["in"], "side": ["exact"], "strength": ["exact", "in"]}


class RiskControls(Creates, Changes, Removes, OfRisks):
    """Controls that are in place already."""

    queryset = RiskControl.objects.select_related("risk__department", "owner")
    serializer_class = RiskControlSerializer
    input_class, change_class = RiskControlInput, RiskControlChange
    filterset_class = RiskControlFilters
    search_fields = ["name"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.CONTROL, examples.CONTROL_INPUT
    change_example = {"strength": "moderate"}
    permissions = TENDED

    def create_one(self, data: dict[str, Any]) -> RiskControl:
        """After the others of its risk."""
        self.looks_after(data["risk"])
        return actions.add_control(by=self.caller, **data)

    def change_one(self, obj: RiskControl, data: dict[str, Any]) -> RiskControl:
        """What was sent."""
        return actions.change_control(by=self.caller, control=obj, **data)

    def remove_one(self, obj: RiskControl) -> None:
        """The history keeps it."""
        actions.remove_part(by=self.caller, part=obj)
