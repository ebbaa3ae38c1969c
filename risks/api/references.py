"""Risks in the API by their code, as far as the caller may know of them."""

from typing import Any

from core.api.lookup import Reference
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
