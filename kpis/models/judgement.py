"""What people say of a number beside what is computed: a status set by hand, a split of the baseline."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.models import Known
from kpis.enums import Frequency, OverrideStatus
from kpis.models.kpi import KPI
from org.models import Department


class StatusOverride(Known):
    """A cell's status set by hand, for a reason and until a day; the computed one stays beside it.

    Lifting it, or setting another, closes the row.
    """

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    frequency = models.CharField(max_length=8, choices=Frequency.choices)
    period = models.IntegerField(help_text="the period's ordinal at its frequency")
    status = models.CharField(_("Status"), max_length=5, choices=OverrideStatus.choices)
    reason = models.TextField(_("Reason"))
    expires_on = models.DateField(_("Holds until"))
    lifting_reason = models.TextField(_("Why it was lifted"), blank=True, db_default="")
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "department", "frequency", "period"],
                condition=Q(known_to__isnull=True),
                name="one_current_override",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_override_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} {self.frequency} {self.period}: {self.status}"


class BaselineSplit(Known):
    """That a new baseline begins with a native period: the process is another since then, for a reason."""

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="+")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    period = models.IntegerField(help_text="the period's ordinal at the KPI's native frequency")
    reason = models.TextField(_("Reason"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "department", "period"],
                condition=Q(known_to__isnull=True),
                name="one_current_split",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_split_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.department_id} from {self.period}"
