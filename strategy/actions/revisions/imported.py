"""What an import held that has no field here: a branch shows it, and nobody changes it there."""

from django.db.models import OuterRef, Subquery

from strategy.models import Objective, Plan, Priority


def carry_extras(branch: Plan) -> None:
    """Give a branch what its plan and their elements keep beside their fields, so that StratML says it too.

    It is content of the file, not of the agreement: compared it is not, and it does not come back.
    """
    assert branch.revises is not None, "a branch revises a plan"
    branch.extra = branch.revises.extra
    branch.save(update_fields=["extra"])
    _of_elements(Priority, branch)
    _of_elements(Objective, branch)


def _of_elements(model: type[Priority] | type[Objective], branch: Plan) -> None:
    origin = model.objects.filter(pk=OuterRef("origin_id")).values("extra")[:1]
    copies = model.objects.filter(plan=branch, origin__isnull=False).exclude(origin__extra={})
    copies.update(extra=Subquery(origin))
