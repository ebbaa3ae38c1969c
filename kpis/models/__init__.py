"""Tables of the measuring instrument."""

from kpis.models.benchmark import PeerBenchmark
from kpis.models.cell import CellYear
from kpis.models.closing import PeriodClosing
from kpis.models.evidence import Evidence
from kpis.models.judgement import BaselineSplit, StatusOverride
from kpis.models.kpi import KPI, Definition
from kpis.models.measurement import Measurement
from kpis.models.rollup import DirtyKPI, RollupRun
from kpis.models.series import Series, SeriesTerm
from kpis.models.target import CellTarget, SeriesTarget

__all__ = [
    "KPI",
    "BaselineSplit",
    "CellTarget",
    "CellYear",
    "Definition",
    "DirtyKPI",
    "Evidence",
    "Measurement",
    "PeerBenchmark",
    "PeriodClosing",
    "RollupRun",
    "Series",
    "SeriesTarget",
    "SeriesTerm",
    "StatusOverride",
]
