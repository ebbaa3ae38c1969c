"""The assembled product. Celery's app is loaded with it so that shared tasks bind to it."""

from smo.celery import app as celery_app

__all__ = ["celery_app"]
