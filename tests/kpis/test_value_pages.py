"""The life of a value in the browser: entered, approved or returned, proved, closed."""

import io
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kpis.actions import close_period, record_measurements, save_drafts
from kpis.engine.frequency import Frequency
from kpis.engine.periods import Calendar
from kpis.models import KPI, Evidence, Measurement, PeriodClosing
from tests.core.api.conftest import Caller
from tests.kpis.actions.test_approvals import counts, entry, rows, submit
from tests.kpis.city import City, month
from tests.kpis.files import PDF
from tests.kpis.test_import_pages import browser

APPROVALS = "/performance/approvals/"
VALUE = "/performance/value/complaints/?department=roads&period=2020-03"
ENTER = "/performance/enter/complaints/"
FORM = {"department": "roads", "period": "2020-03", "value": "30", "note": "", "reason": ""}


@pytest.fixture
def careful(city: City) -> City:
    """The city, where complaints count once they are approved."""
    KPI.objects.filter(pk=city.complaints.pk).update(approval_needed=True)
    return city


def said(response: Any) -> list[str]:
    """The messages of a response."""
    return [str(each) for each in get_messages(response.wsgi_request)]


def test_a_value_entered_by_hand_waits(careful: City) -> None:
    response = browser(careful.head_of_works).post(ENTER, FORM)
    assert (response.status_code, rows()) == (302, [(30.0, "submitted", True)])
    assert said(response) == ["The value waits for approval; the one before it stays until then."]


def test_a_draft_is_kept_shown_again_and_submitted(careful: City) -> None:
    client = browser(careful.head_of_works)
    client.post(ENTER, FORM | {"draft": "1", "note": "so far"})
    assert rows() == [(30.0, "draft", True)]
    form = client.get(f"{ENTER}?department=roads&period=2020-03").context["entry_form"]
    assert (form["value"].value(), form["note"].value()) == (30.0, "so far")
    draft = Measurement.objects.get()
    assert client.post(VALUE, {"do": "submit", "row": draft.pk}).status_code == 302
    assert rows() == [(30.0, "draft", False), (30.0, "submitted", True)]


def test_the_form_says_nothing_of_a_department_that_is_not_ones_own(city: City) -> None:
    record_measurements(by=None, rows=[entry(city, 28)._replace(department_id=city["health"].pk)])
    page = browser(city.head_of_works).get(f"{ENTER}?department=health&period=2020-04")
    assert page.context["entry_form"]["department"].value() in ("parks", "roads")
    assert page.context["beside"].before is None


def test_the_note_before_is_taken_over_with_one_click(city: City) -> None:
    record_measurements(by=None, rows=[entry(city, 28, note="without the harbour")])
    client = browser(city.staff)
    asked = FORM | {"period": "2020-04", "value": "3x0"}
    page = client.get(f"{ENTER}?department=roads&period=2020-04").content.decode()
    assert "Before, March 2020: 28.0." in page
    response = client.post(ENTER, asked | {"use_note": "1"})
    form = response.context["entry_form"]
    assert (response.status_code, form["note"].value(), form["value"].value(), form.errors) == (
        200,
        "without the harbour",
        "3x0",
        {},
    )
    assert rows() == [(28.0, "approved", True)]


def test_approvals_show_old_and_new_and_let_the_chosen_count(careful: City) -> None:
    record_measurements(by=None, rows=[entry(careful, 28)])
    waiting = submit(careful, 30, note="by hand", reason="recount")
    client = browser(careful.staff)
    (row,) = client.get(APPROVALS).context["rows"]
    assert (row.period, row.present, row.row.value, row.change, row.own) == (
        "March 2020",
        28.0,
        30.0,
        2.0,
        False,
    )
    response = client.post(APPROVALS, {"do": "approve", "row": [waiting.pk]})
    assert (response.status_code, counts()) == (302, [30.0])
    assert said(response) == ["1 value counts from now on; the scores follow in a moment."]


def test_returning_asks_for_a_comment_and_keeps_what_was_chosen(careful: City) -> None:
    waiting = submit(careful, 30)
    client = browser(careful.staff)
    response = client.post(APPROVALS, {"do": "return", "row": [waiting.pk]})
    assert (response.status_code, list(response.context["form"].errors)) == (400, ["comment"])
    assert response.context["chosen"] == {str(waiting.pk)}
    client.post(APPROVALS, {"do": "return", "row": [waiting.pk], "comment": "Look again."})
    assert rows() == [(30.0, "returned", True)]
    page = browser(careful.head_of_works).get(f"{ENTER}?department=roads&period=2020-03")
    assert "Look again." in page.content.decode()


@pytest.mark.parametrize(("chosen", "status"), [("none", 400), ("replaced", 409), ("own", 400)])
def test_what_cannot_be_approved_says_why(careful: City, chosen: str, status: int) -> None:
    seen = submit(careful, 30, by=careful.staff if chosen == "own" else None)
    if chosen == "replaced":
        submit(careful, 31)
    data = {"do": "approve"} if chosen == "none" else {"do": "approve", "row": [seen.pk]}
    response = browser(careful.staff).post(APPROVALS, data)
    assert (response.status_code, counts()) == (status, [])
    words = {
        "none": "Choose the values first.",
        "replaced": "replaced or decided meanwhile",
        "own": "You entered this value yourself",
    }
    assert words[chosen] in response.content.decode()


def test_approvals_are_filtered(careful: City) -> None:
    record_measurements(by=careful.head_of_works, rows=[entry(careful, 3), entry(careful, 4, "parks")])
    client = browser(careful.staff)
    shown = {
        query: [each.row.department.code for each in client.get(APPROVALS + query).context["rows"]]
        for query in ("", "?department=parks", "?kpi=budget", "?kpi=complaints&department=roads")
    }
    assert shown == {
        "": ["roads", "parks"],
        "?department=parks": ["parks"],
        "?kpi=budget": [],
        "?kpi=complaints&department=roads": ["roads"],
    }


def test_approvals_take_the_same_queries_for_one_and_for_three(careful: City) -> None:
    client = browser(careful.staff)
    client.get(APPROVALS)
    taken = []
    for codes in (["roads"], ["parks", "health"]):
        record_measurements(by=careful.steward_of_health, rows=[entry(careful, 3, code) for code in codes])
        with CaptureQueriesContext(connection) as captured:
            client.get(APPROVALS)
        taken.append(len(captured))
    assert taken[0] == taken[1]


def test_the_page_of_a_value_tells_how_it_became_so(careful: City) -> None:
    record_measurements(by=None, rows=[entry(careful, 28)])
    submit(careful, 30)
    page = browser(careful.staff).get(VALUE)
    value = page.context["value"]
    assert (value.present.value, value.waits.row.value, len(value.revisions)) == (28.0, 30.0, 2)
    assert browser(careful.staff).post(VALUE, {"do": "approve", "row": value.waits.row.pk}).status_code == 302
    assert counts() == [30.0]


def test_what_waits_is_not_told_to_those_who_are_not_near(careful: City) -> None:
    waiting = submit(careful, 30)
    page = browser(careful.viewer).get(VALUE)
    assert (page.context["value"].waits, page.context["value"].revisions) == (None, [])
    answer = browser(careful.steward_of_health).post(VALUE, {"do": "approve", "row": waiting.pk})
    assert (answer.status_code, counts()) == (403, [])


def test_a_place_that_is_none_is_not_found(city: City) -> None:
    for query in ("?department=roads&period=2020", "?department=works&period=2020-03"):
        assert browser(city.staff).get(f"/performance/value/complaints/{query}").status_code == 404


def test_without_a_place_the_latest_value_of_the_first_series_is_shown(city: City) -> None:
    context = browser(city.viewer).get("/performance/value/complaints/").context
    latest = Calendar().previous(Calendar().containing(timezone.localdate(), Frequency.MONTH))
    assert (context["department"].code, context["value"].place.period) == ("health", latest)


def test_a_file_is_kept_sent_and_removed(city: City) -> None:
    client = browser(city.head_of_works)
    file = io.BytesIO(PDF)
    file.name = "desk.pdf"
    where = "?department=roads&period=2020-03"
    kept = client.post(f"/performance/evidence-for/complaints/{where}", {"file": file})
    assert (kept.status_code, kept["Location"]) == (302, VALUE)
    stored = Evidence.objects.get()
    assert "desk.pdf" in client.get(VALUE).content.decode()
    sent = client.get(f"/performance/evidence/{stored.pk}/")
    assert (sent.content, sent["X-Content-Type-Options"]) == (PDF, "nosniff")
    assert sent["Content-Disposition"].startswith("attachment")
    assert browser(city.viewer).get(f"/performance/evidence/{stored.pk}/").status_code == 403
    assert browser(city.steward_of_health).get(f"/performance/evidence/{stored.pk}/").status_code == 404
    assert client.post(f"/performance/evidence/{stored.pk}/remove/", {"reason": ""}).status_code == 400
    gone = client.post(f"/performance/evidence/{stored.pk}/remove/", {"reason": "It names people."})
    assert (gone.status_code, client.get(f"/performance/evidence/{stored.pk}/").status_code) == (302, 404)
    assert "It names people." in client.get(VALUE).content.decode()


def test_a_file_of_another_kind_is_refused_with_its_reason(city: City) -> None:
    file = io.BytesIO(b"<html>")
    file.name = "page.pdf"
    where = "?department=roads&period=2020-03"
    answer = browser(city.staff).post(f"/performance/evidence-for/complaints/{where}", {"file": file})
    assert (answer.status_code, Evidence.objects.count()) == (400, 0)
    assert "This is no PDF file" in answer.content.decode()


def test_a_period_is_closed_and_opened_again(city: City) -> None:
    client = browser(city.staff)
    assert client.get("/performance/periods/close/2026-Q1/").status_code == 200
    closed = client.post("/performance/periods/close/2026-Q1/")
    assert (closed.status_code, closed["Location"]) == (302, "/performance/periods/?frequency=quarter")
    listed = client.get("/performance/periods/?frequency=quarter").context["rows"]
    assert [each["code"] for each in listed if not each["row"].is_open] == ["2026-Q1"]
    months = client.get("/performance/periods/").context["rows"]
    assert {each["code"]: each["with_text"] for each in months if not each["row"].is_open} == {
        "2026-01": "Q1 2026",
        "2026-02": "Q1 2026",
        "2026-03": "Q1 2026",
    }
    refused = client.post(ENTER, FORM | {"period": "2026-03"})
    assert (refused.status_code, list(refused.context["entry_form"].errors)) == (400, ["reason"])
    closing = PeriodClosing.objects.get()
    reopen = f"/performance/periods/{closing.pk}/reopen/"
    assert client.post(reopen, {"reason": ""}).status_code == 400
    assert client.post(reopen, {"reason": "Late forms."}).status_code == 302
    assert client.post(reopen, {"reason": "Again."}).status_code == 409
    assert "Late forms." in client.get("/performance/periods/").content.decode()


def test_periods_count_what_is_in_what_is_expected_and_what_waits(careful: City) -> None:
    in_march = month(2026, 3)
    record_measurements(by=None, rows=[entry(careful, 3)._replace(period=in_march)])
    record_measurements(by=careful.head_of_works, rows=[entry(careful, 4, "parks")._replace(period=in_march)])
    save_drafts(by=careful.staff, rows=[entry(careful, 5, "health")._replace(period=in_march)])
    client = browser(careful.viewer)
    counted = {}
    for frequency in ("month", "quarter", "year"):
        for each in client.get(f"/performance/periods/?frequency={frequency}").context["rows"]:
            row = each["row"]
            counted[each["code"]] = (row.reported, row.expected, row.waiting)
    assert (counted["2026-03"], counted["2026-02"]) == ((1, 3, 1), (0, 3, 0))
    assert (counted["2026-Q1"], counted["2025"]) == ((1, 9, 1), (0, 3 * 12 + 1, 0))


def test_a_closed_quarter_is_told_with_the_value(city: City) -> None:
    close_period(by=city.staff, frequency="quarter", period=2020 * 4)
    assert "Closed with Q1 2020" in browser(city.viewer).get(VALUE).content.decode()


def test_the_page_of_the_kpi_tells_what_waits_and_leads_to_each_value(careful: City) -> None:
    record_measurements(by=None, rows=[entry(careful, 28)])
    submit(careful, 30)
    path = "/performance/kpis/complaints/?department=works&period=2020-03"
    page = browser(careful.staff).get(path)
    (row,) = page.context["waits"]
    assert (row.period, row.present, row.row.value, row.row.state) == ("March 2020", 28.0, 30.0, "submitted")
    assert VALUE.replace("&", "&amp;") in page.content.decode()
    assert browser(careful.viewer).get(path).context["waits"] == []


def test_page_and_rest_leave_identical_rows_and_history(careful: City, sam: Caller) -> None:
    """Roads by page, Parks by REST: submitted, returned, submitted again and approved."""
    head, office = browser(careful.head_of_works), browser(careful.staff)

    def waiting(department: str) -> int:
        return Measurement.objects.current().get(pending=True, department=careful[department]).pk

    for value in ("30", "31"):
        head.post(ENTER, FORM | {"value": value, "reason": "recount"})
        row = {"kpi": "complaints", "department": "parks", "period": "2020-03", "reason": "recount"}
        head.put("/api/v1/measurements/", [row | {"value": float(value)}], "application/json")
        if value == "30":
            office.post(APPROVALS, {"do": "return", "row": [waiting("roads")], "comment": "Again."})
            sam("POST", "measurements/return/", {"ids": [waiting("parks")], "comment": "Again."})
    office.post(APPROVALS, {"do": "approve", "row": [waiting("roads")]})
    sam("POST", "measurements/approve/", {"ids": [waiting("parks")]})
    left = {
        code: list(
            Measurement.objects.filter(department=careful[code])
            .order_by("pk")
            .values_list("value", "state", "pending", "reason", "comment", "recorded_by", "approved_by")
        )
        for code in ("roads", "parks")
    }
    assert left["roads"] == left["parks"]
    by, office_pk = careful.head_of_works.pk, careful.staff.pk
    assert left["roads"] == [
        (30.0, "returned", True, "recount", "Again.", by, office_pk),
        (31.0, "approved", False, "recount", "", by, office_pk),
    ]
    assert len(set(Measurement.objects.filter(known_to=None).values_list("known_from"))) == 2
