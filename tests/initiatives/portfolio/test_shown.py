"""What pages of other floors show of initiatives, and the list of what is reported rosier than it is."""

import datetime as dt

from django.urls import reverse
from django.utils import timezone

from core.search import find
from initiatives.actions.gates import ask_gate
from initiatives.enums import Stage
from initiatives.models import Initiative, MoneyLine, StatusUpdate, Task
from org.models import User
from tests.initiatives.portfolio.conftest import Town
from tests.kpis.test_import_pages import browser


def page(user: User, route: str, *args: object) -> str:
    """What a page says, with its spaces made one."""
    answer = browser(user).get(reverse(route, args=args))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_objective_a_department_and_a_plan_show_their_initiatives(town: Town) -> None:
    for route, of in (("objective", town.objective.pk), ("department", "works")):
        assert "Lamps that last" in page(town.viewer, route, of), route
    shown = browser(town.viewer).get(reverse("plan", args=[town.plan.code])).content.decode()
    assert "?stage=proposed" in shown
    assert "?stage=active" not in shown  # the talks


def test_home_shows_what_waits_at_a_gate(town: Town) -> None:
    ask_gate(by=town.lina, initiative=town.lamps, to_stage=Stage.APPROVED, request="Ready")

    text = page(town.eve, "home")

    assert "Decide at the gate: Lamps that last to “Approved”" in text
    assert "for a decision: Approved" in text


def test_the_search_finds_by_name_code_and_reference(town: Town) -> None:
    Initiative.objects.filter(code="LAMPS").update(reference="P-14")

    found = [
        [each.code for each in find(town.viewer, words)["initiatives"]] for words in ("last", "lam", "P-14")
    ]

    assert found == [["LAMPS"]] * 3
    assert "initiatives" not in find(town.viewer, "quietly")


def test_the_list_says_where_a_report_is_rosier_than_the_figures(town: Town) -> None:
    day = timezone.localdate() - dt.timedelta(days=60)
    for each in (town.talks, town.lamps):
        StatusUpdate.objects.create(
            initiative=each, due_on=day, state="submitted", submitted_at=timezone.now(), schedule="green",
            cost="green", scope="green", progress=90,
        )  # fmt: skip
        Task.objects.create(initiative=each, name="Dig", ends_on=day, progress=20)
        MoneyLine.objects.create(initiative=each, year=2026, budget=100, actual=95)

    rows = {
        row.initiative.code: row for row in browser(town.staff).get(reverse("initiatives")).context["page"]
    }

    assert {code: (row.is_rosy, row.progress, row.reported) for code, row in rows.items()} == {
        "QUIET-TALKS": (True, 20, "green"),
        "LAMPS": (False, 20, "green"),  # not under way yet
        "TREES": (False, None, "none"),
    }
