"""When a report is sent: every day, on a day of the week or of the month, at a time of day."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_celery_beat.models import CrontabSchedule


class Repeats(models.TextChoices):
    """How often a report is sent."""

    DAILY = "daily", gettext_lazy("Every day")
    WEEKLY = "weekly", gettext_lazy("Every week")
    MONTHLY = "monthly", gettext_lazy("Every month")


class Weekday(models.TextChoices):
    """Days of the week, as cron counts them."""

    MONDAY = "1", gettext_lazy("Monday")
    TUESDAY = "2", gettext_lazy("Tuesday")
    WEDNESDAY = "3", gettext_lazy("Wednesday")
    THURSDAY = "4", gettext_lazy("Thursday")
    FRIDAY = "5", gettext_lazy("Friday")
    SATURDAY = "6", gettext_lazy("Saturday")
    SUNDAY = "0", gettext_lazy("Sunday")


@dataclass(frozen=True)
class Schedule:
    """A time of day in the installation's time zone, daily, weekly or monthly (day 1 to 28)."""

    repeats: str = Repeats.WEEKLY
    weekday: str = Weekday.MONDAY
    day_of_month: int = 5
    hour: int = 7
    minute: int = 0

    def crontab(self) -> CrontabSchedule:
        """The schedule as beat reads it; the same row for the same times."""
        row, _created = CrontabSchedule.objects.get_or_create(
            minute=str(self.minute),
            hour=str(self.hour),
            day_of_week=self.weekday if self.repeats == Repeats.WEEKLY else "*",
            day_of_month=str(self.day_of_month) if self.repeats == Repeats.MONTHLY else "*",
            month_of_year="*",
            timezone=settings.TIME_ZONE,
        )
        return row

    @classmethod
    def of(cls, crontab: CrontabSchedule) -> "Schedule":
        """The schedule that a crontab row says."""
        repeats = Repeats.DAILY
        if crontab.day_of_week != "*":
            repeats = Repeats.WEEKLY
        elif crontab.day_of_month != "*":
            repeats = Repeats.MONTHLY
        return cls(
            repeats=repeats,
            weekday=crontab.day_of_week if repeats == Repeats.WEEKLY else Weekday.MONDAY,
            day_of_month=int(crontab.day_of_month) if repeats == Repeats.MONTHLY else 5,
            hour=int(crontab.hour),
            minute=int(crontab.minute),
        )

    def __str__(self) -> str:
        time = time_format(dt.time(self.hour, self.minute), "H:i")
        if self.repeats == Repeats.WEEKLY:
            return _("Every %(day)s at %(time)s") % {"day": Weekday(self.weekday).label, "time": time}
        if self.repeats == Repeats.MONTHLY:
            return _("On day %(day)s of every month at %(time)s") % {"day": self.day_of_month, "time": time}
        return _("Every day at %(time)s") % {"time": time}
