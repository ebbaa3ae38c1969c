"""What a template of a plan is made of. All words are translated when a plan is begun from it."""

from dataclasses import dataclass, field

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Draft:
    """An objective to begin with, by the codes of its perspective and priority; `goals` are statements."""

    code: str
    name: Words
    perspective: str
    priority: str
    description: Words = ""
    goals: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Claim:
    """That one objective of the template helps another, by their codes, and why."""

    cause: str
    effect: str
    note: Words = ""
    lag_months: int | None = None


@dataclass(frozen=True)
class PlanTemplate:
    """A way to begin: perspectives (code, name, question), priorities (code, name, description), values."""

    code: str
    name: Words
    for_whom: Words
    perspectives: tuple[tuple[str, Words, Words], ...]
    priorities: tuple[tuple[str, Words, Words], ...]
    objectives: tuple[Draft, ...]
    claims: tuple[Claim, ...] = ()
    values: tuple[tuple[Words, Words], ...] = ()
    sections: tuple[tuple[Words, Words], ...] = field(default=())
