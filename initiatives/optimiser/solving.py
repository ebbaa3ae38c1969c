"""One solve: the best choice, or the best that was found in the time with its gap, or that there is none."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import highspy
import numpy as np

from initiatives.optimiser.model import Model, build
from initiatives.optimiser.problem import FloatArray, Problem
from initiatives.optimiser.watching import Progress, Stopped, Watch

LOOK_EVERY = 0.2
"""Seconds between looks at whether to stop."""
GAP = 1e-6
"""Two portfolios whose values differ by less than this share are equally good."""


class Solved(StrEnum):
    """What a solve found."""

    BEST = "best"  # proven: no choice has a higher value
    SO_FAR = "so_far"  # the time was over; `gap` says how far the best could be away
    NONE = "none"  # proven: the limits contradict each other
    UNKNOWN = "unknown"  # the time was over before any choice was found


@dataclass(frozen=True)
class Solution:
    """The chosen initiatives with the years in which they start.

    `gap`: (bound − value) ÷ value, 0 where it is proven to be the best; None where nothing was found.
    """

    solved: Solved
    starts: Mapping[str, int] = field(default_factory=dict)
    value: float = 0.0
    gap: float | None = None
    seconds: float = 0.0

    @property
    def found(self) -> bool:
        """Whether there is a choice."""
        return self.solved in (Solved.BEST, Solved.SO_FAR)


def solve(
    problem: Problem,
    *,
    seconds: float = 10.0,
    watch: Watch | None = None,
    step: str = "base",
    begin: Mapping[str, int] | None = None,
) -> Solution:
    """The best choice; raises Stopped where the watch wants that.

    `begin`: a choice known to keep all limits, from which the solver starts; no worse one is found then.
    """
    model = build(problem)
    if not len(model.worth):
        return _without_columns(model)
    run = _Run(model, seconds, watch, step)
    if begin:
        run.begin(_columns_of(problem, model, begin))
    run.go()
    return run.solution(problem)


def is_feasible(problem: Problem, seconds: float, watch: Watch | None = None) -> bool | None:
    """Whether any choice keeps all limits; None where the time did not suffice to say."""
    model = build(problem)
    if not len(model.worth):
        return _without_columns(model).found
    model = Model(model.candidate, model.start, np.zeros_like(model.worth), model.rows)
    run = _Run(model, seconds, watch, "conflict")
    run.go()
    solution = run.solution(problem)
    return None if solution.solved == Solved.UNKNOWN else solution.found


def _without_columns(model: Model) -> Solution:
    """Nothing may be chosen at all: fine, unless something must."""
    fits = all(low <= 0 <= high for _, low, high in model.rows)
    return Solution(Solved.BEST, gap=0.0) if fits else Solution(Solved.NONE)


def _columns_of(problem: Problem, model: Model, starts: Mapping[str, int]) -> FloatArray:
    """A choice as values of the columns."""
    chosen = np.array([starts.get(each.code, -1) for each in problem.candidates])
    return (chosen[model.candidate] == model.start).astype(np.float64)


class _Run:
    """HiGHS in a thread of its own, so that this one can look whether to stop."""

    def __init__(self, model: Model, seconds: float, watch: Watch | None, step: str) -> None:
        self.model, self.watch, self.step = model, watch or Watch(), step
        self.stop = threading.Event()
        self.seen: tuple[float | None, float | None] = (None, None)
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in {
            "output_flag": False,
            "threads": 1,  # other solves may run beside this one in the same process
            "time_limit": float(seconds),
            "mip_rel_gap": GAP,
            "mip_heuristic_effort": 0.2,  # large portfolios end with their time: better choices count
        }.items():
            self.highs.setOptionValue(option, value)
        self.highs.passModel(_program(model))
        self.highs.cbMipInterrupt.subscribe(self._look)
        self.highs.cbSimplexInterrupt.subscribe(self._look)

    def begin(self, columns: FloatArray) -> None:
        """Start from a choice."""
        solution = highspy.HighsSolution()
        solution.col_value = columns.tolist()
        self.highs.setSolution(solution)

    def go(self) -> None:
        """Solve; raises Stopped."""
        self._tell()  # a short solve is over before the next look
        thread = threading.Thread(target=self.highs.run, daemon=True)
        thread.start()
        try:
            while thread.is_alive():
                thread.join(LOOK_EVERY)
                self._tell()
        except BaseException:
            self.stop.set()
            thread.join()
            raise

    def _look(self, event: Any) -> None:
        """Called by the solver: what it has found, and whether it is to stop."""
        if self.step == "base":
            self.seen = (_finite(event.data_out.mip_primal_bound), _finite(event.data_out.mip_gap))
        if self.stop.is_set():
            event.interrupt()

    def _tell(self) -> None:
        if self.watch.wants_stop():
            raise Stopped
        if self.step == "base":
            value, gap = self.seen
            self.watch.tell(Progress("base", value=value, gap=gap))

    def solution(self, problem: Problem) -> Solution:
        """What was found."""
        status, info = self.highs.getModelStatus(), self.highs.getInfo()
        seconds = float(self.highs.getRunTime())
        if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            return Solution(Solved.NONE, seconds=seconds)
        if int(info.primal_solution_status) != int(highspy.SolutionStatus.kSolutionStatusFeasible):
            return Solution(Solved.UNKNOWN, seconds=seconds)
        taken = np.array(self.highs.getSolution().col_value) > 0.5
        best = status == highspy.HighsModelStatus.kOptimal
        codes = [problem.candidates[place].code for place in self.model.candidate[taken]]
        return Solution(
            Solved.BEST if best else Solved.SO_FAR,
            starts=dict(zip(codes, self.model.start[taken].tolist(), strict=True)),
            value=float(self.model.worth[taken].sum()),
            gap=0.0 if best else _finite(info.mip_gap),
            seconds=seconds,
        )


def _finite(number: float) -> float | None:
    return float(number) if abs(number) < highspy.kHighsInf and number == number else None


def _program(model: Model) -> highspy.HighsLp:
    """The programme as HiGHS takes it; rows one after the other."""
    columns, rows = len(model.worth), len(model.rows)
    table = np.array([row for row, _, _ in model.rows]).reshape(rows, columns)
    at_row, at_column = np.nonzero(table)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = columns, rows
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = model.worth
    program.col_lower_, program.col_upper_ = np.zeros(columns), np.ones(columns)
    program.row_lower_ = np.array([low for _, low, _ in model.rows], dtype=np.float64)
    program.row_upper_ = np.array([high for _, _, high in model.rows], dtype=np.float64)
    program.integrality_ = [highspy.HighsVarType.kInteger] * columns
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = columns, rows
    matrix.start_ = np.searchsorted(at_row, np.arange(rows + 1)).astype(np.int32)
    matrix.index_ = at_column.astype(np.int32)
    matrix.value_ = table[at_row, at_column]
    return program
