"""An objective under the priority, its KPI, and a goal that meets every letter."""

import re

from playwright.sync_api import expect

from tests.browser.formulating.story import (
    OBJECTIVE,
    PRIORITY,
    YEAR,
    Story,
    fill,
    follow,
    headed,
    labelled,
    panel,
    press,
)

GOAL = "84 % of buses leave at most five minutes late"
KPI = "Buses on time (bus-on-time)"


def write(story: Story) -> None:
    """The check speaks while the goal is written."""
    _add_objective(story)
    _add_goal(story)


def _add_objective(story: Story) -> None:
    page = story.plan("smo")
    panel(page, "Objectives").get_by_role("link", name="Add an objective", exact=True).click()
    fill(page, Objective=OBJECTIVE)
    labelled(page, "Perspective").select_option(label="Residents and users")
    labelled(page, "Priority").select_option(label=PRIORITY)
    labelled(page, "Owner").select_option(label="Ines Okafor")
    labelled(page, "Led by").select_option("transport")
    press(page, "Add")
    headed(page, OBJECTIVE)
    follow(page, "Link a KPI")
    labelled(page, "KPI").select_option(label=KPI)
    press(page, "Link the KPI")
    headed(page, OBJECTIVE)


def _add_goal(story: Story) -> None:
    page = story.window("smo")
    follow(page, "Add a goal")
    check = page.get_by_role("status").filter(has_text="of 5")
    fill(page, Goal=GOAL)
    expect(check).not_to_contain_text("It is SMART.")
    labelled(page, "KPI").select_option(label=KPI)
    fill(page, Baseline="79", Baseline_as_of=f"{YEAR}-01-01", Target="84", Due=f"{YEAR + 3}-12-31")
    fill(page, Resources="Two kilometres of bus lane a year")
    expect(check).to_contain_text("5 of 5 It is SMART.")
    press(page, "Add")
    headed(page, OBJECTIVE)
    expect(panel(page, "SMART goals").get_by_role("row", name=re.compile(re.escape(GOAL)))).to_be_visible()
