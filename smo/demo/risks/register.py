"""The risks of the demonstration: what may happen, to what, and who watches it."""

from risks.actions.register import create_risk, set_things
from risks.enums import Confidentiality
from risks.models import Risk, RiskCategory
from smo.demo.risks.register_content import RISKS, RiskSpec
from smo.demo.risks.scene import Register


def store(register: Register) -> None:
    """Add every risk; fills `register.risks`."""
    categories = {each.name: each for each in RiskCategory.objects.all()}
    for spec in RISKS:
        register.risks[spec.code] = _stored(register, spec, categories[spec.category])


def _stored(register: Register, spec: RiskSpec, category: RiskCategory) -> Risk:
    staff = register.people["smo"]
    risk = create_risk(
        by=staff,
        code=spec.code,
        kind=spec.kind,
        title=spec.title,
        cause=spec.cause,
        event=spec.event,
        consequence=spec.consequence,
        category=category,
        department=register.departments[spec.department],
        owner=register.people[spec.owner],
        knowledge=spec.knowledge,
        confidentiality=Confidentiality.RESTRICTED if spec.restricted else Confidentiality.OPEN,
    )
    things = [
        *(register.objectives[code] for code in spec.objectives),
        *(register.initiatives[code] for code in spec.initiatives),
        *(register.kpis[code] for code in spec.kpis),
    ]
    set_things(by=staff, risk=risk, wanted=things)
    return risk
