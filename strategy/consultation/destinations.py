"""Where in the plan a proposed wording can go: the texts of each kind of element."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from strategy.enums import Element
from strategy.models import Remark

Choices = tuple[tuple[str, Promise | str], ...]
NAMED: Choices = (("name", _("Name")), ("description", _("Description")))
TEXTS: dict[str, Choices] = {
    Element.PLAN: (("description", _("Description")),),
    Element.VISION: (("vision", _("Vision")),),
    Element.MISSION: (("mission", _("Mission")),),
    Element.VALUE: (("name", _("Name")), ("description", _("What it means"))),
    Element.PRIORITY: NAMED,
    Element.OBJECTIVE: NAMED,
    Element.GOAL: (("statement", _("Statement")),),
}


def destinations(remark: Remark) -> Choices:
    """Fields of what a remark is about that a wording can become: name and label."""
    return TEXTS[remark.about]
