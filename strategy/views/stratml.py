"""Plans from StratML files, in the browser."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from core.imports import Outcome
from core.upload import ImportPage
from strategy.imports import PlanOutcome, import_stratml


class ImportStratml(ImportPage):
    """Choose a file, see what it would store and every remark about it, confirm."""

    permission = "strategy.import_plan"
    title = gettext_lazy("Import a plan")
    lead = gettext_lazy(
        "A strategic plan or performance report in StratML (ISO 17469-1), Part 1 or Part 2: goals become "
        "priorities, indicators become KPIs with their targets and values."
    )
    importer = staticmethod(import_stratml)
    done_route = "scorecard"
    breadcrumbs = ((gettext_lazy("Strategy"), "plans"),)
    accept = ".xml,.stratml"

    def done_url(self, outcome: Outcome) -> str:
        """The scorecard of the plan."""
        if not isinstance(outcome, PlanOutcome):
            return super().done_url(outcome)
        return f"{reverse('scorecard')}?{urlencode({'plan': outcome.plan_code})}"
