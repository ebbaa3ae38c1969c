"""The organisation's part of /api/v1/; `smo.api` puts the parts together."""

from core.api.routers import Router
from org.api.departments import Departments
from org.api.history import History
from org.api.people import Memberships, People
from org.api.saved_views import SavedViews
from org.api.tokens import Tokens

router = Router()
router.register("departments", Departments, "departments")
router.register("people", People, "people")
router.register("memberships", Memberships, "memberships")
router.register("tokens", Tokens, "tokens")
router.register("history", History, "history")
router.register("saved-views", SavedViews, "saved-views")
