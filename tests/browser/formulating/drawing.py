"""The strategy map: an arrow is added, and a card moved by the keyboard alone."""

import re

from playwright.sync_api import expect

from tests.browser.formulating.story import OBJECTIVE, Story, fill, labelled, panel, press

CAUSE = "Posts are filled with people who stay"


def draw(story: Story) -> None:
    """What a menu moves stands where it was moved to; the arrow is in the table and drawn."""
    page = story.plan("smo", "Map")
    page.get_by_role("link", name="Add an arrow", exact=True).first.click()
    labelled(page, "This objective").select_option(label=f"C1 {CAUSE}")
    effect = labelled(page, "bears on this one")
    effect.select_option(effect.locator("option", has_text=OBJECTIVE).get_attribute("value"))
    fill(page, Why="A filled roster is a bus that leaves.", **{"Shows_after_(months)": "6"})
    press(page, "Add")
    arrow = panel(page, "Cause and effect").get_by_role("row", name=re.compile(f"{CAUSE} helps {OBJECTIVE}"))
    expect(arrow).to_contain_text("6 months")
    expect(page.locator("[data-map] svg path.map-line").first).to_be_attached()
    _move(story)


def _move(story: Story) -> None:
    page = story.window("smo")
    lane = page.get_by_role("region", name="Residents and users").get_by_role("heading", level=3)
    expect(lane.last).to_have_text(OBJECTIVE)
    menu = page.get_by_label(f"Move {OBJECTIVE}", exact=True)
    menu.focus()
    page.keyboard.press("Enter")
    expect(
        page.get_by_role("button", name="Towards the start").and_(page.locator(":visible"))
    ).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(lane.nth(1)).to_have_text(OBJECTIVE)
