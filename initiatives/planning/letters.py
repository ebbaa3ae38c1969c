"""Mail to who leads an initiative: what others moved, and what that does to their plan."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from initiatives.models import Initiative, PlanNotice
from initiatives.planning.notices import texts_of
from org.models import User
from strategy.letters import Letter, send

_TEMPLATES = "initiatives/planning/mail/notices.html", "initiatives/planning/mail/notices.txt"


def send_notices(initiative: Initiative, person: User, notices: Sequence[PlanNotice]) -> bool:
    """One mail about one move, in the language of its reader and with what they may know of."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        subject = _("A plan moved that yours waits for: %(name)s") % {"name": initiative.name}
        return send(
            Letter(
                to=person.email,
                name=person.name,
                subject=subject,
                title=initiative.name,
                about=_("Action plan"),
                templates=_TEMPLATES,
                series="action-plans",
                url=str(settings.BASE_URL) + reverse("initiative_plan", args=[initiative.code]),
                context={"notices": texts_of(notices, person)},
            )
        )
