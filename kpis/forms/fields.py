"""Fields that forms of KPIs use: numbers, shares as percentages, people."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from kpis.grid.typed import number_as_typed
from kpis.intake.reading import read_number
from org.enums import AccountKind
from org.models import User


def _plain(number: float) -> str:
    """A number as people type it, which reads back as the same float."""
    return repr(number).removesuffix(".0")


class NumberField(forms.CharField):
    """A finite number with a decimal point, read as in files; cleans to a float, or None where it is empty.

    A stored float is shown so that it reads back as the same float.
    """

    def __init__(self, *, least: float | None = None, **kwargs: Any) -> None:
        widget = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "class": "is-number"})
        super().__init__(**{"max_length": 40, "widget": widget, **kwargs})
        self.least = least

    def clean(self, value: Any) -> Any:
        """The number, at least `least`."""
        text = super().clean(value)
        if not text:
            return None
        try:
            number = self.read(text)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        if self.least is not None and number < self.least:
            raise ValidationError(_("At least %(least)g.") % {"least": self.least})
        return number

    def read(self, text: str) -> float:
        """The number that a text means; raises ValueError with the reason."""
        return read_number(text)

    def prepare_value(self, value: Any) -> Any:
        """The text of a stored number; what was typed stays as it is."""
        return _plain(value) if isinstance(value, float) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another number was typed; 8 and 8.0 are the same."""
        try:
            return bool(self.clean(data) != initial)
        except ValidationError:
            return True


class TypedNumberField(NumberField):
    """A number as people write it or paste it: 1.234,5, 1 234,5 or, of a KPI in %, 12 %."""

    def __init__(self, *, unit: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.unit = unit

    def read(self, text: str) -> float:
        """The number that is meant; what was shown reads back as it was in every language."""
        if isinstance(self.initial, float) and text == _plain(self.initial):
            return self.initial
        return number_as_typed(text, self.unit)


class ShareField(NumberField):
    """A share from 0 to 1, typed as a percentage from 0 to `most`."""

    def __init__(self, *, most: float = 100, **kwargs: Any) -> None:
        super().__init__(least=0, **kwargs)
        self.most = most

    def clean(self, value: Any) -> Any:
        """The share."""
        percentage = super().clean(value)
        if percentage is None:
            return None
        if percentage > self.most:
            raise ValidationError(_("At most %(most)g.") % {"most": self.most})
        return float(Decimal(repr(percentage)) / 100)

    def prepare_value(self, value: Any) -> Any:
        """The percentage of a stored share."""
        return _plain(float(Decimal(repr(value)) * 100)) if isinstance(value, float) else value


class PersonField(forms.ModelChoiceField):
    """A person who may sign in; `offer` adds the one who is named now, even if they no longer may."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=User.objects.none(), required=False, **kwargs)

    def offer(self, named: User | None = None) -> None:
        """Fill the choices; called when a form is made."""
        people = User.objects.filter(kind=AccountKind.PERSON, is_active=True)
        if named is not None:
            people = User.objects.filter(Q(pk=named.pk) | Q(pk__in=people))
        self.queryset = people.order_by("name", "email")

    def label_from_instance(self, obj: Any) -> str:
        """The name, and the title that tells two of a name apart."""
        return f"{obj.name} ({obj.job_title})" if obj.job_title else str(obj.name)
