"""Estimates and runs: what is kept, what is refused, what the pages and the API say."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from core.errors import Conflict, Refused
from org.actions import create_user, grant_role
from org.enums import Role
from org.models import Department
from risks.actions.exposure import compute_exposure, estimate_risk, forget_estimate
from risks.enums import Confidentiality, MitigationState, RiskKind, Spread
from risks.exposure.comparing import compared
from risks.exposure.inputs import Scope, inputs_of
from risks.models import ExposureRun, LossAppetite, Mitigation, Risk, RiskCategory, RiskQuantity, SharedCause

FIRE = {"probability": 0.5, "low": 100.0, "likely": 100.0, "high": 100.0}


@pytest.fixture
def fire(db: None) -> Risk:
    """100 every other year, tied to a cause; an open action of 20 halves it, another is done."""
    cause = SharedCause.objects.create(name="Frost", strength=0.4)
    risk = Risk.objects.create(code="FIRE", title="The depot burns", shared_cause=cause)
    Mitigation.objects.create(risk=risk, name="Walls", cost=Decimal(20))
    Mitigation.objects.create(risk=risk, name="Alarm", cost=Decimal(900), state=MitigationState.DONE)
    estimate_risk(by=None, risk=risk, after_probability=0.25, **FIRE)
    return risk


def test_a_run_keeps_what_it_started_from(fire: Risk) -> None:
    Risk.objects.create(code="FLOOD", title="The sea comes")
    Risk.objects.create(code="OLD", title="Closed", state="closed")
    LossAppetite.objects.create(loss=50, probability=0.1)
    assert inputs_of(Scope()) == {
        "scope": {"department": "", "category": "", "kind": ""},
        "risks": [
            {
                "code": "FIRE",
                "title": "The depot burns",
                "kind": "threat",
                "cause": "Frost",
                "cost": 20.0,
                "spread": "three_point",
                "after_probability": 0.25,
                "after_factor": None,
                **FIRE,
            }
        ],
        "causes": {"Frost": 0.4},
        "without": [{"code": "FLOOD", "title": "The sea comes"}],
        "appetite": [{"loss": 50.0, "most": 0.1}],
    }


def test_a_run_is_told_against_appetite_and_what_the_response_saves(fire: Risk) -> None:
    LossAppetite.objects.create(loss=50, probability=0.3)
    LossAppetite.objects.create(loss=100, probability=0.01)
    result = compute_exposure(by=None, name="Now", years=20_000).result
    verdicts = [(each["loss"], each["verdict"], each["verdict_after"]) for each in result["appetite"]]
    assert verdicts == [(50.0, "above", "within"), (100.0, "within", "within")]
    (part,) = result["parts"]
    assert part["saved"]["low"] < 25 < part["saved"]["high"]
    assert (part["key"], part["cost"], round(part["share"], 6)) == ("FIRE", 20.0, 1.0)


def test_the_same_risks_and_seed_give_the_same_result_another_seed_does_not(fire: Risk) -> None:
    first, again, other = (
        compute_exposure(by=None, name="R", seed=seed, years=2000).result for seed in (3, 3, 4)
    )
    assert first == again
    assert first["now"]["expected"] != other["now"]["expected"]


def test_an_opportunity_is_a_gain_and_the_kind_can_be_chosen(fire: Risk) -> None:
    grant = Risk.objects.create(code="GRANT", title="A grant", kind=RiskKind.OPPORTUNITY)
    estimate_risk(by=None, risk=grant, **FIRE | {"probability": 1.0})
    run = compute_exposure(by=None, name="Up", years=1000, scope=Scope(kind=RiskKind.OPPORTUNITY))
    assert [row["code"] for row in run.inputs["risks"]] == ["GRANT"]
    assert run.result["now"]["expected"] == {"value": -100.0, "low": -100.0, "high": -100.0}


def test_a_scope_is_a_category_or_a_department(fire: Risk) -> None:
    category = RiskCategory.objects.create(name="Nature")
    nowhere = Department.objects.create(code="none", name="Not in the tree")
    for scope in (Scope(category=category), Scope(department=nowhere)):
        with pytest.raises(Refused, match="has numbers"):
            compute_exposure(by=None, name="Part", years=1000, scope=scope)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"probability": 1.5}, "probability"),
        ({"probability": None}, "probability"),
        ({"high": float("inf")}, "high"),
        ({"low": 200.0}, "high"),
        ({"likely": None}, "likely"),
        ({"likely": 99.0}, "likely"),
        ({"spread": Spread.LOGNORMAL, "low": 0.0}, "low"),
        ({"spread": Spread.LOGNORMAL, "high": 1e9}, "low"),
        ({"after_factor": 11.0}, "after_factor"),
    ],
)
def test_numbers_that_cannot_be_are_refused_at_their_field(
    fire: Risk, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        estimate_risk(by=None, risk=fire, **FIRE | wrong)
    assert field in {fault.field for fault in refusal.value.faults}
    assert RiskQuantity.objects.get().probability == 0.5


def test_an_archived_risk_keeps_its_numbers(fire: Risk) -> None:
    quantity = RiskQuantity.objects.select_related("risk").get()
    quantity.risk.archived_on = quantity.estimated_on
    quantity.risk.save()
    for act in (
        lambda: estimate_risk(by=None, risk=quantity.risk, **FIRE),
        lambda: forget_estimate(by=None, quantity=quantity),
    ):
        with pytest.raises(Conflict, match="archived"):
            act()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"name": " "}, "name"), ({"years": 10}, "years"), ({"years": 10**9}, "years"), ({"seed": -1}, "seed")],
)
def test_a_run_that_cannot_be_is_refused(fire: Risk, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        compute_exposure(by=None, **{"name": "Now", "years": 1000} | wrong)
    assert [fault.field for fault in refusal.value.faults] == [field]
    assert not ExposureRun.objects.exists()


def test_two_runs_tell_what_changed(fire: Risk) -> None:
    before = compute_exposure(by=None, name="Before", years=5000)
    same = compute_exposure(by=None, name="Same", years=5000)
    estimate_risk(by=None, risk=fire, probability=0.1)
    after = compute_exposure(by=None, name="After", years=5000)
    assert "about the same" in compared(before, same).change
    told = compared(after, before)
    assert (told.before, told.after) == (before, after)
    assert "less" in told.change
    assert [name for name, _cells in told.risks.rows] == ["The depot burns"]


@pytest.fixture
def staff(db: None) -> Client:
    """Somebody of the office, signed in."""
    user = create_user(by=None, email="ana@city.example", name="Ana")
    grant_role(by=None, user=user, role=Role.SMO_STAFF)
    client = Client()
    client.force_login(user)
    return client


def test_the_pages_lead_from_an_estimate_to_a_run_and_a_comparison(fire: Risk, staff: Client) -> None:
    LossAppetite.objects.create(loss=50, probability=0.3)
    form = {"probability": "20", "spread": "lognormal", "low": "50", "high": "500", "after_factor": "150"}
    assert staff.post("/risks/FIRE/numbers/", form).headers["Location"] == "/risks/FIRE/"
    quantity = RiskQuantity.objects.get()
    assert (quantity.probability, quantity.likely, quantity.after_factor) == (0.2, None, 1.5)
    assert "nine times in ten between 50 and 500" in staff.get("/risks/FIRE/").content.decode()
    asked = {"name": "One", "years": "10000", "seed": "1"}
    first = staff.post("/register/exposure/new/", asked).headers["Location"]
    second = staff.post("/register/exposure/new/", asked | {"name": "Two"}).headers["Location"]
    page = staff.get(first).content.decode()
    assert "Within appetite" in page
    assert all(f'id="{picture}-figure"' in page for picture in ("curve", "drivers", "saving"))
    assert "10,000</span> simulated years, seed 1" in page
    ids = [url.rstrip("/").rsplit("/", 1)[1] for url in (first, second)]
    side_by_side = staff.get(f"/register/exposure/compare/?run={ids[0]}&run={ids[1]}").content.decode()
    assert "about the same" in side_by_side
    assert "One" in staff.get("/register/exposure/").content.decode()
    assert staff.post(f"{first}remove/").headers["Location"] == "/register/exposure/"
    assert [run.name for run in ExposureRun.objects.all()] == ["Two"]


def test_the_api_computes_what_the_page_computes(fire: Risk, staff: Client) -> None:
    made = staff.post(
        "/api/v1/exposure-runs/", {"name": "One", "years": 2000, "kind": "threat"}, "application/json"
    ).json()
    run = compute_exposure(by=None, name="Two", years=2000, scope=Scope(kind="threat"))
    assert made["expected"] == run.result["now"]["expected"]
    whole = staff.get(f"/api/v1/exposure-runs/{made['id']}/result/").json()
    assert whole["result"] == run.result
    assert whole["inputs"] == run.inputs


def test_numbers_of_a_restricted_risk_are_as_hidden_as_the_risk(fire: Risk) -> None:
    Risk.objects.update(confidentiality=Confidentiality.RESTRICTED)
    head = create_user(by=None, email="bo@city.example", name="Bo")
    elsewhere = Department.objects.create(code="health", name="Health")
    grant_role(by=None, user=head, role=Role.DEPARTMENT_HEAD, department=elsewhere)
    client = Client()
    client.force_login(head)
    quantity = RiskQuantity.objects.get()
    answers = [
        client.get(f"/api/v1/risk-quantities/{quantity.pk}/").status_code,
        client.get("/risks/FIRE/numbers/").status_code,
        client.get("/register/exposure/").status_code,
        client.get("/api/v1/exposure-runs/").status_code,
    ]
    assert answers == [404, 404, 403, 403]
    assert client.get("/api/v1/risk-quantities/").json()["results"] == []
    assert client.get("/api/v1/risk-quantities/?risk=FIRE").status_code == 400
