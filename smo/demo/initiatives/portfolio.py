"""The initiatives of the demonstration: what they are, who leads them, what they serve."""

from core.saved_views import save_view
from initiatives.actions.categories import add_category
from initiatives.actions.portfolio import create_initiative
from initiatives.actions.serving import Serves, TakesPart, set_departments, set_objectives
from initiatives.enums import Confidentiality
from initiatives.models import Category, Initiative, Method
from smo.demo.history import months_before
from smo.demo.initiatives import portfolio_content as content
from smo.demo.initiatives.scene import Portfolio


def store(portfolio: Portfolio) -> None:
    """Add the categories and the initiatives; fills `portfolio.initiatives`."""
    staff = portfolio.people["smo"]
    categories = [add_category(by=staff, name=name, description=text) for name, text in content.CATEGORIES]
    methods = {each.code: each for each in Method.objects.all()}
    for spec in content.INITIATIVES:
        portfolio.initiatives[spec.code] = _stored(
            portfolio, spec, categories[spec.category], methods.get(spec.method)
        )
    for name, query in content.VIEWS:
        save_view(by=staff, place="initiatives", name=name, query=query, shared=True)


def _stored(
    portfolio: Portfolio, spec: content.InitiativeSpec, category: Category, method: Method | None
) -> Initiative:
    people, staff, today = portfolio.people, portfolio.people["smo"], portfolio.today
    initiative = create_initiative(
        by=staff,
        code=spec.code,
        name=spec.name,
        stage=spec.stage,
        stage_since=months_before(today, -spec.since).replace(day=9),
        purpose=spec.purpose,
        scope=spec.scope,
        category=category,
        confidentiality=Confidentiality.RESTRICTED if spec.restricted else Confidentiality.OPEN,
        department=portfolio.departments[spec.department],
        lead=people[spec.lead],
        sponsor=people[spec.sponsor],
        starts_on=months_before(today, -spec.starts).replace(day=1),
        ends_on=months_before(today, -spec.ends).replace(day=28),
        size=spec.size,
        must_do=spec.must_do,
        method=method,
        cadence=spec.cadence,
    )
    served = [Serves(portfolio.objectives[code], strength, note) for code, strength, note in spec.serves]
    set_objectives(by=staff, initiative=initiative, wanted=served)
    beside = [TakesPart(portfolio.departments[code], part) for code, part in spec.also]
    set_departments(by=staff, initiative=initiative, wanted=beside)
    return initiative
