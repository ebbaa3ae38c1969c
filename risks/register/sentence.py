"""Cause, event and consequence as one sentence."""

from django.utils.translation import gettext as _

from risks.enums import RiskKind
from risks.models import Risk


def sentence_of(risk: Risk) -> str:
    """What may happen, why, and what follows; parts that nobody wrote are left out, without any: empty."""
    cause, event, consequence = (
        text.strip().rstrip(".") for text in (risk.cause, risk.event, risk.consequence)
    )
    parts = []
    if cause:
        parts.append(_("Because of this: %(cause)s.") % {"cause": _begun_small(cause)})
    if event:
        parts.append(_("It may happen that %(event)s.") % {"event": _begun_small(event)})
    if consequence:
        words = (
            _("This would bring: %(consequence)s.")
            if risk.kind == RiskKind.OPPORTUNITY
            else _("This would lead to: %(consequence)s.")
        )
        parts.append(words % {"consequence": _begun_small(consequence)})
    return " ".join(parts)


def _begun_small(text: str) -> str:
    """Inside a sentence a lone capital begins no longer large; abbreviations and “I” stay."""
    second = text[1:2]
    return text[0].lower() + text[1:] if second.islower() else text
