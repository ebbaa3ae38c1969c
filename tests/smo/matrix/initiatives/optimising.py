"""Who may do what with scenarios of the best portfolio."""

from initiatives.actions.optimising import compute_scenario, create_scenario, run_scenario
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import ADMINISTRATOR, EXECUTIVE, STAFF, WRITING
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import Row, page, read, resource, write

# One scenario is solved, another was never computed.
READS = (ADMINISTRATOR, STAFF, EXECUTIVE)
EDITS = (STAFF,)
OF_SOLVED, OF_DRAFT = {"pk": "{solved_scenario}"}, {"pk": "{draft_scenario}"}

PAGES: list[Row] = [
    *page("scenarios", get=READS),
    *page("add_scenario", get=EDITS, post=EDITS),
    *page("compare_scenarios", get=READS),
    *page("scenario", OF_SOLVED, get=READS, post=EDITS, answer=404),
    *page("scenario_progress", OF_SOLVED, get=READS),
    *page("change_scenario", OF_DRAFT, get=EDITS, post=EDITS),
    *page("scenario_limits", OF_DRAFT, get=EDITS, post=EDITS),
    *page("copy_scenario", OF_DRAFT, get=None, post=EDITS, answer=302),
    *page("adopt_scenario", OF_DRAFT, get=EDITS, post=EDITS, answer=409),
    *page("remove_scenario", OF_DRAFT, get=EDITS, post=EDITS, answer=302),
]
_WRITERS = (WRITING,)
_DRAFT = {"ref": "{draft_scenario}"}


def _deed(name: str, answer: int) -> list[Row]:
    return resource(f"api-portfolio-scenarios-{name}", write("POST", EDITS, _WRITERS, answer), where=_DRAFT)


API: list[Row] = [
    *resource(
        "api-portfolio-scenarios-list",
        read(READS),
        write("POST", EDITS, _WRITERS, 201, body={"name": "More", "first_year": 2027}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{draft_scenario}", "name": "Less"}]),
        write("DELETE", EDITS, _WRITERS, 204, body=["{draft_scenario}"]),
    ),
    *resource(
        "api-portfolio-scenarios-detail",
        read(READS),
        write("PATCH", EDITS, _WRITERS, 200, body={"limits": {"never": ["I3"]}}),
        write("DELETE", EDITS, _WRITERS, 204),
        where=_DRAFT,
    ),
    *_deed("run", 200),
    *_deed("cancel", 409),
    *_deed("adopt", 409),
    *_deed("copy", 201),
    *resource("api-portfolio-scenarios-result", read(READS), where={"ref": "{solved_scenario}"}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A scenario with an answer and one without."""
    staff = people[Role.SMO_STAFF]
    solved = create_scenario(by=staff, name="Best", first_year=2027, years=1)
    run_scenario(by=staff, scenario=solved)
    compute_scenario(solved.pk)
    draft = create_scenario(by=staff, name="Not yet", first_year=2027, years=1)
    return {"solved_scenario": solved.pk, "draft_scenario": draft.pk}
