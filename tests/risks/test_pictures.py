"""The heat map, what moved, arrows, courses, risk by objective and the bowtie."""

import datetime as dt
from collections.abc import Sequence

import pytest
from django.test import Client
from django.utils import timezone

from org.models import User
from risks.enums import Confidentiality, RatingKind, RiskKind, Side
from risks.matrices.scoring import band_of
from risks.models import Risk, RiskControl, RiskFactor, RiskLink, RiskMatrix, RiskRating
from risks.pictures.arrows import draw
from risks.pictures.bowtie import Bar, bowtie_of
from risks.pictures.filters import find_risks
from risks.pictures.heat import HeatMap, Layer, heat_map
from risks.pictures.movement import moves_between
from risks.pictures.objectives import read_by_objective, share_at_risk
from risks.pictures.places import Place
from risks.pictures.trends import month_ends, trends_of
from strategy.actions import add_objective, create_plan, link_kpi
from strategy.enums import PlanState
from tests.kpis.city import City, make_city

LEVELS = [{"label": word, "text": ""} for word in ("Small", "Middling", "Great")]
BANDS = [
    {"key": "low", "label": "Low", "tone": "low", "least": 1, "review_months": 12},
    {"key": "high", "label": "High", "tone": "high", "least": 5, "review_months": 3},
]
JAN, FEB, MAR, APR = (dt.date(2026, month, 15) for month in (1, 2, 3, 4))


def three() -> RiskMatrix:
    """A matrix of three by three, not stored."""
    return RiskMatrix(name="Three", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS, is_current=True)


def at(likelihood: int, impact: int) -> Place:
    score = likelihood * impact
    return Place(likelihood, impact, score, band_of(three(), score))


@pytest.fixture
def city(db: None) -> City:
    return make_city()


@pytest.fixture
def matrix(db: None) -> RiskMatrix:
    made = three()
    made.save()
    return made


def risk(code: str, matrix: RiskMatrix, *ratings: tuple[dt.date, int, int], **more: object) -> Risk:
    """A risk with current ratings: day, likelihood, impact."""
    made = Risk.objects.create(code=code, title=f"Risk {code}", **more)
    for day, likelihood, impact in ratings:
        rate(made, matrix, day, likelihood, impact)
    return made


def rate(made: Risk, matrix: RiskMatrix, day: dt.date, likelihood: int, impact: int, kind: str = "") -> None:
    RiskRating.objects.create(
        risk=made,
        kind=kind or RatingKind.CURRENT,
        matrix=matrix,
        likelihood=likelihood,
        impact=impact,
        score=likelihood * impact,
        rated_on=day,
    )


def cells(heat: HeatMap) -> dict[str, list[str]]:
    """The codes of each cell that has any."""
    return {
        cell.key: [each.risk.code for each in cell.placed]
        for row in heat.rows
        for cell in row.cells
        if cell.placed
    }


def test_the_latest_rating_of_the_layer_places_a_risk_and_others_are_named(matrix: RiskMatrix) -> None:
    old = RiskMatrix.objects.create(name="Old", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS)
    first = risk("A", matrix, (JAN, 1, 1), (FEB, 3, 2))
    rate(first, matrix, FEB, 1, 2, RatingKind.TARGET)
    risks = [first, risk("B", matrix, (FEB, 3, 2)), risk("C", old, (JAN, 3, 3)), risk("D", matrix)]
    now = heat_map(matrix, risks, Layer.CURRENT, MAR)
    assert cells(now) == {"3-2": ["A", "B"]}
    assert ([each.code for each in now.earlier], [each.code for each in now.unrated]) == (["C"], ["D"])
    assert [(each.risk.code, each.to and each.to.cell) for each in now.top] == [("A", "1-2"), ("B", None)]
    assert cells(heat_map(matrix, risks, Layer.TARGET, MAR)) == {"1-2": ["A"]}
    assert cells(heat_map(matrix, risks, Layer.CURRENT, JAN)) == {"1-1": ["A"]}


def test_movement_says_what_rose_fell_and_is_new(matrix: RiskMatrix) -> None:
    risks: Sequence[Risk] = [
        risk("UP", matrix, (JAN, 1, 1), (MAR, 3, 3)),
        risk("DOWN", matrix, (JAN, 3, 3), (MAR, 2, 3)),
        risk("SIDE", matrix, (JAN, 1, 3), (MAR, 3, 1)),
        risk("SAME", matrix, (JAN, 2, 2), (MAR, 2, 2)),
        risk("NEW", matrix, (MAR, 2, 2)),
        risk("LATER", matrix, (JAN, 1, 1), (APR, 3, 3)),
    ]
    moves = moves_between(matrix, risks, FEB, MAR)
    assert [(each.risk.code, each.change, each.words) for each in moves] == [
        ("UP", 8, "Rose"),
        ("SIDE", 0, "Moved"),
        ("DOWN", -3, "Fell"),
        ("NEW", None, "Newly rated"),
    ]


def test_arrows_go_from_cell_to_cell_and_who_stays_is_a_dot() -> None:
    picture = draw(three(), [("A", at(1, 1), at(3, 3)), ("B", None, at(1, 1)), ("C", at(3, 3), at(1, 1))])
    assert [(each.code, bool(each.path), each.tone) for each in picture.arrows] == [
        ("A", True, "rises"),
        ("B", False, "stays"),
        ("C", True, "falls"),
    ]
    first, second = picture.arrows[:2]
    assert first.x != second.x
    assert first.y != second.y  # two from one cell do not hide each other
    assert len(picture.squares) == 9


def test_a_course_has_the_score_at_each_end_of_a_month(matrix: RiskMatrix) -> None:
    days = month_ends(dt.date(2026, 4, 20), 3)
    assert [str(each) for each in days] == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-20"]
    moved = risk("A", matrix, (FEB, 1, 1), (APR, 3, 3))
    assert trends_of(matrix, [moved.pk], days) == {moved.pk: [None, 1.0, 1.0, 9.0]}


def test_the_share_at_risk_is_that_of_independent_threats() -> None:
    # Middles of thirds: 1/6, 1/2, 5/6.
    assert share_at_risk(three(), [at(2, 2)]) == pytest.approx(1 / 4)
    assert share_at_risk(three(), [at(2, 2), at(3, 3)]) == pytest.approx(1 - 3 / 4 * (1 - 25 / 36))
    assert share_at_risk(three(), []) == 0


def test_an_objective_is_touched_itself_and_through_its_kpis_once(city: City, matrix: RiskMatrix) -> None:
    plan = create_plan(by=None, code="p", name="P", starts_on=JAN, ends_on=dt.date(2029, 12, 31))
    streets = add_objective(by=None, plan=plan, code="O1", name="Streets")
    parks = add_objective(by=None, plan=plan, code="O2", name="Parks")
    link_kpi(by=None, objective=streets, kpi=city.complaints)
    both = risk("BOTH", matrix, (JAN, 2, 2))
    RiskLink.objects.create(risk=both, objective=streets)
    RiskLink.objects.create(risk=both, kpi=city.complaints)
    favour = risk("FAVOUR", matrix, (JAN, 3, 3), kind=RiskKind.OPPORTUNITY)
    RiskLink.objects.create(risk=favour, kpi=city.complaints)
    secret = risk("SECRET", matrix, (JAN, 3, 3), confidentiality=Confidentiality.RESTRICTED)
    RiskLink.objects.create(risk=secret, objective=parks)

    def told(user: User) -> list[tuple[object, ...]]:
        read = read_by_objective(user, plan, matrix, timezone.localdate())
        assert read is not None
        return [
            (
                each.line.objective.code,
                [one.risk.code for one in each.touching],
                each.share,
                [count for _band, count in each.by_band],
            )
            for each in read.lines
        ]

    streets_told = ("O1", ["FAVOUR", "BOTH"], pytest.approx(1 / 4), [1, 0])
    assert told(city.head_of_works) == [streets_told, ("O2", [], None, [0, 0])]
    assert told(city.staff) == [streets_told, ("O2", ["SECRET"], pytest.approx(25 / 36), [0, 1])]


def test_a_filter_takes_the_departments_below_and_hides_what_is_hidden(
    city: City, matrix: RiskMatrix
) -> None:
    risk("ROADS", matrix, department=city["roads"])
    risk("HEALTH", matrix, department=city["health"])
    risk("QUIET", matrix, department=city["health"], confidentiality=Confidentiality.RESTRICTED)
    found = {
        (code, user.name): sorted(each.code for each in find_risks(user, {"department": code}))
        for code in ("works", "health", "nowhere")
        for user in (city.staff, city.head_of_works)
    }
    assert found == {
        ("works", "Sam Staff"): ["ROADS"],
        ("works", "Hana Head"): ["ROADS"],
        ("health", "Sam Staff"): ["HEALTH", "QUIET"],
        ("health", "Hana Head"): ["HEALTH"],
        ("nowhere", "Sam Staff"): [],
        ("nowhere", "Hana Head"): [],
    }


def test_a_bowtie_goes_from_causes_to_consequences(matrix: RiskMatrix) -> None:
    made = risk("A", matrix, cause="Ice", event="a lamp falls", consequence="somebody is hurt")
    plain = bowtie_of(made)
    assert (plain.causes, plain.event, plain.consequences) == (["Ice"], "a lamp falls", ["somebody is hurt"])
    frost = RiskFactor.objects.create(risk=made, side=Side.CAUSE, text="Frost")
    RiskControl.objects.create(risk=made, side=Side.CAUSE, factor=frost, name="Salt", strength="weak")
    made.mitigations.create(name="Nets", side=Side.CONSEQUENCE)
    made.mitigations.create(name="Never mind", state="dropped")
    made.contingency_plans.create(name="Close the street")
    drawn = bowtie_of(made)
    assert drawn.causes == ["Frost"]
    assert drawn.before == [Bar("Salt", "Control: Weak", True, "Frost")]
    assert drawn.after == [
        Bar("Nets", "Action: Planned", False),
        Bar("Close the street", "Contingency: Ready", True),
    ]


def test_pages_and_api_show_only_what_a_reader_may_know_of(city: City, matrix: RiskMatrix) -> None:
    plan = create_plan(by=None, code="p", name="P", starts_on=JAN, ends_on=dt.date(2029, 12, 31))
    streets = add_objective(by=None, plan=plan, code="O1", name="Streets")
    plan.state = PlanState.ACTIVE
    plan.save(update_fields=["state"])
    for code, how in (("SEEN", Confidentiality.OPEN), ("QUIET", Confidentiality.RESTRICTED)):
        made = risk(code, matrix, (JAN, 2, 2), (timezone.localdate(), 3, 3), confidentiality=how)
        rate(made, matrix, JAN, 1, 1, RatingKind.TARGET)
        RiskLink.objects.create(risk=made, objective=streets)
    addresses = (
        "/register/heat-map/",
        "/register/heat-map/?layer=course",
        "/register/heat-map/?cell=3-3&since=nonsense",
        "/register/objectives/",
        "/api/v1/heat-map/",
        "/api/v1/objectives-at-risk/",
    )
    for user, knows in ((city.staff, True), (city.head_of_works, False)):
        client = Client()
        client.force_login(user)
        for address in addresses:
            answer = client.get(address)
            assert (answer.status_code, address) == (200, address)
            text = answer.content.decode()
            assert ("SEEN" in text, "QUIET" in text, address) == (True, knows, address)
