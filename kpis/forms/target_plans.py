"""Targets of a year made of what is there: copied, grown, spread."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kpis.engine.frequency import Frequency, Period
from kpis.forms.fields import NumberField
from kpis.targeting import Proposal, TargetedKpi, copied, grown, spread_over
from kpis.targeting.subject import settable
from kpis.wording import period_text


class TargetPlanForm(forms.Form):
    """What all ways have in common: the year, and departments of whose targets the user may say."""

    year = forms.TypedChoiceField(label=gettext_lazy("Targets for"), coerce=int)

    def __init__(self, data: Any, *, targeted: TargetedKpi, years: list[int], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.targeted, self.remark = targeted, ""
        offered = [
            (str(year), period_text(Period(Frequency.YEAR, year), targeted.calendar)) for year in years
        ]
        for name in ("year", "source_year"):
            if name in self.fields:
                self.fields[name].choices = offered  # type: ignore[attr-defined]

    def propose(self) -> list[Proposal]:
        """What the valid form would change; raises Refused."""
        raise NotImplementedError


class _OfDepartments(TargetPlanForm):
    """For several departments at once, from the targets of a year."""

    source_year = forms.TypedChoiceField(label=gettext_lazy("From the targets of"), coerce=int)
    departments = forms.MultipleChoiceField(
        label=gettext_lazy("For which departments"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: all."),
    )
    field_order = ("source_year", "percent", "source", "year", "departments")

    def __init__(self, data: Any, *, targeted: TargetedKpi, years: list[int], **kwargs: Any) -> None:
        super().__init__(data, targeted=targeted, years=years, **kwargs)
        own = settable(targeted)
        choices = [(each.department.code, each.department.name) for each in own]
        self.fields["departments"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> list[Any]:
        """The series whose targets are made."""
        return settable(self.targeted, self.cleaned_data["departments"])


class CopyTargetsForm(_OfDepartments):
    """The targets of another year, each department's own or those of one department."""

    source = forms.ChoiceField(label=gettext_lazy("Those of"), required=False)

    def __init__(self, data: Any, *, targeted: TargetedKpi, years: list[int], **kwargs: Any) -> None:
        super().__init__(data, targeted=targeted, years=years, **kwargs)
        every = [(each.department.code, each.department.name) for each in targeted.series]
        self.fields["source"].choices = [("", _("each department itself")), *every]  # type: ignore[attr-defined]

    def propose(self) -> list[Proposal]:
        """The copies that say something new."""
        code = self.cleaned_data["source"]
        source = next((each for each in self.targeted.series if each.department.code == code), None)
        found = copied(
            self.targeted,
            self.chosen(),
            source_year=self.cleaned_data["source_year"],
            year=self.cleaned_data["year"],
            source=source,
        )
        return [each for each in found if each.changes]


class GrowTargetsForm(_OfDepartments):
    """The targets of a year, all lines changed by a percentage."""

    percent = NumberField(
        label=gettext_lazy("Changed by, %"),
        help_text=gettext_lazy("5 for five percent more, -5 for less; rounded to the KPI's decimals."),
    )

    def propose(self) -> list[Proposal]:
        """The changed targets that say something new."""
        found = grown(
            self.targeted,
            self.chosen(),
            source_year=self.cleaned_data["source_year"],
            year=self.cleaned_data["year"],
            percent=self.cleaned_data["percent"],
        )
        return [each for each in found if each.changes]


class SpreadTargetForm(TargetPlanForm):
    """One figure for the year over its periods, in the shape of the actuals of the year before."""

    department = forms.ChoiceField(label=gettext_lazy("Department"))
    target = NumberField(label=gettext_lazy("Target of the year"))
    red_line = NumberField(
        label=gettext_lazy("Red line of the year"),
        required=False,
        help_text=gettext_lazy("Empty: it lies the KPI's tolerance beyond each target."),
    )
    field_order = ("department", "year", "target", "red_line")

    def __init__(self, data: Any, *, targeted: TargetedKpi, years: list[int], **kwargs: Any) -> None:
        super().__init__(data, targeted=targeted, years=years, **kwargs)
        own = [(each.department.code, each.department.name) for each in settable(targeted)]
        self.fields["department"].choices = own  # type: ignore[attr-defined]

    def propose(self) -> list[Proposal]:
        """The targets of the periods; `remark` says what gave them their shape."""
        data = self.cleaned_data
        [series] = settable(self.targeted, [data["department"]])
        found = spread_over(
            self.targeted, series, year=data["year"], target=data["target"], red_line=data["red_line"]
        )
        if found.even:
            self.remark = _("No actuals of the year before give a shape: every period has the same.")
        elif found.known < found.periods:
            text = _(
                "Of %(all)s periods of the year before %(known)s have an actual; the others take the mean."
            )
            self.remark = text % {"known": found.known, "all": found.periods}
        return [each for each in found.proposals if each.changes]


WAYS: dict[str, type[TargetPlanForm]] = {
    "copy": CopyTargetsForm,
    "grow": GrowTargetsForm,
    "spread": SpreadTargetForm,
}
