"""A matrix of five by five to begin with. An organisation makes it its own in the browser."""

from django.utils.translation import gettext_noop as _

LIKELIHOODS = (
    {"label": _("Rare"), "text": _("less than once in twenty years")},
    {"label": _("Unlikely"), "text": _("once in twenty years")},
    {"label": _("Possible"), "text": _("once in five years")},
    {"label": _("Likely"), "text": _("every other year")},
    {"label": _("Almost certain"), "text": _("every year")},
)
IMPACTS = (
    {"label": _("Slight"), "text": _("nobody outside notices")},
    {"label": _("Minor"), "text": _("some weeks of trouble for one department")},
    {"label": _("Moderate"), "text": _("an objective is missed for a year")},
    {"label": _("Major"), "text": _("an objective is lost, or somebody is hurt")},
    {"label": _("Severe"), "text": _("the strategy fails, or lives are lost")},
)
BANDS = (
    {"key": "low", "label": _("Low"), "tone": "low", "least": 1, "review_months": 12},
    {"key": "medium", "label": _("Medium"), "tone": "medium", "least": 5, "review_months": 6},
    {"key": "high", "label": _("High"), "tone": "high", "least": 10, "review_months": 3},
    {"key": "extreme", "label": _("Extreme"), "tone": "extreme", "least": 17, "review_months": 1},
)
