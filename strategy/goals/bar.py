"""How far a goal is, as a bar: filled from the baseline to now, with a tick where it should be."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.ui.coverage import percent_text
from strategy.goals.progress import Progress
from strategy.goals.wording import PACE_STATUS

_TONES = {"green": "on", "amber": "near", "red": "off"}
_WIDTH = 120


def pace_bar(progress: Progress | None) -> SafeString | str:
    """The bar with what it shows in words for screen readers; nothing where there is no progress to show."""
    if progress is None:
        return ""
    done = min(1.0, max(0.0, progress.share))
    spoken = _("%(share)s of the way, %(expected)s expected") % {
        "share": percent_text(max(0.0, progress.share)),
        "expected": percent_text(progress.expected_share),
    }
    return format_html(
        '<svg class="pace-bar is-{}" viewBox="0 0 {} 12" role="img" aria-label="{}">'
        '<rect class="pace-track" y="3" width="{}" height="6" rx="3"/>'
        '<rect class="pace-fill" y="3" width="{}" height="6" rx="3"/>'
        '<rect class="pace-tick" x="{}" width="2" height="12"/></svg>',
        _TONES[PACE_STATUS[progress.pace]],
        _WIDTH,
        spoken,
        _WIDTH,
        round(done * _WIDTH, 1),
        round(min(progress.expected_share * _WIDTH, _WIDTH - 2), 1),
    )
