"""Differences as people read them."""

import datetime as dt

from kpis.models import KPI
from org.models import User
from strategy.actions import change_objective, change_plan, link_kpi, unlink_kpi
from strategy.actions.revisions import begin_revision
from strategy.models import Plan
from strategy.revisions import snapshot_of
from strategy.revisions.wording import Words, readable, word_diff


def test_it_names_what_changed_word_by_word(active: Plan, staff: User, kpi: KPI, second_kpi: KPI) -> None:
    branch = begin_revision(by=staff, plan=active, title="Bolder", reason="Storms").branch
    before = snapshot_of(branch)
    objective = branch.objectives.get(code="O1")
    change_plan(by=staff, plan=branch, vision="Calm, clean water for all")
    change_objective(by=staff, objective=objective, owner=None, ends_on=dt.date(2029, 6, 1))
    unlink_kpi(by=staff, objective=objective, kpi=kpi, since=dt.date(2026, 1, 1))
    link_kpi(by=staff, objective=objective, kpi=second_kpi, weight=2.5)
    branch.values_held.all().delete()

    found = readable(before, snapshot_of(branch))

    said = [
        (each.kind, each.name, each.deed, [(fact.label, fact.before, fact.after) for fact in each.facts])
        for each in found
    ]
    assert said == [
        (
            "The plan itself",
            "The plan itself",
            "changed",
            [("Vision", "Calm water for all", "Calm, clean water for all")],
        ),
        ("Value", "Candour", "removed", []),
        (
            "Objective",
            "O1 Safer streets",
            "changed",
            [
                ("Owner", "Smo_Staff", ""),
                ("Last day", "", "1 June 2029"),
                ("Measured by Serious road injuries", "weight 2", ""),
                ("Measured by Noise at night", "", "weight 2.50"),
            ],
        ),
    ]


def test_a_word_that_only_got_a_comma_stays() -> None:
    assert list(word_diff("the next storm", "the next storm, soon")) == [
        Words("same", "the next storm"),
        Words("added", ", soon"),
    ]
