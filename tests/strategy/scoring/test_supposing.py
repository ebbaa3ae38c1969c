"""What a changed definition of a KPI would do to the scores above it, before it is saved."""

from django.utils import timezone

from kpis.actions import Entry, record_measurements
from kpis.actions.rollup import roll_up_dirty
from kpis.engine.frequency import Frequency
from kpis.queries import calendar
from kpis.wording import last_ended
from strategy.actions import add_objective, create_plan, link_kpi, set_plan_state
from strategy.enums import PlanState
from tests.kpis.city import make_city
from tests.kpis.test_import_pages import browser
from tests.kpis.test_kpi_editing import posted

PATH = "/performance/define/complaints/"


def test_the_preview_of_a_definition_names_the_objectives_it_moves(db: None) -> None:
    city = make_city()
    plan = create_plan(by=None, name="Harbour 2030", code="h30")
    for code, kpi in (("O1", city.complaints), ("O2", city.budget)):
        objective = add_objective(by=None, plan=plan, code=code, name=f"Objective {code}")
        link_kpi(by=None, objective=objective, kpi=kpi)
    set_plan_state(by=None, plan=plan, state=PlanState.ACTIVE)
    now = calendar()
    quarter = last_ended(now, Frequency.QUARTER, timezone.localdate())
    last = now.children(quarter, Frequency.MONTH)[-1].ordinal
    rows = [Entry(city.complaints.pk, city[code].pk, last, 10.0) for code in ("roads", "parks", "health")]
    record_measurements(by=None, rows=rows)
    roll_up_dirty()
    client = browser(city.staff)
    form = client.get(PATH).context["form"]

    page = client.post(PATH, posted(form) | {"target": "10", "preview": "1"}).content.decode()
    same = client.post(PATH, posted(form) | {"name": "Heard", "preview": "1"}).content.decode()

    above = " ".join(page.partition('id="preview-above"')[2].split())
    assert ("And in Harbour 2030" in page, "Objective O1" in above, "Objective O2" in above) == (
        True,
        True,
        False,
    )
    assert above.index("50.0") < above.index("66.7")
    assert "preview-above" not in same
