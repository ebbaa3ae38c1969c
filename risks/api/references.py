"""Risks in the API by their code, and what belongs to them, as far as the caller may know of them."""

from typing import Any

from core.api.lookup import Reference
from org.models import User
from risks.models import Risk
from risks.queries import visible_risks


class RiskReference(Reference):
    """A risk by its code or id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        if not rest.get("read_only"):
            rest.setdefault("queryset", Risk.objects.all())
        super().__init__(**rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_risks(request.user).select_related("department")


class PartReference(Reference):
    """A plan or factor of a risk by its id; of a hidden risk it is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(code_field="", **rest)

    def get_queryset(self) -> Any:
        """Those of risks that the caller may know of."""
        request = self.context.get("request")
        objects: Any = super().get_queryset()
        if request is None:
            return objects
        seen = visible_risks(request.user).order_by().values("pk")
        return objects.filter(risk__in=seen).select_related("risk__department")


def person(**more: Any) -> Reference:
    """Somebody by mail address, for reading (`read_only=True`) or, of those who are active, for writing."""
    if not more.get("read_only"):
        more.setdefault("queryset", User.objects.filter(is_active=True))
        more.setdefault("required", False)
    return Reference(code_field="email__iexact", allow_null=True, **more)
