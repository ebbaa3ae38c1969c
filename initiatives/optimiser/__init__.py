"""The best portfolio under limits: a mixed-integer programme, solved by HiGHS.

Pure: knows numbers and codes, no Django, no database, no clock but that of the solver. `problem` and `limits`
say what is asked, `answering.answer` answers it; `model` is the programme itself:

    choose y[i, t] in {0, 1}: initiative i starts in year t, at most once
    maximise  Σ value[i] · (1 − later)^t · y[i, t]
    subject to the limits, each of which is one or more rows.

Starting an initiative t years later moves its whole profile of money and people by t years. What it needs
after the last year looked at is not counted (unless `Problem.whole` asks that it ends before).
"""

from initiatives.optimiser.answering import Answer, answer
from initiatives.optimiser.limits import (
    AtMostOne,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
)
from initiatives.optimiser.problem import Candidate, Problem
from initiatives.optimiser.solving import Solution, Solved, solve
from initiatives.optimiser.watching import Progress, Stopped, Watch

__all__ = [
    "Answer",
    "AtMostOne",
    "Candidate",
    "Limit",
    "MinShare",
    "Money",
    "Must",
    "Needs",
    "Never",
    "NotBefore",
    "People",
    "Problem",
    "Progress",
    "Solution",
    "Solved",
    "Stopped",
    "Watch",
    "answer",
    "solve",
]
