"""The office begins a plan from a template."""

from playwright.sync_api import expect

from tests.browser.formulating.story import PLAN, VISION, YEAR, Story, fill, follow, headed, press


def begin(story: Story) -> None:
    """A template brings objectives; the vision is picked apart into what it promises."""
    page = story.window("smo", "/strategy/")
    follow(page, "New plan")
    fill(page, Name=PLAN, Vision=VISION, First_day=f"{YEAR}-01-01", Last_day=f"{YEAR + 4}-12-31")
    page.get_by_label("Public sector").check()
    press(page, "Begin the plan")
    headed(page, PLAN)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Draft")
    expect(page.get_by_role("link", name="Residents get decisions in time").first).to_be_visible()
    _pick_parts(story)


def _pick_parts(story: Story) -> None:
    page = story.plan("smo", "Options")
    follow(page, "Vision and mission, part by part")
    page.get_by_label("Everybody in Port Selwyn gets about without a car").check()
    press(page, "Pick them out")
