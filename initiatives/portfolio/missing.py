"""What an initiative still lacks, each with the place where it is mended."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from initiatives.enums import ENDED, UNDER_WAY, Stage
from initiatives.models import Initiative


@dataclass(frozen=True)
class Missing:
    """Something that an initiative lacks: a sentence, and where one mends it (empty: nowhere yet)."""

    says: str
    url: str
    mends: str


def missing_of(initiative: Initiative) -> list[Missing]:
    """What is missing at its stage, the weightiest first; five queries at most, none once it has ended."""
    if initiative.stage in ENDED:
        return []
    return [*_of_itself(initiative), *_of_its_work(initiative)]


def _of_itself(initiative: Initiative) -> Iterator[Missing]:
    if not initiative.contributions.exists():
        yield _place(initiative, _("It serves no objective."), "initiative_objectives", _("Choose one"))
    change = "change_initiative"
    if initiative.lead_id is None:
        yield _place(initiative, _("Nobody leads it."), change, _("Name a lead"))
    if initiative.sponsor_id is None:
        yield _place(initiative, _("It has no sponsor."), change, _("Name a sponsor"))
    if not initiative.purpose:
        yield _place(initiative, _("It does not say what it changes."), change, _("Say it"))
    if initiative.stage != Stage.IDEA and not (initiative.starts_on and initiative.ends_on):
        yield _place(initiative, _("It has no start or no end."), change, _("Set the dates"))


def _of_its_work(initiative: Initiative) -> Iterator[Missing]:
    if initiative.stage == Stage.IDEA:
        return
    if initiative.stage in UNDER_WAY and not initiative.tasks.exists():
        yield _place(initiative, _("It has no action plan."), "initiative_plan", _("Plan it"))
    if not initiative.money.filter(budget__isnull=False).exists():
        yield _place(initiative, _("It has no budget."), "initiative_means", _("Set it"))
    if not initiative.benefits.filter(kpi__isnull=False).exists():
        yield _place(initiative, _("No KPI is to be moved by it."), "initiative_benefits", _("Name one"))
    if initiative.stage == Stage.ACTIVE and not initiative.baselines.exists():
        yield _place(
            initiative, _("Its plan was never agreed (no baseline)."), "initiative_plan", _("Agree it")
        )


def _place(initiative: Initiative, says: str, route: str, mends: str) -> Missing:
    try:
        return Missing(says, reverse(route, args=[initiative.code]), mends)
    except NoReverseMatch:
        return Missing(says, "", "")
