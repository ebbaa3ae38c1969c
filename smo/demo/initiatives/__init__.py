"""The portfolio of the demonstration: what Port Selwyn does for its strategy, topic by topic."""

from smo.demo.formulating.scene import Scene
from smo.demo.initiatives import (
    benefits,
    coordination,
    following,
    framework,
    gates,
    means,
    optimising,
    planning,
    portfolio,
    readiness,
    scoring,
    status,
)
from smo.demo.initiatives.scene import Portfolio

# What a later one shows may rest on an earlier one.
TOPICS = (
    framework,
    portfolio,
    following,
    means,  # before the plans, whose baselines hold the money agreed
    planning,
    status,
    benefits,
    coordination,
    readiness,
    following,
    gates,
    scoring,
    optimising,
)


def store_initiatives(scene: Scene) -> None:
    """Add every topic."""
    objectives = {each.code: each for each in scene.plan.objectives.all()}
    stored = Portfolio(
        scene.plan, objectives, scene.departments, scene.people, scene.kpis, scene.today, initiatives={}
    )
    for topic in TOPICS:
        topic.store(stored)
