"""On a risk's page: its bowtie, and the course of its score."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from risks.models import Risk
from risks.pictures.bowtie import bowtie_of


def bowtie(request: HttpRequest, risks: Sequence[Risk]) -> dict[Any, SafeString]:
    """Causes, event and consequences of the one risk of the page, with what stands between them."""
    drawn = {risk.pk: bowtie_of(risk) for risk in risks}
    return {
        pk: render_to_string("risks/pictures/bowtie.html", {"bowtie": each}, request)
        for pk, each in drawn.items()
        if each.is_drawn
    }
