"""What others say of the draft: a guest by a link, an endorsement, an objection that is answered."""

import re

from playwright.sync_api import Page, expect

from tests.browser.formulating.story import (
    OBJECTIVE,
    PLAN,
    REWORDED,
    Story,
    fill,
    follow,
    headed,
    labelled,
    panel,
    press,
)

ROUND = "What do you think of the plan?"
GUEST = "Wilma Brandis"
REASON = "Between the peaks nobody looks at the timetable, and there it fails."


def ask(story: Story) -> Page:
    """Prepare and open a round; the window in which the guest follows their link."""
    page = story.plan("smo", "Consultation")
    follow(page, "Prepare a round")
    fill(page, Name=ROUND, What_people_are_asked="What is missing, and what would you put otherwise?")
    press(page, "Prepare the round")
    headed(page, ROUND)
    follow(page, "Invite people")
    labelled(page, "People").select_option(label=["Mei Castellan", "Tomas Lindqvist"])
    labelled(page, "Departments").select_option(label="Transport")
    press(page, "Invite")
    follow(page, "Invite a guest")
    fill(page, Name=GUEST, Organisation="Passengers' union")
    page.get_by_label("E-mail").fill("wilma@passengers.example")
    press(page, "Invite")
    press(page, "Open the round")
    link = page.get_by_label(re.compile(GUEST)).input_value()
    follow(page, "Done")
    return story.windows.open(path=link)


def hear(story: Story, guest: Page) -> None:
    """A guest comments, a viewer endorses, a head objects and proposes other words."""
    headed(guest, PLAN)
    _say(guest, "Vision", "I have a comment", In_your_words="We like it; say when.")
    page = _round(story, "viewer")
    press(page, "I endorse the plan")
    expect(page.get_by_text("You endorse the plan.")).to_be_visible()
    page = _round(story, "head")
    _say(page, OBJECTIVE, "I object", In_your_words=REASON, The_wording_you_propose=REWORDED)


def answer(story: Story) -> None:
    """The office takes the objection up, puts its words into the plan, and closes.

    The endorsement says nothing else, so it asks for no answer.
    """
    page = story.plan("smo", "Consultation")
    follow(page, ROUND)
    page.get_by_role("link", name="Waiting for an answer").click()
    page.get_by_role("link", name=re.compile(r"^Answer\s*: Ines Okafor")).click()
    page.get_by_label("Taken up", exact=True).check()
    place = labelled(page, "Put the wording into the plan")
    place.select_option(index=1)
    press(page, "Answer and close")
    page.get_by_role("link", name=re.compile(rf"^Answer\s*: {GUEST}")).click()
    page.get_by_label("Noted", exact=True).check()
    fill(page, Answer="Each goal says when.")
    press(page, "Answer and close")
    expect(page.get_by_text("Everything is answered")).to_be_visible()
    press(page, "Close the round")
    expect(page.get_by_text("The round is closed.")).to_be_visible()
    page = story.plan("smo")
    expect(panel(page, "Objectives").get_by_role("link", name=REWORDED)).to_be_visible()


def _round(story: Story, login: str) -> Page:
    page = story.window(login, "/my-work/")
    follow(page, f"Say what you think of {PLAN}")
    headed(page, ROUND)
    return page


def _say(page: Page, passage: str, deed: str, **words: str) -> None:
    page.get_by_role("link", name=re.compile(rf"^Say something\s*: .*{re.escape(passage)}", re.I)).click()
    page.get_by_label(deed).check()
    fill(page, **words)
    press(page, "Say it")
    expect(page.get_by_role("article").filter(has_text="You")).to_contain_text(words["In_your_words"])
