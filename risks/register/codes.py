"""Codes for risks that came without one."""

import re

from django.utils.text import slugify

from risks.models import Risk
from risks.validators import LONGEST_CODE

_NO_CODE = re.compile(r"[^\w.:-]+")
_WORDS = 4


def code_of(text: str) -> str:
    """A code as addresses can hold it: "R 1/2" becomes "R-1-2"; "" where nothing is left."""
    return _NO_CODE.sub("-", text).strip("-.:")[:LONGEST_CODE]


def free_code(title: str) -> str:
    """A code made of the first words of a title that no risk has yet: STORM-SURGE, STORM-SURGE-2."""
    words = slugify(title).upper().split("-")[:_WORDS]
    base = "-".join(words)[: LONGEST_CODE - 4].strip("-") or "RISK"
    known = Risk.objects.filter(code__istartswith=base).values_list("code", flat=True)
    taken = {each.upper() for each in known}
    code, number = base, 2
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code
