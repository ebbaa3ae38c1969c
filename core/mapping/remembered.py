"""What people said of their files' columns, kept for the next file with the same ones."""

from typing import Any

from django.utils import timezone

from core.mapping.mapping import Mapping, header_key
from core.mapping.sheet import Sheet
from core.models import ColumnMapping


def remembered(user: Any, purpose: str, sheet: Sheet) -> dict[str, str]:
    """Header → field ("" for left out) as this user last said for a file with these headers."""
    kept = ColumnMapping.objects.filter(owner=user.pk, purpose=purpose, headers=_key(sheet)).first()
    return dict(kept.fields) if kept else {}


def remember(user: Any, purpose: str, sheet: Sheet, mapping: Mapping) -> None:
    """Keep what was said; the latest counts."""
    fields = {
        header_key(header): mapping[position].field if position in mapping else ""
        for position, header in enumerate(sheet.headers)
    }
    ColumnMapping.objects.update_or_create(
        owner=user,
        purpose=purpose,
        headers=_key(sheet),
        defaults={"fields": fields, "used_at": timezone.now()},
    )


def _key(sheet: Sheet) -> list[str]:
    return [header_key(header) for header in sheet.headers]
