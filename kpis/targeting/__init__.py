"""Targets of a KPI by department and period: as a grid, and made of earlier targets or actuals.

What is proposed here is shown first and set by `kpis.actions.set_targets` afterwards.
"""

from kpis.targeting.proposals import Proposal, copied, grown, spread_over
from kpis.targeting.subject import TargetedKpi, targeted

__all__ = ["Proposal", "TargetedKpi", "copied", "grown", "spread_over", "targeted"]
