"""Options that were chosen within a revision: their priority begins on its branch."""

from strategy.enums import OptionState
from strategy.models import Plan, StrategicOption


def keep_options(branch: Plan) -> None:
    """The revision is in force: options of the plan are those of its own priorities, not of the copies.

    Called once each priority of the branch knows its `origin`; one that the plan did not get stays as it is.
    """
    chosen = StrategicOption.objects.filter(priority__plan=branch, priority__origin__isnull=False)
    for option in chosen.select_related("priority"):
        assert option.priority is not None
        option.priority_id = option.priority.origin_id
        option.save(update_fields=["priority"])


def reopen_options(branch: Plan) -> None:
    """The revision is given up: what was chosen within it is open again."""
    for option in StrategicOption.objects.filter(priority__plan=branch):
        option.state, option.priority = OptionState.CONSIDERED, None
        option.save(update_fields=["state", "priority"])
