"""What was said otherwise before: values corrected, targets and definitions changed between two moments."""

from kpis.restating.change import Change, Kind, Span
from kpis.restating.definitions import definitions_changed
from kpis.restating.targets import targets_changed
from kpis.restating.values import values_arrived, values_corrected

__all__ = [
    "Change",
    "Kind",
    "Span",
    "definitions_changed",
    "targets_changed",
    "values_arrived",
    "values_corrected",
]
