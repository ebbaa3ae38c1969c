"""Limits in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.ui.money import money_short_text
from core.ui.numbers import number_text
from initiatives.optimiser import (
    AtMostOne,
    Limit,
    MinShare,
    Money,
    Must,
    Needs,
    Never,
    NotBefore,
    People,
)
from initiatives.optimiser.limits import CAPITAL, OPERATING
from initiatives.optimising.inputs import Input


def kind_name(kind: str) -> str:
    """A kind of money."""
    names = {OPERATING: _("operating money"), CAPITAL: _("capital")}
    return names.get(kind, _("all money"))


def fte_text(fte: float) -> str:
    """So many full-time people."""
    return _("%(n)s FTE") % {"n": number_text(fte, 1)}


def percent_text(share: float) -> str:
    """A share as per cent."""
    return f"{number_text(100 * share, 0)} %"


@dataclass(frozen=True)
class Words:
    """What limits are called: fiscal `years` by place, `inputs` by code, skills and aims by their keys.

    `first_year`: the fiscal year at place 0.
    """

    first_year: int
    years: Sequence[str]
    inputs: Mapping[str, Input]
    skills: Mapping[str, str]
    aims: Mapping[str, str]
    currency: str

    def name(self, code: str) -> str:
        """An initiative by name and code."""
        known = self.inputs.get(code)
        return _("“%(name)s” (%(code)s)") % {"name": known.name, "code": code} if known else code

    def year(self, place: int) -> str:
        """A fiscal year by its place; one outside the scenario by its number."""
        return self.years[place] if 0 <= place < len(self.years) else str(self.first_year + place)

    def amount(self, number: float) -> str:
        """Money in short."""
        return money_short_text(number, self.currency)

    def limit(self, limit: Limit) -> str:
        """What a limit asks, in a few words."""
        match limit:
            case Money(kind, year, most):
                said = {"kind": kind_name(kind), "year": self.year(year), "most": self.amount(most)}
                return _("%(year)s: at most %(most)s of %(kind)s") % said
            case People(skill, year, most):
                said = {"skill": self.skill(skill), "year": self.year(year), "most": fte_text(most)}
                return _("%(year)s: at most %(most)s of %(skill)s") % said
            case Must(code, committed):
                words = _("%(name)s is under way and goes on") if committed else _("%(name)s must be done")
                return words % {"name": self.name(code)}
            case Never(code):
                return _("%(name)s is not to be chosen") % {"name": self.name(code)}
            case AtMostOne(codes):
                return _("At most one of %(names)s") % {"names": ", ".join(map(self.name, codes))}
            case Needs(code, needed):
                said = {"name": self.name(code), "needed": self.name(needed)}
                return _("%(name)s needs %(needed)s, and starts no earlier") % said
            case NotBefore(code, year):
                return _("%(name)s starts in %(year)s or later") % {
                    "name": self.name(code),
                    "year": self.year(year),
                }
            case MinShare(aim, share):
                said = {"share": percent_text(share), "aim": self.aims.get(aim, aim)}
                return _("At least %(share)s of the money for %(aim)s") % said

    def skill(self, code: str) -> str:
        """A skill by its name."""
        return self.skills.get(code, code)

    def more(self, limit: Limit, loosened: Limit | None) -> str:
        """A bit more of a limit: what was tried."""
        match loosened:
            case None:
                return _("without it")
            case Money(most=most):
                return _("with %(most)s") % {"most": self.amount(most)}
            case People(most=most):
                return _("with %(most)s") % {"most": fte_text(most)}
            case MinShare(share=share):
                return _("with %(share)s") % {"share": percent_text(share)}
            case NotBefore(year=year):
                return _("from %(year)s on") % {"year": self.year(year)}
        return self.limit(limit)

    def conflict(self, limits: Sequence[Limit]) -> list[str]:
        """Limits that contradict each other: what must be, with what it takes of the others, then those."""
        musts = [each for each in limits if isinstance(each, Must)]
        rest = [each for each in limits if not isinstance(each, Must)]
        return [self._must(each, rest) for each in musts] + [self.limit(each) for each in rest]

    def _must(self, must: Must, others: Sequence[Limit]) -> str:
        words = self.limit(must)
        taken = self._taken(self.inputs.get(must.code), others)
        return _("%(words)s; it takes %(taken)s") % {"words": words, "taken": taken} if taken else words

    def _taken(self, one: Input | None, others: Sequence[Limit]) -> str:
        """What an initiative takes, in all its years, of the kinds of money and skills that are limited."""
        if one is None:
            return ""
        kinds = dict.fromkeys(each.kind for each in others if isinstance(each, Money))
        skills = dict.fromkeys(each.skill for each in others if isinstance(each, People))
        parts = []
        for kind in kinds:
            profiles = [one.money.get(kind, [])] if kind in (OPERATING, CAPITAL) else list(one.money.values())
            amount = sum(map(sum, profiles))
            if amount:
                said = {"amount": self.amount(amount), "kind": kind_name(kind)}
                parts.append(_("%(amount)s of %(kind)s") % said)
        for skill in skills:
            most = max(one.people.get(skill, [0.0]), default=0.0)
            if most:
                said = {"fte": fte_text(most), "skill": self.skill(skill)}
                parts.append(_("up to %(fte)s of %(skill)s") % said)
        return ", ".join(parts)
