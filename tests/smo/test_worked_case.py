"""The worked case of the semantics through the database, to the scorecard, REST and the KPI page.

City → {Works → {Roads, Parks}, Health}, January to April of last year, so that it reads the same on every
day: all four months have ended, and nothing of the rest of the year counts in them. `resolution_rate` is
computed; it weighs nothing, so that its objective's numbers can be told from those that are reported.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from kpis.actions import Entry, create_kpi, open_series, record_measurements
from kpis.actions.rollup import roll_up_all, roll_up_dirty
from kpis.models import KPI, Measurement
from kpis.queries import calendar
from org.actions import create_department, create_user, grant_role
from org.enums import Role
from org.models import Department
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from strategy.models import Plan
from strategy.scoring import as_data, read_scorecard

YEAR = timezone.localdate().year - 1
NEW_YEAR = dt.date(YEAR, 1, 1)
ADDED = {"time_rollup": "sum", "department_rollup": "sum"}
AVERAGED = {"time_rollup": "mean", "department_rollup": "mean"}

RATE = {"direction": "up", "formula": "100 * resolved / complaints", "target": 90.0, "red_line": 80.0}

# KPI: its definition, its weight in the objective, and the values of each department from January on.
REPORTED: dict[str, tuple[dict[str, Any], float, dict[str, tuple[float, ...]]]] = {
    "complaints": (
        {"direction": "down", "target": 30.0, "red_line": 40.0, **ADDED},
        2.0,
        {"roads": (40, 50, 30), "parks": (10, 20), "health": (60, 40, 50, 20)},
    ),
    "resolved": (
        {"direction": "up", "target": 25.0, "red_line": 20.0, **ADDED},
        1.0,
        {"roads": (36, 40, 30), "parks": (10, 18), "health": (45, 38, 48, 19)},
    ),
    "waiting": ({"direction": "down", **AVERAGED}, 0.0, {"roads": (10,), "parks": (20,), "health": (60,)}),
    "sickness": ({"direction": "down", **AVERAGED}, 0.0, {"roads": (10, 10, 10), "health": (40,)}),
}


@dataclass(frozen=True)
class Line:
    """What a KPI says at a department and period."""

    value: float | None
    target: float | None
    target_to_date: float | None
    score: float | None
    status: str
    counted: tuple[int, int]  # reported of expected


# (department, period without its year): KPI → line; then score, status and coverage of the objective.
EXPECTED: dict[tuple[str, str], tuple[dict[str, Line], tuple[float | None, str, float]]] = {
    ("works", "02"): (
        {
            "complaints": Line(70, 60, 60, 50, "amber", (2, 2)),
            "resolved": Line(58, 50, 50, 93 + 1 / 3, "green", (2, 2)),
            "resolution_rate": Line(82.857142857, 90, 90, 42.857142857, "amber", (2, 2)),
        },
        ((2 * 50 + 93 + 1 / 3) / 3, "amber", 1.0),
    ),
    ("works", "Q1"): (
        {
            "complaints": Line(150, 180, 150, 66 + 2 / 3, "green", (5, 6)),
            "resolved": Line(134, 150, 125, 78 + 2 / 3, "green", (5, 6)),
            "resolution_rate": Line(89 + 1 / 3, 90, 90, 64 + 4 / 9, "amber", (5, 6)),
        },
        (70 + 2 / 3, "green", 5 / 6),
    ),
    ("city", "Q1"): (
        {
            "complaints": Line(300, 270, 240, 41 + 2 / 3, "amber", (8, 9)),
            "resolved": Line(265, 225, 200, 100, "green", (8, 9)),
            "resolution_rate": Line(88 + 1 / 3, 90, 90, 61 + 1 / 9, "amber", (8, 9)),
        },
        (61 + 1 / 9, "amber", 8 / 9),
    ),
    ("city", "04"): (
        {
            "complaints": Line(20, 90, 30, 100, "insufficient_data", (1, 3)),
            "resolved": Line(19, 75, 25, 26 + 2 / 3, "insufficient_data", (1, 3)),
            "resolution_rate": Line(95, 90, 90, 83 + 1 / 3, "insufficient_data", (1, 3)),
        },
        ((200 + 26 + 2 / 3) / 3, "insufficient_data", 1 / 3),
    ),
    ("roads", "04"): (
        {
            "complaints": Line(None, 30, None, None, "late", (0, 1)),
            "resolved": Line(None, 25, None, None, "late", (0, 1)),
            "resolution_rate": Line(None, 90, 90, None, "late", (0, 1)),
        },
        (None, "insufficient_data", 0.0),
    ),
}
PLACES = list(EXPECTED)
WORDS = {
    "green": "On target",
    "amber": "Near target",
    "insufficient_data": "Insufficient data",
    "late": "Late",
}


@pytest.fixture
def city(db: None) -> dict[str, Department]:
    """The departments."""
    made: dict[str, Department] = {}
    for code, above in [
        ("city", ""),
        ("works", "city"),
        ("roads", "works"),
        ("parks", "works"),
        ("health", "city"),
    ]:
        made[code] = create_department(by=None, code=code, name=code.title(), parent=made.get(above))
    return made


@pytest.fixture
def plan(city: dict[str, Department]) -> Plan:
    """An active plan whose one objective is measured by everything that was reported."""
    plan = create_plan(by=None, name="Calm streets", code="calm", default_perspectives=False)
    objective = add_objective(by=None, plan=plan, code="O1", name="Fewer faults")
    for code, (definition, weight, values) in REPORTED.items():
        kpi = create_kpi(by=None, code=code, name=code.title(), frequency="month", **definition)
        link_kpi(by=None, objective=objective, kpi=kpi, weight=weight, since=NEW_YEAR)
        report(kpi, city, values)
    rate = create_kpi(by=None, code="resolution_rate", name="Resolution_Rate", **RATE)
    link_kpi(by=None, objective=objective, kpi=rate, weight=0.0, since=NEW_YEAR)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    roll_up_dirty()
    return plan


def report(kpi: KPI, city: dict[str, Department], values: dict[str, tuple[float, ...]]) -> None:
    """Open the series of those who report and record their values from January on."""
    for code in values:
        open_series(by=None, kpi=kpi, department=city[code], since=NEW_YEAR)
    rows = [
        Entry(kpi.pk, city[code].pk, YEAR * 12 + number, value)
        for code, row in values.items()
        for number, value in enumerate(row)
    ]
    record_measurements(by=None, rows=rows)


@pytest.fixture
def reader(plan: Plan) -> Client:
    """An ordinary employee, signed in."""
    user = create_user(by=None, email="vera@city.example", name="Vera")
    grant_role(by=None, user=user, role=Role.VIEWER)
    client = Client()
    client.force_login(user, backend="org.sign_in.EmailBackend")
    return client


def kpis_of(card: dict[str, Any]) -> dict[str, Any]:
    """The KPI lines of a scorecard as REST tells it, by code."""
    [perspective] = card["perspectives"]
    [objective] = perspective["objectives"]
    return {line["code"]: line for line in objective["kpis"]}


def told(line: dict[str, Any]) -> Line:
    """A line of REST as the case writes it."""
    counted = (line["reported"], line["expected"])
    value, target, to_date, score = (line[name] for name in ("value", "target", "target_to_date", "score"))
    return Line(value, target, to_date, score, line["status"], counted)


def close(line: Line) -> dict[str, Any]:
    """The line with its numbers compared to within 1e-9."""
    return {
        key: pytest.approx(each) if isinstance(each, float | int) else each
        for key, each in vars(line).items()
    }


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_rest_tells_the_worked_case(reader: Client, place: tuple[str, str]) -> None:
    department, period = place
    lines, (score, status, coverage) = EXPECTED[place]

    card = reader.get(f"/api/v1/scorecards/calm/?department={department}&period={YEAR}-{period}").json()

    found = kpis_of(card)
    assert {code: vars(told(found[code])) for code in lines} == {
        code: close(each) for code, each in lines.items()
    }
    [objective] = card["perspectives"][0]["objectives"]
    for node in (objective, card["perspectives"][0], card):
        assert (node["score"], node["status"]) == (score and pytest.approx(score), status)
        assert node["coverage"] == pytest.approx(coverage)


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_it_reads_the_same_as_of_the_thirtieth_of_april(
    reader: Client, plan: Plan, place: tuple[str, str]
) -> None:
    department, period = place
    lines, _node = EXPECTED[place]
    node = Department.objects.get(code=department)

    then = read_scorecard(plan, node, calendar().parse(f"{YEAR}-{period}"), dt.date(YEAR, 4, 30))

    found = kpis_of(as_data(then))
    expected = {code: close(each) for code, each in lines.items()}
    for line in expected.values():
        line["status"] = "due" if line["status"] == "late" else line["status"]
    assert {code: vars(told(found[code])) for code in lines} == expected


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_the_scorecard_writes_the_worked_case(reader: Client, place: tuple[str, str]) -> None:
    department, period = place
    lines, (score, status, _coverage) = EXPECTED[place]

    page = html.fromstring(
        reader.get(f"/performance/scorecard/?department={department}&period={YEAR}-{period}").content
    )

    written = {cells[0]: cells for cells in map(texts, page.iter("tr")) if cells}
    for code, line in lines.items():
        name, actual, target, points, word, *_more = written[code.title()]
        assert (actual, target, points, word) == (
            number(line.value),
            number(line.target_to_date if line.target_to_date is not None else line.target),
            number(line.score),
            WORDS[line.status],
        ), name
    assert written["Fewer faults"][3:5] == [number(score), WORDS[status]]
    assert written["Calm streets"][3:5] == [number(score), WORDS[status]]


def texts(row: Any) -> list[str]:
    """The texts of a table row's cells."""
    return [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")]


def number(value: float | None) -> str:
    """A number as the pages write it: one decimal, a dash for none."""
    return "–" if value is None else f"{value:.1f}"


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_the_kpi_page_shows_the_worked_case(reader: Client, place: tuple[str, str]) -> None:
    department, period = place
    lines, _node = EXPECTED[place]
    for code, line in lines.items():
        answer = reader.get(f"/performance/kpis/{code}/?department={department}&period={YEAR}-{period}")

        cell = answer.context["reading"].cell
        found = Line(
            cell.value,
            cell.anchors[0],
            cell.anchors_to_date[0],
            cell.score,
            str(cell.status),
            (cell.reported, cell.expected),
        )
        assert vars(found) == close(line)
        if line.value is not None:
            assert f'<span class="num">{line.value:.1f}</span>' in answer.content.decode()


def test_the_year_to_date_ends_with_april(reader: Client) -> None:
    to_date = {
        code: reader.get(f"/performance/kpis/{code}/?department=city&period={YEAR}-04")
        .context["reading"]
        .year_to_date
        for code in ("complaints", "resolved", "resolution_rate")
    }

    assert {code: (each.value, each.reported, each.expected) for code, each in to_date.items()} == {
        "complaints": (320, 9, 12),
        "resolved": (284, 9, 12),
        "resolution_rate": (88.75, 9, 12),
    }
    assert to_date["resolution_rate"].score == pytest.approx(62.5)


def test_a_department_that_lacks_an_input_is_left_out_of_the_rate(reader: Client) -> None:
    Measurement.objects.filter(kpi__code="resolved", department__code="parks", period=YEAR * 12 + 1).delete()
    roll_up_all()

    february = kpis_of(reader.get(f"/api/v1/scorecards/calm/?department=works&period={YEAR}-02").json())

    rate = told(february["resolution_rate"])
    assert vars(rate) == close(Line(80, 90, 90, 33 + 1 / 3, "amber", (1, 2)))  # 40 of 50, not 40 of 70


def test_a_mean_of_the_rates_of_departments_is_another_number(reader: Client) -> None:
    rates = [
        kpis_of(reader.get(f"/api/v1/scorecards/calm/?department={code}&period={YEAR}-02").json())[
            "resolution_rate"
        ]["value"]
        for code in ("roads", "parks", "works")
    ]

    assert sum(rates[:2]) / 2 == pytest.approx(85)
    assert rates[2] == pytest.approx(82.857142857)


def test_the_page_of_the_rate_links_to_what_it_is_computed_from(reader: Client) -> None:
    page: Any = html.fromstring(reader.get("/performance/kpis/resolution_rate/").content)

    [formula] = page.find_class("formula")
    assert formula.text_content() == RATE["formula"]
    assert [link.get("href").partition("?")[0] for link in formula.iter("a")] == [
        "/performance/kpis/resolved/",
        "/performance/kpis/complaints/",
    ]


def test_a_mean_takes_each_series_once_and_time_after_departments(reader: Client) -> None:
    january = kpis_of(reader.get(f"/api/v1/scorecards/calm/?department=city&period={YEAR}-01").json())
    quarter = kpis_of(reader.get(f"/api/v1/scorecards/calm/?department=city&period={YEAR}-Q1").json())

    assert (january["waiting"]["value"], quarter["sickness"]["value"]) == (30, 15)  # not 37.5, not 17.5
