"""What peers reach."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from kpis.enums import Frequency
from kpis.models.kpi import KPI


@tracked
class PeerBenchmark(models.Model):
    """What a peer reached by a KPI's measure in one period, and where that is said."""

    kpi = models.ForeignKey(KPI, on_delete=models.CASCADE, related_name="benchmarks")
    peer = models.CharField(_("Peer"), max_length=200)
    frequency = models.CharField(_("Frequency"), max_length=8, choices=Frequency.choices)
    period = models.IntegerField(help_text="the period's ordinal at its frequency")
    value = models.FloatField(_("Value"))
    source = models.TextField(_("Source"))
    source_url = models.URLField(_("Address of the source"), blank=True)

    class Meta:
        ordering = ["peer", "-period"]
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "peer", "frequency", "period"], name="one_benchmark_a_peer_and_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kpi_id} {self.peer} {self.frequency} {self.period}: {self.value}"
