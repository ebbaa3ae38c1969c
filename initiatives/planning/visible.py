"""Tasks, dependencies and baselines that a user may know of: those of the initiatives they may know of."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from initiatives.models import Baseline, Dependency, Task
from initiatives.queries import visible_initiatives


def visible_tasks(user: Any) -> QuerySet[Task]:
    """Tasks with `is_phase`: whether others are parts of them."""
    parts = Task.objects.filter(part_of=OuterRef("pk"))
    return Task.objects.filter(initiative__in=_seen(user)).annotate(is_phase=Exists(parts))


def visible_dependencies(user: Any) -> QuerySet[Dependency]:
    """Dependencies of which at least one task may be known; the other may have no name."""
    own = Task.objects.filter(initiative__in=_seen(user)).order_by().values("pk")
    found = Dependency.objects.filter(before__in=own) | Dependency.objects.filter(after__in=own)
    return found.select_related("before__initiative", "after__initiative__department")


def visible_baselines(user: Any) -> QuerySet[Baseline]:
    """Baselines, the newest first."""
    return Baseline.objects.filter(initiative__in=_seen(user))


def _seen(user: Any) -> Any:
    return visible_initiatives(user).order_by().values("pk")
