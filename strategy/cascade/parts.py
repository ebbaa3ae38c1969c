"""The departmental and functional plans of a strategy: which there are, and which may be known of."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from org.queries import TreeNode, department_tree
from strategy.cascade.kept import plan_as_kept, standing_versions
from strategy.cascade.stages import stage_of
from strategy.enums import AgreementSide, PlanKind, PlanState
from strategy.enums.cascade import Stage
from strategy.models import Agreement, Plan, PlanVersion
from strategy.queries import standing_plans


def visible_parts(user: Any) -> QuerySet[Plan]:
    """Departmental and functional plans that the user may know of."""
    return standing_plans(user).exclude(kind=PlanKind.ORGANISATION)


def parts_of(plan: Plan, user: Any) -> QuerySet[Plan]:
    """Those within one strategy, without the archived ones."""
    return visible_parts(user).filter(part_of=plan).exclude(state=PlanState.ARCHIVED)


@dataclass(frozen=True)
class ListedPart:
    """A plan in the list of a strategy's: its stage, and whether the strategy went on since it was agreed.

    `standing`: the version that the reader sees of it while the next one is being written.
    """

    plan: Plan
    stage: Stage
    outdated: bool = False
    standing: PlanVersion | None = None

    @property
    def label(self) -> str:
        """Where it stands, in words."""
        if self.standing is None:
            return str(self.stage.label)
        return _("Version %(number)d; the next is being written") % {"number": self.standing.number}


@dataclass(frozen=True)
class DepartmentRow:
    """A department of the tree with its plans, own one first."""

    node: TreeNode
    parts: tuple[ListedPart, ...]


def listed_parts(plan: Plan, user: Any) -> list[ListedPart]:
    """The parts of a strategy with `objective_count`; five queries, however many there are.

    Of those whose draft the user does not see there is the version that stands, without a count.
    """
    live = Q(objectives__archived_on__isnull=True)
    found = (
        parts_of(plan, user)
        .select_related("department", "part_of")
        .prefetch_related(Prefetch("agreements", Agreement.objects.filter(stands=True).select_related("by")))
        .annotate(objective_count=Count("objectives", filter=live, distinct=True))
        .order_by("kind", "name")
    )
    latest = PlanVersion.objects.filter(plan=plan).aggregate(at=Max("made_at"))["at"]
    seen = [ListedPart(each, stage_of(each), _older(_agreed_at(each), latest)) for each in found]
    standing = standing_versions(user).filter(plan__part_of=plan).order_by("plan__kind", "plan__name")
    return seen + [
        ListedPart(plan_as_kept(each), Stage.DRAFT, standing=each)
        for each in standing.select_related("plan__department", "plan__part_of")
    ]


def department_rows(plan: Plan, user: Any) -> list[DepartmentRow]:
    """Every department of today's tree with the plans that it writes."""
    parts = listed_parts(plan, user)
    return [
        DepartmentRow(node, tuple(each for each in parts if each.plan.department_id == node.id))
        for node in department_tree()
    ]


def _agreed_at(plan: Plan) -> Any:
    """When the office agreed to the plan as it now is; None where it has not."""
    return max((each.at for each in plan.agreements.all() if each.side == AgreementSide.OFFICE), default=None)


def _older(agreed_at: Any, latest: Any) -> bool:
    return agreed_at is not None and latest is not None and latest > agreed_at
