"""Rules of scenarios that pages and programs share."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from core.errors import Conflict, Fault
from initiatives.enums import ScoringState, SolvingState
from initiatives.models import Scenario, ScoringRound, Skill
from initiatives.optimising.asked import KINDS, Amounts, Asked
from initiatives.optimising.inputs import choosable
from initiatives.optimising.values import aims_of
from strategy.models import Plan

MOST_YEARS, MOST = 10, 1e15
BUSY = (SolvingState.WAITING, SolvingState.RUNNING)


def unlocked(scenario: Scenario) -> Scenario:
    """The scenario, locked; raises Conflict while it is computed and once it was adopted."""
    locked: Scenario = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if locked.state in BUSY:
        raise Conflict(_("“%(name)s” is being computed; cancel that first.") % {"name": locked.name})
    if locked.adopted_at is not None:
        words = _("“%(name)s” was adopted and stays as it is; copy it to ask again.")
        raise Conflict(words % {"name": locked.name})
    return locked


def check_question(scenario: Scenario) -> Iterator[Fault]:
    """Faults of a scenario's name, years and round."""
    if not scenario.name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(scenario.name) > 200:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": 200}, field="name")
    if not 1 <= scenario.years <= MOST_YEARS:
        yield Fault(_("From 1 to %(most)d years.") % {"most": MOST_YEARS}, field="years")
    if not 1900 <= scenario.first_year <= 2200:
        yield Fault(_("This is no fiscal year."), field="first_year")
    if scenario.round is not None:
        yield from _check_round(scenario.round)


def _check_round(round: ScoringRound) -> Iterator[Fault]:
    if round.state != ScoringState.CLOSED:
        yield Fault(_("The round is still open: its result is not known yet."), field="round")


def check_limits(asked: Asked, scenario: Scenario) -> Iterator[Fault]:
    """Faults of limits that name what there is not, or amounts that are none."""
    codes = set(choosable().values_list("code", flat=True))
    for code in sorted(asked.named - codes):
        words = _("There is no initiative %(code)s to choose.") % {"code": repr(code)}
        yield Fault(words, field="settings", code="unknown")
    for code in sorted(set(asked.must) & set(asked.never)):
        words = _("%(code)s cannot be both chosen and not chosen.") % {"code": code}
        yield Fault(words, field="must")
    yield from _check_amounts("money", asked.money, KINDS, scenario.years)
    skills = set(Skill.objects.values_list("code", flat=True))
    yield from _check_amounts("people", asked.people, skills, scenario.years)
    yield from _check_groups(asked)
    yield from _check_aims(asked.shares, scenario.plan)
    if not 0 <= asked.later < 1:
        yield Fault(_("A share from 0 to 1."), field="later")


def _check_amounts(
    field: str, amounts: Mapping[str, Amounts], known: Iterable[str], years: int
) -> Iterator[Fault]:
    there = set(known)
    for name, by_year in amounts.items():
        if name not in there:
            words = _("%(name)s is none of: %(known)s.")
            yield Fault(words % {"name": repr(name), "known": ", ".join(sorted(there))}, field=field)
        if len(by_year) != years:
            yield Fault(_("An amount (or none) for each of the %(n)d years.") % {"n": years}, field=field)
        if any(each is not None and not 0 <= each <= MOST for each in by_year):
            yield Fault(_("An amount is 0 or more."), field=field)


def _check_groups(asked: Asked) -> Iterator[Fault]:
    if any(len(set(group)) < 2 for group in asked.exclusions):
        yield Fault(_("At most one of: name two initiatives or more."), field="exclusions")
    for pair in asked.prerequisites:
        if len(pair) != 2 or pair[0] == pair[1]:
            yield Fault(_("One initiative needs one other."), field="prerequisites")


def _check_aims(shares: Mapping[str, float], plan: Plan | None) -> Iterator[Fault]:
    if not shares:
        return
    known = {each.key for each in aims_of(plan)} if plan else set()
    for aim, share in shares.items():
        if aim not in known:
            words = _("%(aim)s is no objective or priority of the plan.")
            yield Fault(words % {"aim": repr(aim)}, field="shares", code="unknown")
        if not 0 <= share <= 1:
            yield Fault(_("A share from 0 to 1."), field="shares")
