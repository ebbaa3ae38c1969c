"""A round in the browser: prepared, opened, read, spoken about, answered, closed."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from core.search import find
from org.models import User
from strategy.actions.consultation import begin_consultation, close_consultation, say
from strategy.models import Consultation, Plan, Remark

Browser = Callable[[User], Client]
HTMX = {"HX-Request": "true"}


def said_of(remark: Remark) -> tuple[str, str, str, str]:
    return (remark.about, remark.kind, remark.text, remark.proposed)


def test_the_office_prepares_a_round_and_opens_it(
    browser: Browser, staff: User, head: User, draft: Plan
) -> None:
    office = browser(staff)
    made = office.post(reverse("add_consultation", args=["h35"]), {"name": "Round one", "message": "Hello"})
    consultation = Consultation.objects.get()
    page = reverse("consultation", args=[consultation.pk])
    assert (made.status_code, made["Location"]) == (302, page)
    assert browser(head).get(page).status_code == 404

    invited = office.post(f"{page}invite/", {"people": [head.pk]})
    moved = office.post(f"{page}move/", {"state": "open"})

    assert (invited["Location"], moved["Location"]) == (page, page)
    draft.refresh_from_db()
    assert draft.state == "consultation"
    assert browser(head).get(page).status_code == 200


def test_a_remark_is_said_from_a_page_of_its_own(
    browser: Browser, head: User, consultation: Consultation
) -> None:
    address = reverse("say", args=[consultation.pk]) + "?about=vision"
    client = browser(head)
    assert b"Calm water" in client.get(address).content

    answer = client.post(address, {"kind": "proposal", "proposed": "Calmer water"})

    assert answer["Location"] == reverse("consultation", args=[consultation.pk]) + "#about-vision"
    assert [said_of(each) for each in Remark.objects.all()] == [("vision", "proposal", "", "Calmer water")]


def test_a_remark_without_reason_comes_back_with_its_fault(
    browser: Browser, head: User, consultation: Consultation
) -> None:
    address = reverse("say", args=[consultation.pk]) + "?about=vision"

    answer = browser(head).post(address, {"kind": "objection"})

    assert (answer.status_code, answer.context["form"].errors) == (400, {"text": ["Say why you object."]})
    assert not Remark.objects.exists()


def test_htmx_gets_the_passage_alone(browser: Browser, head: User, consultation: Consultation) -> None:
    client, address = browser(head), reverse("say", args=[consultation.pk]) + "?about=mission"

    form = client.get(address, headers=HTMX).content.decode()
    done = client.post(address, {"kind": "comment", "text": "Fine"}, headers=HTMX).content.decode()

    for part in (form, done):
        assert (part.lstrip()[:8], "<html" in part) == ("<section", False)
    assert ("<form" in form, "<form" in done, "Fine" in done) == (True, False, True)


def test_a_passage_of_another_plan_is_not_there(
    browser: Browser, head: User, consultation: Consultation
) -> None:
    address = reverse("say", args=[consultation.pk]) + "?about=objective:999999"

    assert browser(head).get(address).status_code == 404


def test_an_answer_puts_the_wording_into_the_plan(
    browser: Browser, staff: User, head: User, consultation: Consultation, draft: Plan
) -> None:
    remark = say(by=head, consultation=consultation, about="vision", kind="proposal", proposed="Blue water")
    address = reverse("answer_remark", args=[remark.pk])
    office = browser(staff)
    assert office.get(address).context["form"]["wording"].value() == "Blue water"

    office.post(
        address, {"outcome": "taken_up", "answer": "", "put_into": "vision", "wording": "Blue, calm water"}
    )

    draft.refresh_from_db()
    remark.refresh_from_db()
    assert (draft.vision, remark.outcome, remark.answered_by) == ("Blue, calm water", "taken_up", staff)


def test_others_words_are_the_office_s_to_read(
    browser: Browser, staff: User, head: User, viewer: User, consultation: Consultation
) -> None:
    consultation.invitations.create(person=viewer)
    say(by=head, consultation=consultation, about="plan", kind="objection", text="Too little money")
    page = reverse("consultation", args=[consultation.pk])

    seen = {
        user.name: b"Too little money" in browser(user).get(page).content for user in (staff, head, viewer)
    }

    assert seen == {staff.name: True, head.name: True, viewer.name: False}


def test_a_closed_round_shows_one_s_own_words_and_not_the_draft(
    browser: Browser, staff: User, viewer: User, consultation: Consultation
) -> None:
    consultation.invitations.create(person=viewer)
    say(by=viewer, consultation=consultation, about="mission", kind="comment", text="Mend what?")
    client, page = browser(viewer), reverse("consultation", args=[consultation.pk])
    assert client.get(reverse("plan", args=["h35"])).status_code == 200

    close_consultation(by=staff, consultation=consultation)

    content = client.get(page).content.decode()
    assert ("Mend what?" in content, "Calm water" in content) == (True, False)
    assert client.get(reverse("plan", args=["h35"])).status_code == 404


def test_an_own_remark_is_changed_and_withdrawn(
    browser: Browser, head: User, consultation: Consultation
) -> None:
    remark = say(by=head, consultation=consultation, about="plan", kind="comment", text="Hm")
    client = browser(head)

    client.post(reverse("change_remark", args=[remark.pk]), {"kind": "objection", "text": "No money"})
    client.post(reverse("withdraw_remark", args=[remark.pk]))

    remark.refresh_from_db()
    assert said_of(remark) == ("plan", "objection", "No money", "")
    assert remark.withdrawn_at is not None


def test_what_waits_for_an_answer_can_be_seen_alone(
    browser: Browser, staff: User, head: User, consultation: Consultation
) -> None:
    say(by=head, consultation=consultation, about="vision", kind="comment", text="Which water?")
    address = reverse("consultation", args=[consultation.pk]) + "?show=open"

    said = browser(staff).get(address).context["said"]

    assert [(each.passage.key, len(each.lines)) for each in said] == [("vision", 1)]


def test_everything_said_can_be_saved_as_a_file(
    browser: Browser, staff: User, head: User, consultation: Consultation
) -> None:
    say(by=head, consultation=consultation, about="vision", kind="comment", text="=1+1")
    address = reverse("consultation", args=[consultation.pk])

    text = browser(staff).get(f"{address}?format=csv").content.decode("utf-8-sig")
    book = browser(staff).get(f"{address}?format=xlsx")

    [_names, row] = text.splitlines()
    assert row.startswith("Vision,Comments,'=1+1,,Hedda,Works,")
    assert book.content[:2] == b"PK"


def test_the_search_finds_rounds_that_one_may_know_of(
    staff: User, head: User, viewer: User, consultation: Consultation
) -> None:
    prepared = begin_consultation(by=staff, plan=consultation.plan, name="First of the next")

    def found(user: User) -> list[str]:
        return [each.url for each in find(user, "first").get("consultations", [])]

    first, second = (reverse("consultation", args=[each.pk]) for each in (consultation, prepared))
    assert [sorted(found(user)) for user in (staff, head, viewer)] == [sorted([first, second]), [first], []]
