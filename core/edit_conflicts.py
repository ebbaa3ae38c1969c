"""Two people edit the same thing: the second is shown both versions, and nothing is overwritten unseen.

A form that changes an object carries a token of what each of its fields began with. Where a field began with
something else than it would begin with now, somebody changed it meanwhile.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext as _

from core.changes import Change, changes_of, tracked_kinds
from core.errors import Conflict

TOKEN = "edit_token"  # noqa: S105 (the name of a field)
THEIRS = "take_theirs"


@dataclass(frozen=True)
class Difference:
    """A field that somebody else changed: what it says now, and what this person wants it to say.

    `both`: whether this person changed it, too; otherwise theirs stands in the form.
    """

    name: str
    label: str
    theirs: str
    yours: str
    both: bool


@dataclass(frozen=True)
class EditConflict:
    """What was changed meanwhile; `change` and `person`: the newest of the history, None where untold."""

    differences: tuple[Difference, ...]
    change: Change | None = None
    person: Any = None


def token_of(form: forms.Form) -> str:
    """What the fields of a form begin with, as short hashes by name; empty where none changes anything."""
    return ",".join(f"{name}:{_hash(_shown(form, name))}" for name in _compared(form))


def conflict_of(form: forms.Form, thing: Model) -> EditConflict | None:
    """What somebody else changed since the (valid, posted) form was shown and would be overwritten now.

    Fields for which this person takes theirs are put into the form, which is valid again afterwards.
    """
    began = dict(part.split(":", 1) for part in str(form.data.get(TOKEN, "")).split(",") if ":" in part)
    if not began:
        return None
    data: QueryDict = form.data.copy()  # type: ignore[attr-defined]
    form.data = data
    chosen = set(data.getlist(THEIRS))
    for name in _compared(form):
        if name in chosen:
            _take(form, name)
    if chosen:
        form.full_clean()
    changed = [name for name in _compared(form) if began.get(name) not in (None, _hash(_shown(form, name)))]
    differing = [name for name in changed if name in form.changed_data]
    if not differing:
        return None
    differences = tuple(_difference(form, name, began[name]) for name in differing)
    return EditConflict(differences, *_newest(thing))


def lock_unchanged(thing: Model) -> None:
    """Keep others from changing the object until the transaction ends.

    Raises Conflict where it changed between being read and now: within one request, so a moment ago.
    """
    model = type(thing)
    now = model._base_manager.select_for_update().filter(pk=thing.pk).first()
    fields = [field.attname for field in model._meta.concrete_fields]
    if now is None or any(getattr(now, name) != getattr(thing, name) for name in fields):
        raise Conflict(_("Somebody changed this at the same moment. Nothing is lost: send it once more."))


def _compared(form: forms.Form) -> Iterator[str]:
    """The fields that begin with what the object says; others ask for something new, such as a day."""
    return (name for name, field in form.fields.items() if name in form.initial and not field.disabled)


def _shown(form: forms.Form, name: str) -> Any:
    """What a field begins with, as its control shows it."""
    field = form.fields[name]
    return field.prepare_value(form.get_initial_for_field(field, name))


def _text(value: Any) -> str:
    """A value as it is sent: empty for none, lines as browsers end them."""
    if value is None or value is False:
        return ""
    if isinstance(value, list | tuple | set) or hasattr(value, "values_list"):
        return " ".join(sorted(str(getattr(each, "pk", each)) for each in value))
    return str(getattr(value, "pk", value)).replace("\r\n", "\n").strip()


def _hash(value: Any) -> str:
    return hashlib.sha256(_text(value).encode()).hexdigest()[:16]


def _difference(form: forms.Form, name: str, began: str) -> Difference:
    field = form.fields[name]
    sent, theirs = form[name].data, _shown(form, name)
    touched = _hash(sent) != began
    found = Difference(
        name=name,
        label=str(field.label or form[name].label),
        theirs=_said(field, theirs),
        yours=_said(field, sent),
        both=touched,
    )
    if not touched:
        _take(form, name)
    return found


def _said(field: forms.Field, value: Any) -> str:
    """A value in words: of a choice its name."""
    choices: Any = getattr(field, "choices", None)
    if choices is None:
        return _text(value)
    wanted = set(_text(value).split()) if isinstance(value, list | tuple) else {_text(value)}
    return ", ".join(
        str(label).strip() for key, label in _flat(choices) if _text(getattr(key, "value", key)) in wanted
    )


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def _take(form: forms.Form, name: str) -> None:
    """Let a field of a posted form say what the object says now."""
    data: QueryDict = form.data  # type: ignore[assignment]
    key, value = form.add_prefix(name), _shown(form, name)
    if value is None or value is False:
        data.pop(key, None)
        data.update({key: ""} if value is None else {})
    elif isinstance(value, list | tuple | set) or hasattr(value, "values_list"):
        data.setlist(key, [str(getattr(each, "pk", each)) for each in value])
    else:
        data[key] = str(getattr(value, "pk", value))


def _newest(thing: Model) -> tuple[Change | None, Any]:
    """The newest entry of an object's history with who made it."""
    kind = thing._meta.label_lower
    changes = changes_of(kind, thing.pk, limit=1) if kind in tracked_kinds() else []
    change = changes[0] if changes else None
    pk = change.user_pk if change else None
    return change, get_user_model()._base_manager.filter(pk=pk).first() if pk else None
