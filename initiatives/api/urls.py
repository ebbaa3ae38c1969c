"""The part of initiatives in /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from initiatives.api.framework import InitiativeElements, MethodElements, Methods, MethodStages

router = Router()
router.register("initiative-elements", InitiativeElements, "initiative-elements")
router.register("method-elements", MethodElements, "method-elements")
router.register("method-stages", MethodStages, "method-stages")
router.register("methods", Methods, "methods")
