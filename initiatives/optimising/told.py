"""The words for one scenario's limits, and what it asks in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from initiatives.enums import Stage
from initiatives.models import Scenario, Skill
from initiatives.optimising.asked import asked_of
from initiatives.optimising.inputs import Input, choosable, inputs_of
from initiatives.optimising.values import aims_of
from initiatives.optimising.wording import Words, percent_text
from kpis.engine.frequency import Frequency, Period
from kpis.queries import calendar as fiscal_calendar
from org.queries import organisation


def words_of(scenario: Scenario, inputs: Iterable[Input] | None = None) -> Words:
    """The words for a scenario's limits."""
    calendar = fiscal_calendar()
    places = range(scenario.first_year, scenario.first_year + scenario.years)
    years = [calendar.format(Period(Frequency.YEAR, place)) for place in places]
    aims = {each.key: each.name for each in aims_of(scenario.plan)} if scenario.plan else {}
    return Words(
        first_year=scenario.first_year,
        years=years,
        inputs={each.code: each for each in (inputs_of(scenario) if inputs is None else inputs)},
        skills=dict(Skill.objects.values_list("code", "name")),
        aims=aims,
        currency=organisation().currency,
    )


def shown_settings(scenario: Scenario) -> list[str]:
    """What the scenario asks, in words, beside amounts of money and people."""
    asked = asked_of(scenario.settings)
    names = {each.code: each.name for each in choosable()}
    words = words_of(scenario, [_named(code, name) for code, name in names.items()])
    told = [_("%(name)s must be done") % {"name": words.name(code)} for code in asked.must]
    told += [_("%(name)s is not to be chosen") % {"name": words.name(code)} for code in asked.never]
    for group in asked.exclusions:
        told.append(_("At most one of %(names)s") % {"names": ", ".join(map(words.name, group))})
    for code, needed in asked.prerequisites:
        told.append(_("%(name)s needs %(needed)s") % {"name": words.name(code), "needed": words.name(needed)})
    for code, year in asked.earliest.items():
        named = {"name": words.name(code), "year": words.year(year - scenario.first_year)}
        told.append(_("%(name)s starts in %(year)s or later") % named)
    for aim, share in asked.shares.items():
        said = {"share": percent_text(share), "aim": words.aims.get(aim, aim)}
        told.append(_("At least %(share)s of the money for %(aim)s") % said)
    return told


def _named(code: str, name: str) -> Input:
    return Input(code, name, Stage.IDEA, False, 0.0, False, None, {}, {}, {})
