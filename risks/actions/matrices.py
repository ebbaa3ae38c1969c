"""What the organisation sets once for its risks: matrices, categories with appetite, causes, losses borne."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Model, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from core.actions import action
from core.errors import Conflict, Fault
from org.models import User
from risks.matrices import check_matrix
from risks.matrices.content import BANDS, IMPACTS, LIKELIHOODS
from risks.models import LossAppetite, RiskCategory, RiskMatrix, SharedCause
from risks.validators import refuse

MATRIX = ("name", "likelihoods", "impacts", "scoring", "table", "bands")
CATEGORY = ("name", "description", "appetite", "appetite_words", "position")


def is_used(matrix: RiskMatrix) -> bool:
    """Whether something was rated by it: then only a new version changes it."""
    return matrix.ratings.exists() or matrix.workshops.exists()


@action
def create_matrix(*, by: User | None, **fields: Any) -> RiskMatrix:
    """Add a matrix of `MATRIX`; the first one is in use at once. Raises Refused."""
    matrix = RiskMatrix(is_current=not RiskMatrix.objects.filter(is_current=True).exists())
    _set(matrix, fields, MATRIX)
    taken = RiskMatrix.objects.filter(name__iexact=matrix.name).exists()
    refuse(check_matrix(matrix), _taken(taken))
    matrix.save()
    return matrix


@action
def change_matrix(*, by: User | None, matrix: RiskMatrix, **fields: Any) -> RiskMatrix:
    """Change a matrix by which nothing was rated yet; raises Conflict for others, Refused."""
    if is_used(matrix):
        words = _("Risks were rated by “%(matrix)s”: make a new version of it.")
        raise Conflict(words % {"matrix": matrix})
    _set(matrix, fields, MATRIX)
    refuse(check_matrix(matrix))
    matrix.save()
    return matrix


@action
def new_version(*, by: User | None, matrix: RiskMatrix, **fields: Any) -> RiskMatrix:
    """A version after this one, changed as `fields` say; ratings stay with the one they were made by.

    Raises Conflict where another version follows already, Refused.
    """
    if RiskMatrix.objects.filter(follows=matrix).exists():
        raise Conflict(_("A newer version of “%(matrix)s” exists: change that one.") % {"matrix": matrix})
    after = RiskMatrix(version=matrix.version + 1, follows=matrix)
    _set(after, {name: getattr(matrix, name) for name in MATRIX} | fields, MATRIX)
    refuse(check_matrix(after))
    after.save()
    return after


@action
def use_matrix(*, by: User | None, matrix: RiskMatrix) -> RiskMatrix:
    """Rate by this one from now on."""
    for other in RiskMatrix.objects.filter(is_current=True).exclude(pk=matrix.pk):
        other.is_current = False
        other.save(update_fields=["is_current"])
    matrix.is_current = True
    matrix.save(update_fields=["is_current"])
    return matrix


@action
def remove_matrix(*, by: User | None, matrix: RiskMatrix) -> None:
    """Remove a matrix by which nothing was rated and that is not in use; raises Conflict."""
    followed = RiskMatrix.objects.filter(follows=matrix).exists()
    if is_used(matrix) or matrix.is_current or followed:
        raise Conflict(_("“%(matrix)s” is in use, or something was rated by it.") % {"matrix": matrix})
    matrix.delete()


@action
def begin_with_matrix(*, by: User | None) -> RiskMatrix | None:
    """The five by five to begin with; None where there is a matrix already."""
    if RiskMatrix.objects.exists():
        return None
    levels = {"likelihoods": list(LIKELIHOODS), "impacts": list(IMPACTS)}
    return create_matrix(by=by, name=_("Risk matrix"), bands=list(BANDS), **levels)


@action
def create_category(*, by: User | None, **fields: Any) -> RiskCategory:
    """Add a category of `CATEGORY` after the others; raises Refused."""
    return _kept_category(RiskCategory(position=RiskCategory.objects.count()), fields)


@action
def change_category(*, by: User | None, category: RiskCategory, **fields: Any) -> RiskCategory:
    """Change a category; raises Refused."""
    return _kept_category(category, fields)


def _kept_category(category: RiskCategory, fields: dict[str, Any]) -> RiskCategory:
    _set(category, fields, CATEGORY)
    same = RiskCategory.objects.filter(name__iexact=category.name).exclude(pk=category.pk)
    refuse(_named(category.name), _taken(same.exists()))
    category.save()
    return category


@action
def archive_category(*, by: User | None, category: RiskCategory, archived: bool = True) -> RiskCategory:
    """Offer it no longer, or (`archived` false) again."""
    category.archived_on = timezone.localdate() if archived else None
    category.save(update_fields=["archived_on"])
    return category


@action
def remove_category(*, by: User | None, category: RiskCategory) -> None:
    """Remove a category without risks; raises Conflict, for others are archived."""
    _remove(category)


@action
def keep_cause(*, by: User | None, cause: SharedCause | None = None, **fields: Any) -> SharedCause:
    """Add or change a shared cause (`name`, `strength` from 0 to 1); raises Refused."""
    cause = cause or SharedCause()
    _set(cause, fields, ("name", "strength"))
    same = SharedCause.objects.filter(name__iexact=cause.name).exclude(pk=cause.pk)
    refuse(_named(cause.name), _taken(same.exists()), _share(cause.strength, "strength"))
    cause.save()
    return cause


@action
def remove_cause(*, by: User | None, cause: SharedCause) -> None:
    """Remove a cause that no risk has; raises Conflict."""
    _remove(cause)


@action
def keep_appetite(
    *, by: User | None, point: LossAppetite | None = None, loss: Decimal, probability: float
) -> LossAppetite:
    """Add or change a point of the curve that is borne; a higher loss never with a higher probability."""
    point = point or LossAppetite()
    point.loss, point.probability = loss, probability
    others = list(LossAppetite.objects.exclude(pk=point.pk))
    refuse(_share(probability, "probability"), _appetite_faults(point, others))
    point.save()
    return point


@action
def remove_appetite(*, by: User | None, point: LossAppetite) -> None:
    """Take a point out of the curve."""
    point.delete()


def _appetite_faults(point: LossAppetite, others: list[LossAppetite]) -> Iterator[Fault]:
    if point.loss < 0:
        yield Fault(_("A loss is 0 or more."), field="loss")
    if any(each.loss == point.loss for each in others):
        yield Fault(_("There is a point for this loss."), field="loss", code="unique")
    if any((each.loss < point.loss) and (each.probability < point.probability) for each in others) or any(
        (each.loss > point.loss) and (each.probability > point.probability) for each in others
    ):
        words = _("A higher loss cannot be borne more often than a lower one.")
        yield Fault(words, field="probability", code="order")


def _remove(row: Model) -> None:
    try:
        row.delete()
    except ProtectedError:
        raise Conflict(_("“%(name)s” is used by risks.") % {"name": row}) from None


def _share(value: float, field: str) -> Iterator[Fault]:
    if not 0 <= value <= 1:
        yield Fault(_("This goes from 0 to 1."), field=field)


def _named(name: str) -> Iterator[Fault]:
    if not name.strip():
        yield Fault(_("A name is needed."), field="name", code="required")


def _taken(taken: bool) -> Iterator[Fault]:
    if taken:
        yield Fault(_("This name is taken."), field="name", code="unique")


def _set(row: Model, fields: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = set(fields) - set(known)
    if unknown:
        raise TypeError(f"there is no {', '.join(sorted(unknown))}")
    for name, value in fields.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
