"""The story of a month in the portfolio: a head reports, an executive looks, asks and decides."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import examine
from tests.browser.formulating.story import Story, fill, follow, headed, panel, press
from tests.browser.hands import Hands
from tests.browser.windows import Windows
from tests.installation import Installation

pytestmark = pytest.mark.browser

REPORTED = (
    ("Bus lanes on the ring", "g"),
    ("Night bus, every night", "a"),
    ("Step-free stops", "r"),
)
WHY = "The frost came early."
WATERMELON = "One desk for every fault"
LEAD = "sefa.tamati"
QUESTION = "What would it take to open in spring after all?"
ANSWER = "A second tester from Roads, from next month on."
WAITING = "Shore power for ships"
CONDITIONS = "The ferries are asked before the loan is signed."
# Who leads the watermelon has an account without a password in the demonstration: they take the head's.
SIGNS_IN = """UPDATE org_user SET password = (SELECT password FROM org_user WHERE email = %s)
WHERE email = %s"""


def test_heads_report_and_executives_ask_and_decide(demo: Installation, windows: Windows) -> None:
    demo.query(SIGNS_IN, "head@demo.example", f"{LEAD}@demo.example")
    story = Story(windows)
    _report_three(story.window("head", "/"))
    _question_the_watermelon(story)
    _answer(story)
    _decide(story)
    _nobody_decides_their_own(story)
    _what_is_restricted_is_not_found(story)


def _report_three(page: Page) -> None:
    """A head finds what is due and reports it with at most forty clicks and keys beside the text."""
    hands = Hands(page)
    hands.click(page.get_by_role("link", name="My work").first)
    hands.click(page.get_by_role("link", name=f"Status update: {REPORTED[0][0]}"))
    for name, light in REPORTED:
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
        _report(page, hands, light)
    expect(page.get_by_text("Everything is reported")).to_be_visible()
    assert hands.count <= 40


def _report(page: Page, hands: Hands, light: str) -> None:
    """Schedule, then (unless it is green) why; cost and scope stay; done, next."""
    hands.click(page.get_by_role("group", name="Schedule").locator("label").first)
    hands.press(light)
    if light != "g":
        hands.press("Tab")
        hands.write(WHY)
    hands.click(page.get_by_label("What was done"))
    hands.write("What was promised.")
    hands.press("Tab")
    hands.write("The next step.")
    expect(page.get_by_text("Kept at")).to_be_visible()  # a draft by itself
    if light == "g":
        assert examine(page) == []
    hands.press("Control+Enter")


def _question_the_watermelon(story: Story) -> None:
    """What is green outside and red inside stands first; what the head reported is there, too."""
    page = story.window("executive", "/")
    first = panel(page, "Initiatives").get_by_role("listitem").first
    expect(first).to_contain_text("reported green, the figures say red")
    first.get_by_role("link", name=WATERMELON).click()
    headed(page, WATERMELON)
    expect(panel(page, "Where it stands")).to_contain_text("The report is rosier than the figures.")
    page.get_by_role("link", name=re.compile("^Ask about it")).first.click()
    fill(page, Your_question=QUESTION)
    press(page, "Ask")
    expect(page.get_by_text(QUESTION)).to_be_visible()
    page.goto("/portfolio/status/")
    follow(page, REPORTED[-1][0])
    expect(page.locator(".update").first).to_contain_text(WHY)


def _answer(story: Story) -> None:
    """The question is due from who leads it; who asked reads the answer."""
    page = story.window(LEAD, "/my-work/")
    follow(page, f"Answer: {QUESTION}")
    fill(page, Answer=ANSWER)
    press(page, "Answer")
    expect(page.get_by_text(ANSWER)).to_be_visible()
    page = story.window("executive", "/initiatives/FAULT-DESK/status/")
    expect(page.get_by_role("listitem").filter(has_text=QUESTION)).to_contain_text(ANSWER)


def _decide(story: Story) -> None:
    """What waits at a gate passes with conditions: its stage and the record say so."""
    page = story.window("executive", "/")
    panel(page, "Initiatives").get_by_role("link", name=WAITING).click()
    page.get_by_label("It passes with conditions").check()
    fill(page, Reason="The loan is cheap now.", Conditions=CONDITIONS)
    press(page, "Decide")
    record = page.locator("dl.facts").first
    for said in ("The loan is cheap now.", CONDITIONS, "Elena Marsh"):
        expect(record).to_contain_text(said)
    expect(page.get_by_role("button", name="Decide")).to_have_count(0)
    page = story.window("viewer", "/initiatives/SHORE-POWER/")
    expect(page.locator(".stage-way [aria-current=step]")).to_have_text("Approved")


def _nobody_decides_their_own(story: Story) -> None:
    """A sponsor who decides at gates asks for one, and has to leave it to somebody else."""
    page = story.window("executive", "/initiatives/BUS-LANES/")
    follow(page, "Ask to complete it")
    fill(page, **{"What_is_asked_for,_and_why": "Six lines have their lane."})
    press(page, "Ask for it")
    expect(page.get_by_text("You asked for this: somebody else of the leadership")).to_be_visible()
    expect(page.get_by_role("button", name="Decide")).to_have_count(0)


def _what_is_restricted_is_not_found(story: Story) -> None:
    """For somebody who may not know of it, it is on no list and at no address."""
    page = story.window("viewer", "/initiatives/?q=depot")
    expect(page.get_by_text("No initiative is like that")).to_be_visible()
    with story.windows.expecting("404"):
        page.goto("/initiatives/DEPOT-SALE/")
    expect(page.get_by_text("Selling the old depot")).to_have_count(0)
    page = story.window("smo", "/initiatives/?q=depot")
    expect(page.get_by_role("link", name="Selling the old depot")).to_be_visible()
