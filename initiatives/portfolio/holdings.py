"""What an initiative holds, so that removing it would take more away than itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.models import Initiative

# Relations by their name; what only describes it (objectives, departments) goes with it.
_RELATIONS: tuple[tuple[str, Promise | str], ...] = (
    ("tasks", gettext_lazy("tasks")),
    ("baselines", gettext_lazy("baselines")),
    ("updates", gettext_lazy("status updates")),
    ("money", gettext_lazy("lines of money")),
    ("allocations", gettext_lazy("allocations of people")),
    ("technologies", gettext_lazy("uses of technology")),
    ("benefits", gettext_lazy("benefits")),
    ("gates", gettext_lazy("gate decisions")),
    ("elements", gettext_lazy("answers to its method")),
    ("groups", gettext_lazy("affected groups")),
    ("scores", gettext_lazy("scores")),
    ("scoring_rounds", gettext_lazy("scoring rounds")),
    ("merged", gettext_lazy("initiatives merged into it")),
)


@dataclass(frozen=True)
class Holding:
    """A kind of things that an initiative has, and how many."""

    kind: str
    count: int


def holdings_of(initiative: Initiative) -> list[Holding]:
    """What there is of each kind, without those of which there is nothing; a query a kind."""
    counts = [(str(kind), getattr(initiative, name).count()) for name, kind in _RELATIONS]
    return [Holding(kind, count) for kind, count in counts if count]


def holdings_text(holdings: Sequence[Holding]) -> str:
    """Holdings as part of a sentence: "3 tasks, 1 gate decisions"."""
    return ", ".join(_("%(n)d %(kind)s") % {"n": each.count, "kind": each.kind} for each in holdings)
