"""An executive approves, the office puts the plan into force."""

from playwright.sync_api import expect

from tests.browser.formulating.story import PLAN, Story, follow, panel, press


def decide(story: Story) -> None:
    """The version that was approved is kept, with who agreed."""
    page = story.plan("executive")
    follow(page, "Move on")
    page.get_by_label("Approved: everybody reads it").check()
    press(page, "Move it on")
    page = story.plan("smo")
    follow(page, "Move on")
    page.get_by_label("Active: it is the plan in force").check()
    press(page, "Move it on")
    page = story.plan("viewer", "Versions")
    expect(panel(page, "Versions").get_by_role("listitem").filter(has_text="Version 1")).to_contain_text(
        "Approved"
    )
    expect(panel(page, "Who agreed")).to_contain_text("Elena Marsh")
    page = story.window("viewer", "/strategy/")
    expect(page.get_by_role("row", name=PLAN)).to_contain_text("Active")
