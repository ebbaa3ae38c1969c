"""Initiatives in the API by their code, as far as the caller may know of them."""

from typing import Any

from core.api.lookup import Reference
from initiatives.models import Initiative
from initiatives.queries import visible_initiatives


class InitiativeReference(Reference):
    """An initiative by its code or id; a hidden one is as unknown as none."""

    def __init__(self, **rest: Any) -> None:
        if not rest.get("read_only"):
            rest.setdefault("queryset", Initiative.objects.all())
        super().__init__(**rest)

    def get_queryset(self) -> Any:
        """Those that the caller may know of."""
        request = self.context.get("request")
        if request is None:
            return super().get_queryset()
        return visible_initiatives(request.user).select_related("department")
