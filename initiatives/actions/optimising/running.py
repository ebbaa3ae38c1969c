"""Computing a scenario in a worker: waited for, claimed once, told of, cancelled, taken up again.

A scenario goes from *waiting* to *running* by one statement, so that one of many workers computes it. While
it runs, its worker tells every second how far it is; one that has told nothing for a minute is dead, and the
sweeper has another take the scenario up again, once; then it says that it could not be computed.
"""

import datetime as dt
import time
from dataclasses import asdict
from typing import Any

import structlog
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict
from core.outbox import wake
from initiatives.actions.optimising.checking import BUSY, check_limits, check_question, unlocked
from initiatives.enums import SolvingState
from initiatives.models import Scenario
from initiatives.optimiser import Answer, Problem, Progress, Solved, Stopped, Watch, answer
from initiatives.optimiser.answering import Times
from initiatives.optimising.answers import answer_data
from initiatives.optimising.asked import asked_of
from initiatives.optimising.inputs import as_data, read_inputs
from initiatives.optimising.problem import problem_of
from initiatives.validators import refuse
from org.models import User

log = structlog.get_logger(__name__)
TASK = "initiatives.compute_scenario"
DEAD_AFTER = dt.timedelta(seconds=60)
MOST_ATTEMPTS = 2
TELL_EVERY = 1.0
_STATES = {
    Solved.BEST: SolvingState.SOLVED,
    Solved.SO_FAR: SolvingState.BEST_SO_FAR,
    Solved.NONE: SolvingState.NO_SOLUTION,
    Solved.UNKNOWN: SolvingState.FAILED,
}


@action
def run_scenario(*, by: User | None, scenario: Scenario) -> Scenario:
    """Have it computed by a worker. Raises Conflict (`unlocked`), Refused where a limit means nothing now."""
    locked = unlocked(scenario)
    refuse(check_question(locked), check_limits(asked_of(locked.settings), locked))
    locked.state, locked.cancel_wanted = SolvingState.WAITING, False
    locked.progress, locked.result = {"attempts": 0}, {}
    locked.started_at = locked.finished_at = None
    locked.save()
    wake(TASK, locked.pk)
    return locked


@action
def cancel_scenario(*, by: User | None, scenario: Scenario) -> Scenario:
    """Stop the computing; its worker does within a second. Raises Conflict where nothing is computed."""
    locked = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if locked.state not in BUSY:
        raise Conflict(_("“%(name)s” is not being computed.") % {"name": locked.name})
    locked.cancel_wanted = True
    if locked.state == SolvingState.WAITING:
        locked.state, locked.finished_at = SolvingState.CANCELLED, timezone.now()
    locked.save()
    return locked


def compute_scenario(pk: int, times: Times | None = None) -> None:
    """What a worker does: claim a waiting scenario, compute it, store the answer. Safe to call twice."""
    taken = Scenario.objects.filter(pk=pk, state=SolvingState.WAITING).update(
        state=SolvingState.RUNNING, started_at=timezone.now()
    )
    if not taken:
        return
    scenario = Scenario.objects.select_related("plan", "round").get(pk=pk)
    attempts = int(scenario.progress.get("attempts", 0)) + 1
    run = _Run(pk, {"attempts": attempts, "told_at": timezone.now().isoformat()})
    try:
        run.compute(scenario, times)
    except Stopped:
        run.end(SolvingState.CANCELLED)
    except Exception as error:  # whatever goes wrong, nobody is left waiting
        log.exception("scenario_failed", scenario=pk)
        run.end(SolvingState.FAILED, error=f"{type(error).__name__}: {error}"[:300])


def sweep_scenarios() -> int:
    """Take up again what a killed worker or a lost message left behind; returns how many."""
    late = timezone.now() - DEAD_AFTER
    found = 0
    for scenario in Scenario.objects.filter(state__in=BUSY):
        with transaction.atomic():
            locked = Scenario.objects.select_for_update().get(pk=scenario.pk)
            if locked.state == SolvingState.WAITING:
                wake(TASK, locked.pk)  # one that is computed meanwhile finds nothing to claim
            elif locked.state == SolvingState.RUNNING and _told_at(locked) < late:
                _take_up(locked)
                found += 1
    return found


def _take_up(scenario: Scenario) -> None:
    """Its worker is dead: cancelled where that was wanted, once more, then failed."""
    if scenario.cancel_wanted:
        scenario.state, scenario.finished_at = SolvingState.CANCELLED, timezone.now()
    elif int(scenario.progress.get("attempts", 0)) >= MOST_ATTEMPTS:
        scenario.state, scenario.finished_at = SolvingState.FAILED, timezone.now()
        scenario.progress = {**scenario.progress, "error": _("The worker ended before it was done.")}
    else:
        scenario.state = SolvingState.WAITING
        wake(TASK, scenario.pk)
    scenario.save()


def _told_at(scenario: Scenario) -> dt.datetime:
    told = scenario.progress.get("told_at")
    if told:
        return dt.datetime.fromisoformat(told)
    return scenario.started_at or scenario.made_at


class _Run:
    """One computation: what it tells and stores."""

    def __init__(self, pk: int, progress: dict[str, Any]) -> None:
        self.row = Scenario.objects.filter(pk=pk, state=SolvingState.RUNNING)
        self.progress, self.told = progress, 0.0
        self.row.update(progress=progress)

    def compute(self, scenario: Scenario, times: Times | None) -> None:
        """Read the inputs, solve, store."""
        asked = asked_of(scenario.settings)
        inputs = read_inputs(scenario, asked.committed)
        self.row.update(inputs=as_data(inputs))
        problem = problem_of(asked, inputs, scenario.first_year, scenario.years)
        watch = Watch(self._wants_stop, self._tell)
        found = answer(problem, times=times, watch=watch, keep=lambda part: self._keep(problem, part))
        self._keep(problem, found)
        self.end(_STATES[found.base.solved])

    def end(self, state: str, error: str = "") -> None:
        """It is over."""
        self.progress |= {"error": error} if error else {}
        self.row.update(state=state, finished_at=timezone.now(), progress=self.progress)

    def _keep(self, problem: Problem, part: Answer) -> None:
        self.row.update(result=answer_data(problem, part))

    def _wants_stop(self) -> bool:
        """Asked a few times a second: the row that is not ours any more stops the computation, too."""
        return not self.row.filter(cancel_wanted=False).exists()

    def _tell(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self.told < TELL_EVERY and progress.step == self.progress.get("step"):
            return
        self.told = now
        told = {name: value for name, value in asdict(progress).items() if value is not None}
        self.progress = {"attempts": self.progress["attempts"], "told_at": timezone.now().isoformat(), **told}
        self.row.update(progress=self.progress)
