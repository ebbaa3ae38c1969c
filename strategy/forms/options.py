"""Strategic options, what becomes of them, and what priorities answer and serve."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from strategy.collecting import board_items
from strategy.enums import Quadrant
from strategy.forms.analysis import RatingField
from strategy.forms.fields import TextField
from strategy.forms.structure import CodeField
from strategy.models import AnalysisItem, Plan, Priority, StatementPart


class ItemsField(forms.ModelMultipleChoiceField):
    """Items of the board, by the quadrants they stand in."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "in-list"})

    def label_from_instance(self, obj: AnalysisItem) -> str:
        """Its quadrant first, so that it is found."""
        quadrant = Quadrant(obj.quadrant).label if obj.quadrant else obj.get_category_display()
        return f"{quadrant}: {obj.statement}"


class PartsField(forms.ModelMultipleChoiceField):
    """Parts of vision and mission."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "in-list"})

    def label_from_instance(self, obj: StatementPart) -> str:
        """Vision or mission first."""
        return f"{obj.get_of_display()}: {obj.text}"


def items_to_pair(plan: Plan) -> QuerySet[AnalysisItem]:
    """What stands on the SWOT board, quadrant by quadrant."""
    return board_items(plan).exclude(quadrant="").order_by("quadrant", "position", "pk")


class OptionForm(forms.Form):
    """What could be done, and about which items."""

    name = forms.CharField(
        label=_("Option"), max_length=300, help_text=_("What we would do, in a few words.")
    )
    description = TextField(label=_("Description"))
    items = ItemsField(
        label=_("It pairs"),
        queryset=AnalysisItem.objects.none(),
        help_text=_("Items of one field inside the organisation and of one field outside it."),
    )
    value = RatingField(label=_("Value"), help_text=_("How much it would bring."))
    effort = RatingField(label=_("Effort"), help_text=_("What it would take."))

    def __init__(self, data: Any, *, plan: Plan, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        kept = self.initial.get("items") or []
        offered = items_to_pair(plan) | plan.analysis_items.filter(pk__in=[item.pk for item in kept])
        self.fields["items"].queryset = offered.distinct()  # type: ignore[attr-defined]


class ChooseForm(forms.Form):
    """The priority that an option becomes, or that takes it up."""

    priority = forms.ModelChoiceField(
        label=_("Taken up by"),
        queryset=Priority.objects.none(),
        required=False,
        empty_label=_("– a new priority –"),
    )
    code = CodeField()
    name = forms.CharField(label=_("Name"), max_length=500, required=False)
    description = TextField(label=_("Description"))
    serves = PartsField(label=_("It serves"), queryset=StatementPart.objects.none(), required=False)
    reason = TextField(label=_("Why it was chosen"), rows=2)

    def __init__(self, data: Any, *, plan: Plan, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["priority"].queryset = plan.priorities.filter(archived_on__isnull=True)  # type: ignore[attr-defined]
        self.fields["serves"].queryset = plan.statement_parts.all()  # type: ignore[attr-defined]
        self.fields["code"].required = False


class DropForm(forms.Form):
    """Why an option is dropped."""

    reason = forms.CharField(label=_("Why it is dropped"), widget=forms.Textarea(attrs={"rows": 2}))


class PickForm(forms.Form):
    """Clauses of a vision and mission to pick out, and words of one's own."""

    vision = forms.MultipleChoiceField(
        label=_("From the vision"), required=False, widget=forms.CheckboxSelectMultiple
    )
    mission = forms.MultipleChoiceField(
        label=_("From the mission"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own = forms.CharField(label=_("Or in other words"), max_length=500, required=False)
    of = forms.ChoiceField(label=_("Part of"), required=False)

    def __init__(self, data: Any, *, proposed: dict[str, Sequence[str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for of, words in proposed.items():
            if words:
                self.fields[of].choices = [(each, each) for each in words]  # type: ignore[attr-defined]
            else:
                del self.fields[of]
        self.fields["of"].choices = [("vision", _("Vision")), ("mission", _("Mission"))]  # type: ignore[attr-defined]

    def parts(self) -> list[tuple[str, str]]:
        """What was picked: (of, text) each."""
        data = self.cleaned_data
        picked = [(of, text) for of in ("vision", "mission") for text in data.get(of, [])]
        return [*picked, *([(data["of"], data["own"])] if data["own"].strip() else [])]


class PartForm(forms.Form):
    """A part of vision or mission, and what it means in plain words."""

    text = forms.CharField(label=_("Words"), max_length=500)
    meaning = TextField(label=_("What it means"))


class PriorityLinksForm(forms.Form):
    """What a priority serves and answers."""

    serves = PartsField(label=_("It serves"), queryset=StatementPart.objects.none(), required=False)
    answers = ItemsField(label=_("It answers"), queryset=AnalysisItem.objects.none(), required=False)

    def __init__(self, data: Any, *, plan: Plan, items: QuerySet, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["serves"].queryset = plan.statement_parts.all()  # type: ignore[attr-defined]
        self.fields["answers"].queryset = items  # type: ignore[attr-defined]
