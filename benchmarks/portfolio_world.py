"""A portfolio as large as that of a government: every initiative with a plan, money, people and reports."""

import datetime as dt
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from benchmarks.organisation_plan import plan_of_everything
from initiatives.enums import MoneyKind, Rag, Stage, TaskKind, UpdateState
from initiatives.models import (
    AffectedGroup,
    Allocation,
    Baseline,
    BaselineTask,
    Benefit,
    Capacity,
    Contribution,
    Dependency,
    Initiative,
    InitiativeDepartment,
    MoneyLine,
    ReadinessRating,
    Skill,
    StatusUpdate,
    Task,
)
from org.actions import create_user
from org.models import Department, User

TASKS, UPDATES, YEARS, SKILLS, PEOPLE = 12, 12, 3, 10, 40
TEAMS = 3
"""So many skills has each department, other ones than its neighbours."""
_STAGES = (Stage.ACTIVE,) * 6 + (Stage.APPROVED, Stage.PROPOSED, Stage.ON_HOLD, Stage.COMPLETED)
_VERBS = ("Build", "Renew", "Open", "Repair", "Digitise", "Merge", "Plant", "Teach", "Light", "Connect")
_THINGS = ("school", "bridge", "archive", "depot", "clinic", "register", "harbour", "library", "grid", "line")


@dataclass(frozen=True)
class _World:
    dice: random.Random
    today: dt.date
    departments: Sequence[Department]
    people: Sequence[User]
    skills: Sequence[Skill]


def store_portfolio(count: int, seed: int = 1) -> None:
    """Add so many initiatives, the same every time; does nothing where there are some."""
    if Initiative.objects.exists():
        return
    world = _World(
        random.Random(seed),
        timezone.localdate(),
        list(Department.objects.all()),
        [create_user(by=None, email=f"p{n}@bench.example", name=f"Person {n}") for n in range(PEOPLE)],
        Skill.objects.bulk_create(Skill(code=f"s{n}", name=f"Skill {n}") for n in range(SKILLS)),
    )
    made = Initiative.objects.bulk_create(_initiative(world, place) for place in range(count))
    _serve(world, made)
    _plan(world, made)
    _report(world, made)
    _take(world, made)
    _change(world, made)


def _initiative(world: _World, place: int) -> Initiative:
    dice = world.dice
    starts_on = world.today - dt.timedelta(days=dice.randint(-200, 700))
    verb, thing = dice.choice(_VERBS), dice.choice(_THINGS)
    return Initiative(
        code=f"I-{place}",
        name=f"{verb} the {thing} of quarter {place % 60}",
        purpose=f"So that everybody in quarter {place % 60} has a {thing} that is open when they need it.",
        stage=dice.choice(_STAGES),
        stage_since=starts_on,
        department=dice.choice(world.departments),
        lead=dice.choice(world.people),
        sponsor=dice.choice(world.people),
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=dice.randint(200, 1200)),
    )


def _serve(world: _World, made: Sequence[Initiative]) -> None:
    objectives = list(plan_of_everything().objectives.all())
    Contribution.objects.bulk_create(
        Contribution(initiative=each, objective=objective, strength=world.dice.randint(1, 3))
        for each in made
        for objective in world.dice.sample(objectives, min(2, len(objectives)))
    )
    InitiativeDepartment.objects.bulk_create(
        InitiativeDepartment(initiative=each, department=department)
        for each in made
        for department in world.dice.sample([d for d in world.departments if d.pk != each.department_id], 2)
    )


def _plan(world: _World, made: Sequence[Initiative]) -> None:
    """Tasks one after the other, each third a milestone; every sixth plan waits for another one."""
    tasks = Task.objects.bulk_create(_task(world, each, place) for each in made for place in range(TASKS))
    of = [tasks[start : start + TASKS] for start in range(0, len(tasks), TASKS)]
    bonds = [pair for plan in of for pair in itertools.pairwise(plan)]
    bonds += [(of[n - 1][0], of[n][-1]) for n in range(6, len(of), 6)]
    Dependency.objects.bulk_create(Dependency(before=before, after=after) for before, after in bonds)
    agreed = Baseline.objects.bulk_create(
        Baseline(
            initiative=each, number=1, starts_on=each.starts_on, ends_on=each.ends_on, budget=Decimal(900_000)
        )
        for each in made
    )
    BaselineTask.objects.bulk_create(
        BaselineTask(
            baseline=baseline,
            task=task,
            name=task.name,
            kind=task.kind,
            starts_on=task.starts_on,
            ends_on=task.ends_on,
            weight=task.weight,
        )
        for baseline, plan in zip(agreed, of, strict=True)
        for task in plan
    )


def _task(world: _World, initiative: Initiative, place: int) -> Task:
    assert initiative.starts_on is not None
    assert initiative.ends_on is not None
    step = (initiative.ends_on - initiative.starts_on) / TASKS
    start, end = initiative.starts_on + place * step, initiative.starts_on + (place + 1) * step
    marks = place % 3 == 2
    done = end < world.today and world.dice.random() < 0.9
    return Task(
        initiative=initiative,
        kind=TaskKind.MILESTONE if marks else TaskKind.TASK,
        name=f"Step {place}",
        owner=world.dice.choice(world.people),
        starts_on=None if marks else start,
        ends_on=end,
        weight=0 if marks else 1,
        progress=100 if done else 0,
        done_on=end if done else None,
        position=place,
    )


def _report(world: _World, made: Sequence[Initiative]) -> None:
    month = world.today.replace(day=1)
    days = [(month - dt.timedelta(days=30 * back)).replace(day=1) for back in range(UPDATES)]
    StatusUpdate.objects.bulk_create(
        StatusUpdate(
            initiative=each,
            due_on=day,
            state=UpdateState.SUBMITTED,
            submitted_at=timezone.now(),
            progress=world.dice.randint(0, 100),
            done="What was planned for the month.",
            schedule=world.dice.choice(Rag.values),
            cost=world.dice.choice(Rag.values),
            scope=Rag.GREEN,
            author=each.lead,
        )
        for each in made
        for day in sorted(set(days))
    )


def _take(world: _World, made: Sequence[Initiative]) -> None:
    """Money of three years, people of four teams, and what the teams have."""
    dice, year, month = world.dice, world.today.year, world.today.replace(day=1)
    MoneyLine.objects.bulk_create(
        MoneyLine(
            initiative=each,
            year=year + ahead,
            kind=kind,
            budget=(budget := Decimal(dice.randint(50, 300) * 1000)),
            actual=budget / 2 if ahead == 0 else None,
            forecast=budget + dice.randint(-20, 40) * 1000,
        )
        for each in made
        for ahead in range(YEARS)
        for kind in MoneyKind
    )
    teams = [
        (department, world.skills[(place + step) % SKILLS])
        for place, department in enumerate(world.departments)
        for step in range(TEAMS)
    ]
    Allocation.objects.bulk_create(
        Allocation(
            initiative=each,
            department=department,
            skill=skill,
            first_month=month,
            last_month=month.replace(year=year + 1),
            fte=dice.choice((0.2, 0.5, 1.0)),
        )
        for each in made
        for department, skill in dice.sample(teams, 4)
    )
    Capacity.objects.bulk_create(
        Capacity(department=department, skill=skill, first_month=month, fte=dice.choice((0.5, 1.0, 2.0)))
        for department, skill in teams
    )


def _change(world: _World, made: Sequence[Initiative]) -> None:
    """What they bring, and whom they hit."""
    Benefit.objects.bulk_create(
        Benefit(initiative=each, name="Less to wait", money_a_year=Decimal(1000), due_on=each.ends_on)
        for each in made
    )
    groups = AffectedGroup.objects.bulk_create(
        AffectedGroup(initiative=each, name="Those who work there", department=each.department, impact=3)
        for each in made
    )
    ReadinessRating.objects.bulk_create(
        ReadinessRating(
            group=each,
            rated_on=world.today,
            awareness=world.dice.randint(1, 5),
            desire=world.dice.randint(1, 5),
        )
        for each in groups
    )
