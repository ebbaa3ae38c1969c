"""/api/v1/benefits/ and /api/v1/benefit-checks/"""

from typing import Any

from django.db.models import Model, QuerySet
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from core.web import authorise
from initiatives.actions import benefits as actions
from initiatives.api import benefit_examples as examples
from initiatives.api.references import InitiativeReference
from initiatives.benefits.reading import read_benefits
from initiatives.benefits.visible import visible_benefits, visible_checks, with_relations
from initiatives.enums import Realised
from initiatives.models import Benefit, BenefitCheck
from initiatives.queries import visible_initiatives
from initiatives.views.seen import RUN
from kpis.api.numbers import NumberField
from kpis.models import KPI
from org.models import Department, User

CHECK = "initiatives.check_benefit"


class BenefitEffectSerializer(serializers.Serializer):
    """How far the KPI moved since the baseline, in its unit."""

    baseline = serializers.FloatField()
    value = serializers.FloatField(source="latest.value")
    on = serializers.DateField(source="latest.day", help_text="The end of the period that the value is of.")
    change = serializers.FloatField()
    share = serializers.FloatField(allow_null=True, help_text="Of the expected change, 0 to 1 and beyond.")


class _Readings(serializers.ListSerializer):
    """Many benefits, read together: as many queries for a page of them as for one."""

    def to_representation(self, data: Any) -> list[Any]:
        """Each with its reading."""
        benefits = list(data)
        for reading in read_benefits(benefits):
            reading.benefit.reading = reading  # type: ignore[attr-defined]
        return super().to_representation(benefits)


class BenefitSerializer(Shaped):
    """What an initiative is to bring; `effect` and `proposed` are computed when it is read."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    kpi = Reference(read_only=True, allow_null=True)
    department = Reference(read_only=True, allow_null=True, help_text="Null: the whole organisation's.")
    baseline = serializers.FloatField(read_only=True, allow_null=True)
    baseline_on = serializers.DateField(read_only=True, allow_null=True)
    expected = serializers.FloatField(read_only=True, allow_null=True, help_text="Change in the KPI's unit.")
    money_a_year = serializers.DecimalField(16, 2, read_only=True, allow_null=True)
    due_on = serializers.DateField(read_only=True, allow_null=True)
    check_on = serializers.DateField(read_only=True, allow_null=True)
    owner = Reference(code_field="email", read_only=True, allow_null=True)
    effect = BenefitEffectSerializer(source="reading.effect", read_only=True, allow_null=True)
    proposed = serializers.ChoiceField(
        source="reading.proposed",
        choices=Realised.choices,
        allow_blank=True,
        read_only=True,
        help_text="What the KPI's values would have a look find; empty: they say nothing.",
    )

    class Meta:
        list_serializer_class = _Readings

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """With its reading, where it is not among many."""
        if not hasattr(instance, "reading"):
            instance.reading = read_benefits([instance])[0]
        return super().to_representation(instance)


class BenefitChange(Written):
    """What of a benefit may change."""

    name = serializers.CharField(max_length=300)
    description = serializers.CharField(allow_blank=True, required=False)
    kpi = Reference(queryset=KPI.objects.all(), allow_null=True, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    baseline = NumberField(allow_null=True, required=False)
    baseline_on = serializers.DateField(allow_null=True, required=False)
    expected = NumberField(allow_null=True, required=False)
    money_a_year = serializers.DecimalField(16, 2, allow_null=True, required=False)
    due_on = serializers.DateField(allow_null=True, required=False)
    check_on = serializers.DateField(allow_null=True, required=False)
    owner = Reference(
        queryset=User.objects.filter(is_active=True),
        code_field="email__iexact",
        allow_null=True,
        required=False,
    )


class BenefitInput(BenefitChange):
    """A new benefit; only its initiative and its name are needed."""

    initiative = InitiativeReference()


class BenefitFilters(Filters):
    """By initiative, KPI, department, owner and days."""

    initiative = ByReference(visible_initiatives)
    kpi = ByReference(KPI.objects.all())
    department = ByReference(Department.objects.all())
    owner = ByReference(User.objects.all(), code_field="email__iexact")

    class Meta:
        model = Benefit
        fields = {"id": ["in"], "due_on": ["gte", "lte"], "check_on": ["gte", "lte", "isnull"]}


class Benefits(Creates, Changes, Removes, Resource):
    """What initiatives are to bring, with what the KPIs' values say came so far."""

    queryset = Benefit.objects.all()
    serializer_class = BenefitSerializer
    input_class, change_class = BenefitInput, BenefitChange
    filterset_class = BenefitFilters
    code_field = ""
    search_fields = ["name", "description"]
    ordering_fields = ["position", "due_on", "check_on"]
    example, input_example = examples.BENEFIT, examples.BENEFIT_INPUT
    change_example = {"expected": 6.0, "due_on": "2027-12-31"}
    permissions = {
        "read": "initiatives.view_initiative",
        **dict.fromkeys(("create", "change", "remove"), "initiatives.run_part"),
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return with_relations(queryset.filter(pk__in=visible_benefits(user).order_by().values("pk")))

    def create_one(self, data: dict[str, Any]) -> Model:
        """After the others of its initiative."""
        authorise(self.caller, RUN, data["initiative"])
        return actions.add_benefit(by=self.caller, **data)

    def change_one(self, obj: Benefit, data: dict[str, Any]) -> Model:
        """What was sent."""
        return actions.change_benefit(by=self.caller, benefit=obj, **data)

    def remove_one(self, obj: Benefit) -> None:
        """Only before anybody looked at it."""
        actions.remove_benefit(by=self.caller, benefit=obj)


class BenefitReference(Reference):
    """A benefit by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", queryset=Benefit.objects.all(), **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_benefits(request.user).select_related("initiative__department")


class BenefitCheckSerializer(Shaped):
    """A look at a benefit: what was realised by a day."""

    id = serializers.IntegerField(read_only=True)
    initiative = InitiativeReference(source="benefit.initiative", read_only=True)
    benefit = serializers.IntegerField(source="benefit_id", read_only=True)
    checked_on = serializers.DateField(read_only=True)
    verdict = serializers.ChoiceField(choices=Realised.choices, read_only=True)
    realised = serializers.FloatField(read_only=True, allow_null=True, help_text="In the KPI's unit.")
    money = serializers.DecimalField(16, 2, read_only=True, allow_null=True, help_text="A year.")
    note = serializers.CharField(read_only=True)
    checked_by = Reference(code_field="email", read_only=True, allow_null=True)
    checked_at = serializers.DateTimeField(read_only=True)


class BenefitCheckInput(Written):
    """What a look found; `check_on`: when somebody is to look again."""

    benefit = BenefitReference()
    checked_on = serializers.DateField()
    verdict = serializers.ChoiceField(choices=Realised.choices)
    realised = NumberField(allow_null=True, required=False)
    money = serializers.DecimalField(16, 2, allow_null=True, required=False)
    note = serializers.CharField(allow_blank=True, required=False)
    check_on = serializers.DateField(allow_null=True, required=False)


class BenefitCheckFilters(Filters):
    """By initiative, benefit, day and finding."""

    initiative = ByReference(visible_initiatives, field_name="benefit__initiative")
    benefit = ByReference(visible_benefits, code_field="")

    class Meta:
        model = BenefitCheck
        fields = {"id": ["in"], "checked_on": ["gte", "lte"], "verdict": ["exact", "in"]}


class BenefitChecks(Creates, Removes, Resource):
    """Looks at what initiatives brought; a mistaken one is taken back and recorded anew."""

    queryset = BenefitCheck.objects.select_related("benefit__initiative__department", "checked_by")
    serializer_class = BenefitCheckSerializer
    input_class = BenefitCheckInput
    filterset_class = BenefitCheckFilters
    code_field = ""
    search_fields = ["note"]
    ordering_fields = ["checked_on", "checked_at"]
    example, input_example = examples.CHECK, examples.CHECK_INPUT
    permissions = {
        "read": "initiatives.view_initiative",
        "create": CHECK,
        "remove": "initiatives.view_initiative",  # of its benefit check_benefit
    }

    def visible(self, queryset: QuerySet, user: Any) -> QuerySet:
        """Those of the initiatives that the caller may know of."""
        return queryset.filter(pk__in=visible_checks(user).order_by().values("pk"))

    def create_one(self, data: dict[str, Any]) -> Model:
        """Record what was found."""
        authorise(self.caller, CHECK, data["benefit"])
        return actions.check_benefit(by=self.caller, **data)

    def remove_one(self, obj: BenefitCheck) -> None:
        """Take it back; the history keeps it."""
        authorise(self.caller, CHECK, obj.benefit)
        actions.remove_check(by=self.caller, check=obj)
