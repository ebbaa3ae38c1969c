"""/api/v1/skills/, /funding-sources/ and /technologies/"""

from typing import Any

from django.utils import timezone
from rest_framework import serializers

from core.api.filters import ByReference, Filters
from core.api.lookup import Reference
from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from initiatives.actions import means as actions
from initiatives.api import means_examples as examples
from initiatives.enums import TechnologyKind
from initiatives.models import FundingSource, Skill, Technology
from initiatives.views.seen import VIEW
from kpis.api.numbers import optional_number
from org.models import Department

_EDITED = dict.fromkeys(("create", "change", "remove"), "initiatives.edit_framework")


def _archiving(data: dict[str, Any], thing: Any) -> dict[str, Any]:
    """What was sent, `archived` told by the day on which it was."""
    fields = dict(data)
    archived = fields.pop("archived", None)
    if archived is not None:
        fields["archived_on"] = (thing.archived_on or timezone.localdate()) if archived else None
    return fields


class SkillInput(Written):
    """A skill in words."""

    code = serializers.SlugField(max_length=40)
    name = serializers.CharField(max_length=100)


class SkillChange(SkillInput):
    """`archived`: it is offered no longer."""

    archived = serializers.BooleanField(required=False)


class SkillSerializer(Shaped):
    """A role or skill by which people are planned."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class Skills(Creates, Changes, Removes, Resource):
    """Skills by which people are planned."""

    queryset = Skill.objects.all()
    serializer_class = SkillSerializer
    input_class, change_class = SkillInput, SkillChange
    filterset_fields = {"archived_on": ["isnull"]}
    search_fields = ["code", "name"]
    ordering_fields = ["name", "code"]
    example, input_example = examples.SKILL, examples.SKILL_INPUT
    change_example = {"name": "Engineers"}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> Skill:
        """One more."""
        return actions.add_skill(by=self.caller, **data)

    def change_one(self, obj: Skill, data: dict[str, Any]) -> Skill:
        """Its words, and whether it is offered."""
        return actions.change_skill(by=self.caller, skill=obj, **_archiving(data, obj))

    def remove_one(self, obj: Skill) -> None:
        """Only where nobody uses it."""
        actions.remove_skill(by=self.caller, skill=obj)


class SourceInput(Written):
    """A funding source in words."""

    name = serializers.CharField(max_length=100)


class SourceChange(SourceInput):
    """`archived`: it is offered no longer."""

    archived = serializers.BooleanField(required=False)


class SourceSerializer(Shaped):
    """Where money comes from."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class FundingSources(Creates, Changes, Removes, Resource):
    """Where the money of initiatives comes from."""

    queryset = FundingSource.objects.all()
    serializer_class = SourceSerializer
    input_class, change_class = SourceInput, SourceChange
    filterset_fields = {"archived_on": ["isnull"]}
    code_field = "name"
    search_fields = ["name"]
    ordering_fields = ["name"]
    example, input_example = examples.SOURCE, examples.SOURCE_INPUT
    change_example = {"archived": True}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> FundingSource:
        """One more."""
        return actions.add_source(by=self.caller, **data)

    def change_one(self, obj: FundingSource, data: dict[str, Any]) -> FundingSource:
        """Its name, and whether it is offered."""
        return actions.change_source(by=self.caller, source=obj, **_archiving(data, obj))

    def remove_one(self, obj: FundingSource) -> None:
        """Only where no money comes from it."""
        actions.remove_source(by=self.caller, source=obj)


class TechnologyInput(Written):
    """Shared technology; `quantity` null: more than anybody could need."""

    code = serializers.SlugField(max_length=40)
    name = serializers.CharField(max_length=200)
    kind = serializers.ChoiceField(choices=TechnologyKind.choices, required=False)
    department = Reference(queryset=Department.objects.all(), allow_null=True, required=False)
    quantity = optional_number()
    unit = serializers.CharField(max_length=40, allow_blank=True, required=False)
    description = serializers.CharField(allow_blank=True, required=False)


class TechnologyChange(TechnologyInput):
    """`archived`: it is offered no longer."""

    archived = serializers.BooleanField(required=False)


class TechnologySerializer(Shaped):
    """A system, licence pool, environment or equipment that initiatives share."""

    id = serializers.IntegerField(read_only=True)
    code = serializers.CharField(read_only=True)
    name = serializers.CharField(read_only=True)
    kind = serializers.ChoiceField(choices=TechnologyKind.choices, read_only=True)
    department = Reference(read_only=True, allow_null=True)
    quantity = serializers.FloatField(read_only=True, allow_null=True)
    unit = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class TechnologyFilters(Filters):
    """By kind and by who runs it."""

    department = ByReference(Department.objects.all())

    class Meta:
        model = Technology
        fields = {"id": ["in"], "kind": ["exact", "in"], "archived_on": ["isnull"]}


class Technologies(Creates, Changes, Removes, Resource):
    """Technology that initiatives share."""

    queryset = Technology.objects.select_related("department")
    serializer_class = TechnologySerializer
    input_class, change_class = TechnologyInput, TechnologyChange
    filterset_class = TechnologyFilters
    search_fields = ["code", "name", "description"]
    ordering_fields = ["name", "code"]
    example, input_example = examples.TECHNOLOGY, examples.TECHNOLOGY_INPUT
    change_example = {"quantity": 2.0}
    permissions = {"read": VIEW, **_EDITED}

    def create_one(self, data: dict[str, Any]) -> Technology:
        """One more."""
        return actions.add_technology(by=self.caller, **data)

    def change_one(self, obj: Technology, data: dict[str, Any]) -> Technology:
        """What it is, how much there is, whether it is offered."""
        return actions.change_technology(by=self.caller, technology=obj, **_archiving(data, obj))

    def remove_one(self, obj: Technology) -> None:
        """Only where no initiative uses it."""
        actions.remove_technology(by=self.caller, technology=obj)
