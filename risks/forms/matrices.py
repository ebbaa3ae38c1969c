"""Matrices, categories with appetite, shared causes and what is borne."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from risks.enums import Scoring
from risks.matrices import bands_of
from risks.models import RiskMatrix
from strategy.forms.fields import ShareField, TextField

MOST_BANDS = 7
TONES = (
    ("low", gettext_lazy("calm")),
    ("medium", gettext_lazy("to watch")),
    ("high", gettext_lazy("bad")),
    ("extreme", gettext_lazy("worst")),
)


class LevelsField(forms.CharField):
    """Levels, one a line from the lowest: a label, and after a colon what it means."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 7}), **kwargs)

    def clean(self, value: Any) -> list[dict[str, str]]:
        """A label and a text each."""
        lines = [line.partition(":") for line in super().clean(value).splitlines() if line.strip()]
        return [{"label": label.strip(), "text": text.strip()} for label, _colon, text in lines]

    def prepare_value(self, value: Any) -> Any:
        """Stored levels as lines; what was typed stays as it is."""
        if not isinstance(value, list):
            return value
        texts = (f": {each['text']}" if each.get("text") else "" for each in value)
        return "\n".join(f"{each['label']}{text}" for each, text in zip(value, texts, strict=True))


class TableField(forms.CharField):
    """Scores, a line for each likelihood from the lowest, in it one for each impact."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 7}), **kwargs)

    def clean(self, value: Any) -> list[list[int]]:
        """Rows of whole numbers."""
        text = super().clean(value).replace(",", " ")
        rows = [line.split() for line in text.splitlines() if line.strip()]
        if any(not (cell.isascii() and cell.isdecimal()) for row in rows for cell in row):
            raise ValidationError(_("Every score of the table is a whole number."))
        return [[int(cell[:6]) for cell in row] for row in rows]

    def prepare_value(self, value: Any) -> Any:
        """Stored rows as lines."""
        if not isinstance(value, list):
            return value
        return "\n".join(" ".join(str(cell) for cell in row) for row in value)


class MatrixForm(forms.Form):
    """A matrix: levels, how they make a score, and bands; an emptied band goes."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    likelihoods = LevelsField(
        label=gettext_lazy("Levels of likelihood"),
        help_text=gettext_lazy("3 to 7, one a line from the lowest: “Rare: once in twenty years”."),
    )
    impacts = LevelsField(
        label=gettext_lazy("Levels of impact"), help_text=gettext_lazy("3 to 7, one a line from the lowest.")
    )
    scoring = forms.ChoiceField(
        label=gettext_lazy("Score"), choices=Scoring.choices, widget=forms.RadioSelect, initial="product"
    )
    table = TableField(
        label=gettext_lazy("Table of scores"),
        help_text=gettext_lazy(
            "Only where the score is as the table says: a line for each likelihood from the lowest, "
            "with a number for each impact."
        ),
    )

    def __init__(self, data: Any, *, matrix: RiskMatrix | None = None) -> None:
        names = ("name", "likelihoods", "impacts", "scoring", "table")
        super().__init__(data, initial={name: getattr(matrix, name) for name in names} if matrix else None)
        bands = bands_of(matrix) if matrix else []
        for n in range(MOST_BANDS):
            band = bands[n] if n < len(bands) else None
            self.fields |= {
                f"band_{n}": _text(_("Band"), band.label if band else ""),
                f"tone_{n}": forms.ChoiceField(
                    label=_("Looks"), choices=TONES, required=False, initial=band.tone if band else "low"
                ),
                f"least_{n}": _number(_("From score"), 999, band.least if band else None),
                f"months_{n}": _number(_("Months between reviews"), 60, band.review_months if band else None),
            }

    @property
    def band_rows(self) -> list[list[forms.BoundField]]:
        """The fields of each band."""
        return [
            [self[f"{part}_{n}"] for part in ("band", "tone", "least", "months")] for n in range(MOST_BANDS)
        ]

    def wanted(self) -> dict[str, Any]:
        """The fields of a matrix."""
        said = {
            name: self.cleaned_data[name] for name in ("name", "likelihoods", "impacts", "scoring", "table")
        }
        return said | {"bands": list(self._bands())}

    def _bands(self) -> Iterator[dict[str, Any]]:
        for n in range(MOST_BANDS):
            label = self.cleaned_data[f"band_{n}"]
            if label:
                yield {
                    "key": slugify(label)[:20] or f"band-{n + 1}",
                    "label": label,
                    "tone": self.cleaned_data[f"tone_{n}"] or "low",
                    "least": self.cleaned_data[f"least_{n}"],
                    "review_months": self.cleaned_data[f"months_{n}"],
                }


class CategoryForm(forms.Form):
    """A kind of risk, and how much of it is borne."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=100)
    description = TextField(label=gettext_lazy("What belongs there"), rows=2)
    appetite = forms.IntegerField(
        label=gettext_lazy("Highest score we are willing to bear"),
        min_value=0,
        max_value=999,
        required=False,
        help_text=gettext_lazy(
            "On the matrix in use; a threat with a higher current score is above appetite."
        ),
    )
    appetite_words = TextField(label=gettext_lazy("In words"), rows=2)


class CauseForm(forms.Form):
    """Something that would set off several risks at once."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    strength = ShareField(
        label=gettext_lazy("How much it ties risks together, in percent"),
        initial=0.5,
        help_text=gettext_lazy("0: not at all, 100: they happen together or not at all."),
    )


class AppetiteForm(forms.Form):
    """A point of the curve that is borne."""

    loss = forms.DecimalField(
        label=gettext_lazy("Loss in a year above"), max_digits=16, decimal_places=2, min_value=0
    )
    probability = ShareField(label=gettext_lazy("at most with probability, in percent"))


def _text(label: str, initial: str) -> forms.CharField:
    return forms.CharField(label=label, max_length=60, required=False, initial=initial)


def _number(label: str, most: int, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=most, required=False, initial=initial)
