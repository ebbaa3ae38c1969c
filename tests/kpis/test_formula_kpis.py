"""Defining KPIs by formulas: by the action, in the browser, by REST and from a file."""

from pathlib import Path
from typing import Any

import pytest

from core.errors import Conflict, Refused
from kpis.actions import Entry, change_kpi, create_kpi, open_series, record_measurements, roll_up_dirty
from kpis.formulas.checking import MOST_STEPS
from kpis.formulas.lineage import FormulaPart, read_lineage
from kpis.models import KPI, Definition, Series
from kpis.queries import definition_of
from tests.core.api.conftest import Caller
from tests.kpis.api.test_measurements import faults
from tests.kpis.city import City, month
from tests.kpis.imports.commands import run, write_csv
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import NEW

FORMULA = "complaints / (budget + 1)"


def define(code: str, formula: str, **fields: Any) -> KPI:
    """A formula KPI."""
    return create_kpi(by=None, code=code, name=code.title(), direction="up", formula=formula, **fields)


def refusal(code: str, formula: str) -> list[tuple[str, str, str]]:
    """Field, code and message of what is wrong with a formula."""
    with pytest.raises(Refused) as refused:
        define(code, formula)
    return [(fault.field, fault.code, fault.message) for fault in refused.value.faults]


def test_a_formula_is_counted_as_often_as_its_coarsest_input(city: City) -> None:
    now = definition_of(define("rate", FORMULA, frequency="day", time_rollup="sum", kind="formula"))
    assert (now.kind, now.frequency, now.formula) == ("formula", "year", FORMULA)


def test_the_frequency_of_a_formula_follows_its_inputs(city: City) -> None:
    below, above = define("below", "2 * complaints"), define("above", "below + prev(below)")
    change_kpi(by=city.staff, kpi=city.complaints, frequency="quarter")
    found = [(definition_of(each).frequency, definition_of(each).recorded_by) for each in (below, above)]
    assert found == [("quarter", city.staff)] * 2
    assert Definition.objects.filter(kpi__in=[below, above]).count() == 4


@pytest.mark.parametrize(
    ("formula", "code", "message"),
    [
        ("", "required", "Write the formula."),
        ("2 * ", "formula", "the formula ends where a number, a KPI or “(” was expected (at character 4)"),
        (
            "2 * Complaints",
            "formula",
            "there is no KPI “Complaints”; do you mean “complaints”? (at character 5)",
        ),
        ("rate + 1", "cycle", "A formula cannot need its own result: rate → rate."),
        ("__import__(1)", "formula", "there is no function"),
        ("1" + " + complaints" * 300, "formula", "a formula has at most 1000 characters"),
    ],
)
def test_what_is_wrong_with_a_formula_is_said_where_it_is(
    city: City, formula: str, code: str, message: str
) -> None:
    with pytest.raises(Refused) as refused:
        define("rate", formula, kind="formula")
    (fault,) = refused.value.faults
    assert (fault.field, fault.code, fault.message[: len(message)]) == ("formula", code, message)
    assert not KPI.objects.filter(code="rate").exists()


def test_a_cycle_over_other_formulas_is_named(city: City) -> None:
    first = define("first", "complaints")
    define("second", "first * 2")
    with pytest.raises(Refused, match="first → second → first"):
        change_kpi(by=None, kpi=first, formula="second / 2")
    assert definition_of(first).formula == "complaints"


def test_formulas_stand_upon_each_other_only_so_far(city: City) -> None:
    define("f1", "complaints")
    for step in range(2, MOST_STEPS + 1):
        define(f"f{step}", f"f{step - 1}")
    assert refusal("too_far", f"f{MOST_STEPS}")[0][:2] == ("formula", "work")


def test_a_code_with_signs_of_its_own_is_proposed_in_brackets(city: City) -> None:
    create_kpi(
        by=None, code="water-losses", name="Losses", frequency="month", direction="down",
        time_rollup="sum", department_rollup="sum",
    )  # fmt: skip
    assert "do you mean “[water-losses]”?" in refusal("share", "water-losses / 2")[0][2]
    assert definition_of(define("share", "[water-losses] / 2")).frequency == "month"


def test_reported_values_keep_a_kpi_reported(city: City) -> None:
    record_measurements(by=None, rows=[Entry(city.complaints.pk, city["roads"].pk, month(2026, 1), 1.0)])
    with pytest.raises(Conflict, match="stays reported"):
        change_kpi(by=None, kpi=city.complaints, formula="budget")
    change_kpi(by=None, kpi=city.budget, formula="2 * complaints")
    assert definition_of(city.budget).frequency == "month"
    change_kpi(by=None, kpi=city.budget, kind="reported", frequency="year")
    now = definition_of(city.budget)
    assert (now.kind, now.formula, now.frequency) == ("reported", "", "year")


def test_nobody_reports_what_is_computed(city: City, sam: Caller) -> None:
    rate = define("rate", FORMULA)
    told = "rate is computed by a formula; enter its inputs: complaints, budget."
    with pytest.raises(Refused, match=told):
        open_series(by=None, kpi=rate, department=city["roads"])
    row = {"kpi": "rate", "department": "roads", "period": "2026"}
    for path, value in (("measurements/", {"value": 1}), ("targets/", {"target": 1})):
        answer = sam("PUT", path, [row | value])
        assert answer.status_code == 400
        assert faults(answer) == [(0, "kpi", "formula")]
        assert answer.json()["errors"][0]["detail"] == told


def test_it_is_defined_in_the_browser(city: City) -> None:
    client = browser(city.staff)
    sent = NEW | {"code": "rate", "kind": "formula", "formula": "100 * complaints"}
    answer = client.post("/performance/new-kpi/", sent)
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/performance/kpis/rate/")
    assert definition_of(KPI.objects.get(code="rate")).formula == "100 * complaints"
    refused = client.post("/performance/new-kpi/", sent | {"code": "b", "formula": "complaint"})
    assert refused.status_code == 400
    assert refused.context["form"].errors["formula"] == [
        "there is no KPI “complaint”; do you mean “complaints”? (at character 1)"
    ]


def test_a_changed_formula_is_sent_back_as_it_was(city: City) -> None:
    rate, client = define("rate", FORMULA), browser(city.staff)
    page = client.get("/performance/define/rate/")
    sent = {field.html_name: field.value() for field in page.context["form"] if field.value() is not None}
    assert client.post("/performance/define/rate/", sent | {"name": "Per euro"}).status_code == 302
    rate.refresh_from_db()
    assert (rate.name, Definition.objects.filter(kpi=rate).count()) == ("Per euro", 1)


def test_the_editor_shows_the_last_periods_before_saving(city: City) -> None:
    client = browser(city.staff)
    rows = [Entry(city.complaints.pk, city["roads"].pk, month(2020, 1), 7.0)]
    record_measurements(by=None, rows=rows)
    shown = client.post("/performance/formula/check/", {"formula": "2 * complaints", "code": "x"})
    assert len(shown.context["columns"]) == 12
    assert [each.kpi.code for each in shown.context["preview"].inputs] == ["complaints"]
    wrong = client.post("/performance/formula/check/", {"formula": "2 * x", "code": "x"})
    assert [fault.code for fault in wrong.context["faults"]] == ["cycle"]
    assert client.post("/performance/formula/check/", {"formula": " "}).status_code == 200
    assert KPI.objects.count() == 2


def test_it_is_defined_and_changed_by_rest(city: City, sam: Caller) -> None:
    made = sam("POST", "kpis/", {"code": "rate", "name": "Rate", "direction": "up", "formula": FORMULA})
    assert made.status_code == 201
    told = {name: made.json()[name] for name in ("kind", "formula", "frequency")}
    assert told == {"kind": "formula", "formula": FORMULA, "frequency": "year"}
    changed = sam("PATCH", "kpis/rate/", {"formula": "complaints"}).json()
    assert (changed["formula"], changed["frequency"]) == ("complaints", "month")
    refused = sam("PATCH", "kpis/rate/", {"formula": "complaints +"})
    assert (refused.status_code, faults(refused)) == (400, [(None, "formula", "formula")])
    without = sam("POST", "kpis/", {"code": "bare", "name": "Bare", "direction": "up"})
    assert without.status_code == 400
    assert {field for _index, field, _code in faults(without)} == {
        "frequency",
        "time_rollup",
        "department_rollup",
    }


def test_rest_tries_a_formula(city: City, sam: Caller) -> None:
    answer = sam(
        "POST", "formula-checks/", {"formula": "coalesce(complaints, budget)", "department": "works"}
    )
    told = answer.json()
    assert (answer.status_code, told["valid"], told["frequency"], told["department"]) == (
        200,
        True,
        "year",
        "works",
    )
    assert [(each["code"], each["required"]) for each in told["inputs"]] == [
        ("complaints", False),
        ("budget", False),
    ]
    assert len(told["periods"]) == 12
    wrong = sam("POST", "formula-checks/", {"formula": "x / 2", "code": "x"}).json()
    assert (wrong["valid"], wrong["errors"]) == (
        False,
        [{"message": "A formula cannot need its own result: x → x.", "code": "cycle"}],
    )


def test_what_is_tried_is_what_is_stored(city: City, sam: Caller) -> None:
    today = sam("POST", "formula-checks/", {"formula": "complaints"}).json()["periods"][-1]["period"]
    year, number = (int(part) for part in today.split("-"))
    rows = [Entry(city.complaints.pk, city["roads"].pk, month(year, number), 7.5)]
    record_measurements(by=None, rows=rows)
    tried = sam("POST", "formula-checks/", {"formula": "complaints * 2", "department": "works"}).json()
    assert tried["periods"][-1] == {"period": today, "value": 15.0, "coverage": 0.5}
    define("twice", "complaints * 2")
    roll_up_dirty()
    page = browser(city.staff).get(f"/performance/kpis/twice/?department=works&period={today}")
    cell = page.context["reading"].cell
    assert (cell.value, cell.coverage) == (15.0, 0.5)


def test_it_is_defined_from_a_file(city: City, tmp_path: Path) -> None:
    head = ["code", "name", "direction", "formula"]
    done = run("import_kpis", write_csv(tmp_path / "k.csv", [head, ["rate", "Rate", "up", FORMULA]]))
    assert (done.code, done.out, done.err) == (0, ["Imported: 1 new KPIs"], [])
    rate = KPI.objects.get(code="rate")
    assert (definition_of(rate).kind, definition_of(rate).frequency) == ("formula", "year")
    assert not Series.objects.filter(kpi=rate).exists()
    again = run("import_kpis", write_csv(tmp_path / "k.csv", [head, ["rate", "Rate", "up", FORMULA]]))
    assert again.out == ["Imported: 1 unchanged KPIs"]


def test_a_formula_links_to_its_inputs_and_they_to_it(city: City) -> None:
    rate = define("rate", "if(complaints > 3, prev(complaints), budget)")
    parts = [(part.text, part.kpi) for part in read_lineage(rate).formula]
    assert parts == [
        ("if(", None),
        ("complaints", city.complaints),
        (" > 3, prev(", None),
        ("complaints", city.complaints),
        ("), ", None),
        ("budget", city.budget),
        (")", None),
    ]
    assert read_lineage(city.budget).used_in == [rate]
    assert read_lineage(city.budget).formula == []
    assert FormulaPart("x").kpi is None
