"""Tasks of the measuring instrument: each safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from kpis import actions
from kpis.models import DirtyKPI, RollupRun


@shared_task(name="kpis.roll_up_dirty")
def roll_up_dirty() -> None:
    """Compute what changed; a thousand wake-ups find the work done by the first."""
    actions.roll_up_dirty()


@shared_task(name="kpis.sweep_dirty")
def sweep_dirty() -> None:
    """Compute what a killed worker or a lost message left behind."""
    if DirtyKPI.objects.filter(since__lt=timezone.now() - timedelta(seconds=5)).exists():
        actions.roll_up_dirty()


@shared_task(name="kpis.roll_up_all")
def roll_up_all() -> None:
    """Have everything computed: a new day changes what has ended and what is expected."""
    RollupRun.objects.filter(started_at__lt=timezone.now() - timedelta(days=30)).delete()
    actions.share_rollup()
