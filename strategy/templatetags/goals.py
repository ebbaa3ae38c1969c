"""The tag library `goals`: SMART letters, pace and steps drawn."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui.marks import status_label
from strategy.enums import ActivityState
from strategy.goals.bar import pace_bar
from strategy.goals.finding import Verdict
from strategy.goals.progress import Progress
from strategy.goals.wording import LETTERS, PACE_STATUS, PACES, VERDICTS, progress_text
from strategy.models import GoalStep

register = template.Library()
register.simple_tag(pace_bar)
register.simple_tag(progress_text)


@register.simple_tag
def letter_name(letter: str) -> str:
    """S as "Specific"."""
    return str(LETTERS[letter])


@register.simple_tag
def verdict_word(verdict: Verdict) -> str:
    """Whether a letter is met, in words."""
    return str(VERDICTS[verdict])


@register.simple_tag
def pace_label(progress: Progress) -> SafeString:
    """Shape and word of a pace."""
    return status_label(PACE_STATUS[progress.pace], str(PACES[progress.pace]))


@register.simple_tag
def late_label() -> SafeString:
    """The mark of what should be done already."""
    return status_label("late")


@register.simple_tag
def step_label(step: GoalStep, late: bool) -> SafeString:
    """Shape and word of a step's state; late ones say so."""
    if late:
        words = _("Late, %(state)s") % {"state": step.get_state_display().lower()}
        return status_label("late", words)
    status = {ActivityState.DONE: "green", ActivityState.DROPPED: "not_applicable"}
    return status_label(status.get(ActivityState(step.state), "not_due"), step.get_state_display())
