"""Why the computed state is what it is, in sentences that can be checked."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.ui.numbers import number_text
from initiatives.earned import Computed
from initiatives.status.lights import WHY_UNKNOWN

Amount = Callable[[float], str]


def evidence(what: str, computed: Computed, amount: Amount) -> list[str]:
    """The sentences behind a computed light; `what`: schedule or cost; `amount` writes money."""
    unknown = getattr(computed, f"{what}_unknown")
    if unknown:
        return [str(WHY_UNKNOWN[unknown])]
    lines = _of_schedule(computed) if what == "schedule" else _of_cost(computed, amount)
    return [each for each in lines if each]


def _of_schedule(computed: Computed) -> Iterable[str]:
    yield _late(computed)
    if computed.progress is None:
        return
    done = percent(computed.progress)
    if computed.planned is None:
        yield _("%(done)s of the work is done; without a baseline nothing says how much should be.") % {
            "done": done
        }
        return
    words = {"done": done, "planned": percent(computed.planned)}
    if computed.spi is None:
        yield _("%(done)s of the work is done; by the baseline none would have to be.") % words
        return
    yield _("%(done)s of the work is done, by the baseline it would be %(planned)s (SPI %(index)s).") % {
        **words,
        "index": number_text(computed.spi, 2),
    }


def _late(computed: Computed) -> str:
    if not computed.counted:
        return ""
    words = {
        "late": computed.late,
        "count": computed.counted,
        "days": computed.late_days,
        "name": computed.late_name,
    }
    if not computed.late:
        return _("No milestone is late.") if computed.of_milestones else _("No task is late.")
    if computed.of_milestones:
        text = ngettext(
            "%(late)s of %(count)s milestones is late: “%(name)s”, by %(days)s days.",
            "%(late)s of %(count)s milestones are late, most of all “%(name)s”, by %(days)s days.",
            computed.late,
        )
    else:
        text = ngettext(
            "%(late)s of %(count)s tasks is late: “%(name)s”, by %(days)s days.",
            "%(late)s of %(count)s tasks are late, most of all “%(name)s”, by %(days)s days.",
            computed.late,
        )
    return text % words


def _of_cost(computed: Computed, amount: Amount) -> Iterable[str]:
    if computed.budget is None:
        return
    if computed.spent_share is not None and computed.spent is not None:
        words = {"spent": percent(computed.spent_share), "budget": amount(computed.budget)}
        if computed.progress is None:
            yield _("%(spent)s of the budget of %(budget)s is spent.") % words
        else:
            text = _("%(spent)s of the budget of %(budget)s is spent, at %(done)s of the work.")
            yield text % {**words, "done": percent(computed.progress)}
    if computed.outturn is not None:
        yield _expected(computed.outturn, computed.budget, amount)
    if computed.cpi is not None and computed.estimate is not None:
        text = _("CPI %(index)s: if it goes on like this, the whole costs %(estimate)s.")
        yield text % {"index": number_text(computed.cpi, 2), "estimate": amount(computed.estimate)}


def _expected(outturn: float, budget: float, amount: Amount) -> str:
    """What it costs in the end against the budget."""
    over = round((outturn / budget - 1) * 100)
    if over > 0:
        text = _("In the end %(outturn)s are expected, %(share)s more than the budget.")
    elif over < 0:
        text = _("In the end %(outturn)s are expected, %(share)s less than the budget.")
    else:
        text = _("In the end %(outturn)s are expected, as the budget says.")
    return text % {"outturn": amount(outturn), "share": percent(abs(over) / 100)}


def percent(share: float) -> str:
    """A share as "51 %", which no line breaks."""
    return _("%(number)s\u00a0%%") % {"number": number_text(share * 100, 0)}
