"""The risk register of the demonstration, topic by topic."""

from initiatives.models import Initiative
from smo.demo.formulating.scene import Scene
from smo.demo.risks import (
    exposure,
    indicators,
    matrices,
    pictures,
    rating,
    register,
    response,
    reviewing,
    workshops,
)
from smo.demo.risks.scene import Register

# What a later one shows may rest on an earlier one.
TOPICS = (
    matrices,
    register,
    rating,
    response,
    indicators,
    reviewing,
    workshops,
    pictures,
    exposure,
)


def store_risks(scene: Scene) -> None:
    """Add every topic."""
    register = Register(
        scene.plan,
        {each.code: each for each in scene.plan.objectives.all()},
        {each.code: each for each in Initiative.objects.all()},
        scene.departments,
        scene.people,
        scene.kpis,
        scene.today,
        risks={},
    )
    for topic in TOPICS:
        topic.store(register)
