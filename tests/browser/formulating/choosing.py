"""What inside meets outside becomes an option, and the option a priority."""

from playwright.sync_api import expect

from tests.browser.formulating.looking import OPPORTUNITY
from tests.browser.formulating.story import PRIORITY, Story, follow, headed, labelled, press


def choose(story: Story) -> None:
    """The priority remembers what it answers and what it serves."""
    page = story.plan("smo", "Options")
    page.get_by_role("checkbox", name="Drivers").check()
    page.get_by_role("checkbox", name=OPPORTUNITY).check()
    press(page, "Make an option")
    labelled(page, "Option").fill("Bus lanes where the timetable breaks")
    labelled(page, "Value").select_option("5")
    labelled(page, "Effort").select_option("3")
    press(page, "Add")
    headed(page, "Bus lanes where the timetable breaks")
    follow(page, "Make it a priority")
    labelled(page, "Name").fill(PRIORITY)
    page.get_by_label("Vision: Everybody").check()
    press(page, "Make it a priority")
    headed(page, PRIORITY)
    for remembered in (OPPORTUNITY, "Everybody in Port Selwyn gets about without a car"):
        expect(page.get_by_role("main").get_by_text(remembered).first).to_be_visible()
