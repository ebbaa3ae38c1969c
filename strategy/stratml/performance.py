"""Indicators of a StratML file with their targets and actuals, as plain frozen records."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from strategy.stratml.extra import Extra


class ResultKind(StrEnum):
    """Whether a result says what was wanted or what was reached."""

    TARGET = "target"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Result:
    """A target or an actual of an indicator.

    `instance` counts the indicator's measurement instances from 0. `number` and the dates are None where
    the file says none that can be understood; what it says then is in `extra["texts"]`. `start` may be
    after `end`. `descriptors` are (name, value) pairs such as `("Status", "Baseline")`.
    """

    kind: ResultKind
    instance: int
    start: date | None
    end: date | None
    number: float | None
    descriptors: tuple[tuple[str, str], ...]
    description: str
    line: int
    extra: Extra


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link of an indicator to other parts of this or another plan, named by their identifiers.

    `type` is Broader_Than, Peer_To, Narrower_Than or empty.
    """

    identifier: str
    referents: tuple[str, ...]
    name: str
    description: str
    type: str
    line: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """A performance indicator: its `dimension` is what is measured, `results` come in document order.

    `instances` is the number of measurement instances, those without a result included.
    """

    dimension: str
    unit_text: str
    identifier: str
    sequence: str
    type: str
    value_chain_stage: str
    relationships: tuple[Relationship, ...]
    results: tuple[Result, ...]
    instances: int
    other_information: str
    line: int
    extra: Extra
