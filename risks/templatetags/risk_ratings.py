"""The tag library `risk_ratings`: how a risk is rated, as shape and words."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui.marks import status_label
from risks.register.ratings import Rated

register = template.Library()


@register.simple_tag
def rated_label(of: Rated | None) -> SafeString:
    """The score with its band's shape and word; a risk without a rating is unrated, not zero."""
    if of is None:
        return format_html('<span class="muted">{}</span>', _("Unrated"))
    return status_label(of.mark, of.word)
