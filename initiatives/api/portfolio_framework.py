"""/api/v1/gate-criteria/ and /api/v1/initiative-categories/: what the strategy office sets once."""

from typing import Any

from rest_framework import serializers

from core.api.resources import Changes, Creates, Removes, Resource
from core.api.shapes import Shaped, Written
from initiatives.actions import categories, criteria
from initiatives.api import portfolio_examples as examples
from initiatives.enums import Stage
from initiatives.models import Category, GateCriterion

_FRAMEWORK = {
    "read": "initiatives.view_initiative",
    **dict.fromkeys(("create", "change", "remove"), "initiatives.edit_framework"),
}


class GateCriterionSerializer(Shaped):
    """What is asked before an initiative enters a stage."""

    id = serializers.IntegerField(read_only=True)
    to_stage = serializers.ChoiceField(choices=Stage.choices, read_only=True)
    text = serializers.CharField(read_only=True)
    help = serializers.CharField(read_only=True)
    required = serializers.BooleanField(read_only=True)  # type: ignore[assignment]
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class GateCriterionInput(Written):
    """What is asked; decisions keep the words that stood then."""

    to_stage = serializers.ChoiceField(choices=Stage.choices)
    text = serializers.CharField(max_length=300)
    help = serializers.CharField(allow_blank=True, required=False)
    required = serializers.BooleanField(required=False)  # type: ignore[assignment]
    position = serializers.IntegerField(min_value=0, max_value=10000, required=False)


class ArchivedToo(Written):
    """Base of changes that may say whether it is still offered."""

    archived = serializers.BooleanField(required=False, help_text="True: no longer offered.")


class GateCriterionChange(GateCriterionInput, ArchivedToo):
    """As a new one; and whether it is still asked."""


class GateCriteria(Creates, Changes, Removes, Resource):
    """What is asked at the gates."""

    queryset = GateCriterion.objects.all()
    serializer_class = GateCriterionSerializer
    input_class, change_class = GateCriterionInput, GateCriterionChange
    filterset_fields = {
        "id": ["in"],
        "to_stage": ["exact", "in"],
        "required": ["exact"],
        "archived_on": ["isnull"],
    }
    code_field = ""
    search_fields = ["text"]
    ordering_fields = ["position", "to_stage"]
    example, input_example = examples.CRITERION, examples.CRITERION_INPUT
    change_example = {"required": False}
    permissions = _FRAMEWORK

    def create_one(self, data: dict[str, Any]) -> GateCriterion:
        """After the others of its stage."""
        return criteria.add_criterion(by=self.caller, **data)

    def change_one(self, obj: GateCriterion, data: dict[str, Any]) -> GateCriterion:
        """Its words, its place, whether it is asked."""
        archived = data.pop("archived", None)
        criteria.change_criterion(by=self.caller, criterion=obj, **data)
        if archived is not None:
            criteria.archive_criterion(by=self.caller, criterion=obj, archived=archived)
        return obj

    def remove_one(self, obj: GateCriterion) -> None:
        """Decisions keep what was asked then."""
        criteria.remove_criterion(by=self.caller, criterion=obj)


class InitiativeCategorySerializer(Shaped):
    """A kind of initiative."""

    id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(read_only=True)
    description = serializers.CharField(read_only=True)
    position = serializers.IntegerField(read_only=True)
    archived_on = serializers.DateField(read_only=True, allow_null=True)


class InitiativeCategoryInput(Written):
    """A category's name and what belongs there."""

    name = serializers.CharField(max_length=100)
    description = serializers.CharField(allow_blank=True, required=False)


class InitiativeCategoryChange(InitiativeCategoryInput, ArchivedToo):
    """As a new one; and its place, and whether it is still offered."""

    position = serializers.IntegerField(min_value=0, max_value=10000, required=False)


class InitiativeCategories(Creates, Changes, Removes, Resource):
    """Kinds of initiatives that the organisation tells apart."""

    queryset = Category.objects.all()
    serializer_class = InitiativeCategorySerializer
    input_class, change_class = InitiativeCategoryInput, InitiativeCategoryChange
    filterset_fields = {"id": ["in"], "name": ["exact", "icontains"], "archived_on": ["isnull"]}
    code_field = "name"
    search_fields = ["name", "description"]
    ordering_fields = ["position", "name"]
    example, input_example = examples.CATEGORY, examples.CATEGORY_INPUT
    change_example = {"description": "What runs on a computer or a phone."}
    permissions = _FRAMEWORK

    def create_one(self, data: dict[str, Any]) -> Category:
        """After the others."""
        return categories.add_category(by=self.caller, **data)

    def change_one(self, obj: Category, data: dict[str, Any]) -> Category:
        """Its words, its place, whether it is offered."""
        archived = data.pop("archived", None)
        categories.change_category(by=self.caller, category=obj, **data)
        if archived is not None:
            categories.archive_category(by=self.caller, category=obj, archived=archived)
        return obj

    def remove_one(self, obj: Category) -> None:
        """What initiatives have is archived instead (409)."""
        categories.remove_category(by=self.caller, category=obj)
