"""Risks from files: the real register of a space agency, a round trip, and cells that say several things."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from core.imports import attempt
from core.mapping import ColumnChoice, Mapped, guess, read_mapped, read_sheet
from core.mapping.mapping import completed
from risks.enums import RatingKind
from risks.imports import import_fields, import_risks
from risks.imports.lines import actions_in
from risks.models import Mitigation, Risk, RiskCategory, RiskMatrix, RiskRating
from tests.kpis.test_import_pages import browser
from tests.risks.conftest import BANDS, Register
from tests.risks.test_register import rate

COLUMNS = {
    "risk_id": "code",
    "title": "title",
    "risk_statement": "event",
    "context": "cause",
    "affinity_group": "category",
    "likelihood": "likelihood",
    "consequence": "impact",
    "open_date_raw": "rated_on",
    "planned_closure_raw": "actions_due_on",
    "mitigation_steps": "actions",
}
DAY = dt.date(2026, 11, 1)


@pytest.fixture
def matrix(db: None) -> RiskMatrix:
    """Five by five, for levels up to five."""
    levels = [{"label": f"Level {n}", "text": ""} for n in range(1, 6)]
    return RiskMatrix.objects.create(
        name="Five", likelihoods=levels, impacts=levels, bands=BANDS, is_current=True
    )


def mapped(path: Path) -> Mapped:
    """As somebody would say it on the page: days with the month first."""
    sheet = read_sheet(path.name, path.read_bytes())
    mapping = {
        position: ColumnChoice(COLUMNS[header], format="mdy" if header.endswith("_raw") else "")
        for position, header in enumerate(sheet.headers)
        if header in COLUMNS
    }
    return read_mapped(sheet, completed(sheet, mapping, import_fields()), import_fields())


def store(found: Mapped, matrix: RiskMatrix) -> Any:
    """Store what could be read of every row."""
    said = {"matrix": matrix, "rated_on": DAY}
    return attempt(
        lambda: import_risks(by=None, rows=found.rows, columns=found.columns, said=said, skip_bad=False),
        dry_run=False,
    )


def everything() -> list[Any]:
    """All that an import could change."""
    return [
        list(model.objects.order_by("pk").values()) for model in (Risk, RiskRating, Mitigation, RiskCategory)
    ]


@pytest.mark.shared_data
def test_the_register_of_a_space_agency_comes_with_its_impossible_days_told(
    shared_data: Path, matrix: RiskMatrix
) -> None:
    found = mapped(shared_data / "risks" / "nasa_gcd_risk_register.csv")
    told = {(fault.line, fault.field) for fault in found.faults}
    assert len(told) == len(found.faults)
    assert {field for _line, field in told} == {"open_date_raw", "planned_closure_raw"}
    assert len(told) == 7
    store(found, matrix)
    risk = Risk.objects.get(code="BN-3")
    rating = risk.ratings.get()
    assert (rating.likelihood, rating.impact, rating.score, rating.rated_on) == (
        4,
        2,
        8,
        dt.date(2020, 9, 11),
    )
    assert [(each.name[:30], each.due_on) for each in risk.mitigations.all()] == [
        ("We have submitted a request to", dt.date(2021, 3, 3)),
        ("We have examined potential new", dt.date(2021, 3, 3)),
    ]
    # An impossible day is no day: the one of the whole file counts, none is guessed.
    assert Risk.objects.get(code="BN-1").ratings.get().rated_on == DAY
    assert not Risk.objects.get(code="CO2-1").ratings.exists()
    assert Risk.objects.count() == 11
    before = everything()
    store(found, matrix)
    assert everything() == before


@pytest.mark.django_db
def test_a_register_that_went_out_comes_in_and_changes_nothing(register: Register) -> None:
    rate(register, register.frost, 3, 2)
    RiskRating.objects.create(
        risk=register.frost, kind=RatingKind.TARGET, matrix=register.matrix, likelihood=1, impact=2, score=2,
        rated_on=DAY,
    )  # fmt: skip
    Risk.objects.filter(pk=register.frost.pk).update(cause="“Cold”;\nvery", owner=register.town.lina)
    data = browser(register.staff).get(reverse("risks"), {"format": "csv"}).content
    sheet = read_sheet("risks.csv", data)
    mapping = completed(sheet, guess(sheet, import_fields(), {}), import_fields())
    found = read_mapped(sheet, mapping, import_fields())
    before = everything()
    store(found, register.matrix)
    assert (found.faults, everything()) == ([], before)
    assert {"code", "kind", "owner", "department", "likelihood", "target_impact"} <= set(found.columns)


@pytest.mark.parametrize(
    ("cell", "actions"),
    [
        ("", []),
        ("[]", []),
        ("Check it\n\n- Mend it\nCheck it", ["Check it", "Mend it"]),
        ('["Check it", "Mend it"]', ["Check it", "Mend it"]),
        ('[{"step": "Check it", "dates": []}]', ["Check it"]),
        ("[sic] Check it", ["[sic] Check it"]),
    ],
)
def test_a_cell_may_hold_several_actions(cell: str, actions: list[str]) -> None:
    assert actions_in(cell) == actions


@pytest.mark.django_db
def test_levels_that_the_matrix_does_not_have_are_refused_with_their_line(register: Register) -> None:
    sheet = read_sheet("a.csv", b"code,title,likelihood,impact\nA,One,4,1\nB,Two,3,3\n")
    mapping = completed(sheet, guess(sheet, import_fields(), {}), import_fields())
    found = read_mapped(sheet, mapping, import_fields())
    outcome = store(found, register.matrix)
    assert [(fault.line, fault.field) for fault in outcome.faults] == [(2, "likelihood")]
    assert not Risk.objects.filter(code="A").exists()
