"""The secret address from which one person's calendar program reads."""

from django.conf import settings
from django.urls import reverse

from strategy.consultation.guests import digest_of
from strategy.models import CalendarFeed


def feed_url(secret: str) -> str:
    """The whole address to subscribe to."""
    return settings.BASE_URL + reverse("calendar_feed", args=[secret])


def feed_behind(secret: str) -> CalendarFeed | None:
    """The feed that a secret opens; None where it opens none (any more) or its person has left."""
    found = CalendarFeed.objects.filter(digest=digest_of(secret), person__is_active=True)
    return found.select_related("person").first()
