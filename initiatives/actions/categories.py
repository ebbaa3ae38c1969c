"""Kinds of initiatives that the organisation tells apart."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.models import Category
from initiatives.validators import refuse
from org.models import User

LONGEST = 100


@action
def add_category(*, by: User | None, name: str, description: str = "") -> Category:
    """Add a category after the others; raises Refused."""
    last: int | None = Category.objects.aggregate(last=Max("position"))["last"]
    category = Category(position=0 if last is None else last + 1)
    return _kept(category, name, description)


@action
def change_category(*, by: User | None, category: Category, **fields: Any) -> Category:
    """Change name, description or position; raises Refused."""
    category.position = fields.pop("position", category.position)
    name, text = fields.pop("name", category.name), fields.pop("description", category.description)
    if fields:
        raise TypeError(f"a category has no {', '.join(fields)}")
    return _kept(category, name, text)


def _kept(category: Category, name: str, description: str) -> Category:
    category.name, category.description = name.strip(), description.strip()
    refuse(_faults(category))
    category.save()
    return category


def _faults(category: Category) -> Iterator[Fault]:
    if not category.name:
        yield Fault(_("A name is needed."), field="name", code="required")
    elif len(category.name) > LONGEST:
        yield Fault(_("A name has at most %(most)d letters.") % {"most": LONGEST}, field="name")
    elif Category.objects.filter(name__iexact=category.name).exclude(pk=category.pk).exists():
        yield Fault(_("There is a category of this name."), field="name", code="unique")


@action
def remove_category(*, by: User | None, category: Category) -> None:
    """Remove a category that no initiative has; raises Conflict, for it can be archived."""
    count = category.initiatives.count()
    if count:
        words = _("“%(name)s” is the category of %(n)d initiatives. Archive it instead.")
        raise Conflict(words % {"name": category.name, "n": count})
    category.delete()


@action
def archive_category(*, by: User | None, category: Category, archived: bool = True) -> Category:
    """Offer a category no longer, or (`archived` false) again; initiatives that have it keep it."""
    category.archived_on = timezone.localdate() if archived else None
    category.save(update_fields=["archived_on"])
    return category
