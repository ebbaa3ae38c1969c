"""The story of a strategy in a browser: from looking around to an agreed, cascaded plan in force."""

import pytest

from tests.browser.formulating import (
    beginning,
    cascading,
    choosing,
    consulting,
    deciding,
    drawing,
    looking,
    writing,
)
from tests.browser.formulating.story import Story
from tests.browser.windows import Windows

pytestmark = pytest.mark.browser


def test_a_team_goes_from_looking_around_to_a_plan_in_force(windows: Windows) -> None:
    story = Story(windows)
    beginning.begin(story)
    looking.look_around(story)
    choosing.choose(story)
    writing.write(story)
    drawing.draw(story)
    cascading.begin_parts(story)
    guest = consulting.ask(story)
    cascading.propose_parts(story)
    cascading.agree_to_parts(story)
    consulting.hear(story, guest)
    consulting.answer(story)
    deciding.decide(story)
