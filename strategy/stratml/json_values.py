"""Results and relationships as JSON values, for what is kept with a plan beyond its KPIs."""

from kpis.engine.periods import Calendar, Period
from strategy.stratml.extra import Extra
from strategy.stratml.performance import Relationship, Result


def relationship_values(one: Relationship) -> Extra:
    """Give a relationship; empty fields are left out."""
    return _filled(
        {
            "identifier": one.identifier,
            "referents": list(one.referents),
            "name": one.name,
            "description": one.description,
            "type": one.type,
        }
    )


def result_values(one: Result) -> Extra:
    """Give all a result says; dates as `2026-12-31`, empty fields are left out."""
    number = {} if one.number is None else {"number": one.number}
    dates = {"start": one.start and one.start.isoformat(), "end": one.end and one.end.isoformat()}
    return {"kind": one.kind.value, "instance": one.instance, **_filled(dates), **number, **_said(one)}


def result_details(one: Result, period: Period, calendar: Calendar) -> Extra:
    """Give what a counted result says beyond its period, number and note; {} where it says nothing more.

    Dates are told, as they stand, only where the two are not the period's own.
    """
    its_own = (one.start, one.end) == (calendar.start(period), calendar.end(period))
    dates = {
        "start": one.start.isoformat() if one.start and not its_own else "",
        "end": one.end.isoformat() if one.end and not its_own else "",
    }
    details = {**_filled(dates), **_said(one)}
    details.pop("description", None)
    if not details:
        return {}
    return {"kind": one.kind.value, "instance": one.instance, "period": calendar.format(period), **details}


def _said(one: Result) -> Extra:
    return _filled(
        {
            "description": one.description,
            "descriptors": [list(pair) for pair in one.descriptors],
            "left_over": one.extra,
        }
    )


def _filled(values: Extra) -> Extra:
    return {key: what for key, what in values.items() if what}
