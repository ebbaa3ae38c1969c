"""The nodes of a plan by kind and code, as addresses name them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from strategy.models import Objective, Perspective, Priority
from strategy.scoring.structure import PlanOverTime
from strategy.scoring.tree import UNPLACED

KINDS = ("plan", "perspective", "priority", "objective")


class UnknownNode(LookupError):
    """A kind or code that names nothing in the plan; the message says which, for the reader."""


@dataclass(frozen=True)
class Node:
    """A node: its kind, id (0: the plan, or what stands in no perspective), code and name.

    The objectives without a perspective make a node of their own, with an empty code.
    """

    kind: str
    id: int
    code: str
    name: str

    @property
    def key(self) -> str:
        """Its key in the engine's tree."""
        return f"{self.kind}:{self.id}"


def find_node(over_time: PlanOverTime, kind: str, code: str) -> Node:
    """The node that an address names; raises UnknownNode."""
    if kind == "plan":
        return Node("plan", 0, over_time.plan.code, over_time.plan.name)
    named = _named(over_time, kind)
    if named is None:
        raise UnknownNode(_("A plan has no %(kind)s.") % {"kind": repr(kind)})
    if kind == "perspective" and not code:
        return unplaced()
    for each in named:
        if each.code == code:
            return node_of(each)
    raise UnknownNode(_("The plan has no %(kind)s with the code %(code)s.") % {"kind": kind, "code": code})


def _named(over_time: PlanOverTime, kind: str) -> Sequence[Perspective | Priority | Objective] | None:
    match kind:
        case "perspective":
            return over_time.perspectives
        case "priority":
            return over_time.priorities
        case "objective":
            return over_time.objectives
    return None


def node_of(thing: Perspective | Priority | Objective) -> Node:
    """A perspective, priority or objective as a node."""
    return Node(type(thing).__name__.lower(), thing.pk, thing.code, thing.name)


def unplaced() -> Node:
    """The node of the objectives that stand in no perspective."""
    return Node("perspective", UNPLACED, "", _("Without a perspective"))
