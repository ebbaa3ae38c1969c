"""How the demonstration's strategy came about, and what it is doing about it: topic by topic."""

from smo.demo.formulating import (
    analysis,
    cascade,
    collecting,
    consultation,
    documents,
    goals,
    mapping,
    revisions,
)
from smo.demo.formulating.scene import Scene

# What a later one shows may rest on an earlier one.
TOPICS = (goals, mapping, analysis, collecting, cascade, documents, consultation, revisions)


def store_strategy_work(scene: Scene) -> None:
    """Add every topic."""
    for topic in TOPICS:
        topic.store(scene)
