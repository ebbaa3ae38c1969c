"""Small StratML files for tests, written part by part."""

from collections.abc import Iterable

PART_2_NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"


def plan(
    core: str, *, root: str = "PerformancePlanOrReport", head: str = "<Name>Harbour plan</Name>"
) -> bytes:
    """Give a file with `core` inside its StrategicPlanCore."""
    return f"<{root}>{head}<StrategicPlanCore>{core}</StrategicPlanCore></{root}>".encode()


def goal(inner: str = "", *, name: str = "Calm water") -> str:
    """Give a Goal element."""
    return f"<Goal><Name>{name}</Name><Description/>{inner}</Goal>"


def objective(inner: str = "", *, name: str = "Fewer accidents") -> str:
    """Give an Objective element."""
    return f"<Objective><Name>{name}</Name>{inner}</Objective>"


def indicator(
    results: Iterable[str] = (), *, dimension: str = "Collisions", unit: str = "Count", more: str = ""
) -> str:
    """Give a PerformanceIndicator element with one measurement instance a result."""
    instances = "".join(f"<MeasurementInstance>{one}</MeasurementInstance>" for one in results)
    named = f"<MeasurementDimension>{dimension}</MeasurementDimension>"
    unit_element = f"<UnitOfMeasurement>{unit}</UnitOfMeasurement>"
    return f"<PerformanceIndicator>{named}{unit_element}{instances}{more}</PerformanceIndicator>"


def result(kind: str, start: str = "", end: str = "", number: str = "", more: str = "") -> str:
    """Give a TargetResult or ActualResult element; `kind` is Target or Actual."""
    dates = f"<StartDate>{start}</StartDate><EndDate>{end}</EndDate>"
    return f"<{kind}Result>{dates}<NumberOfUnits>{number}</NumberOfUnits>{more}</{kind}Result>"


def baseline(value: str = "Baseline") -> str:
    """Give the descriptor that marks a result as a baseline."""
    name = "<DescriptorName>Status</DescriptorName>"
    return f"<Descriptor>{name}<DescriptorValue>{value}</DescriptorValue></Descriptor>"


def with_indicator(*results: str, **words: str) -> bytes:
    """Give a file with one indicator that has these results."""
    return plan(goal(objective(indicator(results, **words))))
