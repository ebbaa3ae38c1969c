"""What is said of an item, a capability, a competitor, a scenario, an assumption: one form by its fields."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kpis.queries import visible_to
from org.enums import AccountKind
from org.forms.fields import DepartmentField
from org.models import User
from strategy.analysis.kinds import KINDS
from strategy.enums import CATEGORIES, AssumptionState, Category, Crossing, Lens, Quadrant
from strategy.forms.fields import DayField, TextField
from strategy.forms.links import KpiField, ObjectiveField
from strategy.models import AnalysisItem, Plan

ITEM_FIELDS = (
    "statement",
    "category",
    "quadrant",
    "detail",
    "impact",
    "likelihood",
    "course",
    "horizon",
    "evidence",
    "evidence_url",
    "kpi",
    "owner",
    "review_on",
)
TENDED = ("evidence", "evidence_url", "review_on")
ONE_LINE = 200

HELP: dict[str, Any] = {
    "statement": _("One thing, as a sentence that can be true or false."),
    "evidence": _("How do we know? A study, a figure, a letter, a date."),
    "kpi": _("A KPI that shows it; its present number stands beside it."),
    "review_on": _("The owner is asked to look again on this day."),
    "now": _("1: it happens by chance. 5: it is always improving."),
    "share": _("Of those we both serve."),
    "tripwire": _("What makes its owner look again. A KPI needs a threshold, a date its day."),
    "department": _("Where the KPI is looked at."),
    "crossing": _("Each complete period of the KPI is compared with the threshold."),
    "quadrant": _("What another lens saw can stand on the SWOT board too."),
}


class RatingField(forms.TypedChoiceField):
    """From 1 to 5, or not rated."""

    def __init__(self, **kwargs: Any) -> None:
        ratings = [("", _("– not rated –")), (1, _("1 – least")), (2, "2"), (3, "3"), (4, "4")]
        super().__init__(
            choices=[*ratings, (5, _("5 – most"))], coerce=int, empty_value=None, required=False, **kwargs
        )


class PlainNumber(forms.FloatField):
    """A number; a whole one without its “.0”."""

    def prepare_value(self, value: Any) -> Any:
        """As people write it; what was typed stays as it is."""
        return int(value) if isinstance(value, float) and value.is_integer() else value


class FindingForm(forms.Form):
    """The fields of a kind of finding. `names`: those that this user may write."""

    def __init__(
        self, data: Any, *, kind: str, plan: Plan, user: Any, names: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        model = KINDS[kind].model if kind in KINDS else AnalysisItem
        for name in names:
            field = model._meta.get_field(name)
            assert isinstance(field, models.Field)
            self.fields[name] = _field(field, kind, plan, user)
            self.fields[name].help_text = HELP.get(name, "") or self.fields[name].help_text
        if kind in CATEGORIES:
            self._offer_fields_of(kind)
        if (owner := self.initial.get("owner")) and "owner" in self.fields:
            self.fields["owner"].queryset |= User.objects.filter(pk=owner)  # type: ignore[attr-defined]

    def _offer_fields_of(self, lens: str) -> None:
        """SWOT asks for a quadrant and has no fields, the other lenses the other way round."""
        if lens == Lens.SWOT:
            self.fields.pop("category", None)
        elif "quadrant" in self.fields:
            self.fields["quadrant"].required = False


def initial_of(finding: Any, names: Sequence[str]) -> dict[str, Any]:
    """What a form on a finding begins with."""
    values = {name: getattr(finding, name) for name in names}
    for name in ("owner", "kpi", "priority", "objective"):
        if name in values:
            values[name] = getattr(finding, f"{name}_id")
    if department := values.get("department"):
        values["department"] = department.code
    return values


def _field(field: models.Field, kind: str, plan: Plan, user: Any) -> forms.Field:
    """The form field in which a model's field is written."""
    label = field.verbose_name
    if (make := _SPECIAL.get(field.name)) is not None:
        return make(label, kind, plan, user)
    if isinstance(field, models.PositiveSmallIntegerField) and field.name != "year":
        return RatingField(label=label)
    if field.choices:
        choices = [("", _("– not said –")), *field.choices] if field.blank else field.choices
        return forms.ChoiceField(label=label, choices=choices, required=not field.blank)
    if isinstance(field, models.URLField):
        return forms.URLField(label=label, required=False, max_length=1000, assume_scheme="https")
    if isinstance(field, models.TextField):
        return TextField(label=label)
    if isinstance(field, models.DateField):
        return DayField(label=label, required=False)
    if isinstance(field, models.FloatField):
        return PlainNumber(label=label, required=False)
    if isinstance(field, models.IntegerField):
        return forms.IntegerField(label=label, required=False)
    widget = forms.Textarea(attrs={"rows": 2}) if (field.max_length or 0) > ONE_LINE else forms.TextInput()
    return forms.CharField(label=label, max_length=field.max_length, widget=widget)


def _owner(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    people = User.objects.filter(Q(is_active=True, kind=AccountKind.PERSON))
    return forms.ModelChoiceField(people, label=_("Owner"), required=False, empty_label=_("– nobody yet –"))


def _kpi(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    kpis = visible_to(user).order_by("name")
    return KpiField(queryset=kpis, label=_("KPI"), required=False, empty_label=_("– none –"))


def _department(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    return DepartmentField(label=_("Department"), empty=_("– the whole organisation –"), required=False)


def _priority(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    found = plan.priorities.filter(archived_on__isnull=True)
    return forms.ModelChoiceField(
        found, label=_("About the priority"), required=False, empty_label=_("– none –")
    )


def _objective(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    found = plan.objectives.filter(archived_on__isnull=True)
    return ObjectiveField(
        queryset=found, label=_("About the objective"), required=False, empty_label=_("– none –")
    )


def _category(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    choices = [each for each in Category.choices if each[0] in CATEGORIES[kind]]
    return forms.ChoiceField(label=label, choices=choices)


def _quadrant(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    nowhere = [] if kind == Lens.SWOT else [("", _("– not there –"))]
    return forms.ChoiceField(label=label, choices=[*nowhere, *Quadrant.choices])


def _crossing(label: Any, kind: str, plan: Plan, user: Any) -> forms.Field:
    return forms.ChoiceField(label=label, choices=[("", _("– no KPI –")), *Crossing.choices], required=False)


_SPECIAL: dict[str, Callable[[Any, str, Plan, Any], forms.Field]] = {
    "owner": _owner,
    "kpi": _kpi,
    "department": _department,
    "priority": _priority,
    "objective": _objective,
    "category": _category,
    "quadrant": _quadrant,
    "crossing": _crossing,
}


class AnswerForm(forms.Form):
    """What the owner of a tripped assumption decides."""

    state = forms.ChoiceField(
        label=_("Does it still hold?"), choices=AssumptionState.choices, widget=forms.RadioSelect
    )
    answer = TextField(label=_("What was decided, and why"))
    review_on = DayField(label=_("Look at it again on"), required=False)
    trips_on = DayField(label=_("The next date of its tripwire"), required=False)

    def __init__(self, data: Any, *, has_date: bool, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["answer"].required = True
        if not has_date:
            del self.fields["trips_on"]


EFFECTS = (
    (2, _("All the more important (+2)")),
    (1, _("More important (+1)")),
    (0, _("No different (0)")),
    (-1, _("Less important (−1)")),
    (-2, _("Pointless (−2)")),
)


class EffectsForm(forms.Form):
    """What a scenario would mean for each priority: an effect and a few words."""

    def __init__(self, data: Any, *, priorities: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for each in priorities:
            self.fields[f"effect_{each.pk}"] = forms.TypedChoiceField(
                label=each.name, choices=EFFECTS, coerce=int, initial=0
            )
            words = TextField(label=_("What it would mean for “%(name)s”") % {"name": each.name}, rows=2)
            self.fields[f"meaning_{each.pk}"] = words
