"""What becomes of an option: a priority, or nothing, each for a reason."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from strategy.actions.options.priorities import answer_items, serve_parts
from strategy.actions.structure import add_priority
from strategy.analysis.checks import check_open
from strategy.enums import OptionState
from strategy.models import Plan, Priority, StatementPart, StrategicOption
from strategy.validators import check_belongs, check_editable, refuse


@action
def choose_option(
    *,
    by: User | None,
    option: StrategicOption,
    plan: Plan | None = None,
    priority: Priority | None = None,
    code: str = "",
    name: str = "",
    description: str | None = None,
    serves: Sequence[StatementPart] = (),
    reason: str = "",
) -> Priority:
    """Make a strategic priority of an option, or let an existing one take it up.

    The priority remembers the items it answers and the parts of vision and mission it serves. `plan`: where
    the priority stands, the option's own or a revision of it. Raises Refused; Conflict where the option is
    decided or the plan is in force and changes only by a revision.
    """
    within = plan or (priority.plan if priority else option.plan)
    _undecided(option)
    check_editable(within, by)
    refuse(
        _check_within(option, within),
        check_belongs(within, "priority", priority),
        *(check_belongs(within, "serves", part) for part in serves),
    )
    if priority is None:
        words = option.description if description is None else description
        priority = add_priority(by=by, plan=within, code=code, name=name or option.name, description=words)
    answer_items(priority, [*option.items.all()], only=False)
    serve_parts(priority, [*priority.serves.all(), *serves])
    option.state, option.priority, option.reason = OptionState.CHOSEN, priority, reason
    option.save()
    return priority


@action
def drop_option(*, by: User | None, option: StrategicOption, reason: str) -> StrategicOption:
    """Decide against an option and say why; raises Refused without a reason, Conflict where it is decided."""
    _undecided(option)
    refuse(_check_reason(reason))
    option.state, option.reason = OptionState.DROPPED, reason.strip()
    option.save(update_fields=["state", "reason"])
    return option


@action
def reconsider_option(*, by: User | None, option: StrategicOption) -> StrategicOption:
    """Open a decided option again; a priority that was made of it stays. Raises Conflict."""
    check_open(option.plan)
    if option.state == OptionState.CONSIDERED:
        raise Conflict(_("“%(option)s” is open already.") % {"option": option.name})
    option.state, option.priority = OptionState.CONSIDERED, None
    option.save(update_fields=["state", "priority"])
    return option


def _undecided(option: StrategicOption) -> None:
    check_open(option.plan)
    if option.state != OptionState.CONSIDERED:
        words = {"option": option.name, "state": option.get_state_display()}
        raise Conflict(_("“%(option)s” is decided: %(state)s.") % words)


def _check_reason(reason: str) -> list[Fault]:
    needed = Fault(_("Say why, for those who ask later."), field="reason", code="required")
    return [] if reason.strip() else [needed]


def _check_within(option: StrategicOption, plan: Plan) -> list[Fault]:
    if option.plan_id in (plan.pk, plan.revises_id):
        return []
    return [Fault(_("The option belongs to another plan."), field="plan")]
