"""Who may do what with prioritisation."""

from dataclasses import replace

from initiatives.actions.scoring import (
    Given,
    begin_scoring_round,
    give_scores,
    move_scoring_round,
    suggest_criteria,
)
from initiatives.enums import ScoringState
from initiatives.models import Score
from org.enums import Role
from org.models import User
from tests.smo.matrix.callers import (
    ADMINISTRATOR,
    CONTRIBUTOR,
    EVERYONE,
    EXECUTIVE,
    HEAD,
    READING,
    STAFF,
    STRANGER,
    VIEWER,
    WRITING,
)
from tests.smo.matrix.initiatives.made import Made
from tests.smo.matrix.rows import FORBIDDEN, HIDDEN, SIGN_IN, Row, page, read, resource, write

# The contributor is asked to score in the open round, and has; nobody scored in the second one.
READS = (ADMINISTRATOR, STAFF, EXECUTIVE, HEAD)
SEES = (*READS, CONTRIBUTOR)
EDITS = (STAFF,)
OF_ROUND, OF_CRITERION = {"pk": "{scoring_round}"}, {"pk": "{criterion}"}

# Who reads the round but is not asked may not score; who does not know of it does not find it.
_SCORING = {**dict.fromkeys(EVERYONE, HIDDEN), **dict.fromkeys(READS, FORBIDDEN)}
_SCORING |= {CONTRIBUTOR: 400, STRANGER: SIGN_IN}
_OPEN_RESULT, _RESULT = {**OF_ROUND, "kind": "csv"}, {"pk": "{closed_round}", "kind": "xlsx"}

PAGES: list[Row] = [
    *page("scoring_rounds", get=READS),
    *page("begin_scoring_round", get=EDITS, post=EDITS),
    *page("scoring_criteria", get=READS, post=EDITS),
    *page("add_scoring_criterion", get=EDITS, post=EDITS),
    *page("change_scoring_criterion", OF_CRITERION, get=EDITS, post=EDITS),
    *page("remove_scoring_criterion", OF_CRITERION, get=EDITS, post=EDITS, answer=409),
    *[row for row in page("scoring_round", OF_ROUND, get=SEES, otherwise=HIDDEN) if row.method == "GET"],
    Row("scoring_round", "POST", _SCORING, OF_ROUND),
    *page("change_scoring_round", OF_ROUND, get=EDITS, post=EDITS),
    *page("remove_scoring_round", OF_ROUND, get=EDITS, post=EDITS, answer=409),
    *page("scoring_result", _OPEN_RESULT, get=(), otherwise=HIDDEN, variant="of an open round"),
    *page("scoring_result", _RESULT, get=SEES, otherwise=HIDDEN),
]
_WRITERS = (WRITING,)
_OF_OPEN = {"ref": "{scoring_round}"}
_SCORE = {"round": "{scoring_round}", "initiative": "I1", "criterion": "{criterion}", "value": 2}


def _other(row: Row, answer: int, *callers: str) -> Row:
    """The row with another answer to some, who do not find the round or the score."""
    return replace(row, expected={**row.expected, **dict.fromkeys(callers, answer)})


API: list[Row] = [
    *resource(
        "api-scoring-criteria-list",
        read(READS),
        write("POST", EDITS, _WRITERS, 201, body={"name": "Courage"}),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{criterion}", "weight": 3}]),
        write("DELETE", EDITS, _WRITERS, 409, body=["{criterion}"]),
    ),
    *resource(
        "api-scoring-criteria-detail",
        read(READS),
        write("PATCH", EDITS, _WRITERS, 200, body={"weight": 3}),
        write("DELETE", EDITS, _WRITERS, 409),
        where={"ref": "{criterion}"},
    ),
    *resource(
        "api-scoring-rounds-list",
        read(),
        write(
            "POST",
            EDITS,
            _WRITERS,
            201,
            body={"name": "Again", "initiatives": ["I1"], "scorers": ["contributor@city.example"]},
        ),
        write("PATCH", EDITS, _WRITERS, 200, body=[{"id": "{scoring_round}", "note": "Soon"}]),
        write("DELETE", EDITS, _WRITERS, 409, body=["{scoring_round}"]),
    ),
    *resource(
        "api-scoring-rounds-detail",
        read(SEES, otherwise=HIDDEN),
        write("PATCH", EDITS, _WRITERS, 200, body={"state": "closed"}),
        write("DELETE", EDITS, _WRITERS, 409),
        where={"ref": "{scoring_round}"},
    ),
    *resource(
        "api-scoring-rounds-scored",
        _other(write("POST", (CONTRIBUTOR,), (), 200, body={"done": True}), HIDDEN, VIEWER),
        where={"ref": "{scoring_round}"},
    ),
    *resource(
        "api-scoring-rounds-result",
        read(SEES, otherwise=HIDDEN),
        write("GET", SEES, (READING, WRITING), 409, HIDDEN, where=_OF_OPEN, variant="of an open one"),
        where={"ref": "{closed_round}"},
    ),
    *resource(
        "api-scores-list",
        read(),
        _other(write("POST", (CONTRIBUTOR,), (), 201, body=_SCORE), 400, VIEWER),
        write("DELETE", (CONTRIBUTOR,), (), 204, otherwise=400, body=["{score}"]),
    ),
    *resource(
        "api-scores-detail",
        _other(read((CONTRIBUTOR,), (), otherwise=HIDDEN), HIDDEN, READING, WRITING),
        write("DELETE", (CONTRIBUTOR,), (), 204, otherwise=HIDDEN),
        where={"ref": "{score}"},
    ),
]


def furnish(people: dict[str, User], made: Made) -> dict[str, object]:
    """An open round with a score of the contributor's, and a closed one."""
    criterion = suggest_criteria(by=None)[0]
    by = people[Role.CONTRIBUTOR]
    open_round = begin_scoring_round(by=None, name="Now", initiatives=[made.led], scorers=[by])
    give_scores(by=by, round=open_round, scores=[Given(made.led, criterion, 4)])
    closed = begin_scoring_round(by=None, name="Then", initiatives=[made.led], scorers=[by])
    move_scoring_round(by=None, round=closed, state=ScoringState.CLOSED)
    return {
        "criterion": criterion.pk,
        "scoring_round": open_round.pk,
        "closed_round": closed.pk,
        "score": Score.objects.get().pk,
    }
