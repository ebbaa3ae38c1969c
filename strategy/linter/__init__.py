"""Checking how a plan is measured: what would mislead its readers, why, and how to mend it."""

from strategy.linter.checking import findings
from strategy.linter.finding import Finding, Severity

__all__ = ["Finding", "Severity", "findings"]
