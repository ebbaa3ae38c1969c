"""Methods of running initiatives: their stages, what they ask for, and how an initiative answers."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Max, Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from initiatives.enums import ElementKind, ElementState
from initiatives.models import Initiative, InitiativeElement, Method, MethodElement, MethodStage
from initiatives.validators import check_standing, refuse
from org.models import User
from org.validators import validate_code


@action
def create_method(*, by: User | None, code: str, name: str, **fields: Any) -> Method:
    """Add a method (`summary`, `guidance`) after the others; raises Refused, ValidationError for the code."""
    method = Method(code=code, name=name, position=_next(Method.objects.all()), **fields)
    _check_method(method)
    method.save()
    return method


@action
def change_method(*, by: User | None, method: Method, **fields: Any) -> Method:
    """Change code, name, summary or guidance; raises Refused, ValidationError for the code."""
    _set(method, fields, ("code", "name", "summary", "guidance"))
    _check_method(method)
    method.save()
    return method


def _check_method(method: Method) -> None:
    validate_code(method.code)
    taken = Method.objects.filter(code__iexact=method.code).exclude(pk=method.pk).exists()
    faults = [Fault(_("There is a method with this code."), field="code", code="unique")] if taken else []
    refuse(faults, _named(method.name))


@action
def archive_method(*, by: User | None, method: Method, archived: bool = True) -> Method:
    """Offer a method no longer, or (`archived` false) again; initiatives that follow it go on."""
    method.archived_on = timezone.localdate() if archived else None
    method.save(update_fields=["archived_on"])
    return method


@action
def remove_method(*, by: User | None, method: Method) -> None:
    """Remove a method that no initiative follows; raises Conflict, for it can be archived."""
    count = method.initiatives.count()
    if count or InitiativeElement.objects.filter(element__method=method).exists():
        words = _("Initiatives follow “%(name)s” or did. Archive it instead.")
        raise Conflict(words % {"name": method.name})
    method.delete()


@action
def add_method_stage(*, by: User | None, method: Method, name: str, **fields: Any) -> MethodStage:
    """Add a stage (`purpose`, `guidance`) after the others; raises Refused."""
    refuse(_named(name))
    return MethodStage.objects.create(
        method=method, name=name.strip(), position=_next(method.stages.all()), **fields
    )


@action
def change_method_stage(*, by: User | None, stage: MethodStage, **fields: Any) -> MethodStage:
    """Change name, purpose, guidance or position; raises Refused."""
    _set(stage, fields, ("name", "purpose", "guidance", "position"))
    refuse(_named(stage.name))
    stage.save()
    return stage


@action
def remove_method_stage(*, by: User | None, stage: MethodStage) -> None:
    """Remove a stage with what it asks for; raises Conflict where initiatives stand there or answered it."""
    standing = Initiative.objects.filter(method_stage=stage).exists()
    if standing or InitiativeElement.objects.filter(element__stage=stage).exists():
        words = _("Initiatives stand at “%(name)s” or answered what it asks for: change it instead.")
        raise Conflict(words % {"name": stage.name})
    stage.delete()


@action
def add_method_element(
    *, by: User | None, method: Method, kind: str, name: str, stage: MethodStage | None = None, **fields: Any
) -> MethodElement:
    """Add a role, deliverable or check (`help`, `from_size`); without a stage it is asked for throughout."""
    position = _next(method.elements.all())
    element = MethodElement(
        method=method, kind=kind, name=name.strip(), stage=stage, position=position, **fields
    )
    refuse(_element_faults(element))
    element.save()
    return element


@action
def change_method_element(*, by: User | None, element: MethodElement, **fields: Any) -> MethodElement:
    """Change kind, name, help, stage, from_size or position; raises Refused."""
    _set(element, fields, ("kind", "name", "help", "stage", "from_size", "position"))
    refuse(_element_faults(element))
    element.save()
    return element


@action
def remove_method_element(*, by: User | None, element: MethodElement) -> bool:
    """Take it out; what initiatives answered already is archived (answer: false), else gone (true)."""
    if InitiativeElement.objects.filter(element=element).exists():
        element.archived_on = timezone.localdate()
        element.save(update_fields=["archived_on"])
        return False
    element.delete()
    return True


@action
def move_in_order(*, by: User | None, row: MethodStage | MethodElement, down: bool) -> None:
    """Change places with the neighbour before, or (`down`) after; at the end nothing happens."""
    rows = list(_beside(row))
    at = next(index for index, each in enumerate(rows) if each.pk == row.pk)
    to = at + (1 if down else -1)
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
    for position, each in enumerate(rows):
        if each.position != position:
            each.position = position
            each.save(update_fields=["position"])


def _beside(row: MethodStage | MethodElement) -> QuerySet[Any]:
    if isinstance(row, MethodStage):
        return row.method.stages.all()
    return row.method.elements.filter(stage=row.stage)


@action
def follow_method(
    *, by: User | None, initiative: Initiative, method: Method | None, stage: MethodStage | None = None
) -> Initiative:
    """Choose by which method an initiative is run and where it stands in it; raises Refused, Conflict.

    Without a stage it begins at the method's first. What was answered of another method is kept.
    """
    check_standing(initiative)
    if stage is not None and (method is None or stage.method_id != method.pk):
        refuse([Fault(_("This stage belongs to another method."), field="stage")])
    if stage is None and method is not None:
        kept = initiative.method_stage if initiative.method_id == method.pk else None
        stage = kept or method.stages.first()
    initiative.method, initiative.method_stage = method, stage
    initiative.save(update_fields=["method", "method_stage"])
    return initiative


@action
def answer_element(
    *, by: User | None, initiative: Initiative, element: MethodElement, state: str, **fields: Any
) -> InitiativeElement:
    """Say how an initiative answers what its method asks for: `person` (roles), `url`, `note`.

    Raises Refused: a role that is done names its person, and what is not needed says why.
    """
    check_standing(initiative)
    row = initiative.elements.filter(element=element).first()
    row = row or InitiativeElement(initiative=initiative, element=element)
    _set(row, fields, ("person", "url", "note"))
    refuse(_answer_faults(initiative, element, row, state))
    done_before = row.state == ElementState.DONE
    row.state = state
    if state != ElementState.DONE:
        row.done_on = None
    elif not done_before or row.done_on is None:
        row.done_on = timezone.localdate()
    row.save()
    return row


def _answer_faults(
    initiative: Initiative, element: MethodElement, row: InitiativeElement, state: str
) -> Iterator[Fault]:
    if element.method_id != initiative.method_id:
        yield Fault(_("The initiative is run by another method."), field="element")
    if state not in ElementState.values:
        yield Fault(_("Open, done or not needed."), field="state")
    if state == ElementState.DONE and element.kind == ElementKind.ROLE and row.person is None:
        yield Fault(_("Say who has this role."), field="person", code="required")
    if state == ElementState.NOT_NEEDED and not row.note.strip():
        yield Fault(_("Say why it is not needed here."), field="note", code="required")


def _element_faults(element: MethodElement) -> Iterator[Fault]:
    yield from _named(element.name)
    if element.kind not in ElementKind.values:
        yield Fault(_("A role, a deliverable or a check."), field="kind")
    if element.stage is not None and element.stage.method_id != element.method_id:
        yield Fault(_("This stage belongs to another method."), field="stage")


def _named(name: str) -> Iterator[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")


def _set(row: Model, fields: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = set(fields) - set(known)
    if unknown:
        raise TypeError(f"there is no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)


def _next(rows: QuerySet[Any]) -> int:
    last: int | None = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
