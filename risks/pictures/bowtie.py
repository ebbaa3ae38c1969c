"""Causes, what stands before the event, the event, what stands after it, consequences: a bowtie.

The picture of barriers on both sides of an event as the process industries draw it (IEC 31010:2019, B.4.2).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from risks.enums import MitigationState, Side
from risks.models import Mitigation, Risk, RiskControl


@dataclass(frozen=True)
class Bar:
    """Something between a cause or consequence and the event; `standing`: what it is, and how it stands."""

    name: str
    standing: str
    is_there: bool
    against: str = ""


@dataclass(frozen=True)
class Bowtie:
    """A risk from its causes to its consequences."""

    causes: Sequence[str]
    before: Sequence[Bar]
    event: str
    after: Sequence[Bar]
    consequences: Sequence[str]

    @property
    def is_drawn(self) -> bool:
        """Whether there is more than the event."""
        return any((self.causes, self.before, self.after, self.consequences))


def bowtie_of(risk: Risk) -> Bowtie:
    """The bowtie of a risk; four queries. Separate causes stand in place of the one of its sentence."""
    factors = list(risk.factors.all())
    causes = [each.text for each in factors if each.side == Side.CAUSE]
    consequences = [each.text for each in factors if each.side == Side.CONSEQUENCE]
    controls = [(each.side, _control(each)) for each in risk.controls.select_related("factor")]
    actions = [
        (each.side, Bar(each.name, _("Action: %(state)s") % {"state": each.get_state_display()}, _done(each)))
        for each in risk.mitigations.exclude(state=MitigationState.DROPPED)
    ]
    plans = [
        Bar(each.name, _("Contingency: %(state)s") % {"state": each.get_state_display()}, True)
        for each in risk.contingency_plans.filter(archived_on__isnull=True)
    ]
    bars = [*controls, *actions]
    return Bowtie(
        causes or [text for text in [risk.cause] if text],
        [bar for side, bar in bars if side == Side.CAUSE],
        risk.event or risk.title,
        [*(bar for side, bar in bars if side == Side.CONSEQUENCE), *plans],
        consequences or [text for text in [risk.consequence] if text],
    )


def _control(control: RiskControl) -> Bar:
    words = control.get_strength_display().split(":")[0]
    standing = _("Control: %(strength)s") % {"strength": words} if words else _("Control")
    return Bar(control.name, standing, True, control.factor.text if control.factor else "")


def _done(action: Mitigation) -> bool:
    return bool(action.state == MitigationState.DONE)
