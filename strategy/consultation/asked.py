"""Who is asked in a round and who has said something: the list that the office looks after."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from org.enums import Role
from org.models import Membership
from strategy.consultation.guests import works
from strategy.models import Consultation, ConsultationInvitation


@dataclass(frozen=True)
class Asked:
    """An invitation with how many remarks came of it, and whether a guest's link works now."""

    invitation: ConsultationInvitation
    remarks: int
    link_works: bool

    @property
    def name(self) -> str:
        """Who is asked."""
        one = self.invitation
        return str(one.person or one.department or one.guest_name)

    @property
    def detail(self) -> str:
        """What they are."""
        one = self.invitation
        if one.guest_email:
            return one.guest_organisation or _("Guest")
        return _("Department") if one.department_id else (one.person.job_title if one.person else "")


def asked_in(consultation: Consultation) -> list[Asked]:
    """Everybody who is or was asked, in the order of invitation; five queries."""
    invitations = consultation.invitations.select_related("person", "department")
    remarks = consultation.remarks.filter(withdrawn_at__isnull=True)
    by = Counter(remarks.values_list("author_id", flat=True))
    by_guest = Counter(remarks.values_list("guest_id", flat=True))
    of_department = Counter(remarks.values_list("department_id", flat=True))
    found = []
    for each in invitations:
        each.consultation = consultation
        count = by_guest[each.pk] if each.guest_email else by[each.person_id] if each.person_id else 0
        count += of_department[each.department_id] if each.department_id else 0
        found.append(Asked(each, count, bool(each.guest_email) and works(each)))
    return found


def without_head(asked: list[Asked]) -> list[str]:
    """Names of invited departments that nobody heads, so that nobody gets the mail."""
    wanted = {one.invitation.department_id for one in asked if one.invitation.department_id}
    headed = set(
        Membership.objects.filter(department__in=wanted, role=Role.DEPARTMENT_HEAD).values_list(
            "department", flat=True
        )
    )
    return [one.name for one in asked if one.invitation.department_id in wanted - headed]
