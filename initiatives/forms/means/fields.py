"""Fields that forms of means use: months, numbers of people, amounts, skills and sources."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from initiatives.models import FundingSource, Skill, Technology
from kpis.forms.fields import TypedNumberField

CENT = Decimal("0.01")
LARGEST = Decimal(10) ** 13


class MonthInput(forms.DateInput):
    """A month, with the browser's calendar of months."""

    input_type = "month"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m", **kwargs)


class MonthField(forms.DateField):
    """A month, such as 2027-03; cleans to its first day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=MonthInput(), input_formats=["%Y-%m", "%Y-%m-%d"], **kwargs)

    def clean(self, value: Any) -> dt.date | None:
        """The first day of the month."""
        day: dt.date | None = super().clean(value)
        return day.replace(day=1) if day else None


class FteField(TypedNumberField):
    """A number of full-time people: 0.5, or as the reader writes it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"unit": "", "least": 0, "label": gettext_lazy("FTE"), **kwargs})


class QuantityField(TypedNumberField):
    """How much of a technology."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"unit": "", "least": 0, **kwargs})


class AmountField(TypedNumberField):
    """An amount of money as people write or paste it; cleans to a Decimal, or None where it is empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"unit": "", "least": 0, "required": False, **kwargs})

    def clean(self, value: Any) -> Decimal | None:
        """The amount, to the cent."""
        if isinstance(value, Decimal):  # a field that is held fast gives what is stored
            return value
        number = super().clean(value)
        if number is None:
            return None
        amount = Decimal(repr(number))
        if amount >= LARGEST:
            raise ValidationError(_("That is more money than there is."))
        return amount.quantize(CENT)

    def prepare_value(self, value: Any) -> Any:
        """A stored amount without cents that are none; what was typed stays as it is."""
        if isinstance(value, Decimal):
            whole = value.to_integral_value()
            return f"{whole:f}" if whole == value else f"{value.quantize(CENT):f}"
        return value


class SkillField(forms.ModelChoiceField):
    """A skill that is offered; `kept`: the one that is named now, even if it no longer is."""

    def __init__(self, *, kept: int | None = None, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "label": gettext_lazy("Skill"),
            "queryset": _offered(Skill.objects.all(), kept),
        }
        super().__init__(**given | kwargs)


class SourceField(forms.ModelChoiceField):
    """A funding source, or none."""

    def __init__(self, *, kept: int | None = None, **kwargs: Any) -> None:
        given: dict[str, Any] = {
            "label": gettext_lazy("Source"),
            "queryset": _offered(FundingSource.objects.all(), kept),
            "required": False,
            "empty_label": gettext_lazy("– not said –"),
        }
        super().__init__(**given | kwargs)


class TechnologyField(forms.ModelChoiceField):
    """A technology that is offered."""

    def __init__(self, *, kept: int | None = None, **kwargs: Any) -> None:
        queryset = _offered(Technology.objects.all(), kept)
        super().__init__(**{"label": gettext_lazy("Technology"), "queryset": queryset, **kwargs})


def _offered(things: QuerySet[Any], kept: int | None) -> QuerySet[Any]:
    return things.filter(Q(archived_on=None) | Q(pk=kept))
