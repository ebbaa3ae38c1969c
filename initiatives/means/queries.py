"""Rows of what initiatives take, as far as a user may know of the initiatives."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from initiatives.enums import UNDER_WAY, Stage
from initiatives.models import Allocation, Initiative, MoneyLine, TechnologyUse
from initiatives.queries import standing_initiatives, visible_initiatives
from org.enums import Role
from org.queries import TreeNode, department_tree
from org.roles import held_by, is_smo_staff

PROPOSALS = (Stage.IDEA, Stage.PROPOSED)


def visible_allocations(user: Any) -> QuerySet[Allocation]:
    """Allocations of the initiatives that the user may know of."""
    return Allocation.objects.filter(initiative__in=visible_initiatives(user))


def visible_money(user: Any) -> QuerySet[MoneyLine]:
    """Money of the initiatives that the user may know of."""
    return MoneyLine.objects.filter(initiative__in=visible_initiatives(user))


def visible_uses(user: Any) -> QuerySet[TechnologyUse]:
    """Uses of technology of the initiatives that the user may know of."""
    return TechnologyUse.objects.filter(initiative__in=visible_initiatives(user))


def counted_initiatives(user: Any, proposals: bool = False) -> QuerySet[Initiative]:
    """Initiatives that bind means: those under way, with `proposals` what is only proposed as well."""
    stages = (*UNDER_WAY, *PROPOSALS) if proposals else UNDER_WAY
    return standing_initiatives(user).filter(stage__in=stages)


def capacity_departments(user: Any, tree: Sequence[TreeNode]) -> set[int]:
    """Ids of the departments whose capacity the user may state, as `initiatives.edit_capacity` has it."""
    held = held_by(user)
    everywhere = is_smo_staff(user)
    return {node.id for node in tree if everywhere or held.on(node.path, Role.DEPARTMENT_HEAD)}


def subtree(department: TreeNode | None) -> Q:
    """Rows of a department and those below it; None: of all."""
    if department is None:
        return Q()
    ids = [node.id for node in department_tree(under=department.path)]
    return Q(department__in=ids)
