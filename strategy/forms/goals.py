"""Goals, their steps, what became of them, who takes part in an objective, and commentary."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from kpis.models import KPI
from org.enums import AccountKind
from org.forms.fields import DepartmentField
from org.models import User
from strategy.actions.participation import Part, Support
from strategy.enums import GOAL_TRANSITIONS, ActivityState, Assessment, GoalState
from strategy.forms.fields import DayField, TextField
from strategy.forms.links import KpiField
from strategy.models import Goal, Objective

NOBODY = _("– nobody –")
MORE_ROWS = 3
MOST_ROWS = 60


def people(*kept: int | None) -> QuerySet[User]:
    """Who can be named: active people, and whoever is named already."""
    named = [pk for pk in kept if pk is not None]
    return User.objects.filter(Q(is_active=True, kind=AccountKind.PERSON) | Q(pk__in=named)).order_by("name")


class PersonField(forms.ModelChoiceField):
    """A person, or nobody."""

    def __init__(self, *, kept: Iterable[int | None] = (), **kwargs: Any) -> None:
        given: dict[str, Any] = {"queryset": people(*kept), "required": False, "empty_label": NOBODY}
        super().__init__(**given | kwargs)


class GoalForm(forms.Form):
    """A goal with everything that the SMART check looks at; only the statement is needed to save it."""

    statement = forms.CharField(
        label=_("Goal"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One outcome, such as: 88 % of buses leave at most five minutes late."),
    )
    owner = PersonField(label=_("Owner"))
    kpi = KpiField(
        label=_("KPI"),
        queryset=KPI.objects.order_by("name"),
        required=False,
        empty_label=_("– none yet –"),
        help_text=_("Its values say how far the goal is."),
    )
    department = DepartmentField(
        label=_("Measured at"), empty=_("– the whole organisation –"), required=False
    )
    baseline = forms.FloatField(
        label=_("Baseline"), required=False, help_text=_("Where it starts, for one period of the KPI.")
    )
    baseline_on = DayField(label=_("Baseline as of"), required=False)
    target = forms.FloatField(label=_("Target"), required=False)
    due_on = DayField(label=_("Due"), required=False)
    resources = TextField(
        label=_("Resources"), rows=2, help_text=_("People, money, tools: what it is done with.")
    )
    budget = forms.DecimalField(
        label=_("Budget"), required=False, max_digits=16, decimal_places=2, min_value=0
    )
    relevance = TextField(label=_("Why it matters"), rows=2)

    def __init__(self, data: Any, *, objective: Objective, goal: Goal | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if goal is not None:
            self.fields["owner"].queryset = people(goal.owner_id)  # type: ignore[attr-defined]
        linked = objective.kpi_links.current().values_list("kpi", flat=True)
        self.fields["kpi"].choices = _linked_first(list(linked))  # type: ignore[attr-defined]

    def fix(self, names: Iterable[str]) -> None:
        """Show these fields without letting them be changed."""
        for name in names:
            self.fields[name].disabled = True


def _linked_first(linked: list[int]) -> list[Any]:
    """The KPIs that measure the objective, then the others."""
    kpis = list(KPI.objects.order_by("name"))
    named = [(each.pk, f"{each.name} ({each.code})") for each in kpis]
    own = [choice for choice in named if choice[0] in linked]
    others = [choice for choice in named if choice[0] not in linked]
    groups = [(_("They measure the objective"), own), (_("Other KPIs"), others)]
    return [("", _("– none yet –")), *[(str(name), choices) for name, choices in groups if choices]]


class GoalStateForm(forms.Form):
    """What became of a goal."""

    state = forms.ChoiceField(label=_("It is"), widget=forms.RadioSelect)
    note = TextField(
        label=_("What became of it"), help_text=_("Of a missed or dropped goal: why, and what was learned.")
    )

    def __init__(self, data: Any, *, goal: Goal, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        offered = (goal.state, *GOAL_TRANSITIONS[goal.state])
        self.fields["state"].choices = [  # type: ignore[attr-defined]
            (state, GoalState(state).label) for state in offered
        ]


class StepForm(forms.Form):
    """Something to do for a goal."""

    name = forms.CharField(label=_("Step"), max_length=300, help_text=_("What is done, not what is hoped."))
    who = PersonField(label=_("Who"))
    due_on = DayField(label=_("By"), required=False)
    state = forms.ChoiceField(label=_("State"), choices=ActivityState.choices, initial=ActivityState.PLANNED)

    def __init__(self, data: Any, *, kept: int | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["who"].queryset = people(kept)  # type: ignore[attr-defined]


class CommentaryForm(forms.Form):
    """What happened in a period, and how its writer sees the objective."""

    text = forms.CharField(
        label=_("What happened, and what follows from it"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The score says how much; say why, and what is done about it."),
    )
    assessment = forms.ChoiceField(
        label=_("As I see it"),
        choices=[("", _("No assessment of my own")), *Assessment.choices],
        required=False,
        widget=forms.RadioSelect,
    )


class PeopleForm(forms.Form):
    """The departments that support an objective and its theme team, as rows; an emptied row goes."""

    def __init__(self, data: Any, *, objective: Objective) -> None:
        super().__init__(data)
        helping = list(objective.supporting.select_related("department"))
        team = list(objective.team.select_related("person"))
        kept = [each.person_id for each in team]
        self._counts = {"support": _rows(data, "support", helping), "team": _rows(data, "team", team)}
        for n in range(self._counts["support"]):
            row = helping[n] if n < len(helping) else None
            self._add_support(n, row.department.code if row else "", row.note if row else "")
        for n in range(self._counts["team"]):
            member = team[n] if n < len(team) else None
            self._add_member(n, member.person_id if member else None, member.part if member else "", kept)

    def _add_support(self, n: int, code: str, note: str) -> None:
        who = DepartmentField(label=_("Department"), empty=_("– none –"), required=False, initial=code)
        self.fields |= {f"support_{n}_who": who, f"support_{n}_words": _words(_("How it helps"), note)}

    def _add_member(self, n: int, person: int | None, part: str, kept: Iterable[int]) -> None:
        who = PersonField(label=_("Person"), kept=kept, initial=person)
        self.fields |= {f"team_{n}_who": who, f"team_{n}_words": _words(_("Part in the team"), part)}

    def rows(self, kind: str) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """The two fields of each row: "support" or "team"."""
        for n in range(self._counts[kind]):
            yield self[f"{kind}_{n}_who"], self[f"{kind}_{n}_words"]

    @property
    def support_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of departments."""
        return list(self.rows("support"))

    @property
    def team_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The rows of people."""
        return list(self.rows("team"))

    def supporting(self) -> list[Support]:
        """The departments that are named."""
        return [Support(who, words) for who, words in self._named("support")]

    def team(self) -> list[Part]:
        """The people who are named."""
        return [Part(who, words) for who, words in self._named("team")]

    def _named(self, kind: str) -> Iterator[tuple[Any, str]]:
        for n in range(self._counts[kind]):
            who = self.cleaned_data[f"{kind}_{n}_who"]
            if who is not None:
                yield who, self.cleaned_data[f"{kind}_{n}_words"]


def _words(label: Any, initial: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=200, initial=initial)


def _rows(data: Any, kind: str, stored: list[Any]) -> int:
    """As many rows as were sent; a new page shows what is stored and some empty ones."""
    sent = [int(found[1]) for name in data or () if (found := re.fullmatch(rf"{kind}_(\d{{1,3}})_who", name))]
    return min(max(sent, default=-1) + 1, MOST_ROWS) if data is not None else len(stored) + MORE_ROWS
