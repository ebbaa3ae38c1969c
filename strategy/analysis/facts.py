"""What is said of a finding, as labelled texts: what its page and paper show of it."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

# Said by the headline, or shown with links, pictures and words of their own.
ELSEWHERE = {
    "id",
    "position",
    "statement",
    "name",
    "state",
    "evidence",
    "evidence_url",
    "review_on",
    "now",
    "wanted",
    "tripwire",
    "crossing",
    "threshold",
    "trips_on",
    "tripped_at",
    "tripped_by",
    "tripped_for",
    "answer",
    "answered_at",
    "added_at",
}
RATINGS = {"impact", "likelihood", "confidence", "threat"}


@dataclass(frozen=True)
class Fact:
    """A field that says something: its label and its words."""

    label: Promise | str
    text: str


def facts_of(finding: models.Model) -> list[Fact]:
    """The fields of a finding that say something, in the order of the model; links to others are left out."""
    fields = [
        each
        for each in finding._meta.concrete_fields
        if not each.is_relation
        and each.name not in ELSEWHERE
        and getattr(finding, each.name) not in (None, "")
    ]
    return [Fact(each.verbose_name, _text(finding, each)) for each in fields]


def _text(finding: models.Model, field: models.Field) -> str:
    value = getattr(finding, field.name)
    if field.name in RATINGS:
        return _("%(rating)d of 5") % {"rating": value}
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
