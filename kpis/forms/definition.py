"""Defining a KPI: its card, how it is counted, when it is on target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kpis.enums import Kind
from kpis.forms.card import CardForm
from kpis.forms.counting import CountingForm
from kpis.forms.lines import LinesForm
from kpis.models import KPI, Definition
from kpis.validators import BAND, LINE
from org.validators import validate_code


@dataclass(frozen=True)
class Group:
    """Fields that belong together. `only_for`: the style sheet shows them where that is chosen."""

    title: str
    lead: str
    fields: list[BoundField]
    only_for: str = ""

    @property
    def has_errors(self) -> bool:
        """Whether something in it must be mended, so that it has to be seen."""
        return any(field.errors for field in self.fields)


class KpiForm(CardForm, CountingForm, LinesForm):
    """What of a KPI may change."""

    def groups(self) -> list[Group]:
        """The fields as the page lays them out."""
        return [
            self._group(_("What it is"), "", ["code", "name", "unit", "decimals", "owner", "tendency"]),
            self._group(_("In words"), "", ["purpose", "method", "source", "limits_of_use"]),
            self._group(_("How far it can be relied upon"), "", ["quality", "quality_rated_on"]),
            self._group(_("Where its values come from"), "", ["kind"]),
            self._group(_("Formula"), _formula_lead(), ["formula"], only_for="formula"),
            self._group(_("How it is counted"), "", _COUNTED),
            self._group(
                _("When it is on target"), _("Changes hold for all periods."), ["direction", "tolerance"]
            ),
            self._group(_("Target and lines"), _line_lead(), [*LINE, "stretch_target"], only_for="line"),
            self._group(_("Band and lines"), _band_lead(), BAND, only_for="band"),
        ]

    def _group(self, title: str, lead: str, names: Sequence[str], only_for: str = "") -> Group:
        return Group(title, lead, [self[name] for name in names if name in self.fields], only_for)


_COUNTED = [
    "frequency",
    "due_days",
    "time_rollup",
    "department_rollup",
    "own_value",
    "missing_policy",
    "carry_limit",
    "min_coverage",
    "approval_needed",
]


def _formula_lead() -> str:
    return _(
        "Computed at every department and over every stretch of time on what its inputs add up to there, so "
        "that a rate is never an average of rates. It is counted as often as the input counted least often."
    )


def _line_lead() -> str:
    return _(
        "For a KPI whose higher or lower values are better. They hold wherever a department has no target of "
        "its own for a period; without a target there is no score."
    )


def _band_lead() -> str:
    return _(
        "For a KPI that is best inside a band. The edges hold wherever a department has none of its own for "
        "a period; without a band there is no score."
    )


class NewKpiForm(KpiForm):
    """A KPI with its code."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=60,
        validators=[validate_code],
        help_text=gettext_lazy("Stands in files and links, and stays: for instance water-losses."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A KPI that is there already is told of while the name is typed.
        self.fields["name"].widget.attrs |= {
            "hx-get": reverse_lazy("similar_kpis"),
            "hx-trigger": "load, input changed delay:400ms",
            "hx-target": "#similar",
            "hx-include": "#id_unit",
        }


class ChangeKpiForm(KpiForm):
    """A KPI as it is defined now. `keeps_frequency`: it has values or targets for periods of its own."""

    def __init__(
        self, data: Any, *, kpi: KPI, definition: Definition, keeps_frequency: bool, **kwargs: Any
    ) -> None:
        initial = {name: _stored(kpi, definition, name) for name in self.base_fields}
        super().__init__(data, initial=initial, owner=kpi.owner, **kwargs)
        if keeps_frequency:
            self.fields["frequency"].disabled = True
            self.fields["frequency"].help_text = _("It has values or targets, so this stays.")
            self.fields["kind"].disabled = definition.kind == Kind.REPORTED
            self.fields["kind"].help_text = self.fields["frequency"].help_text


def _stored(kpi: KPI, definition: Definition, name: str) -> Any:
    return getattr(kpi, name) if hasattr(kpi, name) else getattr(definition, name)
