"""Three people look around: each alone, then together."""

import re

from playwright.sync_api import expect

from tests.browser.formulating.story import Story, fill, follow, headed, labelled, panel, press

ROUND = "What helps and what hinders getting about?"
INVITED = {"head": "Ines Okafor", "contributor": "Tomas Lindqvist", "viewer": "Mei Castellan"}
STRENGTH = "Drivers know their routes and stay for years"
ALIKE = "Drivers stay for years and know their routes"
OPPORTUNITY = "The state pays half of every new bus lane until the end of the decade"
WRITTEN = {
    "head": (("Strengths", STRENGTH),),
    "contributor": (("Strengths", ALIKE), ("Weaknesses", "Delays are known only a month later")),
    "viewer": (("Opportunities", OPPORTUNITY),),
}


def look_around(story: Story) -> None:
    """Ask, collect, merge, vote, close."""
    _ask(story)
    for login, items in WRITTEN.items():
        for place, statement in items:
            _write(story, login, place, statement)
    _share(story)
    for login in INVITED:
        _vote(story, login)
    _close(story)


def _ask(story: Story) -> None:
    page = story.plan("smo", "Analysis")
    follow(page, "Ask people for theirs")
    follow(page, "Ask people")
    fill(page, Name=ROUND)
    for name in INVITED.values():
        page.get_by_label(name).check()
    press(page, "Begin the round")
    headed(page, ROUND)


def _write(story: Story, login: str, place: str, statement: str) -> None:
    page = story.window(login, "/my-work/")
    page.get_by_role("link", name=re.compile(re.escape(ROUND))).first.click()
    labelled(page, "What do you see?").fill(statement)
    page.get_by_role("radio", name=place).check()
    press(page, "Keep it")
    expect(panel(page, "What you wrote")).to_contain_text(statement)


def _share(story: Story) -> None:
    page = story.window("smo")
    page.reload()
    expect(page.get_by_text("4 items written so far")).to_be_visible()
    expect(page.get_by_text(STRENGTH)).to_have_count(0)
    press(page, "Share and vote")
    same = panel(page, "Do these say the same?")
    expect(same).to_contain_text(STRENGTH)
    same.get_by_role("button", name=re.compile("^Merge")).click()
    expect(page.get_by_role("button", name=re.compile("^Separate"))).to_be_visible()


def _vote(story: Story, login: str) -> None:
    page = story.window(login)
    page.reload()
    for statement in (OPPORTUNITY, "Drivers"):
        page.get_by_role("button", name=re.compile(f"^Give a vote to {statement}")).click()
        left = 4 if statement == OPPORTUNITY else 3
        expect(page.get_by_text(f"{left} of your 5 votes are left")).to_be_visible()


def _close(story: Story) -> None:
    page = story.window("smo")
    press(page, "Close")
    ranked = panel(page, "What people find most important").get_by_role("row")
    expect(ranked.nth(1)).to_contain_text("3")
    expect(ranked.filter(has_text="also:")).to_contain_text("Drivers")
