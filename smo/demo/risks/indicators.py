"""The risks of the demonstration: KPIs that warn of them; looked at once their cells are computed."""

from risks.actions.indicators import watch
from smo.demo.risks.scene import Register

# Risk, KPI, which side is bad, warning, trigger, whether it calls up the plan of the risk.
INDICATORS = (
    ("STORM-SURGE", "wall-checks", "below", 94.0, 90.0, True),
    ("BUS-DRIVERS", "bus-on-time", "below", 86.0, 82.0, True),
    ("BATHING-WATER", "bathing-water", "below", 85.0, 70.0, True),
    ("RATE-RISE", "reserves", "below", 60.0, 45.0, False),
    ("TRADE-LOST", "vacant-posts", "above", 8.0, 10.0, False),
    ("FLOOD-PERMIT", "appeals-lost", "above", 16.0, 20.0, False),
)


def store(register: Register) -> None:
    """Six: by what the city measures one triggers, one warns, and four are calm."""
    for code, kpi, crossing, warning, trigger, calls in INDICATORS:
        risk = register.risks[code]
        watch(
            by=risk.owner,
            risk=risk,
            kpi=register.kpis[kpi],
            trigger=trigger,
            warning=warning,
            crossing=crossing,
            plan=risk.contingency_plans.first() if calls else None,
        )
