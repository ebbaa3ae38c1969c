"""Objectives in the API by `plan:code`, and plans, as far as the caller may know of them."""

from typing import Any

from core.api.lookup import Reference
from strategy.api.parts import with_ref
from strategy.models import Objective, Plan
from strategy.queries import visible_objectives, visible_plans


class ObjectiveReference(Reference):
    """An objective as `plan:code`, written so or by its id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        if not rest.get("read_only"):
            rest.setdefault("queryset", Objective.objects.all())
        super().__init__(code_field="ref", **rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return with_ref(visible_objectives(request.user).select_related("plan"))

    def to_representation(self, value: Any) -> Any:
        """The plan's code and its own."""
        return f"{value.plan.code}:{value.code}"


class PlanReference(Reference):
    """A plan by its code or id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        if not rest.get("read_only"):
            rest.setdefault("queryset", Plan.objects.all())
        super().__init__(**rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_plans(request.user).select_related("department")
