"""Reading methods with their stages and what they ask for."""

from django.db.models import Count, Prefetch, Q, QuerySet

from initiatives.enums import ENDED
from initiatives.models import Method, MethodElement, MethodStage


def methods_with_counts() -> QuerySet[Method]:
    """Methods with their stages and `followed`, how many initiatives under way follow each."""
    under_way = Q(initiatives__archived_on__isnull=True) & ~Q(initiatives__stage__in=ENDED)
    return Method.objects.prefetch_related("stages").annotate(
        followed=Count("initiatives", filter=under_way, distinct=True)
    )


def method_whole(code: str) -> QuerySet[Method]:
    """The method of this code with its stages and elements that are in use."""
    elements = MethodElement.objects.filter(archived_on__isnull=True)
    stages = MethodStage.objects.prefetch_related(Prefetch("elements", elements))
    throughout = elements.filter(stage__isnull=True)
    return Method.objects.filter(code=code).prefetch_related(
        Prefetch("stages", stages), Prefetch("elements", throughout, to_attr="throughout")
    )


def elements_in_order(method: Method) -> list[MethodElement]:
    """Everything a method asks for: throughout first, then by stage; archived ones too."""
    rows = method.elements.select_related("stage").order_by("stage__position", "position", "pk")
    return sorted(rows, key=lambda each: each.stage is not None)
