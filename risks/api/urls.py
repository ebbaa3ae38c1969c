"""The part of risks in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router

router = Router()
