"""Who may do what with risks: exposure."""

from collections.abc import Iterable
from dataclasses import replace

from org.models import User
from risks.actions.exposure import compute_exposure, estimate_risk
from tests.smo.matrix.callers import CONTRIBUTOR, HEAD, READS_DRAFTS, STAFF, VIEWER, WRITING
from tests.smo.matrix.risks.made import Made
from tests.smo.matrix.rows import HIDDEN, Row, page, read, resource, write

SMO = (STAFF,)
TENDS = (STAFF, HEAD, CONTRIBUTOR)  # the contributor owns it
UNKNOWN = 400  # a body that names what the caller may not know of
_WRITERS = (WRITING,)
OF_OWNED, OF_RUN = {"code": "{owned}"}, {"pk": "{run}"}


def _unknown_to_viewers(rows: Iterable[Row], answer: int = HIDDEN) -> list[Row]:
    """Who knows of the risk but may not tend it is forbidden; viewers may not know of it."""
    return [replace(row, expected={**row.expected, VIEWER: answer}) for row in rows]


PAGES: list[Row] = [
    *page("exposure", get=READS_DRAFTS),
    *page("compute_exposure", get=SMO, post=SMO),
    *page("compare_exposure", get=READS_DRAFTS),
    *page("exposure_run", OF_RUN, get=READS_DRAFTS),
    *page("remove_exposure_run", OF_RUN, get=SMO, post=SMO, answer=302),
    *_unknown_to_viewers(page("estimate_risk", OF_OWNED, get=TENDS, post=TENDS)),
    *_unknown_to_viewers(page("forget_estimate", OF_OWNED, get=TENDS, post=TENDS, answer=302)),
]

_NUMBERS = {"probability": 0.1, "low": 1, "likely": 2, "high": 3}
API: list[Row] = [
    *resource(
        "api-risk-quantities-list",
        read(),
        *_unknown_to_viewers(
            [
                write("POST", TENDS, _WRITERS, 201, body={"risk": "{owned}", **_NUMBERS}),
                write("PATCH", TENDS, _WRITERS, 200, body=[{"id": "{quantity}", "probability": 0.2}]),
                write("DELETE", TENDS, _WRITERS, 204, body=["{quantity}"]),
            ],
            UNKNOWN,
        ),
    ),
    *resource(
        "api-risk-quantities-detail",
        read((*READS_DRAFTS, HEAD, CONTRIBUTOR), otherwise=HIDDEN),
        *_unknown_to_viewers(
            [
                write("PATCH", TENDS, _WRITERS, 200, body={"probability": 0.2}),
                write("DELETE", TENDS, _WRITERS, 204),
            ]
        ),
        where={"ref": "{quantity}"},
    ),
    *resource(
        "api-exposure-runs-list",
        read(READS_DRAFTS),
        write("POST", SMO, _WRITERS, 201, body={"name": "Now", "years": 1000}),
        write("DELETE", SMO, _WRITERS, 204, body=["{run}"]),
    ),
    *resource(
        "api-exposure-runs-detail",
        read(READS_DRAFTS),
        write("DELETE", SMO, _WRITERS, 204),
        where={"ref": "{run}"},
    ),
    *resource("api-exposure-runs-result", read(READS_DRAFTS), where={"ref": "{run}"}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """An estimate of the owned risk, and a run."""
    quantity = estimate_risk(by=None, risk=made.owned, probability=0.1, low=1.0, likely=2.0, high=3.0)
    run = compute_exposure(by=None, name="First", years=1000)
    return {"quantity": quantity.pk, "run": run.pk}
