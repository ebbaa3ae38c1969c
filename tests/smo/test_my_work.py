"""My work: what is due from somebody, entered right there."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.test.html import parse_html
from django.utils import timezone

from kpis.actions import Entry, change_kpi, create_kpi, open_series, record_measurements
from kpis.engine.frequency import Frequency
from kpis.models import KPI, Measurement, Series
from kpis.queries import calendar
from kpis.wording import last_ended
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department, User
from smo.home.badge import forget_badge, waiting_count

JSON = {"Accept": "application/json"}
Visit = Callable[[User], Client]


@pytest.fixture
def visit() -> Visit:
    """A browser in which somebody is signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="org.sign_in.EmailBackend")
        return client

    return sign_in


def person(name: str, role: str, where: str = "") -> User:
    """Somebody with a role on a department."""
    user = create_user(by=None, email=f"{name.lower()}@city.example", name=name)
    place = Department.objects.get(code=where) if where else None
    grant_role(by=None, user=user, role=role, department=place)
    return user


@pytest.fixture
def stella(db: None) -> User:
    """A steward of two series of Roads; the year-old first values make the gaps since then due."""
    city = create_department(by=None, code="city", name="City")
    create_department(by=None, code="roads", name="Roads", parent=city)
    stella = person("Stella", Role.CONTRIBUTOR, "roads")
    for code in ("potholes", "signals"):
        kpi = create_kpi(
            by=None,
            code=code,
            name=code.title(),
            unit="holes",
            decimals=0,
            frequency="month",
            direction="down",
            time_rollup="sum",
            department_rollup="sum",
        )
        open_series(by=None, kpi=kpi, department=Department.objects.get(code="roads"), steward=stella)
        rows = [Entry(kpi.pk, Department.objects.get(code="roads").pk, latest() - 2, 40.0)]
        record_measurements(by=None, rows=rows)
    return stella


def latest() -> int:
    """The ordinal of the latest ended month."""
    return last_ended(calendar(), Frequency.MONTH, timezone.localdate()).ordinal


def field(kind: str, code: str, back: int = 0) -> str:
    """The name of a field of the grid: of a KPI, so many months before the latest."""
    return f"{kind}-{Series.objects.get(kpi__code=code).pk}-{latest() - back}"


def test_it_lists_every_value_that_is_due_with_the_one_before(stella: User, visit: Visit) -> None:
    page = visit(stella).get("/my-work/")
    lines = [line for band in page.context["grid"].bands for line in band.lines]
    assert [(line.series.kpi.code, line.before) for line in lines] == [
        ("potholes", "40"),
        ("signals", "40"),
        ("potholes", "40"),
        ("signals", "40"),
    ]
    parse_html(page.content.decode())


def test_a_cell_that_is_sent_by_itself_is_answered_with_what_became_of_it(stella: User, visit: Visit) -> None:
    client = visit(stella)
    data = {
        field("value", "potholes"): "41",
        field("note", "potholes"): "Frost",
        field("value", "signals"): "x",
    }
    answer = client.post("/my-work/", data, headers=JSON)
    cells = answer.json()["cells"]
    assert {name: cell["outcome"] for name, cell in cells.items()} == {
        field("value", "potholes").removeprefix("value-"): "stored",
        field("value", "signals").removeprefix("value-"): "wrong",
    }
    stored = Measurement.objects.get(period=latest())
    assert (stored.value, stored.note, stored.recorded_by) == (41.0, "Frost", stella)


def test_without_scripts_what_is_wrong_comes_back_as_it_was_typed(stella: User, visit: Visit) -> None:
    data = {field("value", "potholes"): "41", field("value", "signals"): "manyfold"}
    answer = visit(stella).post("/my-work/", data)
    assert answer.status_code == 400
    html = answer.content.decode()
    assert "1 value is stored." in html
    assert 'value="manyfold"' in html
    assert "“manyfold” is no number." in html


def test_without_scripts_everything_in_order_leads_back(stella: User, visit: Visit) -> None:
    answer = visit(stella).post("/my-work/", {field("value", "potholes"): "41"})
    assert (answer.status_code, answer["Location"]) == (302, "/my-work/")


def test_a_value_of_another_is_forbidden(stella: User, visit: Visit) -> None:
    other = person("Otto", Role.CONTRIBUTOR, "roads")
    answer = visit(other).post("/my-work/", {field("value", "potholes"): "41"}, headers=JSON)
    assert answer.status_code == 403
    assert not Measurement.objects.filter(period=latest()).exists()


@pytest.mark.parametrize(
    ("role", "where", "query", "count"),
    [
        (Role.DEPARTMENT_HEAD, "roads", "", 4),
        (Role.DEPARTMENT_HEAD, "roads", "?of=mine", 0),
        (Role.DEPARTMENT_HEAD, "roads", "?of=all", 4),  # not theirs to choose: as without it
        (Role.SMO_STAFF, "", "", 2),  # of everyone only the latest period
        (Role.VIEWER, "", "?of=departments", 0),
    ],
)
def test_whose_values_are_listed(
    stella: User, visit: Visit, role: str, where: str, query: str, count: int
) -> None:
    page = visit(person("Hana", role, where)).get(f"/my-work/{query}")
    assert page.context["grid"].count == count


def test_where_nothing_is_due_it_says_until_when(stella: User, visit: Visit) -> None:
    client = visit(stella)
    for code in ("potholes", "signals"):
        for back in (0, 1):
            client.post("/my-work/", {field("value", code, back): "40"})
    page = client.get("/my-work/")
    assert page.context["grid"].next_on > timezone.localdate() - dt.timedelta(days=1)
    assert "No value is due until" in page.content.decode()


def test_the_rail_counts_what_waits(stella: User, visit: Visit) -> None:
    client = visit(stella)
    assert waiting_count(stella) == 4
    client.post("/my-work/", {field("value", "potholes"): "40"}, headers=JSON)
    assert waiting_count(stella) == 3
    assert '<span class="rail-badge">3</span>' in client.get("/performance/kpis/").content.decode()


def test_the_count_is_not_made_for_every_page(
    stella: User, django_assert_num_queries: Callable[..., object]
) -> None:
    forget_badge(stella)
    waiting_count(stella)
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        waiting_count(stella)


@pytest.fixture
def submitted(stella: User) -> Measurement:
    """A value that Stella handed in and somebody is to approve."""
    kpi = KPI.objects.get(code="potholes")
    change_kpi(by=None, kpi=kpi, approval_needed=True)
    roads = Department.objects.get(code="roads")
    record_measurements(by=stella, rows=[Entry(kpi.pk, roads.pk, latest(), 44.0, note="Frost")])
    return Measurement.objects.get(pending=True)


def test_a_head_approves_from_the_list(submitted: Measurement, visit: Visit) -> None:
    client = visit(person("Hana", Role.DEPARTMENT_HEAD, "roads"))
    page = client.get("/my-work/?show=approvals")
    [waiting] = page.context["waiting"]
    assert (waiting.row.pk, waiting.value, waiting.present) == (submitted.pk, "44", "")

    client.post("/my-work/decide/", {"one": submitted.pk})

    submitted.refresh_from_db()
    assert (submitted.state, submitted.pending) == ("approved", False)
    assert client.get("/my-work/?show=approvals").context["waiting"] == []


def test_a_returned_value_is_in_the_stewards_grid_with_the_words(
    stella: User, submitted: Measurement, visit: Visit
) -> None:
    data = {"row": submitted.pk, "deed": "return", "comment": "With or without the harbour?"}
    visit(person("Hana", Role.DEPARTMENT_HEAD, "roads")).post("/my-work/decide/", data)

    page = visit(stella).get("/my-work/")
    [line] = [
        line for band in page.context["grid"].bands for line in band.lines if line.key.endswith(str(latest()))
        and line.series.kpi.code == "potholes"
    ]  # fmt: skip
    assert (line.value, line.note, line.returned) == ("44", "Frost", "With or without the harbour?")
    visit(stella).post("/my-work/", {field("value", "potholes"): "43"}, headers=JSON)
    assert Measurement.objects.current().get(pending=True).state == "submitted"


def test_a_return_without_a_word_is_refused(submitted: Measurement, visit: Visit) -> None:
    client = visit(person("Hana", Role.DEPARTMENT_HEAD, "roads"))
    page = client.post("/my-work/decide/", {"row": submitted.pk, "deed": "return"}, follow=True)
    assert "Say what is to be mended." in page.content.decode()
    submitted.refresh_from_db()
    assert submitted.state == "submitted"


def test_what_waits_for_others_cannot_be_decided(submitted: Measurement, visit: Visit) -> None:
    create_department(by=None, code="parks", name="Parks", parent=Department.objects.get(code="city"))
    head = visit(person("Piet", Role.DEPARTMENT_HEAD, "parks"))
    assert head.post("/my-work/decide/", {"row": submitted.pk}).status_code == 404


def not_on_the_last_day_of_a_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """On that day the month has ended, but a value that is due without delay is not late yet."""
    real, tomorrow = timezone.localdate, timezone.localdate() + dt.timedelta(days=1)
    if tomorrow.day == 1:
        monkeypatch.setattr(timezone, "localdate", lambda value=None: real(value) if value else tomorrow)


def test_the_strategy_office_sees_who_is_late_and_reminds_once_a_day(
    stella: User, visit: Visit, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    not_on_the_last_day_of_a_month(monkeypatch)
    KPI.objects.get(code="potholes").definitions.update(due_days=0)
    client = visit(person("Sam", Role.SMO_STAFF))
    open_series(by=None, kpi=KPI.objects.get(code="potholes"), department=Department.objects.get(code="city"))
    late = client.get("/my-work/?show=late").context["late"]
    assert [(each.person, len(each.late), each.reminded) for each in late][:2] == [
        (None, 1, False),
        (stella, len(late[1].late), False),
    ]
    for _again in range(2):
        page = client.post(f"/my-work/remind/{stella.pk}/", follow=True)
    assert "was reminded today already" in page.content.decode()
    assert [mail.to for mail in mailoutbox] == [[stella.email]]
    assert [each.reminded for each in page.context["late"] if each.person == stella] == [True]


def test_nobody_else_chases(stella: User, visit: Visit) -> None:
    client = visit(person("Hana", Role.DEPARTMENT_HEAD, "roads"))
    assert client.get("/my-work/?show=late").context["shown"] == "values"
    assert client.post(f"/my-work/remind/{stella.pk}/").status_code == 403


def test_what_is_due_by_rest_is_what_the_page_lists(stella: User, visit: Visit) -> None:
    client = visit(stella)
    results = client.get("/api/v1/due-items/").json()["results"]
    lines = [line for band in client.get("/my-work/").context["grid"].bands for line in band.lines]
    assert [(each["url"], each["due_on"], each["late"], each["detail"]) for each in results] == [
        (f"/my-work/#v-{line.key}", line.due_on.isoformat(), line.late, "Roads") for line in lines
    ]
    asked = visit(person("Sam", Role.SMO_STAFF)).get(f"/api/v1/due-items/?person={stella.email}")
    assert asked.json()["results"] == results


def test_nobody_is_asked_for_who_is_not_there(stella: User, visit: Visit) -> None:
    answer = visit(person("Sam", Role.SMO_STAFF)).get("/api/v1/due-items/?person=nobody@city.example")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "person")


@pytest.mark.parametrize(
    ("roles", "page"),
    [
        ([Role.CONTRIBUTOR], "/my-work/"),
        ([Role.DEPARTMENT_HEAD, Role.VIEWER], "/my-work/"),
        ([Role.CONTRIBUTOR, Role.EXECUTIVE], "/"),
        ([Role.SMO_STAFF], "/"),
        ([Role.VIEWER], "/"),
    ],
)
def test_those_who_report_land_on_what_is_due(db: None, roles: list[str], page: str) -> None:
    user = create_user(by=None, email="ann@city.example", name="Ann", password="by-the-harbour-wall")
    for role in roles:
        grant_role(by=None, user=user, role=role)
    data = {"login": user.email, "password": "by-the-harbour-wall"}
    assert Client().post("/accounts/login/", data)["Location"] == page
    wanted = "/performance/kpis/"
    assert Client().post("/accounts/login/", data | {"next": wanted})["Location"] == wanted


FILL = "/my-work/by-kpi/potholes/"


def test_by_kpi_shows_six_periods_with_what_is_stored(stella: User, visit: Visit) -> None:
    page = visit(stella).get(FILL)
    [row] = page.context["rows"]
    assert (row.series.department.code, [cell.value for cell in row.cells]) == (
        "roads",
        ["", "", "", "40", "", ""],
    )
    assert page.context["later_url"] == ""
    [row] = visit(stella).get(FILL + page.context["earlier_url"]).context["rows"]
    assert [cell.key.rsplit("-", 1)[1] for cell in row.cells] == [
        str(latest() - each) for each in range(11, 5, -1)
    ]


def test_by_kpi_a_gap_is_filled_and_a_correction_asks_for_its_reason(stella: User, visit: Visit) -> None:
    data = {
        field("value", "potholes", 4): "38",
        field("value", "potholes", 2): "41",
        field("value", "potholes", 1): "",
    }
    answer = visit(stella).post(FILL, data)
    assert answer.status_code == 400
    assert field("reason", "potholes", 2) in answer.content.decode()
    assert visit(stella).post(FILL, data | {field("reason", "potholes", 2): "Recounted"}).status_code == 302
    values = Measurement.objects.current().filter(kpi__code="potholes").order_by("period")
    assert list(values.values_list("period", "value")) == [(latest() - 4, 38.0), (latest() - 2, 41.0)]


def test_what_stands_there_already_is_not_said_to_be_stored(stella: User, visit: Visit) -> None:
    data = {field("value", "potholes", 2): "40", field("value", "potholes", 1): "42"}
    page = visit(stella).post(FILL, data, follow=True)
    assert "1 value is stored." in page.content.decode()


def test_by_kpi_a_period_that_does_not_exist_is_not_found(stella: User, visit: Visit) -> None:
    assert visit(stella).get(FILL + "?until=2026-99").status_code == 404
