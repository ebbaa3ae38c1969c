"""The one organisation of this installation, with its fiscal calendar."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from org.enums import FiscalYearName


@tracked
class Organisation(models.Model):
    """Name and fiscal year; there is exactly one row."""

    name = models.CharField(_("Name"), max_length=200)
    tagline = models.CharField(_("Line under the name"), max_length=200, blank=True)
    fiscal_year_first_month = models.PositiveSmallIntegerField(_("First month of the fiscal year"), default=1)
    fiscal_year_named_by = models.CharField(
        _("A fiscal year is named by"),
        max_length=5,
        choices=FiscalYearName.choices,
        default=FiscalYearName.END,
    )
    currency = models.CharField(_("Currency"), max_length=3, default="EUR")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_organisation_an_installation"),
            models.CheckConstraint(
                condition=models.Q(fiscal_year_first_month__range=(1, 12)), name="first_month_is_a_month"
            ),
        ]

    def __str__(self) -> str:
        return self.name
