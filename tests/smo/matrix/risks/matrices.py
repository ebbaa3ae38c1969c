"""Who may do what with risks: matrices."""

from typing import Any

from org.models import User
from risks.models import LossAppetite, RiskCategory, RiskMatrix, SharedCause
from tests.smo.matrix.callers import HEAD, READING, READS_DRAFTS, STAFF, WRITING
from tests.smo.matrix.risks.made import BANDS, LEVELS, Made
from tests.smo.matrix.rows import Row, page, read, resource, write

SMO = (STAFF,)
_WRITERS, _PROGRAMS = (WRITING,), (READING, WRITING)
_SPARE, _PART = {"pk": "{spare_matrix}"}, {"kind": "category", "pk": "{risk_category}"}
PAGES: list[Row] = [
    *page("risk_framework", get=(*READS_DRAFTS, HEAD)),
    *page("begin_with_risk_matrix", get=None, post=SMO, answer=302),
    *page("add_risk_matrix", get=SMO, post=SMO),
    *page("change_risk_matrix", _SPARE, get=SMO, post=SMO),
    *page("use_risk_matrix", _SPARE, get=None, post=SMO, answer=302),
    *page("add_risk_part", {"kind": "cause"}, get=SMO, post=SMO),
    *page("change_risk_part", _PART, get=SMO, post=SMO),
    *page("remove_risk_part", _PART, get=SMO, post=SMO, answer=302),
]


def _things(
    name: str, key: str, new: dict[str, Any], change: dict[str, Any], removed: int = 204
) -> list[Row]:
    """The rows of something that the office keeps and everybody who works with risks reads."""
    reading = read(READS_DRAFTS, _PROGRAMS) if name == "loss-appetites" else read()
    return [
        *resource(
            f"api-{name}-list",
            reading,
            write("POST", SMO, _WRITERS, 201, body=new),
            write("PATCH", SMO, _WRITERS, 200, body=[{"id": key, **change}]),
            write("DELETE", SMO, _WRITERS, 204, body=[key]),
        ),
        *resource(
            f"api-{name}-detail",
            reading,
            write("PATCH", SMO, _WRITERS, 200, body=change),
            write("DELETE", SMO, _WRITERS, 204),
            where={"ref": key},
        ),
    ]


_MATRIX = {"name": "Four", "likelihoods": LEVELS, "impacts": LEVELS, "bands": BANDS}
_OF = {"ref": "{spare_matrix}"}
API: list[Row] = [
    *_things("risk-matrices", "{spare_matrix}", _MATRIX, {"scoring": "sum"}),
    *resource("api-risk-matrices-use", write("POST", SMO, _WRITERS, 200, body={}), where=_OF),
    *resource("api-risk-matrices-versions", write("POST", SMO, _WRITERS, 201, body={}), where=_OF),
    *_things("risk-categories", "{risk_category}", {"name": "Sea"}, {"appetite": 3}),
    *_things("shared-causes", "{shared_cause}", {"name": "Ice"}, {"strength": 0.2}),
    *_things("loss-appetites", "{appetite}", {"loss": "9.00", "probability": 0.1}, {"probability": 0.4}),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """A matrix that nothing uses, a category, a cause and a point of what is borne."""
    spare = RiskMatrix.objects.create(name="Spare", likelihoods=LEVELS, impacts=LEVELS, bands=BANDS)
    return {
        "spare_matrix": spare.pk,
        "risk_category": RiskCategory.objects.create(name="Fire").pk,
        "shared_cause": SharedCause.objects.create(name="Frost").pk,
        "appetite": LossAppetite.objects.create(loss=5, probability=0.5).pk,
    }
